"""How a figure is meant, in the table, in CSV and on the page: is it so, per what, whence and where to, of what."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ingest.types import Polarity
from tests.ui.conftest import COUNTED, FERRIES
from ui.chat.tabs.ledger import as_csv
from ui.show.how import say_how
from ui.show.html.lists import ledger_html
from ui.show.terminal.text import cells

Go = Callable[..., Any]
MOVED = replace(COUNTED, polarity=Polarity.NOT, rate="day", origin="Oslo", destination="Bergen", part_of="the fleet")
TOLD: dict[str, Any] = {
    "polarity": "not", "rate": "day", "origin": "Oslo", "destination": "Bergen", "part_of": "the fleet",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"polarity": Polarity.DENIED}, "denied"),
        ({"polarity": Polarity.NOT}, "not so"),
        ({"rate": "day"}, "per day"),
        ({"rate": "1,000 people"}, "per 1,000 people"),
        ({"rate": "each"}, "each"),
        ({"text": "1,406 ferries a day", "rate": "day"}, ""),
        ({"text": "1,406 daylight ferries", "rate": "day"}, "per day"),
        ({"text": "5 C++ jobs", "rate": "c++"}, "per c++"),
        ({"origin": "Oslo"}, "from Oslo"),
        ({"destination": "Bergen"}, "to Bergen"),
        ({"part_of": "the 112 graduates"}, "of the 112 graduates"),
    ],
)
def test_only_what_is_told_is_said(changed: dict[str, Any], said: str) -> None:
    assert say_how(replace(COUNTED, **changed)) == said


def test_all_of_it_in_one_cell() -> None:
    assert say_how(MOVED) == "not so, per day, from Oslo, to Bergen, of the fleet"


def test_a_table_of_a_hundred_cells_holds_it(run: Go, desk: Any) -> None:
    long = replace(FERRIES, id="0123456789abcdef", publisher="The Quay and Harbour Herald")
    desk.figures = lambda *_, **__: iter([(long, replace(MOVED, subject="the harbour office of the north"))])
    lines = run("figures", tty=True, COLUMNS="100", NO_COLOR="1").out.splitlines()
    assert lines[0].split() == ["figure", "measures", "how", "subject", "period", "date", "publisher", "article"]
    assert max(map(cells, lines)) <= 100
    assert "1,406 ferries" in lines[1] and "2023-01-13" in lines[1] and lines[1].endswith("  01234567")


def test_the_column_is_there_only_where_a_figure_says_something(run: Go, desk: Any) -> None:
    assert "how" not in run("figures", tty=True, NO_COLOR="1").out.splitlines()[0].split()
    desk.figures = lambda *_, **__: iter([(FERRIES, MOVED)])
    head, row = run("figures").out.splitlines()
    assert dict(zip(head.split("\t"), row.split("\t"), strict=True))["how"] == say_how(MOVED)


def test_piped_ids_are_whole(run: Go, desk: Any) -> None:
    desk.figures = lambda *_, **__: iter([(replace(FERRIES, id="0123456789abcdef"), MOVED)])
    assert run("figures").out.splitlines()[1].endswith("\t0123456789abcdef")


@pytest.mark.parametrize("figure", [COUNTED, MOVED])
def test_csv_has_the_columns_of_json(run: Go, desk: Any, figure: Any) -> None:
    desk.figures = lambda *_, **__: iter([(FERRIES, figure)])
    (row,) = csv.DictReader(io.StringIO(run("figures", "--csv").out))
    (told,) = json.loads(run("figures", "--json").out)
    assert {name: row[name] for name in TOLD} == {name: told[name] or "" for name in TOLD}


def test_the_page_shows_and_hands_out_the_same() -> None:
    html = ledger_html([(FERRIES, MOVED), (FERRIES, COUNTED)], 2)
    assert ">How<" in html and f">{say_how(MOVED)}<" in html
    (row,) = csv.DictReader(io.StringIO(as_csv([(FERRIES, MOVED)])))
    assert {name: row[name] for name in TOLD} == TOLD
    assert row["article_id"] == FERRIES.id and (row["start"], row["end"]) == ("26", "39")


def test_hostile_words_stay_words(run: Go, desk: Any) -> None:
    evil = replace(MOVED, rate="=1+1", origin="@x", destination="<b>", part_of="\x1b]0;x")
    desk.figures = lambda *_, **__: iter([(FERRIES, evil)])
    (row,) = csv.DictReader(io.StringIO(run("figures", "--csv").out))
    assert (row["rate"], row["origin"]) == ("'=1+1", "'@x")
    assert "\x1b" not in run("figures", tty=True, NO_COLOR="1").out
    assert "<b>" not in ledger_html([(FERRIES, evil)], 1)
