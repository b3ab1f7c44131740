"""Read question sets: JSON lines by the schema, and CSV with the columns `question,expected`."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.sets.guess import guess_expected
from eval.sets.schema import find_fault
from eval.types import BadRow, Expected, ExpectedDate, ExpectedFigure, ExpectedWords, Kind, Question
from ingest.errors import InputError

# A row that holds only these is a question to be answered, not one to be graded.
ASKING_ONLY = {"id", "question", "as_of", "follows", "note"}


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _figure(row: dict[str, Any]) -> ExpectedFigure:
    period = row["period"]
    return ExpectedFigure(
        text=row["text"],
        value=Decimal(row["value"]),
        high=Decimal(row["high"]) if row["high"] is not None else None,
        unit=row["unit"],
        bound=row["bound"],
        period=(_day(period["start"]), _day(period["end"])) if period else None,
    )


def read_expected(value: Any) -> Expected:
    """Return what a row expects as a typed object; the row has been checked by the schema."""
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(_figure(row) for row in value)
    if "start" in value:
        return ExpectedDate(_day(value["start"]), _day(value["end"]), tuple(value["accept"]))
    return ExpectedWords(tuple(value["accept"]), tuple(value.get("must", ())))


def _figure_row(one: ExpectedFigure) -> dict[str, Any]:
    start, end = one.period or (None, None)
    return {
        "text": one.text,
        "value": f"{one.value:f}",
        "high": f"{one.high:f}" if one.high is not None else None,
        "unit": one.unit,
        "period": {"start": _iso(start), "end": _iso(end)} if one.period else None,
        "bound": one.bound,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _expected_row(expected: Expected) -> Any:
    if isinstance(expected, ExpectedDate):
        return {"start": _iso(expected.start), "end": _iso(expected.end), "accept": list(expected.accept)}
    if isinstance(expected, ExpectedWords):
        return {"accept": list(expected.accept), "must": list(expected.must)}
    return [_figure_row(one) for one in expected] if expected else None


def write_row(question: Question) -> dict[str, Any]:
    """Return the row of a question; `read_row` reads it back."""
    row = {
        "id": question.id,
        "question": question.question,
        "kind": question.kind.value,
        "expected": _expected_row(question.expected),
        "articles": list(question.articles),
        "quote": list(question.quote),
        "as_of": _iso(question.as_of),
    }
    extra = {"note": question.note, "follows": question.follows}
    return row | {name: value for name, value in extra.items() if value is not None}


def read_row(row: dict[str, Any]) -> Question:
    """Return the question of a row that the schema has passed."""
    return Question(
        id=row["id"],
        question=row["question"],
        kind=Kind(row["kind"]),
        expected=read_expected(row["expected"]),
        articles=tuple(row["articles"]),
        quote=tuple(row["quote"]),
        as_of=_day(row["as_of"]),
        note=row.get("note"),
        follows=row.get("follows"),
    )


def _asking_only(row: Any, name: str) -> Question | None:
    """Return a question that says nothing of what it expects, None for any other row."""
    if not isinstance(row, dict) or not isinstance(row.get("question"), str) or set(row) - ASKING_ONLY:
        return None
    if not row["question"].strip() or not isinstance(row.get("follows"), str | None):
        return None
    try:
        as_of = _day(row.get("as_of"))
    except (TypeError, ValueError):
        return None
    return Question(str(row.get("id", name)), row["question"], Kind.UNGRADED, as_of=as_of, follows=row.get("follows"))


def _from_line(line: str, path: Path, number: int) -> Question | BadRow:
    name = f"line-{number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        return BadRow(name, f"{path.name}, line {number}: not JSON ({error})")
    plain = _asking_only(row, name)
    if plain:
        return plain
    fault = find_fault(row)
    if fault:
        own = row.get("id") if isinstance(row, dict) else None
        return BadRow(str(own or name), f"{path.name}, line {number}, {fault}")
    return read_row(row)


def _from_jsonl(path: Path) -> Iterator[Question | BadRow]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _from_line(line, path, number)


def _from_cells(cells: dict[str, str | None], path: Path, number: int) -> Question | BadRow:
    text = (cells.get("question") or "").strip()
    name = (cells.get("id") or "").strip() or f"line-{number}"
    if not text:
        return BadRow(name, f"{path.name}, line {number}, question: is empty")
    try:
        as_of = _day((cells.get("as_of") or "").strip())
    except ValueError as error:
        return BadRow(name, f"{path.name}, line {number}, as_of: {error}")
    if "expected" not in cells:
        return Question(name, text, Kind.UNGRADED, as_of=as_of)
    kind, expected = guess_expected((cells["expected"] or "").strip(), text)
    return Question(name, text, kind, expected, as_of=as_of)


def _from_csv(path: Path) -> Iterator[Question | BadRow]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.DictReader(lines)
        if "question" not in (rows.fieldnames or ()):
            raise InputError(f"{path.name}, line 1: no column is named `question`; name it in the first line")
        for cells in rows:
            yield _from_cells(cells, path, rows.line_num)


def stream_questions(path: str | Path) -> Iterator[Question | BadRow]:
    """Yield every row of a JSONL or CSV file in order, a bad one as `BadRow`; memory does not grow.

    Raises:
        InputError: the file cannot be opened, or a CSV has no column `question`.
    """
    path = Path(path)
    try:
        yield from _from_csv(path) if path.suffix.lower() == ".csv" else _from_jsonl(path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a JSONL or CSV file of questions") from error


def count_rows(path: str | Path) -> int:
    """Return how many rows a file has, without looking into them.

    Raises:
        InputError: the file cannot be opened.
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            if path.suffix.lower() == ".csv":
                return max(0, sum(1 for cells in csv.reader(lines) if cells) - 1)
            return sum(1 for line in lines if line.strip())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a JSONL or CSV file of questions") from error


def load_questions(path: str | Path) -> list[Question]:
    """Return a whole set that is fit to be graded.

    Raises:
        InputError: a row is not a question, an id stands twice, or a question follows one that is not before it.
    """
    found: dict[str, Question] = {}
    for row in stream_questions(path):
        if isinstance(row, BadRow):
            raise InputError(row.message)
        if row.id in found:
            raise InputError(f"{Path(path).name}, id: {row.id} stands twice")
        if row.follows is not None and row.follows not in found:
            raise InputError(f"{Path(path).name}, follows: {row.id} follows {row.follows}, which is not before it")
        found[row.id] = row
    if not found:
        raise InputError(f"{path}: holds no question")
    return list(found.values())
