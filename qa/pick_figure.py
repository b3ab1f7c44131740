"""Choosing among the figures of the evidence: unit, measure, subject, time and place in the sentence must fit."""

import re
from collections.abc import Mapping, Sequence

from ingest.types import Bound, Change, Figure, FigureKind, Status
from qa.belonging import belongs_to_another, is_only_the_whole, shares_unit
from qa.beside import is_told_of_a_rival, like
from qa.nearness import nearness
from qa.opposites import belongs_to_the_opposite
from qa.passages import Candidate
from qa.pick import Pick
from qa.question import Question
from qa.times import SINCE_WHEN, TimeFit, period_fit
from qa.types import Asks
from qa.units import unit_fit
from qa.words import tokens, words_like

# Weights of a figure's fit beside its sentence's score (about 0..15); set so that within one sentence the unit
# decides first, then the time, then the words it measures, then where it stands.
UNIT = 3.0
NEAR = 4.0
MEASURE = 2.5
MODIFIER = 2.0
TIME = {TimeFit.NOT_ASKED: 0.0, TimeFit.SAME: 2.0, TimeFit.WITHIN: 1.2, TimeFit.OPEN: 0.0, TimeFit.OTHER: -4.0}
OLDER = 7.0
"""Taken from a figure told as what something was before ("from 13.1 percent in 2014") when no time is asked."""
TOTAL = 1.5
"""For the figure told as the total where a total is asked for."""
STEP = 2.0
"""Taken from a step ("raised by half a point to 6.25 percent") where the level is asked."""
RIVALS = 3.0
"""Taken where a word of the question stands beside a like figure and none beside this one: as much as a unit."""
FUTURE = 2.5
ANOTHERS = 8.0
"""Taken from the figure of the other of two names a sentence tells the same of: more than all that place can give."""
PAST = 3.5
"""Taken from what was already over when its article came out, where the question asks what will be."""
_TOTAL = re.compile(r"\b(?:total|overall|altogether|in all|combined)\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:at first|initial(?:ly)?|original(?:ly)?|at the (?:start|beginning|outset)|to begin with|previously|formerly"
    r"|used to|once|earlier|started|began|start(?:ing)?|beginning|before)\b",
    re.IGNORECASE,
)
_COMPARED_WITH = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|(?:up|down) from|from|than) (?:[a-z]+ ){0,2}$", re.I
)
_FROM = re.compile(r"\bfrom\b[^,;.]{0,40}$")
_TO_NEXT = re.compile(r"^[^,;.]{0,40}\bto\b")
_TO = (Change.RISE_TO, Change.FALL_TO)
# Characters between two figures that belong together ("from 13 percent in 2014 to 21 percent").
BESIDE = 60
_RISE_WORDS = words_like("growth grow increase rise decrease fall decline drop jump change gain")
_AND_NEXT = re.compile(r"\s+(?:in|for|during|by|on|at) [\w\s]{2,25}?,?\s+(?:and|but|then)\s+(?:[a-z]+\s+){0,2}")
_FUTURE_WORDS = words_like(
    "will expect forecast plan planned target aim predict prediction project projected projection next future goal"
)


def pick_figures(
    question: Question, scored: Sequence[tuple[Candidate, float]], weights: Mapping[str, float]
) -> list[Pick]:
    """Return the figures of the scored sentences that could answer, best first."""
    picks = [
        _pick(question, candidate, score, figure, weights)
        for candidate, score in scored
        for figure in candidate.figures
        if figure.kind is not FigureKind.DATE and unit_fit(question, shares_unit(figure, candidate) or figure) > -0.5
    ]
    return sorted(picks, key=lambda p: (-p.score, p.candidate.article.id, p.start))


