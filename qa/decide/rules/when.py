"""The time asked for: a figure of another year is no answer, nor what was where it is asked what is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.types import FigureKind
from qa.decide.times import TimeFit, later_like, period_fit
from qa.reader.pick import Pick
from qa.understand.question import Question


def other_time(question: Question, pick: Pick) -> str | None:
    """A figure of another year is no answer; nor is a sentence of an article that never speaks of the year."""
    asked = " or ".join(p.text for p in question.periods)
    if other := _other_part(question, pick):
        return other
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        fit = period_fit(question, pick.figure, pick.candidate)
        return f"the figure is not for {asked}" if fit is TimeFit.OTHER else None
    return None if _tells_year(question, pick) else f"it does not speak of {asked}"


_PART_OF_YEAR = re.compile(r"\b(first|second|third|fourth|last) (quarter|half|trimester|semester)\b", re.IGNORECASE)


def _other_part(question: Question, pick: Pick) -> str | None:
    """The second quarter is not the third, also where no day tells of which year it is."""
    asked = {m.group().casefold() for m in _PART_OF_YEAR.finditer(question.text)}
    told = {m.group().casefold() for m in _PART_OF_YEAR.finditer(pick.candidate.text)}
    said = any(re.search(rf"\b{part.split()[0]}\b", pick.candidate.text, re.IGNORECASE) for part in asked)
    return f"it tells of the {sorted(told)[0]}" if asked and told and not said else None


_UNTIL_WHEN = re.compile(r"\b(?:until|till|to) when\b|(?<!since )\bwhen (?:will|does|is|are)\b", re.IGNORECASE)
_SINCE_WHEN = re.compile(r"\bsince when\b|\bhow long (?:has|have)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s+)?$", re.IGNORECASE)


def other_bound(question: Question, pick: Pick) -> str | None:
    """Since when it has been so does not tell until when it will be, nor the other way round."""
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        return None
    text, start = pick.candidate.text, max(0, pick.start - pick.candidate.start)
    opening = re.match(r"(?:since|until|till)\s+", pick.short or "", re.IGNORECASE)
    before = text[: start + (opening.end() if opening else 0)]
    if _UNTIL_WHEN.search(question.text) and _SINCE.search(before):
        return "it tells since when, not until when"
    return (
        "it tells until when, not since when" if _SINCE_WHEN.search(question.text) and _UNTIL.search(before) else None
    )


def _tells_year(question: Question, pick: Pick) -> bool:
    years = {str(p.start.year) for p in question.periods if p.start and p.end and p.start.year == p.end.year}
    if not years:
        return True
    candidate = pick.candidate
    published = candidate.article.published
    said = candidate.stems | candidate.before_stems | candidate.title_stems
    told = {
        str(day.year)
        for f in (*candidate.figures, *candidate.figures_before)
        if f.period is not None
        for day in (f.period.start, f.period.end)
        if day is not None
    }
    return bool(years & said or years & told or (published is not None and str(published.year) in years))


_FIRST = re.compile(
    r"\b(?:at first|initial(?:ly)?|original(?:ly)?|at the (?:start|beginning|outset)|previous(?:ly)?|former(?:ly)?"
    r"|used to|once|earlier|started|began|start(?:ing)?|beginning|before|from what|rise from|fall from|was it)\b",
    re.IGNORECASE,
)


def out_of_date(question: Question, pick: Pick) -> str | None:
    """Where no time is asked for, what was gives way to what the same sentence says for a later time."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is FigureKind.DATE or question.periods or _FIRST.search(question.text):
        return None
    return "the sentence gives a later one" if later_like(figure, candidate) else None


def pass_on(question: Question, picks: Sequence[Pick]) -> list[Pick]:
    """Return picks in which the later of two like figures has the reader's margin of the earlier, if that is better.

    Where no time is asked for the reader takes either; which of them is meant the ledger knows.
    """
    best: dict[tuple[str, int], float] = {}
    for pick in picks:
        later = later_like(pick.figure, pick.candidate) if pick.figure and out_of_date(question, pick) else None
        if later is not None:
            key = (pick.candidate.article.id, later.start)
            best[key] = max(best.get(key, pick.margin), pick.margin)
    return [replace(p, margin=max(p.margin, best.get((p.candidate.article.id, p.start), p.margin))) for p in picks]


_NOW = re.compile(r"\b(?:now|today|currently|at present|nowadays|these days|at the moment)\b", re.IGNORECASE)
_WAS_THEN = re.compile(r"^\W*(?:Before|Until|Formerly|Originally|Once)\b.*\b(?:had|was|were|paid|stood)\b", re.DOTALL)
_IN_YEAR = re.compile(r"^\W*(?:When|In|By|Back in|As of)\b[^.;]*?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_LONG_AGO = 60
"""Days between the end of a figure's time and its article's day from which it is no figure of now."""


def was_then(question: Question, pick: Pick) -> str | None:
    """What was in another year, or until something changed, does not say how many there are now."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is FigureKind.DATE or not _NOW.search(question.text):
        return None
    before = candidate.text[: max(0, pick.start - candidate.start)]
    if _NOW.search(before):
        return None
    end, published = figure.period.end if figure.period else None, candidate.article.published
    if end is not None and published is not None and (published - end).days > _LONG_AGO:
        return f"it is of {figure.period.text or end.year}" if figure.period else None
    then = _IN_YEAR.match(before)
    if then is not None and (published is None or int(then["year"]) < published.year - 1):
        return f"it is of {then['year']}"
    return "it tells what was before" if _WAS_THEN.search(before) else None
