"""Does the source speak of the time that the claim names?

A claim's "last year" is read by the date of the article it cites, or by the day the answer is given; its source's by
the article's date alone. What the article does not date counts as of its day of publication.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from ingest.figures import compare_figures, parse_figures
from ingest.types import Change, Figure, FigureKind, Period, Status

# An event of a day or a week may be told of its month or year; a flow over a month may not be told of the year.
EVENT_DAYS = 7
_YEAR_DAYS = 366
_PARTICIPLE = re.compile(
    r"\b(?:\w+ed|built|born|begun|begin|began|set up|won|held)\s+(?:in|on|since|of)?\s*$", re.IGNORECASE
)
_LIMIT = re.compile(r"(?:since|until|till|before|after|from|by|over|between|through)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:from|earlier|previous(?:ly)?|before|had been|used to|formerly|initially|originally|once|ago|prior|down from"
    r"|up from|then|last|started|began|compared|below|above)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def figures_of(text: str, published: date | None) -> tuple[Figure, ...]:
    """Return the figures of a short text as read on a day."""
    return parse_figures(text, published)


def readings_of(period: Period, claim: str, at: int, days: Iterable[date | None]) -> list[Period]:
    """Return what a claim's period may mean: itself when the words settle it, else as read on each of the days."""
    if period.start is not None or period.end is not None:
        return [period]
    found: list[Period] = []
    for day in days:
        if day is None:
            continue
        found.extend(
            f.period
            for f in figures_of(claim, day)
            if f.start == at and f.period is not None and f.period.text == period.text and f.period.start is not None
        )
    return found


def covers(claim: Period, source: Period) -> bool:
    """Return whether the source's time is the claim's: the same, or an event of some days within it."""
    if claim.start is None or claim.end is None or source.start is None or source.end is None:
        return claim.text.casefold() == source.text.casefold() or _open_ended(claim, source)
    length, own = (source.end - source.start).days, (claim.end - claim.start).days
    inside = claim.start <= source.start and source.end <= claim.end
    if own < length and source.start <= claim.start and claim.end < source.end:
        return False
    if inside and length <= EVENT_DAYS and own <= _YEAR_DAYS and not _spans(claim):
        return True
    if source.resolved_from and length > _YEAR_DAYS:
        return (claim.start.year, claim.end.year) == (source.start.year, source.end.year)
    return compare_figures(_dated(claim), _dated(source)) is None


def _open_ended(claim: Period, source: Period) -> bool:
    """Return whether two periods with one known end each agree on it."""
    known = (claim.start or claim.end) is not None
    return known and (claim.start, claim.end) == (source.start, source.end)


def _dated(period: Period) -> Figure:
    return Figure(FigureKind.DATE, 0, 0, period.text, period=period)


def holds(period: Period, day: date | None) -> bool:
    """Return whether a day lies in a period that is closed on both sides."""
    if day is None or period.start is None or period.end is None or _spans(period):
        return False
    return period.start <= day <= period.end


def _spans(period: Period) -> bool:
    """Return whether a period says from when or until when, so that a day within it is not it."""
    return _LIMIT.match(period.text) is not None


def figure_time_fits(
    wanted: Sequence[Period],
    own: Period | None,
    text: str,
    dates: Sequence[Figure],
    near: Sequence[Figure],
    published: date | None,
) -> bool:
    """Return whether a source figure is of one of the periods that a claim's may mean.

    `dates` are those of its sentence, `near` figures it shares a clause with; offsets count from the sentence's start.
    """
    if own is not None and (own.start is not None or own.end is not None):
        return any(covers(w, own) for w in wanted)
    told = [f.period for f in near if f.period is not None]
    loose = [d for d in dates if d.period is not None and not _PARTICIPLE.search(text[: d.start])]
    said = told or [d.period for d in loose if d.period is not None]
    if any(covers(w, p) for w in wanted for p in said):
        return True
    return not said and any(holds(w, published) for w in wanted)


def told_too_soon(claim: Status, source: Status) -> bool:
    """Return whether one tells as an outcome what the other only expects or plans."""
    ahead = {Status.FORECAST, Status.TARGET}
    return (claim in ahead) != (source in ahead)


def told_too_late(claim: Figure, claim_text: str, source: Figure) -> bool:
    """Return whether the claim gives as the figure what the source gives as the one it came from."""
    if source.change is not Change.FROM or claim.change is Change.FROM or claim.period is not None:
        return False
    return not _EARLIER.search(claim_text)
