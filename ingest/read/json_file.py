"""Read JSON documents: one article, a list of them, or an object that holds the list."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.errors import InputError
from ingest.head.fields import NAMES, read_row
from ingest.raw import Failure, Media, RawArticle
from ingest.read.rows import parse_json
from ingest.text.decode import decode

# Where the list of articles stands in documents of other programs.
_LISTS = ("articles", "data", "items", "results", "documents", "rows")


def read_json(raw: bytes, where: str) -> Iterator[RawArticle | Failure]:
    """Yield the articles of a JSON document; a bad one is a Failure that names its number, from 1."""
    try:
        document = parse_json(decode(raw, where))
    except InputError as error:
        raise InputError(f"{where}: {error}") if where not in str(error) else error from error
    if _is_article(document):
        yield read_row(document, where, raw, Media.JSON)
        return
    for number, row in enumerate(_rows(document, where), 1):
        place = f"{where}#{number}"
        try:
            article = read_row(row, where, json.dumps(row).encode(), Media.JSON)
            yield article if article.id else replace(article, source=place)
        except (InputError, RecursionError) as error:
            yield Failure(place, f"{where} article {number}: {error}")


def _is_article(document: object) -> bool:
    return isinstance(document, Mapping) and any(isinstance(document.get(name), str) for name in NAMES["text"])


def _rows(document: object, where: str) -> list[object]:
    found = document
    if isinstance(document, Mapping):
        found = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
    if not isinstance(found, list):
        raise InputError(f'{where} holds no articles; expected a list of objects with "text", or {{"articles": [...]}}')
    if not found:
        raise InputError(f"{where} holds an empty list; there is nothing to read")
    return found
