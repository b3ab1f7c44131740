"""What must hold of an index after any fault, and how it is looked at."""

import random
import sqlite3
from pathlib import Path

import numpy as np

from index import update
from index.connect import FILE
from index.index import Index
from ingest.errors import NoIndex
from tests.faults.pile import Pile, version_of
from tests.faults.workers import ask, check_line, open_desk
from tests.index.fakes import FakeEncoder


def look(folder: Path, pile: Pile, rng: random.Random) -> int:
    """Open the index while others may work on it: every article is one whole version that was written; ask once.

    Return the number of articles, 0 where there is no index yet.
    """
    try:
        with open_desk(folder) as desk:
            held = versions(desk.index)
            written = pile.versions()
            for name, number in held.items():
                assert number <= written.get(name, number), f"{name} has state {number}, which nobody wrote"
            ask(desk, pile, rng)
            return len(held)
    except NoIndex as error:
        check_line(error)
        return 0


def versions(index: Index) -> dict[str, int]:
    """Return the number each article has in the index, all in one state; AssertionError where one is not whole."""
    held: dict[str, int] = {}
    with index._reading():
        for article in index.articles():
            name, number = version_of(article.text)
            assert article.title == f"{name} {number}", article
            assert name not in held, f"{name} is there twice"
            held[name] = number
            for sentence in index.sentences(article.id):
                assert article.text[sentence.start : sentence.end].startswith(("Item", "It goes"))
            for figure in index.figures_of(article.id):
                assert article.text[figure.start : figure.end] == figure.text
    return held


def settle(folder: Path, pile: Pile) -> None:
    """With nobody else at work: the file is sound, FAISS says what SQLite says, one more ingest gives the pile."""
    sound(folder)
    with open_desk(folder, create=True) as desk:
        summary = update(desk.index, [pile.folder])
        assert not summary.failed
        held, written = versions(desk.index), pile.versions()
        assert held == written, f"what an ingest leaves is not the pile: {sorted(held.items() ^ written.items())}"
    sound(folder)


def sound(folder: Path) -> None:
    """Look for any trace of half a change in the file, and compare FAISS with brute force over it."""
    with sqlite3.connect(folder / FILE) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not raw.execute("SELECT 1 FROM sqlite_master").fetchone():
            return
        assert not raw.execute("PRAGMA foreign_key_check").fetchall()
        raw.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        raw.rollback()
        chunks = dict(raw.execute("SELECT id, vector FROM chunks ORDER BY id"))
        words = {row[0] for row in raw.execute("SELECT rowid FROM words")}
    raw.close()
    assert words == set(chunks)
    with Index.open(folder, encoder=FakeEncoder()) as index, index._reading():
        vectors = index._ready_vectors()
        assert sorted(vectors.ids()) == list(chunks)
        if chunks:
            query = index.encode_query("item state part")
            matrix = np.stack([np.frombuffer(blob, np.float32) for blob in chunks.values()])
            found, scores = vectors.search(query, len(chunks))
            expected = dict(zip(chunks, (matrix @ query).tolist(), strict=True))
            np.testing.assert_allclose(scores, [expected[id_] for id_ in found.tolist()], atol=1e-6)
