"""What qa hands on: the question as understood, the evidence, and the checked answer."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ingest.types import Article, Figure, Period

EXTRACTIVE = "extractive"
"""Name of the reader that needs no chat model."""
PASSAGES = 20
"""Passages that are searched out for a question unless another number is asked for."""


class Asks(StrEnum):
    """What kind of answer a question asks for."""

    COUNT = "count"
    AMOUNT = "amount"
    SHARE = "share"
    MEASURE = "measure"
    DATE = "date"
    DURATION = "duration"
    AGE = "age"
    PERSON = "person"
    PLACE = "place"
    NAME = "name"
    YES_NO = "yes or no"
    STATEMENT = "statement"


class Verdict(StrEnum):
    """What checking a claim against its cited sentences found."""

    SUPPORTED = "supported"
    WRONG_VALUE = "wrong value"
    WRONG_UNIT = "wrong unit"
    WRONG_SCALE = "wrong scale"
    WRONG_PERIOD = "wrong period"
    WRONG_SUBJECT = "wrong subject"
    WRONG_DIRECTION = "wrong direction"
    NOT_IN_SOURCE = "not in source"
    NO_CITATION = "no citation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence offered to a reader: `article.text[start:end]`."""

    key: str
    """S1, S2, ... in order of score: what a language model cites by."""
    article: Article
    start: int
    end: int
    text: str
    score: float
    """How well the sentence answers the question; the scale is that of `qa.retrieve.rank`."""
    context: str = ""
    """The sentences just before it in its paragraph, read for who "it" and "there" are."""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words an answer stands on: `article.text[start:end] == quote`."""

    key: str
    article_id: str
    title: str
    publisher: str | None
    published: date | None
    url: str | None
    source: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, the citations it rests on, and what checking it found."""

    text: str
    citations: tuple[str, ...]
    verdict: Verdict = Verdict.SUPPORTED


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure of the answer and the citation whose words carry it."""

    figure: Figure
    citation: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a disagreement: what one independent publisher says."""

    text: str
    value: Decimal | None
    unit: str | None
    period: Period | None
    citation: str
    publisher: str | None = None
    published: date | None = None
    attributed_to: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Different values for the same thing, side by side."""

    measure: str
    values: tuple[Voice, ...]
    reason: str
    """Why they differ where that can be computed, else "unexplained"."""


@dataclass(frozen=True, slots=True)
class Computed:
    """The result of arithmetic that was asked for; no sentence carries it, its operands' sentences are cited."""

    operation: str
    """difference, change, ratio, sum, per, product, larger, earlier or elapsed."""
    value: Decimal | None
    """None where the result is a date."""
    unit: str | None
    bound: str
    """How the result stands to the true one: exact, about, more than, ..."""
    formula: str
    """As shown: "21.4 percent − 13.1 percent = 8.3 percentage points"."""
    operands: tuple[str, ...]
    """The citation key of each operand."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table and the citations that carry it."""

    cells: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a request for a list, a timeline or a comparison is answered with."""

    title: str
    columns: tuple[str, ...]
    """Heads; each row has as many cells."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in which every figure is carried by a cited sentence; `to_dict()` is the command line's JSON."""

    question: str
    answer: str
    short: str | None
    abstained: bool
    missing: str | None
    reader: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[CitedFigure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    notes: tuple[str, ...] = ()
    """What a careful reader should know: how a date was read, how many independent publishers agree."""
    understood: str | None = None
    """A follow-up question written out, when it was completed from the question before."""
    computed: Computed | None = None
    """How the short answer was calculated, where it was."""
    kind: str = "fact"
    """fact, or what a request was answered with: brief, news, list, figures, statements, timeline, comparison, trend,
    otherwise or help."""
    table: Table | None = None
    confidence: float = 0.0
    """The calibrated probability that the articles answer the question, 0 to 1."""
    timings_ms: dict[str, float] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object that `newsdesk ask --json` prints."""
        from qa.export import answer_to_dict

        return answer_to_dict(self)
