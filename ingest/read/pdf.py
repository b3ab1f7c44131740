"""Read PDF files that carry a text layer."""

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from ingest.errors import InputError
from ingest.raw import Media, RawArticle

# A file with more pages is a book; its text would be one article of millions of words.
MOST_PAGES = 2000
# A line at the edge of this share of the pages is a running head.
RUNNING_SHARE = 0.5
FEWEST_RUNNING_PAGES = 3
_BROKEN_WORD = re.compile(r"(?P<head>[^\W\d_]{2,})-\n(?P<tail>[^\W\d_]{2,})")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W*", re.IGNORECASE)


def read_pdf(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a PDF.

    The document's own dates say when the file was made, not when the article appeared, and are left alone.
    Raises InputError for a damaged or encrypted file and for one that has only pictures of text.
    """
    pages = _without_running_heads(_pages(raw, where))
    text = mend_broken_words("\n\n".join(pages))
    if not text.strip():
        raise InputError(f"{where} has no text layer (scanned pages); run text recognition (OCR) on it first")
    yield RawArticle(source=where, raw=raw, text=text, media=Media.PDF)


def mend_broken_words(text: str) -> str:
    """Join words broken at line ends: without the hyphen where the text also has the whole word, else with it."""
    whole = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}

    def join(match: re.Match[str]) -> str:
        both = match["head"] + match["tail"]
        return both if both.casefold() in whole else f"{match['head']}-{match['tail']}"

    return _BROKEN_WORD.sub(join, text)


def _pages(raw: bytes, where: str) -> list[str]:
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
            return [page.extract_text() or "" for page in reader.pages]
    except InputError:
        raise
    except Exception as error:  # pypdf raises errors of many kinds over damaged files
        raise InputError(
            f"{where} cannot be read as a PDF (damaged or cut off: {_first_line(error)}); get it again"
        ) from error


def _without_running_heads(pages: list[str]) -> list[str]:
    """Drop page numbers, and lines that stand first or last on most pages."""
    lines = [[line.strip() for line in page.split("\n")] for page in pages]
    edges = Counter(line for page in lines for line in {page[0], page[-1]} if line)
    often = max(FEWEST_RUNNING_PAGES, RUNNING_SHARE * len(pages))
    running = {line for line, count in edges.items() if count >= often}
    return ["\n".join(_inner(page, running)) for page in lines]


def _inner(lines: list[str], running: set[str]) -> list[str]:
    for edge in (0, -1):
        while lines and (lines[edge] in running or _PAGE_NUMBER.fullmatch(lines[edge])):
            del lines[edge]
    return lines


def _first_line(error: Exception) -> str:
    return (str(error).split("\n", 1)[0] or type(error).__name__)[:80]
