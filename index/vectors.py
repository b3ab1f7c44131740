"""The FAISS index: derived from SQLite, and the only file that imports faiss.

`vectors.faiss` begins with one line of JSON (generation, count, dimension, checksum); the rest is the FAISS
index. It may always be deleted. What it lacks is taken from the change log; what cannot be mended is rebuilt.
"""

import json
import os
import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import store
from index.encoder import Vectors

FILE = "vectors.faiss"
FORMAT = 1

MAX_HEADER = 1000
"""The header line is shorter: some 150 bytes."""

MAX_STALE = 2000
"""Chunks a saved file may lack: applying that many takes a reader about 10 ms, writing the file of 10,000
articles a writer 0.2 s."""

KEPT_CHANGES = 20000
"""Entries of the change log that are kept; a file behind them is rebuilt."""


class VectorIndex:
    """Chunk vectors by chunk id, searched by inner product (cosine, as vectors have length one)."""

    def __init__(self, dimension: int) -> None:
        import faiss

        faiss.omp_set_num_threads(1)  # one question is one row: more threads only wait for each other
        self.dimension = dimension
        self.generation = 0
        self.token = ""
        self.saved = -1
        self.highest = -1
        """The highest id that was ever added."""
        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Add float32 (n, d) vectors under ids that are not there yet."""
        if len(ids):
            rows = np.ascontiguousarray(vectors, np.float32).reshape(len(ids), self.dimension)
            self._index.add_with_ids(rows, np.asarray(ids, np.int64))
            self.highest = max(self.highest, *ids)

    def remove(self, ids: Sequence[int]) -> None:
        """Take ids out; those that are not there are passed over. FAISS copies every vector behind the first."""
        there = [id_ for id_ in ids if id_ <= self.highest]
        if there and len(self):
            self._index.remove_ids(np.asarray(there, np.int64))

    def search(
        self, query: Vectors, k: int, hidden: Sequence[int] | NDArray[np.int64] = ()
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Return ids and inner products of the k nearest to one query (d,), best first, without the hidden ids."""
        import faiss

        k = min(k, len(self))
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = None
        if len(hidden):
            left_out = faiss.IDSelectorBatch(np.asarray(hidden, np.int64))
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorNot(left_out))  # type: ignore[call-arg]
        row = np.ascontiguousarray(query, np.float32).reshape(1, -1)
        scores, ids = self._index.search(row, k, params=parameters)
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]

    def vectors(self, ids: Sequence[int] | NDArray[np.int64]) -> Vectors:
        """Return the stored vectors (n, d) of ids; raises RuntimeError for one that is not there."""
        if not len(ids):
            return np.empty((0, self.dimension), np.float32)
        return np.asarray(self._index.reconstruct_batch(np.asarray(ids, np.int64)), np.float32)

    def ids(self) -> NDArray[np.int64]:
        """Return all ids in stored order."""
        import faiss

        return np.asarray(faiss.vector_to_array(self._index.id_map), np.int64)

    def to_bytes(self) -> bytes:
        """Return the file: header line and FAISS index."""
        import faiss

        body = faiss.serialize_index(self._index).tobytes()
        header = {
            "format": FORMAT,
            "generation": self.generation,
            "token": self.token,
            "count": len(self),
            "dimension": self.dimension,
            "crc32": zlib.crc32(body),
        }
        return json.dumps(header).encode() + b"\n" + body

    @classmethod
    def from_bytes(cls, header: bytes, body: NDArray[np.uint8]) -> "VectorIndex":
        """Read the header line and the rest of a file; raises ValueError where they are not what `to_bytes` wrote."""
        import faiss

        known = json.loads(header)
        if known["format"] != FORMAT or known["crc32"] != zlib.crc32(body.data):
            raise ValueError("checksum")
        index = cls(int(known["dimension"]))
        index._index = faiss.deserialize_index(body)
        index.highest = int(index.ids().max(initial=-1))
        index.generation = index.saved = int(known["generation"])
        index.token = str(known["token"])
        return index


