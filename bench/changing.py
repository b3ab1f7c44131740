"""Add, change and remove one article among many, with a fake encoder: what is measured is the index."""

import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from bench.corpus import make_articles
from index import Index
from index.encoder import Span, Vectors
from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.types import Document

TIMES = 5
"""Single changes of each kind; the median counts."""

BATCH = 200


class FakeEncoder:
    """Unit vectors from a hash of the text: as many numbers as the default model's, and no time."""

    model = "fake"
    sha256 = "0" * 64
    dimension = 384

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n, 384)."""
        return np.array([_vector(text) for text in texts], np.float32).reshape(-1, self.dimension)

    def encode_parts(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[tuple[Vectors, Vectors]]:
        """Return per text its vector, and as often its vector as it has spans."""
        whole = self.encode(texts)
        return [(v, np.tile(v, (len(inside), 1))) for v, inside in zip(whole, spans, strict=True)]


def _vector(text: str) -> Vectors:
    seed = int.from_bytes(sha256(text.encode()).digest()[:8], "little")
    vector = np.random.default_rng(seed).standard_normal(FakeEncoder.dimension, dtype=np.float32)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def _documents(count: int, seed: int) -> list[Document]:
    made = (made.row for made in make_articles(count, seed))
    return [prepare(_raw(row)) for row in made]


def _raw(row: dict[str, str], text: str | None = None) -> RawArticle:
    body = text or row["text"]
    source = f"made.jsonl#{row['id']}"
    return RawArticle(source, body.encode(), body, Media.JSONL, title=row["title"], id=row["id"])


def measure_changes(folder: Path, count: int) -> dict[str, Any]:
    """Fill an index with `count` articles; return the median seconds of adding, changing and removing one.

    Each is timed as a command is: the file opened, the change made, vectors saved, the file closed.
    """
    encoder = FakeEncoder()
    rows = [made.row for made in make_articles(count)]
    began = time.perf_counter()
    with Index.create(folder, encoder=encoder) as index:
        for place in range(0, count, BATCH):
            index.put([prepare(_raw(row)) for row in rows[place : place + BATCH]])
        index.save_vectors(always=True)
    filled = time.perf_counter() - began
    new = _documents(TIMES, seed=2)
    changed = [prepare(_raw(row, row["text"] + "\n\nA note was added later.")) for row in rows[:TIMES]]
    gone = [prepare(_raw(row)).article.id for row in rows[-TIMES:]]

    def timed(one: Callable[[Index], object]) -> float:
        start = time.perf_counter()
        with Index.open(folder, encoder=encoder, read_only=False) as index:
            one(index)
        return time.perf_counter() - start

    def put(document: Document) -> float:
        return timed(lambda index: index.put([document]))

    def remove(id_: str) -> float:
        return timed(lambda index: index.remove(id_))

    return {
        "filled": filled,
        "add": median(put(document) for document in new),
        "change": median(put(document) for document in changed),
        "remove": median(remove(id_) for id_ in gone),
    }
