"""What eval hands on: a question of a set, what it expects, and the verdict on an answer."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

Record = dict[str, Any]
"""A line of an answers file: the keys of `Answer.to_dict()`, and `id`, `seen`, `run`, `ms`; or `id` and `error`."""


class Kind(StrEnum):
    """What a question asks for."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    STATEMENT = "statement"
    COMPARISON = "comparison"
    DISAGREEMENT = "disagreement"
    UNANSWERABLE = "unanswerable"
    UNGRADED = "ungraded"
    """A row of a batch that says nothing of what it expects."""


class Grade(StrEnum):
    """The verdict on one answer: correct, or which error it is."""

    CORRECT = "correct"
    WRONG_VALUE = "wrong value"
    """The number, date or name is another one, though the right place was read."""
    WRONG_UNIT = "wrong unit"
    """The right number of something else: 12 people for 12 percent."""
    WRONG_SCALE = "wrong scale"
    """The right digits, a power of ten off: million for billion."""
    WRONG_PERIOD = "wrong period"
    """The figure of another time."""
    WRONG_SUBJECT = "wrong subject"
    """A figure that the cited words do carry, of something that was not asked about."""
    WRONG_QUALIFIER = "wrong qualifier"
    """ "At most" for "at least"; a qualifier that is only left out is a note."""
    HEDGED = "hedged"
    """Two figures or names are offered and one is right."""
    IN_QUOTE_ONLY = "in the quote only"
    """What was asked for stands somewhere in a quoted sentence, and is not named."""
    UNSUPPORTED = "unsupported"
    """What the answer says is not carried by the words it cites, or it cites none."""
    WRONG_CITATION = "wrong citation"
    """The right answer under words or an article that do not show it."""
    MISSING = "missing"
    """What was asked for is not in the answer, or half of it."""
    SHOULD_HAVE_ABSTAINED = "should have abstained"
    SHOULD_NOT_HAVE_ABSTAINED = "should not have abstained"
    FAILED = "failed"
    """There is no answer: the question or the row could not be used."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure that is right; the scale is applied in `value`."""

    text: str
    value: Decimal
    high: Decimal | None = None
    unit: str | None = None
    bound: str = "exact"
    period: tuple[date | None, date | None] | None = None
    """First and last day of the time it is about; None where the time is not checked."""


@dataclass(frozen=True, slots=True)
class ExpectedDate:
    """A date that is right; both ends None for one that has to stay as printed."""

    start: date | None
    end: date | None
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedWords:
    """Words that are right: one of `accept` (if any) and all of `must`."""

    accept: tuple[str, ...] = ()
    must: tuple[str, ...] = ()


Expected = tuple[ExpectedFigure, ...] | ExpectedDate | ExpectedWords | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a set."""

    id: str
    question: str
    kind: Kind
    expected: Expected = None
    articles: tuple[str, ...] = ()
    """Keys of the articles to cite; see `eval.articles`."""
    quote: tuple[str, ...] = ()
    """Words that the cited words, taken together, must hold."""
    as_of: date | None = None
    note: str | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not a question, and why: one line that names file, line and field."""

    id: str
    message: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The verdict on one answer with every measure taken of it; None where a measure does not apply."""

    id: str
    kind: Kind
    grade: Grade
    why: str
    """One sentence for a reader: what was expected, what was said."""
    notes: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    abstained: bool = False
    citation_precision: float | None = None
    citation_recall: float | None = None
    quotes_exact: float | None = None
    """Share of citations whose quote is exactly the slice it names."""
    recall: dict[int, float] = field(default_factory=dict)
    """k -> share of what had to be found that stands in the first k passages."""
    reciprocal_rank: float | None = None
    disagreement_found: bool | None = None
    false_disagreement: bool | None = None
    unsupported: int = 0
    """Number of figures shown that no cited words carry."""
    figures: int = 0
    """Number of figures shown."""
    latency_ms: float | None = None
    confidence: float | None = None

    @property
    def correct(self) -> bool:
        """Say whether the answer is right."""
        return self.grade is Grade.CORRECT
