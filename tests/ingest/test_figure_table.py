"""The hand-written tables of figures: every row is a string, what must be read from it, and why."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.figures import find_periods, parse_figures
from ingest.types import Bound, Figure, FigureKind, Period

CASES = Path(__file__).parent / "figure_cases"
PUBLISHED = date(2024, 3, 7)
BOUNDS = {"about": "about", "more": "more than", "least": "at least", "less": "less than", "most": "at most"}


def rows(*names: str) -> Iterator[tuple[str, str, str]]:
    """Yield text, expectation and reason of each row."""
    for path in sorted(CASES.glob("*.txt")):
        if (path.stem in names) == bool(names) and (names or path.stem != "periods"):
            for line in path.read_text(encoding="utf-8").splitlines():
                text, expected, reason = line.rsplit(" | ", 2)
                yield text, expected, reason


def spell(figure: Figure, keys: set[str]) -> dict[str, str]:
    """Return what a row says of a figure: value and unit always, the rest where it is special or asked for."""
    value = f"{figure.value:f}" if figure.high is None else f"{figure.value:f}..{figure.high:f}"
    said = {"value": value, "unit": figure.unit or "none"}
    extra = {
        "scale": (figure.scale or "").replace(" ", "_").replace("\u00a0", "_"),
        "bound": "" if figure.bound is Bound.EXACT else figure.bound.value,
        "kind": "" if figure.kind is FigureKind.QUANTITY else figure.kind.value,
        "status": "" if figure.status.value == "outcome" else figure.status.value,
        "q": (figure.qualifier or "").replace(" ", "_"),
        "eq": " ".join(f"{one.value:f}_{one.unit}" for one in figure.equivalents),
        "step": "" if figure.step == 1 else f"{figure.step:f}",
    }
    said |= {key: text for key, text in extra.items() if text}
    if "change" in keys:
        said["change"] = (figure.change.value if figure.change else "none").replace(" ", "_")
    if "period" in keys:
        said["period"] = days(figure.period)
    return said


def days(period: Period | None) -> str:
    if period is None:
        return "-"
    return f"{period.start}/{period.end}" if period.start else "?"


def expect(text: str) -> list[dict[str, str]]:
    """Read the second column of a row."""
    figures = []
    for one in text.split(" + ") if text != "-" else []:
        value, unit, *rest = one.split(" ")
        said = {"value": plain(value), "unit": unit} | dict(pair.split("=", 1) for pair in rest)
        said |= {"bound": BOUNDS[said["bound"]]} if "bound" in said else {}
        figures.append(said)
    return figures


def plain(value: str) -> str:
    """Drop the trailing zeros that a price shows: 1.50 is 1.5."""
    return "..".join(f"{Decimal(part).normalize():f}" for part in value.split(".."))


@pytest.mark.parametrize(("text", "expected", "reason"), list(rows()))
def test_figures(text: str, expected: str, reason: str) -> None:
    wanted = expect(expected)
    found = [figure for figure in parse_figures(text, PUBLISHED) if figure.kind is not FigureKind.DATE]
    keys = [set(one) for one in wanted] + [set[str]()] * len(found)
    read = [spell(figure, keys[number]) for number, figure in enumerate(found)]
    assert sorted(read, key=str) == sorted(wanted, key=str), reason
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


@pytest.mark.parametrize(("text", "expected", "reason"), list(rows("periods")))
def test_periods(text: str, expected: str, reason: str) -> None:
    found = []
    for one in find_periods(text, PUBLISHED):
        assert text[one.start : one.end] == one.period.text
        role = "" if one.role == "time" else f" {one.role}"
        found.append(f"{one.period.text} = {days(one.period)}{role}")
    assert "; ".join(found) == (expected if expected != "-" else ""), reason


def test_the_tables_are_long_enough() -> None:
    assert len(list(rows())) + len(list(rows("periods"))) >= 300
