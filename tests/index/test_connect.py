"""What SQLite says, said to the user; several processes at one file."""

import sqlite3
import threading
from pathlib import Path

import pytest
from index_fakes import FakeEncoder, make_document

from index import Index, connect, schema
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
        ("unable to open database file", IndexFolderError, "the disk is full"),
        ("disk I/O error", IndexFolderError, "full or broken"),
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


def test_a_folder_without_room_is_not_read_past_what_is_stored_beside_the_file(
    new_index, tmp_path: Path, encoder, monkeypatch
) -> None:
    new_index().close()
    (tmp_path / "index" / "news.sqlite-wal").write_bytes(b"changes")
    with pytest.raises(IndexFolderError, match="not closed by its last writer"):
        connect._check_no_wal(tmp_path / "index" / "news.sqlite")


def test_a_file_whose_making_was_killed_is_mended_by_whoever_opens_it(new_index, tmp_path: Path, encoder) -> None:
    """A kill before the file is in WAL mode leaves a journal, which a reader may not take back."""
    with new_index() as index:
        index.put([make_document(f"a{n}", f"Tide tables {n}. " * 40) for n in range(20)])
    copy = tmp_path / "copy"
    copy.mkdir()
    with sqlite3.connect(tmp_path / "index" / connect.FILE, isolation_level=None) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA cache_size = 1")  # so that the file itself is written before the end
        raw.execute("BEGIN")
        raw.execute("UPDATE chunks SET vector = zeroblob(9000)")
        raw.execute("UPDATE articles SET text = 'half'")
        for name in (connect.FILE, f"{connect.FILE}-journal"):
            (copy / name).write_bytes((tmp_path / "index" / name).read_bytes())
        raw.execute("ROLLBACK")
    raw.close()
    with Index.open(copy, encoder=encoder) as index:
        assert len(index) == 20 and all(article.text != "half" for article in index.articles())


def test_a_file_that_a_newer_program_changes_is_not_written_any_more(new_index, tmp_path: Path) -> None:
    with new_index() as index:
        index.put([make_document("a", "First.")])
        with sqlite3.connect(tmp_path / "index" / connect.FILE) as raw:
            raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        raw.close()
        with pytest.raises(IndexFolderError, match="newer newsdesk"):
            index.put([make_document("b", "Second.")])
        assert len(index) == 1


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
