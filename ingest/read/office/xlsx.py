"""Read workbooks (.xlsx): rows of articles, or sheets that are tables."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ingest.errors import InputError
from ingest.head.fields import NAMES, read_row
from ingest.raw import Failure, Media, RawArticle
from ingest.read.office.cells import shown_number, spread
from ingest.read.office.package import Package
from ingest.tables.sheet import sheet_title, write_sheet

# A title and a note may stand above the header.
MOST_ABOVE_HEADER = 5
# Sheets have 16,384 columns; one with more filled is no table that anyone reads.
MOST_COLUMNS = 200
MOST_ROWS = 200_000
# Merged cells are those of headers; each place they cover is filled, so that a few of them could fill the memory.
MOST_MERGED = 100_000
_PLACE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})")
_PLAIN_NAME = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio|blad|ark|лист)\s?\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets of a workbook share."""

    strings: tuple[str, ...]
    styles: tuple[int, ...]
    formats: dict[int, str]
    from_1904: bool


def read_xlsx(raw: bytes, where: str) -> Iterator[RawArticle | Failure]:
    """Yield an article for each row of a sheet with a column 'text'; without one, all sheets as one article of tables.

    Hidden sheets are left out; of a formula its last result is read. A bad row is a Failure that names it.
    """
    package = Package(raw, where, "an .xlsx file")
    main = next((name for _, kind, name in package.related("") if kind == "officeDocument"), "xl/workbook.xml")
    workbook = package.parse(main)
    if workbook is None:
        raise package.damaged()
    names = {key: name for key, _, name in package.related(main)}
    book = _read_book(package, main, workbook)
    sheets: list[tuple[str, list[list[str]]]] = []
    for sheet in workbook.iter("sheet"):
        content = (
            package.parse(names.get(sheet.get("id", ""), "")) if sheet.get("state", "visible") == "visible" else None
        )
        if content is not None:
            sheets.append(
                (sheet.get("name", ""), _grid(content, book, MOST_ROWS - sum(len(rows) for _, rows in sheets)))
            )
    articles = [(rows, at) for _, rows in sheets if (at := _article_header(rows)) is not None]
    if articles:
        for rows, at in articles:
            yield from _articles(rows, at, where)
        return
    text = "\n\n".join(block for name, rows in sheets if (block := _table(name, rows)))
    if not text:
        raise InputError(f"{where} holds no filled cells; there is nothing to read")
    yield RawArticle(source=where, raw=raw, text=text, media=Media.XLSX, title=sheet_title(text, where))


def _read_book(package: Package, main: str, workbook: Element) -> _Book:
    parts = {kind: name for _, kind, name in package.related(main)}
    strings = package.parse(parts.get("sharedStrings", "xl/sharedStrings.xml"))
    styles = package.parse(parts.get("styles", "xl/styles.xml"))
    properties = workbook.find("workbookPr")
    formats: dict[int, str] = {}
    numbers: list[int] = []
    if styles is not None:
        for one in styles.iter("numFmt"):
            formats[_int(one.get("numFmtId"))] = one.get("formatCode", "General")
        cell_formats = styles.find("cellXfs")
        numbers = [_int(one.get("numFmtId")) for one in cell_formats] if cell_formats is not None else []
    return _Book(
        tuple(_words(item) for item in strings if item.tag == "si") if strings is not None else (),
        tuple(numbers),
        formats,
        properties is not None and properties.get("date1904", "0") in ("1", "true"),
    )


def _int(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0


def _words(item: Element) -> str:
    """Join the runs of a text; how it is spoken (East Asian names) is no part of it."""
    return "".join(
        (part.text or "") if part.tag == "t" else (part.findtext("t") or "" if part.tag == "r" else "") for part in item
    )


def _grid(sheet: Element, book: _Book, most: int) -> list[list[str]]:
    """Return at most `most` rows of a sheet; a merged cell's words stand in each of its places.

    Empty rows stay: they part tables.
    """
    rows: list[list[str]] = []
    data = sheet.find("sheetData")
    for row in data if data is not None else ():
        number = _int(row.get("r")) or len(rows) + 1
        if number > most:
            break
        rows += [[] for _ in range(number - 1 - len(rows))]
        cells: list[str] = []
        for cell in row:
            place = _PLACE.fullmatch(cell.get("r", ""))
            column = _column(place["column"]) if place else len(cells)
            if cell.tag != "c" or column >= MOST_COLUMNS:
                continue
            cells += [""] * (column - len(cells))
            cells[column:] = [_shown(cell, book)]
        rows.append(cells)
    left = MOST_MERGED
    for merged in sheet.iter("mergeCell"):
        left = _spread(rows, merged.get("ref", ""), left)
    return rows


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shown(cell: Element, book: _Book) -> str:
    kind, value = cell.get("t", "n"), cell.findtext("v") or ""
    if kind == "s":
        at = _int(value)
        return book.strings[at] if at < len(book.strings) else ""
    if kind == "inlineStr":
        inside = cell.find("is")
        return _words(inside) if inside is not None else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    if kind == "d":
        return value.partition("T")[0]
    if kind != "n" or not value:
        return "" if kind == "e" else value
    style = _int(cell.get("s"))
    return shown_number(value, book.styles[style] if style < len(book.styles) else 0, book.formats, book.from_1904)


def _spread(rows: list[list[str]], places: str, left: int) -> int:
    """Give the words of a merged cell to each place it covers; return how many of `left` places are still to be had."""
    corners = [_PLACE.fullmatch(corner) for corner in places.split(":")]
    if len(corners) != 2 or not corners[0] or not corners[1]:
        return left
    top, first = int(corners[0]["row"]) - 1, _column(corners[0]["column"])
    bottom, right = int(corners[1]["row"]) - 1, min(_column(corners[1]["column"]), MOST_COLUMNS - 1)
    words = rows[top][first] if top < len(rows) and first < len(rows[top]) else ""
    covered = rows[top : bottom + 1] if words and right >= first else []
    if len(covered) * (right + 1 - first) > left:
        return left
    for row in covered:
        row += [""] * (right + 1 - len(row))
        row[first : right + 1] = spread(words, right + 1 - first)
    return left - len(covered) * (right + 1 - first)


def _article_header(rows: list[list[str]]) -> int | None:
    """Find the row that names a column 'text' or one of its other names."""
    for at, row in enumerate(rows[:MOST_ABOVE_HEADER]):
        names = {cell.strip().lower() for cell in row}
        if names & set(NAMES["text"]) and len(names - {""}) > 1:
            return at
    return None


def _articles(rows: list[list[str]], at: int, where: str) -> Iterator[RawArticle | Failure]:
    names = rows[at]
    for number, row in enumerate(rows[at + 1 :], at + 2):
        if not any(cell.strip() for cell in row):
            continue
        fields = {name: cell for name, cell in zip(names, row, strict=False) if name.strip()}
        place = f"{where}#{number}"
        try:
            article = read_row(fields, where, json.dumps(fields, ensure_ascii=False).encode(), Media.XLSX)
            yield article if article.id else replace(article, source=place)
        except InputError as error:
            yield Failure(place, f"{where} row {number}: {error}")


def _table(name: str, rows: list[list[str]]) -> str:
    """Write a sheet: its name where it has one of its own, and its tables."""
    written = write_sheet(rows)
    return written if not written or _PLAIN_NAME.fullmatch(name.strip()) else f"{name.strip()}\n\n{written}"