def load_vectors(folder: Path, connection: sqlite3.Connection, dimension: int) -> VectorIndex:
    """Return the FAISS index of the present state: loaded, mended from the change log, or rebuilt."""
    try:
        index = _read(folder / FILE)
        if index.dimension == dimension and refresh(index, connection):
            return index
    except (OSError, ValueError, KeyError, TypeError, RuntimeError):
        pass
    return rebuild(connection, dimension)


def _read(path: Path) -> VectorIndex:
    with path.open("rb") as file:
        header = file.readline(MAX_HEADER)
        return VectorIndex.from_bytes(header, np.fromfile(file, np.uint8))


def refresh(index: VectorIndex, connection: sqlite3.Connection) -> bool:
    """Bring an index to the present generation by the change log; False where it is too far behind."""
    present = store.read_generation(connection)
    if (index.generation, index.token) == present:
        return True
    if not _is_of_this_history((index.generation, index.token), connection):
        return False
    query = "SELECT DISTINCT chunk FROM changes WHERE generation > ? ORDER BY chunk"
    touched = [row[0] for row in connection.execute(query, (index.generation,))]
    index.remove(touched)
    _add_stored(index, connection, touched)
    index.generation, index.token = present
    return True


def rebuild(connection: sqlite3.Connection, dimension: int) -> VectorIndex:
    """Build the FAISS index from the vectors in SQLite."""
    index = VectorIndex(dimension)
    _add_stored(index, connection, None)
    index.generation, index.token = store.read_generation(connection)
    return index


def save(index: VectorIndex, folder: Path) -> None:
    """Write the file aside and rename it; a disk that has no room for it is no error, as it can be rebuilt."""
    aside = folder / f".{FILE}.{os.getpid()}.tmp"
    try:
        aside.write_bytes(index.to_bytes())
        aside.replace(folder / FILE)
        index.saved = index.generation
    except OSError:
        with suppress(OSError):
            aside.unlink()


def stale_chunks(index: VectorIndex, connection: sqlite3.Connection) -> int:
    """Count the changes the saved file lacks; all chunks where no file was read or written."""
    if index.saved < 0:
        return len(index)
    return _changes_since(index.saved, connection)


def stale_on_disk(folder: Path, connection: sqlite3.Connection) -> int | None:
    """Count the changes the file in a folder lacks, by its first line; None if it is cut off or of another history."""
    try:
        with (folder / FILE).open("rb") as file:
            known = json.loads(file.readline(MAX_HEADER))
            body = os.fstat(file.fileno()).st_size - file.tell()
        state = int(known["generation"]), str(known["token"])
        if body < int(known["count"]) * int(known["dimension"]) * 4:
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not _is_of_this_history(state, connection):
        return None
    return _changes_since(state[0], connection)


def _is_of_this_history(state: tuple[int, str], connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM generations WHERE generation = ? AND token = ?"
    return state == store.read_generation(connection) or connection.execute(query, state).fetchone() is not None


def _changes_since(generation: int, connection: sqlite3.Connection) -> int:
    query = "SELECT count(*) FROM changes WHERE generation > ?"
    return int(connection.execute(query, (generation,)).fetchone()[0])


def trim_changes(connection: sqlite3.Connection) -> None:
    """Drop the oldest entries of the change log beyond KEPT_CHANGES; called inside a transaction."""
    query = "SELECT generation FROM changes ORDER BY generation DESC LIMIT 1 OFFSET ?"
    found = connection.execute(query, (KEPT_CHANGES,)).fetchone()
    if found:
        connection.execute("DELETE FROM changes WHERE generation <= ?", found)
        connection.execute("DELETE FROM generations WHERE generation < ?", found)


def _add_stored(index: VectorIndex, connection: sqlite3.Connection, ids: Sequence[int] | None) -> None:
    """Add vectors from SQLite, a block at a time so that memory holds them once."""
    block_ids: list[int] = []
    block: list[bytes] = []

    def flush() -> None:
        if block_ids:
            index.add(block_ids, np.frombuffer(b"".join(block), "<f4"))
            block_ids.clear()
            block.clear()

    for id_, blob in store.read_vectors(connection, ids):
        block_ids.append(id_)
        block.append(blob)
        if len(block_ids) == 4096:
            flush()
    flush()
