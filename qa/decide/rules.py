"""What must hold of a pick whatever the reader thinks of it: the kind asked for, the time, the rate, done or planned.

Each rule names what it holds against a pick in one line, or nothing. `python -m eval.ablate` switches each off and
prints what is won and lost on questions it was not written for; docs/measured.md has the last run.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from ingest.types import FigureKind, Status
from qa.decide.directions import other_direction
from qa.decide.kinds import other_class
from qa.decide.measure import asks_future
from qa.decide.offices import other_holder
from qa.decide.opposites import other_deed
from qa.decide.owners import other_owner, other_place
from qa.decide.polarity import not_so
from qa.decide.rates import other_rate
from qa.decide.times import TimeFit, later_like, period_fit
from qa.lexicon.denote import says_name
from qa.reader.pick import Pick
from qa.retrieve.rank import NUMERIC
from qa.types import Asks
from qa.understand.question import Question
from qa.understand.unit_fit import UNFIT, unit_fit

Rule = Callable[[Question, Pick], str | None]


def objection(question: Question, pick: Pick, off: Collection[str] = ()) -> str | None:
    """Return why a pick is not an answer, or None; rules named in `off` are left out."""
    for name, rule in RULES.items():
        reason = None if name in off else rule(question, pick)
        if reason:
            return reason
    return None


def other_name(question: Question, pick: Pick) -> str | None:
    """An article that never speaks of whom the question names does not answer it."""
    article = pick.candidate.article
    text = f"{article.title}. {article.text} {article.publisher or ''}"
    for name in question.names:
        if says_name(name, text) == 0.0:
            return f"its article does not speak of {name}"
    return None


def other_unit(question: Question, pick: Pick) -> str | None:
    """What counts or measures another thing than is asked is no answer, bound to the ledger or not."""
    if question.asks not in NUMERIC:
        return None
    figure, candidate = pick.figure, pick.candidate
    inside = [f for f in candidate.figures if f.start < pick.end and pick.start < f.end]
    told = [f for f in ([figure] if figure else inside) if f.kind is not FigureKind.DATE]
    unfit = told and all(unit_fit(question, f) < UNFIT for f in told)
    return "its figure counts or measures another thing" if unfit else None


def other_time(question: Question, pick: Pick) -> str | None:
    """A figure of another year is no answer; nor is a sentence of an article that never speaks of the year."""
    asked = " or ".join(p.text for p in question.periods)
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        fit = period_fit(question, pick.figure, pick.candidate)
        return f"the figure is not for {asked}" if fit is TimeFit.OTHER else None
    return None if _tells_year(question, pick) else f"it does not speak of {asked}"


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
    if figure is None or figure.period is None or figure.period.end is None or figure.kind is FigureKind.DATE:
        return None
    if question.periods or _FIRST.search(question.text):
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


_PAST = re.compile(
    r"\b(?:did|was|were|had|has|have|actually|really|in the end|final(?:ly)?|reached|outcome|turned out|eventually)\b",
    re.IGNORECASE,
)


def only_planned(question: Question, pick: Pick) -> str | None:
    """A target or forecast does not answer what was; a time that was over when the article came out is no forecast."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE or asks_future(question) or not _PAST.search(question.text):
        return None
    end, published = figure.period.end if figure.period else None, pick.candidate.article.published
    if end is not None and published is not None and end < published:
        return None
    return "the articles only look forward to it" if figure.status in (Status.FORECAST, Status.TARGET) else None


def only_repeats(question: Question, pick: Pick) -> str | None:
    """What the question names itself is not what it asks for."""
    return "it only says what is asked" if pick.short and pick.fits.get("repeats", 0.0) >= 1.0 else None


# In small letters only: Budapest and Everest are none.
_SUPERLATIVE = re.compile(
    r"\b(?:most|least|fewest|(?!(?:best|latest|forest|interest|honest|protest|contest|request|arrest|test|rest|guest"
    r"|invest|harvest|conquest|suggest|earnest|modest|nearest|closest|priest|chest|nest|quest|west|unrest|inquest"
    r"|southwest|northwest|manifest|dishonest|tempest)\b)[a-z]{3,}est)\b"
)
_SAYS_RANK = re.compile(
    r"\b(?:first|second|third|fourth|fifth|top|topp(?:ed|ing)|leading|record|number one|no\. 1|main(?:ly)?"
    r"|chief|biggest"
    r"|lead|leader|ahead of|more than any|outright|unprecedented|winn(?:er|ing)|won|best)\b",
    re.IGNORECASE,
)


def no_comparison(question: Question, pick: Pick) -> str | None:
    """Who invests the most is told by who says so, not by anyone who invests."""
    if question.asks not in (Asks.PERSON, Asks.PLACE, Asks.NAME) or not _SUPERLATIVE.search(question.text):
        return None
    around = f"{pick.candidate.article.title} {pick.candidate.text}"
    if _SUPERLATIVE.search(around) or _SAYS_RANK.search(around):
        return None
    return "no sentence says which it is"


RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        other_name,
        other_place,
        other_holder,
        other_owner,
        other_direction,
        other_deed,
        other_unit,
        other_time,
        out_of_date,
        only_planned,
        other_rate,
        other_class,
        only_repeats,
        not_so,
        no_comparison,
    )
}
