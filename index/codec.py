"""Articles and figures to and from what SQLite keeps; decimals and dates come back exactly."""

import json
import sqlite3
import struct
import zlib
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.types import Article, Bound, Change, Equivalent, Figure, FigureKind, Period, Polarity, Status

ARTICLE_COLUMNS = "id, title, text, source, publisher, authors, published, url"


def article_row(article: Article) -> tuple[Any, ...]:
    """Return an article's values in the order of ARTICLE_COLUMNS."""
    published = article.published.isoformat() if article.published else None
    authors = json.dumps(article.authors, ensure_ascii=False)
    return (article.id, article.title, article.text, article.source, article.publisher, authors, published, article.url)


def article_of(row: sqlite3.Row | tuple[Any, ...]) -> Article:
    """Build an article from a row that begins with ARTICLE_COLUMNS."""
    id_, title, text, source, publisher, authors, published, url = tuple(row)[:8]
    day = date.fromisoformat(published) if published else None
    return Article(id_, title, text, source, publisher, tuple(json.loads(authors)), day, url)


def pack_raw(raw: bytes) -> bytes:
    """Compress an input for storage."""
    return zlib.compress(raw, 1)


def unpack_raw(blob: bytes) -> bytes:
    """Undo `pack_raw`."""
    return zlib.decompress(blob)


def pack_signature(signature: tuple[int, ...]) -> bytes:
    """Lay a MinHash signature out as little-endian 64-bit words."""
    return struct.pack(f"<{len(signature)}Q", *(value & (2**64 - 1) for value in signature))


_WORDS = (
    *("unit", "scale", "qualifier", "subject", "measure", "attributed_to"),
    *("rate", "origin", "destination", "part_of"),
)


def figure_row(figure: Figure) -> tuple[Any, ...]:
    """Return (kind, unit, value, period_start, period_end, subject, measure, whole) of a figure."""
    start = _iso(figure.period.start) if figure.period else None
    end = _iso(figure.period.end) if figure.period else None
    value = str(figure.value) if figure.value is not None else None
    whole = json.dumps(_figure_dict(figure), ensure_ascii=False)
    return (str(figure.kind), figure.unit, value, start, end, figure.subject, figure.measure, whole)


def is_former(whole: str) -> bool:
    """Say whether a figure's JSON was written before polarity, rate, flow and whole were read."""
    # A text with these signs is stored with a backslash before each of them.
    return '"polarity"' not in whole


def figure_of(whole: str) -> Figure:
    """Build a figure from its JSON; what a former version did not read has its default."""
    data = json.loads(whole)
    period = data.pop("period", None)
    return Figure(
        kind=FigureKind(data.pop("kind")),
        value=_decimal(data.pop("value", None)),
        high=_decimal(data.pop("high", None)),
        step=Decimal(data.pop("step")),
        bound=Bound(data.pop("bound")),
        status=Status(data.pop("status")),
        polarity=Polarity(data.pop("polarity", Polarity.SAID)),
        change=Change(change) if (change := data.pop("change", None)) else None,
        period=_period(period) if period else None,
        equivalents=tuple(Equivalent(value=Decimal(e.pop("value")), **e) for e in data.pop("equivalents", ())),
        **data,
    )


def _figure_dict(figure: Figure) -> dict[str, Any]:
    """Return a figure's fields that are set, as JSON can hold them."""
    data: dict[str, Any] = {
        "kind": str(figure.kind),
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "step": str(figure.step),
        "bound": str(figure.bound),
        "status": str(figure.status),
        "polarity": str(figure.polarity),
    }
    for name in _WORDS:
        if (value := getattr(figure, name)) is not None:
            data[name] = value
    for name in ("value", "high", "change"):
        if (value := getattr(figure, name)) is not None:
            data[name] = str(value)
    if figure.period:
        period = figure.period
        data["period"] = [_iso(period.start), _iso(period.end), period.text, _iso(period.resolved_from)]
    if figure.equivalents:
        data["equivalents"] = [
            {"value": str(e.value), "unit": e.unit, "text": e.text, "start": e.start, "end": e.end}
            for e in figure.equivalents
        ]
    return data


def _period(parts: list[Any]) -> Period:
    start, end, text, resolved_from = parts
    return Period(_day(start), _day(end), text, _day(resolved_from))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None
