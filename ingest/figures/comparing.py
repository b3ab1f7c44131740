"""Compare figures: same value at the printed precision, and does a source carry what a claim says."""

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from ingest.figures.quantity.numbers import VAGUE
from ingest.figures.quantity.units import Unit, compatible, describe_unit, is_money, to_base
from ingest.figures.time.calendars import year_of
from ingest.types import Bound, Change, Figure, FigureKind, Period, Status

_TEMPERATURES = frozenset({"degC", "degF", "K"})
_HIGH, _LOW = frozenset({Bound.MORE_THAN, Bound.AT_LEAST}), frozenset({Bound.LESS_THAN, Bound.AT_MOST})
_RISE = frozenset({Change.RISE_BY, Change.RISE_TO})
_FALL = frozenset({Change.FALL_BY, Change.FALL_TO})
_TO = frozenset({Change.RISE_TO, Change.FALL_TO})
_BY = frozenset({Change.RISE_BY, Change.FALL_BY})


class Difference(StrEnum):
    """Why a source does not carry a claim's figure."""

    VALUE = "wrong value"
    UNIT = "wrong unit"
    SCALE = "wrong scale"
    PERIOD = "wrong period"
    DIRECTION = "wrong direction"


def _bare(unit: str | None) -> str | None:
    """Drop "/year": "8,000 machines" may stand for "8,000 machines a year"."""
    return unit.removesuffix("/year") if unit else unit


def same_unit(a: str | None, b: str | None) -> bool:
    """Say whether two units measure the same thing, so that values can be compared.

    Equal; convertible (kg and g); one unsaid in part ("$" and "USD": weakly the same). A counted noun against
    no unit is the same; a measure, a currency or a percentage against no unit is not. "%" is never "pp".
    """
    if a == b:
        return True
    a, b = _bare(a), _bare(b)
    if a is None or b is None:
        return _countable(a) and _countable(b)
    if a == b or compatible(a, b):
        return True
    one, two = describe_unit(a), describe_unit(b)
    return one.dimension == two.dimension or _weak_rate(one, two, a, b)


def _countable(unit: str | None) -> bool:
    return unit is None or describe_unit(unit).dimension.startswith("count:")


def _weak_rate(one: Unit, two: Unit, a: str, b: str) -> bool:
    """Compare rates part by part, so that "$/bbl" goes with "USD/bbl"."""
    if "/" not in a or "/" not in b or one.dimension.partition("/")[2] != two.dimension.partition("/")[2]:
        return False
    return compatible(a.rpartition("/")[0], b.rpartition("/")[0])


def _step(figure: Figure) -> Decimal:
    """Return the step to compare by: an "about" with trailing zeros was rounded to them."""
    step = figure.step
    if figure.bound is Bound.ABOUT and figure.value and step == 1 and figure.value == figure.value.to_integral_value():
        whole = int(abs(figure.value))
        while whole % 10 == 0 and step * 10 < abs(figure.value):
            whole, step = whole // 10, step * 10
    return step


def _base(value: Decimal, unit: str | None, other: str | None) -> Decimal:
    if unit is None or other is None or unit == other:
        return value
    if unit in _TEMPERATURES:
        return to_base(value, unit)
    return value * describe_unit(unit).factor


def _base_step(figure: Figure, unit: str | None, other: str | None) -> Decimal:
    """Return the step in base units; a conversion of units is given to three significant digits at least."""
    step = _step(figure)
    if unit is None or other is None or unit == other:
        return step
    return step * (Decimal(5) / 9 if unit == "degF" else describe_unit(unit).factor)


def same_value(a: Figure, b: Figure) -> bool:
    """Say whether two figures give the same value in the same unit, at the coarser of their printed steps.

    2.43 trillion agrees with 2.432 trillion and 2,430 billion, not with 2.5 trillion; 10,000 does not agree with
    10,342 unless one of them is "about". Ranges agree end by end. Bounds are not compared. Dates agree when
    their days do. "$" agrees with any dollar, "ton" with "tonne", a counted noun with a bare number: weakly.
    """
    if a.kind is not b.kind and FigureKind.DATE in (a.kind, b.kind):
        a, b = _as_year(a), _as_year(b)
    if a.kind is FigureKind.DATE or b.kind is FigureKind.DATE:
        return a.kind is b.kind and _same_days(a.period, b.period)
    if a.value is None or b.value is None or _other_kind(a, b) or not same_unit(a.unit, b.unit):
        return False
    return _same_number(a, b)


