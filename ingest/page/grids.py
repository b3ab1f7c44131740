"""Write the tables of a page row by row, while its markup still tells header cells, spans and captions."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.page.nested import unfold_nested
from ingest.tables.write import write_table
from ingest.text.tables import is_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# A span beyond this is a slip or an attack; no printed table is as wide, or holds a cell over as many rows.
MOST_COLUMNS = 60
MOST_SPANNED_ROWS = 500
# Longer cells hold paragraphs: the table only lays out the page.
LONGEST_CELL = 400
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d/(])(?:[kcdm]?m|mi|ft|in|yd)$", re.IGNORECASE)
_POWER_BEFORE = re.compile(r"(?<![\d.,])10$")
_MARK = r"[\[(]?(?:\d{1,2}|[a-z]|[*†‡§¶#]+)[\])]?"
_NOTE = re.compile(rf"{_MARK}(?:[,\s]+{_MARK})*")
_RAISED = {"2": "²", "3": "³"}
_PARTS = ("caption", "tbody", "thead", "tfoot", "tr", "td", "th")
_ABOVE = frozenset({"p", "div", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg"})


def write_page_tables(tree: "HtmlElement") -> None:
    """Put a paragraph for each row in the place of each table that holds data; tables of layout stay."""
    unfold_nested(tree)
    for table in list(tree.iter("table")):
        if not _holds_data(table):
            continue
        heads, rows = _read_grid(table)
        if len(rows) < 2 or max(map(len, rows)) < 2:
            continue
        words = [_words(caption) for caption in table.iter("caption")]
        lines = write_table(rows, heads, [*words, *_figure_captions(table)], _line_above(table)).split("\n")
        outer = list(table.iterancestors("table"))
        _replace(table, [line for line in (*words, *lines) if line])
        for one in outer:
            _undo_layout(one)


def _figure_captions(table: "HtmlElement") -> list[str]:
    figure = next(table.iterancestors("figure"), None)
    return [] if figure is None else [_words(one) for one in figure.iter("figcaption")]


def _line_above(table: "HtmlElement") -> str:
    """Return the words of the heading or paragraph right above a table."""
    place = next(table.iterancestors("figure"), table)
    above = place.getprevious()
    return _words(above) if above is not None and above.tag in _ABOVE else ""


def _undo_layout(table: "HtmlElement") -> None:
    """Make a table that only lays out the page a block: the rows written into its cells are no cells of it."""
    parts = [one for one in table.iter(*_PARTS) if next(one.iterancestors("table"), None) is table]
    for element in (table, *parts):
        element.tag = "div"


def _holds_data(table: "HtmlElement") -> bool:
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    if table.find(".//form") is not None or table.find(".//input") is not None:
        return False
    cells = [_words(cell) for cell in table.iter("td", "th")]
    if not cells or max(map(len, cells)) > LONGEST_CELL:
        return False
    return any(map(is_number, cells)) or table.find(".//th") is not None


def _read_grid(table: "HtmlElement") -> tuple[int | None, list[list[str]]]:
    """Return how many rows are header, None where no cell says, and the rows, a cell that spans several in each."""
    rows: list[list[str]] = []
    heads, open_heads = 0, True
    hanging: dict[int, tuple[int, str]] = {}
    for row, in_head in _rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        is_head = in_head or (all(cell.tag == "th" for cell in cells) and (len(cells) > 1 or not heads))
        is_head = is_head and bool(cells)
        open_heads = open_heads and is_head
        heads += open_heads
        rows.append(_fill_row(cells, hanging))
    pairs = max(map(len, rows), default=0) == 2 and all(_is_pair(row) for row, _ in _rows(table))
    return (0 if pairs else heads or None), rows


def _is_pair(row: "HtmlElement") -> bool:
    """Tell a row that is a name, marked as its header, and a value."""
    return [cell.tag for cell in row if cell.tag in ("td", "th")] == ["th", "td"]


def _rows(table: "HtmlElement") -> Iterator[tuple["HtmlElement", bool]]:
    """Yield the rows as they are shown (head, bodies, foot) and whether each stands in the head."""
    parts = list(table)
    for tag in ("thead", "", "tfoot"):
        for part in parts:
            if part.tag == "tr" and not tag:
                yield part, False
            elif part.tag == tag or (not tag and part.tag == "tbody"):
                for row in part.iterchildren("tr"):
                    yield row, tag == "thead"


def _fill_row(cells: list["HtmlElement"], hanging: dict[int, tuple[int, str]]) -> list[str]:
    """Lay the cells of a row into columns, past the cells that hang down from rows above."""
    row: list[str] = []

    def take_hanging() -> None:
        while len(row) in hanging:
            left, words = hanging.pop(len(row))
            if left > 1:
                hanging[len(row)] = (left - 1, words)
            row.append(words)

    for cell in cells:
        take_hanging()
        words = _words(cell)
        for number in range(_span(cell, "colspan", MOST_COLUMNS)):
            if len(row) >= MOST_COLUMNS:
                break
            down = _span(cell, "rowspan", MOST_SPANNED_ROWS)
            if down > 1:
                hanging[len(row)] = (down - 1, words)
            row.append(words)
            if number + 1 < _span(cell, "colspan", MOST_COLUMNS):
                take_hanging()
    take_hanging()
    return row


def _span(cell: "HtmlElement", name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isascii() and value.isdecimal() else 1


def _words(element: "HtmlElement") -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: "HtmlElement") -> Iterator[str]:
    """Yield the words of a cell without the raised marks that point to notes."""
    yield element.text or ""
    before = element.text or ""
    for child in element:
        if child.tag == "sup":
            yield _raised(child.text_content().strip(), before.rstrip())
        elif child.tag in ("br", "p", "div", "li"):
            yield " "
            yield from _pieces(child)
            yield " "
        elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
            yield from _pieces(child)
        yield child.tail or ""
        before = child.tail or before


def _raised(mark: str, before: str) -> str:
    """Return what a raised mark says: the power of a unit or of ten, nothing where it marks a note, else its words."""
    if mark in _RAISED and _UNIT_BEFORE.search(before):
        return _RAISED[mark]
    if _POWER_BEFORE.search(before):
        return f"^{mark}"
    return "" if _NOTE.fullmatch(mark) else mark


def _replace(table: "HtmlElement", lines: list[str]) -> None:
    """Put paragraphs in the place of a table; one in a figure leaves it, since figures are taken for pictures."""
    from lxml.html import Element

    figure = next(table.iterancestors("figure"), None)
    place = table if figure is None else figure
    if figure is not None:
        lines = [*(words for one in figure.iter("figcaption") if (words := _words(one))), *lines]
    for line in lines:
        paragraph = Element("p")
        paragraph.text = line
        place.addprevious(paragraph)
    place.drop_tree()
