"""Files into the index: added, changed, unchanged, duplicates, removed, failed."""

import json
import os
import sys
from pathlib import Path

import pytest

from index import update

ROWS = [{"id": f"r{n}", "title": f"Row {n}", "text": f"Row number {n} reports on ferries and tides."} for n in range(4)]


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "news"
    place.mkdir()
    (place / "ferry.txt").write_text("Ferry returns\n\nThe ferry to the island sails again.\n", encoding="utf-8")
    (place / "bread.md").write_text("# Bread\n\nA bakery by the canal won a prize.\n", encoding="utf-8")
    write_rows(place / "rows.jsonl", ROWS)
    return place


def counts(summary) -> tuple[int, ...]:
    return (summary.added, summary.changed, summary.unchanged, summary.duplicates, summary.removed, len(summary.failed))


def test_twice_changes_nothing_and_encodes_nothing(new_index, encoder, folder: Path) -> None:
    with new_index() as index:
        assert counts(update(index, [folder])) == (6, 0, 0, 0, 0, 0)
        before, encoded, bytes_ = index.fingerprint(), encoder.encoded, index._path.read_bytes()
        told: list[tuple[int, int | None, str]] = []
        summary = update(index, [folder], progress=lambda *said: told.append(said))
        assert counts(summary) == (0, 0, 6, 0, 0, 0)
        assert (index.fingerprint(), encoder.encoded, index._path.read_bytes()) == (before, encoded, bytes_)
        assert told[-1][0] == 6


def test_a_changed_file_replaces_its_article(new_index, folder: Path) -> None:
    with new_index() as index:
        update(index, [folder])
        (folder / "ferry.txt").write_text("Ferry stops\n\nThe ferry was taken out of service.\n", encoding="utf-8")
        assert counts(update(index, [folder])) == (0, 1, 5, 0, 0, 0)
        assert len(index) == 6
        assert not [a for a in index.articles() if "sails again" in a.text]


def test_rows_come_change_and_go_with_their_file(new_index, folder: Path) -> None:
    with new_index() as index:
        update(index, [folder])
        changed = {**ROWS[1], "text": "Row number 1 now reports on trams."}
        write_rows(folder / "rows.jsonl", [ROWS[0], changed, {**ROWS[2], "id": "new", "title": "New"}])
        added, changed_, unchanged, _, removed, failed = counts(update(index, [folder]))
        assert (added, changed_, unchanged, removed, failed) == (1, 1, 3, 2, 0)
        assert len(index) == 5


def test_a_bad_row_is_a_failure_and_the_others_go_in(new_index, folder: Path) -> None:
    path = folder / "rows.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    with new_index() as index:
        for expected in ((6, 0, 0, 0, 0, 1), (0, 0, 6, 0, 0, 1)):
            summary = update(index, [folder, folder / "none.txt"])
            assert counts(summary)[:5] == expected[:5]
            assert len(summary.failed) == 2
            assert all("\n" not in failure.reason for failure in summary.failed)


def test_notes_are_told_once_and_fail_nothing(new_index, tmp_path: Path) -> None:
    lines = ("HD  Mill to close", "PD  8 June 2023", "SN  Vell Observer", "LA  English", "TD  The mill will close.")
    (tmp_path / "export.txt").write_text("\n".join(lines), encoding="utf-8")
    with new_index() as index:
        summary = update(index, [tmp_path / "export.txt"])
        assert (counts(summary), len(summary.notes)) == ((1, 0, 0, 0, 0, 0), 1)
        assert "1 article of a Factiva export; 1 line of fields" in summary.notes[0].reason
        summary = update(index, [tmp_path / "export.txt"])
        assert (counts(summary), summary.notes) == ((0, 0, 1, 0, 0, 0), ())


def test_what_was_removed_comes_back_only_when_it_is_named_again(new_index, folder: Path) -> None:
    with new_index() as index:
        update(index, [folder])
        (id_,) = [a.id for a in index.articles() if "ferry to the island" in a.text]
        index.remove(id_)
        assert len(index) == 5
        assert counts(update(index, [folder]))[0] == 1


def test_a_copy_of_a_file_is_a_duplicate(new_index, folder: Path) -> None:
    (folder / "same.txt").write_bytes((folder / "ferry.txt").read_bytes())
    with new_index() as index:
        assert counts(update(index, [folder])) == (6, 0, 0, 1, 0, 0)
        assert counts(update(index, [folder])) == (0, 0, 7, 0, 0, 0)


def test_a_parser_that_breaks_stops_nothing_else(new_index, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ingest.documents

    prepare = ingest.documents.prepare

    def break_on_bread(raw):
        if "bread" in raw.source:
            raise RecursionError("too deep")
        return prepare(raw)

    monkeypatch.setattr(sys.modules["ingest.documents"], "prepare", break_on_bread)
    with new_index() as index:
        summary = update(index, [folder])
        assert counts(summary) == (5, 0, 0, 0, 0, 1)
        assert "bread.md" in summary.failed[0].reason


def test_an_interrupt_keeps_the_batches_before_it(new_index, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["index.updating"], "BATCH", 2)

    def interrupt(done: int, total: int | None, name: str) -> None:
        if done >= 3:
            raise KeyboardInterrupt

    with new_index() as index:
        with pytest.raises(KeyboardInterrupt):
            update(index, [folder], progress=interrupt)
        assert 2 <= len(index) <= 4
        update(index, [folder])
        assert len(index) == 6


def test_a_file_is_one_however_it_is_named(new_index, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    with new_index() as index:
        assert counts(update(index, ["news"])) == (6, 0, 0, 0, 0, 0)
        for name in (folder, "./news/", "../" + folder.parent.name + "/news"):
            assert counts(update(index, [name])) == (0, 0, 6, 0, 0, 0), name
        (folder / "ferry.txt").write_text("Ferry stops\n\nThe ferry was taken out of service.\n", encoding="utf-8")
        monkeypatch.chdir(folder)
        assert counts(update(index, ["ferry.txt"])) == (0, 1, 0, 0, 0, 0)
        assert not [a for a in index.articles() if "sails again" in a.text]


def test_files_named_alike_in_two_folders_are_two(new_index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        for number, month in enumerate(("jan", "feb")):
            (tmp_path / month).mkdir()
            write_rows(tmp_path / month / "rows.jsonl", [{**ROWS[number], "id": "1"}])
            (tmp_path / month / "a.txt").write_text(f"Fog in {month}\n\nFog held up the ferry in {month}.\n")
            monkeypatch.chdir(tmp_path / month)
            assert counts(update(index, ["rows.jsonl", "a.txt"])) == (2, 0, 0, 0, 0, 0)
        assert len(index) == 4


def test_a_name_that_is_no_text_fails_alone(new_index, folder: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt")).write_text("Fog held up the ferry.", encoding="utf-8")
    except OSError as error:
        pytest.skip(f"this file system takes no such name: {error}")
    with new_index() as index:
        summary = update(index, [folder])
        assert counts(summary) == (6, 0, 0, 0, 0, 1)
        assert "not UTF-8" in summary.failed[0].reason
        assert all(
            text.isprintable() and text.encode() for text in (summary.failed[0].source, summary.failed[0].reason)
        )
