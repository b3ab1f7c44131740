"""A sentence read for checking: its words, names and figures, and which words go with which figure.

"Lagos has 107 clinics and Kano has 12": Lagos goes with 107, Kano with 12. Each figure owns the words from the clause
boundary before it to the one behind it; what it lacks it takes over from the figure before ("Lagos has 107 clinics
and 12 hospitals"). Shallow on purpose: a wrong boundary makes a claim fail, and then the source's own words are shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.types import Figure, FigureKind, Period, Status
from qa.lexicon.forms import IRREGULAR
from qa.lexicon.names import ORGANISATION_WORDS, PLACE_WORDS, find_names
from qa.lexicon.words import Token, is_stop, stem, tokens
from qa.verify.figures import is_count
from qa.verify.names import mark_names, may_be_name
from qa.verify.words import bears, unsure

# Where one figure's words end and the next one's begin, the surest kind first.
_BOUNDARIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r";|\b(?:while|whereas|whilst)\b|(?<=[a-z0-9%)])[.!?]['\"”’)]*\s+(?=[A-Z0-9“\"'])",
        r",\s*(?:and|but|with|compared|against|up from|down from)\b|\b(?:but|compared (?:with|to)|versus|against)\b",
        r",(?!\d)|\s[–—-]\s",
        r"\band\b",
        r"\bto (?=(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*['’]s\s*$)",
    )
)
# Nouns that stand for somebody else than the name before.
_BODIES = (
    ORGANISATION_WORDS
    | PLACE_WORDS
    | frozenset(
        """capital neighbour neighbor rival rivals competitor competitors
    country nation others other latter rest remainder firm firms cities towns countries provinces states regions parent
    subsidiary opponent opponents opposition wife husband brother sister son daughter father mother""".split()
    )
)
# "Acme rival Domus sold 5": Domus did.
_ASIDE = re.compile(
    r"\b((?:[A-Z][\w&.-]*\s+){1,4}?)(?:['’]s\s+)?(?:rival|competitor|opponent|neighbou?r|ally|parent|owner|supplier|maker"
    r"|subsidiary|partner|successor|predecessor)\s+(?=[A-Z])"
)
_WHOLE = re.compile(r"\b(?:out )?of\s+(?:(?:its|the|their|his|her|all|our|these|those|some)\s+)*$")
_FROM = re.compile(r"\b(?:from|rose|fell|grew|up|down|increased|cut)\b[^,;]*$", re.IGNORECASE)
_AHEAD = re.compile(
    r"(?:\s+(?!and\b|but\b|that\b|which\b|who\b)[\w’'-]+){0,6}?\s+(?:will|would|could|might|(?:is|are|was|were)"
    r" (?:expected|planned|due|set|scheduled|likely|forecast|projected) (?:to|for)|(?:is|are) to|plans? to"
    r"|hopes? to|aims? to)\b"
)
_TURN = re.compile(r"(?:;|\b(?:but|while|whereas|whilst))\s*$", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """The words that go with one figure."""

    figure: Figure
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    stems: frozenset[str]
    names: frozenset[str]
    """Stems of the names among them."""
    leads: frozenset[str]
    """Stems of the names before the figure: whose it is, as a rule."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with what is compared; figures count `start:end` from the sentence's own start."""

    text: str
    words: tuple[Token, ...]
    stems: frozenset[str]
    names: frozenset[str]
    """Stems of the words of its names."""
    aside: frozenset[str]
    """Stems of names that only say whose rival, owner or ally somebody is."""
    capitals: frozenset[int]
    """Where these stand, and the first word if it may be a name."""
    figures: tuple[Figure, ...]
    """Quantities, ages, scores and ordinals."""
    dates: tuple[Figure, ...]
    figure_scopes: tuple[Scope, ...]
    date_scopes: tuple[Scope, ...]


def read_sentence(text: str, figures: Sequence[Figure]) -> Reading:
    """Read one sentence whose figures are known; their `start:end` must point into `text`."""
    return _read(text, tuple(figures))


@lru_cache(maxsize=2048)
def _read(text: str, figures: tuple[Figure, ...]) -> Reading:
    words = tokens(text)
    quantities = tuple(f for f in figures if f.kind is not FigureKind.DATE)
    dates = tuple(f for f in figures if f.kind is FigureKind.DATE)
    names, maybe = mark_names(text, words, figures)
    return Reading(
        text=text,
        words=words,
        stems=frozenset(t.stem for t in words),
        names=frozenset(t.stem for t in words if t.start in names),
        aside=frozenset(t.stem for m in _ASIDE.finditer(text) for t in tokens(m[1])),
        capitals=frozenset(t.start for t in words if t.start in names or t.start in maybe),
        figures=quantities,
        dates=dates,
        figure_scopes=_scopes(text, words, (names, maybe), quantities),
        date_scopes=_scopes(text, words, (names, maybe), dates),
    )


