"""Putting documents in while the next are made: the encoder works on one batch while its caller prepares another.

The encoder releases the interpreter's lock, and preparing and writing take a tenth of its time: on two cores the one
hides behind the other.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from index.store import Embedded
from index.write import Outcome
from ingest.types import Document

if TYPE_CHECKING:
    from index.index import Index

Settled = Callable[[Sequence[Document], Sequence[Outcome]], None]
"""Called with each batch and what came of it, once it is in."""


class PutAhead:
    """Puts batches into an index in the order given, each in one transaction; a context manager.

    Leaving by an error drops what is not in yet: at most two batches.
    """

    def __init__(self, index: "Index", settled: Settled) -> None:
        self._index = index
        self._settled = settled
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="newsdesk-encode")
        self._waiting: tuple[Sequence[Document], Future[list[Embedded]]] | None = None

    def put(self, documents: Sequence[Document]) -> None:
        """Hand documents to the encoder and write the batch before; raises what `Index.put` raises."""
        before, self._waiting = self._waiting, (documents, self._pool.submit(self._index.embed, documents))
        self._write(before)

    def finish(self) -> None:
        """Write the last batch."""
        before, self._waiting = self._waiting, None
        self._write(before)

    def _write(self, batch: tuple[Sequence[Document], "Future[list[Embedded]]"] | None) -> None:
        if batch:
            documents, embedded = batch
            self._settled(documents, self._index.put_embedded(embedded.result()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)
