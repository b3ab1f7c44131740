"""Find the list of articles in a JSON document, and what the document says of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.errors import InputError
from ingest.head.fields import NAMES

# Where services put the list, one inside another, the commonest first.
_PLACES: tuple[tuple[str, ...], ...] = (
    ("articles",),
    ("data",),
    ("items",),
    ("results",),
    ("documents",),
    ("rows",),
    ("response", "results"),
    ("response", "docs"),
    ("articles", "results"),
    ("response", "data"),
    ("news",),
    ("posts",),
    ("feed",),
    ("stories",),
    ("docs",),
    ("value",),
    ("entries",),
)
# Where a reply about one article puts it.
_SINGLE = (("response", "content"), ("article",), ("data",))
_JSON_FEED = "jsonfeed.org/version/"
# What an article is known by where its text is missing or called something else.
ARTICLE_NAMES = frozenset(
    {*NAMES["text"], *NAMES["title"], "webtitle", "content_html", "content_text", "description", "summary", "abstract"}
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a document, and the values that hold for each row that says nothing else."""

    rows: list[object]
    shared: dict[str, Any] = field(default_factory=dict)


def find_listing(document: object) -> Listing | None:
    """Find the list of articles; None when there is none whose items have a title or a text."""
    if isinstance(document, list):
        return Listing(document) if not document or any(map(_is_row, document)) else None
    if not isinstance(document, Mapping):
        return None
    for place in _PLACES:
        found = _at(document, place)
        if isinstance(found, list) and (not found or any(map(_is_row, found))):
            return Listing(found, _shared(document))
    return next((Listing([found]) for place in _SINGLE if _is_row(found := _at(document, place))), None)


def say_unreadable(document: object, where: str) -> InputError:
    """Make the error of a document that holds no articles: what the service said, or the forms that are read."""
    if isinstance(document, Mapping) and isinstance(document.get("message"), str):
        said = " ".join(document["message"].split())[:120]
        return InputError(f"{where} holds no articles but a message of the service ({said}); ask it again")
    return InputError(
        f'{where} holds no articles in a form that is read; expected a list of objects with "text" (alone or under '
        '"articles"), a reply of NewsAPI, the Guardian, the New York Times or GDELT, or a JSON Feed'
    )


def is_json_feed(document: object) -> bool:
    """Tell a document that says it is a JSON Feed."""
    return isinstance(document, Mapping) and _JSON_FEED in str(document.get("version"))


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and any(str(name).strip().lower() in ARTICLE_NAMES for name in row)


def _at(document: Mapping[str, Any], place: tuple[str, ...]) -> object:
    found: object = document
    for name in place:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _shared(document: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a feed says of all its items: its name is the publisher, its authors wrote what names no others."""
    if not is_json_feed(document):
        return {}
    given = {"publisher": document.get("title"), "authors": document.get("authors") or document.get("author")}
    return {name: value for name, value in given.items() if value}