def _other_kind(a: Figure, b: Figure) -> bool:
    """Keep scores and ordinals from equalling counts; an age is a duration."""
    special = {FigureKind.SCORE, FigureKind.ORDINAL}
    return a.kind is not b.kind and bool(special & {a.kind, b.kind})


def _is_vague(figure: Figure) -> bool:
    """Say whether a figure is a magnitude only: "hundreds of", "tens of thousands of"."""
    return (figure.scale or "").lower().partition(" ")[0] in VAGUE and figure.bound is Bound.AT_LEAST


def _in_magnitude(a: Figure, b: Figure) -> bool:
    """Say whether the exact one of two figures lies in the magnitude of the vague one: hundreds are 100 to 999."""
    vague, other = (a, b) if _is_vague(a) else (b, a)
    if vague.value is None or other.value is None or vague.step != vague.value:
        return False
    return vague.value <= other.value < 10 * vague.value


def _same_number(a: Figure, b: Figure) -> bool:
    ua, ub = _bare(a.unit), _bare(b.unit)
    if _is_vague(a) != _is_vague(b) and ua == ub:
        return _in_magnitude(a, b)
    step = max(_base_step(a, ua, ub), _base_step(b, ub, ua))
    if not _near(a.value, b.value, ua, ub, step):
        return False
    if a.high is None and b.high is None:
        return True
    return a.high is not None and b.high is not None and _near(a.high, b.high, ua, ub, step)


def _near(a: Decimal | None, b: Decimal | None, ua: str | None, ub: str | None, step: Decimal) -> bool:
    if a is None or b is None:
        return False
    gap = abs(_base(a, ua, ub) - _base(b, ub, ua))
    return gap <= step / 2


def _as_year(figure: Figure) -> Figure:
    """Read four bare digits as the year they may be: the answer "1712" to "in 1712"."""
    bare = figure.kind is FigureKind.QUANTITY and figure.unit is None and len(figure.text) == 4
    days = year_of(int(figure.text)) if bare and figure.text.isdecimal() else None
    return replace(figure, kind=FigureKind.DATE, period=Period(*days, figure.text)) if days else figure


