"""Say what a figure is per: a day, a year, a head, a tonne, each of several."""

import re

from ingest.figures.about.nouns import singular
from ingest.types import Figure, FigureKind

BEHIND = 45
"""Characters behind a figure in which the rate it is per is printed."""

_STOP = re.compile(r"[;.,](?!\d)")
# "Four times the club's yearly budget" is per nothing.
_NOT_OF_A_NOUN = "".join(
    f"(?<!{word} )" for word in ("\\bthe", "\\ba", "\\ban", "its", "their", "his", "her", "'s", "’s")
)
_TIMES = {
    unit: re.compile(
        # "in a year" and "more than a year" are times, "a month later" is one too.
        rf"(?<!\bin )(?<!\bwithin )(?<!\bthan )(?<!\bfor )(?<!\bhalf )\b(?:per|a|an|each|every) {unit}\b"
        rf"(?! (?:later|ago|earlier|before|after|old)\b)|{_NOT_OF_A_NOUN}\b(?-i:{word})\b|/{unit}\b",
        re.IGNORECASE,
    )
    for unit, word in (
        ("hour", "hourly"),
        ("day", "daily"),
        ("week", "weekly"),
        ("month", "monthly"),
        ("year", "(?:yearly|annually|annual|per annum)"),
    )
}
TIMES = frozenset(_TIMES)
"""Rates by time; all others are for each of several things."""
_PER = re.compile(
    r"\b(?:per|for (?:every|each)) (?!cent\b)(?P<many>[\d,]+ )?(?:[a-z]+(?:ed|al|ing|ic) )?(?P<noun>[a-z]+)"
    r"|\b(?P<each>each|apiece)\b(?! (?:of|with|time|other)\b)",
    re.IGNORECASE,
)
_SOLD_BY = re.compile(
    r"^ (?:an?|the) (?P<noun>tonne|ton|kilo|kilogram|gram|ounce|pound|barrel|litre|liter|gallon|bushel|sack|bag|bottle"
    r"|box|metre|meter|kilometre|kilometer|mile|acre|hectare|share|night|ticket|seat|head|person|piece|unit|copy|car"
    r"|crate|cup|trip|ride|visit|game|match|session|lesson)\b(?! of\b)",
    re.IGNORECASE,
)
# "19 kilos of cheese a head"
_OF_WHAT = re.compile(r"^ of [a-z]+(?= an? )")
_EACH_FIRST = re.compile(
    r"^\W*(?:Each|Every) (?:of (?:the|these|its|their) )?(?:[\d,]+ )?(?:[a-z][a-z-]+ )??(?P<noun>[a-z]+) "
    r"(?=[a-z]+(?:ed|s)\b|(?:got|paid|will|has|had|have|was|is|cost|made|sold|took|gave|spent|lost|won) )"
)
# What is measured a day says so before the figure; "annual revenue" is a sum, and its period says of which year.
_MEASURED = re.compile(
    r"\b(?P<rate>hourly|daily|weekly|monthly|per (?:capita|head|person))\b(?: [a-z-]+){0,3}?"
    r" (?:of|is|was|are|were|at|to|reached|averaged|averages)(?: (?:about|around|nearly|some|over|more|than|only))* $",
    re.IGNORECASE,
)
_UNITS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
# "230 euros a tonne" is read whole.
_INSIDE = re.compile(r"(?: (?:an?|the|per|each|every) |/(?=[a-z]{3}))(?P<noun>[a-z]+)$", re.IGNORECASE)
_HEADS = frozenset({"capita", "head", "person"})


def read_rate(figure: Figure, before: str, behind: str) -> str | None:
    """Return what a figure is per, from its words, and its sentence before it and behind it.

    `behind` ends where the next figure starts, or, behind "per", with it: "1,000 people" is per so many. None is a
    plain amount.
    """
    if figure.kind in (FigureKind.DATE, FigureKind.AGE, FigureKind.ORDINAL, FigureKind.SCORE):
        return None
    words = figure.text + _STOP.split(behind[:BEHIND])[0]
    told = f"{words} /{figure.unit.split('/')[-1]}" if figure.unit and "/" in figure.unit else words
    found = [(match.start(), unit) for unit, pattern in _TIMES.items() if (match := pattern.search(told))]
    per = _PER.search(words)
    if per and (per["noun"] or "").casefold() not in TIMES:
        found.append((per.start(), _thing(per)))
    if found:
        return min(found)[1]
    sold = _SOLD_BY.match(_OF_WHAT.sub("", behind)) or (
        _INSIDE.search(figure.text) if figure.unit and "/" in figure.unit else None
    )
    if sold:
        return str(sold["noun"]).casefold()
    measured = _MEASURED.search(before)
    return _UNITS.get(measured["rate"].casefold(), "head") if measured else _each(before)


def _thing(per: re.Match[str]) -> str:
    if per["each"]:
        return "each"
    noun = per["noun"].casefold()
    if per["many"]:
        return f"{per['many']}{noun}"
    return "head" if noun in _HEADS else noun


def _each(before: str) -> str | None:
    """Read "Each family received"; "every year" is a time."""
    each = _EACH_FIRST.match(before)
    noun = singular(each["noun"]) if each else None
    return None if noun in TIMES else noun
