"""Every figure and date known of the five real articles is read from them: value, unit, qualifier, period, standing."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.figures import extract_figures
from ingest.types import Bound, Figure, FigureKind, Status

SHARED = Path(__file__).parents[3] / "shared"
FACTS = SHARED / "facts.jsonl"
pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="the five articles are not part of the repository")

UNITS = {
    "CNY": "CNY", "%": "%", "times": "times", "mm": "mm", "square metres": "m2", "revolutions per minute": "rpm",
    "machines per year": "machine/year", "universities": "university", "industries": "industry", "branches": "branch",
    "companies": "company", "employees": "employee", "enterprises": "enterprise",
}  # fmt: skip
BOUNDS = {
    None: {Bound.EXACT}, "more than": {Bound.MORE_THAN}, "over": {Bound.MORE_THAN}, "surpassed": {Bound.MORE_THAN},
    "around": {Bound.ABOUT}, "at least": {Bound.AT_LEAST}, "or more": {Bound.AT_LEAST},
}  # fmt: skip


def rows(kind: str) -> list[dict[str, Any]]:
    if not FACTS.exists():
        return []
    facts = [json.loads(line) for line in FACTS.read_text(encoding="utf-8").splitlines()]
    return [fact for fact in facts if fact["kind"] == kind and fact["measure"] != "published"]


def label(fact: dict[str, Any]) -> str:
    return f"{fact['article'][:3]}-{fact['measure'][:30]}-{fact['value']}"


@pytest.fixture(scope="module")
def ledgers() -> dict[str, tuple[Figure, ...]]:
    """Read the figures of each article by its own publication date, None where it has none."""
    facts = [json.loads(line) for line in FACTS.read_text(encoding="utf-8").splitlines()]
    found = {}
    for fact in facts:
        if fact["measure"] == "published":
            published = date.fromisoformat(fact["value"]) if fact["value"] else None
            text = (SHARED / "articles" / fact["article"]).read_text(encoding="utf-8")
            found[fact["article"]] = extract_figures(text, published=published)
    return found


def days(said: str) -> tuple[date, date]:
    """Return the first and last day of "2022", "2023-10", "2023-12-31" or "2013/2022"."""
    first, _, last = said.partition("/")
    start = date.fromisoformat((first + "-01-01")[:10])
    parts = [int(part) for part in (last or first).split("-")]
    if len(parts) == 3:
        return start, date(parts[0], parts[1], parts[2])
    month = parts[1] if len(parts) == 2 else 12
    following = date(parts[0] + month // 12, month % 12 + 1, 1)
    return start, date.fromordinal(following.toordinal() - 1)


def in_period(figure: Figure, fact: dict[str, Any]) -> bool:
    said, period = fact.get("period"), figure.period
    if said is None:
        return True
    if said.startswith("since"):
        return bool(period and period.start and period.start.year == int(said.split()[1]))
    first, last = days(said)
    return bool(period and period.start and period.end and first <= period.start and period.end <= last)


def singular(unit: str) -> str:
    return UNITS.get(unit, unit.removesuffix("s"))


def matches(figure: Figure, fact: dict[str, Any]) -> bool:
    high = Decimal(str(fact["high"])) if "high" in fact else None
    forecast = "forecast" in fact.get("note", "")
    return (
        figure.value == Decimal(str(fact["value"]))
        and figure.high == high
        and figure.unit == singular(fact["unit"])
        and figure.bound in BOUNDS[fact.get("qualifier")]
        and in_period(figure, fact)
        and (figure.status is Status.FORECAST) == forecast
    )


@pytest.mark.parametrize("fact", rows("figure"), ids=label)
def test_a_known_figure_is_read(ledgers: dict[str, tuple[Figure, ...]], fact: dict[str, Any]) -> None:
    ledger = ledgers[fact["article"]]
    near = [one for one in ledger if one.value == Decimal(str(fact["value"]))]
    assert any(matches(one, fact) for one in ledger), near


@pytest.mark.parametrize("fact", rows("date"), ids=label)
def test_a_known_date_is_read(ledgers: dict[str, tuple[Figure, ...]], fact: dict[str, Any]) -> None:
    first, last = days(fact["value"])
    dates = [one.period for one in ledgers[fact["article"]] if one.kind is FigureKind.DATE and one.period]
    assert any(one.start and one.end and first <= one.start and one.end <= last for one in dates), dates


def test_an_undated_article_resolves_no_weekday(ledgers: dict[str, tuple[Figure, ...]]) -> None:
    weekdays = [one.period for one in ledgers["003_92246d45ece8fe47.txt"] if one.text == "Tuesday"]
    assert weekdays and all(one and one.start is None and one.text == "Tuesday" for one in weekdays)


def test_values_given_twice_are_equivalents(ledgers: dict[str, tuple[Figure, ...]]) -> None:
    twice = {one.value: one.equivalents[0].value for ledger in ledgers.values() for one in ledger if one.equivalents}
    assert twice == {2_300_000_000_000: 319_500_000_000, 172_100_000_000: 25_500_000_000}
