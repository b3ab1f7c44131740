"""Unfold small tables in the cells of a table of data: each of their rows becomes a column of the outer one."""

from typing import TYPE_CHECKING

from ingest.text.tables import is_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# More columns than this were no table that anyone reads.
MOST_UNFOLDED = 30
Cells = list["HtmlElement"]


def unfold_nested(tree: "HtmlElement") -> None:
    """Replace the tables of names and numbers inside the cells of tables that have a header row."""
    for table in list(tree.iter("table")):
        if table.get("role") in ("presentation", "none") or table.find(".//table") is None:
            continue
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        if _may_unfold(cells):
            for column in reversed(range(len(cells[0]))):
                _unfold_column([row[column] for row in cells])


def _may_unfold(cells: list[Cells]) -> bool:
    """Tell a plain grid below a row of header cells, in which each inner table is one of names and numbers."""
    if len(cells) < 2 or len(cells[0]) < 2 or any(cell.tag != "th" or len(cell) for cell in cells[0]):
        return False
    if any(len(row) != len(cells[0]) or any(cell.get("rowspan") for cell in row) for row in cells):
        return False
    inner = [table for row in cells for cell in row for table in cell.iter("table")]
    return all(_pairs(table) for table in inner)


def _pairs(table: "HtmlElement") -> dict[str, str]:
    """Return the names and numbers of an inner table; nothing where it is another kind of table."""
    pairs: dict[str, str] = {}
    for row in table.iter("tr"):
        words = [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")]
        if len(words) != 2 or not words[0] or is_number(words[0]) or not is_number(words[1]) or words[0] in pairs:
            return {}
        pairs[words[0]] = words[1]
    return pairs


def _unfold_column(column: Cells) -> None:
    """Write a column anew, one cell for each name of its inner tables."""
    inner = [list(cell.iter("table")) for cell in column]
    found = [_pairs(tables[0]) if tables else {} for tables in inner]
    names = list(dict.fromkeys(name for pairs in found for name in pairs))
    if not 0 < len(names) <= MOST_UNFOLDED or any(
        not _is_alone(*one) for one in zip(column[1:], inner[1:], strict=True)
    ):
        return
    head = " ".join(column[0].text_content().split())
    for number, (cell, pairs) in enumerate(zip(column, found, strict=True)):
        for name in reversed(names):
            made = cell.makeelement(cell.tag)
            made.text = pairs.get(name, "") if number else f"{head} {name}"
            cell.addnext(made)
        cell.drop_tree()


def _is_alone(cell: "HtmlElement", tables: Cells) -> bool:
    """Tell that a cell holds one inner table and no words beside it."""
    return len(tables) == 1 and cell.text_content().split() == tables[0].text_content().split()
