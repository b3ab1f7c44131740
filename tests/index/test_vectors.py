"""FAISS equals brute force over SQLite, values included, whatever is done in whatever order."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from index_fakes import DIMENSION, FakeEncoder, make_document

from index import Index, vectors
from index.vectors import FILE, VectorIndex

IDS = st.sampled_from([f"a{n}" for n in range(6)])
SIZES = st.integers(1, 4)


class AddUpdateRemoveSaveLoad(RuleBasedStateMachine):
    """Keeps the vectors of every chunk in a dict beside the index, and compares."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.encoder = FakeEncoder()
        self.model: dict[str, dict[tuple[int, int], np.ndarray]] = {}
        self.index = Index.open(self.folder, encoder=self.encoder, create=True)

    @rule(id=IDS, size=SIZES, number=st.integers(0, 50))
    def put(self, id: str, size: int, number: int) -> None:
        text = "\n\n".join(f"Part {part} of {id} tells {number * part}. " + "word " * 150 for part in range(size))
        document = make_document(id, text.strip())
        self.index.put([document])
        self.model[id] = {
            (c.start, c.end): self.encoder.encode([document.article.text[c.start : c.end]])[0] for c in document.chunks
        }

    @rule(id=IDS)
    def remove(self, id: str) -> None:
        if id in self.model:
            self.index.remove(id)
            del self.model[id]

    @rule()
    def save(self) -> None:
        self.index.save_vectors(always=True)

    @rule()
    def load(self) -> None:
        self.index.close()
        self.index = Index.open(self.folder, encoder=self.encoder, create=True)

    @rule(cut=st.integers(0, 400))
    def damage(self, cut: int) -> None:
        path = self.folder / FILE
        if path.exists():
            path.write_bytes(path.read_bytes()[:cut] + b"\0" * 7)

    @invariant()
    def equals_brute_force(self) -> None:
        query = self.index.encode_query("part tells word 4")
        with self.index._reading():
            found = self.index._ready_vectors()
            owners = dict(self.index._connection.execute("SELECT row, id FROM articles").fetchall())
            spans = {
                id_: (owners[id_ >> 20], (start, end))
                for id_, start, end in self.index._connection.execute("SELECT id, start, end FROM chunks")
            }
        ids, scores = found.search(query, 1000)
        expected = {(a, s): float(v @ query) for a, parts in self.model.items() for s, v in parts.items()}
        got = {spans[int(id_)]: float(score) for id_, score in zip(ids, scores, strict=True)}
        assert got.keys() == expected.keys()
        for key, value in got.items():
            assert value == pytest.approx(expected[key], abs=1e-6)
        assert list(scores) == sorted(scores, reverse=True)

    def teardown(self) -> None:
        if hasattr(self, "index"):
            self.index.close()
            shutil.rmtree(self.folder)


AddUpdateRemoveSaveLoad.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAddUpdateRemoveSaveLoad = AddUpdateRemoveSaveLoad.TestCase


def filled(count: int = 50) -> tuple[VectorIndex, np.ndarray]:
    rows = np.random.default_rng(0).normal(size=(count, DIMENSION)).astype(np.float32)
    index = VectorIndex(DIMENSION)
    index.add(list(range(1, count + 1)), rows)
    return index, rows


def test_hidden_ids_are_never_returned() -> None:
    index, rows = filled()
    ids, scores = index.search(rows[0], 10, hidden=list(range(1, 41)))
    assert set(ids) <= set(range(41, 51))
    np.testing.assert_allclose(scores, np.sort(rows[40:] @ rows[0])[::-1], atol=1e-5)


def read(data: bytes) -> VectorIndex:
    header, _, body = data.partition(b"\n")
    return VectorIndex.from_bytes(header, np.frombuffer(body, np.uint8))


