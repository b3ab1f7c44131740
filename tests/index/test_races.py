"""Two processes at one file: whatever their order, the next ingest leaves what the files say."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from index_fakes import FakeEncoder

from index import Index, update, write
from ingest.documents import prepare
from ingest.read.rows import read_jsonl


@pytest.fixture
def rows(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of rows: `rows(a="text of a")`."""

    def put(**texts: str) -> Path:
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(f'{{"id": "{id_}", "text": "{text}"}}\n' for id_, text in texts.items()))
        return path

    return put


def told(index: Index) -> set[str]:
    return {article.text for article in index.articles()}


def id_of(index: Index, text: str) -> str:
    return next(article.id for article in index.articles() if article.text == text)


def after_reading(index: Index, then: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something happen once an index has read its files, and before it has put anything in."""
    embed, waiting = index.embed, [then]

    def late(documents):
        if waiting:
            waiting.pop()()
        return embed(documents)

    monkeypatch.setattr(index, "embed", late)


def test_what_was_removed_during_an_ingest_is_read_again(new_index, rows) -> None:
    file = rows(a="Tides rose.", b="Tides fell.")
    with new_index() as one, new_index() as two:

        def remove(done: int, total: int | None, name: str) -> None:
            if done:
                two.remove(id_of(two, "Tides rose."))

        update(one, [file], progress=remove)
        assert told(one) == {"Tides fell."}
        assert update(one, [file]).added == 1


@pytest.mark.parametrize("later", [{"a": "Second words."}, {"b": "Others."}, {"a": "Second words.", "b": "Others."}])
def test_an_older_reading_that_comes_late_does_not_stay(new_index, rows, later, monkeypatch, tmp_path) -> None:
    with new_index() as one:
        file = rows(a="First words.", c="Third.")

        def other() -> None:
            with Index.open(tmp_path / "index", encoder=FakeEncoder(), create=True) as two:
                update(two, [rows(**later)])

        after_reading(one, other, monkeypatch)
        update(one, [file])
        update(one, [file])
        assert told(one) == set(later.values())


def test_a_row_that_comes_between_reading_and_noting_goes(new_index, rows, monkeypatch) -> None:
    """One forgets what the file no longer holds, another still puts it in, one notes that all was read."""
    with new_index() as one, new_index() as two:
        (stale,) = [prepare(row) for row in read_jsonl(BytesIO(b'{"id": "b", "text": "Gone later."}'), str(rows(a="")))]

        def put_late(done: int, total: int | None, name: str) -> None:
            if done:
                two.put([stale])

        file = rows(a="First words.")
        update(one, [file], progress=put_late)
        assert told(one) == {"First words.", "Gone later."}
        update(one, [file])
        assert told(one) == {"First words."}


def test_two_that_forget_the_same_source(new_index, rows) -> None:
    with new_index() as index:
        update(index, [rows(a="First words.")])
        with index.changing() as connection:
            assert write.forget(connection, ["nowhere#a"]) == 0
