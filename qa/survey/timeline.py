"""A timeline: the dated sentences about a topic, in the order of what they tell of."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ingest.types import Period
from qa.lexicon.wording import day_in_words, span_in_words
from qa.survey.brief import NEAR, first_date
from qa.survey.choose import says_same
from qa.survey.pile import Line, Pile, Topic
from qa.survey.told import Entry, Told
from qa.understand.request import Request

if TYPE_CHECKING:
    from index.index import Index

ROWS = 30


def timeline(index: "Index", pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the dated sentences by date; what two sentences tell of one day is told once. None where none is dated.

    Of an article that speaks of the topic, sentences near to it in meaning count too: "walked out" tells of a strike.
    """
    topic = Topic(index, request.topic, lines) if request.topic else None
    test = _tells_of(lines, topic) if topic else None
    opens = {line.article.id: line.number for line in reversed(lines)}
    found: list[tuple[Period, Line]] = []
    for line in lines:
        leads = (topic is None or line.article.id in topic.articles) and line.number == opens[line.article.id]
        period = first_date(line) or (_day_of(line) if leads else None)
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
    note = f"{some}; “last year” is read by the day of its article, and that day stands for a first sentence's own"
    title = f"Timeline{f' of {request.topic}' if request.topic else ''}"
    return Told("timeline", title=title, columns=("When", "What"), rows=rows, note=note)


def _tells_of(lines: Sequence[Line], topic: Topic) -> Callable[[Line], bool]:
    articles = topic.articles or {line.article.id for line in lines if topic.says(line)}

    def test(line: Line) -> bool:
        near = float(line.vector @ topic.vector) >= NEAR or line.number <= 1
        return line.article.id in articles and (near or topic.says(line))

    return test


def _day_of(line: Line) -> Period | None:
    """Return the day of an article, for a sentence that opens it: news leads with what has just happened."""
    day = line.article.published
    return Period(day, day, f"{day_in_words(day)}, by the article's date") if day else None


def _start(period: Period) -> date:
    return period.start or date.max
