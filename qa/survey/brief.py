"""A brief: three to seven sentences of the articles, in the order of time, each with its source."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.types import FigureKind, Period
from qa.compare.corrections import takes_back
from qa.compare.voices import same_publisher
from qa.lexicon.wording import day_in_words
from qa.survey.choose import choose, worth
from qa.survey.pile import Line, Pile, Topic, lines_of, speaks_of
from qa.survey.told import Told
from qa.understand.request import Request

if TYPE_CHECKING:
    from index.index import Index

FEWEST, MOST = 3, 7
MORE = 2
"""Sentences for each article that is about a topic, up to MOST."""
NEAR = 0.25
"""Cosine of a sentence to the topic from which it tells of it; sentences of other matters have under .1."""


def brief(index: "Index", pile: Pile, request: Request) -> Told | None:
    """Return a brief of the pile, of a topic, of a time, or of what is new; None where no sentence is about it."""
    lines = lines_of(index, pile.articles)
    about = f" about {request.topic}" if request.topic else ""
    led: frozenset[str] = frozenset()
    if request.topic:
        lines, led = _lines_about(index, lines, request.topic)
    if request.periods:
        periods = resolved(request.periods, pile)
        lines = [line for line in lines if any(in_time(line, period) for period in periods)]
        about += " of " + ", ".join(period.text for period in request.periods)
    topic = index.encode_query(request.topic) if request.topic else None
    lines = [line for line in lines if not takes_back(line.text)] or lines
    count = MORE * len(led & {line.article.id for line in lines})
    return _told(lines, worth(lines, topic, request.topic or "", led), pile, about, count) if lines else None


def _lines_about(index: "Index", lines: Sequence[Line], words: str) -> tuple[list[Line], frozenset[str]]:
    """Return the sentences about a topic, and the articles about it: theirs alone where they are enough for a brief.

    What is about no such topic may be a publisher's own.
    """
    topic = Topic(index, words, lines)
    told = [line for line in lines if line.article.id in topic.articles]
    inside = [x for x in told if x.number <= 1 or topic.says(x) or float(x.vector @ topic.vector) >= NEAR]
    if len(inside) >= FEWEST:
        return inside, topic.articles
    own = [line for line in lines if topic.says(line)]
    if 0 < len(own) < FEWEST:  # what the articles that say it lead with tells what it is part of
        saying = {line.article.id for line in own}
        own = [line for line in lines if topic.says(line) or (line.article.id in saying and line.number <= 1)]
    return own or [line for line in lines if same_publisher(line.article.publisher, words)], frozenset()


def what_is_new(index: "Index", pile: Pile, request: Request) -> Told | None:
    """Return a brief of the articles published since a day; without one, of the newest day and the week before it."""
    newest = max((a.published for a in pile.articles if a.published), default=None)
    start = next((p.start or p.end for p in resolved(request.periods, pile) if p.start or p.end), None)
    if newest is None:
        return Told("news", note="no article bears a date, so what is new cannot be told")
    since = start or date.fromordinal(newest.toordinal() - 7)
    late = [a for a in pile.articles if a.published and a.published >= since]
    lines = lines_of(index, late)
    if request.topic:
        lines = _lines_about(index, lines, request.topic)[0]
    if not lines and late:
        return Told("news", note=f"no article published since {day_in_words(since)} is about {request.topic}")
    if not lines:
        return Told(
            "news", note=f"no article is dated {day_in_words(since)} or later; the newest is of {day_in_words(newest)}"
        )
    told = _told(lines, worth(lines), Pile(tuple(late)), f" published since {day_in_words(since)}")
    return replace(told, kind="news")


def resolved(periods: Sequence[Period], pile: Pile) -> list[Period]:
    """Return periods with those that name no year ("in March") read as the last before the newest article's day."""
    from ingest.figures import find_periods

    newest = max((a.published for a in pile.articles if a.published), default=None)
    read = []
    for period in periods:
        told = [] if period.start or period.end else find_periods(f"It fell in {period.text}.", newest)
        read.append(told[0].period if told else period)
    return read


def both_sides(index: "Index", lines: Sequence[Line], request: Request) -> Told | None:
    """Return what is said of each side of a comparison for itself; None where one of them is not spoken of."""
    sides = (request.topic or "", request.other or "")
    tests = [speaks_of(side) for side in sides]
    chosen: dict[tuple[str, int], Line] = {}
    for n, side in enumerate(sides):
        mine = [line for line in lines if tests[n](line)]
        alone = [line for line in mine if not tests[1 - n](line)] or mine
        if not mine:
            return None
        for line in choose(alone, worth(alone, index.encode_query(side), side), FEWEST):
            chosen.setdefault((line.article.id, line.number), line)
    note = f"no figure of one measure, unit and time is told of both {sides[0]} and {sides[1]}; this is said of each"
    return Told("comparison", tuple(chosen.values()), note=note)


def _told(lines: Sequence[Line], worths: NDArray[np.float64], pile: Pile, about: str, least: int = FEWEST) -> Told:
    count = min(MOST, max(FEWEST, least, len({line.article.id for line in lines})))
    found = sorted(choose(lines, worths, count), key=_place)
    articles = len({line.article.id for line in found})
    some = f"{len(found)} sentence{'s' if len(found) != 1 else ''}"
    note = f"{some}{about}, chosen from {articles} of {pile.words()}; the words are the articles' own"
    return Told("brief", tuple(found), note=note)


def _place(line: Line) -> tuple[bool, date, str, int]:
    return (line.article.published is None, line.article.published or date.max, line.article.id, line.number)


def in_time(line: Line, period: Period) -> bool:
    """Return whether a sentence tells of a time: one of its dates or figures is of it."""
    if period.start is None or period.end is None:
        return False
    dated = [f.period for f in line.figures if f.period is not None]
    open_ended = period.text.casefold().startswith(("since", "after", "from"))
    end = date.max if open_ended else period.end
    return any(p.start is not None and p.end is not None and period.start <= p.start and p.end <= end for p in dated)


# A time told only to compare with, or that something has lasted since: no event's own.
_BESIDE = re.compile(r"^since\b|\b(?:ago|earlier|before)$", re.IGNORECASE)


def first_date(line: Line) -> Period | None:
    """Return the first resolved date of a sentence, else the time of its first figure."""
    dates = [f.period for f in line.figures if f.kind is FigureKind.DATE]
    others = [f.period for f in line.figures if f.kind is not FigureKind.DATE]
    told = [p for p in (*dates, *others) if p is not None and p.start is not None]
    return next((p for p in told if not _BESIDE.search(p.text)), None)
