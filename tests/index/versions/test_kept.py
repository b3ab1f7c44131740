"""What an article said before: kept by its source, bounded, in the transaction of the change, gone with its article."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from index_fakes import FakeEncoder, make_document

from index import Index, schema, store, update
from index.connect import FILE
from index.versions import kept
from index.write import Outcome
from ingest.errors import NotFound

New = Callable[..., Index]


def told(index: Index, article_id: str) -> list[str]:
    return [version.text for version in index.versions(article_id)]


def rows(index: Index) -> list[tuple[str, str]]:
    return index._connection.execute("SELECT source, title FROM versions ORDER BY number").fetchall()


def test_a_change_keeps_what_was_said_before(new_index: New) -> None:
    with new_index() as index:
        index.put([make_document("a", "Four died.", title="Fire", published=date(2024, 3, 7))])
        (only,) = index.versions("a")
        assert (only.title, only.text, only.read, only.replaced) == ("Fire", "Four died.", None, None)
        began = datetime.now(UTC).replace(microsecond=0)
        assert index.put([make_document("a", "Six died.", title="Fire kills six")]) == [Outcome.CHANGED]
        first, now = index.versions("a")
        assert (first.title, first.text, first.published, first.read) == ("Fire", "Four died.", date(2024, 3, 7), None)
        assert first.replaced and began <= first.replaced <= datetime.now(UTC)
        assert (now.title, now.text, now.read, now.replaced) == ("Fire kills six", "Six died.", first.replaced, None)
        with pytest.raises(NotFound):
            index.versions("b")


def test_the_versions_of_a_file_follow_it_though_its_id_follows_its_text(new_index: New, tmp_path: Path) -> None:
    page = tmp_path / "fire.txt"
    with new_index() as index:
        for text in ("Four people died.", "Five people died.", "Six people died."):
            page.write_text(f"Fire in Vell\n\n{text}\n", encoding="utf-8")
            update(index, [page])
        (article,) = index.articles()
        assert [text.split()[-3] for text in told(index, article.id)] == ["Four", "Five", "Six"]


@pytest.mark.parametrize(
    ("title", "text", "raw"),
    [
        pytest.param("Fire", "Four died.", b"other bytes", id="other bytes, same words"),
        pytest.param("Fire", "4 died.", None, id="same bytes, read in another way by another version of newsdesk"),
    ],
)
def test_what_is_no_other_text_is_no_version(new_index: New, title: str, text: str, raw: bytes | None) -> None:
    first = make_document("a", "Four died.", title="Fire")
    with new_index() as index:
        index.put([first])
        index.put([replace(make_document("a", text, title=title), raw=raw or first.raw, digest="other")])
        assert told(index, "a") == [text]


def test_versions_are_neither_found_nor_counted(new_index: New) -> None:
    with new_index() as index:
        index.put([make_document("a", "The ferry sank.", signature=tuple(range(128)))])
        index.put([make_document("a", "The tram ran.", signature=tuple(range(128)))])
        assert (len(index), len(index.articles()), index.voices()) == (1, 1, {"a": "a"})
        assert "ferry" not in " ".join(hit.text for hit in index.search("ferry sank", k=9))
        assert index.frequencies(["ferry"]) == ({"ferry": 0}, 1)


def test_only_so_many_are_kept_of_a_source(new_index: New) -> None:
    with new_index() as index:
        for number in range(kept.MOST + 5):
            index.put([make_document("a", f"State {number}."), make_document("b", f"Other {number % 3}.")])
        assert told(index, "a") == [f"State {n}." for n in range(4, kept.MOST + 5)]
        assert len(told(index, "b")) == kept.MOST + 1


def test_a_clock_that_goes_back_changes_no_order(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        year_now = 2030

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            cls.year_now -= 1
            return cls(cls.year_now, 1, 1, tzinfo=tz)

    monkeypatch.setattr(kept, "datetime", Clock)
    with new_index() as index:
        for number in range(kept.MOST + 3):
            index.put([make_document("a", f"State {number}.")])
        assert told(index, "a") == [f"State {n}." for n in range(2, kept.MOST + 3)]


def test_a_change_that_fails_keeps_nothing(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        index.put([make_document("a", "Four died.")])

        def fail(*_: object) -> int:
            assert rows(index), "it is kept before the old text goes"
            raise RuntimeError("killed here")

        with monkeypatch.context() as patch:
            patch.setattr(store, "write_article", fail)
            with pytest.raises(RuntimeError):
                index.put([make_document("a", "Six died.")])
        assert (told(index, "a"), rows(index)) == (["Four died."], [])


def test_removing_an_article_removes_its_versions(new_index: New) -> None:
    with new_index() as index:
        for text in ("One.", "Two."):
            index.put([make_document(id_, text + id_) for id_ in "ab"])
        index.remove("a")
        assert [source.rsplit("/", 1)[1] for source, _ in rows(index)] == ["b.txt"]
        index.put([make_document("a", "Two.a")])
        assert told(index, "a") == ["Two.a"], "who ingests it again begins anew"


def test_a_row_that_its_file_gives_no_more_takes_its_versions_with_it(new_index: New, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with new_index() as index:
        for words in ("first", "second"):
            path.write_text("".join(f'{{"id": "{n}", "text": "Row {n} is the {words}."}}\n' for n in range(2)))
            update(index, [path])
        assert len(rows(index)) == 2
        path.write_text('{"id": "1", "text": "Row 1 is the second."}\n')
        assert update(index, [path]).removed == 1
        assert [source.rsplit("#", 1)[1] for source, _ in rows(index)] == ["1"]


def test_copies_of_a_file_that_change_alike_tell_one_history(new_index: New, tmp_path: Path) -> None:
    with new_index() as index:
        for text in ("Four people died in the fire.", "Six people died in the fire."):
            for name in ("a.txt", "b.txt"):
                (tmp_path / name).write_text(text, encoding="utf-8")
            update(index, [tmp_path / "a.txt", tmp_path / "b.txt"])
        (article,) = index.articles()
        assert told(index, article.id) == ["Four people died in the fire.", "Six people died in the fire."]


def test_an_index_of_a_former_schema_is_read_and_then_keeps_versions(
    tmp_path: Path, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:3])
        patch.setattr(schema, "VERSION", 3)
        with Index.open(tmp_path, encoder=encoder, create=True) as index:
            index.put([make_document("a", "Four died.")])
    with Index.open(tmp_path, encoder=encoder) as index:
        assert told(index, "a") == ["Four died."]
        with sqlite3.connect(tmp_path / FILE) as raw:
            assert schema.version(raw) == 3, "to read it nothing is written"
        raw.close()
    with Index.open(tmp_path, encoder=encoder, read_only=False) as index:
        index.put([make_document("a", "Six died.")])
        assert told(index, "a") == ["Four died.", "Six died."]


# Two files, each of which says one of three things or is taken out: texts that meet are one article of two sources.
STEPS = st.lists(st.tuples(st.sampled_from(("s", "t")), st.sampled_from(("x", "y", "z", None))), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_sources_say_each_version_is_of_a_source_that_is_known(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    said: dict[str, str] = {}
    with Index.open(tmp_path_factory.mktemp("index"), encoder=FakeEncoder(), create=True) as index:
        for source, word in steps:
            if word:
                index.put([make_document(word, f"It says {word}.", source=f"{source}.txt")])
                said[source] = word
            elif source in said:
                gone = said[source]
                index.remove(gone)
                said = {other: held for other, held in said.items() if held != gone}
            given_by = dict(index._connection.execute("SELECT source, article FROM sources").fetchall())
            assert {place.rsplit("/", 1)[1][0] for place in given_by} == set(said)
            assert {source for source, _ in rows(index)} <= set(given_by)
            assert {a.id for a in index.articles()} == set(said.values())
            for article in index.articles():
                texts = told(index, article.id)
                assert texts[-1] == article.text
                assert all(a != b for a, b in pairwise(texts))
