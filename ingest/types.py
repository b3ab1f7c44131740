"""What ingest hands on: articles and the parts of their text.

Every `start:end` counts Unicode code points of `Article.text` and is a slice of it.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Article:
    """One news article; `text` was cleaned once and never changes after."""

    id: str
    title: str
    text: str
    source: str
    """The file (with `#row` where it holds several) or address the article came from."""
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    """Publication date where the article says it, else None; never guessed."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item: `article.text[start:end]`."""

    start: int
    end: int
    paragraph: int
    """Number of the paragraph it stands in, from 0."""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of whole sentences that fits the encoder's window: `article.text[start:end]`."""

    start: int
    end: int


class FigureKind(StrEnum):
    """What sort of thing a `Figure` is."""

    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    AGE = "age"
    SCORE = "score"
    ORDINAL = "ordinal"


class Bound(StrEnum):
    """How the printed value stands to the true one; what a qualifier means."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"


class Status(StrEnum):
    """Whether the figure is told as an outcome; a forecast is never shown as one."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    TARGET = "target"
    ESTIMATE = "estimate"


class Change(StrEnum):
    """The part a figure plays in a change that its sentence describes."""

    RISE_BY = "rise by"
    FALL_BY = "fall by"
    RISE_TO = "rise to"
    FALL_TO = "fall to"
    FROM = "from"


class Polarity(StrEnum):
    """Whether the figure is told as so; one that is not so is never shown as what happened."""

    SAID = "said"
    DENIED = "denied"
    """Somebody denies it: "denied that 40 people had died"."""
    NOT = "not"
    """It did not happen or is not true: "were not charged", rejected, cancelled, "would have cost", a hoax."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure is about, both ends included; None ends could not be resolved."""

    start: date | None
    end: date | None
    text: str
    """As printed: "last year", "in 2022", "the end of December"; empty when it was carried over."""
    resolved_from: date | None = None
    """The publication date a relative expression was read by; None when the text itself gives the date."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The same figure said again in another unit: the "$319.5 billion" in "2.3 trillion yuan ($319.5 billion)"."""

    value: Decimal
    unit: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or a date said in a sentence."""

    kind: FigureKind
    start: int
    end: int
    text: str
    """The printed words `article.text[start:end]`: number, scale and unit ("2.3 trillion yuan", "43,000 companies")."""
    value: Decimal | None = None
    """With the scale applied (2.3 trillion is 2300000000000); the low end of a range; None for a date."""
    high: Decimal | None = None
    """The high end of a range, else None."""
    unit: str | None = None
    """Canonical unit (see `ingest.figures.quantity.units`): "CNY", "USD", "$" (which dollar is not said), "%", "pp",
    "bp", "times", "m2", "rpm", ..., or the singular head noun that is counted ("company"); None where none is said."""
    scale: str | None = None
    """The scale word as printed ("trillion", "bn"), else None."""
    step: Decimal = Decimal(1)
    """One unit in the last printed place, scale applied: 10000000000 for "2.43 trillion"."""
    qualifier: str | None = None
    """As printed, outside `start:end` or not: "around", "more than", "at least", "surpassed"."""
    bound: Bound = Bound.EXACT
    status: Status = Status.OUTCOME
    change: Change | None = None
    period: Period | None = None
    """For kind DATE the date itself."""
    subject: str | None = None
    """Whose figure it is, in the article's words: "Hebei"; a pronoun or "the brewery" is resolved to the name it stands
    for, None where that cannot be told."""
    measure: str | None = None
    """The words it counts or measures: "electronic information enterprises", "industrial added value"."""
    attributed_to: str | None = None
    """The source the sentence names ("the commission", "Liu Bozheng"); None when the outlet itself says it."""
    equivalents: tuple[Equivalent, ...] = ()
    polarity: Polarity = Polarity.SAID
    rate: str | None = None
    """What it is per: "hour" to "year", "head", "tonne", "1,000 people", "each"; None for a plain amount."""
    origin: str | None = None
    """Where what it counts comes from, where "from A" says it surely."""
    destination: str | None = None
    """Where that goes, likewise: "to B"."""
    part_of: str | None = None
    """The printed words of the whole it is a part of: "the 112 graduates", "the total"."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything ingest makes of one article."""

    article: Article
    raw: bytes = field(repr=False)
    """The input as it came: the file's bytes, or the row of a JSONL or CSV file."""
    digest: str
    """sha256 of `raw` and of the ingest version: equal digest, nothing to do."""
    sentences: tuple[Sentence, ...]
    chunks: tuple[Chunk, ...]
    figures: tuple[Figure, ...]
    signature: tuple[int, ...]
    """MinHash of the text's word shingles; near copies have near signatures."""
