"""Take the marks that point to notes off the names and numbers of a table; the words of the notes stay."""

import re
from collections.abc import Sequence

_RAISED = "\u2070¹²³\u2074-\u2079\u1d43-\u1d9f"
_TAIL = re.compile(rf"\s*(?:[*†‡§¶]+|\[\^?(?:\d{{1,2}}|[a-z])\]|\s\((?:[a-z]|[*†‡§]+)\)|[{_RAISED}]+)$")
_AHEAD = re.compile(r"^[*†‡§]+\s*(?=[^\w\s]{0,3}\d)")
# "Senna¹ (old town)", never the square of a short unit.
_INSIDE = re.compile(rf"(?<=[^\W\d_]{{3}})[{_RAISED}]+(?=[\s,;:)]|$)")
_POWER = re.compile(r"(?:^|[\s\d/(])(?:[kcdm]?m|mi|ft|in|yd)[²³]$|(?<![\d.,])10[^\d]+$", re.IGNORECASE)
# The other letters behind a number are units or scales to some.
_LETTER = re.compile(r"(?P<number>[^\w\s]{0,3}\d[\d.,'’ \u00a0\u202f]*)(?P<mark>[aefiqrz])")
_BARE = re.compile(r"[^\w\s]{0,3}\d[\d.,'’ \u00a0\u202f]*")


def without_marks(cell: str) -> str:
    """Return the words of a cell without the marks of notes: "Senna*" is Senna, "17.5†" 17.5; a mark alone stays."""
    cell = _AHEAD.sub("", _INSIDE.sub("", cell))
    while (found := _TAIL.search(cell)) and found.start() and not _POWER.search(cell):
        cell = cell[: found.start()]
    return cell


def without_letters(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Take a letter off the numbers of a column of bare numbers: "21a" below "14" points to a note."""
    width = max(map(len, rows), default=0)
    bare = [any(column < len(row) and _BARE.fullmatch(row[column]) for row in rows) for column in range(width)]
    return [[_number(cell) if at and bare[at] else cell for at, cell in enumerate(row)] for row in rows]


def _number(cell: str) -> str:
    found = _LETTER.fullmatch(cell)
    return found["number"] if found else cell
