"""Hybrid search: what the words say, what the vectors say, and how the two are weighed."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from index.schema import CHUNK_BITS
from index.terms import Term
from index.vectors import VectorIndex

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]

DENSE_CANDIDATES = 200
"""Chunks the dense route hands in."""

TITLE_WEIGHT, TEXT_WEIGHT, EXTRA_WEIGHT = 2.0, 1.0, 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A chunk with its scores."""

    chunk: int
    score: float
    dense: float | None
    lexical: float | None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chunks under consideration, by id, with the score each term gives them: float64 (chunks, terms)."""

    ids: Ids
    by_term: Scores

    @property
    def lexical(self) -> Scores:
        """BM25 of the whole query: FTS5's `bm25` is the sum over its phrases."""
        return self.by_term.sum(axis=1)


def lexical_scores(connection: sqlite3.Connection, terms: Sequence[Term], hidden: Ids) -> Candidates:
    """Ask the full-text index for each term; return every chunk that has one, with BM25 by term."""
    columns = []
    query = f"SELECT rowid, -bm25(words, {TITLE_WEIGHT}, {TEXT_WEIGHT}, {EXTRA_WEIGHT}) FROM words WHERE words MATCH ?"
    for term in terms:
        rows = connection.execute(query, (term.match,)).fetchall()
        columns.append(np.array(rows, np.float64).reshape(-1, 2))
    ids = np.unique(np.concatenate([column[:, 0] for column in columns])) if columns else np.empty(0)
    ids = ids.astype(np.int64)
    ids = ids[~np.isin(ids, hidden)] if len(hidden) else ids
    by_term = np.zeros((len(ids), len(terms)))
    for place, column in enumerate(columns):
        where = np.searchsorted(ids, column[:, 0].astype(np.int64))
        inside = where < len(ids)
        inside[inside] = ids[where[inside]] == column[inside, 0]
        by_term[where[inside], place] = column[inside, 1]
    return Candidates(ids, by_term)


LEXICAL_SHARE = 0.6
"""Weight of the words in the fused score."""


def rank(
    connection: sqlite3.Connection,
    terms: Sequence[Term],
    query: Vectors | None,
    vectors: VectorIndex,
    k: int,
    as_of: date | None,
) -> list[Found]:
    """Return the k best chunks for a question's terms and its vector, best first, ties by chunk."""
    hidden = hidden_chunks(connection, as_of)
    words = lexical_scores(connection, terms, hidden)
    near, cosines = (
        vectors.search(query, DENSE_CANDIDATES, hidden) if query is not None else (np.empty(0, np.int64),) * 2
    )
    ids = np.union1d(words.ids, near).astype(np.int64)
    if not len(ids):
        return []
    lexical = np.zeros(len(ids))
    lexical[np.searchsorted(ids, words.ids)] = words.lexical
    top = lexical.max() or 1.0
    best = np.argsort(-lexical, kind="stable")[:DENSE_CANDIDATES]
    keep = np.union1d(best, np.searchsorted(ids, near))
    ids, lexical = ids[keep], lexical[keep]
    dense = vectors.vectors(ids) @ query if query is not None else np.zeros(len(ids))
    score = LEXICAL_SHARE * lexical / top + (1 - LEXICAL_SHARE) * dense
    order = np.lexsort((ids, -np.round(score, 9)))[:k]
    return [
        Found(
            int(ids[n]),
            float(score[n]),
            float(dense[n]) if query is not None else None,
            float(lexical[n]) if lexical[n] > 0 else None,
        )
        for n in order
    ]


def hidden_chunks(connection: sqlite3.Connection, as_of: date | None) -> Ids:
    """Return the chunks of articles published after a day; undated articles are not hidden."""
    if as_of is None:
        return np.empty(0, np.int64)
    query = (
        "SELECT chunks.id FROM articles JOIN chunks ON chunks.id >= articles.row << ?1 "
        "AND chunks.id < (articles.row + 1) << ?1 WHERE articles.published > ?2"
    )
    rows = connection.execute(query, (CHUNK_BITS, as_of.isoformat())).fetchall()
    return np.array(rows, np.int64).reshape(-1)
