"""The cells of a table's rows: which row a figure stands in, and whether it is the one cell that a question names."""

from collections.abc import Iterator

from ingest.text.tables import Cell, is_number, is_row, read_row
from qa.lexicon.words import content, stems_of
from qa.reader.pick import Pick
from qa.understand.question import Question

# Rows of a table that are looked at on either side of the one picked.
MOST_ROWS = 200


def is_cell_asked(question: Question, pick: Pick) -> bool:
    """Tell the one cell whose row's name and header say every word of content that the question has.

    Each of the two says a word that the other does not, and no other cell of the table says them all. What the rows are
    ("Port") and the title tell besides may be said too.
    """
    text, start, end = pick.candidate.article.text, pick.candidate.start, pick.candidate.end
    cells = read_row(text, start, end)
    at = next((cell for cell in cells[1:] if cell.start <= pick.start < cell.end), None)
    kind = text[cells[0].label_start : cells[0].label_end] if cells else ""
    known = stems_of(f"{kind} {pick.candidate.article.title}")
    asked = frozenset(token.stem for token in content(question.text))
    if at is None or pick.figure is None or not at.labelled or not asked:
        return False
    name, label = stems_of(row_name(text, cells)), stems_of(text[at.label_start : at.label_end])
    if not asked <= name | label | known or not asked & name - label or not asked & label - name:
        return False
    rows = [cells, *(read_row(text, low, high) for low, high in rows_beside(text, start, end))]
    return sum(_fitting(text, row, asked & (name | label)) for row in rows) == 1


def _fitting(text: str, cells: tuple[Cell, ...], asked: frozenset[str]) -> int:
    """Count the cells of a row that, with the row's name, say all that is asked."""
    left = asked - stems_of(row_name(text, cells))
    return sum(left <= stems_of(text[cell.label_start : cell.label_end]) for cell in cells[1:] if cell.labelled)


def row_name(text: str, cells: tuple[Cell, ...]) -> str:
    """Return the words of a row's first cell that is no number."""
    words = (text[cell.start : cell.end] for cell in cells)
    return next((one for one in words if not is_number(one)), "")


def rows_beside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the rows above and below a row, without a gap."""
    low, high = start, end
    for _ in range(MOST_ROWS):
        high_end = text.find("\n", high + 1)
        high_end = len(text) if high_end < 0 else high_end
        if high >= len(text) or not is_row(text[high + 1 : high_end]):
            break
        yield high + 1, high_end
        high = high_end
    for _ in range(MOST_ROWS):
        low_start = text.rfind("\n", 0, max(0, low - 1)) + 1
        if low <= 0 or not is_row(text[low_start : low - 1]):
            break
        yield low_start, low - 1
        low = low_start
