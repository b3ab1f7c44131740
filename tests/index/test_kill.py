"""A kill at any moment leaves each article old or new, and the file whole."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from pathlib import Path

import numpy as np
import pytest
from index_fakes import FakeEncoder, make_document

from index import Index
from index.connect import FILE

KILLS = 200
CHILD = Path(__file__).with_name("kill_child.py")
ROOT = Path(__file__).parents[2]


def check_whole(folder: Path) -> int:
    """Look for any trace of half a change; return the number of articles."""
    with sqlite3.connect(folder / FILE) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        raw.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        raw.rollback()
        chunks = dict(raw.execute("SELECT id, vector FROM chunks"))
        words = {row[0] for row in raw.execute("SELECT rowid FROM words")}
        spare = raw.execute("SELECT count(*) FROM sentences WHERE article NOT IN (SELECT row FROM articles)").fetchone()
        check_versions(raw)
    raw.close()
    assert words == set(chunks)
    assert spare == (0,)
    encoder = FakeEncoder()
    with Index.open(folder, encoder=encoder) as index:
        owned = 0
        for article in index.articles():
            number = article.title.split()[1]
            lines = article.text.split("\n\n")
            assert len(lines) == 1 + int(number) % 5
            assert all(f"Item {article.id} has state {number} " in line for line in lines)
            document = make_document(article.id, article.text, title=article.title)
            assert index.sentences(article.id) == list(document.sentences)
            owned += len(document.chunks)
        assert owned == len(chunks)
        check_vectors(index, chunks)
        return len(index)


def check_versions(raw: sqlite3.Connection) -> None:
    """Look whether what was kept of an article is whole, and of a source that is known."""
    known = {row[0] for row in raw.execute("SELECT source FROM sources")}
    for source, title, text in raw.execute("SELECT source, title, text FROM versions"):
        id_, number = title.split()
        lines = zlib.decompress(text).decode().split("\n\n")
        assert len(lines) == 1 + int(number) % 5
        assert all(f"Item {id_} has state {number} " in line for line in lines)
        assert source in known


def check_vectors(index: Index, chunks: dict[int, bytes]) -> None:
    """Compare FAISS with brute force over what SQLite holds, values included."""
    with index._reading():
        vectors = index._ready_vectors()
    assert sorted(vectors.ids()) == sorted(chunks)
    if not chunks:
        return
    ids = np.array(sorted(chunks))
    matrix = np.stack([np.frombuffer(chunks[id_], np.float32) for id_ in ids])
    query = index.encode_query("item state part")
    found, scores = vectors.search(query, len(ids))
    expected = dict(zip(ids.tolist(), (matrix @ query).tolist(), strict=True))
    np.testing.assert_allclose(scores, [expected[id_] for id_ in found.tolist()], atol=1e-6)
    assert sorted(found.tolist()) == ids.tolist()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill")
@pytest.mark.timeout(240)
def test_200_kills(tmp_path: Path) -> None:
    rng = random.Random(20240506)
    folder = tmp_path / "index"
    sizes = []
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as parent:
        assert parent.stdin and parent.stdout
        for seed in range(KILLS):
            parent.stdin.write(f"{seed}\n")
            parent.stdin.flush()
            pid = int(parent.stdout.readline())
            time.sleep(rng.random() * 0.1)
            os.kill(pid, signal.SIGKILL)
            assert parent.stdout.readline() == "gone\n"
            sizes.append(check_whole(folder))
        parent.stdin.close()
    assert max(sizes) > 3
