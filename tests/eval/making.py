"""Short ways to write questions and answers in tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from eval.types import Expected, ExpectedDate, ExpectedFigure, ExpectedWords, Kind, Question

Answer = dict[str, Any]


def span(text: str) -> tuple[date, date]:
    """Read "2022-01-01..2022-12-31"."""
    first, last = text.split("..")
    return date.fromisoformat(first), date.fromisoformat(last)


def fig(
    text: str, value: str, unit: str | None = None, *, high: str | None = None, bound: str = "exact", when: str = ""
) -> ExpectedFigure:
    period = span(when) if when else None
    return ExpectedFigure(text, Decimal(value), Decimal(high) if high else None, unit, bound, period)


def day(first: str, last: str, *accept: str) -> ExpectedDate:
    return ExpectedDate(date.fromisoformat(first), date.fromisoformat(last), accept)


def words(*accept: str, must: tuple[str, ...] = ()) -> ExpectedWords:
    return ExpectedWords(accept, must)


def cite(quote: str, *, source: str = "news/port.md", published: str | None = None, key: str = "1") -> Answer:
    return {
        "key": key,
        "article_id": "a",
        "title": source.rsplit("/")[-1],
        "publisher": "Herald",
        "published": published,
        "url": None,
        "source": source,
        "start": 0,
        "end": len(quote),
        "quote": quote,
    }


def says(
    short: str | None,
    claim: str | None = None,
    *,
    quote: str | None = None,
    citations: list[Answer] | None = None,
    figures: list[Answer] | None = None,
    sides: list[Answer] | None = None,
    published: str | None = None,
) -> Answer:
    """An answer that cites its own claim, unless told what it cites."""
    text = claim if claim is not None else (short or "")
    found = citations if citations is not None else [cite(quote if quote is not None else text, published=published)]
    return {
        "question": "?",
        "answer": text,
        "short": short,
        "abstained": False,
        "missing": None,
        "confidence": 0.8,
        "reader": "fake",
        "claims": [{"text": text, "citations": [c["key"] for c in found], "verdict": "supported"}] if text else [],
        "citations": found,
        "figures": figures or [],
        "disagreements": [{"measure": "it", "values": sides, "reason": "unexplained"}] if sides else [],
    }


def declines() -> Answer:
    return says(None, "", citations=[]) | {"abstained": True, "missing": "nothing is said about it", "answer": "No."}


def asks(
    kind: str,
    expected: Expected,
    *,
    question: str = "What is it?",
    articles: tuple[str, ...] = (),
    quote: tuple[str, ...] = (),
    id: str = "q-1",
) -> Question:
    return Question(id, question, Kind(kind), expected, articles, quote)
