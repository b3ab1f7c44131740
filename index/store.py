"""Reading and writing articles in `news.sqlite`: functions over a connection, one article at a time.

Writers are called inside a transaction (`index.connect.transaction`); nothing here commits.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import codec
from index.copies import link_article, unlink_article
from index.encoder import Vectors
from index.places import place_of
from index.schema import CHUNK_BITS
from index.terms import extra_terms
from ingest.types import Article, Chunk, Document, Figure, Sentence


@dataclass(frozen=True, slots=True)
class Embedded:
    """A document with its vectors: float32 (chunks, d) and (sentences, d)."""

    document: Document
    chunks: Vectors
    sentences: Vectors


def write_article(connection: sqlite3.Connection, item: Embedded) -> int:
    """Insert a document that is not there yet under the next generation; return its article row."""
    document, article = item.document, item.document.article
    cursor = connection.execute(
        f"INSERT INTO articles ({codec.ARTICLE_COLUMNS}, digest, signature, voice, raw, sentence_vectors) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *codec.article_row(article),
            document.digest,
            codec.pack_signature(document.signature),
            article.id,
            codec.pack_raw(document.raw),
            item.sentences.astype(np.float16).tobytes(),
        ),
    )
    row = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)",
        ((row, n, s.start, s.end, s.paragraph, s.heading) for n, s in enumerate(document.sentences)),
    )
    write_figures(connection, row, document.figures)
    _write_chunks(connection, row, item)
    write_source(connection, place_of(article.source), row, source_digest(document.raw))
    link_article(connection, row, document.signature)
    return row


def write_figures(connection: sqlite3.Connection, row: int, figures: Sequence[Figure]) -> None:
    """Insert the figures of an article that has none yet."""
    connection.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((row, n, *codec.figure_row(figure)) for n, figure in enumerate(figures)),
    )


def _write_chunks(connection: sqlite3.Connection, row: int, item: Embedded) -> None:
    article = item.document.article
    ids = [(row << CHUNK_BITS) | place for place in range(len(item.document.chunks))]
    title_extra = extra_terms(article.title)
    texts = [article.text[chunk.start : chunk.end] for chunk in item.document.chunks]
    connection.executemany(
        "INSERT INTO chunks VALUES (?, ?, ?, ?)",
        (
            (id_, chunk.start, chunk.end, vector.astype("<f4").tobytes())
            for id_, chunk, vector in zip(ids, item.document.chunks, item.chunks, strict=True)
        ),
    )
    connection.executemany(
        "INSERT INTO words (rowid, title, text, extra) VALUES (?, ?, ?, ?)",
        (
            (id_, article.title, text, f"{title_extra} {extra_terms(text)}")
            for id_, text in zip(ids, texts, strict=True)
        ),
    )
    _log(connection, ids)


def delete_article(connection: sqlite3.Connection, row: int) -> None:
    """Take an article and all that was made of it out, under the next generation."""
    low, high = row << CHUNK_BITS, (row + 1) << CHUNK_BITS
    ids = [r[0] for r in connection.execute("SELECT id FROM chunks WHERE id >= ? AND id < ?", (low, high))]
    unlink_article(connection, row)
    connection.execute("DELETE FROM words WHERE rowid >= ? AND rowid < ?", (low, high))
    connection.execute("DELETE FROM chunks WHERE id >= ? AND id < ?", (low, high))
    connection.execute("DELETE FROM articles WHERE row = ?", (row,))
    _log(connection, ids)


def source_digest(raw: bytes) -> str:
    """Hash what a source gave, with the version of ingest: equal hash, nothing to do."""
    from ingest.documents import INGEST_VERSION  # 40 ms that asking need not spend

    return hashlib.sha256(f"{INGEST_VERSION}\0".encode() + raw).hexdigest()


def write_source(connection: sqlite3.Connection, place: str, row: int, digest: str) -> None:
    """Remember which article a source (its `index.places.place_of`) gave, and from which bytes."""
    connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", (place, row, digest))


def sources_of(connection: sqlite3.Connection, place: str) -> set[str]:
    """Return the known sources of a file (its `index.places.place_of`): itself, and `file#row` for its rows."""
    return set(digests_of(connection, place))


def digests_of(connection: sqlite3.Connection, place: str) -> dict[str, str]:
    """Return of each known source of a file (see `sources_of`) the hash of what it gave last."""
    # "$" comes after "#": what lies between begins with the file and "#", and is found without reading all sources.
    query = "SELECT source, digest FROM sources WHERE source = ?1 OR (source >= ?1 || '#' AND source < ?1 || '$')"
    return dict(connection.execute(query, (place,)).fetchall())


def forget_file(connection: sqlite3.Connection, place: str) -> None:
    """Forget that the file a source stands in was read to its end: it is read again when it is named again."""
    marks = place.count("#")
    if marks > 9:  # a file's name, or a row's id, that is full of them: few letters times few marks no longer holds
        query = "DELETE FROM files WHERE location = ?1 OR substr(?1, 1, length(location) + 1) = location || '#'"
        connection.execute(query, (place,))
        return
    cuts = [place.rsplit("#", n)[0] for n in range(marks + 1)]
    connection.executemany("DELETE FROM files WHERE location = ?", ((cut,) for cut in cuts))


def bump_generation(connection: sqlite3.Connection) -> int:
    """Begin the next generation; return its number."""
    generation = read_generation(connection)[0] + 1
    connection.execute("INSERT INTO generations VALUES (?, lower(hex(randomblob(8))))", (generation,))
    return generation


def read_generation(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return number and token of the present state: the number grows with every transaction that changes articles."""
    query = "SELECT generation, token FROM generations ORDER BY generation DESC LIMIT 1"
    number, token = connection.execute(query).fetchone()
    return int(number), str(token)


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the manifest: model, sha256, dimension"""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def write_meta(connection: sqlite3.Connection, **values: str) -> None:
    """Set entries of the manifest."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def row_of(connection: sqlite3.Connection, article_id: str) -> int | None:
    """Return the row of an article id, None where there is none."""
    found = connection.execute("SELECT row FROM articles WHERE id = ?", (article_id,)).fetchone()
    return int(found[0]) if found else None


