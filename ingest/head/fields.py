"""Read the fields of a row, of front matter and of feed entries: names vary, types too."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ingest.errors import InputError
from ingest.head.headline import read_byline
from ingest.head.stamps import parse_stamp
from ingest.raw import Media, RawArticle
from ingest.text.markup import has_markup, markup_to_text

# The names a field goes by, the preferred one first.
NAMES = {
    "id": ("id", "article_id", "uid", "guid", "_id"),
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "article", "maintext", "full_text", "article_body", "articlebody"),
    "published": (
        "published", "date", "published_at", "publish_date", "date_publish", "publishedat", "datepublished",
        "publication_date", "pub_date", "pubdate", "published_date", "published_time", "datetime",
    ),
    "publisher": ("publisher", "source", "outlet", "publication", "sitename", "site_name", "newspaper", "source_name"),
    "authors": ("authors", "author", "byline", "by"),
    "url": ("url", "link", "canonical_url", "source_url", "web_url"),
}  # fmt: skip


def read_row(row: object, source: str, raw: bytes, media: Media) -> RawArticle:
    """Make a raw article of a mapping with the fields of NAMES; raises InputError that says what is wrong."""
    if not isinstance(row, Mapping):
        raise InputError(f"a row must be an object with fields, this one is {_kind(row)}")
    row = {str(key).strip().lower(): value for key, value in row.items()}
    text = _pick(row, "text")
    if not isinstance(text, str) or not text.strip():
        missing = "has no field 'text'" if text is None else "has an empty 'text'"
        raise InputError(f"the row {missing}" if text is None or isinstance(text, str) else "'text' is not a string")
    given = _string(_pick(row, "id"))
    return RawArticle(
        source=f"{source}#{given}" if given else source,
        raw=raw,
        text=markup_to_text(text) if has_markup(text) else text,
        media=media,
        id=given,
        **read_given(row),
    )


def read_given(row: Mapping[str, object]) -> dict[str, Any]:
    """Read title, publisher, authors, published and url of a mapping; what is absent or unreadable is None."""
    return {
        "title": _string(_pick(row, "title")),
        "publisher": _publisher(_pick(row, "publisher")),
        "authors": read_authors(_pick(row, "authors")),
        "published": read_day(_pick(row, "published")),
        "url": _address(_pick(row, "url")),
    }


def read_day(value: object) -> date | None:
    """Read a publication date: a date, or a string that states one day and no other."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_stamp(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None


def read_authors(value: object) -> tuple[str, ...]:
    """Read author names from a string, a list of strings, or a list of objects with a name."""
    if isinstance(value, str):
        bare = value.strip().removeprefix("By ").removeprefix("by ").strip()
        return read_byline(bare) or ((bare,) if 0 < len(bare) <= 100 else ())
    if isinstance(value, Mapping):
        return read_authors(value.get("name"))
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(name for item in value for name in read_authors(item)))
    return ()


def _pick(row: Mapping[str, object], field: str) -> object:
    """Take the first of a field's names that has a value."""
    for name in NAMES[field]:
        value = row.get(name)
        if value is not None and value != "" and value == value:
            return value
    return "" if any(row.get(name) == "" for name in NAMES[field]) else None


def _string(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return re.sub("[\ud800-\udfff]", "\ufffd", str(value)).strip() or None


def _publisher(value: object) -> str | None:
    return _string(value.get("name") or value.get("title")) if isinstance(value, Mapping) else _string(value)


def _address(value: object) -> str | None:
    found = _string(value)
    return found if found and found.lower().startswith(("http://", "https://")) else None


def _kind(row: object) -> str:
    kinds = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}
    return kinds.get(type(row), "null")
