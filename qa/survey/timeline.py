"""A timeline: the dated sentences about a topic, in the order of what they tell of."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ingest.types import Period
from qa.lexicon.wording import span_in_words
from qa.survey.brief import first_date
from qa.survey.choose import says_same
from qa.survey.pile import Line, Pile, speaks_of
from qa.survey.told import Entry, Told
from qa.understand.request import Request

if TYPE_CHECKING:
    from index.index import Index

ROWS = 30
NEAR = 0.25
"""Cosine of a sentence to the topic from which it tells of it; sentences of other matters have under .1."""


def timeline(index: "Index", pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the dated sentences by date; what two sentences tell of one day is told once. None where none is dated.

    Of an article that speaks of the topic, sentences near to it in meaning count too: "walked out" tells of a strike.
    """
    test = _tells_of(index, lines, request.topic) if request.topic else None
    found: list[tuple[Period, Line]] = []
    for line in lines:
        period = first_date(line)
        if period is None or (test is not None and not test(line)):
            continue
        if not any(_start(p) == _start(period) and says_same(o, line) for p, o in found):
            found.append((period, line))
    if not found:
        return None
    found.sort(key=lambda item: (_start(item[0]), item[0].end or date.max))
    rows = tuple(Entry((span_in_words(p), line.text), (line,)) for p, line in found[:ROWS])
    shown = f"the first {len(rows)} of {len(found)}" if len(rows) < len(found) else f"{len(found)}"
    some = f"{shown} dated sentence{'s' if len(found) != 1 else ''} of {pile.words()}"
    note = f"{some}; “last year” is read by the day of its article"
    title = f"Timeline{f' of {request.topic}' if request.topic else ''}"
    return Told("timeline", title=title, columns=("When", "What"), rows=rows, note=note)


def _tells_of(index: "Index", lines: Sequence[Line], topic: str) -> Callable[[Line], bool]:
    says, vector = speaks_of(topic), index.encode_query(topic)
    articles = {line.article.id for line in lines if says(line)}
    return lambda line: says(line) or (line.article.id in articles and float(line.vector @ vector) >= NEAR)


def _start(period: Period) -> date:
    return period.start or date.max
