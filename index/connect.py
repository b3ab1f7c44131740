"""Opening `news.sqlite`, and turning what SQLite says into one line for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import locks, schema
from ingest.errors import CorruptIndex, IndexFolderError, NewsdeskError, NoIndex

FILE = "news.sqlite"

BUSY_SECONDS = 30.0
"""How long a writer waits for another: a transaction of one batch of articles takes well under a second."""


def connect(folder: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open the index file of a folder, migrated to the present schema.

    Raises NoIndex, CorruptIndex, or IndexFolderError for a folder that cannot be read or written.
    """
    path = folder / FILE
    with explained(path):
        if read_only:
            return _reader(path)
        return _writer(path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into IndexFolderError with one line."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise IndexFolderError(
            f"cannot use the index folder {path.parent} ({why}): name another with --index"
        ) from error


def explain(error: sqlite3.Error, path: Path) -> NewsdeskError:
    """Say what an error of SQLite means for the user, and what to do next."""
    said = str(error)
    if any(sign in said for sign in ("locked", "busy", "locking", "disk I/O")) and not locks.work(path.parent):
        return IndexFolderError(
            f"the file system of {path} gives no locks (a network drive?): keep the index on a disk of this machine, "
            "and name it with --index"
        )
    if "malformed" in said or "not a database" in said or "corrupt" in said:
        return CorruptIndex(
            f"the index file {path} is damaged ({said}); it was left as it is: restore it from a copy, "
            "or move it away and ingest again"
        )
    if "is full" in said:
        return IndexFolderError(
            f"no room left on the disk of {path}: free some and run it again; what was stored stays"
        )
    if "locked" in said or "busy" in said:
        return IndexFolderError(f"another process is writing to {path}: wait until it has finished and try again")
    if "readonly" in said:
        return IndexFolderError(f"cannot write to {path}: the folder or the file is read-only")
    if "unable to open" in said:
        return IndexFolderError(
            f"cannot open or write {path}: the folder or the file is read-only, or the disk is full"
        )
    if "disk I/O" in said:
        return IndexFolderError(
            f"the disk failed on {path} ({said}): see whether it is full or broken; what was stored stays"
        )
    return IndexFolderError(f"cannot use the index file {path}: {said}")


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Run a block as one change: all of it or, at any error or kill, none of it."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            schema.check(connection, str(path))  # a newer newsdesk may have come since it was opened
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _writer(path: Path) -> sqlite3.Connection:
    if path.parent.exists() and not path.parent.is_dir():
        raise IndexFolderError(f"{path.parent} is a file, and the index is a folder: name another with --index")
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = _open(f"{path.absolute().as_uri()}?mode=rwc")
    try:
        if schema.version(connection) == 0 and _has_tables(connection):
            raise CorruptIndex(f"{path} is an SQLite file of something else; it was left as it is")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a kill or power cut loses no consistency
        connection.execute("PRAGMA foreign_keys = ON")
        schema.migrate(connection, str(path))
    except BaseException:
        connection.close()
        raise
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise NoIndex(f"there is no index in {path.parent}: make one with `newsdesk ingest PATH`")
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = _open(uri)
    try:
        found = _probe(connection)
    except sqlite3.OperationalError as error:
        if "readonly" in str(error):  # a kill left a change half made, and only a writer may take it back
            _recover(path)
            connection = _open(uri)
        elif "unable to open" in str(error):
            # A read-only folder has no room for the files beside a WAL database; nobody can be writing either.
            _check_no_wal(path)
            connection = _open(uri + "&immutable=1")
        else:
            raise
        found = _probe(connection)
    if found is not None and schema.READABLE <= found <= schema.VERSION:
        return connection
    connection.close()
    if found is None:
        raise NoIndex(f"there is no index in {path.parent} yet: make one with `newsdesk ingest PATH`")
    _writer(path).close()
    return _open(uri)


def _recover(path: Path) -> None:
    """Let SQLite take back what a killed writer left in the file."""
    connection = _open(f"{path.absolute().as_uri()}?mode=rw")
    try:
        schema.version(connection)
    finally:
        connection.close()


def _check_no_wal(path: Path) -> None:
    """Refuse to read a file past the changes that are stored beside it: they would be missing without a word."""
    beside = path.with_name(f"{path.name}-wal")
    if beside.is_file() and beside.stat().st_size:
        raise IndexFolderError(
            f"{path} was not closed by its last writer, and cannot be read where nothing can be written: "
            "make its folder writable, or free some disk; the next `newsdesk ingest` closes it"
        )


def _probe(connection: sqlite3.Connection) -> int | None:
    """Return the schema version of a file, None for an empty one; close the connection where it cannot be read."""
    try:
        found = schema.version(connection)
        return None if found == 0 and not _has_tables(connection) else found
    except BaseException:
        connection.close()
        raise


def _open(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
