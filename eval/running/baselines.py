"""What any system has to beat: closed book, BM25 alone, dense alone, and a plain LangChain-style pipeline.

The three that search give their first passage as the answer, which is what such a pipeline shows without a language
model. None of them can decline.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from eval.grading.words import prints
from eval.running.answerer import DEEPEST, Answerer, Desk, DeskSource
from eval.types import Question, Record
from ingest.errors import SettingError

# So many fused hits are looked through for the best of one route: the best of a route is always far above this.
DEEP = 50
Route = Literal["lexical", "dense"]
NAMES = ("closed-book", "bm25", "dense", "plain")


def decline(question: Question, reader: str) -> Record:
    """Return the record of an answer that declines."""
    return {
        "question": question.question,
        "answer": "The articles do not say.",
        "short": None,
        "abstained": True,
        "missing": "no article was read",
        "reader": reader,
        "claims": [],
        "citations": [],
        "figures": [],
        "disagreements": [],
    }


def answer_by_passage(question: Question, reader: str, hits: Sequence[Any]) -> Record:
    """Return the record of an answer that is the first passage; it declines only where nothing is found."""
    if not hits:
        return decline(question, reader)
    hit = hits[0]
    article = hit.article
    citation = {
        "key": "1",
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
        "start": hit.start,
        "end": hit.end,
        "quote": hit.text,
    }
    passages = [
        {
            "source": one.article.source,
            "title": one.article.title,
            "quotes": [n for n, words in enumerate(question.quote) if prints(one.text, words)],
        }
        for one in hits[:DEEPEST]
    ]
    return decline(question, reader) | {
        "answer": hit.text,
        "abstained": False,
        "missing": None,
        "claims": [{"text": hit.text, "citations": ["1"], "verdict": "supported"}],
        "citations": [citation],
        "seen": {"exact": [article.text[hit.start : hit.end] == hit.text], "retrieved": passages},
    }


@dataclass(frozen=True, slots=True)
class ClosedBook:
    """Reads nothing and declines everything."""

    reader: str = "closed-book"

    def open(self) -> "ClosedBook":
        """Return itself."""
        return self

    def fingerprint(self) -> str:
        """Return the name of no index."""
        return "none"

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        """Decline."""
        return decline(question, self.reader)

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class _RouteAnswerer:
    desk: Desk
    route: Route
    reader: str

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        began = time.perf_counter()
        hits = self.desk.search(question.question, DEEP, as_of=question.as_of)
        found = [hit for hit in hits if getattr(hit, self.route) is not None]
        best = sorted(found, key=lambda hit: -float(getattr(hit, self.route)))
        took = (time.perf_counter() - began) * 1000
        return answer_by_passage(question, self.reader, best) | {"ms": round(took, 2)}

    def close(self) -> None:
        self.desk.close()


@dataclass(frozen=True, slots=True)
class OneRoute:
    """The first passage of one route of our own index."""

    folder: str
    route: Route

    @property
    def reader(self) -> str:
        """The name results carry."""
        return "bm25" if self.route == "lexical" else "dense"

    def open(self) -> Answerer:
        """Open the index."""
        return _RouteAnswerer(DeskSource(self.folder).open().desk, self.route, self.reader)

    def fingerprint(self) -> str:
        """Return what names the index."""
        return DeskSource(self.folder).fingerprint()


@dataclass(frozen=True, slots=True)
class _PlainAnswerer:
    pipeline: Any
    reader: str = "plain"

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        began = time.perf_counter()
        hits = self.pipeline.search(question.question, DEEPEST)
        took = (time.perf_counter() - began) * 1000
        return answer_by_passage(question, self.reader, hits) | {"ms": round(took, 2)}

    def close(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Plain:
    """Fixed-size chunks, sentence-transformers, FAISS: `bench.plain_pipeline`, which stands beside a checkout only."""

    folder: str
    reader: str = "plain"

    def open(self) -> Answerer:
        """Build the pipeline from the articles of our index.

        Raises:
            SettingError: there is no `bench` folder beside the packages.
        """
        try:
            home = import_module("bench.plain_pipeline")
        except ModuleNotFoundError as error:
            if error.name not in ("bench", "bench.plain_pipeline"):
                raise
            raise SettingError("the plain pipeline needs the folder bench/ of a checkout; run it there") from error
        from qa.desk import Newsdesk

        with Newsdesk.open(self.folder, create=False) as desk:
            return _PlainAnswerer(home.PlainPipeline(desk.articles()))

    def fingerprint(self) -> str:
        """Return what names the index."""
        return DeskSource(self.folder).fingerprint()


def baseline(name: str, folder: str) -> ClosedBook | OneRoute | Plain:
    """Return the baseline of a name over the index in a folder.

    Raises:
        SettingError: there is no baseline of that name.
    """
    if name == "closed-book":
        return ClosedBook()
    if name in ("bm25", "dense"):
        return OneRoute(folder, "lexical" if name == "bm25" else "dense")
    if name == "plain":
        return Plain(folder)
    raise SettingError(f"no baseline is named {name}; there are {', '.join(NAMES)}")


__all__ = ["NAMES", "ClosedBook", "OneRoute", "Plain", "answer_by_passage", "baseline", "decline"]
