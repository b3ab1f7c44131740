"""Read rows: JSONL and CSV, streamed, so that memory does not grow with the file."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import BinaryIO

from ingest.errors import InputError
from ingest.head.fields import NAMES, read_row
from ingest.head.stamps import Order, prove_order, settle_order
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.replies.row import read_reply_row
from ingest.tables.sheet import is_table, sheet_title, write_sheet
from ingest.text.decode import decode, sniff_encoding

# One row is one article; a longer line is no row.
MOST_ROW_CHARACTERS = 16 * 2**20
# A longer file is data for a program, not a table that anyone reads.
MOST_TABLE_ROWS = 5000
_HEAD_BYTES = 256 * 1024
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"?')
# The line by which Excel tells itself the delimiter.
_SEPARATOR = re.compile(r'"?sep=(?P<sign>[,;\t|])"?', re.IGNORECASE)


def read_jsonl(stream: BinaryIO, where: str) -> Iterator[RawArticle | Failure | Note]:
    """Yield one article for each line that holds a JSON object; a bad line is a Failure that names it."""
    empty = True
    for number, line in enumerate(_lines(stream, where), 1):
        if not line.strip():
            continue
        empty = False
        place = f"{where}#{number}"
        try:
            yield _read_line(line, place, where)
        except InputError as error:
            yield Failure(place, f"{where} line {number}: {error}")
    if empty:
        raise InputError(f"{where} is empty; there is nothing to read")


def read_csv(stream: BinaryIO, where: str) -> Iterator[RawArticle | Failure]:
    """Yield one article for each row below the header line; a bad row is a Failure that names its line.

    A day such as 03/04/2022 is read as the other rows prove that the file writes its days. Rows of names and numbers
    without a column of texts are one article, a table.
    """
    csv.field_size_limit(MOST_ROW_CHARACTERS)
    order = _day_order(stream, where)
    names: list[str] = []
    rows = _rows_of(stream, where)
    for row in rows:
        if not names:
            names = [name.strip(" \t\ufeff") for name in row.cells]
            if {name.lower() for name in names} & set(NAMES["text"]):
                continue
            if table := _one_table(names, rows, stream, where):
                yield table
                return
            raise InputError(f"{where} has no column 'text' in its first line; name the columns id, title, text ...")
        place = f"{where}#{row.number}"
        try:
            if row.error:
                raise row.error
            if any(cell.strip() for cell in row.cells):
                yield _read_cells(names, _settled(names, row, order), place, where)
        except (csv.Error, InputError) as error:
            yield Failure(place, f"{where} line {row.number}: {error}")


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, the number of its line and the row as it is printed."""

    cells: list[str]
    number: int
    printed: str
    error: csv.Error | None = None


def _rows_of(stream: BinaryIO, where: str) -> Iterator[_Row]:
    """Yield the names of the columns, then the rows."""
    taken: list[str] = []
    lines = _record(_lines(stream, where, newline=""), taken)
    header = next((line for line in lines if line.strip()), "")
    told = _SEPARATOR.fullmatch(header.strip())
    if told:
        header = next(lines, "")
    skipped = len(taken) - 1
    rows = csv.reader(chain([header], lines), delimiter=told["sign"] if told else _delimiter(header), strict=True)
    yield _Row(_first(rows, where), 1, "")
    while True:
        taken.clear()
        number = rows.line_num + skipped + 1
        try:
            row = next(rows, None)
            if row is None:
                return
            yield _Row(row, number, "".join(taken))
        except csv.Error as error:
            yield _Row([], number, "", error)


def _day_order(stream: BinaryIO, where: str) -> Order | None:
    """Find the order in which a file writes its days; None where nothing proves it, or rows prove both."""
    columns: list[int] | None = None
    proved: set[Order] = set()
    for row in _rows_of(stream, where):
        if columns is None:
            columns = _day_columns(row.cells)
            if not columns:
                break
            continue
        found = (prove_order(row.cells[at]) for at in columns if at < len(row.cells))
        proved |= {order for order in found if order}
        if len(proved) > 1:
            break
    return proved.pop() if len(proved) == 1 else None


def _day_columns(names: list[str]) -> list[int]:
    return [at for at, name in enumerate(names) if name.strip(" \t\ufeff").lower() in NAMES["published"]]


