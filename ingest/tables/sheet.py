"""Write the tables of a sheet or of a file of rows: titles above them, notes below them, empty rows between them."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from ingest.tables.headers import count_headers
from ingest.tables.sections import as_note, is_line, is_note, line_of
from ingest.tables.write import write_table
from ingest.text.tables import is_number, is_row

_STEM = re.compile(r"[^\W\d_]")


def write_sheet(rows: Sequence[Sequence[str]]) -> str:
    """Return the tables of a sheet as blocks.

    A line above a table is its caption.
    """
    blocks: list[str] = []
    captions: list[str] = []
    for part in _parts(rows):
        body, notes = _without_notes(part)
        alone = [line_of(row) for row in body] if all(_is_alone(row) for row in body) else None
        if alone is not None:
            captions += alone
            blocks += alone
        else:
            blocks.append(write_table(_without_empty_columns(body), captions=captions))
            captions = []
        blocks += map(as_note, notes)
    return "\n\n".join(blocks)


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell rows that are plainly a table: a header of words, then names or times and numbers beside them."""
    grid = [[cell.strip() for cell in row] for part in _parts(rows) for row in _without_notes(part)[0]]
    width = max(map(len, grid), default=0)
    grid = [row for row in grid if not is_line(row, width)]
    if len(grid) < 2 or width < 2:
        return False
    heads = count_headers(grid, None)
    return heads > 0 and not any(row and is_number(row[0]) for row in grid[heads:])


def sheet_title(text: str, where: str) -> str | None:
    """Return the name of the file as the title of a text that starts with a row; None where a line stands above it."""
    stem = PurePath(where).stem
    return stem if is_row(text.partition("\n")[0]) and _STEM.search(stem) else None


def _parts(rows: Sequence[Sequence[str]]) -> list[list[list[str]]]:
    parts: list[list[list[str]]] = [[]]
    for row in rows:
        if any(cell.strip() for cell in row):
            parts[-1].append(list(row))
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _without_notes(part: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """Part the rows from the notes at their end."""
    end = len(part)
    while end and is_note(_words(part[end - 1])) and not any(is_number(cell) for cell in part[end - 1]):
        end -= 1
    return part[:end], [_words(row) for row in part[end:]]


def _words(row: Sequence[str]) -> str:
    return " ".join(" ".join(dict.fromkeys(cell for cell in row if cell.strip())).split())


def _is_alone(row: Sequence[str]) -> bool:
    return len({cell for cell in row if cell.strip()}) == 1 and not is_number(line_of(row))


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    filled = [at for at in range(width) if any(at < len(row) and row[at].strip() for row in rows)]
    return [[row[at] if at < len(row) else "" for at in filled] for row in rows]
