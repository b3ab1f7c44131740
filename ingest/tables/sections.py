"""Find the lines of a table that are no rows of values: captions, heads of sections, notes."""

import re
from collections.abc import Sequence

from ingest.text.tables import is_number, is_source

_NOTE = re.compile(r"\W*(?:sources?|notes?|data|n\.?b\.?)\s*:|[*†‡§]", re.IGNORECASE)
# Longer ones are notes between the rows.
MOST_SECTION_WORDS = 10
# Beside two or more empty cells a name alone is more likely a head than a row without values.
WIDE = 3


def is_line(row: Sequence[str], width: int) -> bool:
    """Tell a row that is one line over all columns: a caption, a note, or the name of the rows below it."""
    if width < 2:
        return False
    filled = set(filter(None, row))
    alone = len(row) == 1 or not any(row[1:]) or (len(set(row)) == 1 and len(row) > 1)
    return len(filled) == 1 and alone and not is_number(next(iter(filled)))


def line_of(row: Sequence[str]) -> str:
    """Return the words of such a row."""
    return next(filter(None, row))


def is_note(words: str) -> bool:
    """Tell a line that says where the numbers are from, or explains a mark."""
    return bool(_NOTE.match(words))


def as_note(words: str) -> str:
    """Write a line that is no row; one that names a source in brackets, for it is the table's, not the article's."""
    return f"[{words.strip('()[]')}]" if is_source(words) else words


def section_heads(rows: Sequence[Sequence[str]], width: int) -> frozenset[int]:
    """Return which rows are heads of the rows below them, up to the next head.

    One cell over all columns is. A name beside empty cells is one only where the first row is such a name, another
    follows, and the table is wide or the names below them recur: else it is a row of which nothing is known.
    """
    below = [at for at, row in enumerate(rows) if is_line(row, width) and _has_rows_below(rows, at, width)]
    lines = [at for at in below if not is_note(line_of(rows[at]))]
    sure = {at for at in lines if len(rows[at]) > 1 and len(set(rows[at])) == 1}
    loose = [at for at in lines if at not in sure]
    if loose and not sure and (loose[0] or len(loose) < 2 or not (width >= WIDE or _recur(rows, lines))):
        loose = [at for at in loose if line_of(rows[at]).endswith(":")]
    heads = {*sure, *(loose if not sure or len(loose) > 1 else ())}
    return frozenset(at for at in heads if len(line_of(rows[at]).split()) <= MOST_SECTION_WORDS)


def _has_rows_below(rows: Sequence[Sequence[str]], at: int, width: int) -> bool:
    return at + 1 < len(rows) and not is_line(rows[at + 1], width)


def _recur(rows: Sequence[Sequence[str]], lines: Sequence[int]) -> bool:
    names = [row[0] for at, row in enumerate(rows) if at not in lines and row and row[0]]
    return len(set(names)) < len(names)
