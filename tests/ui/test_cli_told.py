"""Failures and notes of an ingest: a line for each file and reason."""

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pytest

from ingest.raw import Failure, Note
from ingest.read.rows import read_csv, read_jsonl
from ui.show.terminal.told import say_told

Go = Callable[..., Any]
BAD = "not valid JSON (Expecting value at column 1); mend or delete it"


def test_bad_rows_of_one_file_are_one_line(run: Go, desk: Any) -> None:
    desk.failed = tuple(Failure(f"n/r.jsonl#{n}", f"n/r.jsonl line {n}: {BAD}") for n in range(7, 600))
    done = run("ingest", "n/r.jsonl")
    assert (done.code, done.out) == (1, "2 added, 1 unchanged, 593 failed\n")
    assert done.line == f"newsdesk: n/r.jsonl: 593 rows failed (7, 8, 9, 10, 11, ...): {BAD}\n"
    assert len(json.loads(run("ingest", "n/r.jsonl", "--json").out)["failed"]) == 593


@pytest.mark.parametrize(
    ("items", "lines"),
    [
        ([Failure("a.csv#2", "a.csv line 2: bad")], ["a.csv line 2: bad"]),
        ([Failure("a.csv#2", "a.csv line 2: bad"), Failure("b.csv#2", "b.csv line 2: bad")], 2),
        ([Failure("a.csv#2", "a.csv line 2: bad"), Failure("a.csv#3", "a.csv line 3: worse")], 2),
        ([Failure("a.txt", "holds no text"), Failure("b.txt", "holds no text")], 2),
        (
            [Failure("f.xml#x", "f.xml#x: no text"), Failure("f.xml#y", "f.xml#y: no text")],
            ["f.xml: 2 rows (x, y): no text"],
        ),
        ([Note("b.json#1", "it is cut"), Note("b.json#2", "it is cut")], ["b.json: 2 rows (1, 2): it is cut"]),
    ],
)
def test_what_is_one_line(items: Sequence[Any], lines: list[str] | int) -> None:
    told = say_told(items)
    assert len(told) == lines if isinstance(lines, int) else told == lines


def test_what_the_readers_say_of_rows_is_grouped() -> None:
    rows = [read_jsonl(BytesIO(b'{"te\n{"text": x\n{"text": 1.\n'), "r.jsonl")]
    rows.append(read_csv(BytesIO(b"title,text\n1,2,3\n1,2,3,4\n"), "r.csv"))
    failures = [one for found in rows for one in found if isinstance(one, Failure)]
    assert len(failures) == 5
    told = say_told(failures, "rows failed")
    assert (
        told[-1] == "r.csv: 2 rows failed (2, 3): 3 cells under 2 column names; quote the cells that hold a delimiter"
    )
    assert len(told) < 5
