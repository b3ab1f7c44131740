"""The values of rows: losses in brackets, scales beside a currency, years in headers, places that are no figures."""

import pytest

from ingest.figures import extract_figures
from ingest.figures.rows import say_cell

VALUES = [
    ("Profit (million euros): (2.3)", "(2.3)", "-2300000", "EUR", "-2.3 million euros", "accounts print a loss so"),
    ("Profit (£m): (1,200)", "(1,200)", "-1200000000", "GBP", "-£1,200m", "with a sign before it"),
    ("Result: (£2.3m)", "(£2.3m)", "-2300000", "GBP", "-£2.3m", "with its own unit"),
    ("Change (%): (3.1)", "(3.1)", "-3.1", "%", "-3.1%", "a fall in percent"),
    ("Loss (£m): (2.3)", "(2.3)", "2300000", "GBP", "£2.3m", "a loss of so much"),
    ("Boats: (14)", "14", "14", None, None, "no fewer than none are counted"),
    ("Ratio: (3)", "3", "3", None, None, "what may be the mark of a note"),
    ("2023 (2022): (12)", "12", "12", None, None, "a header that says what the bracket is"),
    ("Value (€): 13.1m", "13.1m", "13100000", "EUR", "€13.1 million", "m of money is a million"),
    ("Value (€): 2,4 m", "2,4 m", "2400000", "EUR", "€2,4 million", "with a comma"),
    ("Value (€m): 13.1m", "13.1m", "13100000", "EUR", "€13.1 million", "a scale said twice counts once"),
    ("Value in pounds: 4.2k", "4.2k", "4200", "pound", "4.2 thousand pounds", "a unit in words"),
    ("Height: 13.1m", "13.1m", "13.1", "m", None, "m of no money is metres"),
    ("Guests 2023: 355", "355", "355", "guest", "355 guests", "what is counted, in a header with a year"),
    ("Grain (thousands of tonnes): 5", "5", "5000", "t", "5 thousand tonnes", "a scale in the plural"),
]


@pytest.mark.parametrize(("cell", "text", "value", "unit", "said", "reason"), VALUES, ids=[one[5] for one in VALUES])
def test_values(cell: str, text: str, value: str, unit: str | None, said: str | None, reason: str) -> None:
    row = f"Port: Ansa | {cell} | Mayor: Ana Lima"
    (figure,) = [one for one in extract_figures(row) if one.value is not None]
    assert (figure.text, str(figure.value), figure.unit, figure.subject) == (text, value, unit, "Ansa"), reason
    assert row[figure.start : figure.end] == figure.text
    assert say_cell(row, 0, len(row), figure.start) == (said or None) or said is None, reason


NO_FIGURES = [
    ("Port: Ansa | Mayor: Ana Lima | Rank: 3", "below Rank"),
    ("No.: 4 | Port: Ansa | Mayor: Ana Lima", "below No."),
    ("4 | Port: Ansa | Mayor: Ana Lima", "a number before the name"),
    ("[Source: harbour book, table 7, page 31]", "where a table is from"),
]


@pytest.mark.parametrize(("row", "reason"), NO_FIGURES, ids=[one[1] for one in NO_FIGURES])
def test_no_figures(row: str, reason: str) -> None:
    assert extract_figures(row) == (), reason


def test_a_row_named_by_its_measure_is_of_no_subject() -> None:
    figures = extract_figures("Measure: Grain | Grain 2022 (tonnes): 3 | Grain 2023 (tonnes): 4")
    assert [(f.text, f.subject, f.unit) for f in figures if f.value is not None] == [("3", None, "t"), ("4", None, "t")]
