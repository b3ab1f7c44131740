"""What is to come, was denied or only imagined does not answer what was."""

import re

from ingest.types import FigureKind, Polarity, Status
from qa.decide.measure import asks_future
from qa.reader.pick import Pick
from qa.understand.question import Question

_PAST = re.compile(
    r"\b(?:did|was|were|had|has|have|actually|really|in the end|final(?:ly)?|reached|outcome|turned out|eventually)\b",
    re.IGNORECASE,
)


def only_planned(question: Question, pick: Pick) -> str | None:
    """A target or forecast does not answer what was; a time that was over when the article came out is no forecast."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE or asks_future(question) or not _PAST.search(question.text):
        return None
    start, end = (figure.period.start, figure.period.end) if figure.period else (None, None)
    published = pick.candidate.article.published
    if end is not None and published is not None and end < published:
        return None
    if start is not None and published is not None and start > published:
        return "the articles only look forward to it"  # "Next spring the yard takes on 120 welders."
    return "the articles only look forward to it" if figure.status in (Status.FORECAST, Status.TARGET) else None


_DID = re.compile(r"\b(?:did|was|were|last)\b", re.IGNORECASE)
# "What day was the trial put off to?" was told of a day to come.
_FIXED = re.compile(
    r"\b(?:due|scheduled|set|expect\w*|plan\w*|say|said|told|supposed|sentenc\w+|adjourn\w*|postpon\w*|put off|delay\w*"
    r"|moved?|until|given|appoint\w*|promis\w*|deadline|agree\w*|announc\w*|fix\w*|extend\w*|call\w*|pick\w*|chosen|choose)\b",
    re.IGNORECASE,
)


def to_come(question: Question, pick: Pick) -> str | None:
    """A day after that of its article is no answer to when something happened."""
    figure, published = pick.figure, pick.candidate.article.published
    if figure is None or figure.kind is not FigureKind.DATE or figure.period is None or published is None:
        return None
    if figure.period.start is None or figure.period.start <= published or asks_future(question):
        return None
    asks_past = _DID.search(question.text) and not _FIXED.search(question.text)
    return "the articles only look forward to it" if asks_past else None


# A question that asks for the denied, the planned or the alleged itself is answered by it.
_ASKS_NOT_SO = re.compile(
    r"\b(?:not|never|no|none|n't|n’t|without|den(?:y|ied|ies)|reject\w*|accus\w*|alleg\w*|suspect\w*|acquit\w*"
    r"|clear\w*|plan\w*|propos\w*|would|could|might|claim\w*|rul\w+ out|dismiss\w*|cancel\w*|scrap\w*|fail\w*|want\w*"
    r"|hop(?:e|ed)|aim\w*|refus\w*|turn\w* down|shelv\w*|abandon\w*|avoid\w*|vot\w+|motion|bid|lack\w*|false\w*"
    r"|thr[eo]w\w* out|wrong\w*|threat\w*|offer\w*|forecast\w*|ask\w* for)\b",
    re.IGNORECASE,
)


# "It was not the ferry Ada that", "voted down a plan to name the hall after": what comes next was not so.
_NOT_THIS = re.compile(
    r"\b[Ii]t (?:was|is) not (?:the |a |an )?(?:[a-z]+ ){0,2}$"
    r"|\b(?:voted down|rejected|turned down|threw out|dropped|scrapped|abandoned|shelved|withdrew)"
    r" (?:a|an|the|its|his|her|their) (?:\w+ )?(?:plan|proposal|idea|motion|suggestion|bid|request)s?"
    r" (?:to|for|of|by|that)\b[^.;,]*$"
    r"|\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)) (?:(?:the |any |all |these )?(?:\w+ )?"
    r"(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?) )?that\b[^.;]*$"
)
_GOT = re.compile(r"\b(?:get|got|receive[ds]?|given|sentenced|fined|awarded|paid|serve)\b", re.IGNORECASE)
_ASKED_FOR = re.compile(
    r"\b(?:asked for|asks for|asking for|sought|seeks?|seeking|demand(?:s|ed)|request(?:s|ed)|called for|calls for)"
    r"\b(?: [\w-]+){0,4} $"
)


def only_asked(question: Question, pick: Pick) -> str | None:
    """What somebody asked for is not what somebody got: "prosecutors asked for eight years"."""
    if pick.figure is None or not _GOT.search(question.text) or _ASKS_NOT_SO.search(question.text):
        return None
    before = pick.candidate.text[: max(0, pick.figure.start - pick.candidate.start)]
    return "it was only asked for" if _ASKED_FOR.search(before) else None


def not_so(question: Question, pick: Pick) -> str | None:
    """A figure that its clause denies, rejects or only imagines is none of what happened."""
    if pick.figure is None and not _ASKS_NOT_SO.search(question.text):
        before = pick.candidate.text[: max(0, pick.start - pick.candidate.start)]
        return "the articles say that it was not so" if _NOT_THIS.search(before) else None
    if pick.figure is None or pick.figure.polarity is Polarity.SAID or _ASKS_NOT_SO.search(question.text):
        return None
    return "the articles say that it was not so"
