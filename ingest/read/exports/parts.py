"""What the readers of archive exports share: an article in the making, labelled lines, wrapped paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.head.fields import read_authors
from ingest.head.outlets import is_role
from ingest.head.people import read_byline
from ingest.text.blocks import WIDEST_WRAP, joins

# Archives wrap at 60 to 80 signs; narrower lines are lists and addresses.
NARROWEST_EXPORT = 40
# Of lines that another follows, at least this share ends in mid-sentence where a text is wrapped.
OPEN_SHARE = 0.6
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_RIGHTS = re.compile(
    r"\W*(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits)", re.IGNORECASE
)
_PAGE = re.compile(r"(?:page|seite)\s\d+\s(?:of|von|de)\s\d+|\f", re.IGNORECASE)
_RULE = re.compile(r"[_=*\-]{5,}")


@dataclass(slots=True)
class Found:
    """One article of an export while it is read; lines still stand as the file breaks them."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    lines: list[str] = field(default_factory=list)
    """The lines of its text; "" parts paragraphs."""
    notes: list[str] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """How many lines of the file went into it: its text, and one for each field."""
        fields = (self.title, self.publisher, self.authors, self.published)
        return sum(map(bool, fields)) + sum(bool(line.strip()) for line in self.lines)

    def add_paragraph(self, lines: Sequence[str]) -> None:
        """Add a paragraph to the text."""
        self.lines += ["", *lines]


@dataclass(frozen=True, slots=True)
class Export:
    """A file as the articles of the archive it came from."""

    archive: str
    articles: tuple[Found, ...]


def wrap_width_of(articles: Iterable[Found]) -> int | None:
    """Measure the width at which a file was wrapped over all its articles; None when it was not.

    One article of two lines says nothing of it, a file of many does.
    """
    pairs = [
        line
        for article in articles
        for line, after in zip(article.lines, article.lines[1:], strict=False)
        if line.strip() and after.strip()
    ]
    width = max(map(len, pairs), default=0)
    still_open = sum(not _ENDS.search(line[-8:]) for line in pairs)
    wrapped = NARROWEST_EXPORT <= width <= WIDEST_WRAP and still_open >= OPEN_SHARE * len(pairs)
    return width if wrapped else None


def unwrap_paragraphs(lines: Sequence[str], width: int | None) -> str:
    """Put each paragraph on one line, with a blank line between two."""
    whole: list[str] = []
    parts: list[str] = []
    for line, goes_on in zip(lines, joins(lines, width), strict=True):
        parts.append(line.strip())
        if not goes_on:
            whole.append(" ".join(part for part in parts if part))
            parts = []
    return "\n\n".join(paragraph for paragraph in whole if paragraph)


def read_names(value: str) -> tuple[str, ...]:
    """Read the authors of a field; "Pell, Jory; Falk, Ines" is turned round, a job is nobody."""
    return read_authors(value) if not is_role(value) or read_byline(value) else ()


def is_rights(line: str) -> bool:
    """Tell whether a line says whose the rights are."""
    return bool(_RIGHTS.match(line))


def is_page_mark(line: str) -> bool:
    """Tell a page number or a rule of signs."""
    return bool(_PAGE.fullmatch(line.strip()) or _RULE.fullmatch(line.strip()))


def one_line(lines: Iterable[str]) -> str:
    """Join lines to one, with single spaces."""
    return " ".join(" ".join(lines).split())
