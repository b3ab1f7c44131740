"""Read the rows of tables as `ingest.tables.write` writes them: "Port: Senna | Grain (tonnes): 900"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BAR = " | "
RANKS = frozenset({"rank", "ranking", "rk", "no", "no.", "nr", "nr.", "#", "pos", "pos.", "position", "place", "№"})
"""Headers over the places in a list, which are no figures."""
_NUMBER = re.compile(
    r"[^\w\s]{0,3}(?:[A-Z]{2,3}\s?|[A-Z]{1,2}(?=[$£€¥]))?[^\w\s]{0,3}\s?\d[\d.,'’ \u00a0\u202f]*"
    r"(?:\s?[^\W\d_][^\W_]{0,8}){0,3}[^\w\s]{0,3}"
)
_YEAR = re.compile(r"(?:FY\s?|[QH][1-4]\s)?(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\*?|(?:FY|[QH])\s?\d{1,2}")
_SOURCE = re.compile(r"\W{0,2}(?:source|sources)\s?:", re.IGNORECASE)
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


def is_row(line: str) -> bool:
    """Tell whether a line is a written row of a table, with labels or without."""
    return BAR in line


def is_source(line: str) -> bool:
    """Tell a line that says where the numbers of a table are from."""
    return bool(_SOURCE.match(line))


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
