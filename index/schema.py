"""The tables of `news.sqlite`, and the steps from each version of them to the next.

A new file goes through every step; a file of an older version through those it lacks, in one transaction.
"""

import sqlite3

from ingest.errors import IndexFolderError

APPLICATION_ID = 0x6E657773
"""Marks the file as ours in its header ("news" in ASCII)."""

CHUNK_BITS = 20
"""A chunk's id is its article's row shifted by this, plus its position: the article of any chunk id is known
without a look-up, and ids are never given twice because article rows are not."""

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    publisher TEXT,
    authors TEXT NOT NULL,          -- JSON list
    published TEXT,                 -- ISO date
    url TEXT,
    digest TEXT NOT NULL,
    signature BLOB NOT NULL,        -- uint64, little endian
    voice TEXT NOT NULL,            -- smallest id among the near copies of this article, itself included
    raw BLOB NOT NULL,              -- zlib
    sentence_vectors BLOB NOT NULL  -- float16 (sentences, dimension)
);
CREATE INDEX articles_voice ON articles (voice);
CREATE INDEX articles_published ON articles (published);

CREATE TABLE sources (
    source TEXT PRIMARY KEY,        -- see `index.places.place_of`
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    digest TEXT NOT NULL            -- sha256 of the bytes it gave, and of the ingest version
) WITHOUT ROWID;
CREATE INDEX sources_article ON sources (article);

CREATE TABLE files (
    location TEXT PRIMARY KEY,      -- the full path of a file every article of which is in the index
    digest TEXT NOT NULL,           -- sha256 of the file as it was then, and of the ingest version
    articles INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    heading INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE chunks (
    id INTEGER PRIMARY KEY,         -- article row and position, see CHUNK_BITS
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    vector BLOB NOT NULL            -- float32 (dimension)
);

CREATE VIRTUAL TABLE words USING fts5 (
    title, text, extra,             -- rowid is the chunk's id
    tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE TABLE figures (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT,
    value TEXT,                     -- Decimal as text
    period_start TEXT,              -- ISO date
    period_end TEXT,
    subject TEXT,
    measure TEXT,
    whole TEXT NOT NULL,            -- the figure as JSON
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE bands (
    key INTEGER NOT NULL,           -- hash of a band of an article's signature
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX bands_article ON bands (article);

CREATE TABLE copies (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    similarity REAL NOT NULL,       -- share of equal places in the two signatures
    PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE INDEX copies_other ON copies (other);

CREATE TABLE changes (
    generation INTEGER NOT NULL,    -- the state in which the chunk came or went
    chunk INTEGER NOT NULL,
    PRIMARY KEY (generation, chunk)
) WITHOUT ROWID;

CREATE TABLE generations (
    generation INTEGER PRIMARY KEY,
    token TEXT NOT NULL             -- random: two files that went apart do not take each other's vectors
);
INSERT INTO generations VALUES (0, lower(hex(randomblob(8))));
"""

_SECOND = """
CREATE INDEX figures_unit ON figures (unit);
CREATE INDEX figures_period ON figures (period_start, period_end);
"""

_THIRD = """
CREATE TABLE addresses (
    address TEXT PRIMARY KEY,       -- a web address as it was asked
    final TEXT NOT NULL,            -- the one that answered, after redirects; what its articles name as their source
    etag TEXT,                      -- what it said of its state, to be sent back to it
    modified TEXT,
    version INTEGER NOT NULL,       -- the ingest version that read it
    removed INTEGER NOT NULL        -- 1 for one whose article was taken out: reading again does not bring it back
) WITHOUT ROWID;
"""

_FOURTH = """
CREATE TABLE versions (
    number INTEGER PRIMARY KEY,     -- of one source the later was replaced later
    source TEXT NOT NULL,           -- see `index.places.place_of`
    replaced TEXT NOT NULL,         -- when another text took its place: ISO time in UTC
    title TEXT NOT NULL,
    published TEXT,                 -- ISO date
    text BLOB NOT NULL              -- zlib
);
CREATE INDEX versions_source ON versions (source, number);
"""

MIGRATIONS = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""Step n leads from version n to version n + 1; steps are added, never changed."""

VERSION = len(MIGRATIONS)

READABLE = 2
"""Files from this version on are read as they are: what came later holds nothing that a question needs. So an index
that may not be written to stays readable."""


def version(connection: sqlite3.Connection) -> int:
    """Return the schema version of a file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check(connection: sqlite3.Connection, where: str) -> int:
    """Return the schema version of a file; raise IndexFolderError for a newer one than this program knows."""
    found = version(connection)
    if found > VERSION:
        raise IndexFolderError(f"{where} was made by a newer newsdesk (schema {found}): update newsdesk")
    return found


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring a file to the present version in one transaction; raise IndexFolderError for a newer file."""
    if version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = check(connection, where)
        for step in MIGRATIONS[found:]:
            for statement in _statements(step):
                connection.execute(statement)
        if found < VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """Split a script into statements (`executescript` would commit the transaction)."""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
