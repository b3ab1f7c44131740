"""The ledger: the figures of all articles, filtered in SQL."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from index import codec, former
from index.terms import query_terms
from ingest.types import Figure, FigureKind

KEPT_ARTICLES = 500
"""Articles whose figures are kept in memory: of 40 figures each they take some 30 MB."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What figures are asked for; None asks nothing. Words and subject are looked for without regard to case."""

    words: str | None = None
    """Every word stands in what is told of the figure (text, measure, subject, unit, time, source) or in the article's
    title."""
    subject: str | None = None
    """Part of the subject."""
    unit: str | None = None
    period_start: date | None = None
    """Figures about a time that ends on this day or later; figures without a period are left out."""
    period_end: date | None = None
    """Figures about a time that begins on this day or earlier."""
    publisher: str | None = None
    kind: FigureKind | None = None
    as_of: date | None = None
    """Articles published later are left out, undated ones stay."""
    article_id: str | None = None


_TOLD = ("text", "qualifier", "scale", "attributed_to", "period", "rate", "origin", "destination", "part_of")
# The words of a figure without the names of its fields: who looks for "rate" does not ask what has the field.
_WORDS = "({})".format(
    " || ' ' || ".join(
        f"coalesce({field}, '')"
        for field in (
            *("figures.subject", "figures.measure", "figures.unit"),
            *(f"json_extract(figures.whole, '$.{name}')" for name in _TOLD),
        )
    )
)


class FigureShelf:
    """Figures by article row, those used last kept in memory; rows are not given twice and their figures never change.

    Not safe from several threads: its owner holds a lock.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Figure, ...]] = OrderedDict()

    def get(self, connection: sqlite3.Connection, row: int) -> tuple[Figure, ...]:
        """Return the figures of an article row in order."""
        if row not in self._kept:
            self._kept[row] = _figures_of(connection, row)
            if len(self._kept) > KEPT_ARTICLES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(row)
        return self._kept[row]

    def clear(self) -> None:
        """Forget everything: the figures were read anew."""
        self._kept.clear()


def _figures_of(connection: sqlite3.Connection, row: int) -> tuple[Figure, ...]:
    query = "SELECT whole FROM figures WHERE article = ? ORDER BY position"
    stored = [whole for (whole,) in connection.execute(query, (row,))]
    figures = tuple(codec.figure_of(whole) for whole in stored)
    return former.complete(connection, row, figures) if any(map(codec.is_former, stored)) else figures


def read_figures(connection: sqlite3.Connection, wanted: Filter) -> Iterator[tuple[int, Figure]]:
    """Yield article row and figure, by article id and place."""
    where, values = _conditions(wanted)
    query = (
        "SELECT articles.row, figures.position, figures.whole"
        " FROM figures JOIN articles ON articles.row = figures.article"
        f"{' WHERE ' + ' AND '.join(where) if where else ''} ORDER BY articles.id, figures.position"
    )
    last: tuple[int, tuple[Figure, ...]] = (0, ())
    for row, position, whole in connection.execute(query, values):
        if not codec.is_former(whole):
            yield row, codec.figure_of(whole)
            continue
        if last[0] != row:
            last = (row, _figures_of(connection, row))
        yield row, last[1][position]


def count_units(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many figures have each unit, figures without one left out."""
    return dict(connection.execute("SELECT unit, COUNT(*) FROM figures WHERE unit IS NOT NULL GROUP BY unit"))


def _conditions(wanted: Filter) -> tuple[list[str], list[Any]]:
    simple = {
        "articles.id = ?": wanted.article_id,
        "figures.unit = ?": wanted.unit,
        "figures.kind = ?": str(wanted.kind) if wanted.kind else None,
        "articles.publisher = ? COLLATE NOCASE": wanted.publisher,
        "figures.subject LIKE ? ESCAPE '\\'": _part(wanted.subject) if wanted.subject else None,
        "figures.period_end >= ?": _iso(wanted.period_start),
        "figures.period_start <= ?": _iso(wanted.period_end),
        "(articles.published IS NULL OR articles.published <= ?)": _iso(wanted.as_of),
    }
    where = [condition for condition, value in simple.items() if value is not None]
    values = [value for value in simple.values() if value is not None]
    for word in _words(wanted.words or ""):
        where.append(
            f"((figures.whole LIKE ? ESCAPE '\\' AND {_WORDS} LIKE ? ESCAPE '\\')"
            " OR articles.title LIKE ? ESCAPE '\\' OR figures.value = ?)"
        )
        values += [_part(word), _part(word), _part(word), word.replace(",", "")]
    return where, values


def _words(text: str) -> list[str]:
    """Return the words to look for: without endings of the plural, without stop words."""
    found = []
    for word in text.split():
        bare = word.strip("?!.;:\"'()")
        if bare and (query_terms(bare) or bare.isdigit()):
            found.append(bare[:-1] if len(bare) > 4 and bare.endswith("s") else bare)
    return found


def _part(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
