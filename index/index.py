"""The index of a folder: one object to read and, opened for it, to write."""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from index import ledger, store, vectors, write
from index.connect import FILE, connect, explained, transaction
from index.encoder import Encoder, OnnxEncoder, Vectors
from index.focus import Parts, Shelf
from index.frequency import document_frequencies
from index.places import place_of
from index.schema import CHUNK_BITS
from index.search import PLACES, Found, hidden_chunks, search_chunks
from index.spelling import suggest, surface
from index.types import Hit, Listing, ScoredSentence, Version
from index.versions import kept, past
from index.write import Outcome
from ingest.errors import IndexFolderError, ModelError, ModelMismatch, NoIndex, NotFound
from ingest.types import Article, Document, Figure, FigureKind, Sentence

KEPT_QUERIES = 32
"""Question vectors kept: one question is encoded once, for its chunks and for its sentences."""

KEPT_COUNTS = 1000
"""Words whose chunks were counted, of one state of the index: a question's are asked for twice."""


class Index:
    """The articles of one folder. Reading is safe from several threads and while another process writes."""

    def __init__(self, folder: Path, encoder: Encoder, *, read_only: bool, create: bool) -> None:
        self.folder = folder
        self.encoder = encoder
        self.read_only = read_only
        self._path = folder / FILE
        self._lock = threading.RLock()
        self._writes = False
        try:
            self._connection = connect(folder, read_only=True)
        except NoIndex:  # also where a kill left an empty file
            if not create:
                raise
            self._connection = connect(folder, read_only=False)
            self._writes = True
        self._vectors: vectors.VectorIndex | None = None
        self._shelf = Shelf()
        self._figures = ledger.FigureShelf()
        self._past = past.Past(encoder)
        self._queries: dict[str, Vectors] = {}
        self._counted: tuple[int, str] | None = None
        self._counts: dict[str, int] = {}

    @classmethod
    def open(
        cls,
        folder: str | Path,
        *,
        encoder: Encoder | None = None,
        read_only: bool = True,
        create: bool = False,
        any_model: bool = False,
    ) -> Self:
        """Open the index of a folder; no model is loaded before a question needs one.

        With `create` a missing index is made, and the index may be written to. Raises NoIndex where there is
        none, CorruptIndex for a damaged file, ModelMismatch where it was built with another encoder (with
        `any_model` only once that encoder is asked for: for `index.updating.reembed`).
        """
        index = cls(Path(folder), encoder or OnnxEncoder(), read_only=read_only and not create, create=create)
        try:
            with suppress(ModelError):  # reading articles needs no model; what does will say what is wrong
                if not any_model:
                    index._check_model()
        except BaseException:
            index.close()
            raise
        return index

    @classmethod
    def create(cls, folder: str | Path, *, encoder: Encoder | None = None) -> Self:
        """Open the index of a folder for writing, making it first where there is none."""
        return cls.open(folder, encoder=encoder, create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a writer first saves the vectors if the saved ones lack many."""
        with self._lock:
            if self._writes:
                self.save_vectors()
            self._connection.close()

    def __len__(self) -> int:
        with self._reading():
            return int(self._connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def put(self, documents: Sequence[Document]) -> list[Outcome]:
        """Embed documents and put them in, in one transaction; say of each what came of it.

        A document replaces the article of its id and the one its source gave before.
        """
        return self.put_embedded(self.embed(documents))

    def embed(self, documents: Sequence[Document]) -> "list[store.Embedded]":
        """Encode documents for `put_embedded`; nothing else waits meanwhile. Raises ModelError, ModelMismatch."""
        self._check_model()
        return write.embed(self.encoder, documents)

    def put_embedded(self, items: "Sequence[store.Embedded]") -> list[Outcome]:
        """Put embedded documents in, in one transaction; see `put`."""
        with self.changing() as connection:
            write.name_model(connection, self.encoder)
            return write.put(connection, items)

    def remove(self, article_id: str) -> None:
        """Take an article out; raises NotFound."""
        with self.changing() as connection:
            write.remove(connection, self._row(article_id))

    def known_source(self, source: str) -> str | None:
        """Return the hash of what a source gave last (see `index.store.source_digest`), None for a new one."""
        query = "SELECT digest FROM sources WHERE source = ?"
        with self._reading():
            found = self._connection.execute(query, (place_of(source),)).fetchone()
        return str(found[0]) if found else None

    def known_file(self, location: str) -> tuple[str, int] | None:
        """Return hash and number of articles of a file that was read to its end without failure, else None."""
        query = "SELECT digest, articles FROM files WHERE location = ?"
        with self._reading():
            found = self._connection.execute(query, (place_of(location),)).fetchone()
        return (str(found[0]), int(found[1])) if found else None

    def forget_sources(self, location: str, keep: Sequence[str]) -> int:
        """Take out what a file gave before and gives no more; return the number of articles that went with it."""
        with self._reading():
            gone = store.sources_of(self._connection, place_of(location)) - set(map(place_of, keep))
        if not gone:
            return 0
        with self.changing() as connection:
            return write.forget(connection, sorted(gone))

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Hold a write transaction for a block: all of it is kept, or none of it."""
        if self.read_only:
            raise IndexFolderError(f"the index in {self.folder} was opened for reading only: open it to write")
        with self._lock:
            if not self._writes:
                reader, self._connection = self._connection, connect(self.folder, read_only=False)
                reader.close()
                self._writes = True
            with transaction(self._connection, self._path):
                yield self._connection

    def search(self, query: str, k: int = 10, as_of: date | None = None, dated_only: bool = False) -> list[Hit]:
        """Return the k best chunks for a question, best first; `as_of` hides articles published later.

        A page that was read again since stands in its version of that day, under an id of its own (`versions.past`).

        Undated articles may be later or not; `dated_only` hides them.

        The same index and question give the same hits: ties go by article id and place.
        """
        vector = self.encode_query(query)
        with self._reading():
            ready, stood = self._ready_vectors(), past.stood_on(self._connection, as_of) if as_of else []
            hidden = np.union1d(
                hidden_chunks(self._connection, as_of, dated_only), past.chunks_of(self._connection, stood)
            )
            found = search_chunks(self._connection, ready, self._shelf, query, vector, k, hidden)
            hits = [self._hit(item) for item in found]
            if stood:
                hits += self._past.search(self._connection, query, vector, stood, len(ready), dated_only)
                hits.sort(key=lambda hit: (-round(hit.score, PLACES), hit.article.id, hit.start))
            return hits[:k]

    def encode_query(self, query: str) -> Vectors:
        """Return a question's vector, float32 (d,)."""
        with self._lock:
            if query not in self._queries:
                if len(self._queries) >= KEPT_QUERIES:
                    self._queries.clear()
                self._queries[query] = self.encoder.encode([query])[0]
            return self._queries[query]

    def frequencies(self, words: Sequence[str]) -> tuple[dict[str, int], int]:
        """Return in how many chunks each word stands, and how many chunks there are."""
        with self._reading():
            ready = self._ready_vectors()
            state = (ready.generation, ready.token)
            if self._counted != state or len(self._counts) > KEPT_COUNTS:
                self._counted, self._counts = state, {}
            self._counts |= document_frequencies(self._connection, [w for w in words if w not in self._counts])
            return {word: self._counts[word] for word in words}, len(ready)

    def spelled(self, word: str, stem: Callable[[str], str], *, is_name: bool = False) -> str | None:
        """Return the printed word a mistyped one most likely stands for, None if none is one slip away."""
        knows = getattr(self.encoder, "knows_word", None)
        if knows is not None and knows(word):
            return None
        with self._reading():
            meant = suggest(self._connection, word, stem, is_name=is_name)
            return surface(self._connection, meant) if meant else None

    def articles(self) -> list[Article]:
        """Return all articles, oldest first, undated ones last, then by id."""
        with self._reading():
            return list(store.read_articles(self._connection))

    def listings(self) -> list[Listing]:
        """Return all articles by id without their texts, with counts of sentences and figures."""
        query = """
            SELECT id, title, source, publisher, published, url,
                (SELECT count(*) FROM sentences WHERE article = row),
                (SELECT count(*) FROM figures WHERE article = row), voice
            FROM articles ORDER BY id"""
        with self._reading():
            rows = self._connection.execute(query).fetchall()
        return [
            Listing(id_, title, source, publisher, date.fromisoformat(day) if day else None, *rest)
            for id_, title, source, publisher, day, *rest in rows
        ]

    def article(self, article_id: str) -> Article:
        """Return an article; raises NotFound."""
        with self._reading():
            article = past.read_past(self._connection, article_id) if past.is_past(article_id) else None
            return article or store.read_article(self._connection, self._row(article_id))

    def article_from(self, source: str) -> Article | None:
        """Return the article that a file or an address gave last, None for a new one."""
        query = "SELECT article FROM sources WHERE source = ?"
        with self._reading():
            found = self._connection.execute(query, (place_of(source),)).fetchone()
            return store.read_article(self._connection, found[0]) if found else None

    def versions(self, article_id: str) -> list[Version]:
        """Return what an article said before, oldest first, and what it says now; raises NotFound."""
        with self._reading():
            return kept.read_versions(self._connection, self._row(article_id))

    def raw(self, article_id: str) -> bytes:
        """Return an article's input as it came; raises NotFound."""
        with self._reading():
            return store.read_raw(self._connection, self._row(article_id))

    def sentences(self, article_id: str) -> list[Sentence]:
        """Return an article's sentences in order; raises NotFound."""
        with self._reading():
            return list(self._parts(article_id).sentences)

    def figures(
        self,
        words: str | None = None,
        *,
        subject: str | None = None,
        unit: str | None = None,
        start: date | None = None,
        end: date | None = None,
        publisher: str | None = None,
        kind: FigureKind | None = None,
        as_of: date | None = None,
    ) -> Iterator[tuple[Article, Figure]]:
        """Yield the figures that meet every condition (see `index.ledger.Filter`), with their articles, by id."""
        wanted = ledger.Filter(words, subject, unit, start, end, publisher, kind, as_of)
        with self._reading():
            found = list(ledger.read_figures(self._connection, wanted))
            held = {row: store.read_article(self._connection, row) for row in {row for row, _ in found}}
        yield from ((held[row], figure) for row, figure in found)

    def units(self) -> dict[str, int]:
        """Return how many figures have each unit."""
        with self._reading():
            return ledger.count_units(self._connection)

    def figures_of(self, article_id: str) -> list[Figure]:
        """Return an article's figures in order; raises NotFound."""
        with self._reading():
            if past.is_past(article_id):
                return list(self._former(article_id).figures)
            return list(self._figures.get(self._connection, self._row(article_id)))

    def sentence_vectors(self, article_id: str) -> Vectors:
        """Return the vectors of an article's sentences, float32 (sentences, d); raises NotFound."""
        with self._reading():
            return self._parts(article_id).whole()

    def sentence_cosines(self, query: Vectors, article_id: str) -> list[ScoredSentence]:
        """Return an article's sentences with their cosines to a query vector (d,); raises NotFound."""
        with self._reading():
            parts = self._parts(article_id)
        cosines = parts.cosines(query) if parts.sentences else ()
        return [
            ScoredSentence(article_id, s.start, s.end, float(c)) for s, c in zip(parts.sentences, cosines, strict=True)
        ]

    def copies(self, article_id: str) -> list[str]:
        """Return the ids of an article's near copies, without its own; raises NotFound."""
        query = (
            "SELECT id FROM articles WHERE voice = (SELECT voice FROM articles WHERE id = ?1) AND id != ?1 ORDER BY id"
        )
        with self._reading():
            self._row(article_id)
            return [row[0] for row in self._connection.execute(query, (article_id,))]

    def voices(self, article_ids: Iterable[str] | None = None) -> dict[str, str]:
        """Return the voice of the articles named, of all by default: articles with one voice are near copies."""
        if article_ids is None:
            query, values = "SELECT id, voice FROM articles ORDER BY id", tuple[str, ...]()
        else:
            query = "SELECT id, voice FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
            values = (json.dumps(sorted(article_ids)),)
        with self._reading():
            return dict(self._connection.execute(query, values).fetchall())

    def fingerprint(self) -> str:
        """Return a hash of all articles and the model; the order in which they came in does not matter."""
        hasher = hashlib.sha256()
        with self._reading():
            hasher.update(store.read_meta(self._connection).get("sha256", "").encode())
            for id_, digest in self._connection.execute("SELECT id, digest FROM articles ORDER BY id"):
                hasher.update(f"\0{id_}\0{digest}".encode())
        return hasher.hexdigest()

    def manifest(self) -> dict[str, str]:
        """Return what the index was built with: model, sha256, dimension."""
        with self._reading():
            return store.read_meta(self._connection)

    def save_vectors(self, *, always: bool = False) -> None:
        """Write the FAISS file where there is none or the saved one lacks more than a reader mends quickly.

        Vectors that nobody asked for are not read for it: that would cost as much as opening all of them.
        """
        with self._reading():
            if self._vectors is None and not always:
                lacking = vectors.stale_on_disk(self.folder, self._connection)
                if lacking is not None and lacking <= vectors.MAX_STALE:
                    return
            index = self._ready_vectors()
            stale = vectors.stale_chunks(index, self._connection)
            if always or stale > vectors.MAX_STALE or (stale and index.saved < 0):
                vectors.save(index, self.folder)

    def state(self) -> tuple[int, str]:
        """Return what names the present state of the file: another one follows with every change of articles."""
        with self._reading():
            return store.read_generation(self._connection)

    def holding(self) -> AbstractContextManager[None]:
        """Hold one state of the file for a block of several calls; other threads of this process wait meanwhile."""
        return self._reading()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Hold one state of the file for a block, whatever other processes write meanwhile."""
        with self._lock, explained(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def _row(self, article_id: str) -> int:
        row = store.row_of(self._connection, article_id)
        if row is None:
            raise NotFound(f"no article has the id {article_id!r}: `newsdesk articles` lists them")
        return row

    def _parts(self, article_id: str) -> Parts:
        if past.is_past(article_id):
            return self._former(article_id).parts
        return self._shelf.get(self._connection, self._row(article_id))

    def _former(self, article_id: str) -> past.Made:
        made = self._past.get(self._connection, article_id)
        if made is None:
            raise NotFound(f"no former version has the id {article_id!r}: `newsdesk show ID --versions` lists them")
        return made

    def _hit(self, found: Found) -> Hit:
        article = self._shelf.get(self._connection, found.chunk >> CHUNK_BITS).article
        query = "SELECT start, end FROM chunks WHERE id = ?"
        start, end = self._connection.execute(query, (found.chunk,)).fetchone()
        return Hit(article, start, end, article.text[start:end], found.score, found.dense, found.lexical)

    def _ready_vectors(self) -> vectors.VectorIndex:
        dimension = int(store.read_meta(self._connection).get("dimension", "1"))
        held = self._vectors
        if held is None or held.dimension != dimension or not vectors.refresh(held, self._connection):
            held = self._vectors = vectors.load_vectors(self.folder, self._connection, dimension)
            self._shelf.clear()  # another model may have made the sentence vectors anew
            self._figures.clear()  # and then the figures were read anew
            if held.saved < 0 and len(held):  # lost or damaged: mended once, not by every question anew
                vectors.save(held, self.folder)
        return held

    def _check_model(self) -> None:
        with self._reading():
            meta = store.read_meta(self._connection)
        if meta.get("sha256") not in (None, self.encoder.sha256):
            raise ModelMismatch(
                f"the index in {self.folder} was built with the model {meta.get('model')} "
                f"({meta['sha256'][:12]}), the present one is {self.encoder.model} ({self.encoder.sha256[:12]}): "
                "set NEWSDESK_MODEL to the former, or run `newsdesk reembed`"
            )
