"""Measures, intervals and tests against values worked out by hand or by scipy."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from eval.grading.bootstrap import interval, mcnemar, paired_difference
from eval.grading.metrics import METRICS, percentile, recall_at, reciprocal_rank, summarise_pairs
from eval.grading.score import fact_of, score
from eval.reporting.summary import calibration, summarise
from eval.types import Grade, Kind, Scored
from tests.eval.making import asks, cite, declines, fig, says


def one(kind: str = "figure", grade: Grade = Grade.CORRECT, **more: Any) -> Scored:
    return Scored("q", Kind(kind), grade, "", **more)


SHIPS = asks("figure", (fig("318 ships", "318", "ship"),), articles=("port",), quote=("318 ships", "May"))
RIGHT = {"source": "a/port.md", "title": "Port", "quotes": [0]}
WRONG_WORDS = {"source": "a/port.md", "title": "Port", "quotes": []}
ELSEWHERE = {"source": "a/rail.md", "title": "Rail", "quotes": [0, 1]}


@pytest.mark.parametrize(
    ("name", "scored", "pair"),
    [
        ("accuracy", one(), (1, 1)),
        ("accuracy", one("unanswerable", abstained=True), (1, 1)),
        ("accuracy", one(grade=Grade.FAILED), (0, 1)),
        ("figure accuracy", one("name"), (0, 0)),
        ("right place", one(grade=Grade.IN_QUOTE_ONLY), (1, 1)),
        ("right place", one(grade=Grade.WRONG_VALUE, citation_recall=1.0), (1, 1)),
        ("right place", one(grade=Grade.WRONG_VALUE, citation_recall=0.5), (0, 1)),
        ("right place", one(grade=Grade.SHOULD_NOT_HAVE_ABSTAINED, abstained=True), (0, 1)),
        ("answered right", one(grade=Grade.SHOULD_NOT_HAVE_ABSTAINED, abstained=True), (0, 0)),
        ("answered right", one(grade=Grade.FAILED), (0, 0)),
        ("answered right", one("unanswerable", grade=Grade.SHOULD_HAVE_ABSTAINED), (0, 1)),
        ("abstention precision", one("unanswerable", abstained=True), (1, 1)),
        ("abstention precision", one(abstained=True), (0, 1)),
        ("abstention precision", one(), (0, 0)),
        ("abstention recall", one("unanswerable", abstained=True), (1, 1)),
        ("abstention recall", one("unanswerable", grade=Grade.SHOULD_HAVE_ABSTAINED), (0, 1)),
        ("needless abstention", one(abstained=True, grade=Grade.SHOULD_NOT_HAVE_ABSTAINED), (1, 1)),
        ("needless abstention", one("unanswerable", abstained=True), (0, 0)),
        ("unsupported figures", one(unsupported=1, figures=4), (1, 4)),
        ("unsupported figures", one(), (0, 0)),
        ("citation precision", one(citation_precision=0.5), (0.5, 1)),
        ("citation precision", one(), (0, 0)),
        ("quote exactness", one(quotes_exact=1.0), (1, 1)),
        ("disagreement found", one("disagreement", disagreement_found=False), (0, 1)),
        ("false disagreement", one(false_disagreement=True), (1, 1)),
        ("recall@5", one(recall={5: 0.5}), (0.5, 1)),
        ("MRR", one(reciprocal_rank=0.25), (0.25, 1)),
    ],
)
def test_a_measure_of_one_answer(name: str, scored: Scored, pair: tuple[float, float]) -> None:
    assert METRICS[name](scored) == pair


@pytest.mark.parametrize(
    ("hits", "rank", "recalls"),
    [
        ([RIGHT], 1.0, {1: 0.5, 5: 0.5}),
        ([ELSEWHERE, RIGHT], 0.5, {1: 0.0, 5: 0.5}),
        ([WRONG_WORDS, RIGHT | {"quotes": [0, 1]}], 0.5, {1: 0.0, 5: 1.0}),
        ([ELSEWHERE], 0.0, {1: 0.0, 5: 0.0}),
        ([], 0.0, {1: 0.0, 5: 0.0}),
    ],
)
def test_retrieval(hits: list[dict[str, Any]], rank: float, recalls: dict[int, float]) -> None:
    assert reciprocal_rank(SHIPS, hits, {}) == rank
    assert recall_at((1, 5), SHIPS, hits, {}) == recalls


def test_nothing_has_to_be_found_for_an_unanswerable_question() -> None:
    question = asks("unanswerable", None, articles=("port",))
    assert reciprocal_rank(question, [RIGHT], {}) is None
    assert recall_at((1,), question, [RIGHT], {}) == {}


def test_citation_measures_of_one_answer() -> None:
    cited = [cite("318 ships called."), cite("In May.", source="a/rail.md", key="2")]
    scored = score(SHIPS, says("318 ships", citations=cited) | {"seen": {"exact": [True, False]}})
    assert scored.citation_precision == 0.5
    assert scored.citation_recall == 1.0
    assert scored.quotes_exact == 0.5
    lacking = score(SHIPS, says("318 ships", citations=cited[:1]))
    assert (lacking.citation_recall, lacking.quotes_exact) == (0.5, None)
    assert score(SHIPS, declines()).citation_recall is None


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [([], 0.5, None), ([3], 0.5, 3), ([1, 2, 3, 4], 0.5, 2), ([4, 3, 2, 1], 0.95, 4), ([1, 2, 3], 0.0, 1)],
)
def test_percentiles_are_values_that_occurred(values: list[float], share: float, found: float | None) -> None:
    assert percentile(values, share) == found


def test_no_measure_is_a_nan() -> None:
    assert summarise_pairs([]) is None
    assert summarise_pairs([(0, 0)]) is None
    summary = summarise([one("unanswerable", abstained=True)])
    assert summary["measures"]["accuracy"]["value"] == 1.0
    assert "citation precision" not in summary["measures"]
    json.dumps(summary, allow_nan=False)


def test_wordings_of_one_fact_are_drawn_together() -> None:
    """Ten facts in ten wordings say as much as ten facts, and far less than a hundred."""
    pairs = [(float(n % 2), 1.0) for n in range(10) for _ in range(10)]
    together = interval(pairs, [str(n) for n in range(10) for _ in range(10)])
    apart = interval(pairs, [str(n) for n in range(100)])
    alone = interval([(float(n % 2), 1.0) for n in range(10)], [str(n) for n in range(10)])
    assert together and apart and alone
    assert together.value == apart.value == 0.5
    assert together.high - together.low > 2 * (apart.high - apart.low)
    assert (together.low, together.high) == pytest.approx((alone.low, alone.high), abs=0.11)


def test_wordings_share_a_fact_and_other_questions_do_not() -> None:
    first = asks("figure", (fig("5 ships", "5", "ship"),), question="How many?", id="a")
    second = asks("figure", (fig("5 ships", "5", "ship"),), question="What number?", id="b")
    other = asks("figure", (fig("6 ships", "6", "ship"),), id="c")
    nothing = [asks("unanswerable", None, id=name) for name in "de"]
    assert fact_of(first) == fact_of(second) != fact_of(other)
    assert fact_of(nothing[0]) != fact_of(nothing[1])


def test_an_interval_is_that_of_scipy() -> None:
    rng = np.random.default_rng(3)
    values = (rng.random(200) < 0.7).astype(float)
    ours = interval([(v, 1.0) for v in values], [str(n) for n in range(200)])
    theirs = stats.bootstrap((values,), np.mean, method="percentile", n_resamples=5000, rng=1).confidence_interval
    assert ours
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.015)


def test_a_perfect_score_is_not_certain() -> None:
    found = interval([(1.0, 1.0)] * 30, [str(n) for n in range(30)])
    assert found
    exact = stats.binomtest(30, 30).proportion_ci(method="exact")
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high))


def test_intervals_are_the_same_each_time_and_hold_their_value() -> None:
    pairs = [(float(n % 3 == 0), 1.0) for n in range(60)]
    groups = [str(n // 2) for n in range(60)]
    first = interval(pairs, groups)
    assert first == interval(pairs, groups)
    assert first and first.low <= first.value <= first.high


@given(st.integers(0, 60), st.integers(0, 60))
def test_mcnemar_is_the_binomial_test_of_scipy(better: int, worse: int) -> None:
    expected = stats.binomtest(better, better + worse).pvalue if better + worse else 1.0
    assert mcnemar(better, worse) == pytest.approx(expected)


def test_a_paired_difference_knows_that_the_questions_are_the_same() -> None:
    before = [(float(n % 2), 1.0) for n in range(100)]
    after = [(1.0, 1.0) if n < 4 else pair for n, pair in enumerate(before)]
    found = paired_difference(before, after, [str(n) for n in range(100)])
    assert found
    assert found.value == pytest.approx(0.02)
    assert found.high - found.low < 0.08  # unpaired it would be 0.28


def test_calibration_by_hand() -> None:
    sure = [one(confidence=0.95) for _ in range(9)] + [one("unanswerable", confidence=0.95)]
    unsure = [one("unanswerable", confidence=0.15) for _ in range(10)]
    found = calibration(sure + unsure)
    assert found
    assert found["bins"] == [
        {"confidence": 0.15, "answerable": 0.0, "n": 10},
        {"confidence": 0.95, "answerable": 0.9, "n": 10},
    ]
    assert found["error"] == pytest.approx(0.1)
    assert calibration([one()]) is None
