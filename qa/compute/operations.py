"""The sums themselves: two printed figures in, one result out, with its unit, bound and precision. Decimal only.

A difference and a sum are as coarse as the coarser operand, though never to fewer than two digits; a quotient has three
significant digits. A bound carries over ("more than 1,500" over 12 is "more than 125 times").
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum

from ingest.figures.about.nouns import plural
from ingest.figures.quantity.units import compatible, describe_unit, is_money
from ingest.types import Bound, Figure, FigureKind, Period
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.words import stem

# Digits a quotient is given with: enough to compare, fewer than most operands are printed with.
QUOTIENT_DIGITS = 3
# A difference is not rounded below so many digits, else 12 percent less 8.5 percent would be 4 points.
FEWEST_DIGITS = 2
# Sums of money whose difference is asked for are of one kind; a thousandfold apart they were picked wrongly.
MOST_APART = 1000
# Wide enough for any figure that news prints; the default 28 digits would round a sum of two huge ones.
_WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)
_LOW = (Bound.MORE_THAN, Bound.AT_LEAST)
_HIGH = (Bound.LESS_THAN, Bound.AT_MOST)
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_PRINTED = re.compile(r"^(?P<sign>[^\w\s]{1,2}|[A-Z]{1,3}[^\w\s])?\s*[\d.,]*\d(?P<rest>.*)$", re.DOTALL)
_FURTHER = re.compile(r"^\s*(?:[a-z]+\s+)?(?:to|and|-|–|—)\s*(?:[^\w\s]{1,2}|[A-Z]{1,3}[^\w\s])?\s*[\d.,]*\d")
_WORDS_OF = {Bound.EXACT: "", Bound.ABOUT: "about ", Bound.MORE_THAN: "more than ", Bound.AT_LEAST: "at least "}
_WORDS_OF |= {Bound.LESS_THAN: "less than ", Bound.AT_MOST: "at most "}
_DAYS_A_MONTH, _DAYS_A_YEAR = 31, 366


class Operation(StrEnum):
    """What is done with two operands."""

    DIFFERENCE = "difference"
    CHANGE = "change"
    """The difference as a percentage of the second, earlier operand."""
    RATIO = "ratio"
    SUM = "sum"
    PER = "per"
    """The first operand for one of what the second counts."""
    PRODUCT = "product"
    LARGER = "larger"
    EARLIER = "earlier"
    ELAPSED = "elapsed"


_SIGNS = {Operation.DIFFERENCE: "−", Operation.SUM: "+", Operation.PRODUCT: "×"}


@dataclass(frozen=True, slots=True)
class Operand:
    """One number that goes into a sum; the end of a range is an operand of its own."""

    value: Decimal
    unit: str | None
    step: Decimal
    bound: Bound
    text: str
    """As printed, with its qualifier."""
    figure: Figure


@dataclass(frozen=True, slots=True)
class Result:
    """What came out; `text` is shown as the short answer."""

    value: Decimal
    unit: str | None
    bound: Bound
    text: str
    falls: bool = False
    """The first operand is the smaller one: what was asked as a rise is a fall."""


def operand(figure: Figure, text: str) -> Operand | None:
    """Return a figure as an operand; None for a range, a date or a figure without a value."""
    if figure.value is None or figure.high is not None or figure.kind in (FigureKind.DATE, FigureKind.ORDINAL):
        return None
    opens = figure.qualifier is not None and text.startswith(figure.qualifier.capitalize())
    said = text[0].lower() + text[1:] if opens else text  # "About 62,000" opened its sentence
    return Operand(figure.value, figure.unit, _step(figure), figure.bound, said, figure)


def ends(figure: Figure) -> tuple[Operand, Operand] | None:
    """Return the high and the low end of a range."""
    if figure.value is None or figure.high is None:
        return None
    step, unit, bound = _step(figure), figure.unit, figure.bound
    high, low = (Operand(v, unit, step, bound, "", figure) for v in (figure.high, figure.value))
    return replace(high, text=_said(high.value, unit, high, high)), replace(low, text=_said(low.value, unit, low, low))


def _step(figure: Figure) -> Decimal:
    """Return the last printed place; "a dozen" counts single things."""
    power = figure.step.normalize().as_tuple().digits == (1,)
    return figure.step if power else min(figure.step, Decimal(1))


def same_sort(a: Figure, b: Figure) -> bool:
    """Say whether two figures can be added or compared: one currency, one dimension, or counts of things."""
    if a.unit and b.unit and (is_money(a.unit) or is_money(b.unit)):
        return compatible(a.unit, b.unit)
    kinds = dimension(a), dimension(b)
    if kinds[0] != kinds[1]:
        return False
    if a.unit == b.unit or kinds[0] == "count":
        return ("/" in (a.unit or "")) == ("/" in (b.unit or "")) or a.unit == b.unit
    return describe_unit(a.unit or "").dimension == describe_unit(b.unit or "").dimension


def compute(operation: Operation, a: Operand, b: Operand) -> Result | None:
    """Return the result; None where it is not defined or the units do not go together."""
    if operation is Operation.PER:
        return _per(a, b)
    if operation is Operation.PRODUCT:
        return _product(a, b)
    b = _converted(b, a)
    if not same_sort(a.figure, b.figure):
        return None
    if operation in (Operation.DIFFERENCE, Operation.CHANGE) and _worlds_apart(a, b):
        return None
    if operation is Operation.DIFFERENCE:
        return _difference(a, b)
    if operation is Operation.SUM:
        return _sum(a, b)
    if operation is Operation.RATIO:
        return _ratio(a, b)
    return _change(a, b) if operation is Operation.CHANGE else None


def _worlds_apart(a: Operand, b: Operand) -> bool:
    """Say whether two sums of money are of different things: the price of a ticket and that of the line."""
    low, high = sorted((abs(a.value), abs(b.value)))
    return dimension(a.figure) == "currency" and high > low * MOST_APART


def _converted(b: Operand, a: Operand) -> Operand:
    """Return `b` in the unit of `a` where both are of one dimension ("km" and "m")."""
    if a.unit == b.unit or not a.unit or not b.unit or dimension(a.figure) in ("count", "currency", "temperature"):
        return b
    ours, theirs = describe_unit(a.unit), describe_unit(b.unit)
    if ours.dimension != theirs.dimension or ours.factor == theirs.factor:
        return b
    factor = _WIDE.divide(theirs.factor, ours.factor)
    return Operand(b.value * factor, a.unit, b.step * factor, b.bound, b.text, b.figure)


def _difference(a: Operand, b: Operand) -> Result:
    falls = a.value < b.value
    big, small = (b, a) if falls else (a, b)
    exact = _WIDE.subtract(big.value, small.value)
    value = rounded(exact, max(a.step, b.step))
    bound = _bound(big.bound, _turned(small.bound), value != exact)
    unit = "pp" if a.unit == "%" else _common_unit(a, b)
    return Result(value, unit, bound, _WORDS_OF[bound] + _said(value, unit, a, b), falls)


def _sum(a: Operand, b: Operand) -> Result | None:
    if a.unit == "%":
        return None  # shares of different wholes do not add up
    exact = _WIDE.add(a.value, b.value)
    value = rounded(exact, max(a.step, b.step))
    bound = _bound(a.bound, b.bound, value != exact)
    unit = _common_unit(a, b)
    return Result(value, unit, bound, _WORDS_OF[bound] + _said(value, unit, a, b))


def _ratio(a: Operand, b: Operand) -> Result | None:
    if not b.value:
        return None
    value = significant(_WIDE.divide(a.value, b.value))
    bound = _bound(a.bound, _turned(b.bound))
    return Result(value, "times", bound, f"{_WORDS_OF[bound]}{number(value)} times", a.value < b.value)


def _change(a: Operand, b: Operand) -> Result | None:
    if b.value <= 0:
        return None
    value = significant(_WIDE.divide((a.value - b.value) * 100, b.value))
    bound = _bound(a.bound, _turned(b.bound)) if value >= 0 else _bound(b.bound, _turned(a.bound))
    return Result(abs(value), "%", bound, f"{_WORDS_OF[bound]}{number(abs(value))} percent", value < 0)


def _per(a: Operand, b: Operand) -> Result | None:
    if not b.value or dimension(b.figure) != "count" or not b.unit:
        return None
    value = significant(_WIDE.divide(a.value, b.value))
    bound = _bound(a.bound, _turned(b.bound))
    text = f"{_WORDS_OF[bound]}{_said(value, a.unit, a, a)} per {b.unit}"
    return Result(value, f"{a.unit}/{b.unit}" if a.unit else None, bound, text)


def _product(a: Operand, b: Operand) -> Result | None:
    if dimension(a.figure) != "count" or dimension(b.figure) == "count":
        return None
    value = _WIDE.multiply(a.value, b.value)
    bound = _bound(a.bound, b.bound)
    return Result(value, b.unit, bound, _WORDS_OF[bound] + _said(value, b.unit, b, b))


def surely_larger(a: Operand, b: Operand) -> bool | None:
    """Say whether `a` exceeds `b`; None where they are equal or their bounds leave it open."""
    b = _converted(b, a)
    if a.value == b.value:
        return None
    big, small = (a, b) if a.value > b.value else (b, a)
    if big.bound in _HIGH or small.bound in _LOW:
        return None
    return a.value > b.value


def _turned(bound: Bound) -> Bound:
    """Return what a bound on something taken away, or divided by, says of the result."""
    return {
        Bound.MORE_THAN: Bound.LESS_THAN,
        Bound.AT_LEAST: Bound.AT_MOST,
        Bound.LESS_THAN: Bound.MORE_THAN,
        Bound.AT_MOST: Bound.AT_LEAST,
    }.get(bound, bound)


def _bound(a: Bound, b: Bound, coarse: bool = False) -> Bound:
    """Return the bound of a result; opposite bounds leave only "about"."""
    said = {a, b} - {Bound.EXACT}
    if not said:
        return Bound.ABOUT if coarse else Bound.EXACT
    if said <= set(_LOW) or said <= set(_HIGH):
        strict = Bound.MORE_THAN if said <= set(_LOW) else Bound.LESS_THAN
        return strict if strict in said else said.pop()
    return Bound.ABOUT


def _common_unit(a: Operand, b: Operand) -> str | None:
    if a.unit and b.unit and dimension(a.figure) == "count":
        return a.unit if alike(stem(a.unit), stem(b.unit)) else None
    return a.unit or b.unit


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """Round to a multiple of `step`, or to two significant digits where that would leave fewer."""
    if not value:
        return value
    finest = Decimal(1).scaleb(value.adjusted() - FEWEST_DIGITS + 1)
    place = Decimal(1).scaleb(min(step, max(finest, Decimal(0))).adjusted())
    return _plain(_WIDE.multiply(_WIDE.divide(value, place).to_integral_value(ROUND_HALF_EVEN), place))


def significant(value: Decimal, digits: int = QUOTIENT_DIGITS) -> Decimal:
    """Round to significant digits; whole numbers keep all of theirs."""
    if not value or value == value.to_integral_value():
        return _plain(value)
    place = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return _plain(_WIDE.multiply(_WIDE.divide(value, place).to_integral_value(ROUND_HALF_EVEN), place))


def _plain(value: Decimal) -> Decimal:
    """Return a decimal without trailing zeros and without an exponent."""
    short = _WIDE.plus(value).normalize(_WIDE)
    return short.quantize(Decimal(1), context=_WIDE) if short == short.to_integral_value() else short


def number(value: Decimal) -> str:
    """Return a number with thousands parted by commas."""
    return f"{_plain(value):,f}"


def _said(value: Decimal, unit: str | None, a: Operand, b: Operand) -> str:
    """Return value and unit in the words of the operands: "81 billion yuan", "$1.2 million", "95 industries"."""
    if unit == "pp":
        return f"{number(value)} percentage point{'' if value == 1 else 's'}"
    scale = ""
    if a.figure.scale or b.figure.scale:
        factor, scale = next(((f, s) for f, s in _SCALES if abs(value) >= f), (Decimal(1), ""))
        value = _WIDE.divide(value, factor)
    sign, words = _unit_words(unit, a.figure if a.unit else b.figure, value)
    return f"{sign}{number(value)}{f' {scale}' if scale else ''}{f' {words}' if words else ''}"


def _unit_words(unit: str | None, figure: Figure, value: Decimal) -> tuple[str, str]:
    if unit is None:
        return "", ""
    if dimension(figure) == "count" and "/" not in unit:
        return "", unit if value == 1 else plural(unit)
    printed = _PRINTED.match(figure.text)
    if printed is None:
        return "", unit if is_money(unit) else plural(unit)
    rest = printed["rest"]
    rest = rest[further.end() :] if (further := _FURTHER.match(rest)) else rest
    if figure.scale:
        rest = re.sub(rf"^\s*{re.escape(figure.scale)}", "", rest, flags=re.IGNORECASE)
    return printed["sign"] or "", rest.strip(" -")


def elapsed(first: Period, second: Period, unit: str | None) -> Result | None:
    """Return the time from one date to another, in the unit asked for or that of the coarser date.

    Years between two months are not said, nor days between two years: a result is no finer than its dates.
    """
    if not (first.start and first.end and second.start and second.end):
        return None
    a, b = sorted((first.start, second.start))
    longest = max((p.end.toordinal() - p.start.toordinal() + 1) for p in (first, second) if p.end and p.start)
    grain = "day" if longest == 1 else "month" if longest <= _DAYS_A_MONTH else "year"
    if longest > _DAYS_A_YEAR:
        return None
    unit = unit or grain
    if longest > 1:  # a month and a day of it are as far apart as their months
        a, b = (d.replace(day=1, month=1 if grain == "year" else d.month) for d in (a, b))
    value, exact = _count_time(a, b, unit)
    coarse = not exact or ("day", "week", "month", "year").index(unit) < ("day", "week", "month", "year").index(grain)
    bound = Bound.ABOUT if coarse else Bound.EXACT
    words = unit if value == 1 else f"{unit}s"
    return Result(value, unit, bound, f"{_WORDS_OF[bound]}{number(value)} {words}", first.start > second.start)


def _count_time(a: date, b: date, unit: str) -> tuple[Decimal, bool]:
    """Return how many units lie between two days, to the nearest, and whether nothing is left over."""
    if unit in ("day", "week"):
        days = (b - a).days
        return (Decimal(days), True) if unit == "day" else (Decimal(round(days / 7)), days % 7 == 0)
    months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
    left = b.day != a.day
    return (
        (Decimal(months), not left) if unit == "month" else (Decimal(round(months / 12)), months % 12 == 0 and not left)
    )


def formula(operation: Operation, a: Operand, b: Operand, result: Result) -> str:
    """Return the sum in a line: "21.4 percent − 13.1 percent = 8.3 percentage points"."""
    if operation is Operation.DIFFERENCE and result.falls:
        a, b = b, a
    if operation is Operation.CHANGE:
        return f"({a.text} − {b.text}) ÷ {b.text} = {'−' if result.falls else ''}{result.text}"
    return f"{a.text} {_SIGNS.get(operation, '÷')} {b.text} = {result.text}"
