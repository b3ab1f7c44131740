"""Ask a desk one question of a set and note what an evaluation needs beside the answer."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from eval.grading.words import prints
from eval.types import Question, Record
from qa.types import PASSAGES

# Characters of the article kept on both sides of a quote, for the report: about a paragraph.
CONTEXT = 240
# As many passages as the deepest recall looks at.
DEEPEST = 10


class Article(Protocol):
    """What is looked at in an article."""

    @property
    def text(self) -> str:
        """The text that quotes are slices of."""


class Desk(Protocol):
    """What an evaluation asks of a newsdesk; `qa.Newsdesk` is one, tests bring their own."""

    def ask(self, question: str, *, as_of: date | None, k: int, previous: Sequence[str]) -> Any:
        """Return an object whose `to_dict()` is the JSON of an answer."""

    def search(self, query: str, k: int, *, as_of: date | None) -> Sequence[Any]:
        """Return the k best passages, each with `article`, `start`, `end` and `text`."""

    def article(self, article_id: str) -> Any:
        """Return an article with its `text`."""

    def close(self) -> None:
        """Close what was opened."""


class Answerer(Protocol):
    """Anything that answers the questions of a set."""

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        """Return the record of an answer, without `id` and `run`."""

    def close(self) -> None:
        """Close what was opened."""


@dataclass(frozen=True, slots=True)
class DeskAnswerer:
    """Answers with a desk."""

    desk: Desk
    k: int = PASSAGES
    clock: Callable[[], float] = time.perf_counter

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        """Return the answer's JSON with `ms` and, under `seen`, what was checked against the articles."""
        began = self.clock()
        answer = self.desk.ask(question.question, as_of=question.as_of, k=self.k, previous=previous)
        took = (self.clock() - began) * 1000
        record: Record = answer.to_dict()
        asked = record.get("understood") or question.question
        seen = look_up(self.desk, record.get("citations") or [])
        seen["retrieved"] = retrieved(self.desk, asked, question)
        return record | {"seen": seen, "ms": round(took, 2)}

    def close(self) -> None:
        """Close the desk."""
        self.desk.close()


def look_up(desk: Desk, citations: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return for each citation whether its quote is exactly its slice, and the words before and after it."""
    seen: dict[str, Any] = {"exact": [], "before": [], "after": []}
    for citation in citations:
        text = str(desk.article(citation["article_id"]).text)
        start, end = citation["start"], citation["end"]
        seen["exact"].append(text[start:end] == citation["quote"])
        seen["before"].append(_whole_words(text[max(0, start - CONTEXT) : start], cut=start > CONTEXT))
        seen["after"].append(_whole_words(text[end : end + CONTEXT][::-1], cut=end + CONTEXT < len(text))[::-1])
    return seen


def _whole_words(text: str, *, cut: bool) -> str:
    """Return a text without the part of a word it begins with, where it was cut there."""
    return text[text.find(" ") + 1 :] if cut else text


def retrieved(desk: Desk, asked: str, question: Question) -> list[dict[str, Any]]:
    """Return the first passages for a question: where each is from, and which of the expected words it holds."""
    hits = desk.search(asked, DEEPEST, as_of=question.as_of)
    return [
        {
            "source": hit.article.source,
            "title": hit.article.title,
            "quotes": [n for n, words in enumerate(question.quote) if prints(hit.text, words)],
        }
        for hit in hits
    ]


@dataclass(frozen=True, slots=True)
class DeskSource:
    """How to open a desk, here or in another process."""

    folder: str
    reader: str = "extractive"
    k: int = PASSAGES

    def open(self) -> DeskAnswerer:
        """Open the index and return its answerer.

        Raises:
            NoIndex: there is none in the folder.
        """
        from qa.desk import Newsdesk

        return DeskAnswerer(Newsdesk.open(self.folder, reader=self.reader, create=False), self.k)

    def fingerprint(self) -> str:
        """Return 12 characters that name the articles and the model of the index."""
        from qa.desk import Newsdesk

        with Newsdesk.open(self.folder, reader=self.reader, create=False) as desk:
            return desk.index.fingerprint()[:12]


class Source(Protocol):
    """How to open an answerer; it is sent to worker processes, so it holds plain values only."""

    @property
    def reader(self) -> str:
        """The name results carry."""

    def open(self) -> Answerer:
        """Open an answerer."""

    def fingerprint(self) -> str:
        """Return what names the index."""


__all__ = ["Answerer", "Article", "Desk", "DeskAnswerer", "DeskSource", "Source", "look_up", "retrieved"]
