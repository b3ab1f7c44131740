"""Does a figure's time fit the time a question names?"""

import re
from datetime import date
from enum import StrEnum

from ingest.types import Article, Change, Figure, Period
from qa.lexicon.clues import MONTHS
from qa.retrieve.passages import Candidate
from qa.understand.question import Question

# "the worst since 1987, when 640 people died": what stands behind is of that year.
SINCE_WHEN = re.compile(r"\b(?:since|in|after|before) (?:[A-Za-z]+ )?((?:1[5-9]|20)\d\d), when\b[^.;]*$")

_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)


class TimeFit(StrEnum):
    """How a figure's period stands to the one asked for."""

    NOT_ASKED = "not asked"
    SAME = "same"
    WITHIN = "within"
    OPEN = "open"
    """The figure names no time: it may be told only as of the article."""
    OTHER = "other"


def period_fit(question: Question, figure: Figure, candidate: Candidate) -> TimeFit:
    """Compare a figure's period with the question's.

    A figure that names no time takes that of its sentence, else of the sentence before; else it is about the day of its
    article, and in an undated one it can vouch for no time at all.
    """
    month = _month_fit(question, figure)
    if month is not None:
        return month
    wanted = [p for p in question.periods if p.start or p.end]
    if not wanted or figure.unit == "times":
        # "how many times that of 2013": the year named is what is compared with
        return TimeFit.NOT_ASKED
    period = figure.period
    if period is not None and _SINCE.match(period.text) and not _SINCE.search(question.text):
        return TimeFit.OTHER  # 1,118 since 2015 are not those of 2021
    if period is not None and (period.start or period.end):
        return _compare(wanted, period)
    if period is not None and _same_words(wanted, period):
        return TimeFit.SAME
    told = SINCE_WHEN.search(candidate.text[: max(0, figure.start - candidate.start)])
    if told is not None:
        year = int(told[1])
        same = any(p.start and p.end and p.start.year == p.end.year == year for p in wanted)
        return TimeFit.SAME if same else TimeFit.OTHER
    for others in (candidate.figures, candidate.figures_before):
        periods = [f.period for f in others if f.period is not None and (f.period.start or f.period.end)]
        if any(_compare(wanted, p) is not TimeFit.OTHER for p in periods):
            return TimeFit.WITHIN
        if periods:
            break
    published = candidate.article.published
    if published and any(_holds(p, published) for p in wanted):
        return TimeFit.OPEN
    return TimeFit.OTHER


def _month_fit(question: Question, figure: Figure) -> TimeFit | None:
    """Compare a month named without a year ("in May") with the month a figure is about; None where one is not told."""
    period = figure.period
    named = {
        m
        for p in question.periods
        if not (p.start or p.end)
        for m in MONTHS
        if re.search(rf"\b{m}\b", p.text.casefold())
    }
    if not named or period is None or period.start is None or period.end is None:
        return None
    if (period.start.year, period.start.month) != (period.end.year, period.end.month):
        return None
    return TimeFit.SAME if MONTHS[period.start.month - 1] in named else TimeFit.OTHER


def _compare(wanted: list[Period], period: Period) -> TimeFit:
    if any(same_span(p, period) for p in wanted):
        return TimeFit.SAME
    if any(_inside(period, p) or _ends_in(period, p) for p in wanted):
        return TimeFit.WITHIN
    return TimeFit.OTHER


def same_span(a: Period, b: Period) -> bool:
    """Return whether two resolved periods are the same days."""
    return (a.start, a.end) == (b.start, b.end) and a.start is not None


def _holds(period: Period, day: date) -> bool:
    return (period.start is None or period.start <= day) and (period.end is None or day <= period.end)


def _inside(inner: Period, outer: Period) -> bool:
    start, end = inner.start or inner.end, inner.end or inner.start
    return start is not None and end is not None and _holds(outer, start) and _holds(outer, end)


def _ends_in(period: Period, asked: Period) -> bool:
    """A figure for the end of a span ("by 2023", "from 2013 to 2023") is a figure of the span's last year."""
    return period.end is not None and _holds(asked, period.end) and asked.start is not None


def _same_words(wanted: list[Period], period: Period) -> bool:
    return any(p.text.casefold() == period.text.casefold() for p in wanted)


def latest(period: Period | None, article: Article) -> date:
    """Return the last day a figure speaks for, by which the newest of several is chosen; date.min when unknown."""
    if period is not None and (period.end or period.start):
        return period.end or period.start or date.min
    return article.published or date.min


def later_like(figure: Figure, candidate: Candidate) -> Figure | None:
    """Return the figure of the same sentence that gives the like for a later time: "61 in 2018 and 58 in 2022"."""
    like = [f for f in candidate.figures if f is not figure and f.kind is figure.kind and f.unit == figure.unit]
    if (
        figure.change is Change.FROM
    ):  # "from 13 percent in 2014 to 21 percent": what it came to names no time of its own
        return next((f for f in like if f.start > figure.start and f.change in _REACHED), None)
    end = figure.period.end if figure.period else None
    if end is None:
        return None
    later = [f for f in like if f.period is not None and f.period.end is not None and f.period.end > end]
    return max(later, key=lambda f: f.period.end if f.period and f.period.end else end, default=None)


_REACHED = (Change.RISE_TO, Change.FALL_TO)
