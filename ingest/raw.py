"""What reading hands to preparing: sources, raw articles, notes and failures."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Media(StrEnum):
    """The format a source is read as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    XLSX = "xlsx"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    FEED = "feed"
    MAIL = "mail"
    WARC = "warc"
    STREAM = "stream"


@dataclass(frozen=True, slots=True)
class Source:
    """One file or web address that articles are read from."""

    location: str
    """A path, or an http(s) address."""
    media: Media | None = None
    """None for an address: its media is known once it was fetched."""
    allow_private: bool = False
    """For an address: private and loopback hosts may be asked too."""

    @property
    def is_address(self) -> bool:
        """True when `location` is a web address and not a file."""
        return self.media is None


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as it came, its markup turned into plain text but nothing cleaned yet."""

    source: str
    """The file, `file#id` or `file#line` of a row, or the address."""
    raw: bytes = field(repr=False)
    text: str
    media: Media
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None
    id: str | None = None
    """The id its row gives it, else None."""
    notes: tuple[str, ...] = ()
    """What a reader of the article must know of how it came: that it is cut, that it is only a summary."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that did not become an article."""

    source: str
    reason: str
    """One line: what is wrong, where, and what to do next."""
    gone: bool = False
    """The server of a web address says that there is nothing there, or no more."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be told of an input that was read: what was left out of it, or is not whole. No failure."""

    source: str
    reason: str
    """One line."""
