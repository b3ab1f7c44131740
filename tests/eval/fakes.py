"""A desk and readers that need no index, no model and no network."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from eval.running.answerer import Answerer, DeskAnswerer
from eval.running.baselines import decline
from eval.types import Question, Record
from ingest.errors import QuestionError
from tests.eval.making import says

TEXT = "The port is old. In May 318 ships called there. It has a new crane."


@dataclass
class FakeAnswer:
    record: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return dict(self.record)


@dataclass
class FakeDesk:
    """A desk with one article, which finds 318 ships and remembers what it was asked."""

    asked: list[tuple[str, tuple[str, ...], date | None]] = field(default_factory=list)

    def ask(self, question: str, *, as_of: date | None, k: int, previous: Sequence[str]) -> FakeAnswer:
        self.asked.append((question, tuple(previous), as_of))
        if "bad" in question:
            raise QuestionError("the question is bad")
        if "broken" in question:
            raise ZeroDivisionError("a defect")
        start = TEXT.index("In May")
        record = says("318 ships", "In May 318 ships called there.")
        record["citations"][0] |= {"start": start, "end": start + 30, "quote": TEXT[start : start + 30]}
        return FakeAnswer(record)

    def search(self, query: str, k: int, *, as_of: date | None) -> list[Any]:
        article = SimpleNamespace(id="a", source="news/port.md", title="Port", publisher=None, published=None, url=None)
        article.text = TEXT
        old = SimpleNamespace(article=article, start=0, end=16, text=TEXT[:16], score=2.0, dense=0.9, lexical=None)
        new = SimpleNamespace(article=article, start=17, end=47, text=TEXT[17:47], score=1.0, dense=0.5, lexical=3.0)
        return [old, new][:k]

    def article(self, article_id: str) -> Any:
        return SimpleNamespace(text=TEXT)

    def close(self) -> None:
        pass


class Clock:
    """A clock that says when it is told."""

    def __call__(self) -> float:
        return 0.0


@dataclass(frozen=True)
class FakeSource:
    """Opens a desk that never changes; picklable, as workers need it."""

    reader: str = "fake"
    index: str = "0123456789ab"
    pause: float = 0.0

    def open(self) -> Answerer:
        return _Slow(DeskAnswerer(FakeDesk(), clock=Clock()), self.pause)

    def fingerprint(self) -> str:
        return self.index


@dataclass
class _Slow:
    inner: DeskAnswerer
    pause: float

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        time.sleep(self.pause)
        return self.inner.answer(question, previous)

    def close(self) -> None:
        self.inner.close()


@dataclass(frozen=True)
class Echo:
    """The cheapest reader there is: it declines everything."""

    reader: str = "echo"

    def open(self) -> "Echo":
        return self

    def fingerprint(self) -> str:
        return "none"

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        return decline(question, self.reader)

    def close(self) -> None:
        pass
