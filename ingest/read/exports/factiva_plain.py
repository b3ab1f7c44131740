"""Read Factiva articles without field codes: title, words, date, paper, text, "Document" and a number."""

import re
from collections.abc import Sequence

from ingest.head.outlets import is_outlet
from ingest.head.people import MOST_NAME_WORDS, Prose, read_byline, read_unsigned
from ingest.head.stamps import find_stamps
from ingest.read.exports.parts import Export, Found, is_page_mark, is_rights, one_line, read_names

# Every article ends in the number the archive keeps it under: a code, a day, a serial.
_END = re.compile(r"(?:document|dokument|documento)\s[A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}", re.IGNORECASE)
_WORDS = re.compile(r"[\d.,' ]+\s?(?:words|wörter|mots|palabras|parole|woorden|palavras)", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[AP]M)?(?:\s?\w+)?", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_NUMBERS = re.compile(r"[A-Z]{0,2}\d[\w.-]{0,5}|(?:page|pg|volume|vol|issue|no|number|edition)\b.{0,30}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Z][a-z]{3,}(?: \([\w ]+\)| - \w+)?")
# How far below the word count the copyright line stands.
_HEAD_LINES = 14


def read_factiva_plain(lines: list[str]) -> Export | None:
    """Read the lines of a file as a Factiva export without codes; None when it is none."""
    ends = [at for at, line in enumerate(lines) if _END.fullmatch(line.strip())]
    starts = [-1, *ends]
    parts = [lines[a + 1 : b] for a, b in zip(starts, ends, strict=False)]
    counts = [_word_line(part) for part in parts]
    if not ends or any(count is None for count in counts):
        return None
    found = tuple(_read(part, at) for part, at in zip(parts, counts, strict=True) if at is not None)
    return Export("Factiva", found)


def _word_line(part: Sequence[str]) -> int | None:
    """Find the line "212 words", which parts title and authors from date and paper."""
    return next((at for at, line in enumerate(part) if _WORDS.fullmatch(line.strip())), None)


def _read(part: Sequence[str], at: int) -> Found:
    above = [line.strip() for line in part[:at] if line.strip() and not is_page_mark(line)]
    found = Found()
    if len(above) > 1 and _is_byline(above[-1], Prose("\n".join(part)), surely=len(above) > 2):
        found.authors = read_names(above.pop())
    # A section or a column may stand above the title; the title is the line before the authors.
    found.title = above[-1] if above else None
    body = _read_fields(found, part, at + 1)
    found.add_paragraph([line.strip() for line in part[body:]])
    return found


def _is_byline(line: str, prose: Prose, *, surely: bool) -> bool:
    """Tell the line of the authors from a title; `surely` where a section and a title stand above it."""
    if line.lower().startswith("by ") or read_unsigned(line, prose):
        return True
    return surely and (is_outlet(line) or (bool(read_byline(line)) and len(line.split()) <= MOST_NAME_WORDS))


def _read_fields(found: Found, part: Sequence[str], at: int) -> int:
    """Read date and paper from the lines below the word count; return where the text begins."""
    rights = next((n for n in range(at, min(at + _HEAD_LINES, len(part))) if is_rights(part[n].strip())), None)
    for number in range(at, len(part)):
        line = part[number].strip()
        if not line:
            if rights is None and found.published and found.publisher:
                return number
            continue
        if number == rights:
            return next((n for n in range(number, len(part)) if not part[n].strip()), len(part))
        stamps = find_stamps(line)
        if stamps and found.published is None and found.publisher is None:
            found.published = stamps[0].day
        elif found.publisher is None and found.published and not _CLOCK.fullmatch(line):
            found.publisher = one_line([line])
        elif rights is None and found.publisher and not _is_code(line):
            return number
    return len(part)


def _is_code(line: str) -> bool:
    return any(form.fullmatch(line) for form in (_SOURCE_CODE, _NUMBERS, _LANGUAGE, _CLOCK))
