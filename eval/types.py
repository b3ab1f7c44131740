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
    """The verdict on one answer: correct, or which error it is; `MEANINGS` says what each means."""

    CORRECT = "correct"
    WRONG_VALUE = "wrong value"
    WRONG_UNIT = "wrong unit"
    WRONG_SCALE = "wrong scale"
    WRONG_PERIOD = "wrong period"
    WRONG_SUBJECT = "wrong subject"
    WRONG_QUALIFIER = "wrong qualifier"
    HEDGED = "hedged"
    IN_QUOTE_ONLY = "in the quote only"
    UNSUPPORTED = "unsupported"
    WRONG_CITATION = "wrong citation"
    MISSING = "missing"
    SHOULD_HAVE_ABSTAINED = "should have abstained"
    SHOULD_NOT_HAVE_ABSTAINED = "should not have abstained"
    FAILED = "failed"


MEANINGS = {
    Grade.CORRECT: "What is expected, on words that carry it; or declined where the articles do not say.",
    Grade.WRONG_VALUE: "Another number, date or name, though the right words were read.",
    Grade.WRONG_UNIT: "The number of something else, or of nothing: 12 people for 12 percent, 15 for 15 percent.",
    Grade.WRONG_SCALE: "The right digits, powers of ten away: million for billion.",
    Grade.WRONG_PERIOD: "The figure of another time.",
    Grade.WRONG_SUBJECT: "A figure that the cited words do carry, of something that was not asked about.",
    Grade.WRONG_QUALIFIER: "At most for at least, more than for exactly; one that is only left out is a note.",
    Grade.HEDGED: "Two figures, dates or names are offered, and one of them is right.",
    Grade.IN_QUOTE_ONLY: "It stands in a quoted sentence among others, and the answer does not name it.",
    Grade.UNSUPPORTED: "The cited words do not carry what the answer says, or nothing is cited.",
    Grade.WRONG_CITATION: "The right answer, on another article or on words that are not those to be shown.",
    Grade.MISSING: "What was asked for, or half of it, is not in the answer.",
    Grade.SHOULD_HAVE_ABSTAINED: "The articles do not say, and the answer does.",
    Grade.SHOULD_NOT_HAVE_ABSTAINED: "The articles do say, and the answer declines.",
    Grade.FAILED: "There is no answer: the question or its row could not be used.",
}


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
    """Keys of the articles to cite; see `eval.sets.articles`."""
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
    fact: str = ""
    """What is asked for: questions with one fact are wordings of each other."""
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
