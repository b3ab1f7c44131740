"""What SQLite says, said to the user; several processes at one file."""

import sqlite3
import threading
from pathlib import Path

import pytest
from index_fakes import FakeEncoder, make_document

from index import Index, connect
from ingest.errors import CorruptIndex, IndexFolderError


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("database disk image is malformed", CorruptIndex, "damaged"),
        ("file is not a database", CorruptIndex, "damaged"),
        ("database or disk is full", IndexFolderError, "no room left"),
        ("database is locked", IndexFolderError, "another process"),
        ("attempt to write a readonly database", IndexFolderError, "read-only"),
        ("unable to open database file", IndexFolderError, "read-only"),
        ("disk I/O error", IndexFolderError, "disk I/O error"),
    ],
)
def test_errors_are_one_line_with_the_path(said: str, kind: type[Exception], words: str) -> None:
    error = connect.explain(sqlite3.OperationalError(said), Path("/data/news.sqlite"))
    assert type(error) is kind
    assert words in str(error) and "/data/news.sqlite" in str(error) and "\n" not in str(error)


def test_a_folder_that_is_a_file(tmp_path: Path, encoder) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(IndexFolderError, match="taken"):
        Index.open(tmp_path / "taken", encoder=encoder, create=True)


def test_a_second_writer_waits_then_is_told(new_index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.05)
    with new_index() as one, new_index() as two:
        one.put([make_document("a", "First.")])
        with one.changing(), pytest.raises(IndexFolderError, match="another process is writing"):
            two.put([make_document("b", "Second.")])
        two.put([make_document("b", "Second.")])
        assert len(one) == 2


def test_readers_see_whole_states_while_one_writes(new_index, tmp_path: Path) -> None:
    """Every put replaces all articles by ones of the next number: no answer may mix numbers."""
    with new_index() as writer:
        writer.put([make_document(f"a{n}", f"Article {n} of state 0.") for n in range(4)])
        stop = threading.Event()
        mixed: list[set[str]] = []
        seen: set[str] = set()

        def read() -> None:
            with Index.open(tmp_path / "index", encoder=FakeEncoder()) as reader:
                while not stop.is_set():
                    states = {hit.text.split()[-1] for hit in reader.search("article state", k=10)}
                    seen.update(states)
                    if len(states) != 1:
                        mixed.append(states)

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for state in range(1, 40):
            writer.put([make_document(f"a{n}", f"Article {n} of state {state}.") for n in range(4)])
        stop.set()
        for reader in readers:
            reader.join()
    assert not mixed
    assert len(seen) > 1


def test_a_reader_follows_what_others_write(new_index, tmp_path: Path, encoder) -> None:
    with new_index() as writer:
        writer.put([make_document("a", "Old tide tables.")])
        with Index.open(tmp_path / "index", encoder=encoder) as reader:
            assert len(reader.search("tide")) == 1
            writer.put([make_document("b", "New tide tables.")])
            writer.remove("a")
            assert [hit.article.id for hit in reader.search("tide")] == ["b"]


def test_a_folder_without_room_for_side_files_can_be_read(new_index, tmp_path: Path, encoder, monkeypatch) -> None:
    with new_index() as index:
        index.put([make_document("a", "Tide tables.")])
    opened = connect._open

    class LateRefusal(sqlite3.Connection):
        """Opens, and fails at the first statement, as SQLite does where it cannot make the -shm file."""

        def execute(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("unable to open database file")

    def open_late(uri: str) -> sqlite3.Connection:
        return opened(uri) if "immutable" in uri else sqlite3.connect(":memory:", factory=LateRefusal)

    monkeypatch.setattr(connect, "_open", open_late)
    with Index.open(tmp_path / "index", encoder=encoder) as index:
        assert [hit.article.id for hit in index.search("tide")] == ["a"]


def test_search_from_several_threads(new_index) -> None:
    with new_index() as index:
        index.put([make_document(f"a{n}", f"Article {n} about tides.") for n in range(8)])
        expected = index.search("tides")
        found: list[object] = []
        threads = [threading.Thread(target=lambda: found.append(index.search("tides"))) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [expected] * 6
