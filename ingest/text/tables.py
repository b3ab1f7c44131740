"""Write a table so that each row says by itself what its values are, and read such rows again.

A row becomes one line of cells with bars between: "Port: Senna | Grain (tonnes): 900". The words are those of the
table's cells, a header's repeated with each of its values; nothing else is added. A table of which it is not plain that
its first row is a header keeps its cells without labels, for a wrong label would be a wrong statement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BAR = " | "
# More rows than this above the values are no header but a table of words.
MOST_HEADER_ROWS = 3
# A cell this long is prose that a page was laid out with.
MOST_CELL_WORDS = 60
_NUMBER = re.compile(
    r"[^\w\s]{0,3}(?:[A-Z]{2,3}\s?|[A-Z]{1,2}(?=[$£€¥]))?[^\w\s]{0,3}\s?\d[\d.,'’ \u00a0\u202f]*"
    r"(?:\s?[^\W\d_][^\W_]{0,8}){0,3}[^\w\s]{0,3}"
)
_YEAR = re.compile(r"(?:FY\s?|[QH][1-4]\s)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\*?|(?:FY|[QH])\s?\d{1,2}")
_NOTHING = re.compile(r"[\s.\-–—*]*|n\.?/?a\.?", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^:|][^|]*?): (?=\S)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a written row: `text[start:end]` is its value, `text[label_start:label_end]` its header."""

    label_start: int
    label_end: int
    """Equal to `label_start` where the cell has no header."""
    start: int
    end: int

    @property
    def labelled(self) -> bool:
        """True when a header stands before the value."""
        return self.label_end > self.label_start


def write_table(rows: Sequence[Sequence[str]], headers: int | None = None) -> str:
    """Return the lines of a table; a cell that spans several columns or rows is given in each of them.

    `headers` is how many rows at the top the source marks as header; None where it does not say.
    """
    grid = [[" ".join(cell.split()) for cell in row] for row in rows]
    grid = [row for row in grid if any(row)]
    captions = 0
    while captions < len(grid) - 1 and _is_section(grid[captions], grid):
        captions += 1
    lines = [_section(row) for row in grid[:captions]]
    grid = grid[captions:]
    if not grid:
        return "\n".join(lines)
    if headers is not None:
        headers = max(0, headers - captions)
        if any(is_number(cell) for row in grid[:headers] for cell in row):
            headers = None  # a name and its number, of which the name is marked as header of its row
    if max(map(len, grid)) == 1 or _is_layout(grid):
        return "\n\n".join([*lines, *(cell for row in grid for cell in _once(row) if cell)])
    count = _count_headers(grid) if headers is None else headers
    count = count if count < len(grid) else 0
    labels = _labels(grid[:count])
    return "\n".join([*lines, *(_row(row, labels, grid) for row in grid[count:])])


def is_row(line: str) -> bool:
    """Tell whether a line is a written row of a table, with labels or without."""
    return BAR in line


def read_row(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Return the cells of a written row at `text[start:end]`; empty when it is not one that says what its values are.

    That is one most of whose cells have labels, or one of two cells, a name and its number.
    """
    if BAR not in text[start:end]:
        return ()
    cells = tuple(_cells(text, start, end))
    if sum(cell.labelled for cell in cells) * 2 > len(cells):
        return cells
    if len(cells) == 2 and not any(cell.labelled for cell in cells):
        first, second = cells
        if is_number(text[second.start : second.end]) and not re.search(r"\d", text[first.start : first.end]):
            return (Cell(first.start, first.end, second.start, second.end),)
    return ()


def value_below(text: str, row: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """Return the place of the value that a header at `start:end` names in a written row; that place if it is none."""
    for cell in read_row(text, *row):
        if cell.label_start <= start and end <= cell.start and cell.labelled:
            return cell.start, cell.end
    return start, end


def is_number(cell: str) -> bool:
    """Tell whether a cell holds one number, with its unit or without; a year is none."""
    return bool(_NUMBER.fullmatch(cell)) and not _YEAR.fullmatch(cell)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    at = start
    while at <= end:
        bar = text.find(BAR, at, end)
        stop = bar if bar >= 0 else end
        found = _LABELLED.match(text, at, stop)
        if found:
            yield Cell(found.start("label"), found.end("label"), found.end(), stop)
        else:
            yield Cell(at, at, at, stop)
        at = stop + len(BAR)


def _is_section(row: Sequence[str], grid: Sequence[Sequence[str]]) -> bool:
    """Tell a row that is one line over all columns: a caption, or the name of the rows below it."""
    if max(map(len, grid)) < 2:
        return False
    filled = set(filter(None, row))
    alone = len(row) == 1 or not any(row[1:]) or (len(set(row)) == 1 and len(row) > 1)
    return len(filled) == 1 and alone and not is_number(next(iter(filled)))


def _section(row: Sequence[str]) -> str:
    return next(filter(None, row))


def _is_layout(grid: Sequence[Sequence[str]]) -> bool:
    return any(len(cell.split()) > MOST_CELL_WORDS for row in grid for cell in row)


def _once(row: Sequence[str]) -> list[str]:
    """Give each cell of a row once, also one that spans several columns."""
    return [cell for at, cell in enumerate(row) if not at or cell != row[at - 1]]


def _count_headers(grid: Sequence[Sequence[str]]) -> int:
    """Count the header rows by the look of the cells: words above columns of numbers; 0 where that is not so."""
    width = max(map(len, grid))
    for count in range(1, min(MOST_HEADER_ROWS, len(grid) - 1) + 1):
        top, below = grid[:count], [row for row in grid[count:] if not _is_section(row, grid)]
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


def _labels(rows: Sequence[Sequence[str]]) -> list[str]:
    """Join the header cells of each column from the top down, each once.

    An empty cell beside the name of a group of columns belongs to the group.
    """
    width = max(map(len, rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    for row in full[:-1]:
        for column in range(1, width):
            if not row[column] and full[-1][column] and full[-1][column - 1]:
                row[column] = row[column - 1]
    columns = ([row[column] for row in full if row[column]] for column in range(width))
    return [" ".join(dict.fromkeys(cells)).rstrip(" :") for cells in columns]


def _row(row: Sequence[str], labels: Sequence[str], grid: Sequence[Sequence[str]]) -> str:
    if _is_section(row, grid):
        return _section(row)
    if not labels:
        return BAR.join(row).rstrip(" |")
    cells = []
    for at, cell in enumerate(row):
        label = labels[at] if at < len(labels) else ""
        if cell:
            cells.append(f"{label}: {cell}" if label else cell)
    return BAR.join(cells)
