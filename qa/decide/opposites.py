"""Opposite deeds: a figure of the dead is none of the injured, a day of closing none of opening.

Only pairs of which a question surely means one; what two sides see differently ("buy" and "sell") is none of these.
"""

from collections.abc import Collection, Sequence

from ingest.types import Change, Figure
from qa.lexicon.words import Token, tokens, words_like
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate
from qa.understand.question import Question

_PAIRS = tuple(
    (words_like(one), words_like(other))
    for one, other in (
        ("kill die dead death fatality fatalities slain", "hurt injure injured injury injuries wound wounded"),
        ("profit profits profitable earn earned", "lose loss deficit"),
        ("open opened opening reopen launch", "close closed closure shut"),
        ("win", "lose defeat defeated"),
        ("born birth", "die dead death"),
        ("import imports", "export exports"),
        ("hire hired recruit", "fire fired layoff layoffs dismiss dismissed"),
        ("arrive arrival arrivals", "depart departure departures"),
        ("marry", "divorce divorced"),
        ("admit admitted", "expel expelled discharge discharged"),
    )
)
# Words a conjunction or a break counts for, as in `qa.belonging`.
BREAK = 4
_JOINS = frozenset(["and", "but", "while", "then", "after", "before", "against"])


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
    both = [*_PAIRS, *((b, a) for a, b in _PAIRS)]
    return [(a, b) for a, b in both if a & stems and not b & stems]


def _distance(candidate: Candidate, figure: Figure, deed: frozenset[str]) -> int | None:
    """Return the words between a figure and the nearest word for a deed; a comma or "and" between counts as several."""
    start, end = figure.start - candidate.start, figure.end - candidate.start
    found = [w for w in tokens(candidate.text) if w.stem in deed]
    return min((_words_between(candidate, w, start, end) for w in found), default=None)


def _words_between(candidate: Candidate, word: Token, start: int, end: int) -> int:
    between = (word.end, start) if word.start < start else (end, word.start)
    inside = [w for w in tokens(candidate.text) if between[0] <= w.start and w.end <= between[1]]
    text = candidate.text[between[0] : between[1]]
    breaks = sum(text.count(c) for c in ",;:()") + sum(w.text.casefold() in _JOINS for w in inside)
    return len(inside) + BREAK * breaks


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