def _pick(question: Question, candidate: Candidate, score: float, figure: Figure, weights: Mapping[str, float]) -> Pick:
    start, end = figure.start - candidate.start, figure.end - candidate.start
    time = _time_fit(question, figure, candidate)
    fits = {
        "unit": unit_fit(question, shares_unit(figure, candidate) or figure),
        "near": nearness(candidate, start, end, weights, question.name_stems),
        "measure": _measured(question, figure, weights),
        "modifier": _modifiers(question, figure, candidate),
        "time": TIME[time],
        "change": _change(question, figure, candidate.text[: max(0, start)]),
        "future": _future(question, figure, candidate),
        "older": -OLDER * _is_older(question, figure, candidate),
        "total": TOTAL * _is_total(question, figure, candidate),
        "beside": -RIVALS * _is_rivals(question, figure, candidate, time),
        "owner": -ANOTHERS * _is_anothers(question, figure, candidate),
    }
    total = (
        score
        + UNIT * fits["unit"]
        + NEAR * fits["near"]
        + MEASURE * fits["measure"]
        + MODIFIER * fits["modifier"]
        + fits["time"]
        + fits["change"]
        + fits["future"]
        + fits["older"]
        + fits["total"]
        + fits["owner"]
        + fits["beside"]
    )
    return Pick(
        candidate=candidate,
        score=total,
        short=printed(figure, candidate),
        start=figure.start,
        end=figure.end,
        figure=figure,
        fits=fits,
    )


def _time_fit(question: Question, figure: Figure, candidate: Candidate) -> TimeFit:
    """Return how a figure's time fits; a figure that names none gives way to one compared with it that names it."""
    fit = period_fit(question, figure, candidate)
    if fit in (TimeFit.WITHIN, TimeFit.OPEN) and figure.period is None:
        compared = [
            f for f in candidate.figures if f.start > figure.end and like(f, figure) and _is_compared(f, candidate)
        ]
        if any(f.period and period_fit(question, f, candidate) is TimeFit.SAME for f in compared):
            return TimeFit.OTHER
    return fit


def _is_compared(figure: Figure, candidate: Candidate) -> bool:
    return _COMPARED_WITH.search(candidate.text[: max(0, figure.start - candidate.start)]) is not None


def _measured(question: Question, figure: Figure, weights: Mapping[str, float]) -> float:
    """Return the share of the question's words among the words the figure measures and its subject."""
    said = {t.stem for t in tokens(f"{figure.measure or ''} {figure.subject or ''}")}
    total = sum(weights.values())
    return sum(w for s, w in weights.items() if s in said) / total if total else 0.0


def _modifiers(question: Question, figure: Figure, candidate: Candidate) -> float:
    """Return how the counted noun's own modifiers fit: "leading industries" are not "distinctive industries"."""
    wanted = set(question.counted[:-1])
    if not wanted:
        return 0.0
    said = {t.stem for t in tokens(figure.measure or "")}
    a, b = figure.start - candidate.start, figure.end - candidate.start
    beside = {w.stem for w in candidate.words if a - 25 <= w.start <= b + 40}
    return (len(wanted & said) + 0.5 * len((wanted - said) & beside)) / len(wanted) - 0.3


def _change(question: Question, figure: Figure, before: str) -> float:
    asks_change = bool(question.stems & _RISE_WORDS)
    asked = question.text.casefold()
    last = before.split()[-1].casefold() if before.split() else ""
    by = figure.change in (Change.RISE_BY, Change.FALL_BY) or last == "by"
    to = figure.change in (Change.RISE_TO, Change.FALL_TO) or last == "to"
    if "to what" in asked:
        return 1.5 * (to - by)
    if "by how" in asked or "by what" in asked or "how far" in asked:
        return 1.5 * (by - to)
    if figure.change in (Change.RISE_BY, Change.FALL_BY):
        return 0.6 if asks_change else -STEP
    if asks_change and question.asks is Asks.SHARE and figure.measure:
        return 0.4 if {t.stem for t in tokens(figure.measure)} & _RISE_WORDS else 0.0
    return 0.0


