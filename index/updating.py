"""Bringing an index up to date with files, pages and feeds."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from index import addresses, former, store, write
from index.ahead import PutAhead
from index.places import place_of
from index.visits import Recorded
from index.write import Outcome
from ingest.errors import InputError

if TYPE_CHECKING:
    from index.index import Index
    from ingest.raw import Failure, Note, RawArticle, Source
    from ingest.types import Document

BATCH = 16
"""Articles per transaction: enough chunks (about 80) to sort by length, few enough to lose little to a Ctrl-C
(two batches at most: one is encoded while the next is prepared)."""

Progress = Callable[[int, int | None, str], None]
"""Called as progress(done, total, name) after an article, or a batch of new ones; total is None until it is known."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What an update did, in articles."""

    added: int
    changed: int
    unchanged: int
    duplicates: int
    """Articles that another source had given already; the source is remembered."""
    removed: int
    """Rows that a file no longer holds."""
    failed: "tuple[Failure, ...]"
    notes: "tuple[Note, ...]" = ()
    """What was left out on purpose, and articles that are not whole."""


@dataclass(slots=True)
class State:
    """How far a reading is, and what came of it."""

    progress: Progress | None
    total: int | None
    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    removed: int = 0
    failed: "list[Failure]" = field(default_factory=list)
    notes: "list[Note]" = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    """The sources of articles that were added or changed."""
    done: int = 0

    def tell(self, name: str, articles: int = 1) -> None:
        """Count articles, and hand the count to the display."""
        self.done += articles
        if self.progress:
            # A file may hold more articles than one; then nobody knows how many there are.
            self.progress(self.done, self.total if self.done <= (self.total or 0) else None, name)

    def settle(self, documents: "Sequence[Document]", outcomes: Sequence[Outcome]) -> None:
        """Count what came of a batch."""
        for document, outcome in zip(documents, outcomes, strict=True):
            self.counts[outcome] += 1
            if outcome in (Outcome.ADDED, Outcome.CHANGED):
                self.written.add(document.article.source)
        # At once: after the first of them the rate is a batch too low.
        self.tell(documents[-1].article.source, len(documents))

    def summary(self) -> Summary:
        """Return the counts."""
        counts = self.counts
        return Summary(
            added=counts[Outcome.ADDED],
            changed=counts[Outcome.CHANGED],
            unchanged=counts[Outcome.UNCHANGED],
            duplicates=counts[Outcome.DUPLICATE],
            removed=self.removed,
            failed=tuple(self.failed),
            notes=tuple(self.notes),
        )


@dataclass(frozen=True, slots=True)
class _Finished:
    """A file that was read to its end without failure."""

    place: str
    digest: str
    articles: int
    given: dict[str, str]
    """Of each of its sources (`index.places.place_of`) the hash of what it gave (`index.store.source_digest`)."""


def update(
    index: "Index",
    inputs: Sequence[str | Path],
    *,
    progress: Progress | None = None,
    allow_private: bool = False,
    follow_links: bool = False,
) -> Summary:
    """Read inputs into an index: what is known is skipped, what changed replaces its article, the rest is added.

    What cannot be read is a failure of the summary and stops nothing else. Every batch of articles is one
    transaction. Raises IndexFolderError where the index cannot be written, ModelError, ModelMismatch.
    """
    from ingest.raw import Media
    from ingest.sources import survey

    found = survey(inputs, allow_private=allow_private, follow_links=follow_links)
    one_each = (Media.TEXT, Media.MARKDOWN, Media.HTML, Media.PDF, Media.DOCX, Media.ODT, Media.RTF)
    countable = all(source.media in one_each for source in found.sources)
    state = State(
        progress, len(found.sources) if countable else None, failed=list(found.failures), notes=list(found.notes)
    )
    state.tell("", 0)  # a reader of the display sees how much there is before the first batch is in
    visits = Recorded()
    read_in(index, found.sources, state, visits)
    with index.changing() if visits.seen else nullcontext() as connection:
        if connection:
            addresses.write(connection, visits.stamps())
            addresses.want(connection, visits.seen)
    return state.summary()


