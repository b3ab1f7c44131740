"""A flagged answer -> a row of a question set, by eval/questions/schema.json, which `newsdesk eval` reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from ingest.figures import find_periods, parse_figures
from ingest.types import Figure, FigureKind

LONGEST = 500
"""Characters of what a reader says is right."""
# A text with more words is a statement, whatever figure or name stands in it.
FIGURE_WORDS, NAME_WORDS = 8, 5


@dataclass(frozen=True, slots=True)
class Flag:
    """What a reader says of an answer."""

    question: str
    """As it was understood, so that it stands on its own."""
    answered: str
    right: str = ""
    unknown: bool = False
    """It should have said that the articles do not say."""
    as_of: str = ""
    """The day it was asked on, YYYY-MM-DD; empty for all articles."""

    @property
    def id(self) -> str:
        """One for each question and day, so that a later flag takes the place of the earlier."""
        said = f"{' '.join(self.question.casefold().split())}\n{self.as_of}"
        return f"flagged-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"


def row_of(flag: Flag, articles: Sequence[str]) -> dict[str, Any]:
    """Return the row of a flag; `articles` are the titles of those that may carry what is right.

    Where nothing is said to be right, or no article is there to carry it, the row asks and is not graded.
    """
    note = f"flagged on the page, which answered: {flag.answered}"
    row: dict[str, Any] = {"id": flag.id, "question": flag.question, "as_of": flag.as_of or None}
    right = " ".join(flag.right.split())[:LONGEST]
    if flag.unknown:
        said = f"; said to be right: {right}" if right else ""
        return row | _expecting("unanswerable", None, ()) | {"note": note + said}
    if not right or not articles:
        return row | {"note": note + (f"; said to be right: {right}" if right else "")}
    return row | _expecting(*expected(right), articles) | {"note": note}


def _expecting(kind: str, expects: Any, articles: Sequence[str]) -> dict[str, Any]:
    return {"kind": kind, "expected": expects, "articles": list(dict.fromkeys(articles)), "quote": []}


def expected(right: str) -> tuple[str, Any]:
    """Return the kind of a right answer and what the schema expects of that kind: a figure, a date, words."""
    figure = one_figure(right)
    if figure is not None:
        return "figure", [_figure(right, figure)]
    times = [t for t in find_periods(right) if t.period.start and t.period.end and (t.end - t.start) * 2 > len(right)]
    if len(times) == 1:
        period = times[0].period
        return "date", {"start": _iso(period.start), "end": _iso(period.end), "accept": [right]}
    kind = "name" if len(right.split()) <= NAME_WORDS else "statement"
    return kind, {"accept": [right]}


def one_figure(text: str) -> Figure | None:
    """Return the figure that a short text is, None for another text."""
    found = [f for f in parse_figures(text) if f.kind is FigureKind.QUANTITY and f.value is not None]
    return found[0] if len(found) == 1 and len(text.split()) <= FIGURE_WORDS else None


def _figure(text: str, figure: Figure) -> dict[str, Any]:
    return {
        "text": text,
        "value": f"{figure.value:f}",
        "high": f"{figure.high:f}" if figure.high is not None else None,
        "unit": figure.unit,
        "period": None,
        "bound": figure.bound.value,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
