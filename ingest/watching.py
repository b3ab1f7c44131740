"""Which files below some folders are new or changed, by their size and time of change."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.sources import survey


class Stamp(NamedTuple):
    """What tells a changed file without reading it."""

    changed_ns: int
    size: int


class Watched:
    """Folders that are looked at again and again; nothing of them is kept but a stamp of each file."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = folders
        self._before: dict[str, Stamp] = {}
        self._given: dict[str, Stamp] = {}

    def changed(self) -> list[str]:
        """Return the files that are new or differ from when they were returned last, in order.

        A file is returned once two looks found it the same: one that is being written is not read by halves.
        Files that are gone, and folders that are for a while, are passed over.
        """
        now = self._stamps()
        found = [name for name, stamp in now.items() if self._before.get(name) == stamp != self._given.get(name)]
        self._before = now
        self._given.update((name, now[name]) for name in found)
        return found

    def _stamps(self) -> dict[str, Stamp]:
        stamps = {}
        for source in survey(self._folders).sources:
            try:
                known = Path(source.location).stat()
            except OSError:  # gone since the folder was listed
                continue
            stamps[source.location] = Stamp(known.st_mtime_ns, known.st_size)
        return stamps
