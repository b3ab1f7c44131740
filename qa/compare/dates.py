"""Where articles differ, and where they agree, on the date of an answer.

Two dates are of the same event when their sentences tell of it in the question's words and each is the date its article
gives for it. One inside the other ("May 1902", "1902") is agreement; days apart are a disagreement, unless one of the
articles tells both: then it knows of two events.
"""

from collections.abc import Mapping, Sequence

from ingest.types import FigureKind, Period, Status
from qa.answer.cite import Citations
from qa.compare.figures import FAINTER, Compared, agreement, corrects, first_of_each, voice
from qa.compare.voices import same_publisher
from qa.decide.rules import objection
from qa.lexicon.nouns import alike
from qa.reader.pick import Pick
from qa.types import Disagreement
from qa.understand.question import Question

# A rival date must fit nearly as well as the one shown: of the score (about 20), and of nearness to the question's
# words (0 to 1). Of 129 RAMDocs questions these show both sides of 36 and claim a difference in 2 that have none;
# half as wide they show 27 and claim 2, twice as wide 37 and 4 (`python -m eval.ramdocs`).
MARGIN = 4.0
# Dates read by the days of articles so far apart ("on Tuesday", "last month") are of two events.
APART = 31


def compare_dates(
    question: Question, chosen: Pick, picks: Sequence[Pick], groups: Mapping[str, str], citations: Citations
) -> Compared:
    """Compare the chosen date with those of the other articles; `groups` as in `qa.compare.voices`."""
    period = _days(chosen)
    if period is None:
        return Compared()
    rivals = [p for p in first_of_each(picks) if p is not chosen and same_event(question, chosen, p)]
    rivals = [p for p in rivals if objection(question, p) is None]
    agreeing = [p for p in rivals if _within(period, _days(p)) or _within(_days(p), period)]
    differing = [p for p in rivals if _apart(period, _days(p)) and not _tells_both(chosen, p, picks)]
    correction = next((p for p in differing if corrects(p, chosen)), None)
    if correction is not None:
        return Compared(replaced_by=correction)
    differing = [p for p in differing if not corrects(chosen, p)]
    notes = tuple(agreement(chosen, agreeing, groups))
    if not differing:
        return Compared(notes=notes)
    values = tuple(voice(p, citations) for p in (chosen, *differing))
    return Compared((Disagreement("the date", values, reason_of_dates(chosen, differing[0])),), notes)


def same_event(question: Question, chosen: Pick, rival: Pick) -> bool:
    """Return whether a date of another article is of what the chosen one is of."""
    a, b = chosen.candidate.article, rival.candidate.article
    if a.id == b.id or _days(rival) is None or rival.score < chosen.score - MARGIN:
        return False
    if rival.margin < min(0.0, chosen.margin - FAINTER):
        return False
    told = {s for s in question.stems - question.name_stems if s in chosen.candidate.stems}
    met = all(any(alike(s, other) for other in rival.candidate.stems) for s in told)
    return bool(told) and met and not _read_far_apart(chosen, rival)


def _days(pick: Pick) -> Period | None:
    """Return the period of a date both of whose ends are known."""
    figure = pick.figure
    if figure is None or figure.kind is not FigureKind.DATE or figure.period is None:
        return None
    return figure.period if figure.period.start and figure.period.end else None


def _within(inner: Period | None, outer: Period | None) -> bool:
    if inner is None or outer is None or not (inner.start and inner.end and outer.start and outer.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _apart(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start


def _tells_both(chosen: Pick, rival: Pick, picks: Sequence[Pick]) -> bool:
    """Return whether one of the two articles gives the date of the other as well."""
    for one, other in ((chosen, rival), (rival, chosen)):
        wanted = _days(other)
        own = [p for p in picks if p.candidate.article.id == one.candidate.article.id]
        if any(_within(_days(p), wanted) or _within(wanted, _days(p)) for p in own):
            return True
    return False


def _read_far_apart(a: Pick, b: Pick) -> bool:
    """Return whether a date is read by the day of its article, and the other article came out at another time."""
    one, other = a.candidate.article.published, b.candidate.article.published
    by_article = any(p.figure and p.figure.period and p.figure.period.resolved_from for p in (a, b))
    return by_article and one is not None and other is not None and abs((one - other).days) > APART


def reason_of_dates(a: Pick, b: Pick) -> str:
    """Return why two dates differ where that can be told, else "unexplained"."""
    one, other = a.figure, b.figure
    assert one is not None and other is not None
    future = (Status.FORECAST, Status.TARGET)
    if (one.status in future) != (other.status in future):
        return "forecast against outcome"
    first, second = a.candidate.article, b.candidate.article
    dated = first.published is not None and second.published is not None and first.published != second.published
    return "revised later" if dated and same_publisher(first.publisher, second.publisher) else "unexplained"
