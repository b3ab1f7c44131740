"""The conversation: what one visitor asked so far, and how the next question is answered into HTML."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ingest.errors import NewsdeskError, SettingError
from qa.types import PASSAGES
from ui.show.html.turn import error_html, partial_html, pending_html, transcript_html, turn_html, welcome_html

if TYPE_CHECKING:
    from qa.desk import Newsdesk

# Turns kept on the page and in memory for each visitor: about 15 kB each.
KEPT_TURNS = 12
# Follow-ups are completed from the last questions; a topic seldom lives longer.
REMEMBERED = 4
FEWEST, MOST = 1, 30


@dataclass(frozen=True, slots=True)
class Talk:
    """One visitor's conversation: HTML of its turns, and the questions as they were understood."""

    turns: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    number: int = 0

    def with_turn(self, html: str, asked: str | None) -> "Talk":
        """Return the conversation with one more turn; a question that failed is not remembered."""
        remembered = (*self.asked, asked)[-REMEMBERED:] if asked else self.asked
        return replace(
            self,
            turns=(*self.turns, html)[-KEPT_TURNS:],
            asked=tuple(q for q in remembered if q),
            number=self.number + 1,
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """What the settings of the page say; every value comes from a browser and is checked."""

    index: str | None = None
    reader: str | None = None
    as_of: date | None = None
    k: int = PASSAGES
    dated_only: bool = False
    problems: tuple[str, ...] = field(default=())


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


def waiting(talk: Talk, question: str) -> str:
    """Return the transcript with the question as asked and its answer still to come."""
    return transcript_html((*talk.turns, pending_html(question)), "")


def shown(talk: Talk, welcome: str = "") -> str:
    """Return the transcript."""
    return transcript_html(talk.turns, welcome)


def growing(desk: "Newsdesk", talk: Talk, question: str, choice: Choice) -> Iterator[str | Talk]:
    """Ask a question in a conversation: yield the transcript as a streamed answer grows, then the new conversation.

    Errors of ours become a turn that says them.
    """
    answer = None
    try:
        for answer in desk.stream(
            question, as_of=choice.as_of, k=choice.k, previous=talk.asked, dated_only=choice.dated_only
        ):
            if answer.reader.startswith("llm:") and answer.claims:
                yield transcript_html((*talk.turns, partial_html(answer, question)), "")
    except NewsdeskError as error:
        yield talk.with_turn(error_html(question, str(error)), None)
        return
    except Exception:  # a defect of ours must not leave the visitor waiting for ever; the terminal has the trace
        logging.getLogger(__name__).exception("a question could not be answered")
        yield talk.with_turn(error_html(question, "This question could not be answered: the terminal says why."), None)
        return
    assert answer is not None
    html = turn_html(answer, talk.number + 1, question)
    yield talk.with_turn(html, answer.understood or answer.question)


def asked_turn(desk: "Newsdesk", talk: Talk, question: str, choice: Choice) -> Talk:
    """Ask a question in a conversation and return the new conversation."""
    *_, last = growing(desk, talk, question, choice)
    assert isinstance(last, Talk)
    return last


def welcome(desk: "Newsdesk", examples: Iterator[str] | list[str]) -> str:
    """Return what an empty chat shows."""
    return welcome_html(list(examples), len(desk.index.listings()))
