"""The page on scale: one small run of the command, and what is drawn from rows made by hand."""

import subprocess
import sys
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PLOTS = {"scale-retrieval.svg": 6, "scale-space.svg": 3, "scale-seconds.svg": 8}
"""Lines of each plot."""


def command(out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-m", "bench.scale", "--out", str(out), *more]
    return subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, timeout=240)


def marks(svg: str) -> int:
    return sum(node.get("class", "").startswith("mark") for node in ElementTree.fromstring(svg).iter())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def scale(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Import the modules of the benchmark by name; they stand in no package that is installed."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: import_module(f"bench.scale.{name}")


def make_rows(scale: Any, *sizes: int) -> tuple[Any, ...]:
    """Rows in which every cost is a thousandth of the number of chunks."""
    row = scale("rows").Row
    costs = {field.name: 0.0 for field in fields(row)} | {"recall": 1.0, "kind": "IndexFlatIP", "busy": {}}
    return tuple(
        row(**{name: n / 1000 if value == 0.0 else value for name, value in costs.items()} | {"chunks": n})
        for n in sizes
    )


def test_a_small_run_writes_page_plots_and_rows(tmp_path: Path) -> None:
    ran = command(tmp_path, "--most", "200")
    assert ran.returncode == 0, ran.stderr
    assert "200 chunks: searching" in ran.stderr
    written = contents(tmp_path)
    assert set(written) == {"scale.md", "scale.json", *PLOTS}
    page = written["scale.md"].decode()
    assert page.count("\n| 200 |") == 3
    assert "| 1.000 | `IndexFlatIP` |" in page
    for name, lines in PLOTS.items():
        assert marks(written[name].decode()) == lines
        assert f"({name})" in page
    drawn = command(tmp_path, "--draw")
    assert drawn.returncode == 0, drawn.stderr
    assert contents(tmp_path) == written


def test_every_size_has_its_row_and_its_marks(scale: Any) -> None:
    rows = make_rows(scale, 1000, 10_000, 300_000)
    page = scale("page").write_page(scale("rows").Report("2026-01-01", "two cores", rows))
    for shown in ("1,000", "10,000", "300,000"):
        assert page.count(f"\n| {shown} |") == 3
    for name, svg in scale("plots").draw_plots(rows).items():
        assert marks(svg) == PLOTS[name] * 3


def test_what_was_not_measured_is_marked_and_what_was_is_not(scale: Any) -> None:
    write, report = scale("page").write_page, scale("rows").Report
    guessed = write(report("", "", make_rows(scale, 10_000, 100_000)))
    assert (
        "| at most 100 ms | 100 ms | *1,000 ms, extrapolated* | **would be missed**: 10.0 times the budget |" in guessed
    )
    assert "| at most 4,000 MB | 100 MB | *1,000 MB, extrapolated* | would be kept |" in guessed
    measured = write(report("", "", make_rows(scale, 100_000, 1_000_000)))
    assert "extrapolated" not in measured
    assert "| at most 100 ms | 1,000 ms, measured | **missed**: 10.0 times the budget |" in measured


def test_a_line_is_not_extrapolated_downwards(scale: Any) -> None:
    extrapolate = scale("budgets").extrapolate
    rows = make_rows(scale, 10_000, 100_000)
    assert extrapolate(*rows, 2.0, 1.0) == 1.0
    assert extrapolate(*rows, 1.0, 10.0) == 100.0


def test_the_time_of_the_processor_stands_behind_that_of_the_clock(scale: Any) -> None:
    small, large = make_rows(scale, 100_000, 1_000_000)
    page = scale("page").write_page(scale("rows").Report("", "", (small, replace(large, busy={"open_s": 1.5}))))
    assert "| 1,000 s (1.5), measured | **missed**: 500.0 times the budget; not by the time of the processor |" in page


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ([200], [100, 1000]),
        ([1000, 300_000], [1000, 10_000, 100_000, 1_000_000]),
        ([0.02, 1], [0.01, 0.1, 1]),
        ([1000], [1000, 10_000]),
    ],
)
def test_an_axis_encloses_its_values(scale: Any, values: list[float], axis: list[float]) -> None:
    assert scale("plot").decades(values) == axis


def test_an_article_is_the_same_each_time_and_its_parts_are_its_text(scale: Any) -> None:
    make = scale("made").make_article
    one, other = make(3), make(3)
    assert one.document == other.document
    assert (one.chunks == other.chunks).all()
    text = one.document.article.text
    assert all(text[f.start : f.end] == f.text for f in one.document.figures)
    assert all(text[s.start : s.end].endswith(".") for s in one.document.sentences)
    assert [c.start for c in one.document.chunks[1:]] == [c.end + 2 for c in one.document.chunks[:-1]]
    assert abs((one.chunks**2).sum(axis=1) - 1).max() < 1e-5


def test_words_of_a_question_stand_in_its_article(scale: Any) -> None:
    made = scale("made")
    question = made.make_question(3)
    assert len(question.text.split()) == made.ASKED
    assert set(question.text.split()) <= set(
        made.make_article(3).document.article.text.lower().replace(".", "").split()
    )
