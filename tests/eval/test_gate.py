"""The bundled set as a gate: at least as good as the last committed results, and no figure without its words."""

from pathlib import Path

import pytest

from eval.__main__ import run_system
from eval.reporting.results import RESULTS, Results, read_results
from eval.running.answerer import DeskSource
from eval.sets.corpora import build_index, find_corpus
from eval.types import Kind

FILES = sorted(RESULTS.glob("*-extractive.json"))
FIGURES = {Kind.FIGURE.value, Kind.COMPARISON.value, Kind.DISAGREEMENT.value}


def right_figures(results: Results) -> set[str]:
    return {line["id"] for line in results["questions"] if line["kind"] in FIGURES and line["grade"] == "correct"}


@pytest.mark.skipif(not FILES, reason="no results are committed yet: python -m eval --update-results")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_answers_are_as_good_as_the_committed_ones(path: Path, tmp_path: Path) -> None:
    before = read_results(path)
    corpus = find_corpus(path.stem.removesuffix("-extractive"))
    build_index(corpus.articles, tmp_path / "index")
    now = run_system(corpus, DeskSource(str(tmp_path / "index")), tmp_path)
    assert now["set"] == before["set"], "the set has changed; run python -m eval --update-results"
    lost = sorted(right_figures(before) - right_figures(now))
    assert len(right_figures(now)) >= len(right_figures(before)), f"no longer right: {lost}"
    unsupported = [line["id"] for line in now["questions"] if line["unsupported"]]
    assert unsupported == []
