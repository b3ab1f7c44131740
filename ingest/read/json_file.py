"""Read JSON documents: one article, a list of them, or the reply of a news service that holds the list."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ingest.errors import InputError
from ingest.head.fields import NAMES
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.replies.lists import find_listing, say_unreadable
from ingest.read.replies.row import read_reply_row
from ingest.read.rows import parse_json
from ingest.text.decode import decode


def read_json(raw: bytes, where: str) -> Iterator[RawArticle | Failure | Note]:
    """Yield the articles of a JSON document; a bad one is a Failure that names its number, from 1."""
    try:
        document = parse_json(decode(raw, where))
    except InputError as error:
        raise InputError(f"{where}: {error}") if where not in str(error) else error from error
    if _is_article(document):
        yield read_reply_row(document, where, where, raw, Media.JSON)
        return
    listing = find_listing(document)
    if listing is None:
        raise say_unreadable(document, where)
    if not listing.rows:
        raise InputError(f"{where} holds an empty list; there is nothing to read")
    for number, row in enumerate(listing.rows, 1):
        place = f"{where}#{number}"
        try:
            given = _with_shared(row, listing.shared)
            article = read_reply_row(given, where, place, json.dumps(given).encode(), Media.JSON)
            yield article if isinstance(article, Note) or article.id else replace(article, source=place)
        except (InputError, RecursionError) as error:
            yield Failure(place, f"{where} article {number}: {error}")


def _is_article(document: object) -> bool:
    return isinstance(document, Mapping) and any(isinstance(document.get(name), str) for name in NAMES["text"])


def _with_shared(row: object, shared: Mapping[str, Any]) -> object:
    """Add to a row what its feed says of all of them; an author of its own counts alone."""
    if not shared or not isinstance(row, Mapping):
        return row
    own = {name: value for name, value in row.items() if value}
    return {**{name: value for name, value in shared.items() if name != "authors" or "author" not in own}, **own}
