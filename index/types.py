"""What the index hands on."""

from dataclasses import dataclass
from datetime import date, datetime

from ingest.types import Article


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found for a query: `article.text[start:end]`."""

    article: Article
    start: int
    end: int
    text: str
    score: float
    """The fused score hits are ordered by; higher is better."""
    dense: float | None
    """Cosine of query and chunk, -1 to 1; None where the dense route did not return it."""
    lexical: float | None
    """BM25 of the lexical route, higher is better; None where it did not return it."""


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence of a hit's article with its own dense score."""

    article_id: str
    start: int
    end: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Listing:
    """An article in a list: all but its text, and what was found in it."""

    id: str
    title: str
    source: str
    publisher: str | None
    published: date | None
    url: str | None
    sentences: int
    figures: int
    voice: str
    """The smallest id among its near copies, itself included: articles of one voice count once."""


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said from one reading of its source to another."""

    title: str
    text: str
    published: date | None
    read: datetime | None
    """When it took the place of the version before it, in UTC; None for the first, of which that is not known."""
    replaced: datetime | None
    """When the next took its place, in UTC; None for what the article says now."""
    suffix: str = ""
    """What is put behind the article's id to open it ("@7"); empty for what the article says now."""
