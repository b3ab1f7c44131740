"""The former versions of articles in `news.sqlite`, by the source that gave them; functions over a connection.

They belong to a source and not to an article: the id of an article that has no address of its own follows its text.
Writers are called inside a transaction (`index.connect.transaction`); nothing here commits.
"""

import sqlite3
from datetime import UTC, date, datetime

from index import codec, schema
from index.types import Version
from ingest.types import Document

MOST = 20
"""Versions kept of a source: a live page that is read again every hour keeps the day. Some 3 kB each, compressed."""

SINCE = 4
"""The schema version that has the table; a file of an older one is read as it is (`index.schema.READABLE`)."""


def keep(connection: sqlite3.Connection, place: str, row: int, document: Document) -> None:
    """Keep what the article of a row says, before a document of the same source takes its place.

    Nothing is kept where the source gave the same bytes, which another version of newsdesk reads in another way, or
    where the words are the same; the oldest goes where there are more than MOST.
    """
    query = "SELECT title, text, published, raw FROM articles WHERE row = ?"
    title, text, published, raw = connection.execute(query, (row,)).fetchone()
    said = (document.article.title, document.article.text)
    if (title, text) == said or codec.unpack_raw(raw) == document.raw:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(
        "INSERT INTO versions (source, replaced, title, published, text) VALUES (?, ?, ?, ?, ?)",
        (place, now, title, published, codec.pack_raw(text.encode())),
    )
    oldest = "SELECT number FROM versions WHERE source = ?1 ORDER BY number DESC LIMIT -1 OFFSET ?2"
    connection.execute(f"DELETE FROM versions WHERE number IN ({oldest})", (place, MOST))


def drop(connection: sqlite3.Connection, place: str) -> None:
    """Take out what a source said before: its article was removed, or its file gives it no more."""
    connection.execute("DELETE FROM versions WHERE source = ?", (place,))


def read_versions(connection: sqlite3.Connection, row: int) -> list[Version]:
    """Return the versions of the article of a row, oldest first; the last is what it says now.

    Where several sources give the article, the versions of all of them are told by time, each text once in a row.
    """
    title, text, published = connection.execute(
        "SELECT title, text, published FROM articles WHERE row = ?", (row,)
    ).fetchone()
    found: list[Version] = []
    for former in (*_read_former(connection, row), (title, text, published, None, "")):
        if found and (found[-1].title, found[-1].text) == former[:2]:
            found[-1] = _version(found[-1].read, *former) if former[3] is None else found[-1]
        else:
            found.append(_version(found[-1].replaced if found else None, *former))
    return found


def _read_former(connection: sqlite3.Connection, row: int) -> list[tuple[str, str, str | None, str, str]]:
    if schema.version(connection) < SINCE:
        return []
    query = """
        SELECT title, text, published, replaced, '@' || number FROM versions
        WHERE source IN (SELECT source FROM sources WHERE article = ?) ORDER BY number"""
    return [(title, codec.unpack_raw(blob).decode(), *rest) for title, blob, *rest in connection.execute(query, (row,))]


def _version(
    read: datetime | None, title: str, text: str, published: str | None, replaced: str | None, suffix: str
) -> Version:
    return Version(
        title=title,
        text=text,
        published=date.fromisoformat(published) if published else None,
        read=read,
        replaced=datetime.fromisoformat(replaced) if replaced else None,
        suffix=suffix,
    )
