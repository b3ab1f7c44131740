"""What the index hands on."""

from dataclasses import dataclass

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
