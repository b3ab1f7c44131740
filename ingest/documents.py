"""Make a document of a raw article: clean, read metadata, cut, sign."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from urllib.parse import urlsplit, urlunsplit

from ingest.copies import sign
from ingest.errors import InputError
from ingest.head.metadata import make_title, read_metadata
from ingest.page.clocks import date_posts, part_posts
from ingest.raw import RawArticle
from ingest.text.chunks import cut_chunks
from ingest.text.clean import clean_text, repair
from ingest.text.gates import note_cut
from ingest.text.sentences import split_sentences
from ingest.types import Article, Document, Figure, Sentence
from ingest.version import INGEST_VERSION as INGEST_VERSION

# 64 bits: among a million articles the chance that two share an id is 3e-8.
ID_LENGTH = 16
MOST_FIELD_CHARACTERS = 300
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|h\d|i|img|mark|p|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.I
)
_TRACKING = re.compile(r"(?:^|&)(?:utm_[^=&]*|fbclid|gclid|mc_cid|mc_eid|cmpid|ocid)=[^&]*", re.I)


def prepare(raw: RawArticle) -> Document:
    """Turn a raw article into everything the index stores of it.

    What the source states (title, publisher, date ...) goes before what the text's head says. Raises
    InputError when no text is left after cleaning.
    """
    title = _field(raw.title)
    cleaned = clean_text(part_posts(raw.text, title))
    read = read_metadata(cleaned, title=title)
    if not read.text:
        raise InputError(f"{raw.source} holds no article text once menus and footers are dropped; check the file")
    title = _field(read.title) or make_title(read.text)
    published = raw.published or read.published
    text = note_cut(date_posts(read.text, title, published), cleaned.dropped)
    article = Article(
        id="",
        title=title,
        text=text,
        source=_field(raw.source) or raw.source,
        publisher=_field(raw.publisher) or _field(read.publisher),
        authors=tuple(name for name in map(_field, raw.authors or read.authors) if name),
        published=published,
        url=_field(raw.url, 2000),
    )
    article = replace(article, id=_make_id(article, raw))
    sentences = split_sentences(article.text)
    return Document(
        article=article,
        raw=raw.raw,
        digest=_digest(raw),
        sentences=sentences,
        chunks=cut_chunks(article.text, sentences, title=article.title),
        figures=_figures(article, sentences),
        signature=sign(article.text),
    )


def _field(value: str | None, longest: int = MOST_FIELD_CHARACTERS) -> str | None:
    """Make one clean line of a field, without tags; None when nothing is left."""
    if value is None:
        return None
    return " ".join(_TAG.sub("", repair(value[: 4 * longest])).split())[:longest].strip() or None


def _make_id(article: Article, raw: RawArticle) -> str:
    """Derive the id from the url, else from the content, for a row with its own id and its file's name.

    The publisher is part of the content, so that each paper that prints a wire story keeps its own article. A row's
    id alone would not do: two folders may each hold a rows.jsonl that counts from 1, and one would replace the other.
    """
    content = (article.publisher or "", article.title, article.text)
    if article.url:
        parts: tuple[str, ...] = ("url", _plain_url(article.url))
    elif raw.id:
        parts = ("row", PurePath(raw.source.rsplit("#", 1)[0]).name, raw.id, *content)
    else:
        parts = ("text", *content)
    return _hash(*(part.encode("utf-8", "replace") for part in parts))[:ID_LENGTH]


def _plain_url(url: str) -> str:
    """Drop what does not tell pages apart: case of the host, fragment, tracking parameters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = _TRACKING.sub("", parts.query).lstrip("&")
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", query, ""))


def _digest(raw: RawArticle) -> str:
    return _hash(str(INGEST_VERSION).encode(), raw.raw)


def _hash(*parts: bytes) -> str:
    """Hash parts with their lengths, so that moving a letter from one to the next changes the hash."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def _figures(article: Article, sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    from ingest.figures import extract_figures

    return extract_figures(
        article.text,
        sentences=sentences,
        published=article.published,
        title=article.title,
        publisher=article.publisher,
    )
