"""The web addresses that articles were read from, and what each said of its state; functions over a connection.

Writers are called inside a transaction (`index.connect.transaction`); nothing here commits.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from index.places import is_address
from ingest.version import INGEST_VERSION
from ingest.web.visits import Stamp

# A source is kept to so many characters (`ingest.documents`); what is as long may be the beginning of an address.
_CUT = 300


def read_known(connection: sqlite3.Connection) -> dict[str, Stamp]:
    """Return what each address said when it was read last, by address in order; removed ones are left out.

    Addresses that only the sources of articles name, as those of a former version, are among them. What another
    version of ingest read is to be read in full: the same page may become another article.
    """
    query = "SELECT address, final, etag, modified, version FROM addresses WHERE removed = 0"
    known = {
        address: Stamp(final, etag, modified) if version == INGEST_VERSION else Stamp(final)
        for address, final, etag, modified, version in connection.execute(query)
    }
    covered = {stamp.final for stamp in known.values()} | known.keys() | read_removed(connection)
    for (source,) in connection.execute("SELECT source FROM sources"):
        head = source.partition("#")[0]
        if is_address(source) and len(source) < _CUT and not {source, head} & covered:
            known[head] = Stamp(head)
    return dict(sorted(known.items()))


def read_removed(connection: sqlite3.Connection) -> set[str]:
    """Return the addresses, and the entries (`address#id`), whose article was taken out."""
    query = "SELECT address, final FROM addresses WHERE removed = 1"
    return {name for row in connection.execute(query) for name in row}


def write(connection: sqlite3.Connection, stamps: Mapping[str, Stamp]) -> None:
    """Remember what addresses said."""
    connection.executemany(
        "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?, ?, 0)",
        ((address, s.final, s.etag, s.modified, INGEST_VERSION) for address, s in stamps.items()),
    )


def drop(connection: sqlite3.Connection, source: str) -> None:
    """Remember that an article was taken out, so that reading the address of its source again leaves it out."""
    if is_address(source):
        connection.execute("DELETE FROM addresses WHERE address = ?", (source,))
        connection.execute("UPDATE addresses SET removed = 1 WHERE substr(final, 1, ?) = ?", (_CUT, source))
        connection.execute("INSERT INTO addresses VALUES (?1, ?1, NULL, NULL, 0, 1)", (source,))


def want(connection: sqlite3.Connection, sources: Iterable[str]) -> None:
    """Forget that articles were taken out: who ingests them again wants them back."""
    query = "DELETE FROM addresses WHERE removed = 1 AND ?1 IN (address, final)"
    connection.executemany(query, ((source,) for source in sources))
