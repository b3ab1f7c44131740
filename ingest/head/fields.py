"""Read the fields of a row, of front matter and of feed entries: names vary, types too."""

import html
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ingest.errors import InputError
from ingest.head.people import LONGEST_BYLINE, read_byline, turn_name
from ingest.head.stamps import parse_stamp
from ingest.raw import Media, RawArticle
from ingest.text.markup import has_markup, markup_to_text

# The names a field goes by, the preferred one first; German, French, Spanish, Italian, Portuguese and Dutch behind.
NAMES = {
    "id": ("id", "article_id", "uid", "guid", "_id"),
    "title": (
        "title", "headline", "titel", "überschrift", "ueberschrift", "schlagzeile", "titre", "título", "titulo",
        "titular", "titolo", "kop",
    ),
    "text": (
        "text", "body", "content", "article", "maintext", "full_text", "article_body", "articlebody", "full text",
        "volltext", "inhalt", "texte", "contenu", "texto", "contenido", "conteúdo", "conteudo", "cuerpo", "testo",
        "contenuto", "tekst", "inhoud",
    ),
    "published": (
        "published", "date", "published_at", "publish_date", "date_publish", "publishedat", "datepublished",
        "publication_date", "pub_date", "pubdate", "published_date", "published_time", "datetime", "publication date",
        "date published", "datum", "erscheinungsdatum", "veröffentlicht", "publié", "date de publication", "fecha",
        "fecha de publicación", "data", "data di pubblicazione", "data de publicação", "publicatiedatum",
    ),
    "publisher": (
        "publisher", "source", "outlet", "publication", "sitename", "site_name", "newspaper", "source_name", "quelle",
        "zeitung", "medium", "journal", "éditeur", "fuente", "medio", "periódico", "fonte", "testata", "giornale",
        "jornal", "bron", "krant",
    ),
    "authors": (
        "authors", "author", "byline", "by", "autor", "autoren", "autorin", "verfasser", "auteur", "auteurs", "autores",
        "autora", "autore", "autori",
    ),
    "url": ("url", "link", "canonical_url", "source_url", "web_url", "enlace", "lien", "adresse"),
}  # fmt: skip
# A name that is not one of a person ("Tarn Desk") is shorter.
LONGEST_NAME = 100
# What fields of authors hold where nobody is named.
_NOBODY = frozenset("admin administrator webmaster root user anonymous unknown none null n/a na".split())
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+", re.IGNORECASE)
_BY = re.compile(r"\s*(?:by|par|por)\s+(?=\S)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^\(([^()]*)\)$")
_AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,20});", re.IGNORECASE)
# Titles are escaped once too often, or twice.
_MOST_ESCAPES = 2


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
        "title": _title(_pick(row, "title")),
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
    """Read author names from a string, a list of strings, or a list of objects with a name.

    Addresses of pages and of mail are nobody's name; "Falk, Ines" is turned round.
    """
    if isinstance(value, str):
        return _read_names(markup_to_text(value) if has_markup(value) else value)
    if isinstance(value, Mapping):
        return read_authors(value.get("name"))
    if isinstance(value, list | tuple):
        return tuple(dict.fromkeys(name for item in value for name in read_authors(item)))
    return ()


def _read_names(words: str) -> tuple[str, ...]:
    words = words.strip()
    by = _BY.match(words) if len(words) <= LONGEST_BYLINE else None
    bare = _ADDRESS.sub(" ", words[by.end() if by else 0 :][:LONGEST_BYLINE]).strip(" \t\r\n<>")
    bare = _IN_BRACKETS.sub(r"\1", bare)
    turned = "; ".join(map(_turn_names, bare.split(";")))
    if bare.lower() in _NOBODY:
        return ()
    return read_byline(turned) or ((bare,) if 0 < len(bare) <= LONGEST_NAME and len(words) <= LONGEST_NAME else ())


def _turn_names(words: str) -> str:
    """Turn "Falk, Ines" round, and "Falk, Ines and Pell, Jory" where each of the names can be turned."""
    parts = [part.strip() for part in _AND.split(words)]
    turned = [turn_name(part) for part in parts]
    return " and ".join(turned) if all(map(str.__ne__, parts, turned)) else words.strip()


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


def _title(value: object) -> str | None:
    """Read a title; services write its signs as entities, which no title has."""
    found = _string(value)
    for _ in range(_MOST_ESCAPES):
        if found and _ENTITY.search(found):
            found = html.unescape(found).strip() or None
    return found


def _publisher(value: object) -> str | None:
    return _string(value.get("name") or value.get("title")) if isinstance(value, Mapping) else _string(value)


def _address(value: object) -> str | None:
    found = _string(value)
    return found if found and found.lower().startswith(("http://", "https://")) else None


def _kind(row: object) -> str:
    kinds = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}
    return kinds.get(type(row), "null")
