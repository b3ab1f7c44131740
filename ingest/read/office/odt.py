"""Read OpenDocument texts (.odt)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from ingest.errors import InputError
from ingest.raw import Media, RawArticle
from ingest.read.office.cells import spread
from ingest.read.office.package import Package
from ingest.read.office.story import Story
from ingest.text.tables import BAR

# Deleted words are kept in the list of tracked changes; comments, marks of notes, descriptions of pictures, hidden
# text and the small signs above East Asian words are no words of the article either.
_UNREAD = frozenset(
    "tracked-changes annotation note-citation title desc hidden-text hidden-paragraph ruby-text sequence-decls forms"
    " table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography"
    " variable-decls user-field-decls database-next".split()
)
_SIGNS = {"tab": "\t", "line-break": "\n"}
# A row or cell said to be repeated is so at most this often; sheets end in a million empty ones.
MOST_REPEATED = 100


def read_odt(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of an OpenDocument text, with its tracked changes accepted.

    Comments, headers and footers are left out. The file's own dates and author say who typed it and when.
    """
    package = Package(raw, where, "an .odt file")
    content = package.parse("content.xml")
    text = content.find("body/text") if content is not None else None
    if content is None or text is None:
        raise package.damaged()
    reader = _Reader(_style_names(content), _hidden_styles(content))
    reader.blocks(text)
    if not reader.story.text:
        raise InputError(f"{where} holds no text; there is nothing to read")
    yield RawArticle(source=where, raw=raw, text=reader.story.text, media=Media.ODT, title=reader.story.title)


class _Reader:
    """Goes through the blocks of a text, a cell, a note or a box and writes them into a story."""

    def __init__(self, styles: dict[str, str], hidden: frozenset[str]) -> None:
        self.story = Story()
        self._styles = styles
        self._hidden = hidden

    def blocks(self, parent: Element, *, item: bool = False) -> None:
        """Read the paragraphs, lists, tables and sections below an element."""
        for block in parent:
            if block.tag in ("p", "h"):
                self._paragraph(block, item=item)
                item = False
            elif block.tag in ("list-item", "list-header"):
                self.blocks(block, item=block.tag == "list-item")
            elif block.tag == "table":
                self._table(block)
            elif block.tag in ("frame", "g"):
                self._aside([block])
            elif block.tag not in _UNREAD:
                self.blocks(block, item=item)

    def _paragraph(self, paragraph: Element, *, item: bool) -> None:
        if paragraph.get("style-name") in self._hidden:
            return
        parts: list[str] = []
        aside: list[Element] = []
        self._read(paragraph, parts, aside)
        style = self._styles.get(paragraph.get("style-name", ""), paragraph.get("style-name", ""))
        style = f"heading {paragraph.get('outline-level', '1')}" if paragraph.tag == "h" else style.lower()
        self.story.paragraph("".join(parts), style, item=item)
        self._aside(aside)

    def _read(self, element: Element, parts: list[str], aside: list[Element]) -> None:
        parts.append(_collapsed(element.text))
        for part in element:
            if part.tag == "s":
                count = part.get("c", "1")
                parts.append(" " * (min(int(count), MOST_REPEATED) if count.isdecimal() else 1))
            elif part.tag in _SIGNS:
                parts.append(_SIGNS[part.tag])
            elif part.tag in ("note-body", "frame", "text-box"):
                aside.append(part)
            elif part.tag not in _UNREAD and part.get("style-name") not in self._hidden:
                self._read(part, parts, aside)
            parts.append(_collapsed(part.tail))

    def _aside(self, parts: list[Element]) -> None:
        """Write what stands behind a paragraph: its notes and the boxes anchored in it."""
        for part in parts:
            inner = _Reader(self._styles, self._hidden)
            inner.blocks(part)
            self.story.title = self.story.title or inner.story.title
            self.story.blocks += inner.story.blocks

    def _table(self, table: Element) -> None:
        rows: list[list[str]] = []
        headers = 0
        spans: dict[int, tuple[int, str]] = {}
        notes: list[str] = []
        for row, is_header in _rows(table):
            headers += is_header
            rows.append(self._row(row, spans, notes))
        self.story.table(rows, headers or None)
        self.story.blocks += notes

    def _row(self, row: Element, spans: dict[int, tuple[int, str]], notes: list[str]) -> list[str]:
        """Read the cells of a row; `spans` holds by column how many rows below a cell reaches and what it says."""
        cells: list[str] = []
        for cell in row:
            if cell.tag not in ("table-cell", "covered-table-cell"):
                continue
            text = self._cell(cell, notes)
            below, said = spans.get(len(cells), (0, ""))
            if cell.tag == "covered-table-cell":
                cells += [said if below else (cells[-1] if cells else "")] * _count(cell, "number-columns-repeated")
                if below:
                    spans[len(cells) - 1] = (below - 1, said)
                continue
            spans[len(cells)] = (_count(cell, "number-rows-spanned") - 1, text)
            cells += spread(text, _count(cell, "number-columns-repeated"))
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _cell(self, cell: Element, notes: list[str]) -> str:
        """Return the words of a cell on one line; the notes it refers to stand behind the table."""
        texts = []
        for block in cell:
            inner = _Reader(self._styles, self._hidden)
            parts: list[str] = []
            aside: list[Element] = []
            if block.tag in ("p", "h"):
                self._read(block, parts, aside)
                texts.append("".join(parts))
                inner._aside(aside)
                notes += inner.story.blocks
            elif block.tag not in _UNREAD:
                inner.blocks(block)
                texts += inner.story.blocks
        return " ".join(" ".join(texts).replace(BAR, "; ").split())


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, those of its header marked."""
    for part in table:
        if part.tag == "table-row":
            yield part, False
        elif part.tag == "table-header-rows":
            yield from ((row, True) for row, _ in _rows(part))
        elif part.tag in ("table-rows", "table-row-group"):
            yield from _rows(part)


def _collapsed(text: str | None) -> str:
    """Make one space of line ends and runs of spaces, which OpenDocument writes in other ways."""
    if not text:
        return ""
    words = " ".join(text.split())
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if words and text[-1].isspace() else ''}"


def _count(cell: Element, name: str) -> int:
    value = cell.get(name, "1")
    return min(int(value), MOST_REPEATED) if value.isdecimal() else 1


def _style_names(content: Element) -> dict[str, str]:
    """Map the styles made for single paragraphs to the named style they come from."""
    return {style.get("name", ""): style.get("parent-style-name", "") for style in content.iter("style")}


def _hidden_styles(content: Element) -> frozenset[str]:
    return frozenset(
        style.get("name", "")
        for style in content.iter("style")
        for properties in style.iter("text-properties")
        if properties.get("display") == "none"
    )
