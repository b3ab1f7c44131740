"""How a question is answered into a conversation, by the settings of the page."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ingest.errors import NewsdeskError, SettingError
from qa.types import PASSAGES
from ui.chat.talk.turns import Talk, Turn
from ui.show.html.part import Part, part_of
from ui.show.html.scope import Scope
from ui.show.html.states import error_html, pending_html, welcome_html
from ui.show.html.turn import partial_html, turn_html

if TYPE_CHECKING:
    from qa.desk import Newsdesk

FEWEST, MOST = 1, 30


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings of the page say; every value comes from a browser and is checked."""

    index: str | None = None
    reader: str | None = None
    as_of: date | None = None
    k: int = PASSAGES
    dated_only: bool = False
    several: str = ""
    """The name of the index where the page has more than one."""


def read_day(text: str | None) -> date | None:
    """Return a day written YYYY-MM-DD; None for nothing.

    Raises:
        SettingError: the text is no day.
    """
    if not text or not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise SettingError(f"{text.strip()[:40]!r} is not a day: write it as 2024-03-07") from error


def read_choice(index: Any, reader: Any, as_of: Any, k: Any, dated_only: Any = False) -> Choice:
    """Return the settings as they can be used.

    Raises:
        SettingError: the day or the number of sources cannot be used.
    """
    try:
        sources = PASSAGES if k in (None, "") else int(k)
    except (TypeError, ValueError) as error:
        raise SettingError("the number of sources must be a whole number") from error
    if not FEWEST <= sources <= MOST:
        raise SettingError(f"the number of sources must be from {FEWEST} to {MOST}")
    return Choice(
        str(index) if index else None, str(reader) if reader else None, read_day(as_of), sources, dated_only is True
    )


def waiting(talk: Talk, question: str, place: int | None = None) -> str:
    """Return the transcript with the question as asked and its answer still to come, at the end or in its place."""
    return _with(talk, place, pending_html(question))


def _with(talk: Talk, place: int | None, html: str) -> str:
    return talk.with_turn(Turn(place or talk.next, "", html)).html()


def growing(
    desk: "Newsdesk", talk: Talk, question: str, choice: Choice, place: int | None = None
) -> Iterator[str | Talk]:
    """Ask a question in a conversation: yield the transcript as a streamed answer grows, then the new conversation.

    With a `place` the answer takes that of the turn of this number, and follows on the turns before it alone.
    Errors of ours become a turn that says them.
    """
    number = place or talk.next
    answer = None
    try:
        before = talk.before(number).asked
        for answer in desk.stream(
            question, as_of=choice.as_of, k=choice.k, previous=before, dated_only=choice.dated_only
        ):
            if answer.reader.startswith("llm:") and answer.claims:
                yield _with(talk, place, partial_html(answer, question))
    except NewsdeskError as error:
        yield failed(talk, question, str(error), place)
        return
    except Exception:  # a defect of ours must not leave the visitor waiting for ever; the terminal has the trace
        logging.getLogger(__name__).exception("a question could not be answered")
        yield failed(talk, question, "This question could not be answered: the terminal says why.", place)
        return
    assert answer is not None
    scope = scope_of(desk, choice)
    part = part_of(answer)
    part = replace(part, lines=(*part.lines, (f"Searched: {scope.words}", ())))
    html = turn_html(answer, number, question, scope)
    when = choice.as_of.isoformat() if choice.as_of else ""
    made = Turn(number, question, html, answer.understood or answer.question, part, as_of=when, index=choice.several)
    yield talk.with_turn(made)


def scope_of(desk: "Newsdesk", choice: Choice) -> Scope:
    """Return what a question asked by these settings is looked for in."""
    return Scope(len(desk.index), choice.as_of, choice.dated_only, choice.several)


def failed(talk: Talk, question: str, message: str, place: int | None = None) -> Talk:
    """Return the conversation with a turn that says why there is no answer."""
    number = place or talk.next
    return talk.with_turn(Turn(number, question, error_html(question, message, number), None, Part(message)))


def asked_turn(desk: "Newsdesk", talk: Talk, question: str, choice: Choice, place: int | None = None) -> Talk:
    """Ask a question in a conversation and return the new conversation."""
    *_, last = growing(desk, talk, question, choice, place)
    assert isinstance(last, Talk)
    return last


def welcome(desk: "Newsdesk", examples: Iterator[str] | list[str]) -> str:
    """Return what an empty chat shows."""
    return welcome_html(list(examples), len(desk.index.listings()))
