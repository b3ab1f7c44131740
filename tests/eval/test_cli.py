"""The commands batch, eval and compare, on a fake desk."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import eval.reporting.cli as cli
from ingest.errors import InputError, SettingError
from tests.eval.fakes import FakeSource

FIGURE = {"text": "318 ships", "value": "318", "high": None, "unit": "ship", "period": None, "bound": "exact"}
ROW: dict[str, Any] = {
    "id": "port-1",
    "question": "How many ships called?",
    "kind": "figure",
    "expected": [FIGURE],
    "articles": ["port"],
    "quote": ["318 ships"],
    "as_of": None,
}
ROWS = [ROW, ROW | {"id": "port-2", "expected": [FIGURE | {"text": "319 ships", "value": "319"}]}]


@pytest.fixture(autouse=True)
def fake_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.running.answerer.DeskSource", lambda folder, reader, k: FakeSource(reader=reader))


def run(command: str, *argv: str) -> int:
    parser = argparse.ArgumentParser()
    getattr(cli, f"add_{command}")(parser)
    return int(getattr(cli, f"run_{command}")(parser.parse_args([str(a) for a in argv])))


def write_set(folder: Path, rows: list[Any] = ROWS) -> str:
    path = folder / "set.jsonl"
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return str(path)


def test_batch_then_eval_of_its_answers_then_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions, answers = write_set(tmp_path), str(tmp_path / "answers.jsonl")
    a, b, page = (str(tmp_path / name) for name in ("a.json", "b.json", "a.html"))
    assert run("batch", questions, "--out", answers) == 0
    assert "2 answers" in capsys.readouterr().err
    assert run("eval", "--answers", answers, "--json", a, "--report", page) == 0
    assert "figure accuracy" in capsys.readouterr().out
    assert run("eval", questions, "--json", b) == 0
    assert json.loads(Path(a).read_text("utf-8")) == json.loads(Path(b).read_text("utf-8"))
    assert "wrong value" in Path(page).read_text("utf-8")
    capsys.readouterr()
    assert run("compare", a, b, "--json", "-", "--report", page) == 0
    assert json.loads(capsys.readouterr().out)["all"]["n"] == 2
    assert run("compare", a, b) == 0
    assert "McNemar" in capsys.readouterr().out


def test_eval_prints_json_alone_where_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("eval", write_set(tmp_path), "--json", "-") == 0
    assert json.loads(capsys.readouterr().out)["summary"]["questions"] == 2


def test_a_bad_row_is_named_and_the_exit_code_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("batch", write_set(tmp_path, [ROW, "{"]), "--out", str(tmp_path / "o.jsonl")) == 1
    assert "set.jsonl, line 2: not JSON" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gates", "code"),
    [
        ([], 0),
        (["--min-accuracy", "0.5"], 0),
        (["--min-accuracy", "51%"], 1),
        (["--max-unsupported", "0"], 0),
        (["--min-accuracy", "0.5", "--max-unsupported", "0"], 0),
    ],
)
def test_gates(tmp_path: Path, gates: list[str], code: int) -> None:
    assert run("eval", write_set(tmp_path), *gates) == code


def test_an_unsupported_figure_misses_the_gate() -> None:
    results = {"summary": {"measures": {"accuracy": {"value": 1.0}}, "unsupported": 2}}
    assert cli.missed_gates(results, None, 2) == []
    assert cli.missed_gates(results, None, 1) == ["2 unsupported figures, at most 1 allowed"]


def test_eval_keeps_answers_and_goes_on_from_them(tmp_path: Path) -> None:
    out = tmp_path / "answers.jsonl"
    run("eval", write_set(tmp_path), "--out", str(out))
    before = out.read_bytes()
    assert run("eval", write_set(tmp_path), "--out", str(out)) == 0
    assert out.read_bytes() == before


def test_what_cannot_be_graded_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="name a question set"):
        run("eval")
    with pytest.raises(InputError, match="line 1, kind"):
        run("eval", write_set(tmp_path, [ROW | {"kind": "x"}]))
    asked = write_set(tmp_path, [{"question": "How many?"}])
    run("batch", asked, "--out", str(tmp_path / "o.jsonl"))
    with pytest.raises(InputError, match="says nothing of what is expected"):
        run("eval", "--answers", str(tmp_path / "o.jsonl"))


def test_answers_of_another_version_are_not_mixed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questions, out = write_set(tmp_path), str(tmp_path / "o.jsonl")
    run("batch", questions, "--out", out)
    monkeypatch.setattr("eval.running.batch.code_version", lambda: "later")
    with pytest.raises(InputError, match="version of newsdesk"):
        run("batch", questions, "--out", out)


def test_a_plain_table_is_asked_and_graded(tmp_path: Path) -> None:
    table, out, a = tmp_path / "set.csv", str(tmp_path / "o.jsonl"), tmp_path / "a.json"
    table.write_text("question,expected\nHow many ships?,318 ships\nHow many cows?,\n", encoding="utf-8")
    assert run("batch", str(table), "--out", out) == 0
    assert run("eval", "--answers", out, "--json", str(a)) == 0
    grades = [line["grade"] for line in json.loads(a.read_text("utf-8"))["questions"]]
    assert grades == ["correct", "should have abstained"]


def test_answers_with_a_spoilt_row_are_refused(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    run("batch", write_set(tmp_path), "--out", str(out))
    out.write_text(out.read_text("utf-8").replace('"value": "318"', '"value": "many"'), encoding="utf-8")
    with pytest.raises(InputError, match=r"o.jsonl, asked.expected\[0\].value"):
        run("eval", "--answers", str(out))


@pytest.mark.parametrize("bad", [["--workers", "0"], ["--min-accuracy", "2"], ["--max-unsupported", "-1"]])
def test_bad_options_are_refused(tmp_path: Path, bad: list[str]) -> None:
    with pytest.raises(SystemExit):
        run("eval", write_set(tmp_path), *bad)


def test_the_help_of_the_command_line_imports_nothing_heavy() -> None:
    heavy = ("numpy", "rich", "jinja2", "jsonschema", "qa.desk")
    code = f"import sys, eval.reporting.cli; print([m for m in {heavy} if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"


def test_a_quiet_batch_says_only_what_went_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    cli.add_batch(parser)
    for rows, said in ((ROWS, ""), ([ROW, "{"], "1 failed")):
        args = parser.parse_args([write_set(tmp_path, rows), "--out", str(tmp_path / f"{len(said)}.jsonl")])
        cli.run_batch(args, quiet=True)
        assert capsys.readouterr().err[:8] == said


def test_a_verbose_batch_tells_the_median_of_each_stage_with_the_total_last() -> None:
    from eval.reporting.stages import say_stages

    first, second = {"total": 9.0, "read": 4.0}, {"total": 21.0, "read": 8.0, "parts": 1.0}
    told = say_stages([{"timings_ms": first}, {"timings_ms": second}, {"error": "bad"}])
    assert told == "median ms of 2 answers: read 6.0, parts 1.0, total 15.0"


def test_a_batch_streams_its_answers_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions, out = write_set(tmp_path, [*ROWS, "{"]), tmp_path / "answers.jsonl"
    assert run("batch", questions, "--out", str(out)) == 1
    in_file = capsys.readouterr()
    assert not in_file.out and f"3 answers in {out}" in in_file.err
    assert run("batch", questions, "--out", "-") == 1
    streamed = capsys.readouterr()
    assert streamed.out == out.read_text(encoding="utf-8") and streamed.out.count("\n") == 3
    assert "3 answers in standard output" in streamed.err and "1 failed" in streamed.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["answers.jsonl", "set.jsonl"]
