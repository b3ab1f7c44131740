"""Schema versions: an old file is brought up to date, a newer one is refused."""

import sqlite3
from pathlib import Path

import pytest
from index_fakes import FakeEncoder, make_document

from index import Index, schema
from index.connect import FILE
from ingest.errors import IndexFolderError


def describe(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return dict(rows.fetchall())


@pytest.fixture
def version_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index file as the first version made it, with an article in it."""
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        patch.setattr(schema, "VERSION", 1)
        with Index.open(tmp_path, encoder=FakeEncoder(), create=True) as index:
            index.put([make_document("old", "An old article about tides.")])
    with sqlite3.connect(tmp_path / FILE) as raw:
        assert schema.version(raw) == 1
    raw.close()
    return tmp_path


@pytest.mark.parametrize("settings", [{}, {"create": True}, {"read_only": False}])
def test_an_old_file_is_migrated_and_keeps_its_articles(version_one: Path, settings: dict[str, bool]) -> None:
    with Index.open(version_one, encoder=FakeEncoder(), **settings) as index:
        assert [hit.article.id for hit in index.search("tides")] == ["old"]
    new = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(new, "memory")
    with sqlite3.connect(version_one / FILE) as raw:
        assert schema.version(raw) == schema.VERSION
        assert describe(raw) == describe(new)
    raw.close()
    new.close()


@pytest.mark.parametrize("settings", [{}, {"create": True}])
def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path, settings: dict[str, bool]) -> None:
    Index.open(tmp_path, encoder=FakeEncoder(), create=True).close()
    with sqlite3.connect(tmp_path / FILE) as raw:
        raw.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    raw.close()
    with pytest.raises(IndexFolderError, match="newer newsdesk"):
        Index.open(tmp_path, encoder=FakeEncoder(), **settings).put([make_document("a", "Text.")])


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    monkeypatch.setattr(schema, "MIGRATIONS", ("CREATE TABLE one (x);", "CREATE TABLE two (x); nonsense;"))
    with pytest.raises(sqlite3.Error):
        schema.migrate(connection, "here")
    assert schema.version(connection) == 0
    assert not describe(connection)
    connection.close()
