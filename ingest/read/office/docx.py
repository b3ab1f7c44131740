"""Read Word files (.docx): the text as it stands once all tracked changes are accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.errors import InputError
from ingest.raw import Media, RawArticle
from ingest.read.office.cells import spread
from ingest.read.office.package import Package
from ingest.read.office.story import Story
from ingest.read.office.word_text import Line, is_on, read_line
from ingest.text.tables import BAR

MOST_COLUMNS = 63
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


def read_docx(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a Word file: paragraphs, tables, notes and text boxes in order.

    Deleted words, comments, headers and footers are left out. The file's own dates and author say who typed it and
    when, and are left alone.
    """
    package = Package(raw, where, "a .docx file")
    main = next((name for _, kind, name in package.related("") if kind == "officeDocument"), "word/document.xml")
    document = package.parse(main)
    body = document.find("body") if document is not None else None
    if body is None:
        raise package.damaged()
    reader = _Reader(_Parts.of(package, main))
    reader.blocks(body)
    if not reader.story.text:
        raise InputError(f"{where} holds no text; there is nothing to read")
    yield RawArticle(source=where, raw=raw, text=reader.story.text, media=Media.DOCX, title=reader.story.title)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands beside the body: the names of styles, and the notes that were not yet read."""

    styles: dict[str, str]
    notes: dict[tuple[str, str], Element]

    @classmethod
    def of(cls, package: Package, main: str) -> "_Parts":
        """Read the parts that the main part names."""
        names = {kind: name for _, kind, name in package.related(main)}
        styles = package.parse(names.get("styles", "word/styles.xml"))
        notes: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            part = package.parse(names.get(f"{kind}s", f"word/{kind}s.xml"))
            notes |= {(kind, note.get("id", "")): note for note in _children(part) if not note.get("type", "")}
        return cls({style.get("styleId", ""): _value(style, "name") for style in _children(styles)}, notes)


class _Reader:
    """Goes through the blocks of a document, a cell, a note or a box and writes them into a story."""

    def __init__(self, parts: _Parts, *, in_cell: bool = False) -> None:
        self.story = Story()
        self.later: list[str] = []
        """What a table's cells refer to; it stands behind the table."""
        self._parts = parts
        self._in_cell = in_cell
        self._open: Line | None = None
        """A paragraph whose end was deleted: it goes on in the next."""

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs and tables below an element."""
        for block in _unwrapped(parent):
            if block.tag == "p":
                self._paragraph(block)
            elif block.tag == "tbl":
                self._close()
                self._table(block)
        self._close()

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("pPr")
        self._open = read_line(paragraph, self._open)
        if _end_is_deleted(properties):
            return
        style = _value(properties, "pStyle")
        style = self._parts.styles.get(style, style).lower()
        self._close(style, item=not self._in_cell and (style.startswith("list") or _is_item(properties)))

    def _close(self, style: str = "", *, item: bool = False) -> None:
        """Write the paragraph that is open, and behind it the notes and boxes it refers to."""
        line, self._open = self._open, None
        if line is None or style.startswith("toc "):
            return
        self.story.paragraph(line.text, style, item=item)
        aside = _Reader(self._parts)
        notes = [self._parts.notes.pop(key) for key in line.notes if key in self._parts.notes]
        for part in (*notes, *line.boxes):
            aside.blocks(part)
        self.story.title = self.story.title or aside.story.title
        (self.later if self._in_cell else self.story.blocks).extend(aside.story.blocks)

    def _table(self, table: Element) -> None:
        rows: list[list[str]] = []
        headers = 0
        bold: list[bool] = []
        for row in _unwrapped(table):
            properties = row.find("trPr")
            if row.tag != "tr" or (properties is not None and properties.find("del") is not None):
                continue
            headers += headers == len(rows) and is_on(properties, "tblHeader")
            cells = [cell for cell in _unwrapped(row) if cell.tag == "tc"]
            rows.append(self._row(cells, properties, rows[-1] if rows else []))
            bold.append(all(_is_bold(cell) for cell in cells))
        looks = len(bold) > 1 and bold[0] and not any(bold[1:])
        self.story.table(rows, headers or (1 if looks else None))
        if not self._in_cell:
            self.story.blocks += self.later
            self.later = []

    def _row(self, cells: list[Element], properties: Element | None, above: list[str]) -> list[str]:
        """Read the cells of a row; what spans columns or rows is given in each."""
        row = [""] * _number(properties, "gridBefore", 0)
        for cell in cells:
            own = cell.find("tcPr")
            if own is not None and own.find("cellDel") is not None:
                continue
            merge = own.find("vMerge") if own is not None else None
            text = self._cell(cell)
            if not text and merge is not None and merge.get("val") != "restart" and len(row) < len(above):
                text = above[len(row)]
            row += spread(text, _number(own, "gridSpan", 1))
        return row

    def _cell(self, cell: Element) -> str:
        """Return the words of a cell on one line; what they refer to waits for the end of the table."""
        inner = _Reader(self._parts, in_cell=True)
        inner.blocks(cell)
        self.later += inner.later
        return " ".join(" ".join(inner.story.blocks).replace(BAR, "; ").split())


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Yield the blocks, rows or cells below an element, those in content controls and insertions too."""
    for child in parent:
        if child.tag == "AlternateContent":
            yield from _unwrapped(next((form for form in child if len(form)), child))
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _children(parent: Element | None) -> Iterator[Element]:
    yield from parent if parent is not None else ()


def _value(properties: Element | None, name: str) -> str:
    found = properties.find(name) if properties is not None else None
    return found.get("val", "") if found is not None else ""


def _number(properties: Element | None, name: str, default: int) -> int:
    """Read a count of columns; Word has no more than MOST_COLUMNS."""
    value = _value(properties, name)
    return min(int(value), MOST_COLUMNS) if value.isdecimal() else default


def _end_is_deleted(properties: Element | None) -> bool:
    mark = properties.find("rPr") if properties is not None else None
    return mark is not None and any(mark.find(name) is not None for name in ("del", "moveFrom"))


def _is_item(properties: Element | None) -> bool:
    """Tell a paragraph with a bullet or number of its own; 0 takes away the one of its style."""
    numbered = properties.find("numPr") if properties is not None else None
    outline = properties is not None and properties.find("outlineLvl") is not None
    return numbered is not None and not outline and _value(numbered, "numId") not in ("", "0")


def _is_bold(cell: Element) -> bool:
    """Tell whether all words of a cell are bold; one without words counts as bold."""
    runs = [run for run in cell.iter("r") if any((part.text or "").strip() for part in run.iter("t"))]
    return all(is_on(run.find("rPr"), "b") for run in runs)
