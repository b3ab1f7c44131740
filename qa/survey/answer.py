"""From a request to what it is answered with; what cannot be told as asked is left to the reader."""

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.survey.brief import both_sides, brief, what_is_new
from qa.survey.ledger import compare, list_figures, trend
from qa.survey.listing import list_mentions, list_names
from qa.survey.pile import Line, Pile, lines_of, open_pile, speaks_of, topic_of
from qa.survey.statements import list_speakers, who_said_what
from qa.survey.timeline import timeline
from qa.survey.told import Told
from qa.understand.request import Request
from qa.understand.request_forms import RequestKind

if TYPE_CHECKING:
    from datetime import date

    from index.index import Index

HELP = (
    "Ask about what the articles say: “How many …?”, “Who …?”, “When …?”, “Why …?”. Also: “Summarise the articles”, "
    "“What do the articles say about …?”, “List all places”, “How many articles mention …?”, “Who said what about …?”, "
    "“Compare … and …”, “How did … change?”, “Timeline of …”, “What is new since …?”. Every answer shows the exact "
    "words it stands on."
)
_FIGURES = frozenset(("figure", "figures", "number", "numbers", "statistics", "data"))
_DATES = frozenset(("date", "dates", "events", "event"))
_QUOTES = frozenset(("quotes", "quotations", "statements"))
_QUOTED = frozenset(("quoted", "speakers"))


def answer_of(index: "Index", request: Request, as_of: "date | None", dated_only: bool) -> Told | None:
    """Return what a request is answered with, None where the reader has to look for it."""
    if request.kind is RequestKind.HELP:
        return Told("help", note=HELP)
    pile = open_pile(index, as_of, dated_only)
    if not pile.articles:
        return None
    if request.kind is RequestKind.BRIEF:
        return brief(index, pile, request)
    if request.kind is RequestKind.NEW:
        return what_is_new(index, pile, request)
    return _from_lines(index, pile, lines_of(index, pile.articles), request)


def _from_lines(index: "Index", pile: Pile, lines: list[Line], request: Request) -> Told | None:
    if request.kind is RequestKind.LIST:
        return _listed(index, pile, lines, request)
    if request.kind is RequestKind.MENTIONS:
        return list_mentions(pile, lines, request)
    if request.kind is RequestKind.SAID:
        return who_said_what(index, pile, lines, request) or _said_instead(
            index, pile, request, "no sentence about it has a named speaker"
        )
    if request.kind is RequestKind.TIMELINE:
        return timeline(index, pile, lines, request) or brief(index, pile, request)
    if request.kind is RequestKind.TREND:
        return trend(pile, lines, request) or _said_instead(
            index, pile, request, "no figure of one measure is told at two times"
        )
    if request.kind is RequestKind.COMPARE:
        return compare(pile, lines, request) or both_sides(index, lines, request)
    return None


def _said_instead(index: "Index", pile: Pile, request: Request, lacking: str) -> Told | None:
    """Return what is said of a topic where what was asked of it is not there, and say so; None where nothing is."""
    told = brief(index, pile, request) if request.topic else None
    return replace(told, note=f"{lacking}; this is said of it: {told.note}") if told else None


def _listed(index: "Index", pile: Pile, lines: list[Line], request: Request) -> Told | None:
    noun = (request.noun or "").casefold()
    topic = topic_of(request.topic)
    if noun in _FIGURES:
        return list_figures(index, pile, lines, request)
    if noun in _DATES:
        return timeline(index, pile, lines, request)
    if noun in _QUOTES:
        return who_said_what(index, pile, lines, replace(request, noun=None))
    if noun in _QUOTED:
        return list_speakers(index, pile, lines, topic)
    if topic is not None:
        lines = [line for line in lines if speaks_of(topic)(line)]
    return list_names(pile, lines, request)