def read_article(connection: sqlite3.Connection, row: int) -> Article:
    """Return the article of a row."""
    query = f"SELECT {codec.ARTICLE_COLUMNS} FROM articles WHERE row = ?"
    return codec.article_of(connection.execute(query, (row,)).fetchone())


def read_articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Yield all articles, oldest first, undated ones last, then by id."""
    for values in connection.execute(
        f"SELECT {codec.ARTICLE_COLUMNS} FROM articles ORDER BY published IS NULL, published, id"
    ):
        yield codec.article_of(values)


def read_raw(connection: sqlite3.Connection, row: int) -> bytes:
    """Return an article's input as it came."""
    (blob,) = connection.execute("SELECT raw FROM articles WHERE row = ?", (row,)).fetchone()
    return codec.unpack_raw(blob)


def read_sentences(connection: sqlite3.Connection, row: int) -> list[Sentence]:
    """Return an article's sentences in order."""
    query = "SELECT start, end, paragraph, heading FROM sentences WHERE article = ? ORDER BY position"
    return [
        Sentence(start, end, para, bool(heading)) for start, end, para, heading in connection.execute(query, (row,))
    ]


def read_sentence_vectors(connection: sqlite3.Connection, row: int) -> NDArray[np.float16]:
    """Return an article's sentence vectors, float16 (sentences, d)."""
    count, blob = connection.execute(
        "SELECT (SELECT count(*) FROM sentences WHERE article = row), sentence_vectors FROM articles WHERE row = ?",
        (row,),
    ).fetchone()
    flat = np.frombuffer(blob, np.float16)
    return flat.reshape(count, -1) if count else flat.reshape(0, 0)


def read_document(connection: sqlite3.Connection, row: int) -> Document:
    """Return what encoding needs of an article: text, sentences and chunks; figures and raw input are left out."""
    query = "SELECT start, end FROM chunks WHERE id >= ? AND id < ? ORDER BY id"
    bounds = (row << CHUNK_BITS, (row + 1) << CHUNK_BITS)
    chunks = tuple(Chunk(start, end) for start, end in connection.execute(query, bounds))
    sentences = tuple(read_sentences(connection, row))
    return Document(read_article(connection, row), b"", "", sentences, chunks, (), ())


def write_vectors(connection: sqlite3.Connection, row: int, item: Embedded) -> None:
    """Put new vectors in the place of an article's old ones."""
    halves = item.sentences.astype(np.float16).tobytes()
    connection.execute("UPDATE articles SET sentence_vectors = ? WHERE row = ?", (halves, row))
    connection.executemany(
        "UPDATE chunks SET vector = ? WHERE id = ?",
        ((vector.astype("<f4").tobytes(), (row << CHUNK_BITS) | n) for n, vector in enumerate(item.chunks)),
    )


def read_vectors(connection: sqlite3.Connection, ids: Sequence[int] | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield id and vector bytes of the chunks named (missing ones are left out), or of all in the order of ids."""
    if ids is None:
        yield from connection.execute("SELECT id, vector FROM chunks ORDER BY id")
        return
    query = "SELECT id, vector FROM chunks WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    yield from connection.execute(query, (json.dumps(list(ids)),))


def _log(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Note under the present generation that chunks came or went."""
    generation, _ = read_generation(connection)
    rows = ((generation, id_) for id_ in ids)
    connection.executemany("INSERT OR IGNORE INTO changes VALUES (?, ?)", rows)
