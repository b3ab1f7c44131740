"""Putting documents in and taking articles out: what one change is, in one transaction."""

import sqlite3
from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from index import addresses, store, vectors
from index.encoder import Encoder
from index.places import place_of
from index.store import Embedded
from index.versions import kept
from ingest.types import Document


class Outcome(StrEnum):
    """What came of a document."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"


def embed(encoder: Encoder, documents: Sequence[Document]) -> list[Embedded]:
    """Encode all chunks and sentences of documents, in batches across documents."""
    texts: list[str] = []
    spans: list[list[tuple[int, int]]] = []
    owners: list[tuple[int, list[int]]] = []
    for number, document in enumerate(documents):
        for chunk in document.chunks:
            inside = [n for n, s in enumerate(document.sentences) if chunk.start <= s.start < chunk.end]
            prefix = title_prefix(document)
            shift = len(prefix) - chunk.start
            texts.append(prefix + document.article.text[chunk.start : chunk.end])
            spans.append([(document.sentences[n].start + shift, document.sentences[n].end + shift) for n in inside])
            owners.append((number, inside))
    parts = encoder.encode_parts(texts, spans)
    dimension = encoder.dimension
    chunk_rows: list[list[np.ndarray]] = [[] for _ in documents]
    sentence_rows = [np.zeros((len(d.sentences), dimension), np.float32) for d in documents]
    for (number, inside), (whole, of_spans) in zip(owners, parts, strict=True):
        chunk_rows[number].append(whole)
        for row, vector in zip(inside, of_spans, strict=True):
            if vector.any():
                sentence_rows[number][row] = vector
    return [
        Embedded(d, np.array(c, np.float32).reshape(-1, dimension), s)
        for d, c, s in zip(documents, chunk_rows, sentence_rows, strict=True)
    ]


def name_model(connection: sqlite3.Connection, encoder: Encoder, *, again: bool = False) -> None:
    """Name the model in the manifest of an index that has none yet (or `again`), inside a transaction."""
    if again or "sha256" not in store.read_meta(connection):
        dimension = str(encoder.dimension)
        store.write_meta(connection, model=encoder.model, sha256=encoder.sha256, dimension=dimension)


def title_prefix(document: Document) -> str:
    """Return what stands before each chunk when it is encoded: the title, so that the chunk knows its topic."""
    title = document.article.title.strip()
    return f"{title}\n" if title else ""


def put(connection: sqlite3.Connection, items: Sequence[Embedded]) -> list[Outcome]:
    """Write documents inside a transaction; one that is there already with the same bytes is left as it is."""
    store.bump_generation(connection)
    outcomes = [_put_one(connection, item) for item in items]
    vectors.trim_changes(connection)
    return outcomes


def remove(connection: sqlite3.Connection, row: int) -> None:
    """Take an article out inside a transaction."""
    store.bump_generation(connection)
    for (source,) in connection.execute("SELECT source FROM sources WHERE article = ?", (row,)).fetchall():
        addresses.drop(connection, source)
        # Its file is read again when it is named again: to ingest after a removal is to want it back.
        store.forget_file(connection, source)
        kept.drop(connection, source)
    store.delete_article(connection, row)
    vectors.trim_changes(connection)


def forget(connection: sqlite3.Connection, sources: Sequence[str]) -> int:
    """Part sources from their articles inside a transaction; return how many articles went out with them."""
    store.bump_generation(connection)
    for source in sources:
        kept.drop(connection, source)
    return sum(_release(connection, source) for source in sources)


def replace_vectors(connection: sqlite3.Connection, rows: Sequence[int], encoder: Encoder) -> None:
    """Encode stored articles anew and put the vectors in the place of the old ones, inside a transaction."""
    documents = [store.read_document(connection, row) for row in rows]
    for row, item in zip(rows, embed(encoder, documents), strict=True):
        store.write_vectors(connection, row, item)


def _put_one(connection: sqlite3.Connection, item: Embedded) -> Outcome:
    document = item.document
    place, id_ = place_of(document.article.source), document.article.id
    outcome = Outcome.ADDED
    store.forget_file(connection, place)  # another process may have read a later version of it to the end
    before = connection.execute("SELECT article, digest FROM sources WHERE source = ?", (place,)).fetchone()
    present = store.row_of(connection, id_)
    if before and before[0] != present:
        outcome = Outcome.CHANGED
        kept.keep(connection, place, before[0], document)
        _release(connection, place)
    if present is None:
        store.write_article(connection, item)
        return outcome
    digest, held_by, published = connection.execute(
        "SELECT digest, source, published FROM articles WHERE row = ?", (present,)
    ).fetchone()
    others = connection.execute("SELECT source, digest FROM sources WHERE article = ?", (present,)).fetchall()
    # A file named from another folder than before is the one that holds its article, if no other gave it.
    holds = place_of(held_by) == place or [row[0] for row in others] == [place]
    if digest == document.digest and holds:
        # A source that said something else meanwhile, while another gave this article on, is one of its sources again.
        if not before or before[0] != present:
            store.write_source(connection, place, present, store.source_digest(document.raw))
        return Outcome.UNCHANGED if outcome is Outcome.ADDED else outcome
    if not holds and (published or "", digest) >= (_published(document), document.digest):
        store.write_source(connection, place, present, store.source_digest(document.raw))
        return Outcome.DUPLICATE if outcome is Outcome.ADDED else outcome
    if holds:  # else two sources give one article, and which of them is it does not tell what either said before
        kept.keep(connection, place, present, document)
    store.delete_article(connection, present)
    row = store.write_article(connection, item)
    for other, other_digest in others:
        if place_of(other) != place:
            store.write_source(connection, other, row, other_digest)
    return Outcome.CHANGED if holds else Outcome.DUPLICATE


def _release(connection: sqlite3.Connection, source: str) -> int:
    """Part a source from the article it gave; an article no source gives any more goes out (return 1, else 0)."""
    found = connection.execute("SELECT article FROM sources WHERE source = ?", (source,)).fetchone()
    if found is None:  # another process was first
        return 0
    (row,) = found
    store.forget_file(connection, source)
    connection.execute("DELETE FROM sources WHERE source = ?", (source,))
    if connection.execute("SELECT 1 FROM sources WHERE article = ?", (row,)).fetchone():
        return 0
    store.delete_article(connection, row)
    return 1


def _published(document: Document) -> str:
    day = document.article.published
    return day.isoformat() if day else ""
