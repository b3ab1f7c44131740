"""As of a day: a page answers with what it said then, under an id by which exactly that is opened again."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
from index_fakes import FakeEncoder, make_document

from index import Index
from index.versions import kept, past
from ingest.errors import NotFound

New = Callable[..., Index]
PAGE = "https://example.org/storm"
STATES = [
    (date(2026, 3, 2), "The grid says 120,000 homes are dark."),
    (date(2026, 3, 4), "The grid says 30,000 homes are dark."),
    (date(2026, 3, 6), "The grid says 200 homes are dark."),
]


def put(index: Index, source: str, patch: pytest.MonkeyPatch, states: Sequence[tuple[date, str]] = STATES) -> None:
    """Give an index what a source said on some days, each read at noon of its day."""
    for day, text in states:

        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None, day: date = day) -> datetime:
                return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

        patch.setattr(kept, "datetime", Clock)
        published = date(2026, 3, 1) if source == PAGE else None
        index.put([make_document("ab12", text, title="Storm", source=source, published=published, url=PAGE)])


@pytest.mark.parametrize(
    ("day", "told", "id_"),
    [
        (None, "200", "ab12"),
        (date(2026, 3, 2), "120,000", "ab12@1"),
        (date(2026, 3, 3), "120,000", "ab12@1"),
        (date(2026, 3, 4), "30,000", "ab12@2"),
        (date(2026, 3, 5), "30,000", "ab12@2"),
        (date(2026, 3, 6), "200", "ab12"),
        (date(2026, 9, 1), "200", "ab12"),
    ],
)
def test_a_page_is_found_as_it_stood(
    new_index: New, monkeypatch: pytest.MonkeyPatch, day: date | None, told: str, id_: str
) -> None:
    with new_index() as index:
        put(index, PAGE, monkeypatch)
        hits = index.search("how many homes are dark", k=5, as_of=day)
        assert [(hit.article.id, told in hit.text) for hit in hits] == [(id_, True)]
        assert index.article(id_).text[hits[0].start : hits[0].end] == hits[0].text
        assert [told in figure.text for figure in index.figures_of(id_)] == ([True] if "@" in id_ else [])
        assert len(index.sentences(id_)) == len(index.sentence_vectors(id_)) == 1
        (one,) = index.sentence_cosines(index.encode_query(hits[0].text), id_)
        assert one.cosine == pytest.approx(1, abs=1e-3)


def test_before_it_was_published_nothing_is_found(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        put(index, PAGE, monkeypatch)
        assert index.search("how many homes are dark", as_of=date(2026, 2, 1)) == []


def test_the_first_version_of_a_file_was_a_slip(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        put(index, "storm.txt", monkeypatch)
        said = [index.search("homes dark", as_of=date(2026, 3, n))[0].article.id for n in (2, 4, 6)]
        assert said == ["ab12", "ab12@2", "ab12"]
        assert index.search("homes dark", as_of=date(2026, 3, 4), dated_only=True) == []


def test_others_are_found_beside_it_in_order_of_score(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        put(index, PAGE, monkeypatch)
        index.put(
            [make_document("c", "A tram ran.", published=date(2026, 1, 1)), make_document("d", "Homes are dark.")]
        )
        hits = index.search("how many homes are dark", k=3, as_of=date(2026, 3, 3))
        assert {hit.article.id for hit in hits} == {"ab12@1", "c", "d"} and hits[-1].article.id == "c"
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert len(index.search("how many homes are dark", k=1, as_of=date(2026, 3, 3))) == 1


def test_only_the_nearest_are_read(new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "NEAREST", 2)
    with new_index() as index:
        encoder = index.encoder
        assert isinstance(encoder, FakeEncoder)
        for number in range(6):
            for text in (f"Town {number} has {'ferries' if number < 2 else 'trams'}.", "Nothing."):
                index.put([make_document(f"a{number}", text, source=f"https://example.org/{number}")])
        before = encoder.encoded
        hits = index.search("ferries", k=9, as_of=date(2026, 1, 1))
        assert {hit.article.id for hit in hits} == {"a0@1", "a1@2"}
        assert encoder.encoded - before == 1 + 2 * 2  # the question, and of each one chunk and one sentence
        index.search("ferries", k=9, as_of=date(2026, 1, 1))
        assert encoder.encoded - before == 1 + 2 * 2


@pytest.mark.parametrize("id_", ["ab12@9", "ab12@", "ab12@x", "zz@1", "@", "c@1"])
def test_what_is_no_version_is_not_found(new_index: New, monkeypatch: pytest.MonkeyPatch, id_: str) -> None:
    with new_index() as index:
        put(index, PAGE, monkeypatch)
        index.put([make_document("c", "A tram ran.")])
        for read in (index.article, index.sentences, index.figures_of, index.remove):
            with pytest.raises(NotFound):
                read(id_)


def test_a_version_that_is_dropped_is_not_found(
    new_index: New, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with new_index() as index:
        put(index, PAGE, monkeypatch)
        assert index.article("ab12@1").text == STATES[0][1]
        index.remove("ab12")
        with pytest.raises(NotFound):
            index.article("ab12@1")
        put(index, PAGE, monkeypatch, [(date(2026, 3, 2), "All is well."), (date(2026, 3, 4), "Not at all.")])
        (hit,) = index.search("homes", as_of=date(2026, 3, 2))
        assert (hit.article.id, hit.text) == ("ab12@1", "All is well.")