def _settled(names: list[str], row: _Row, order: Order | None) -> _Row:
    """Write the days of a row that have two readings as the file's order gives them, in what is kept of it too."""
    for at in _day_columns(names) if order else ():
        cell = row.cells[at] if at < len(row.cells) else ""
        settled = settle_order(cell, order) if order else cell
        if settled != cell:
            cells = [*row.cells[:at], settled, *row.cells[at + 1 :]]
            row = replace(row, cells=cells, printed=row.printed.replace(cell, settled, 1))
    return row


def parse_json(text: str) -> object:
    """Parse JSON; raises InputError for what is not JSON, is nested too deep or has a number beyond reason."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")  # "Invalid control character at": Python's own sentence would go on
        raise InputError(f"not valid JSON ({what} at column {error.colno}); mend or delete it") from error
    except (RecursionError, ValueError) as error:
        raise InputError("not usable JSON (nested too deep, or a number too long)") from error


def _read_line(line: str, place: str, where: str) -> RawArticle | Note:
    if len(line) > MOST_ROW_CHARACTERS:
        raise InputError(f"longer than {MOST_ROW_CHARACTERS // 2**20} million characters, too long for one article")
    found = read_reply_row(parse_json(line), where, place, _bytes(line), Media.JSONL)
    return found if isinstance(found, Note) else _place(found, place)


def _read_cells(names: list[str], row: _Row, place: str, where: str) -> RawArticle:
    cells = row.cells
    while len(cells) > len(names) and not cells[-1].strip():
        cells = cells[:-1]  # a delimiter behind the last cell
    if len(cells) > len(names):
        raise InputError(f"{len(cells)} cells under {len(names)} column names; quote the cells that hold a delimiter")
    return _place(read_row(dict(zip(names, cells, strict=False)), where, _bytes(row.printed), Media.CSV), place)


def _one_table(names: list[str], rows: Iterator[_Row], stream: BinaryIO, where: str) -> RawArticle | None:
    """Read all rows as one table; None where they are none, or were meant as articles."""
    if {name.lower() for name in names} & {*NAMES["title"], *NAMES["url"], *NAMES["authors"]}:
        return None
    found = list(islice(rows, MOST_TABLE_ROWS))
    grid = [names, *(row.cells for row in found)]
    if any(row.error for row in found) or not is_table(grid):
        return None
    text = write_sheet(grid)
    stream.seek(0)
    return RawArticle(source=where, raw=stream.read(), text=text, media=Media.CSV, title=sheet_title(text, where))


def _place(article: RawArticle, place: str) -> RawArticle:
    """Name the row by its line when it has no id of its own."""
    if article.id:
        return article
    return replace(article, source=place)


def _bytes(line: str) -> bytes:
    return line.rstrip("\r\n").encode("utf-8", "surrogatepass")


def _delimiter(header: str) -> str:
    """Choose the sign that parts the names of the columns; what stands in quotes does not count."""
    return max(_DELIMITERS, key=_QUOTED.sub("", header).count)


def _first(rows: Iterator[list[str]], where: str) -> list[str]:
    """Read the names of the columns, which may hold line ends in quotes."""
    try:
        return next(rows, [])
    except csv.Error as error:
        raise InputError(f"{where} line 1: {error}; mend the names of the columns") from error


def _record(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line.replace("\0", "")


def _lines(stream: BinaryIO, where: str, newline: str = "\n") -> Iterator[str]:
    """Decode a stream line by line; a line that is not in the file's encoding is decoded by itself."""
    stream.seek(0)
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    encoding = sniff_encoding(head, where)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    reader = io.TextIOWrapper(stream, encoding, errors, newline=newline)
    try:
        while line := reader.readline(MOST_ROW_CHARACTERS + 1):
            if len(line) > MOST_ROW_CHARACTERS:
                _skip_line(reader)
            yield _repair(line, where) if errors == "surrogateescape" else line
    finally:
        if not stream.closed:
            reader.detach()


def _skip_line(reader: io.TextIOWrapper) -> None:
    while (rest := reader.readline(MOST_ROW_CHARACTERS)) and not rest.endswith("\n"):
        pass


def _repair(line: str, where: str) -> str:
    """Decode again a line whose bytes were no UTF-8."""
    if not any("\udc80" <= sign <= "\udcff" for sign in line) if not line.isascii() else True:
        return line
    return decode(line.encode("utf-8", "surrogateescape"), where)
