"""A chat model that takes its time, or all the room there is: one limit over the whole reply."""

import threading
import time

import pytest
from langchain_core.messages import AIMessage

from ingest.errors import ModelError, SettingError
from ingest.types import Article
from qa.chat_model import call, llm
from qa.chat_model.call import SECONDS, seconds_allowed
from qa.chat_model.llm import LlmReader
from qa.types import Evidence

TEXT = "The tram in Porto carried 12 million passengers in 2022."
SHOWN = [Evidence("S1", Article("a1", "Tram news", TEXT, "test"), 0, len(TEXT), TEXT, 1.0)]
ASKED = "How many passengers did the tram in Porto carry in 2022?"


class Dripping:
    """Sends a letter every hundredth of a second, each well within the timeout of any client, and never ends."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def stream(self, messages):
        try:
            while True:
                time.sleep(0.01)
                yield AIMessage("a")
        finally:
            self.closed.set()

    def invoke(self, messages):
        return AIMessage("".join(part.content for part in self.stream(messages)))


@pytest.mark.parametrize("read", [lambda r: r.read(ASKED, SHOWN), lambda r: list(r.stream(ASKED, SHOWN))])
def test_a_model_that_drips_is_left_after_one_deadline(read) -> None:
    start = time.monotonic()
    with pytest.raises(ModelError, match=r"longer than 0\.3 s"):
        read(LlmReader(Dripping(), seconds=0.3))
    assert time.monotonic() - start < 2


def test_a_model_that_was_left_is_not_listened_to() -> None:
    model = Dripping()
    with pytest.raises(ModelError):
        list(LlmReader(model, seconds=0.1).stream(ASKED, SHOWN))
    assert model.closed.wait(5), "its stream, and so its connection, is closed"


def test_a_long_reply_letter_by_letter_is_not_read_anew_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        def stream(self, messages):
            for _ in range(100_000):
                yield AIMessage("a b. ")

    read = llm.parse_reply
    lengths: list[int] = []
    monkeypatch.setattr(llm, "parse_reply", lambda text, known: lengths.append(len(text)) or read(text, known))
    list(LlmReader(Endless()).stream(ASKED, SHOWN))
    assert sum(lengths) < 300 * max(lengths)


@pytest.mark.parametrize("said", ["soon", "0", "-3", "nan", "inf"])
def test_seconds_that_are_none(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(call.SECONDS_SETTING, said)
    with pytest.raises(SettingError, match="number of seconds"):
        seconds_allowed()


def test_seconds_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(call.SECONDS_SETTING, raising=False)
    assert seconds_allowed() == SECONDS
    monkeypatch.setenv(call.SECONDS_SETTING, "90")
    assert seconds_allowed() == 90
