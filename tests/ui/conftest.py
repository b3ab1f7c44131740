"""A newsdesk without an index: two invented articles, and a console that keeps what is written to it."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest

from index.types import Hit, Version
from ingest.errors import NoIndex, NotFound
from ingest.raw import Failure, Note
from ingest.types import Article, Figure, FigureKind, Period
from qa.types import Answer, Citation, CitedFigure, Claim, Disagreement, Voice
from ui.cli.console import Console
from ui.cli.main import main

FERRIES = Article(
    id="ab12",
    title="Ferries return to the north quay",
    text="Harbour officials counted 1,406 ferries last year. Tickets cost 3 crowns.",
    source="news/ferries.md",
    publisher="Quay Herald",
    authors=("Ann Oar",),
    published=date(2023, 1, 13),
)
BRIDGES = Article(
    id="ab77", title="Bridges", text="The city has 12 bridges.", source="news/b.txt", published=None, url=None
)
LAST_YEAR = Period(date(2022, 1, 1), date(2022, 12, 31), "last year", date(2023, 1, 13))
COUNTED = Figure(
    kind=FigureKind.QUANTITY,
    start=26,
    end=39,
    text="1,406 ferries",
    value=Decimal(1406),
    unit="ferry",
    period=LAST_YEAR,
    measure="ferries",
)
CITATION = Citation(
    "1", "ab12", FERRIES.title, "Quay Herald", date(2023, 1, 13), None, FERRIES.source, 0, 50, FERRIES.text[:50]
)
ANSWER = Answer(
    question="How many ferries?",
    answer="1,406 ferries",
    short="1,406 ferries",
    abstained=False,
    missing=None,
    reader="extractive",
    claims=(Claim(CITATION.quote, ("1",)),),
    citations=(CITATION,),
    figures=(CitedFigure(COUNTED, "1"),),
)
DISAGREEMENT = Disagreement(
    "ferries counted",
    (
        Voice(
            "1,406 ferries",
            Decimal(1406),
            "ferry",
            LAST_YEAR,
            "1",
            "Quay Herald",
            date(2023, 1, 13),
            "harbour officials",
        ),
        Voice("1,380 ferries", Decimal(1380), "ferry", LAST_YEAR, "2", "Shore Post", None),
    ),
    "unexplained",
)


@dataclass
class FakeIndex:
    """What the commands read off `desk.index`."""

    pile: list[Article]

    def __len__(self) -> int:
        return len(self.pile)

    def units(self) -> dict[str, int]:
        return {"%": 3, "ferry": 2, "CNY": 1}

    def listings(self) -> list[Any]:
        return [SimpleNamespace(id=a.id, figures=1) for a in self.pile]


@dataclass
class FakeDesk:
    """What `qa.Newsdesk` offers, over the two articles."""

    pile: list[Article] = field(default_factory=lambda: [FERRIES, BRIDGES])
    former: tuple[Version, ...] = ()
    answer: Answer = ANSWER
    fails: BaseException | None = None
    failed: tuple[Failure, ...] = ()
    notes: tuple[Note, ...] = ()
    calls: list[Any] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.calls.append("closed")

    @property
    def index(self) -> "FakeIndex":
        return FakeIndex(self.pile)

    def close(self) -> None:
        self.calls.append("closed")

    def ask(self, question: str, **settings: Any) -> Answer:
        if self.fails:
            raise self.fails
        self.calls.append((question, settings))
        return replace(self.answer, question=question)

    def ingest(self, inputs: Sequence[str], *, progress: Callable[..., None], **allowed: bool) -> Any:
        if self.fails:
            raise self.fails
        self.calls.append((tuple(inputs), allowed))
        for n, name in enumerate(inputs, 1):
            progress(n, None, str(name))
        counts = {"added": 2, "changed": 0, "unchanged": 1, "duplicates": 0, "removed": 0}
        return SimpleNamespace(**counts, failed=self.failed, notes=self.notes)

    def articles(self) -> list[Article]:
        return self.pile

    def article(self, article_id: str) -> Article:
        for article in self.pile:
            if article.id == article_id:
                return article
        raise NotFound(f"no article has the id {article_id!r}: `newsdesk articles` lists them")

    def versions(self, article_id: str) -> list[Version]:
        article = self.article(article_id)
        read = self.former[-1].replaced if self.former else None
        return [*self.former, Version(article.title, article.text, article.published, read, None)]

    def remove(self, article_id: str) -> None:
        self.pile = [a for a in self.pile if a.id != article_id]

    def search(self, query: str, k: int, *, as_of: date | None, dated_only: bool) -> list[Hit]:
        self.calls.append((query, k, as_of))
        return [Hit(FERRIES, 0, 50, FERRIES.text[:50], 0.5, 0.25, None)][:k]

    def figures(self, words: str | None, **wanted: Any) -> Iterator[tuple[Article, Figure]]:
        self.calls.append((words, wanted))
        return iter([(FERRIES, COUNTED)])


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass
class Run:
    """What one run of the command line left behind."""

    code: int
    out: str
    err: str
    opened: list[dict[str, Any]]

    @property
    def line(self) -> str:
        """The one line on standard error."""
        assert self.err.count("\n") == 1 and self.err.startswith("newsdesk: "), self.err
        return self.err


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def settings() -> list[Path]:
    """Where newsdesk.toml is looked for; that of who runs the tests is left alone."""
    return []


@pytest.fixture
def run(desk: FakeDesk, settings: list[Path]) -> Callable[..., Run]:
    """Run the command line over the fake desk: run("ask", "...", stdin="", tty=False, empty=False, **environ)."""

    def go(*argv: str, stdin: str = "", tty: bool = False, empty: bool = False, **environ: str) -> Run:
        opened: list[dict[str, Any]] = []

        def opener(folder: str | None, **settings: Any) -> Any:
            made = any(one["create"] for one in opened)
            opened.append({"folder": folder, **settings})
            if empty and not made and not settings["create"]:
                raise NoIndex(f"there is no index in {folder}: make one with `newsdesk ingest PATH`")
            return desk

        make = Terminal if tty else io.StringIO
        console = Console(make(), make(), io.StringIO(stdin), {"COLUMNS": "80", **environ}, opener, settings)
        code = main(list(argv), console)
        return Run(code, console.out.getvalue(), console.err.getvalue(), opened)  # type: ignore[attr-defined]

    return go


@pytest.fixture
def answer() -> Answer:
    return ANSWER


@pytest.fixture
def disagreement() -> Disagreement:
    return DISAGREEMENT