def _scopes(
    text: str, words: Sequence[Token], marked: tuple[frozenset[int], frozenset[int]], figures: Sequence[Figure]
) -> tuple[Scope, ...]:
    names, maybe = marked

    befores: list[list[Span]] = []
    afters: list[list[Span]] = []
    at = 0
    listed: list[bool] = []
    for number, figure in enumerate(figures):
        if number == 0:
            befores.append([(0, figure.start)])
            afters.append([])
            listed.append(False)
            at = max(at, figure.end)
            continue
        previous = figures[number - 1]
        cut = _boundary(text, min(at, figure.start), figure.start)
        gap = (min(at, figure.start), figure.start)
        if cut is None:
            afters[-1].append(gap)
            befores.append([*befores[-1], gap])
            listed.append(True)
        else:
            afters[-1].append((gap[0], cut[0]))
            own = (cut[1], gap[1])
            befores.append(
                _inherit((befores[-1], [*afters[-1], _span(previous)]), previous, own, figure, words, marked)
            )
            listed.append(not _content(words, own))
        afters.append([])
        at = max(at, figure.end)
    if figures:
        _tail(afters, listed, (at, len(text)), figures, words)
    made = [_scope(f, b, a, words, (names, maybe)) for f, b, a in zip(figures, befores, afters, strict=True)]
    return tuple(_paired(text, words, names | maybe, made))


def _boundary(text: str, start: int, end: int) -> Span | None:
    for pattern in _BOUNDARIES:
        found = pattern.search(text[:end], start)
        if found:
            return found.span()
    return None


def _content(words: Sequence[Token], span: Span) -> bool:
    return any(span[0] <= w.start < span[1] and bears(w) for w in words)


def _inherit(
    last: tuple[list[Span], list[Span]],
    previous: Figure,
    own: Span,
    figure: Figure,
    words: Sequence[Token],
    marked: tuple[frozenset[int], frozenset[int]],
) -> list[Span]:
    """Add to a figure's own words before it what it leaves unsaid, from the words of the figure before.

    Without content of its own it takes everything; without names the names, unless it opens with a body of its own
    ("the capital has 12"); with nothing but names the words that are none,
    or, behind a verb of its own, what was measured; a bare number also the counted noun.
    """
    (before, after), (names, maybe) = last, marked
    mine = [w for w in words if own[0] <= w.start < own[1] and bears(w)]
    noun = [(w.start, w.end) for w in words if w.start not in names and bears(w) and _within(w, after)]
    if not mine:
        return [*before, *(noun if figure.unit is None else ()), own]
    lent = [w for w in words if _within(w, before)]
    named = any(w.start in names for w in mine)
    if named or any(w.text.casefold() in _BODIES for w in mine):
        own_words = [w for w in words if own[0] <= w.start < own[1] and w.start not in names and not is_stop(w.text)]
        measured = {t.stem for t in tokens(previous.measure or "")}
        only_names = all(w.start in names for w in mine)
        lent = [w for w in lent if only_names and w.start not in names and (not own_words or w.stem in measured)]
    else:
        opener = may_be_name if _leans_back(words, own) else _never
        lent = [w for w in lent if w.start in names or (w.start in maybe and opener(w))]
    return [*((w.start, w.end) for w in lent), *(noun if figure.unit is None else ()), own]


def _leans_back(words: Sequence[Token], own: Span) -> bool:
    """Return whether a clause opens without a subject of its own: "its profit ...", "employs", "from 5"."""
    first = next((w.text.casefold() for w in words if own[0] <= w.start < own[1]), "")
    return is_stop(first) or first.endswith(("ed", "ing")) or first in IRREGULAR


def _never(word: Token) -> bool:
    return False


def _within(word: Token, spans: Sequence[Span]) -> bool:
    return any(a <= word.start < b for a, b in spans)


