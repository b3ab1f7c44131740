"""Does a figure's unit fit what a question asks for?"""

import re

from ingest.figures.quantity.units import FORMS, UNITS
from ingest.types import Change, Figure, FigureKind
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.words import stem, tokens
from qa.types import Asks
from qa.understand.question import Question

_HOW_FAR_CHANGED = re.compile(
    r"\bhow far\b.*\b(?:ris|rose|fall|fell|drop|grow|grew|widen|narrow"
    r"|slip|slid|cut|lower|rais|declin|climb|jump|shr|up\b|down\b|above|below)",
    re.IGNORECASE,
)
UNFIT = -0.5
"""A figure that fits no better is of another kind than what is asked."""
PER_UNIT = 0.6
"""For a price of one ("52 dollars a share") where the question does not say it wants one."""
_PER = re.compile(r"\b(?:per|each|an?|every|price|rate|fare|fee|wage|salary|rent|ticket|charge)s?\b|\w/\w|ly\b", re.I)
# A step is told in money or in percent; which, the question does not say.
_BY_HOW_MUCH = re.compile(
    r"\bby how much\b|\bhow (?:much|far)\b.*\b(?:ris(?:e|en|ing)|rose|f[ae]ll(?:en|ing)?|drop|grow|grew"
    r"|increase|decrease|decline|climb"
    r"|gain|jump|slip|slide|shrink|lose|lost|up|down)\b",
    re.IGNORECASE,
)
# Printed forms of units that are no other word; "sq m" and its like are written in many ways.
_UNIT_WORDS = {
    form.casefold(): UNITS[name].dimension
    for form, name in FORMS.items()
    if len(form) > 2 and UNITS[name].dimension not in ("time", "share", "points", "times", "angle", "magnitude")
} | {"mm": "length", "cm": "length", "km": "length", "kg": "mass", "rpm": "rotation", "kw": "power", "mw": "power"}
_UNIT_WORDS |= {
    f"{square} {unit}": "area"
    for square in ("sq", "square")
    for unit in ("m", "km", "ft", "feet", "metres", "meters", "kilometres", "kilometers", "miles")
}
# One of a unit is named behind these words only: a rail yard, a stone bridge and a degree course measure nothing.
_BEFORE_ONE = tuple([word] for word in "in per a an each every one square cubic".split())
# "How much of the sum" may be told as a share, or as so much money.
_MUCH_OF = re.compile(r"\bhow much of\b|\bby how much\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"\bhow long\b", re.IGNORECASE)
_RATE = re.compile(r"\brates?\b", re.IGNORECASE)
_PRICE = re.compile(
    r"\b(?:price|cost|costs|fee|fare|toll|salary|wage|pay|pays|paid|turnover|revenue|profit|worth|spend|spent|earn(?:ed)?)\b",
    re.IGNORECASE,
)
_NOT_AMOUNTS = frozenset("share points times time count score".split())
_ASKED = tuple(
    (re.compile(pattern, re.IGNORECASE), tuple(dimensions.split()))
    for pattern, dimensions in (
        (r"\barea\b|\bfloor ?space\b", "area"),
        (r"\bscore\b", "score"),
        (r"\bfactor\b|\bmultiple\b|\bhow many times\b", "times"),
        (r"\bhow (?:big|large|small)\b", "area volume currency share count mass power"),
        (r"\bhow (?:fast|quickly)\b|\bspeed\b", "speed rotation share time"),
        (r"\bhow high\b", "length share currency points count"),
        (r"\bhow (?:long|tall|deep|wide|far|thick|broad)\b", "length time"),
        (r"\b(?:length|depth|height|width|distance|altitude|thickness)\b", "length time"),
        (r"\bhow heavy\b|\bweigh", "mass"),
        (r"\bhow (?:hot|cold)\b|\btemperature\b", "temperature angle"),
        (r"\bratio\b", "times share"),
    )
)


def unit_fit(question: Question, figure: Figure) -> float:
    """Return how well the unit fits: 1 the very thing asked for, 0 not told, below 0 another thing."""
    if figure.kind is FigureKind.DATE:
        return -1.0
    if figure.kind is FigureKind.ORDINAL:
        return -0.6
    kind = dimension(figure)
    if question.asks is Asks.COUNT:
        return _count_fit(question, figure, kind)
    if question.asks is Asks.AMOUNT and _BY_HOW_MUCH.search(question.text):
        step = figure.change in (Change.RISE_BY, Change.FALL_BY)
        return (1.0 if step else 0.4) if kind in ("currency", "share", "points") else -0.6
    if question.asks is Asks.AMOUNT:
        if kind == "currency" and "/" in (figure.unit or "") and not _PER.search(question.text):
            return PER_UNIT
        if kind == "share" and _RATE.search(question.text):
            return 0.6
        if _PRICE.search(question.text) and kind not in ("currency", "share", "count", "times", "points"):
            return -0.8
        # A number without a unit may be money: "a profit of 4 million".
        unfit = _NOT_AMOUNTS if figure.unit else _NOT_AMOUNTS - {"count"}
        return 1.0 if kind == "currency" else -0.6 if kind in unfit else 0.1
    if question.asks is Asks.SHARE:
        other = 0.1 if kind == "times" or _MUCH_OF.search(question.text) else -1.0
        return 1.0 if kind in ("share", "points") else other
    if question.asks is Asks.AGE:
        return 1.0 if figure.kind is FigureKind.AGE else 0.1 if kind == "time" else -1.0
    if question.asks is Asks.DURATION:
        lasts = figure.kind is FigureKind.DURATION or (kind == "time" and figure.kind is not FigureKind.AGE)
        return 1.0 if lasts else 0.1 if kind == "length" and _HOW_LONG.search(question.text) else -1.0
    return _measure_fit(question, figure, kind)


def _count_fit(question: Question, figure: Figure, kind: str) -> float:
    if figure.kind in (FigureKind.AGE, FigureKind.SCORE, FigureKind.ORDINAL):
        return -1.0
    measured = [t.stem for t in tokens(f"{figure.measure or ''} {figure.text}")]
    if not question.counted:
        named = kind == "count" and any(alike(stem(figure.unit), s) for s in question.stems) if figure.unit else False
        return 1.0 if named else 0.3 if kind == "count" else -0.7
    unit = stem((figure.unit or "").split("/")[0]) if figure.unit else ""
    if kind != "count" and _MUCH_OF.search(question.text):
        return 0.1
    if kind != "count":
        # "How many tonnes", "how many hectares": the counted noun is itself a unit.
        printed = {t.stem for t in tokens(figure.text)}
        return 1.0 if printed & set(question.counted) else -1.0
    best = -0.6 if unit else 0.0
    for place, noun in enumerate(reversed(question.counted)):
        # The head stands last as a rule; a verb that follows it ("how many schools hold ...") may pass for it.
        fit = (
            1.0
            if unit == noun
            else 0.8
            if unit and alike(unit, noun)
            else 0.7
            if noun in measured and not place
            else -1.0
        )
        best = max(best, fit - (0.1 if place else 0.0))
    return best


def _named_dimensions(text: str) -> frozenset[str]:
    """Return the dimensions of the units a question names: "in kilowatts", "sq m", "mm"."""
    words = re.findall(r"[\w/%°]+", text.casefold())
    found, i = set(), 0
    while i < len(words):
        runs = [(n, _UNIT_WORDS.get(" ".join(words[i : i + n]))) for n in (3, 2, 1)]
        length, name = next(((n, d) for n, d in runs if d), (1, None))
        if name and not (length == 1 and _is_one(words[i]) and words[i - 1 : i] not in _BEFORE_ONE):
            found.add(name)
        i += length
    return frozenset(found)


def _is_one(word: str) -> bool:
    """Tell whether a word is the name of a unit in the singular, which may be something else as well."""
    return len(word) > 3 and (f"{word}s" in _UNIT_WORDS or word in ("foot", "inch", "stone"))


def _measure_fit(question: Question, figure: Figure, kind: str) -> float:
    if _HOW_FAR_CHANGED.search(question.text):
        return 0.4 if kind in ("share", "points", "currency", "count") else 0.1
    named = _named_dimensions(question.text)
    if named:
        return 1.0 if kind in named else -0.8
    for pattern, dimensions in _ASKED:
        if pattern.search(question.text):
            return 1.0 if kind == dimensions[0] else 0.6 if kind in dimensions else -0.8
    measured = {t.stem for t in tokens(figure.measure or "")}
    return 0.6 if measured & question.stems else 0.2
