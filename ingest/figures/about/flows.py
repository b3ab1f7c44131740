"""Say whence and where to a figure goes, where "from A to B" says it surely."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.figures.time.dates import MONTHS, WEEKDAYS

_WALL = re.compile(
    r"[;:()“”\"—–]|, (?:and|but|while)\b|\b(?:but|while|whereas|although|because|after|before|when|who|which|that"
    r"|according|thanks|compared|due)\b|, [a-z]+ing\b"
)
_AND = re.compile(r"\band (?=\S)")
_MOVE = (
    r"came|comes?|coming|went|go(?:es)?|mov(?:ed?|es|ing)|relocat\w+|migrat\w+|emigrat\w+|ship(?:s|ped|ping|ments?)?"
    r"|export(?:s|ed|ing)?|sen[dt]s?|fled|fl[yei]\w*|travel\w*|sail\w*|drove|br(?:ing|ought)s?|transfer\w*|deliver\w*"
    r"|evacuat\w+|return\w*|arriv\w+|deport\w+|smuggl\w+|trains?|buses|trips?|flights?|s[eo]l[dl]s?|sales?"
)
_OUT = re.compile(rf"\b(?:{_MOVE}|len[dt]s?|gave|gives?|donat\w+|paid|pays?|award\w*|hand(?:s|ed)|loan\w*)\b", re.I)
_IN = re.compile(
    rf"\b(?:{_MOVE}|import\w*|buys?|bought|purchas\w+|receiv\w+|borrow\w*|recruit\w*|hir(?:ed?|es|ing)"
    r"|invest(?:ed|s|ing|ments?)?)\b",
    re.IGNORECASE,
)
_INVESTED = re.compile(r"\binvest(?:ed|s|ing|ments?)?\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:the )?", re.IGNORECASE)
_TO = re.compile(r"\b(?:in)?to (?:the )?", re.IGNORECASE)
_INSIDE = re.compile(r"\bin (?:the )?")
_OWNED = re.compile(r"(?:’s|'s)(?: [a-z-]+){0,2}? (?:companies|firms|businesses|enterprises|investors|banks)\b")
_NOUN = re.compile(r"^(?: [a-z-]+){0,4} $")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_TIMES = frozenset(MONTHS) | frozenset(WEEKDAYS)
_LONG = frozenset({"m", "km", "mi", "mile", "ft", "yd", "nmi"})


@dataclass(frozen=True, slots=True)
class _Place:
    """A name with the preposition before it: `start` is where that begins, `end` where the name ends."""

    start: int
    end: int
    name: str


def read_flow(before: str, behind: str, unit: str | None, counted: bool) -> tuple[str | None, str | None]:
    """Return (origin, destination) of a figure, each as printed or None.

    `before` reaches back to the figure before it or its sentence's start, `behind` on to the next one or the end.
    """
    before, behind = _AND.split(_WALL.split(before)[-1])[-1], _WALL.split(behind)[0]
    whole = f"{before}\0{behind}"
    # What stands behind the figure is nearer to it than what it may share with the figure before.
    sources, targets = (sorted(_places(lead, whole), key=lambda one: one.start < len(before)) for lead in (_FROM, _TO))
    pairs = [(a.name, b.name) for a in sources for b in targets if b.start == a.end + 1]
    if pairs:
        return pairs[0]
    invested = _INVESTED.search(whole) is not None
    moved = _first(_IN, whole)
    origins = [
        one.name
        for one in sources
        if unit not in _LONG and _comes(whole, one.start, len(before), counted, moved, invested)
    ]
    leaves = _first(_OUT, whole)
    goals = [one.name for one in targets if unit and unit not in _LONG and leaves < one.start]
    if invested:
        goals += [one.name for one in _places(_INSIDE, behind)]
        origins += _owners(before)
    return next(iter(origins), None), next(iter(goals), None)


def _comes(whole: str, at: int, figure: int, counted: bool, moved: int, invested: bool) -> bool:
    """Say whether "from" at `at` tells whence: it stands behind a verb of moving or right behind what is counted."""
    right_behind = at > figure and counted and _NOUN.match(whole[figure + 1 : at]) is not None
    return right_behind or moved < at or (at < figure and invested)


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Return where a pattern first stands in a text, the text's length where it does not."""
    match = pattern.search(text)
    return match.start() if match else len(text)


def _places(lead: re.Pattern[str], text: str) -> Iterator[_Place]:
    """Yield the names behind a preposition."""
    for match in lead.finditer(text):
        name = _name_at(text, match.end())
        if name:
            yield _Place(match.start(), match.end() + len(name), name)


def _name_at(text: str, at: int) -> str | None:
    """Return the capitalised words at a place; None for none, for a time, and for an owner ("Oslo's")."""
    end = start = at
    while (word := _WORD.match(text, start)) and word[0][0].isupper() and word[0].lower() not in _TIMES:
        end = word.end()
        if word[0].endswith(("'s", "’s")):
            return None
        start = end + (text[end : end + 1] == " ")
        if start == end:
            break
    return text[at:end] or None


def _owners(before: str) -> list[str]:
    """Return the owner of "A's companies"."""
    match = _OWNED.search(before)
    if match is None:
        return []
    words = before[: match.start()].split(" ")
    first = len(words)
    while first and words[first - 1][:1].isupper():
        first -= 1
    return [" ".join(words[first:])] if first < len(words) else []
