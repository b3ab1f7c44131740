"""newsdesk as a Python object: open an index, put articles in, ask."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from index.types import Hit, Version
from ingest.errors import QuestionError
from ingest.types import Article
from qa.types import PASSAGES, Answer

if TYPE_CHECKING:
    from index import Summary
    from index.index import Index
    from index.refreshing import Refreshed
    from ingest.types import Figure
    from qa.reader.spans import SpanReader
    from qa.survey.onward import Onward
    from qa.work import Stage, Work

DEFAULT_INDEX = ".newsdesk"
# A question is a question, not a document: the longest in half of SQuAD 2.0 dev has 182 characters.
LONGEST_QUESTION = 2_000


def index_folder(folder: str | Path | None = None) -> Path:
    """Return the index folder: the one named, else NEWSDESK_INDEX, else ./.newsdesk."""
    return Path(folder or os.environ.get("NEWSDESK_INDEX") or DEFAULT_INDEX)


def checked(question: str) -> str:
    """Return a question fit to be asked, trimmed.

    Raises:
        QuestionError: it is empty or longer than `LONGEST_QUESTION` characters.
    """
    text = " ".join(question.split())
    if not any(c.isalnum() for c in text):
        raise QuestionError("the question is empty: ask about something the articles may say")
    if len(text) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(text):,} characters, more than {LONGEST_QUESTION:,}: ask one thing in a sentence"
        )
    return text


class Newsdesk:
    """An open index with the chain that answers from it; a context manager."""

    def __init__(self, index: "Index", *, reader: str = "extractive", span_reader: "SpanReader | None" = None) -> None:
        self.index = index
        self.reader = reader
        self.span_reader = span_reader
        self._chain: Any = None
        self._parts: list[tuple[str, Stage]] | None = None
        self._model: Any = None

    @classmethod
    def open(cls, folder: str | Path | None = None, *, reader: str = "extractive", create: bool = True) -> Self:
        """Open the index in a folder, to read and to change it; with `create` a missing one is made.

        Raises:
            NoIndex: there is none and `create` is off.
        """
        from index import Index

        return cls(Index.open(index_folder(folder), create=create, read_only=False), reader=reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the index."""
        self.index.close()

    def ingest(
        self,
        inputs: Sequence[str | Path] | str | Path,
        *,
        progress: Callable[[int, int | None, str], None] | None = None,
        allow_private: bool = False,
        follow_links: bool = False,
    ) -> "Summary":
        """Read files, folders, feeds or addresses into the index.

        Symbolic links that lead out of a folder are passed over, and told in the notes, unless `follow_links`.
        `progress(done, total, name)` is called after each article; total is None while it is not known.
        """
        from index import update

        sources = [inputs] if isinstance(inputs, str | Path) else list(inputs)
        return update(self.index, sources, progress=progress, allow_private=allow_private, follow_links=follow_links)

    def refresh(
        self,
        addresses: Sequence[str] = (),
        *,
        progress: Callable[[int, int | None, str], None] | None = None,
        allow_private: bool = False,
    ) -> "Refreshed":
        """Read web addresses again that were ingested, those named or all; only what changed since is fetched.

        `progress(done, total, address)` is called before each address, and at the end.

        Raises:
            InputError: a name is no address that was ingested.
        """
        from index.refreshing import refresh

        return refresh(self.index, addresses, progress=progress, allow_private=allow_private)

    def remove(self, article_id: str) -> None:
        """Take an article out of the index and so out of every answer."""
        self.index.remove(article_id)

    def articles(self) -> list[Article]:
        """Return every article, oldest first, undated ones last."""
        return self.index.articles()

    def article(self, article_id: str) -> Article:
        """Return one article.

        Raises:
            NotFound: no article has that id.
        """
        return self.index.article(article_id)

    def versions(self, article_id: str) -> list[Version]:
        """Return what an article said before, oldest first, and what it says now, which is the last.

        Raises:
            NotFound: no article has that id.
        """
        return self.index.versions(article_id)

    def search(self, query: str, k: int = 10, *, as_of: date | None = None, dated_only: bool = False) -> list[Hit]:
        """Return the k best chunks for a query, best first."""
        return self.index.search(checked(query), k, as_of, dated_only)

    def figures(
        self,
        words: str | None = None,
        *,
        subject: str | None = None,
        unit: str | None = None,
        start: date | None = None,
        end: date | None = None,
        publisher: str | None = None,
    ) -> "Iterator[tuple[Article, Figure]]":
        """Yield the figures of the ledger that fit every filter, with the article each stands in."""
        return self.index.figures(words, subject=subject, unit=unit, start=start, end=end, publisher=publisher)

    def ask(
        self,
        question: str,
        *,
        as_of: date | None = None,
        k: int = PASSAGES,
        previous: Sequence[str] = (),
        dated_only: bool = False,
        min_confidence: float | None = None,
    ) -> Answer:
        """Answer a question from the articles published until `as_of` (None: all of them).

        Undated articles are read too, for nobody knows whether they are later; `dated_only` leaves them out.
        Answers less sure than `min_confidence` (0 to 1; None: as calibrated) are declined.
        `previous` are the questions asked before it, oldest first: "and in Lagos?" is completed from them.
        """
        from qa.chain import run_stages
        from qa.steady import at_one_state
        from qa.types import EXTRACTIVE

        asked = {
            "question": checked(question),
            "as_of": as_of,
            "k": k,
            "previous": tuple(previous),
            "dated_only": dated_only,
            "min_confidence": min_confidence,
        }
        if self.reader == EXTRACTIVE:
            return at_one_state(self.index, lambda: run_stages(self._stages(), asked))
        # Through the chain, so that a trace of the chat model's call says what it was for.
        return at_one_state(self.index, lambda: self.chain.invoke(asked), costly=True)

    def follow_ups(
        self,
        answer: Answer,
        *,
        as_of: date | None = None,
        dated_only: bool = False,
        previous: Sequence[str] = (),
    ) -> "tuple[Onward, ...]":
        """Return at most three questions to ask next, each tried: the articles answer it with the figure it is for.

        None is one of the `previous` questions.

        Some six questions are asked for it. An answer without a figure has none.
        """
        from qa.survey.offered import ARTICLES, main_figure, offered

        if main_figure(answer) is None:
            return ()

        def ask(question: str) -> Answer:
            return self.ask(question, as_of=as_of, dated_only=dated_only)

        hits = self.search(answer.understood or answer.question, 3 * ARTICLES, as_of=as_of, dated_only=dated_only)
        return offered(self.index, answer, [hit.article.id for hit in hits], ask, previous)

    def examine(self, question: str, *, as_of: date | None = None, k: int = PASSAGES) -> "Work":
        """Return how far an answer comes before anything is decided: what was understood, found, ranked and read."""
        from qa.chain import finding_stages
        from qa.work import Work

        work = Work(checked(question), as_of, k)
        for _, stage in finding_stages(self.index, self._span_reader()):
            work = stage(work)
        return work

    def stream(
        self,
        question: str,
        *,
        as_of: date | None = None,
        k: int = PASSAGES,
        previous: Sequence[str] = (),
        dated_only: bool = False,
    ) -> Iterator[Answer]:
        """Yield the answer as it grows: a chat model's sentences, each once it is verified; the whole one comes last.

        The extractive reader answers at once.
        """
        from qa.chain import stream_stages

        stages = self._stages()
        if self._model is None:
            yield self.ask(question, as_of=as_of, k=k, previous=previous, dated_only=dated_only)
            return
        asked = {
            "question": checked(question),
            "as_of": as_of,
            "k": k,
            "previous": tuple(previous),
            "dated_only": dated_only,
        }
        yield from stream_stages(stages, self._model, asked)

    def batch(self, questions: Sequence[str], *, as_of: date | None = None, k: int = PASSAGES) -> list[Answer]:
        """Answer questions one by one, in order."""
        return [self.ask(question, as_of=as_of, k=k) for question in questions]

    @property
    def chain(self) -> Any:
        """The LangChain Runnable: {"question", "as_of", "k", "previous"} -> Answer."""
        if self._chain is None:
            from qa.chain import build_chain

            self._chain = build_chain(self._stages())
        return self._chain

    def _span_reader(self) -> "SpanReader":
        if self.span_reader is None:
            from qa.reader.shipped import open_reader

            self.span_reader = open_reader()
        return self.span_reader

    def _stages(self) -> "list[tuple[str, Stage]]":
        if self._parts is None:
            from qa.chain import build_stages
            from qa.chat_model.readers import is_model, make_model

            if is_model(self.reader):
                self._model = make_model(self.reader)
            self._parts = build_stages(self.index, self._span_reader(), self._model)
        return self._parts


def ask(question: str, index: str | Path | None = None, **settings: Any) -> Answer:
    """Answer one question from the index in a folder (default: NEWSDESK_INDEX, else ./.newsdesk)."""
    with Newsdesk.open(index, create=False) as desk:
        return desk.ask(question, **settings)
