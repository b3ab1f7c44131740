"""One answer, one state of the index: others may write to it while a question is on its way."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.errors import NotFound
from qa.types import Answer

if TYPE_CHECKING:
    from index.index import Index

TRIES = 2
"""Answers that changes may spoil before the state is held: an ingest writes every few seconds, one takes 60 ms."""


def at_one_state(index: "Index", answer: Callable[[], Answer], *, costly: bool = False) -> Answer:
    """Return an answer none of whose steps saw another state of the articles than the others.

    The state is not held from the start, because the other threads of this process would wait for it. An answer over
    which the articles changed is made again; a `costly` one (a chat model's) only if its words no longer stand. What an
    answer raises over a change says nothing (an article went between two steps), and is not raised.
    """
    for _ in range(TRIES):
        before = index.state()
        try:
            found = answer()
        except Exception:
            if index.state() == before:
                raise
            continue
        if index.state() == before or (costly and _stands(index, found)):
            return found
    with index.holding():
        return answer()


def _stands(index: "Index", answer: Answer) -> bool:
    """Tell whether every citation is still a slice of its article."""
    try:
        with index.holding():
            return all(index.article(c.article_id).text[c.start : c.end] == c.quote for c in answer.citations)
    except NotFound:
        return False
