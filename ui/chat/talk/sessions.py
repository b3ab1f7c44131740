"""The conversations of all visitors in memory, bounded by their bytes; each change of one is made whole."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable

from ui.chat.talk.turns import Talk, Turn

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of all conversations together: about 65 of the longest, with timelines, or some thousand short ones."""
# The framework keeps the transcript it sent last beside the turns the transcript was made of.
COPIES = 2


def _nothing(session: str) -> None:
    """Forget nothing more of a session."""


def weight(turn: Turn) -> int:
    """Return the bytes a turn takes; what is but a few words long is not counted."""
    part = turn.part
    words = [part.head, *(text for text, _ in part.lines), *(text for _, text in part.notes)]
    return COPIES * sys.getsizeof(turn.html) + sum(map(sys.getsizeof, (turn.question, turn.asked or "", *words)))


class Sessions:
    """One conversation for each open page, by the page's own number; the one longest untouched goes first.

    Events of one page may overlap (an answer comes while another is flagged), so each changes the conversation as it
    is by then, and not as it was when the event began.
    """

    def __init__(self, most: int = MOST_BYTES, forget: Callable[[str], None] = _nothing) -> None:
        self.forget = forget
        """Called with a session that is dropped, for what others keep of it."""
        self._most = most
        self._talks: OrderedDict[str, tuple[Talk, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, session: str) -> Talk:
        """Return the conversation of a page, an empty one where there is none (any more)."""
        with self._lock:
            if session not in self._talks:
                return Talk()
            self._talks.move_to_end(session)
            return self._talks[session][0]

    def change(self, session: str, made: Callable[[Talk], Talk]) -> Talk:
        """Put what `made` makes of a page's conversation in its place, and return it."""
        with self._lock:
            talk = made(self._talks.get(session, (Talk(), 0))[0])
            self._talks[session] = talk, sum(map(weight, talk.turns))
            self._talks.move_to_end(session)
            dropped = self._over()
        for one in dropped:
            self.forget(one)
        return talk

    def _over(self) -> list[str]:
        """Drop the oldest until the rest fits, the newest never; return which."""
        dropped = []
        total = self.size
        while total > self._most and len(self._talks) > 1:
            session, (_, size) = self._talks.popitem(last=False)
            total -= size
            dropped.append(session)
        return dropped

    @property
    def size(self) -> int:
        """The bytes of all conversations."""
        return sum(size for _, size in self._talks.values())

    def __len__(self) -> int:
        return len(self._talks)
