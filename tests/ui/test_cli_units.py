"""`newsdesk figures --unit`: people's words for units, and units that the ledger does not have."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from ui.commands.units import units_meant

Go = Callable[..., Any]
HELD = {"%": 9, "CNY": 8, "$": 7, "USD": 6, "HKD": 5, "km": 4, "km/h": 3, "ton": 2, "person": 2, "company": 1, "m2": 1}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("%", ["%"]),
        ("percent", ["%"]),
        ("per cent", ["%"]),
        ("yuan", ["CNY"]),
        ("RMB", ["CNY"]),
        ("cny", ["CNY"]),
        ("$", ["$"]),
        ("dollars", ["$", "USD", "HKD"]),
        ("US dollars", ["USD"]),
        ("kilometres", ["km"]),
        ("km per hour", ["km/h"]),
        ("square metres", ["m2"]),
        ("tonnes", ["ton"]),
        ("people", ["person"]),
        ("Companies", ["company"]),
        ("firms", ["company"]),
        (" company ", ["company"]),
        ("euros", []),
        ("colour", []),
        ("5", []),
        ("", []),
    ],
)
def test_words_mean_units_of_the_ledger(typed: str, meant: list[str]) -> None:
    assert units_meant(typed, HELD) == meant


def test_a_unit_that_is_there_is_not_widened() -> None:
    assert units_meant("tonnes", {"ton": 1, "t": 1}) == ["t"]
    assert units_meant("firms", {"company": 1, "firm": 1}) == ["firm"]


def test_the_unit_is_handed_on_as_the_ledger_writes_it(run: Go, desk: Any) -> None:
    run("figures", "--unit", "percent")
    assert desk.calls[0][1]["unit"] == "%"


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_an_unknown_unit_is_told_apart_and_the_units_are_named(run: Go, desk: Any, form: list[str]) -> None:
    done = run("figures", "--unit", "euros", *form)
    assert done.code == 0 and "no figure has the unit 'euros'; the most frequent are % (3), ferry (2), CNY" in done.line
    assert not [call for call in desk.calls if call != "closed"]
    assert json.loads(done.out) == [] if form == ["--json"] else done.out.count("\n") == len(form)


def test_a_known_unit_without_a_fitting_figure_is_no_unknown_one(run: Go, desk: Any) -> None:
    desk.figures = lambda *_, **__: iter([])
    assert "no figures fit" in run("figures", "--unit", "percent").line
