"""One visitor's conversation: its turns in order, what a follow-up is completed from, a turn asked anew in place."""

from dataclasses import dataclass, field, replace
from typing import Any

from ui.show.html.after import with_more
from ui.show.html.part import Part
from ui.show.html.states import stale_html
from ui.show.html.turn import transcript_html

# Turns kept on the page and in memory for each visitor: about 20 kB each.
KEPT_TURNS = 24
# Follow-ups are completed from the last questions; a topic seldom lives longer.
REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it."""

    number: int
    question: str
    html: str
    asked: str | None = None
    """The question as it was understood; None where it failed, and then no follow-up is read from it."""
    part: Part = field(default_factory=Part)
    stale: bool = False
    """A question before it was asked anew since, so that it may have been understood by words that are gone."""
    as_of: str = ""
    """The day it was asked as of, YYYY-MM-DD; empty for all articles."""
    index: str = ""
    """The name of the index it was asked of; empty where the page has but one."""
    flagged: bool = False
    """Its reader says that it is wrong."""
    onward: tuple[tuple[str, str], ...] = ()
    """What may be asked next, as it is shown and as it is asked."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of one conversation, oldest first."""

    turns: tuple[Turn, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """The last questions as they were understood, oldest first."""
        return tuple(turn.asked for turn in self.turns if turn.asked)[-REMEMBERED:]

    @property
    def next(self) -> int:
        """The number of the turn to come."""
        return self.turns[-1].number + 1 if self.turns else 1

    def turn(self, number: int) -> Turn:
        """Return the turn of a number.

        Raises:
            KeyError: there is none.
        """
        for turn in self.turns:
            if turn.number == number:
                return turn
        raise KeyError(number)

    def before(self, number: int) -> "Talk":
        """Return the conversation as it was before a turn."""
        return Talk(tuple(turn for turn in self.turns if turn.number < number))

    def with_turn(self, turn: Turn) -> "Talk":
        """Return the conversation with a turn at its end, or in the place of the turn of its number.

        Those after a replaced turn stay and are marked; of too many the oldest go.
        """
        later = tuple(replace(t, stale=True) for t in self.turns if t.number > turn.number)
        return Talk((*self.before(turn.number).turns, turn, *later)[-KEPT_TURNS:])

    def amended(self, turn: Turn, **changes: Any) -> "Talk":
        """Return the conversation with fields of a turn changed, as it was where that was asked anew meanwhile."""
        same = (t.number == turn.number and t.html == turn.html for t in self.turns)
        return Talk(tuple(replace(t, **changes) if is_it else t for t, is_it in zip(self.turns, same, strict=True)))

    def html(self, welcome: str = "") -> str:
        """Return the transcript, or the welcome where nothing has been asked yet."""
        shown = [stale_html() * t.stale + with_more(t.html, t.flagged, t.onward) for t in self.turns]
        return transcript_html(shown, welcome)
