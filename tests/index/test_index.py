"""Putting articles in, taking them out, finding them."""

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from index_fakes import FakeEncoder, make_document

from index import Index, reembed
from index.connect import FILE
from ingest.errors import CorruptIndex, IndexFolderError, ModelMismatch, NoIndex, NotFound
from ingest.types import Bound, Change, Equivalent, Figure, FigureKind, Period, Status

DAY = date(2024, 5, 6)


def harbour(**fields):
    return make_document(
        "h1",
        "The harbour of Lisbon handled 43,000 containers last month. Cranes were replaced in spring.",
        title="Harbour grows",
        publisher="The Quay",
        authors=("Ana Sá", "B. Lee"),
        published=DAY,
        **fields,
    )


def test_an_article_comes_back_as_it_went_in(new_index) -> None:
    document = harbour(url="https://example.org/h")
    with new_index() as index:
        assert index.put([document]) == ["added"]
    with new_index() as index:
        assert index.articles() == [document.article]
        assert index.article("h1") == document.article
        assert index.raw("h1") == document.raw
        assert index.sentences("h1") == list(document.sentences)
        assert len(index) == 1


FIGURES = (
    Figure(FigureKind.QUANTITY, 0, 4, "2.40", Decimal("2.40"), high=Decimal("1E+3"), unit="m2", step=Decimal("0.01")),
    Figure(
        FigureKind.QUANTITY,
        5,
        9,
        "12%",
        Decimal("-12"),
        unit="%",
        scale="bn",
        qualifier="about",
        bound=Bound.ABOUT,
        status=Status.FORECAST,
        change=Change.FALL_BY,
        period=Period(date(2023, 1, 1), None, "last year", DAY),
        subject="the port",
        measure="trade",
        attributed_to="the mayor",
        equivalents=(Equivalent(Decimal("1.10"), "USD", "$1.10", 11, 16),),
    ),
    Figure(FigureKind.DATE, 10, 14, "2022", period=Period(date(2022, 1, 1), date(2022, 12, 31), "2022")),
)


def test_figures_come_back_exactly(new_index) -> None:
    with new_index() as index:
        index.put([harbour(figures=FIGURES)])
        found = index.figures_of("h1")
        assert tuple(found) == FIGURES
        assert [str(f.value) for f in found] == ["2.40", "-12", "None"]
        assert str(found[0].high) == "1E+3"


@pytest.mark.parametrize(
    ("wanted", "places", "reason"),
    [
        ({}, [0, 1, 2], "no condition"),
        ({"unit": "%"}, [1], "unit"),
        ({"kind": FigureKind.DATE}, [2], "kind"),
        ({"subject": "PORT"}, [1], "part of the subject, case aside"),
        ({"words": "trade"}, [1], "the measure"),
        ({"words": "harbour"}, [0, 1, 2], "the title"),
        ({"words": "100%"}, [], "a wildcard of LIKE is a plain character"),
        ({"start": date(2022, 6, 1)}, [2], "ends on the day or later; unknown ends are left out"),
        ({"end": date(2022, 6, 1)}, [2], "begins on the day or earlier"),
        ({"publisher": "the quay"}, [0, 1, 2], "publisher, case aside"),
        ({"publisher": "quay"}, [], "the whole publisher"),
        ({"as_of": date(2024, 5, 5)}, [], "published later"),
    ],
)
def test_figures_are_filtered(new_index, wanted, places, reason) -> None:
    with new_index() as index:
        index.put([harbour(figures=FIGURES)])
        found = list(index.figures(**wanted))
        assert [FIGURES.index(figure) for _, figure in found] == places, reason
        assert all(article.id == "h1" for article, _ in found)


def test_an_article_replaces_itself_and_a_removed_one_is_gone(new_index) -> None:
    with new_index() as index:
        index.put([harbour(), make_document("x", "A bakery opened in Porto.")])
        changed = make_document("h1", "The harbour closed for repairs.", title="Closed")
        assert index.put([changed, changed]) == ["changed", "unchanged"]
        assert [hit.article.id for hit in index.search("43,000 containers")].count("h1") == 1
        assert index.search("harbour")[0].text == "The harbour closed for repairs."
        index.remove("h1")
        assert [hit.article.id for hit in index.search("harbour")] == ["x"]
        assert not list(index.figures())
        with pytest.raises(NotFound, match="h1"):
            index.remove("h1")


def test_a_source_that_gives_another_article_gives_up_the_old_one(new_index) -> None:
    with new_index() as index:
        index.put([make_document("a", "Old words.", source="f"), make_document("b", "Other.", source="g")])
        assert index.put([make_document("c", "New words.", source="f")]) == ["changed"]
        assert [a.id for a in index.articles()] == ["b", "c"]


def test_one_article_from_two_sources_is_kept_once_and_survives_the_loss_of_one(new_index) -> None:
    one, two = make_document("a", "Same.", source="f"), make_document("a", "Same.", source="g")
    with new_index() as index:
        assert index.put([one, two]) == ["added", "duplicate"]
        index.put([make_document("z", "Else.", source="f")])
        assert [a.id for a in index.articles()] == ["a", "z"]


def test_a_source_that_comes_back_to_an_article_is_one_of_its_sources_again(new_index) -> None:
    with new_index() as index:
        for id_, source in (("y", "s.txt"), ("y", "t.txt"), ("x", "s.txt")):
            index.put([make_document(id_, f"It says {id_}.", source=source)])
        assert index.put([make_document("y", "It says y.", source="s.txt")]) == ["changed"]
        index.put([make_document("z", "It says z.", source="t.txt")])
        assert [article.id for article in index.articles()] == ["y", "z"]


