"""Opening an index and finding in it: `python -m bench.scale.find FOLDER ARTICLES` prints JSON.

Run in a process of its own, so that its memory is that of asking alone.
"""

import json
import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from bench.measure import percentile
from bench.scale.clock import Took, both, timed
from bench.scale.made import GivenEncoder, Question, make_question
from bench.scale.memory import held_mb, most_mb
from bench.scale.vectors import DIMENSION
from index import Index, store
from index.connect import connect
from index.lexical import match_phrases, match_words
from index.search import CANDIDATES, phrases
from index.terms import query_terms
from index.vectors import VectorIndex, load_vectors

T = TypeVar("T")

QUESTIONS = 100
"""Enough for a p95; each is asked once, as a reader asks, so that articles are not in memory before."""

K = 10
"""Hits asked for, and the places in which what is found is held against what is nearest."""

BLOCK = 4096


def find(folder: Path, articles: int) -> dict[str, Any]:
    """Return seconds of opening, memory, milliseconds of retrieval by route and together, and the recall."""
    asked = [make_question(int(n)) for n in np.random.default_rng(7).integers(0, articles, QUESTIONS + 1)]
    out, took = _as_the_product(folder, asked)
    connection = connect(folder, read_only=True)
    vectors = load_vectors(folder, connection, DIMENSION)
    _, by_words = _timed(lambda q: _search_words(connection, q, len(vectors)), asked)
    near, by_vectors = _timed(lambda q: vectors.search(q.vector, CANDIDATES)[0], asked)
    took |= _shares("words", by_words) | _shares("vectors", by_vectors)
    out["recall"] = _recall(near, _nearest(connection, asked))
    out["kind"] = _kind(vectors)
    connection.close()
    return out | both(took)


def _as_the_product(folder: Path, asked: Sequence[Question]) -> tuple[dict[str, Any], dict[str, Took]]:
    """Open the index and search it whole, words and vectors weighed together."""
    encoder = GivenEncoder(list(asked))
    VectorIndex(1)  # brings in the library, whose memory and time no size of the index changes
    before = held_mb()
    with timed() as opened:
        index = Index.open(folder, encoder=encoder)
        chunks = index.frequencies([])[1]
    with index:
        _, took = _timed(lambda q: index.search(q.text, K), asked)
        out = {"chunks": chunks, "held_mb": held_mb() - before, "most_mb": most_mb() - before}
    return out, {"open_s": opened} | _shares("both", took)


def _search_words(connection: sqlite3.Connection, question: Question, chunks: int) -> None:
    """Search by words alone, with the same steps as `index.search`: terms, the best of them, phrases."""
    found = match_words(connection, query_terms(question.text), chunks, np.empty(0, np.int64))
    best = np.sort(found.ids[np.argsort(-found.bm25, kind="stable")[:CANDIDATES]])
    match_phrases(connection, phrases(question.text), best)


def _nearest(connection: sqlite3.Connection, asked: Sequence[Question]) -> list[set[int]]:
    """Return the ids of the K nearest to each question by the definition: every stored vector is multiplied."""
    queries = np.array([q.vector for q in asked])
    best, ids = np.full((len(asked), K), -2.0, np.float32), np.zeros((len(asked), K), np.int64)
    rows = store.read_vectors(connection)
    while block := [row for _, row in zip(range(BLOCK), rows, strict=False)]:
        some = np.frombuffer(b"".join(blob for _, blob in block), "<f4").reshape(-1, DIMENSION)
        best = np.hstack((best, queries @ some.T))
        ids = np.hstack((ids, np.tile([id_ for id_, _ in block], (len(asked), 1))))
        first = np.argsort(-best, axis=1, kind="stable")[:, :K]
        best, ids = np.take_along_axis(best, first, 1), np.take_along_axis(ids, first, 1)
    return [set(row) for row in ids.tolist()]


def _recall(found: Sequence[Any], nearest: Sequence[set[int]]) -> float:
    """Return the mean share of the K nearest that are among the first K found."""
    shares = [len(set(some[:K].tolist()) & true) / len(true) for some, true in zip(found, nearest, strict=True)]
    return sum(shares) / len(shares)


def _kind(vectors: VectorIndex) -> str:
    """Return the class of the FAISS index: the page says what was measured, not what the code is believed to use."""
    import faiss

    whole: Any = faiss.downcast_index(vectors._index)
    return type(faiss.downcast_index(whole.index) if hasattr(whole, "id_map") else whole).__name__


def _timed(call: Callable[[Question], T], asked: Sequence[Question]) -> tuple[list[T], list[Took]]:
    """Return what a call gives for each question, and what it took."""
    given, took = [], []
    for question in asked:
        with timed() as one:
            given.append(call(question))
        took.append(one)
    return given, took


def _shares(name: str, took: Sequence[Took]) -> dict[str, Took]:
    """Return the percentiles of a route, in ms; the first question, which also readies the route, is not counted."""
    wall, busy = [1000 * t.wall for t in took[1:]], [1000 * t.busy for t in took[1:]]
    return {
        f"{name}_{label}_ms": Took(percentile(wall, share), percentile(busy, share))
        for label, share in (("p50", 0.5), ("p95", 0.95))
    }


if __name__ == "__main__":
    print(json.dumps(find(Path(sys.argv[1]), int(sys.argv[2]))))
