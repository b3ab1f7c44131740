"""Question sets are checked on load, and an error says where."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eval.sets.corpora import QUESTIONS, bundled_sets
from eval.sets.load import count_rows, load_questions, read_row, stream_questions, write_row
from eval.types import BadRow, ExpectedDate, ExpectedFigure, ExpectedWords, Kind, Question
from ingest.errors import InputError

GOOD: dict[str, Any] = {
    "id": "port-1",
    "question": "How many ships called?",
    "kind": "figure",
    "expected": [{"text": "318 ships", "value": "318", "high": None, "unit": "ship", "period": None, "bound": "exact"}],
    "articles": ["port"],
    "quote": ["318 ships"],
    "as_of": None,
}
NAME = {"kind": "name", "expected": {"accept": ["Varna"]}}


def write(folder: Path, *rows: Any, name: str = "set.jsonl") -> Path:
    path = folder / name
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


def test_a_good_row_is_read(tmp_path: Path) -> None:
    [question] = load_questions(write(tmp_path, GOOD))
    assert question.kind is Kind.FIGURE
    assert question.expected == (ExpectedFigure("318 ships", Decimal(318), None, "ship"),)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"kind": "figur"}, "line 2, kind: 'figur'"),
        ({"question": ""}, "line 2, question: "),
        ({"question": None}, "line 2, question: None"),
        ({"expected": None}, "line 2, expected: None"),
        ({"expected": [{"text": "x"}]}, "line 2, expected[0]."),
        ({"expected": [GOOD["expected"][0] | {"value": 318}]}, "line 2, expected[0].value: 318"),
        ({"expected": [GOOD["expected"][0] | {"bound": "roughly"}]}, "line 2, expected[0].bound: 'roughly'"),
        ({"as_of": "tomorrow"}, "line 2, as_of: 'tomorrow'"),
        ({"articles": []}, "line 2, articles: "),
        ({"quote": "318"}, "line 2, quote: '318'"),
        ({"answer": 1}, "line 2, answer: is not a field"),
        (NAME | {"expected": {"accept": [1]}}, "line 2, expected.accept[0]: 1"),
    ],
)
def test_a_bad_row_names_file_line_and_field(tmp_path: Path, change: dict[str, Any], where: str) -> None:
    path = write(tmp_path, GOOD, GOOD | {"id": "port-2"} | change)
    with pytest.raises(InputError) as caught:
        load_questions(path)
    assert f"set.jsonl, {where}" in str(caught.value)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([GOOD, GOOD], "port-1 stands twice"),
        ([GOOD | {"follows": "port-0"}], "follows port-0, which is not before it"),
        (["{"], "line 1: not JSON"),
        (["[1]"], "line 1, the row"),
        ([""], "holds no question"),
    ],
)
def test_a_set_that_cannot_be_graded_is_refused(tmp_path: Path, rows: list[Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_questions(write(tmp_path, *rows))


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere.jsonl: .*; name a JSONL or CSV file"):
        list(stream_questions(tmp_path / "nowhere.jsonl"))


def test_a_stream_goes_on_behind_a_bad_row(tmp_path: Path) -> None:
    found = list(stream_questions(write(tmp_path, GOOD, "{", {"question": "Only asked?"})))
    assert [type(row) for row in found] == [Question, BadRow, Question]
    assert found[2] == Question("line-3", "Only asked?", Kind.UNGRADED)


@pytest.mark.parametrize("name", bundled_sets())
def test_every_row_of_our_sets_is_written_as_it_was_read(name: str) -> None:
    rows = [json.loads(line) for line in (QUESTIONS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    for row, question in zip(rows, load_questions(QUESTIONS / f"{name}.jsonl"), strict=True):
        assert read_row(write_row(question)) == question
        assert write_row(question)["articles"] == row["articles"]


def test_csv_rows_become_questions(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text(
        'question,expected\n"How many, then?",318 ships\nWhen?,October 2023\nWho?,Ana Petrovic | Petrovic\n'
        "What?,\n,5\nWhy?,because the new crane was late by many weeks\n",
        encoding="utf-8",
    )
    found = list(stream_questions(path))
    assert count_rows(path) == len(found) == 6
    assert isinstance(found[4], BadRow)
    assert "set.csv, line 6, question: is empty" in found[4].message
    questions = [row for row in found if isinstance(row, Question)]
    assert [q.kind.value for q in questions] == ["figure", "date", "name", "unanswerable", "statement"]
    assert isinstance(questions[1].expected, ExpectedDate)
    assert questions[1].expected.start == date(2023, 10, 1)
    assert questions[2].expected == ExpectedWords(("Ana Petrovic", "Petrovic"))


def test_csv_without_expectations_is_only_asked(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("\ufeffid,question,as_of\nq7,How many?,2024-01-01\nq8,Who?,soon\n", encoding="utf-8")
    first, second = stream_questions(path)
    assert first == Question("q7", "How many?", Kind.UNGRADED, as_of=date(2024, 1, 1))
    assert isinstance(second, BadRow)


def test_csv_needs_a_question_column(tmp_path: Path) -> None:
    path = tmp_path / "set.csv"
    path.write_text("text\nHow many?\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column is named `question`"):
        list(stream_questions(path))
