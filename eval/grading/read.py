"""Read what an answer says: its figures and dates, through the public reader of `ingest.figures`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from eval.grading.words import narrow
from ingest.figures import parse_figures
from ingest.figures.quantity.units import describe_unit
from ingest.types import Change, Figure, FigureKind

Span = tuple[date | None, date | None]
_FALLS = (Change.FALL_BY,)
_RISES = (Change.RISE_BY,)


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity as an answer or a quote says it."""

    text: str
    value: Decimal
    step: Decimal
    high: Decimal | None = None
    unit: str | None = None
    bound: str = "exact"
    measure: str = ""
    period: Span | None = None
    direction: int = 0
    """1 for a rise by this much, -1 for a fall or a minus sign, 0 where neither is said."""
    group: int = 0
    """Figures of one group are one figure in several units: "2 km (1.2 miles)"."""
    scale: str | None = None


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as an answer or a quote says it; both ends None where it cannot be resolved."""

    text: str
    start: date | None
    end: date | None


def _direction(figure: Figure) -> int:
    if figure.value is not None and figure.value < 0:
        return -1
    return -1 if figure.change in _FALLS else 1 if figure.change in _RISES else 0


def _from_figure(figure: Figure, group: int) -> list[Said]:
    if figure.value is None or figure.kind in (FigureKind.DATE, FigureKind.ORDINAL):
        return []
    period = figure.period
    main = Said(
        text=figure.text,
        value=abs(figure.value),
        step=figure.step,
        high=figure.high,
        unit=figure.unit,
        bound=figure.bound.value,
        measure=figure.measure or "",
        period=(period.start, period.end) if period and (period.start or period.end) else None,
        direction=_direction(figure),
        group=group,
        scale=figure.scale,
    )
    others = [
        replace(main, text=e.text, value=e.value, step=last_place(e.value), high=None, unit=e.unit, scale=None)
        for e in figure.equivalents
    ]
    return [main, *others]


def last_place(value: Decimal) -> Decimal:
    """Return one unit in the last written place of a number: 0.01 for 1.43, 1 for 1,500."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0))


@lru_cache(maxsize=4096)
def _parse(text: str, published: date | None) -> tuple[Figure, ...]:
    return parse_figures(narrow(text), published)


def read_figures(text: str, published: date | None = None) -> list[Said]:
    """Return the quantities of a text in order; ordinals and dates are none."""
    return [said for number, figure in enumerate(_parse(text, published)) for said in _from_figure(figure, number)]


def read_dates(text: str, published: date | None = None) -> list[SaidDate]:
    """Return the dates of a text in order, read by a publication date where they need one."""
    return [
        SaidDate(f.text, f.period.start, f.period.end)
        for f in _parse(text, published)
        if f.kind is FigureKind.DATE and f.period is not None
    ]


def family(unit: str | None) -> str:
    """Return what a unit measures, roughly: "money", "count", "share", "length"; figures of one family are rivals."""
    if unit is None:
        return "count"
    dimension = describe_unit(unit).dimension
    if "/" in dimension and not dimension.startswith(("count:", "money:")):
        return dimension
    return dimension.split("/")[0].split(":")[0]


def apart(figures: Sequence[Said]) -> list[Said]:
    """Return the figures without repetitions of one value and unit."""
    seen: dict[tuple[Decimal, Decimal | None, str | None], Said] = {}
    for said in figures:
        seen.setdefault((said.value, said.high, said.unit), said)
    return list(seen.values())
