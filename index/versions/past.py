"""Articles as they stood on a day: what a page said before it was read again answers a question asked as of then.

Former versions are not in the index: they are few beside the articles, and each is read and encoded when a question as
of its day first comes near it. Its id is that of its article with the version's number: "f0608e8ab1c2d3e4@7".
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from index import codec, schema, search, store
from index.encoder import Encoder, Vectors
from index.focus import Parts, TermFinder, fold
from index.lexical import Ids, match_words
from index.schema import CHUNK_BITS
from index.terms import query_terms
from index.types import Hit
from index.versions.kept import SINCE
from ingest.types import Article, Chunk, Document, Figure

NEAREST = 20
"""Former versions that are read for a question: those with most of its words."""
KEPT = 200
"""Former versions kept in memory once they were read."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A former version that was in force on a day, and the row of the article that took its place."""

    number: int
    row: int


@dataclass(frozen=True, slots=True)
class Made:
    """A former version, read and encoded: its chunks with their vectors, float32 (chunks, d)."""

    parts: Parts
    chunks: tuple[Chunk, ...]
    figures: tuple[Figure, ...]
    vectors: Vectors


def is_past(article_id: str) -> bool:
    """Tell whether an id names a former version."""
    return "@" in article_id


def stood_on(connection: sqlite3.Connection, day: date) -> list[Stood]:
    """Return the former versions in force at the end of a day (by this machine's clock and zone).

    When the first version of a source was read is not known: a page's may have stood at any time before it was
    replaced; a file's is left out, for a file is changed to mend it and not because the world went on.
    """
    if schema.version(connection) < SINCE:
        return []
    end = datetime.combine(day + timedelta(days=1), time.min).astimezone(UTC).isoformat(timespec="seconds")
    query = """
        SELECT number, article FROM versions AS one JOIN sources USING (source)
        WHERE number = (SELECT min(number) FROM versions WHERE source = one.source AND replaced >= ?1)
        AND (source LIKE 'http%' OR EXISTS (SELECT 1 FROM versions WHERE source = one.source AND number < one.number))
        AND (published IS NULL OR published <= ?2) ORDER BY number"""
    return [Stood(number, row) for number, row in connection.execute(query, (end, day.isoformat()))]


def chunks_of(connection: sqlite3.Connection, stood: Sequence[Stood]) -> Ids:
    """Return the chunks of the articles that took the place of some versions: these are hidden; int64 (n,)."""
    rows = [
        connection.execute(
            "SELECT id FROM chunks WHERE id >= ? AND id < ?", (one.row << CHUNK_BITS, (one.row + 1) << CHUNK_BITS)
        ).fetchall()
        for one in stood
    ]
    return np.array([id_ for some in rows for (id_,) in some], np.int64)


def read_past(connection: sqlite3.Connection, article_id: str) -> Article | None:
    """Return the article of a former version by its id; None for one that is not kept any more."""
    base, _, number = article_id.partition("@")
    row = store.row_of(connection, base)
    if row is None or not number.isdecimal() or schema.version(connection) < SINCE:
        return None
    query = """
        SELECT title, published, text FROM versions
        WHERE number = ? AND source IN (SELECT source FROM sources WHERE article = ?)"""
    found = connection.execute(query, (int(number), row)).fetchone()
    if found is None:
        return None
    title, published, packed = found
    day = date.fromisoformat(published) if published else None
    now = store.read_article(connection, row)
    return replace(now, id=article_id, title=title, text=codec.unpack_raw(packed).decode(), published=day)


class Past:
    """Former versions by their ids, those used last kept in memory.

    Not safe from several threads: its owner holds a lock.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: OrderedDict[str, Made] = OrderedDict()

    def get(self, connection: sqlite3.Connection, article_id: str) -> Made | None:
        """Return a former version by its id, read and encoded; None for one that is not kept any more."""
        article = read_past(connection, article_id)
        if article is None:
            return None
        made = self._kept.get(article_id)
        if made is None or made.parts.article != article:  # a number is given again where the last version went
            self._kept[article_id] = self._make(article)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(article_id)
        return self._kept[article_id]

    def search(
        self,
        connection: sqlite3.Connection,
        question: str,
        query: Vectors,
        stood: Sequence[Stood],
        chunks: int,
        dated_only: bool,
    ) -> list[Hit]:
        """Return every chunk of the versions nearest to a question, with the scores `search_chunks` would give.

        `chunks` is how many the index has. What neighbouring words say (PHRASE) is left out.
        """
        terms = query_terms(question)
        finder = TermFinder(terms, match_words(connection, terms, chunks, np.empty(0, np.int64)).rarity)
        held = []
        for one in stood:
            id_, title, published, text = self._text_of(connection, one)
            if published or not dated_only:
                held.append((-finder.cover(fold(f"{title} {text}")), f"{id_}@{one.number}"))
        hits: list[Hit] = []
        for cover, article_id in sorted(held)[:NEAREST]:
            made = self.get(connection, article_id)
            if made is not None:
                hits += _hits(made, finder, query, -cover)
        return hits

    def _text_of(self, connection: sqlite3.Connection, one: Stood) -> tuple[str, str, str | None, str]:
        query = """
            SELECT articles.id, versions.title, versions.published, versions.text FROM versions, articles
            WHERE number = ? AND articles.row = ?"""
        id_, title, published, text = connection.execute(query, (one.number, one.row)).fetchone()
        return id_, title, published, codec.unpack_raw(text).decode()

    def _make(self, article: Article) -> Made:
        from index.write import embed
        from ingest.figures import extract_figures  # a question of today needs none of it
        from ingest.text.chunks import cut_chunks
        from ingest.text.sentences import split_sentences

        text, title = article.text, article.title
        sentences = split_sentences(text)
        chunks = cut_chunks(text, sentences, title=title)
        figures = extract_figures(
            text, sentences=sentences, published=article.published, title=title, publisher=article.publisher
        )
        (made,) = embed(self._encoder, [Document(article, b"", "", sentences, chunks, figures, ())])
        parts = Parts(article, list(sentences), made.sentences.astype(np.float16))
        return Made(parts, chunks, figures, made.chunks)


def _hits(made: Made, finder: TermFinder, query: Vectors, cover: float) -> list[Hit]:
    parts, hits = made.parts, []
    for chunk, vector in zip(made.chunks, made.vectors, strict=True):
        text = parts.article.text[chunk.start : chunk.end]
        cosine = float(vector @ query)
        score = search.DENSE * cosine + search.ARTICLE_COVER * cover
        score += search.COVER * finder.cover(fold(f"{parts.article.title} {text}"))
        score += search.score_sentences(parts, (chunk.start, chunk.end), finder, query)
        hits.append(Hit(parts.article, chunk.start, chunk.end, text, score / search.TOTAL, cosine, None))
    return hits
