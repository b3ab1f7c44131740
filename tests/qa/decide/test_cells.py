"""The one cell of a table that a question names, by its row and its header."""

from dataclasses import replace

import pytest
from qa_reading import make_pick

from qa.decide.cells import is_cell_asked, rows_beside
from qa.decide.weigh import THRESHOLD, Trust
from qa.stages import _likely
from qa.work import Work

BOOKS = """Town: Callao | Books: 140 books | Fees: £4m
Town: Tumbes | Books: 310 books | Fees: £5m"""
YEARS = "Town: Callao | Fees 2022: £4m | Fees 2023: £5m"
TWICE = "Town: Callao | Books: 140 books\nTown: Callao | Books: 310 books"
CELLS = [
    ("How many books does Tumbes have?", BOOKS, "310 books", True, "row and header say all of it"),
    ("How many books does Tumbes have?", BOOKS, "140 books", False, "another row"),
    ("How many books does Tumbes have?", BOOKS, "£5m", False, "another column"),
    ("How many books does the town of Tumbes have?", BOOKS, "310 books", True, "and what the rows are"),
    ("How many old books does Tumbes have?", BOOKS, "310 books", False, "a word that nothing says"),
    ("How many books are there?", BOOKS, "310 books", False, "no row is named"),
    ("What is Tumbes?", BOOKS, "310 books", False, "no header is named"),
    ("What are the fees of Callao?", YEARS, "£5m", False, "two headers say it"),
    ("What were the fees of Callao in 2023?", YEARS, "£5m", True, "one of them with the year"),
    ("How many books does Callao have?", TWICE, "140 books", False, "two rows of one name"),
    ("How many books does Callao have?", "Callao has 140 books.", "140 books", False, "no table"),
]


@pytest.mark.parametrize(("question", "text", "shown", "asked", "reason"), CELLS, ids=[one[4] for one in CELLS])
def test_cells(question: str, text: str, shown: str, asked: bool, reason: str) -> None:
    assert is_cell_asked(*make_pick(question, text, shown)) is asked, reason


def test_rows_beside_are_those_without_a_gap() -> None:
    text = "Some words.\n\na: 1 | b: 2\na: 3 | b: 4\na: 5 | b: 6\nWords\na: 7 | b: 8"
    start = text.index("a: 3")
    assert [text[low:high] for low, high in rows_beside(text, start, start + 11)] == ["a: 5 | b: 6", "a: 1 | b: 2"]


@pytest.mark.parametrize("least", [0.1, THRESHOLD, 0.8])
def test_the_cell_asked_for_is_shown_but_not_to_who_wants_surer_answers(least: float) -> None:
    asked, pick = make_pick("How many books does the town of Tumbes have?", BOOKS, "310 books")
    doubtful = replace(pick, fits={"margin": -20.0, "rank": 1.0})
    likely = _likely(Work("", asked=asked, least=least), doubtful, [doubtful])
    assert likely == THRESHOLD and Trust(likely, None, least).answers is (least <= THRESHOLD)
