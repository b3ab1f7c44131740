"""A table of Rich Text while it is read: rows come one by one, each with the places of its own cells."""

from bisect import bisect_right
from dataclasses import dataclass, field

# No page holds more columns.
MOST_CELLS = 100
# Twentieths of a point by which the edges of one column differ from row to row.
SAME_EDGE = 60


@dataclass(slots=True)
class RtfTable:
    """The rows so far, each a list of (right edge, words, goes on from above)."""

    rows: list[list[tuple[int, str, bool]]] = field(default_factory=list)
    headers: int = 0
    _texts: list[str] = field(default_factory=list)
    _edges: list[tuple[int, bool, bool]] = field(default_factory=list)
    """Right edge of each cell of the row, and whether it is merged with the one above and the one before."""
    _above: bool = False
    _before: bool = False
    _is_header: bool = False

    def define(self, word: str, number: int) -> None:
        """Follow a word that says how the next row is made."""
        if word == "trowd":
            self._edges, self._above, self._before, self._is_header = [], False, False, False
        elif word == "trhdr":
            self._is_header = True
        elif word == "clvmrg":
            self._above = True
        elif word == "clmrg":
            self._before = True
        elif word == "cellx" and len(self._edges) < MOST_CELLS:
            self._edges.append((number, self._above, self._before))
            self._above = self._before = False

    def cell(self, text: str) -> None:
        """End a cell."""
        if len(self._texts) < MOST_CELLS:
            self._texts.append(" ".join(text.split()))

    def row(self) -> None:
        """End a row."""
        cells: list[tuple[int, str, bool]] = []
        for number, text in enumerate(self._texts):
            known = number < len(self._edges)
            edge, above, before = self._edges[number] if known else (100_000 + number, False, False)
            cells.append((edge, cells[-1][1] if before and cells and not text else text, above))
        if self._is_header and self.headers == len(self.rows):
            self.headers += 1
        if cells:
            self.rows.append(cells)
        self._texts = []

    def take(self) -> tuple[list[list[str]], int]:
        """Return the rows, what spans columns or rows given in each, and the number of header rows; start anew."""
        if self._texts:
            self.row()
        edges: list[int] = []
        for edge in sorted({edge for row in self.rows for edge, _, _ in row}):
            if not edges or edge - edges[-1] > SAME_EDGE:
                edges.append(edge)
        grid: list[list[str]] = []
        for row in self.rows:
            cells: list[str] = []
            for edge, text, above in row:
                column = len(cells)
                if above and not text and grid and column < len(grid[-1]):
                    text = grid[-1][column]
                cells += [text] * max(1, bisect_right(edges, edge) - column)
            grid.append(cells)
        headers = self.headers
        self.rows, self.headers = [], 0
        return grid, headers
