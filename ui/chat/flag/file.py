"""The file of flagged answers in the index folder: JSON lines, one for each question, bounded in size."""

import json
import os
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from ingest.errors import InputError

NAME = "flagged.jsonl"
MOST_BYTES = 1_000_000
"""About two thousand rows: more than anybody corrects before they look at them."""


class FlagFiles:
    """The files of the indexes of a page; the terminal hears of each once, when the first row comes."""

    def __init__(self) -> None:
        self._told: set[Path] = set()
        self._lock = threading.Lock()

    def put(self, folder: Path, row: dict[str, Any]) -> None:
        """Put a row at the end of an index's file, in the place of an earlier one of its id.

        The file is replaced as a whole: whoever reads it, or kills the server, finds the old one or the new one. A line
        that somebody broke by hand is left as it is.

        Raises:
            InputError: the file is full, or cannot be written.
        """
        path = folder / NAME
        with self._lock:
            try:
                kept = [line for line in _lines(path) if _id(line) != row["id"]]
                text = "".join(f"{line}\n" for line in [*kept, json.dumps(row, ensure_ascii=False)])
                if len(text.encode("utf-8", "replace")) > MOST_BYTES:
                    raise InputError(f"{path.name} is full: whoever runs this page has to move it, then flag again")
                _replace(path, text)
            except OSError as error:
                raise InputError(f"{path.name} cannot be written ({error.strerror or error})") from error
            if path not in self._told:
                self._told.add(path)
                sys.stderr.write(f"an answer was flagged as wrong: it stands in {path}\n")


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line for line in path.read_text(encoding="utf-8", errors="replace").split("\n") if line.strip()]


def _id(line: str) -> Any:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row.get("id") if isinstance(row, dict) else None


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(prefix=".flagged-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