def _is_older(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether the sentence gives the same thing for a later time, and no time is asked for."""
    if any(p.start or p.end for p in question.periods) or question.operation or _FIRST.search(question.text):
        return False
    if figure.kind is FigureKind.SCORE:
        return False
    start, end = figure.start - candidate.start, figure.end - candidate.start
    if SINCE_WHEN.search(candidate.text[: max(0, start)]):
        return True
    from_to = _FROM.search(candidate.text[:start]) and _TO_NEXT.search(candidate.text[end:])
    if figure.change is Change.FROM or from_to or _FIRST.search(_clause(figure, candidate)):
        return True
    if not question.periods and any(_goes_on(figure, later, candidate) for later in candidate.figures):
        return True
    others = [f for f in candidate.figures if f is not figure and f.unit == figure.unit and f.kind is figure.kind]
    beside = [f for f in others if abs(f.start - figure.start) < BESIDE]
    return figure.period is not None and any(f.change in _TO and f.period is None for f in beside)


def _is_anothers(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a figure is of another name or deed, or the whole of which a part is asked for."""
    return (
        belongs_to_another(question, figure, candidate)
        or is_only_the_whole(question, figure, candidate)
        or belongs_to_the_opposite(question, figure, candidate)
    )


def _goes_on(figure: Figure, later: Figure, candidate: Candidate) -> bool:
    """Return whether a sentence goes on to the same for a later time: "61 percent in 2018 and 58.5 percent in 2022"."""
    one, other = figure.period, later.period
    if later.unit != figure.unit or one is None or other is None or one.end is None or other.end is None:
        return False
    between = candidate.text[figure.end - candidate.start : later.start - candidate.start]
    return other.end > one.end and later.start > figure.end and _AND_NEXT.fullmatch(between) is not None


def _clause(figure: Figure, candidate: Candidate) -> str:
    """Return the words between the breaks on either side of a figure."""
    start, end = figure.start - candidate.start, figure.end - candidate.start
    before = re.split(r"[;:,]", candidate.text[:start])[-1]
    return before + candidate.text[start:end] + re.split(r"[;:,.]", candidate.text[end:])[0]


def _is_rivals(question: Question, figure: Figure, candidate: Candidate, time: TimeFit) -> bool:
    """The words beside a figure tell it from its like, unless the time does: that of an earlier year gives way."""
    if time is TimeFit.SAME or not is_told_of_a_rival(question, figure, candidate):
        return False
    rivals = [f for f in candidate.figures if f is not figure and like(f, figure)]
    return not any(_is_older(question, rival, candidate) for rival in rivals)


def _is_total(question: Question, figure: Figure, candidate: Candidate) -> bool:
    if not _TOTAL.search(question.text):
        return False
    at = figure.start - candidate.start
    return _TOTAL.search(candidate.text[max(0, at - 30) : at]) is not None


def _future(question: Question, figure: Figure, candidate: Candidate) -> float:
    asked = bool(question.stems & _FUTURE_WORDS) or " will " in f" {question.text.casefold()} "
    told = figure.status in (Status.FORECAST, Status.TARGET) and figure.kind is not FigureKind.SCORE
    if told:
        return 0.4 if asked else -FUTURE
    ends, published = figure.period.end if figure.period else None, candidate.article.published
    if asked and ends is not None and published is not None and ends < published:
        return -PAST
    return -0.3 if asked else 0.0


def printed(figure: Figure, candidate: Candidate) -> str:
    """Return a figure as printed, with its qualifier: "around 43,000 companies", "20 million yuan or more"."""
    text = candidate.article.text
    words = text[figure.start : figure.end]
    qualifier = figure.qualifier
    if not qualifier or qualifier.casefold() in words.casefold():
        return words
    before, after = text[max(candidate.start, figure.start - 40) : figure.start], text[figure.end : figure.end + 20]
    if before.rstrip().casefold().endswith(qualifier.casefold()):
        return f"{before.rstrip()[-len(qualifier) :]} {words}"
    if after.strip().casefold().startswith(qualifier.casefold()):
        return words + after[: after.casefold().index(qualifier.casefold()) + len(qualifier)]
    return words if figure.bound is Bound.EXACT else f"{figure.bound.value} {words}"
