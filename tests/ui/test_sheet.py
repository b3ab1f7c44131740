"""Cells for spreadsheets: on the command line and on the page, nothing in them is run."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from ingest.types import Article, Figure, FigureKind
from ui.chat.tabs.ledger import as_csv
from ui.show.sheet import cell

RUN = ["=HYPERLINK(1)", "@SUM(1)", "+1", "-2+3", "-x", "+cmd|' /C calc'!A0", "-3.2 percent", "-", "\uff1d1+1",
       "\u22122", "-1e5", "--1", "-1-1", "%1"]  # fmt: skip
PLAIN = ["-2", "-3.2", "-1,060", "-1,060.50", "7", "two", "1+1", "a=b", "(-2)", ""]
EVIL = "=HYPERLINK(1)"


@pytest.mark.parametrize("said", RUN)
def test_what_a_spreadsheet_would_run_is_text(said: str) -> None:
    assert cell(said) == f"'{said}"
    assert cell(f" \t{said}") == f"'{said}", "behind blanks it is one too"


@pytest.mark.parametrize("said", PLAIN)
def test_numbers_and_words_stay(said: str) -> None:
    assert cell(said) == said


def test_values_that_are_no_text() -> None:
    assert (cell(None), cell(-2), cell(Decimal("-2.50")), cell("two\nlines")) == ("", "-2", "-2.50", "two lines")


def hostile(desk: Any) -> tuple[Article, Figure]:
    article = replace(desk.pile[0], title=EVIL, publisher=EVIL)
    figure = Figure(FigureKind.QUANTITY, 0, 4, "-2+3", value=Decimal(-2), unit=EVIL, subject=EVIL, measure="+1")
    return article, figure


def test_no_cell_of_the_command_line_is_run(run: Any, desk: Any) -> None:
    rows = [hostile(desk)]
    desk.figures = lambda *_, **__: iter(rows)
    (row,) = csv.DictReader(io.StringIO(run("figures", "--csv").out))
    assert (row["text"], row["value"], row["measure"]) == ("'-2+3", "-2", "'+1")
    assert row["title"] == row["publisher"] == row["unit"] == row["subject"] == f"'{EVIL}"


def test_no_cell_of_the_page_is_run(desk: Any) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv([hostile(desk)])))
    assert (row["figure"], row["value"], row["what"]) == ("'-2+3", "-2", "'+1")
    assert row["title"] == row["publisher"] == row["unit"] == row["subject"] == f"'{EVIL}"
