"""`python -m eval` on a fake desk: the table of systems, the committed results, the misses."""

from pathlib import Path
from typing import Any

import pytest

import eval.__main__ as home
from eval.reporting.results import committed_path, read_results
from tests.eval.fakes import FakeSource


@pytest.fixture(autouse=True)
def fake_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(home, "DeskSource", lambda folder, reader: FakeSource(reader=reader))
    monkeypatch.setattr(home, "build_index", lambda articles, folder: None)
    monkeypatch.setattr("eval.reporting.results.RESULTS", tmp_path / "results")


def run(*argv: Any) -> int:
    return home.main(["--set", "smoke", "--baselines", "closed-book", *map(str, argv)])


def test_ours_and_the_baselines_stand_in_one_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run("--markdown", "--misses", "--report", tmp_path / "page.html") == 0
    out = capsys.readouterr().out
    assert "| extractive | 0.0 " in out
    assert "| closed-book | 16.7 " in out
    assert "smoke-1: wrong" in out
    assert "smoke-1" in (tmp_path / "page.html").read_text("utf-8")


def test_results_are_updated_where_that_is_asked_for_and_compared_from_then_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run()
    assert not (tmp_path / "results").exists()
    run("--update-results")
    path = tmp_path / "results" / "smoke-extractive.json"
    results = read_results(path)
    assert committed_path(results) == path
    assert "citations" not in results["questions"][0]
    assert "McNemar" not in capsys.readouterr().out
    run()
    assert "McNemar" in capsys.readouterr().out


def test_what_goes_wrong_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.sets.corpora.ORIGINALS", Path("nowhere"))
    assert run("--originals") == 1
    assert "the original articles are not here" in capsys.readouterr().err
    assert run("--baselines", "magic") == 1
    assert "no baseline is named magic" in capsys.readouterr().err


def test_a_kept_run_is_asked_anew(tmp_path: Path) -> None:
    run("--keep", tmp_path / "kept")
    first = {path.name for path in (tmp_path / "kept").iterdir()}
    assert "smoke-extractive.json" in first
    assert run("--keep", tmp_path / "kept") == 0
