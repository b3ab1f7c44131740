"""Choosing the date of what is asked: the date in the sentence that stands nearest to the question's words."""

import re
from collections.abc import Mapping, Sequence

from ingest.types import Figure, FigureKind, Period
from qa.nearness import nearness
from qa.opposites import belongs_to_the_opposite
from qa.passages import Candidate
from qa.pick import Pick
from qa.question import Question

NEAR = 4.0
GRAIN = 1.5
"""For a date of the grain asked for: a year for "which year", a month for "which month"."""
OPPOSITE = 8.0
"""Taken from the day of the opposite deed: when a bridge was closed, where it is asked when it opens."""
UNRESOLVED = 1.0
"""Taken from an expression that could not be resolved: it is shown as printed, but a date is better."""
# "That year" is read from the words before it.
_POINTS_BACK = re.compile(r"^(?:in |by )?(?:that|the same|this) (?:year|month|day|week)\b", re.IGNORECASE)
_PART = re.compile(r"^(early|mid|late)\b", re.IGNORECASE)
_END = re.compile(r"\bend\b", re.IGNORECASE)
_DAY, _MONTH, _YEAR = 1, 31, 366


def pick_dates(
    question: Question, scored: Sequence[tuple[Candidate, float]], weights: Mapping[str, float]
) -> list[Pick]:
    """Return the dates said in the scored sentences, best first."""
    picks = []
    for candidate, score in scored:
        for figure in candidate.figures:
            if figure.kind is FigureKind.DATE and figure.period is not None:
                picks.append(_pick(question, candidate, score, figure, weights))
    return sorted(picks, key=lambda p: (-p.score, p.candidate.article.id, p.start))


def _pick(question: Question, candidate: Candidate, score: float, figure: Figure, weights: Mapping[str, float]) -> Pick:
    period = figure.period
    assert period is not None
    start, end = figure.start - candidate.start, figure.end - candidate.start
    fits = {
        "near": nearness(candidate, start, end, weights, question.name_stems),
        "grain": _grain(question, period),
        "resolved": 0.0 if period.start or period.end else -UNRESOLVED,
        "unit": 1.0,
        "named": -2.0 if _already_named(question, period) else 0.0,
        "owner": -OPPOSITE if belongs_to_the_opposite(question, figure, candidate) else 0.0,
    }
    total = score + NEAR * fits["near"] + GRAIN * fits["grain"] + fits["resolved"] + fits["named"]
    total += fits["owner"]
    short = spoken(period, figure.text)
    return Pick(candidate, total, short, figure.start, figure.end, figure, _said_before(candidate, figure), fits)


def _said_before(candidate: Candidate, figure: Figure) -> tuple[tuple[int, int], ...]:
    """Return the span of the sentence that names the year "that year" points back to, so that it is cited too."""
    if figure.period is None or figure.period.start is None or not _POINTS_BACK.match(figure.text):
        return ()
    year = str(figure.period.start.year)
    text = candidate.article.text
    return next((((a, b),) for a, b in candidate.before if year in text[a:b]), ())


def _already_named(question: Question, period: Period) -> bool:
    """A date the question itself names is not what it asks for."""
    return any(p.start == period.start and p.end == period.end and p.start for p in question.periods)


def _grain(question: Question, period: Period) -> float:
    if period.start is None or period.end is None:
        return 0.0
    days = (period.end - period.start).days + 1
    text = question.text.casefold()
    if "year" in text:
        return 1.0 if days <= _YEAR else -0.5
    if "month" in text:
        return 1.0 if days <= _MONTH else -0.5
    if "day" in text or "date" in text:
        return 1.0 if days <= _DAY else 0.0
    return 0.5 if days <= _YEAR else 0.0


def spoken(period: Period, text: str) -> str:
    """Return a resolved period in words ("October 2023"); as printed where the text gives it in full itself."""
    points_back = _POINTS_BACK.match(text) is not None
    if (period.resolved_from is None and not points_back) or period.start is None or period.end is None:
        return text
    return span_in_words(period)


def span_in_words(period: Period) -> str:
    """Return the days of a resolved period: "2022", "October 2023", "31 December 2023", "1 to 10 March 2024"."""
    start, end = period.start, period.end
    if start is None or end is None:
        return period.text
    part = part_in_words(period)
    if part:
        return part
    if start == end:
        return f"{start.day} {start:%B %Y}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    next_day = end.toordinal() + 1
    whole_month = start.day == 1 and type(end).fromordinal(next_day).day == 1
    if whole_month and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}"
    if whole_month and start.year == end.year:
        return f"{start:%B} to {end:%B %Y}"
    return f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}"


def part_in_words(period: Period) -> str | None:
    """Return "late December 2022" or "the end of 2022" for a period printed as a part; None for any other."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    part = _PART.match(period.text)
    if part and (start.year, start.month) == (end.year, end.month):
        return f"{part.group(1).lower()} {end:%B %Y}"
    if start == end and _END.search(period.text):
        whole_year = (end.month, end.day) == (12, 31) and "ecember" not in period.text
        return f"the end of {end.year}" if whole_year else f"the end of {end:%B %Y}"
    return None