def test_bytes_come_back_and_damage_is_seen() -> None:
    index, rows = filled()
    index.generation, index.token = 7, "t"
    data = index.to_bytes()
    again = read(data)
    assert (again.generation, again.token, len(again)) == (7, "t", 50)
    np.testing.assert_array_equal(again.vectors([3, 1]), rows[[2, 0]])
    for place in range(0, len(data), 97):
        bad = bytearray(data)
        bad[place] ^= 0x5A
        try:
            read(bytes(bad))
        except (ValueError, KeyError, TypeError):
            continue
        assert place < data.index(b"\n"), "only a letter inside the header may go unseen"


@pytest.mark.parametrize("damage", [None, b"", b"garbage\n" * 50, b'{"format": 1}\n', b"[]\nx"])
def test_a_missing_or_damaged_file_is_rebuilt(new_index, tmp_path: Path, damage: bytes | None) -> None:
    with new_index() as index:
        index.put([make_document("a", "Ships came in."), make_document("b", "Bread rose.")])
        index.save_vectors(always=True)
        before = index.search("ships")
    path = tmp_path / "index" / FILE
    path.unlink() if damage is None else path.write_bytes(damage)
    with new_index() as index:
        assert index.search("ships") == before
        index.save_vectors(always=True)
    assert path.stat().st_size > 100


def test_a_writer_that_asked_for_no_vectors_reads_none(
    new_index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_index() as index:
        index.put([make_document("a", "A ferry left the port.")])
    file = tmp_path / "index" / FILE
    before, read, plain = file.read_bytes(), [], vectors._read
    monkeypatch.setattr(vectors, "_read", lambda path: (read.append(path), plain(path))[1])
    with new_index() as index:
        index.put([make_document("b", "A ferry came back.")])
    assert not read and file.read_bytes() == before
    monkeypatch.setattr(vectors, "MAX_STALE", 0)
    with new_index() as index:
        index.put([make_document("c", "A ferry sank.")])
    assert read and file.read_bytes() != before


def test_a_file_that_is_cut_off_is_written_again_by_the_next_writer(new_index, tmp_path: Path) -> None:
    with new_index() as index:
        index.put([make_document("a", "A ferry left the port.")])
    file = tmp_path / "index" / FILE
    whole = file.read_bytes()
    file.write_bytes(whole[: whole.index(b"\n") + 20])
    with new_index() as index:
        index.put([make_document("b", "A ferry came back.")])
    assert len(file.read_bytes()) > len(whole)


def test_ids_that_are_new_are_passed_over() -> None:
    index = VectorIndex(DIMENSION)
    rows = np.eye(DIMENSION, dtype=np.float32)
    index.add([4, 2], rows[:2])
    index = VectorIndex.from_bytes(*_parted(index.to_bytes()))
    index.remove([5])
    assert index.highest == 4 and len(index) == 2
    index.remove([4, 9])
    assert index.ids().tolist() == [2]


def _parted(file: bytes) -> tuple[bytes, np.ndarray]:
    header, _, body = file.partition(b"\n")
    return header, np.frombuffer(body, np.uint8)


def test_a_file_of_another_history_is_not_taken(new_index, tmp_path: Path) -> None:
    for name, text in (("one", "Ships came in."), ("two", "Bread rose in the oven.")):
        with new_index(name) as index:
            index.put([make_document("a", text)])
            index.save_vectors(always=True)
    (tmp_path / "two" / FILE).write_bytes((tmp_path / "one" / FILE).read_bytes())
    with new_index("two") as index:
        (hit,) = index.search("bread oven")
        assert hit.dense is not None and hit.dense > 0.3


def test_a_file_far_behind_is_rebuilt(new_index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "KEPT_CHANGES", 5)
    with new_index() as index:
        index.put([make_document("a", "Ships came in.")])
        index.save_vectors(always=True)
        for n in range(20):
            index.put([make_document(f"b{n}", f"Text {n} is here.")])
    with new_index() as index:
        assert len(index.search("text", k=50)) == 21
        assert index._connection.execute("SELECT count(*) FROM changes").fetchone()[0] < 10
