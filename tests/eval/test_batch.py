"""A batch streams, survives a kill, and does not ask twice."""

import json
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from eval.running.answers import read_answers
from eval.running.batch import Tally, run_questions
from ingest.errors import InputError, SettingError
from tests.eval.fakes import Echo, FakeSource

ROOT = Path(__file__).parents[2]


def write_set(folder: Path, count: int, *extra: dict[str, Any] | str) -> Path:
    path = folder / "set.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": f"q-{number}", "question": f"How many ships, {number}?"}) + "\n")
        for row in extra:
            file.write((row if isinstance(row, str) else json.dumps(row)) + "\n")
    return path


def test_answers_stand_in_the_order_of_the_questions_with_the_contract_and_what_was_seen(tmp_path: Path) -> None:
    out = tmp_path / "answers.jsonl"
    tally = run_questions(write_set(tmp_path, 3), out, FakeSource())
    assert (tally.done, tally.total, tally.failed) == (3, 3, 0)
    records = list(read_answers(out))
    assert [record["id"] for record in records] == ["q-0", "q-1", "q-2"]
    assert records[0]["short"] == "318 ships"
    assert records[0]["seen"]["exact"] == [True]
    assert records[0]["seen"]["before"] == ["The port is old. "]
    assert records[0]["run"]["reader"] == "fake"
    assert records[0]["run"]["set"].startswith("set-")


def test_one_bad_row_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = ["{", {"question": "a bad one"}, {"question": "a broken one"}, {"question": "fine"}]
    out = tmp_path / "answers.jsonl"
    tally = run_questions(write_set(tmp_path, 1, *rows), out, FakeSource())
    errors = [record.get("error", "") for record in read_answers(out)]
    assert (tally.done, tally.failed) == (5, 3)
    assert errors[0] == errors[4] == ""
    assert "set.jsonl, line 2: not JSON" in errors[1]
    assert errors[2:4] == ["the question is bad", "ZeroDivisionError: a defect"]


@pytest.mark.parametrize("cut", [0, 1, 40, 99_999])
def test_a_second_start_goes_on_where_the_first_ended(tmp_path: Path, cut: int) -> None:
    questions, out = write_set(tmp_path, 20), tmp_path / "answers.jsonl"
    run_questions(questions, out, FakeSource())
    whole = out.read_bytes()
    place = whole.index(b'{"id": "q-7"') + cut
    out.write_bytes(whole[: min(place, len(whole))])
    tally = run_questions(questions, out, FakeSource())
    assert out.read_bytes() == whole
    assert tally.resumed >= 7
    assert tally.done == 20


def test_a_kill_in_the_middle_and_a_second_start_give_the_file_of_one_run(tmp_path: Path) -> None:
    questions, out = write_set(tmp_path, 400), tmp_path / "answers.jsonl"
    code = (
        "import sys; from eval.running.batch import run_questions; from tests.eval.fakes import FakeSource;"
        "run_questions(sys.argv[1], sys.argv[2], FakeSource(pause=0.005))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    child = subprocess.Popen([sys.executable, "-c", code, str(questions), str(out)], env=environment, cwd=ROOT)
    deadline = time.monotonic() + 60
    while (not out.exists() or out.stat().st_size < 20_000) and time.monotonic() < deadline:
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    child.wait()
    done = out.read_bytes().count(b"\n")
    assert 0 < done < 400
    assert run_questions(questions, out, FakeSource()).resumed == done
    alone = tmp_path / "alone.jsonl"
    run_questions(questions, alone, FakeSource())
    assert out.read_bytes() == alone.read_bytes()


def test_workers_give_the_file_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))  # where the workers find the fake
    questions = write_set(tmp_path, 30, "{", {"question": "a broken one"})
    alone, together = tmp_path / "alone.jsonl", tmp_path / "together.jsonl"
    run_questions(questions, alone, FakeSource())
    run_questions(questions, together, FakeSource(), workers=2)
    assert together.read_bytes() == alone.read_bytes()


def test_a_follow_up_is_asked_with_the_questions_before_it(tmp_path: Path) -> None:
    follow = [{"id": "a", "question": "And the crane?", "follows": "q-0"}, {"id": "b", "question": "Is it new?"}]
    follow[1]["follows"] = "a"
    questions = write_set(tmp_path, 1, *follow, {"id": "c", "question": "Where?", "follows": "nobody"})
    source, seen = FakeSource(), []
    desk = source.open()

    class Watched(FakeSource):
        def open(self) -> Any:
            return desk

    run_questions(questions, tmp_path / "out.jsonl", Watched())
    seen = [previous for _, previous, _ in desk.inner.desk.asked]  # type: ignore[attr-defined]
    assert seen == [(), ("How many ships, 0?",), ("How many ships, 0?", "And the crane?")]
    assert "nobody is not before it" in list(read_answers(tmp_path / "out.jsonl"))[3]["error"]


@pytest.mark.parametrize(
    "other", [FakeSource(reader="another"), FakeSource(index="another")], ids=["another reader", "another index"]
)
def test_answers_of_another_run_are_not_mixed_in(tmp_path: Path, other: FakeSource) -> None:
    questions, out = write_set(tmp_path, 2), tmp_path / "answers.jsonl"
    run_questions(questions, out, FakeSource())
    before = out.read_bytes()
    with pytest.raises(InputError, match="another set, reader, index or version"):
        run_questions(questions, out, other)
    assert out.read_bytes() == before
    assert run_questions(questions, out, other, restart=True).resumed == 0


def test_a_file_that_is_no_file_of_answers_is_left_alone(tmp_path: Path) -> None:
    questions, out = write_set(tmp_path, 2), tmp_path / "answers.jsonl"
    out.write_text("my diary\nsecond line\n", encoding="utf-8")
    with pytest.raises(InputError, match="no answer"):
        run_questions(questions, out, FakeSource())
    assert out.read_text(encoding="utf-8").startswith("my diary")


def test_two_batches_do_not_write_to_one_file(tmp_path: Path) -> None:
    questions, out = write_set(tmp_path, 3), tmp_path / "answers.jsonl"

    def intrude(tally: Tally) -> None:
        with pytest.raises(SettingError, match="another batch"):
            run_questions(questions, out, FakeSource())

    run_questions(questions, out, FakeSource(), progress=intrude)
    assert sum(1 for _ in read_answers(out)) == 3


def test_the_tally_grades_as_it_goes(tmp_path: Path) -> None:
    figure = {"text": "318 ships", "value": "318", "high": None, "unit": "ship", "period": None, "bound": "exact"}
    row = {"kind": "figure", "expected": [figure], "articles": ["port"], "quote": ["318 ships"], "as_of": None}
    rows = [{"id": f"g-{n}", "question": f"How many ships {n}?", **row} for n in range(2)]
    rows[1] = rows[1] | {"expected": [figure | {"text": "319 ships", "value": "319"}]}
    tallies: list[tuple[int, int]] = []
    questions = write_set(tmp_path, 1, *rows)
    run_questions(questions, tmp_path / "o.jsonl", FakeSource(), progress=lambda t: tallies.append((t.right, t.graded)))
    assert tallies == [(0, 0), (1, 1), (1, 2)]


def test_memory_stays_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five times the questions take no more memory: what is held does not grow with the file."""
    monkeypatch.setattr("eval.running.batch.MOST_REMEMBERED", 200)

    def peak(count: int) -> int:
        questions, out = write_set(tmp_path, count), tmp_path / f"{count}.jsonl"
        tracemalloc.start()
        run_questions(questions, out, Echo())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(50)
    small, large = peak(500), peak(2_500)
    assert large < small + 100_000
