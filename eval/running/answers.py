"""A file of answers: one JSON object a line, held by one writer, read back line by line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from eval.types import Record
from ingest.errors import InputError, SettingError


@contextmanager
def hold(out: Path) -> Iterator[BinaryIO]:
    """Open a file of answers for this process alone."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("a+b") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # no such locks on this system
            pass
        except OSError as error:
            raise SettingError(f"{out}: another batch is writing to it; name another --out") from error
        file.seek(0)
        yield file


def read_line(line: bytes) -> Record | None:
    """Return the record of a whole line, None for one that was cut."""
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def write_line(record: Record) -> bytes:
    """Return a record as a line of JSON; what UTF-8 cannot hold is escaped."""
    return (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def read_answers(path: str | Path) -> Iterator[Record]:
    """Yield the records of a file of answers.

    Raises:
        InputError: the file cannot be opened, or a line of it is no answer.
    """
    path = Path(path)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                record = read_line(line if line.endswith(b"\n") else line + b"\n")
                if record is None or "id" not in record:
                    raise InputError(f"{path.name}, line {number}, id: this is no answer of `newsdesk batch`")
                yield record
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file written by `newsdesk batch`") from error