def read_in(
    index: "Index",
    sources: "Iterable[Source]",
    state: State,
    visits: Recorded,
) -> None:
    """Put the articles of sources in, batch by batch."""
    batch: list[Document] = []
    finished: list[_Finished] = []
    with PutAhead(index, state.settle) as ahead:
        for source in sources:
            for document in _new_documents(index, source, state, finished, visits):
                batch.append(document)
                if len(batch) >= BATCH:
                    ahead.put(batch)
                    batch = []
        if batch:
            ahead.put(batch)
        ahead.finish()
    _note_finished(index, finished)
    index.save_vectors()


def reembed(index: "Index", progress: Progress | None = None) -> int:
    """Encode every article of an index anew with its present encoder and read its figures; return how many there were.

    Open the index with `any_model=True` where it was built with another. All in one transaction: a kill
    leaves the old vectors and figures.
    """
    with index.changing() as connection:
        rows = [row[0] for row in connection.execute("SELECT row FROM articles ORDER BY row")]
        for place in range(0, len(rows), BATCH):
            part = rows[place : place + BATCH]
            write.replace_vectors(connection, part, index.encoder)
            for row in part:
                former.read_anew(connection, row)
            if progress:
                progress(place + len(part), len(rows), "")
        write.name_model(connection, index.encoder, again=True)
        connection.execute("DELETE FROM changes")
        connection.execute("DELETE FROM generations WHERE generation < ?", (store.bump_generation(connection),))
    index.save_vectors(always=True)
    return len(rows)


def _new_documents(
    index: "Index", source: "Source", state: State, finished: "list[_Finished]", visits: Recorded
) -> "Iterator[Document]":
    """Yield the documents of a source that the index does not have; note a file that was read without failure."""
    from ingest.raw import Failure, Note
    from ingest.read.source import read_source

    if not _is_text(place_of(source.location)):
        shown = source.location.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        state.failed.append(Failure(shown, f"{shown} cannot be kept: its name is not UTF-8; rename it"))
        state.tell(shown)
        return
    digest = _file_digest(source)
    known = index.known_file(source.location) if digest else None
    if known and known[0] == digest:
        state.counts[Outcome.UNCHANGED] += known[1]
        state.tell(source.location, known[1])
        return
    seen: dict[str, str] = {}
    articles = 0
    failures = len(state.failed)
    for item in visits.watch(source, read_source(source, visits)):
        if isinstance(item, Failure):
            state.failed.append(item)
            state.tell(item.source)
            continue
        if isinstance(item, Note):
            state.notes.append(item)
            continue
        articles += 1
        seen[place_of(item.source)] = given = store.source_digest(item.raw)
        state.notes += [Note(item.source, reason) for reason in item.notes]
        if index.known_source(item.source) == given:
            state.counts[Outcome.UNCHANGED] += 1
            state.tell(item.source)
        elif document := _prepare(item, state):
            yield document
        else:
            visits.blot(item.source)
    if digest and len(state.failed) == failures:
        state.removed += index.forget_sources(source.location, keep=list(seen))
        finished.append(_Finished(place_of(source.location), digest, articles, seen))


def _is_text(name: str) -> bool:
    """Tell whether a file's name can be stored and cited: any bytes can be a name, not all of them are letters."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _prepare(raw: "RawArticle", state: State) -> "Document | None":
    from ingest.documents import prepare
    from ingest.raw import Failure

    try:
        return prepare(raw)
    except InputError as error:
        state.failed.append(Failure(raw.source, str(error)))
    except Exception as error:  # one article that breaks a parser must not keep the others out
        state.failed.append(Failure(raw.source, f"{raw.source} cannot be read ({type(error).__name__}: {error})"))
    state.tell(raw.source)
    return None


def _note_finished(index: "Index", finished: "list[_Finished]") -> None:
    """Remember files by their hash, so that they need not be read again; only after their articles are in.

    A file is passed over if another process changed meanwhile what it gave: it has to be read again.
    """
    if finished:
        with index.changing() as connection:
            for file in finished:
                if store.digests_of(connection, file.place) == file.given:
                    row = (file.place, file.digest, file.articles)
                    connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", row)


def _file_digest(source: "Source") -> str | None:
    """Return the hash of a file and the ingest version; None for an address or a file that cannot be read."""
    from ingest.documents import INGEST_VERSION

    if source.is_address:
        return None
    try:
        with Path(source.location).open("rb") as file:
            return f"{INGEST_VERSION}-{hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError:
        return None