def _tail(
    afters: list[list[Span]], listed: Sequence[bool], tail: Span, figures: Sequence[Figure], words: Sequence[Token]
) -> None:
    """What follows the last figure goes with it, and what follows one goes with those listed before it.

    Unless words of their own stand behind them. A bare number takes the noun of the one listed behind it ("9 and 14
    ferries").
    """
    afters[-1].append(tail)
    for i in range(len(afters) - 2, -1, -1):
        if not listed[i + 1]:
            continue
        if figures[i].unit is None:
            afters[i].append(_span(figures[i + 1]))
        if not any(_content(words, span) for span in afters[i] if span != _span(figures[i + 1])):
            afters[i].extend(afters[i + 1])


def _scope(
    figure: Figure,
    before: list[Span],
    after: list[Span],
    words: Sequence[Token],
    marked: tuple[frozenset[int], frozenset[int]],
) -> Scope:
    names, maybe = marked
    spans = [*before, *after, (figure.start, figure.end)]
    inside = [w for w in words if _within(w, spans)]
    ahead = [w for w in inside if _within(w, before)]
    leads = frozenset(w.stem for w in ahead if w.start in names or w.start in maybe)
    return Scope(
        figure=figure,
        before=tuple(before),
        after=tuple(after),
        stems=frozenset(w.stem for w in inside) | _noun(figure),
        names=frozenset(w.stem for w in inside if w.start in names),
        leads=leads,
    )


def _noun(figure: Figure) -> frozenset[str]:
    """Return the stem of the counted noun, which may have been carried over from the figure before."""
    return frozenset([stem(figure.unit)]) if figure.unit is not None and is_count(figure.unit) else frozenset()


def _paired(text: str, words: Sequence[Token], names: frozenset[int], scopes: list[Scope]) -> list[Scope]:
    """Deal out the names of "A and B have 12 and 107, respectively" one by one."""
    count = len(scopes)
    if count < 2 or not _RESPECTIVELY.search(text):
        return scopes
    listed = [
        frozenset(w.stem for w in words if n.start <= w.start < n.end and w.start in names)
        for n in find_names(text)
        if n.end <= scopes[0].figure.start
    ]
    listed = [n for n in listed if n][-count:]
    if len(listed) < count:
        return scopes
    dealt = []
    for i, scope in enumerate(scopes):
        others = frozenset[str]().union(*(n for j, n in enumerate(listed) if j != i)) - listed[i]
        dealt.append(
            Scope(
                scope.figure,
                scope.before,
                scope.after,
                scope.stems - others,
                scope.names - others,
                scope.leads - others,
            )
        )
    return dealt


def _span(figure: Figure) -> Span:
    return figure.start, figure.end


def is_whole(reading: Reading, scope: Scope) -> bool:
    """Return whether a figure is only told beside another: the seven of "two of its seven", the 8 of "12 to 8"."""
    before = [f for f in reading.figures if f.end <= scope.figure.start]
    if not before:
        return False
    between = reading.text[before[-1].end : scope.figure.start].strip().casefold() + " "
    if _WHOLE.fullmatch(between):
        return True
    counted = before[-1].unit is not None and is_count(before[-1].unit)
    return counted and between.strip() in ("to", "against") and not _FROM.search(reading.text[: before[-1].start])


def own_status(reading: Reading, scope: Scope) -> Status:
    """Return whether a figure is an outcome or lies ahead.

    "40 people will come" lies ahead by what stands behind the figure; "but" and the like end a forecast before it.
    """
    status, own = scope.figure.status, scope.before[-1]
    if status is Status.OUTCOME and _AHEAD.match(reading.text, scope.figure.end):
        return Status.FORECAST
    if status not in (Status.FORECAST, Status.TARGET) or not _TURN.search(reading.text[: own[0]]):
        return status
    said = reading.text[own[0] : own[1]]
    spoken = any(own[0] <= w.start < own[1] and not is_stop(w.text) for w in reading.words)
    after = " ".join(reading.text[a:b] for a, b in scope.after)
    future = scope.figure.period is not None and (scope.figure.period.start or scope.figure.period.end) is not None
    return status if not spoken or future or unsure(said) or unsure(after) else Status.OUTCOME


def own_period(reading: Reading, scope: Scope) -> Period | None:
    """Return the period of a figure; where it was read from another clause and its own names one date, that date's."""
    period = scope.figure.period
    if period is None:
        return None
    own = [*scope.before[-1:], *scope.after]
    near = [d.period for d in reading.dates if d.period and any(a <= d.start < b for a, b in own)]
    if len(near) == 1 and near[0].text != period.text and near[0].start is not None:
        return near[0]
    return period
