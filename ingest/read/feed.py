"""Read RSS and Atom feeds: each entry is an article."""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from ingest.errors import InputError
from ingest.head.fields import read_authors, read_day
from ingest.page.fragment import fragment_to_text
from ingest.raw import Failure, Media, RawArticle
from ingest.read.sitemap import is_sitemap
from ingest.text.markup import markup_to_text

# An entry with fewer words only announces the page it links to.
FULL_TEXT_WORDS = 120
# The root element of a feed stands within so many bytes; feedparser is slow over other files.
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_ROOT_BYTES = 64 * 1024
# XHTML in an entry reaches some dozens; over what is nested without end feedparser takes time without end.
DEEPEST = 200
_LISTED = re.compile(rb"<(?:\w{1,20}:)?(?:url|sitemap)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed and whether it holds the whole text."""

    article: RawArticle
    full: bool


def read_feed(raw: bytes, where: str) -> Iterator[RawArticle | Failure]:
    """Yield an article for each entry with its own content; an entry without text is a Failure."""
    for entry in read_entries(raw, where):
        if entry.article.text.strip():
            yield entry.article
        else:
            yield Failure(entry.article.source, f"{entry.article.source}: the entry has no text; name its page instead")


def read_entries(raw: bytes, where: str) -> list[Entry]:
    """Read the entries of a feed; raises InputError when it is none."""
    if is_sitemap(raw):
        count = len(_LISTED.findall(raw))
        raise InputError(
            f"{where} is a sitemap: it lists {count:,} addresses and holds no article; name its web address "
            "and its pages are read, or name those of the articles"
        )
    if not _ROOT.search(raw[:_ROOT_BYTES].replace(b"\0", b"")):
        raise InputError(f"{where} is not an RSS or Atom feed; other XML files are not read")
    _check_depth(raw, where)
    import feedparser  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # A stream, because feedparser takes a string for an address and would fetch it.
        found = feedparser.parse(BytesIO(raw), sanitize_html=False)
    if not found.get("version") and not found.get("entries"):
        raise InputError(f"{where} is not an RSS or Atom feed; other XML files are not read")
    if not found["entries"]:
        raise InputError(f"{where} is a feed without entries; there is nothing to read")
    publisher = _text(found.get("feed", {}).get("title"))
    return [_entry(item, number, where, publisher) for number, item in enumerate(found["entries"], 1)]


def _check_depth(raw: bytes, where: str) -> None:
    """Raise InputError for elements nested too deep; what is no XML is left to feedparser, which mends much."""
    from xml.parsers.expat import ExpatError, ParserCreate

    depth = 0

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputError(f"{where} is nested too deep for a feed; it is not read")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(ExpatError, LookupError, ValueError):  # ... and those of encodings that it does not know
        parser.Parse(raw, True)


def _entry(item: Mapping[str, Any], number: int, where: str, publisher: str | None) -> Entry:
    content = max((part.get("value") or "" for part in item.get("content", [])), key=len, default="")
    title = _text(item.get("title"))
    body = fragment_to_text(max(content, item.get("summary") or "", key=len), title)
    given = _text(item.get("id"))
    link = item.get("link") or ""
    # The entry itself, as it was understood: the feed's bytes change with every other entry.
    raw = "\n".join(str(item.get(name) or "") for name in ("id", "title", "link", "published")) + "\n" + body
    article = RawArticle(
        source=f"{where}#{given or number}",
        raw=raw.encode("utf-8", "replace"),
        text=body,
        media=Media.FEED,
        title=title,
        publisher=_text((item.get("source") or {}).get("title")) or publisher,
        authors=read_authors([part.get("name") for part in item.get("authors", []) if part]),
        published=read_day(item.get("published")) or _day(item.get("published_parsed")),
        url=link if link.startswith(("http://", "https://")) else None,
        id=given,
    )
    return Entry(article, bool(content) and len(body.split()) >= FULL_TEXT_WORDS)


def _day(parsed: Any) -> date | None:
    """Read the day of a time in UTC; for forms of date that are not read as printed."""
    try:
        return date(*parsed[:3]) if parsed else None
    except (TypeError, ValueError):
        return None


def _text(value: object) -> str | None:
    return markup_to_text(value).replace("\n", " ").strip() or None if isinstance(value, str) else None
