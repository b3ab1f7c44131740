"""What an answer shows, taken out of its JSON; whatever is absent or of another type is empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eval.grading.read import Span
from eval.types import Record


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of an answer."""

    key: str
    quote: str
    source: str = ""
    title: str = ""
    published: date | None = None
    before: str = ""
    """The words before the quote in its article, where they were noted."""

    @property
    def names(self) -> dict[str, str]:
        """Return what `eval.sets.articles.fits` looks at."""
        return {"source": self.source, "title": self.title}


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of an answer that are graded."""

    short: str
    claims: tuple[tuple[str, tuple[str, ...]], ...]
    """Text and citation keys of each claim."""
    citations: tuple[Cited, ...]
    figures: tuple[Mapping[str, Any], ...]
    sides: tuple[tuple[Mapping[str, Any], ...], ...]
    """The values of each disagreement."""
    abstained: bool

    @property
    def text(self) -> str:
        """Return the claims as one text."""
        return " ".join(text for text, _ in self.claims)

    @property
    def quotes(self) -> list[str]:
        """Return the cited words, one string for each citation."""
        return [cited.quote for cited in self.citations]

    def cited_by(self, keys: tuple[str, ...]) -> list[Cited]:
        """Return the citations of these keys; all of them when a claim names none."""
        return [c for c in self.citations if c.key in keys] if keys else list(self.citations)


def day(value: object) -> date | None:
    """Return an ISO day, None for anything else."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def span(period: object) -> Span | None:
    """Return first and last day of a period of the contract, None where neither is known."""
    if not isinstance(period, Mapping):
        return None
    ends = day(period.get("start")), day(period.get("end"))
    return ends if any(ends) else None


def rows(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of a JSON array."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _cited(row: Mapping[str, Any], before: str) -> Cited:
    return Cited(
        before=before,
        key=str(row.get("key", "")),
        quote=_text(row.get("quote")),
        source=_text(row.get("source")),
        title=_text(row.get("title")),
        published=day(row.get("published")),
    )


def _claim(row: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    keys = row.get("citations")
    return _text(row.get("text")), tuple(str(key) for key in keys) if isinstance(keys, list | tuple) else ()


def seen_of(record: Record) -> Mapping[str, Any]:
    """Return what was noted beside an answer; empty where nothing was."""
    seen = record.get("seen")
    return seen if isinstance(seen, Mapping) else {}


def _citations(record: Record) -> tuple[Cited, ...]:
    befores = seen_of(record).get("before")
    noted = [_text(words) for words in befores] if isinstance(befores, list) else []
    found = rows(record.get("citations"))
    return tuple(_cited(row, noted[n] if n < len(noted) else "") for n, row in enumerate(found))


def show(record: Record) -> Shown:
    """Return the graded parts of an answer; without claims the `answer` text is the only claim."""
    claims = [claim for claim in map(_claim, rows(record.get("claims"))) if claim[0]]
    return Shown(
        short=_text(record.get("short")).strip(),
        claims=tuple(claims) or (((_text(record["answer"]), ()),) if _text(record.get("answer")) else ()),
        citations=_citations(record),
        figures=tuple(rows(record.get("figures"))),
        sides=tuple(tuple(rows(row.get("values"))) for row in rows(record.get("disagreements"))),
        abstained=record.get("abstained") is True,
    )
