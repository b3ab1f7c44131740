"""Questions about an article itself: when it was published, by whom, who wrote it. Its record answers, not its text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.types import Article
from qa.lexicon.wording import day_in_words


class Field(StrEnum):
    """What is asked of an article's record."""

    PUBLISHED = "published"
    PUBLISHER = "publisher"
    AUTHORS = "authors"


_ARTICLE = r"\b(?:article|story|report|piece|brief|news item|dispatch|text)\b"
_PATTERNS = (
    (
        rf"\bwho (?:wrote|authored|reported|is the author)\b.*(?:{_ARTICLE})|\bauthors? of\b.*{_ARTICLE}|\bbyline\b",
        Field.AUTHORS,
    ),
    (
        rf"\b(?:which|what|who)\b.*\b(?:published|publisher|newspaper|outlet)\b.*{_ARTICLE}|\bpublisher of\b",
        Field.PUBLISHER,
    ),
    (
        rf"\b(?:when|what (?:date|day)|which (?:date|day)|on (?:what|which) (?:date|day)|date)\b.*{_ARTICLE}.*"
        r"\b(?:published|publish|come out|came out|appear|appeared|printed|run|dated|released|issued|carried|out)\b"
        r"|\b(?:publication date|date of publication)\b"
        rf"|\b(?:when|what date|which date)\b.*\b(?:publish|carry|print|run)\b.*{_ARTICLE}"
        rf"|\bdate of (?:the|this|that) (?:[\w-]+ )?{_ARTICLE}",
        Field.PUBLISHED,
    ),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), field) for pattern, field in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Told:
    """What an article's record says: the words for it, or None where it does not say."""

    short: str | None
    sentence: str


def asked_field(question: str) -> Field | None:
    """Return which field of an article's record a question asks for, None for a question about the news."""
    return next((field for pattern, field in PATTERNS if pattern.search(question)), None)


def tell(article: Article, field: Field) -> Told:
    """Return what the record of an article says of a field."""
    title = f"“{article.title}”"
    if field is Field.PUBLISHED:
        short = day_in_words(article.published) if article.published else None
        told = f"{title} was published on {short}" if short else f"{title} carries no date"
    elif field is Field.PUBLISHER:
        short = article.publisher
        told = f"{title} was published by {short}" if short else f"{title} names no publisher"
    else:
        short = ", ".join(article.authors) or None
        told = f"{title} was written by {short}" if short else f"{title} names no author"
    return Told(short, f"{told}.")
