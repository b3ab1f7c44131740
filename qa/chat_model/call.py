"""Asking a chat model: its words as they come, its faults as ours, and one limit of time over all of it."""

import contextvars
import os
import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from ingest.errors import ModelError, SettingError

SECONDS_SETTING = "NEWSDESK_CHAT_SECONDS"
# A reply is a few sentences; a model on one's own machine may want more.
SECONDS = 30.0


class ChatModel(Protocol):
    """All that is asked of a model: messages in, a message with `text` or `content` out."""

    def invoke(self, messages: Any, /) -> Any:
        """Answer a list of (role, text) messages."""


def seconds_allowed() -> float:
    """Return the seconds a whole reply may take: NEWSDESK_CHAT_SECONDS, else SECONDS.

    Raises:
        SettingError: the setting is no number above 0.
    """
    setting = os.environ.get(SECONDS_SETTING)
    try:
        seconds = float(setting) if setting else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= threading.TIMEOUT_MAX:
        raise SettingError(f"{SECONDS_SETTING} is {setting!r}; set it to a number of seconds, or not at all")
    return seconds


def ask_model(model: ChatModel, messages: list[tuple[str, str]], seconds: float) -> str:
    """Return the text of a model's reply.

    Raises:
        ModelError: it failed, for whatever reason its provider gives, or took longer than `seconds`.
    """
    return "".join(_within(seconds, lambda: iter([_words(model.invoke(messages))])))


def stream_model(model: ChatModel, messages: list[tuple[str, str]], seconds: float) -> Iterator[str]:
    """Yield the text of a model's reply in the pieces it comes in; of one that cannot stream, in one piece.

    Raises:
        ModelError: it failed, for whatever reason its provider gives, or took longer than `seconds`.
    """
    stream = getattr(model, "stream", None)
    if stream is None:
        yield ask_model(model, messages, seconds)
    else:
        yield from _within(seconds, lambda: map(_words, stream(messages)))


def _within(seconds: float, say: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Yield what a model says as long as it takes no more than `seconds` in all.

    A timeout of its client is met anew with each byte that comes. So a thread of its own waits for the model, goes on
    only when the next part is wanted, and is left to itself when the time is over.
    """
    said: SimpleQueue[str | BaseException | None] = SimpleQueue()
    wanted = threading.Semaphore(0)
    over = threading.Event()

    def listen() -> None:
        try:
            for part in say():
                said.put(part)
                wanted.acquire()
                if over.is_set():
                    return
            said.put(None)
        except BaseException as error:  # handed on to whoever asked
            said.put(error)

    # The thread has the caller's context: a trace is told there which question the call belongs to.
    threading.Thread(target=contextvars.copy_context().run, args=(listen,), daemon=True).start()
    end = time.monotonic() + seconds
    try:
        while (part := _next(said, end, seconds)) is not None:
            yield part
            wanted.release()
    finally:
        over.set()
        wanted.release()


def _next(said: "SimpleQueue[str | BaseException | None]", end: float, seconds: float) -> str | None:
    try:
        part = said.get(timeout=max(0.0, end - time.monotonic()))
    except Empty:
        raise ModelError(
            f"the chat model took longer than {seconds:g} s: ask again, use --reader extractive, or allow it more by"
            f" {SECONDS_SETTING}"
        ) from None
    if isinstance(part, Exception):
        raise ModelError(
            f"the chat model did not answer: {first_line(part)}; ask again, or use --reader extractive"
        ) from part
    if isinstance(part, BaseException):
        raise part
    return part


def first_line(error: BaseException) -> str:
    """Return the first line of what an error says."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _words(message: Any) -> str:
    text = getattr(message, "text", None)
    if not isinstance(text, str):
        text = getattr(message, "content", message)
    return text if isinstance(text, str) else str(text)
