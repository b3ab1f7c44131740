"""The indexes a running page answers from: opened once for reading, and apart from that for writing.

A reader and a writer have connections of their own, so that a question does not wait for an upload.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import NewsdeskError, SettingError
from ui.chat.watch.metrics import Metrics

if TYPE_CHECKING:
    from qa.desk import Newsdesk

Opener = Callable[[Path, str, bool], "Newsdesk"]


def open_desk(folder: Path, reader: str, create: bool) -> "Newsdesk":
    """Open an index for reading, or with `create` for writing."""
    from qa.desk import Newsdesk

    return Newsdesk.open(folder, reader=reader, create=create)


class Desks:
    """Named indexes, each opened when first asked for; safe from many threads."""

    def __init__(self, folders: Sequence[Path], reader: str = "extractive", opener: Opener = open_desk) -> None:
        self.folders = _named(folders)
        self.readers = tuple(dict.fromkeys((reader, "extractive")))
        self.state = "loading"
        """What the page says while it warms up: "loading", "ready", or why it cannot answer."""
        self.metrics = Metrics()
        self._open = opener
        self._desks: dict[tuple[str, str], Newsdesk] = {}
        self._lock = threading.Lock()
        self._writing = {name: threading.Lock() for name in self.folders}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the indexes, the first one the default."""
        return tuple(self.folders)

    def get(self, name: str | None = None, reader: str | None = None) -> "Newsdesk":
        """Return the open index of a name (None: the first) with a reader.

        Raises:
            SettingError: the page does not offer that index or reader.
        """
        chosen, how = name or self.names[0], reader or self.readers[0]
        if chosen not in self.folders:
            raise SettingError(f"there is no index {chosen!r} here: choose one in the settings")
        if how not in self.readers:
            raise SettingError(f"there is no reader {how!r} here: choose one in the settings")
        with self._lock:
            if (chosen, how) not in self._desks:
                self._desks[chosen, how] = self._opened(self.folders[chosen], how)
            return self._desks[chosen, how]

    def _opened(self, folder: Path, reader: str) -> "Newsdesk":
        from ingest.errors import NoIndex

        try:
            return self._open(folder, reader, False)
        except NoIndex:
            self._open(folder, reader, True).close()
            return self._open(folder, reader, False)

    @contextmanager
    def writing(self, name: str | None = None) -> Iterator["Newsdesk"]:
        """Open an index for writing; one at a time, whatever is read meanwhile."""
        chosen = name or self.names[0]
        self.get(chosen)
        with self._writing[chosen]:
            desk = self._open(self.folders[chosen], self.readers[0], True)
            try:
                yield desk
            finally:
                desk.close()

    def warm(self) -> None:
        """Load the model by a first search, and say in `state` what came of it."""
        try:
            desk = self.get()
            if desk.index.listings():
                desk.ask("What do the articles say?")
            self.state = "ready"
        except NewsdeskError as error:
            self.state = str(error)

    def close(self) -> None:
        """Close every index."""
        with self._lock:
            for desk in self._desks.values():
                desk.close()
            self._desks.clear()


def _named(folders: Sequence[Path]) -> dict[str, Path]:
    """Name each folder by its last part, by its whole path where two share that."""
    last = [folder.absolute().name.lstrip(".") or str(folder) for folder in folders]
    return {(n if last.count(n) == 1 else str(f)): f for n, f in zip(last, folders, strict=True)}
