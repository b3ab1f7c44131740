"""Posts of a live page: of what is asked as it stands now, the newest post tells, and the older ones are named."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.page.clocks import read_posts, says_live
from ingest.text.sentences import split_sentences
from ingest.types import Article, FigureKind
from qa.compare.figures import FAINTER
from qa.decide.rules import objection
from qa.lexicon.nouns import dimension
from qa.lexicon.wording import short_figure
from qa.lexicon.words import stems_of
from qa.reader.pick import Pick
from qa.understand.question import Question

_STAMP = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4}), (\d\d:\d\d)(?:: | \| )")
# "How many are ..." asks for a state, told of now; "how many died" does not: an older post may be the fuller one.
_STANDS = re.compile(
    r"\b(?:is|are|has|have|does|do|remains?|stays?)\b(?! been\b)|\b(?:now|still|currently|latest|so far)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:nobody|no one|none|no longer|no more|not any|all [\w ]{1,20}(?:found|safe|back|over|restored))\b", re.I
)
MOST_QUOTED = 120
_FIRST = re.compile(r"\b(?:was|were|had|did|at first|first|initial(?:ly)?|originally|earlier)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When a post was made, and its words: "21 January 2024, 19:40", or a clock alone where no day is known."""

    when: datetime
    words: str


def newest_post(question: Question, chosen: Pick, picks: Sequence[Pick]) -> tuple[Pick, tuple[str, ...]]:
    """Return the pick of the newest post that gives the figure asked for, and notes.

    They name the older post that gave way to it, and a newer one that says of the same that there is none any more.
    Anything but a figure of a post with a time, and a question for a time of its own, is left as it is.
    """
    figure = chosen.figure
    if figure is None or question.periods or not _asks_of_now(question.text):
        return chosen, ()
    stamps = read_stamps(chosen.candidate.article)
    own = _stamp_at(stamps, chosen)
    if own is None:
        return chosen, ()
    later = [(at, p) for p in picks if _alike(chosen, p) and (at := _stamp_at(stamps, p)) and at.when > own.when]
    later = [(at, p) for at, p in later if p.margin > -FAINTER and objection(question, p) is None]
    if not later:
        return chosen, _none_left(question, chosen, own, stamps)
    at, newest = max(later, key=lambda one: (one[0].when, one[1].score))
    older = f"an older post ({own.words}) gives {short_figure(chosen.short, figure)}"
    return newest, (older, *_none_left(question, newest, at, stamps))


def read_stamps(article: Article) -> dict[int, Stamp]:
    """Return when the lines of an article were posted, by their number from 0; empty where it has no posts."""
    lines = article.text.split("\n")
    dated = {at: stamp for at, line in enumerate(lines) if (stamp := _read(line))}
    if dated:
        return dated
    posts = read_posts(lines, live=says_live(article.title))
    # No day is known: the first of them stands for it, and only the order counts.
    return {at: Stamp(datetime.min + timedelta(minutes=post.at), post.printed) for post in posts for at in post.lines}


def _read(line: str) -> Stamp | None:
    found = _STAMP.match(line)
    if found is None:
        return None
    try:
        return Stamp(datetime.strptime(f"{found[1]} {found[2]}", "%d %B %Y %H:%M"), f"{found[1]}, {found[2]}")
    except ValueError:
        return None


def _stamp_at(stamps: Mapping[int, Stamp], pick: Pick) -> Stamp | None:
    return stamps.get(pick.candidate.article.text.count("\n", 0, pick.candidate.start)) if stamps else None


def _none_left(question: Question, pick: Pick, own: Stamp, stamps: Mapping[int, Stamp]) -> tuple[str, ...]:
    """Note the newest post after the pick's that says of what is asked that there is none, or none any more."""
    figure = pick.figure
    counted = stems_of(f"{figure.unit or ''} {figure.measure or ''}") if figure else frozenset()
    asked = question.stems - counted
    text = pick.candidate.article.text
    lines = text.split("\n")
    for at, stamp in sorted(stamps.items(), key=lambda one: one[1], reverse=True):
        if stamp.when <= own.when:
            return ()
        said = _STAMP.sub("", lines[at], count=1)
        for sentence in split_sentences(said):
            words = said[sentence.start : sentence.end]
            if _NONE.search(words) and asked & stems_of(words):
                return (f"a newer post ({stamp.words}) says “{words[:MOST_QUOTED]}”",)
    return ()


def _asks_of_now(text: str) -> bool:
    return _STANDS.search(text) is not None and _FIRST.search(text) is None


def _alike(a: Pick, b: Pick) -> bool:
    """Return whether two picks of one article are figures that count or measure the same."""
    one, other = a.figure, b.figure
    if one is None or other is None or a.candidate.article.id != b.candidate.article.id:
        return False
    same = (one.unit, dimension(one), one.change) == (other.unit, dimension(other), other.change)
    return same and one.kind is other.kind is not FigureKind.DATE
