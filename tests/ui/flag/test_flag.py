"""Flagged answers: the rows fit the schema of question sets, the file holds one for each question and stays small."""

import json
import threading
from pathlib import Path

import pytest

from eval.sets.load import load_questions
from eval.sets.schema import find_fault
from eval.types import ExpectedDate, ExpectedFigure, ExpectedWords, Kind
from ingest.errors import InputError
from qa.desk import Newsdesk
from ui.chat.flag.carry import carriers
from ui.chat.flag.file import MOST_BYTES, NAME, FlagFiles
from ui.chat.flag.row import LONGEST, Flag, row_of

ASKED = "How many trams did Glasport buy in 2023?"


@pytest.mark.parametrize(
    ("right", "unknown", "kind", "expects"),
    [
        ("48 trams", False, "figure", ("48", "tram")),
        ("about 2.3 trillion yuan", False, "figure", ("2300000000000", "CNY")),
        ("7 March 2024", False, "date", "2024-03-07"),
        ("Ann Oar", False, "name", ["Ann Oar"]),
        ("The trams were never bought because money ran out", False, "statement", None),
        ("", True, "unanswerable", None),
        ("48 trams", True, "unanswerable", None),
        ("", False, None, None),
        ("x" * 5_000, False, "name", None),
    ],
)
def test_a_row_fits_the_schema(right: str, unknown: bool, kind: str | None, expects: object) -> None:
    row = row_of(Flag(ASKED, "51 trams", right, unknown, "2024-06-04"), ["Trams return"])
    assert "51 trams" in row["note"]
    if kind is None:
        assert set(row) == {"id", "question", "as_of", "note"}
        return
    assert find_fault(row) is None
    assert row["kind"] == kind
    if kind == "figure":
        assert (row["expected"][0]["value"], row["expected"][0]["unit"]) == expects
    elif kind == "date":
        assert row["expected"]["start"] == expects
    elif kind == "name" and expects:
        assert row["expected"]["accept"] == expects
    assert len(json.dumps(row)) < 3 * LONGEST


def test_a_set_of_flags_is_read_by_eval(tmp_path: Path) -> None:
    files = FlagFiles()
    for n, right in enumerate(("48 trams", "7 March 2024", "Ann Oar", "")):
        files.put(tmp_path, row_of(Flag(f"Question {n}?", "51", right), ["Trams return"]))
    found = load_questions(tmp_path / NAME)
    assert [type(q.expected) for q in found[:1]] == [tuple]
    assert isinstance(found[0].expected, tuple)
    assert isinstance(found[0].expected[0], ExpectedFigure)
    assert isinstance(found[1].expected, ExpectedDate)
    assert isinstance(found[2].expected, ExpectedWords)
    assert found[3].kind is Kind.UNGRADED


def test_a_later_flag_takes_the_place_of_the_earlier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = FlagFiles()
    (tmp_path / NAME).write_text("broken by hand\n", encoding="utf-8")
    for question, right in ((ASKED, "48"), ("Other?", "2"), (f"  {ASKED.upper()} ", "49")):
        files.put(tmp_path, row_of(Flag(question, "51", right), ["Trams return"]))
    files.put(tmp_path, row_of(Flag(ASKED, "51", "47", as_of="2024-01-01"), ["Trams return"]))
    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "broken by hand"
    assert [json.loads(line)["expected"][0]["value"] for line in lines[1:]] == ["2", "49", "47"]
    assert capsys.readouterr().err.count(str(tmp_path / NAME)) == 1


def test_a_full_file_takes_no_more_and_is_left_whole(tmp_path: Path) -> None:
    full = json.dumps({"id": "old", "note": "x" * MOST_BYTES}) + "\n"
    (tmp_path / NAME).write_text(full, encoding="utf-8")
    with pytest.raises(InputError, match="is full"):
        FlagFiles().put(tmp_path, row_of(Flag(ASKED, "51"), []))
    assert (tmp_path / NAME).read_text(encoding="utf-8") == full
    assert [p.name for p in tmp_path.iterdir()] == [NAME]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        FlagFiles().put(tmp_path / "none", row_of(Flag(ASKED, "51"), []))


def test_several_users_lose_nothing(tmp_path: Path) -> None:
    files = FlagFiles()
    rows = [row_of(Flag(f"Question {n}?", "51", "48"), ["Trams return"]) for n in range(40)]
    threads = [threading.Thread(target=files.put, args=(tmp_path, row)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {q.id for q in load_questions(tmp_path / NAME)} == {row["id"] for row in rows}


def test_the_articles_that_print_what_is_right_are_named(samples: Newsdesk) -> None:
    asked = "What was the industrial added value of the region?"
    (title,) = carriers(samples, Flag(asked, "", "43,000"))
    assert "43,000" in next(a.text for a in samples.articles() if a.title == title)
    assert len(carriers(samples, Flag(asked, "", "what no article prints"))) > 1
    assert carriers(samples, Flag(asked, "")) == []