def test_the_fingerprint_does_not_depend_on_the_order(new_index) -> None:
    documents = [make_document(f"d{n}", f"Text number {n} of the set.") for n in range(5)]
    prints = set()
    for name, order in (("one", documents), ("two", documents[::-1])):
        with new_index(name) as index:
            for document in order:
                index.put([document])
            prints.add(index.fingerprint())
            before = index.fingerprint()
            index.put(documents)
            assert index.fingerprint() == before
    assert len(prints) == 1
    with new_index("one") as index:
        index.remove("d0")
        assert index.fingerprint() not in prints


def test_as_of_hides_what_was_published_later_and_keeps_undated(new_index) -> None:
    with new_index() as index:
        index.put([harbour(), make_document("u", "An undated note on the harbour.")])
        ids = [{h.article.id for h in index.search("harbour", as_of=day)} for day in (DAY, date(2024, 5, 5), None)]
    assert ids == [{"h1", "u"}, {"u"}, {"h1", "u"}]


def test_near_copies_share_a_voice_until_the_link_goes(new_index) -> None:
    def spread(*runs: range) -> tuple[int, ...]:
        return tuple(n * 2654435761 % 2**32 for run in runs for n in run)

    base = spread(range(128))
    near = spread(range(90), range(1000, 1038))
    end = spread(range(2000, 2050)) + near[50:]  # near to `near`, not to `base`
    documents = [
        make_document(id, f"Story {id}.", signature=s, publisher=id)
        for id, s in (("c", base), ("b", near), ("a", end), ("z", spread(range(500, 628))))
    ]
    with new_index() as index:
        index.put(documents)
        assert index.voices() == {"a": "a", "b": "a", "c": "a", "z": "z"}
        assert index.copies("c") == ["a", "b"]
        index.remove("b")
        assert index.voices() == {"a": "a", "c": "c", "z": "z"}


def test_sentence_cosines_are_those_of_the_sentences(new_index, encoder) -> None:
    document = harbour()
    with new_index() as index:
        index.put([document])
        query = index.encode_query("cranes in spring")
        found = index.sentence_cosines(query, "h1")
    texts = [document.article.text[s.start : s.end] for s in document.sentences]
    np.testing.assert_allclose([s.cosine for s in found], encoder.encode(texts) @ query, atol=2e-3)
    assert [(s.start, s.end) for s in found] == [(s.start, s.end) for s in document.sentences]


def test_there_is_no_index(tmp_path: Path, encoder) -> None:
    with pytest.raises(NoIndex, match="newsdesk ingest"):
        Index.open(tmp_path / "none", encoder=encoder)
    assert not (tmp_path / "none").exists()


def test_an_empty_file_is_no_index_yet(tmp_path: Path, encoder) -> None:
    (tmp_path / FILE).touch()
    with pytest.raises(NoIndex):
        Index.open(tmp_path, encoder=encoder)
    with Index.open(tmp_path, encoder=encoder, create=True) as index:
        assert index.put([harbour()]) == ["added"]


def test_another_model_is_refused_until_everything_is_encoded_anew(new_index, tmp_path: Path) -> None:
    with new_index() as index:
        index.put([harbour()])
    other = FakeEncoder("f" * 64)
    for settings in ({}, {"create": True}):
        with pytest.raises(ModelMismatch, match="reembed"):
            Index.open(tmp_path / "index", encoder=other, **settings)
    with Index.open(tmp_path / "index", encoder=other, create=True, any_model=True) as index:
        assert reembed(index) == 1
    with Index.open(tmp_path / "index", encoder=other) as index:
        (hit,) = index.search("harbour")
        whole = other.encode(["Harbour grows\n" + hit.text])[0]
        assert hit.dense == pytest.approx(float(whole @ other.encode(["harbour"])[0]), abs=1e-6)


@pytest.mark.parametrize("damage", [b"not a database at all" * 200, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file_is_said_and_left_as_it_is(new_index, tmp_path: Path, encoder, damage: bytes) -> None:
    with new_index() as index:
        index.put([harbour()])
    path = tmp_path / "index" / FILE
    path.write_bytes(damage)
    for settings in ({}, {"create": True}):
        with pytest.raises(CorruptIndex, match="damaged") as caught:
            Index.open(tmp_path / "index", encoder=encoder, **settings).put([harbour()])
        assert "\n" not in str(caught.value)
        assert path.read_bytes() == damage


def test_a_database_of_something_else_is_not_written_to(tmp_path: Path, encoder) -> None:
    with sqlite3.connect(tmp_path / FILE) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(CorruptIndex):
        Index.open(tmp_path, encoder=encoder, create=True).put([harbour()])
    assert (tmp_path / FILE).read_bytes() == before


def test_a_full_disk_is_one_line_and_changes_nothing(new_index) -> None:
    with new_index() as index:
        index.put([harbour()])
        with index.changing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        big = make_document("big", "A long story is told here. " * 3000)
        with pytest.raises(IndexFolderError, match="no room left"):
            index.put([big])
        assert [a.id for a in index.articles()] == ["h1"]


def test_an_index_opened_for_reading_is_not_written(new_index, tmp_path: Path, encoder) -> None:
    new_index().close()
    with Index.open(tmp_path / "index", encoder=encoder) as index, pytest.raises(IndexFolderError, match="reading"):
        index.put([harbour()])


def test_units_are_counted_and_what_has_none_is_left_out(new_index) -> None:
    with new_index() as index:
        index.put([harbour(figures=(*FIGURES, replace(FIGURES[0], start=20, end=24)))])
        assert index.units() == {"m2": 2, "%": 1}
