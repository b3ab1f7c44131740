"""An index that a former version wrote: it opens, its figures keep to the rules of today, and it is written anew."""

import json
import sqlite3
from pathlib import Path

import pytest
from index_fakes import FakeEncoder

from index import Index, codec, reembed, update
from index.connect import FILE
from ingest import version
from ingest.types import Figure, Polarity

TEXT = (
    "Stenholt, a brewery in Orm, opened in 1901. The brewery employs 310 people. Police said 14 of the 30 guests were"
    " not charged. The mill burns 420 tonnes of straw a day."
)
NEW = ("polarity", "rate", "origin", "destination", "part_of")


@pytest.fixture
def former(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `news` with one article, and its index `index` as the former version wrote it."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(f"Brewery news\n\n{TEXT}\n", encoding="utf-8")
    written = codec.figure_row

    def former_row(figure: Figure) -> tuple[object, ...]:
        *columns, _, measure, whole = written(figure)
        data = {name: value for name, value in json.loads(whole).items() if name not in (*NEW, "subject")}
        return (*columns, None, measure, json.dumps(data))

    with monkeypatch.context() as patch:
        patch.setattr(codec, "figure_row", former_row)
        patch.setattr(version, "INGEST_VERSION", version.INGEST_VERSION - 1)
        patch.setattr("ingest.documents.INGEST_VERSION", version.INGEST_VERSION)
        with open_index(tmp_path, create=True) as index:
            assert update(index, [tmp_path / "news"]).added == 1
    return tmp_path


def open_index(folder: Path, **settings: bool) -> Index:
    return Index.open(folder / "index", encoder=FakeEncoder(), **settings)


def told(index: Index) -> dict[str, Figure]:
    (article,) = index.articles()
    return {figure.text: figure for figure in index.figures_of(article.id)}


def stored_former(folder: Path) -> bool:
    raw = sqlite3.connect(folder / "index" / FILE)
    rows = raw.execute("SELECT whole FROM figures").fetchall()
    raw.close()
    return any(codec.is_former(whole) for (whole,) in rows)


def test_a_former_row_is_read_with_defaults() -> None:
    figure = codec.figure_of('{"kind": "quantity", "start": 0, "end": 1, "text": "5", "step": "1", "bound": "exact",'
                             ' "status": "outcome"}')  # fmt: skip
    assert (figure.polarity, figure.rate, figure.part_of) == (Polarity.SAID, None, None)


def test_its_figures_are_completed_as_they_are_read(former: Path) -> None:
    with open_index(former) as index:
        assert stored_former(former)
        figures = told(index)
        assert figures["14"].polarity is Polarity.NOT and figures["14"].part_of == "the 30 guests"
        assert figures["420 tonnes"].rate == "day"
        assert figures["310 people"].subject is None
        assert {figure.text: figure for _, figure in index.figures()} == figures
        assert [figure.rate for _, figure in index.figures(unit="t")] == ["day"]


def test_the_next_ingest_of_its_sources_fills_it(former: Path) -> None:
    with open_index(former, create=True) as index:
        assert update(index, [former / "news"]).changed == 1
        assert not stored_former(former)
        assert told(index)["310 people"].subject == "Stenholt"
        assert update(index, [former / "news"]).unchanged == 1


def test_reembed_fills_it(former: Path) -> None:
    with open_index(former, create=True) as index:
        assert told(index)["310 people"].subject is None
        assert reembed(index) == 1
        assert not stored_former(former)
        assert told(index)["310 people"].subject == "Stenholt"


def test_words_are_looked_for_in_what_is_told_and_not_in_the_names_of_fields(former: Path) -> None:
    with open_index(former, create=True) as index:
        update(index, [former / "news"])
        assert not list(index.figures("polarity")) and not list(index.figures("rate"))
        assert [figure.text for _, figure in index.figures("Stenholt")] == ["310 people"]
