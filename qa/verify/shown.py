"""Holding the extractive reader's own words to the sentence they stand on, as any other reader's are."""

from dataclasses import replace

from ingest.types import Change, FigureKind, Status
from qa.lexicon.wording import time_clause
from qa.reader.pick import Pick
from qa.types import Verdict
from qa.verify.claim import Cited, verify_claim

# A time printed so near behind a figure is the figure's own.
BESIDE = 30
# A step is held against the sentence as one: "6 percent fewer" carries no bare "6 percent".
_STEPS = {Change.RISE_BY: "a rise of ", Change.FALL_BY: "a fall of "}


def cited(pick: Pick) -> Cited:
    """Return the sentence of a pick as something a claim cites."""
    candidate = pick.candidate
    text = candidate.article.text
    start = candidate.before[1][0] if len(candidate.before) > 1 else candidate.before[0][0] if candidate.before else 0
    context = text[start : candidate.start] if candidate.before else ""
    return Cited(candidate.article, candidate.start, candidate.end, context, candidate.figures)


def checked_pick(pick: Pick) -> tuple[Pick, Verdict]:
    """Return a pick with only as much of its short answer as the sentence carries, and the verdict on the whole.

    A short answer with its time that fails loses the time; one that fails without it is dropped, and the sentence
    itself is the answer.
    """
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE or figure.value is None:
        return pick, Verdict.SUPPORTED
    source = cited(pick)
    verdict = verify_claim(_claim(pick), [source])
    if verdict is Verdict.SUPPORTED:
        return pick, verdict
    if verify_claim(pick.short, [source]) is Verdict.SUPPORTED:
        return replace(pick, figure=replace(figure, period=None)), verdict
    return replace(pick, short="", figure=None), verdict


def _claim(pick: Pick) -> str:
    """Return the short answer with its time as a claim; in the source's own words where they stand together."""
    figure, candidate = pick.figure, pick.candidate
    assert figure is not None
    if figure.period is not None and figure.period.text:
        behind = candidate.article.text[figure.end : figure.end + BESIDE + len(figure.period.text)]
        at = behind.find(figure.period.text)
        if 0 <= at <= BESIDE and not any(c in ".;:" for c in behind[:at]):
            return candidate.article.text[figure.start : figure.end + at + len(figure.period.text)]
    told = "is forecast to be " if figure.status in (Status.FORECAST, Status.TARGET) else ""
    told += _STEPS.get(figure.change, "") if figure.change is not None else ""
    return told + pick.short + time_clause(figure.period, resolved=False)
