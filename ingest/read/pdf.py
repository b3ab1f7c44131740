"""Read PDF files that carry a text layer."""

import logging
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from ingest.errors import InputError
from ingest.head.metadata import read_metadata
from ingest.raw import Media, RawArticle
from ingest.read.layout.columns import Flow, order_flows
from ingest.read.layout.headline import find_headline
from ingest.read.layout.hyphens import Joined, known_words
from ingest.read.layout.lines import Piece, cut_pieces, group_rows, usual_size
from ingest.read.layout.paragraphs import make_paragraphs
from ingest.read.layout.running import SMALL_TYPE, find_printed_day, find_running
from ingest.read.layout.spans import read_spans
from ingest.text.clean import clean_text

# Of a page's words so many must be the same by both ways of reading it; raised numbers and large letters differ.
ENOUGH = 0.85
# A file with more pages is a book; its text would be one article of millions of words.
MOST_PAGES = 2000
# An article's head stands within so many characters.
HEAD_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: the pieces of its lines with their places or, where those cannot be had, its plain text."""

    pieces: tuple[Piece, ...]
    plain: str


@dataclass(frozen=True, slots=True)
class _Print:
    """What the pages say together."""

    text: str
    headline: str | None
    """The paragraph in the largest type of the first page."""
    day: date | None
    """The one that the running heads print."""


def read_pdf(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a PDF: column after column, without running heads and page numbers.

    The document's own dates say when the file was made, not when the article appeared, and are left alone.
    Raises InputError for a damaged or encrypted file and for one that has only pictures of text.
    """
    printed = _read_print(_pages(raw, where))
    if not printed.text.strip():
        raise InputError(f"{where} has no text layer (scanned pages); run text recognition (OCR) on it first")
    yield RawArticle(
        source=where,
        raw=raw,
        text=printed.text,
        media=Media.PDF,
        title=printed.headline,
        published=None if printed.day is None or _says_day(printed) else printed.day,
    )


def _says_day(printed: _Print) -> bool:
    """Tell whether the article's own head says its day, which goes before that of the pages."""
    said = read_metadata(clean_text(printed.text[:HEAD_CHARACTERS]), title=printed.headline)
    return said.published is not None


def mend_broken_words(text: str) -> str:
    """Join words broken at line ends; the other line ends stay."""
    known = known_words(text)
    whole: list[Joined] = []
    for line in text.split("\n"):
        if whole and whole[-1].breaks(line, known):
            whole[-1].add(line, known)
        else:
            whole.append(Joined(line))
    return "\n".join(one.text for one in whole)


def _read_print(pages: Sequence[_Page]) -> _Print:
    """Read the paragraphs of all pages; where one has no places, its lines as they are."""
    rows = [group_rows(page.pieces) for page in pages]
    lines = [
        [row.text for row in found] if found else [line.strip() for line in page.plain.split("\n")]
        for page, found in zip(pages, rows, strict=True)
    ]
    usual = usual_size([piece for page in pages for piece in page.pieces])
    small = [
        [row.size < SMALL_TYPE * usual for row in found] if found else [False] * len(told)
        for found, told in zip(rows, lines, strict=True)
    ]
    blocks: list[str] = []
    flows: list[Flow] = []
    gutters: list[float] = []
    running = find_running(lines, small)
    for page, found, told, gone in zip(pages, rows, lines, running, strict=True):
        if page.pieces:
            kept = [piece for at, row in enumerate(found) if at not in gone for piece in row.pieces]
            flows += order_flows(kept, gutters)
            continue
        blocks += [*make_paragraphs(flows), mend_broken_words("\n".join(_inner(told, gone)))]
        flows = []
    blocks += make_paragraphs(flows)
    first = [row for at, row in enumerate(rows[0]) if at not in running[0]] if rows else []
    headline = find_headline(first, usual)
    day = find_printed_day(told[at] for told, gone in zip(lines, running, strict=True) for at in gone)
    return _Print("\n\n".join(blocks), headline if headline in blocks else None, day)


def _inner(lines: Sequence[str], gone: set[int]) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in gone]


def _pages(raw: bytes, where: str) -> list[_Page]:
    from pypdf import PdfReader

    # pypdf tells its repairs through logging and warnings; the user gets one line instead.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(f"{where} is encrypted; save it without a password")
            if len(reader.pages) > MOST_PAGES:
                raise InputError(f"{where} has more than {MOST_PAGES} pages; split it")
            pages = []
            for page in reader.pages:
                plain = page.extract_text() or ""
                pieces = cut_pieces(read_spans(page, plain))
                pages.append(_Page(tuple(pieces) if _same_words(pieces, plain) else (), plain))
            return pages
    except InputError:
        raise
    except Exception as error:  # pypdf raises errors of many kinds over damaged files
        raise InputError(
            f"{where} cannot be read as a PDF (damaged or cut off: {_first_line(error)}); get it again"
        ) from error


def _same_words(pieces: Sequence[Piece], plain: str) -> bool:
    """Tell that the places gave the same words as the plain text; a font without widths makes one of several."""
    words = Counter(plain.split())
    return (words & Counter(word for piece in pieces for word in piece.text.split())).total() >= ENOUGH * words.total()


def _first_line(error: Exception) -> str:
    return (str(error).split("\n", 1)[0] or type(error).__name__)[:80]
