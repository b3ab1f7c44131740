"""Find the header of a table and join its rows into a label for each column."""

import re
from collections.abc import Sequence

from ingest.tables.sections import is_line
from ingest.tables.words import split_unit
from ingest.text.tables import is_number

# More rows than this above the values are no header but a table of words.
MOST_HEADER_ROWS = 3
_NOTHING = re.compile(r"[\s.\-–—*]*|n\.?/?a\.?", re.IGNORECASE)


def count_headers(grid: Sequence[Sequence[str]], marked: int | None) -> int:
    """Return how many rows at the top are header; `marked` is what the source says, None where it does not."""
    if marked is not None and any(is_number(cell) for row in grid[:marked] for cell in row):
        marked = None  # a name and its number, of which the name is marked as header of its row
    count = _by_look(grid) if marked is None else marked
    width = max(map(len, grid))
    count = next((at for at in range(1, min(count, len(grid))) if is_line(grid[at], width)), count)
    return count if count < len(grid) else 0


def join_labels(rows: Sequence[Sequence[str]]) -> list[str]:
    """Join the header cells of each column from the top down, each once, its unit last.

    An empty cell beside the name of a group of columns belongs to the group.
    """
    width = max(map(len, rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    for row in full[:-1]:
        for column in range(1, width):
            if not row[column] and full[-1][column] and full[-1][column - 1]:
                row[column] = row[column - 1]
    columns = (list(dict.fromkeys(row[column] for row in full if row[column])) for column in range(width))
    return [_join(cells).rstrip(" :") for cells in columns]


def _join(cells: Sequence[str]) -> str:
    """Join header cells; of the units of a group and of its column the column's counts."""
    if len(cells) < 2:
        return "".join(cells)
    parts = [split_unit(cell) for cell in cells]
    unit = next((unit for _, unit in reversed(parts) if unit), "")
    words = " ".join(words for words, _ in parts if words)
    return f"{words} ({unit})".strip() if unit else words


def _by_look(grid: Sequence[Sequence[str]]) -> int:
    """Count the header rows by the look of the cells: words above columns of numbers; 0 where that is not so."""
    width = max(map(len, grid))
    for count in range(1, min(MOST_HEADER_ROWS, len(grid) - 1) + 1):
        top, below = grid[:count], [row for row in grid[count:] if not is_line(row, width)]
        if any(is_number(cell) for row in top for cell in row):
            return 0
        if any(_holds_numbers(below, column) for column in range(width)):
            complete = all(any(column < len(row) and row[column] for row in top) for column in range(1, width))
            grouped = all(len(set(row)) < width or "" in row for row in top[:-1])
            return count if complete and grouped and _has_values(below[0]) else 0
    return 0


def _has_values(row: Sequence[str]) -> bool:
    """Tell that the first row below a header is one of values, and not a further row of words."""
    return any(is_number(cell) or not cell or _NOTHING.fullmatch(cell) for cell in row[1:])


def _holds_numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and not _NOTHING.fullmatch(row[column])]
    return bool(cells) and sum(map(is_number, cells)) * 2 >= len(cells) and is_number(cells[0])