def _same_days(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None:
        return False
    if a.start is None or b.start is None:
        return a.text.lower() == b.text.lower()
    return (a.start, a.end) == (b.start, b.end)


def _period_carried(claim: Period | None, source: Period | None) -> bool:
    """Say whether the source's period is the claim's; a claim without one asks for none.

    "The end of 2022" carries a claim for 2022, and the other way round: a level at the end stands for its year.
    """
    if claim is None:
        return True
    if claim.start is None or claim.end is None:
        return _same_days(claim, source)
    if source is None or source.start is None or source.end is None:
        return False
    if (claim.start, claim.end) == (source.start, source.end):
        return True
    if claim.end == source.end and (source.start == source.end or claim.start == claim.end):
        return True
    if claim.start == source.start and _since(claim) and _since(source):
        return True
    inner, outer = (source, claim) if _days(source) <= _days(claim) else (claim, source)
    return inner.start is not None and _partial_month(inner, outer)


def _since(period: Period) -> bool:
    return period.text.lower().startswith("since")


def _days(period: Period) -> int:
    return (period.end - period.start).days if period.start and period.end else 0


def _partial_month(inner: Period, outer: Period) -> bool:
    """Let "late December" stand for December, and a day for its month where the month is all that is claimed."""
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end and _days(outer) <= 31


def _direction_differs(claim: Figure, source: Figure) -> bool:
    """Say whether bounds, changes or standings contradict each other."""
    if (claim.bound in _HIGH and source.bound in _LOW) or (claim.bound in _LOW and source.bound in _HIGH):
        return True
    if claim.bound in _HIGH | _LOW and source.bound is Bound.EXACT and claim.bound is not Bound.AT_LEAST:
        return (claim.bound in _LOW and claim.bound is not Bound.AT_MOST) or claim.bound is Bound.MORE_THAN
    if (claim.change in _RISE and source.change in _FALL) or (claim.change in _FALL and source.change in _RISE):
        return True
    if (claim.change in _TO and source.change in _BY) or (claim.change in _BY and source.change in _TO):
        return True
    from_one = (claim.change is Change.FROM) != (source.change is Change.FROM)
    if from_one and claim.change is not None and source.change is not None:
        return True
    ahead = {Status.FORECAST, Status.TARGET}
    return source.status in ahead and claim.status is Status.OUTCOME


def compare_figures(claim: Figure, source: Figure) -> Difference | None:
    """Return None when the source's figure carries the claim's, else the first thing that is wrong.

    In order: unit, sign, value, scale (equal digits, other power of ten), direction, period. A claim may be rounder
    than its source but not finer: 2.4 is carried by 2.43, 2.432 is not. A forecast does not carry an outcome.
    """
    if claim.kind is not source.kind and FigureKind.DATE in (claim.kind, source.kind):
        claim, source = _as_year(claim), _as_year(source)
    if claim.kind is FigureKind.DATE or source.kind is FigureKind.DATE:
        if claim.kind is not source.kind:
            return Difference.UNIT
        return None if _period_carried(claim.period, source.period) else Difference.PERIOD
    verdict = _compare_quantity(claim, source)
    for other in source.equivalents if verdict else ():
        again = _compare_quantity(claim, _as_figure(source, other.value, other.unit, other.text))
        if again is not Difference.UNIT:
            return again
    return verdict


def _as_figure(source: Figure, value: Decimal, unit: str, text: str) -> Figure:
    """Return the source figure said in the unit of its equivalent."""
    from ingest.figures.extract import parse_figures

    read = [one for one in parse_figures(text) if one.value == value]
    step = read[0].step if read else Decimal(1)
    return replace(source, value=value, high=None, unit=unit, step=step, text=text, equivalents=())


def _compare_quantity(claim: Figure, source: Figure) -> Difference | None:
    if claim.value is None or source.value is None:
        return Difference.VALUE
    if _other_kind(claim, source) or not same_unit(claim.unit, source.unit):
        return Difference.UNIT
    signed = _opposite(claim, source)
    if signed is not None:
        return signed
    if not _carried_number(claim, source):
        return Difference.SCALE if _same_digits(claim, source) else Difference.VALUE
    if _direction_differs(claim, source):
        return Difference.DIRECTION
    return None if _period_carried(claim.period, source.period) else Difference.PERIOD


def _opposite(claim: Figure, source: Figure) -> Difference | None:
    """Tell "-3.2%" from "grew 3.2%"; "fell 3.2%" says the same as -3.2%."""
    assert claim.value is not None and source.value is not None
    a, b = _signed(claim), _signed(source)
    if a * b < 0 and abs(a) == abs(b):
        return Difference.DIRECTION
    return None


def _signed(figure: Figure) -> Decimal:
    assert figure.value is not None
    if figure.change is Change.FALL_BY and figure.value > 0 and not is_money(figure.unit):
        return -figure.value
    return figure.value


def _carried_number(claim: Figure, source: Figure) -> bool:
    assert claim.value is not None and source.value is not None
    ua, ub = _bare(claim.unit), _bare(source.unit)
    a, b = _base(abs(claim.value), ua, ub), _base(abs(source.value), ub, ua)
    if claim.high is None and source.high is None and a == b:
        return True
    if not _same_number(_unsigned(claim), _unsigned(source)):
        return False
    return _base_step(claim, ua, ub) >= _base_step(source, ub, ua) or ua != ub


def _unsigned(figure: Figure) -> Figure:
    return replace(figure, value=abs(figure.value)) if figure.value is not None and figure.value < 0 else figure


def _same_digits(claim: Figure, source: Figure) -> bool:
    """Say whether the printed digits agree and only the power of ten differs (1.5 million for 1.5 billion)."""
    if not claim.value or not source.value:
        return False
    ratio = abs(claim.value / source.value)
    if ratio in (0, 1):
        return False
    power = Decimal(1)
    while power < ratio or power * ratio < 1:
        power *= 10
    return power >= 1000 and (power in (ratio, 1 / ratio)) and (claim.scale or source.scale) is not None
