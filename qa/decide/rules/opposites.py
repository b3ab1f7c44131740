"""Opposite deeds: a figure of the dead is none of the injured, a day of closing none of opening."""

import re
from collections.abc import Collection, Sequence

from ingest.types import Change, Figure
from qa.lexicon.kin import DEEDS
from qa.lexicon.words import tokens
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate
from qa.understand.question import Question

BREAK = 4
"""Words a break counts for: more than stand between a figure and its own name in most news sentences."""
_BREAKS = re.compile(r"[,;:()—–]|\b(?:and|but|while|whereas|against|compared|than|versus|then|after|before)\b")


def tells_the_opposite(question: Question, said: Collection[str]) -> str | None:
    """Return the word by which stems tell only the opposite of what is asked, None where they do not."""
    for asked, opposite in _sides(question):
        if not asked & set(said) and opposite & set(said):
            return sorted(opposite & set(said))[0]
    return None


def belongs_to_the_opposite(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a figure stands nearer to the opposite deed, in a sentence that tells of both."""
    for asked, opposite in _sides(question):
        near = _distance(candidate, figure, asked), _distance(candidate, figure, opposite)
        if near[0] is not None and near[1] is not None:
            return near[1] < near[0]
    return False


def _sides(question: Question) -> Sequence[tuple[frozenset[str], frozenset[str]]]:
    """Return (asked, opposite) for each pair of which the question says one side alone."""
    stems = {t.stem for t in tokens(question.text)}
    both = [*DEEDS, *((b, a) for a, b in DEEDS)]
    return [(a, b) for a, b in both if a & stems and not b & stems]


def _distance(candidate: Candidate, figure: Figure, deed: frozenset[str]) -> int | None:
    """Return the words between a figure and the nearest word for a deed."""
    found = [w for w in tokens(candidate.text) if w.stem in deed]
    return min((words_between(candidate, figure, w.start, w.end) for w in found), default=None)


def words_between(candidate: Candidate, figure: Figure, low: int, high: int) -> int:
    """Return the words between a figure and `low:high` of its sentence; a break between counts as several."""
    start, end = figure.start - candidate.start, figure.end - candidate.start
    between = candidate.text[high:start] if low < start else candidate.text[end:low]
    return len(tokens(between)) + BREAK * len(_BREAKS.findall(between))


def other_deed(question: Question, pick: Pick) -> str | None:
    """The dead are not the injured, what was exported was not imported."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None:
        return None
    if figure.change in (Change.FALL_BY, Change.FALL_TO) and "lose" in question.stems:
        return None  # a share that "lost 3 percent" made no loss
    word = tells_the_opposite(question, candidate.stems)
    if word is not None or belongs_to_the_opposite(question, figure, candidate):
        return "it tells of the opposite"
    return None


_UP = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gr(?:ow|ew|own|owth)|climb\w*|gain\w*|jump\w*|soar\w*|surg\w+|up|higher|more)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|shrink\w*|shrank|cut|lower\w*|down|slump\w*|plung\w+"
    r"|slip\w*|reduc\w+|less|fewer)\b",
    re.IGNORECASE,
)


def other_change(question: Question, pick: Pick) -> str | None:
    """By how much it rose is not told by how much it fell."""
    change = pick.figure.change if pick.figure else None
    up, down = _UP.search(question.text), _DOWN.search(question.text)
    if change is None or (up is None) == (down is None):
        return None
    if up and change in (Change.FALL_BY, Change.FALL_TO):
        return "it tells of a fall"
    return "it tells of a rise" if down and change in (Change.RISE_BY, Change.RISE_TO) else None
