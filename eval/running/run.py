"""Join the parts: questions -> answers -> results."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.reporting.results import Results, evaluate
from eval.running.answers import read_answers
from eval.running.batch import name_set
from eval.sets.articles import Mapped
from eval.sets.load import load_questions, read_row
from eval.sets.schema import find_fault
from eval.types import Question, Record
from ingest.errors import InputError


def grade_set(questions: Path, answer: Callable[[Path], Any], out: Path | None, mapped: Mapped) -> Results:
    """Check a whole set, have it answered into `out` (None: a file that is thrown away), and grade the answers.

    Raises:
        InputError: a row of the set is not a question that can be graded.
    """
    asked = load_questions(questions)
    with tempfile.TemporaryDirectory() as folder:
        file = out or Path(folder) / "answers.jsonl"
        answer(file)
        return _grade(asked, list(read_answers(file)), mapped)


def grade_answers(answers: Path, questions: Path | None, mapped: Mapped) -> Results:
    """Grade a file of answers by a set, or (None) by the rows that stand in the answers.

    Raises:
        InputError: the answers say nothing of what is expected and no set is named.
    """
    records = list(read_answers(answers))
    if questions is None:
        return _grade(_rows_in(records, answers), records, mapped)
    return _grade(load_questions(questions), records, mapped, {"set": name_set(questions)})


def _rows_in(records: Sequence[Record], answers: Path) -> list[Question]:
    rows = [record["asked"] for record in records if "asked" in record]
    if not rows:
        raise InputError(f"{answers.name}: says nothing of what is expected; name the question set too")
    try:
        return [read_row(row) for row in rows]
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        fault = next(filter(None, map(find_fault, rows)), str(error))
        raise InputError(f"{answers.name}, asked.{fault}") from error


def _grade(
    asked: Sequence[Question], records: Sequence[Record], mapped: Mapped, named: Mapping[str, str] | None = None
) -> Results:
    run: dict[str, str] = next((record["run"] for record in records if "run" in record), {})
    reader = next((record["reader"] for record in records if record.get("reader")), "unknown")
    return evaluate(
        asked, {str(record["id"]): record for record in records}, mapped, {"reader": reader} | run | dict(named or {})
    )
