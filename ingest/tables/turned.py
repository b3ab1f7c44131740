"""Turn a table whose things stand side by side: a line for each thing, its measures as headers."""

from collections.abc import Sequence

from ingest.tables.captions import unit_column
from ingest.tables.words import is_corner, is_measure, is_name, is_time
from ingest.text.tables import is_number

Grid = list[list[str]]


def turn(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], Grid] | None:
    """Return headers and rows with things as rows; None for a table that has them as rows, or does not say so.

    It says so when names stand over the columns, and the rows are most of them called by what they measure.
    """
    labels, rows = _without_units(labels, rows)
    things, names = list(labels[1:]), [row[0] if row else "" for row in rows]
    if not things or not is_corner(labels[0]) or len({*things}) < len(things) or len({*names}) < len(names):
        return None
    if any(len(row) > len(labels) for row in rows) or not all(names) or any(map(is_number, names)):
        return None
    if not all(map(is_name, things)) or not any(is_number(cell) for row in rows for cell in row[1:]):
        return None
    measures = sum(map(is_measure, names))
    if not labels[0] and measures * 2 <= len(names):
        return None
    if any(map(is_time, names)):
        return None
    return ["", *names], [
        [thing, *(row[at] if at < len(row) else "" for row in rows)] for at, thing in enumerate(things, 1)
    ]


def _without_units(
    labels: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Put the cells of a column of units behind the names of their rows."""
    at = unit_column(labels)
    if at is None or at == 0:
        return labels, rows
    named = [[f"{row[0]} ({row[at]})" if len(row) > at and row[at] else row[0], *row[1:]] for row in rows if row]
    return [*labels[:at], *labels[at + 1 :]], [[*row[:at], *row[at + 1 :]] for row in named]
