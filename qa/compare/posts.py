"""Posts of a live page: of what is asked as it stands now, the newest post tells, and the older ones are named."""

import re
from collections.abc import Sequence
from datetime import datetime

from ingest.types import FigureKind
from qa.compare.figures import FAINTER
from qa.decide.rules import objection
from qa.lexicon.nouns import dimension
from qa.lexicon.wording import short_figure
from qa.reader.pick import Pick
from qa.understand.question import Question

_STAMP = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4}), (\d\d:\d\d): ")
# "How many are ..." asks for a state, told of now; "how many died" does not: an older post may be the fuller one.
_STANDS = re.compile(
    r"\b(?:is|are|has|have|does|do|remains?|stays?)\b(?! been\b)|\b(?:now|still|currently|latest|so far)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:was|were|had|did|at first|first|initial(?:ly)?|originally|earlier)\b", re.IGNORECASE)


def newest_post(question: Question, chosen: Pick, picks: Sequence[Pick]) -> tuple[Pick, tuple[str, ...]]:
    """Return the pick of the newest post that gives the figure asked for, and a note on the one that gave way to it.

    Anything but a figure of a dated post, and a question for a time of its own, is left as it is.
    """
    when, figure = stamp_of(chosen), chosen.figure
    if when is None or figure is None or question.periods or not _asks_of_now(question.text):
        return chosen, ()
    later = [(at, p) for p in picks if (at := stamp_of(p)) is not None and at > when and _alike(chosen, p)]
    later = [(at, p) for at, p in later if p.margin > -FAINTER and objection(question, p) is None]
    if not later:
        return chosen, ()
    newest = max(later, key=lambda one: (one[0], one[1].score))[1]
    earlier = f"{when.day} {when:%B} {when.year}, {when:%H:%M}"
    return newest, (f"an older post ({earlier}) gives {short_figure(chosen.short, figure)}",)


def stamp_of(pick: Pick) -> datetime | None:
    """Return when the post was made that a pick stands in, by the day and clock its paragraph opens with."""
    text, start = pick.candidate.article.text, pick.candidate.start
    found = _STAMP.match(text, text.rfind("\n", 0, start) + 1)
    if found is None:
        return None
    try:
        return datetime.strptime(f"{found[1]} {found[2]}", "%d %B %Y %H:%M")
    except ValueError:
        return None


def _asks_of_now(text: str) -> bool:
    return _STANDS.search(text) is not None and _FIRST.search(text) is None


def _alike(a: Pick, b: Pick) -> bool:
    """Return whether two picks of one article are figures that count or measure the same."""
    one, other = a.figure, b.figure
    if one is None or other is None or a.candidate.article.id != b.candidate.article.id:
        return False
    same = (one.unit, dimension(one), one.change) == (other.unit, dimension(other), other.change)
    return same and one.kind is other.kind is not FigureKind.DATE
