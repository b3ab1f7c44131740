"""Read the unit behind a number: currency, measure, rate, or the noun that is counted."""

from typing import NamedTuple

from ingest.figures.about.nouns import is_plural, read_noun, singular
from ingest.figures.quantity.currencies import read_after
from ingest.figures.quantity.units import FORMS, NAMED_RATES, POWERS, SQUARED, UNITS, describe_unit, is_money
from ingest.figures.tokens import Line, wordset

_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
    "hourly": "hour",
}
_TIMES = wordset("second minute hour day week month year decade night season quarter")
# "$5 a barrel": what a price may be for, beside times and table units.
_PRICED = wordset("share head person ounce bushel unit ticket copy seat piece night bottle cup pack vehicle")


# "300 million a year ago" is no rate.
_NOT_RATES = frozenset({"ago", "earlier", "before", "later", "old", "prior"})
_SHORT_TIMES = {"s": "second", "h": "hour", "d": "day", "yr": "year", "min": "minute", "y": "year"}


class Measured(NamedTuple):
    """A unit read from a line; `counted` tells a noun from a unit of measurement."""

    unit: str
    end: int
    counted: bool = False


def _degrees(line: Line, i: int) -> tuple[str, int] | None:
    """Read "°C", "degrees Celsius", "degrees F" at `i`."""
    if line.low[i] not in ("°", "degree", "degrees"):
        return None
    scale = line.word(i + 1)
    if scale in ("c", "celsius", "centigrade"):
        return "degC", i + 2
    if scale in ("f", "fahrenheit"):
        return "degF", i + 2
    return None


def _power(line: Line, i: int) -> tuple[str, int] | None:
    """Read "square metres", "sq km", "cubic feet", "m2" at `i`."""
    word = line.word(i)
    if word in POWERS:
        j = i + 1 + (line.word(i + 1) in (".", "-"))
        base = SQUARED.get(FORMS.get(line.word(j), ""))
        name = f"{base}{POWERS[word]}"
        return (name, j + 1) if base and name in UNITS else None
    base = SQUARED.get(FORMS.get(word, ""))
    digit = line.word(i + 1)
    if base and digit in ("2", "3") and line.glued(i + 1) and f"{base}{digit}" in UNITS:
        return f"{base}{digit}", i + 2
    return None


def read_table_unit(line: Line, i: int) -> tuple[str, int] | None:
    """Read a unit of measurement at `i`, without its rate; None where none stands."""
    if i >= line.n:
        return None
    raw, word = line.raw[i], line.low[i].replace("μ", "µ")
    special = _degrees(line, i) or _power(line, i)
    if special:
        return special
    j = i + 2 if line.word(i + 1) == "-" and line.glued(i + 1) else i + 1
    pair = FORMS.get(f"{word} {line.word(j)}")
    if pair:
        return pair, j + 1
    if word == "parts" and line.phrase(i + 1, ("per", "million")):
        return "ppm", i + 3
    if raw in FORMS:
        return FORMS[raw], i + 1
    return (FORMS[word], i + 1) if word in FORMS and len(word) > 1 else None


def _times(line: Line, i: int, glued: bool) -> tuple[str, int] | None:
    """Read "times", "-fold", "x" as a factor."""
    word = line.word(i)
    if word in ("times", "fold", "×"):
        return "times", i + 1
    if word == "x" and glued:
        return "times", i + 1
    return None


def _rate(line: Line, unit: str, i: int) -> tuple[str, int]:
    """Add "per day", "a year", "/h", "annually" behind a unit."""
    if unit in ("%", "pp", "bp", "times") or (UNITS.get(unit, None) and UNITS[unit].dimension == "time"):
        return unit, i
    word = line.word(i)
    if word in _ADVERBS:
        return f"{unit}/{_ADVERBS[word]}", i + 1
    if word not in ("per", "a", "an", "/", "each", "every"):
        return unit, i
    if line.word(i + 2) in _NOT_RATES:
        return unit, i
    if word == "per" and line.word(i + 1) == "capita":
        return f"{unit}/person", i + 2
    short = _SHORT_TIMES.get(line.raw[i + 1]) if word in ("/", "per") and i + 1 < line.n else None
    table = (short, i + 2) if short else read_table_unit(line, i + 1)
    under, end = table if table else (singular(line.word(i + 1)), i + 2)
    if not table and not (line.is_word(i + 1) and _may_divide(unit, word, under)):
        return unit, i
    if table and word in ("a", "an", "each", "every") and under not in _TIMES and not is_money(unit):
        return unit, i
    if table and word in ("per", "/") and under in ("%", "times"):
        return unit, i
    return NAMED_RATES.get((unit, under), f"{unit}/{under}"), end


def _may_divide(unit: str, word: str, under: str) -> bool:
    if word == "per":
        return under not in ("cent", "se", "diem", "the")
    return word in ("a", "an", "each", "every") and (under in _TIMES or (is_money(unit) and under in _PRICED))


def read_unit(line: Line, i: int, single: bool, money: str | None, glued: bool) -> Measured | None:
    """Read what stands behind a number that ends before token `i`; a currency before it is given as `money`.

    A hyphen glued to both sides joins number and unit ("a 30-minute ride", "a 20-million-yuan fund").
    """
    hyphen = line.word(i) in ("-", "‑") and line.glued(i) and line.glued(i + 1)
    j = i + 1 if hyphen else i
    if money:
        unit, end = _rate(line, money, i)
        return Measured(unit, end)
    if j >= line.n:
        return None
    found = _times(line, j, glued) or read_after(line, j) or _percent(line, j) or read_table_unit(line, j)
    if found:
        return Measured(*_rate(line, *found))
    if line.low[j] in ("pounds", "pound"):
        return Measured(*_rate(line, "pound", j + 1))
    if line.word(j) in ("revolutions", "rotations") or hyphen:
        single = True
    return _counted(line, j, single, hyphen)


def _percent(line: Line, i: int) -> tuple[str, int] | None:
    """Read "per cent"; one word and the sign are in the table."""
    if line.low[i] == "per" and line.word(i + 1) == "cent":
        return ("pp", i + 3) if line.word(i + 2) in ("point", "points") else ("%", i + 2)
    return None


# Hyphenated with a number these are adjectives of kind, not counts.
_NOT_COUNTED = wordset(
    "way odd off on up stop sided handed fold tier time ply piece in by to a the and wheel star class rate hand party"
    " dimensional step track sum game down"
)


def _counted(line: Line, j: int, single: bool, hyphen: bool) -> Measured | None:
    if hyphen:
        word = line.low[j]
        if not line.is_word(j) or word in _NOT_COUNTED or len(word) < 3:
            return None
        return Measured(singular(word), j + 1, True)
    noun = read_noun(line, j, single)
    if noun is None:
        if line.low[j] == "人":
            return Measured("person", j + 1, True)
        return None
    unit, end = noun
    rated, rate_end = _rate(line, unit, end)
    return Measured(rated, rate_end, True)


__all__ = ["Measured", "describe_unit", "is_plural", "read_table_unit", "read_unit"]
