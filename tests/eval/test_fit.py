"""The regressions against closed forms and by-hand cases, the tables, and what happens without the public sets."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import fit, fit_tables, ramdocs
from eval.fit_measure import (
    Asked,
    Measured,
    class_weights,
    group_starts,
    holds_answer,
    read_squad,
    short_right,
    token_f1,
)
from eval.fit_solve import area_under_curve, fit_listwise, fit_logistic
from qa.rank import WEIGHTS
from qa.trust import LOGISTIC

F1 = [
    ("in 1902", "1902", 2 / 3, "one word more"),
    ("the Panthers", "Panthers", 1.0, "articles do not count"),
    ("Ann Lee", "Mary Poe", 0.0, "no word in common"),
    ("", "1902", 0.0, "nothing said"),
    ("New York, New York", "New York", 2 / 3, "a word counts as often as it stands"),
]
SAME = [
    ("1902", "1902", True, "the same words"),
    ("2 June 1926", "June 2, 1926", True, "the same day"),
    ("1902", "1903", False, "other years"),
    ("3,559 people", "3559", True, "the same figure"),
    ("3,559 people", "10,000 people", False, "other figures"),
    ("Nebraska", "Broken Bow, Nebraska", True, "one names more of the same place"),
    ("Mahesh Bhatt", "Raj Kapoor", False, "other names"),
    ("15", "150", False, "digits are not words: one may stand inside the other"),
]


@pytest.mark.parametrize(("said", "gold", "expected", "why"), F1)
def test_token_f1(said: str, gold: str, expected: float, why: str) -> None:
    assert token_f1(said, gold) == pytest.approx(expected), why
    assert short_right(said, [gold]) is (expected > 0.5)


@pytest.mark.parametrize(("a", "b", "expected", "why"), SAME)
def test_same_answer(a: str, b: str, expected: bool, why: str) -> None:
    assert ramdocs.same_answer(a, b) is expected, why
    assert ramdocs.same_answer(b, a) is expected, why


def test_an_answer_stands_in_a_text_whatever_its_case() -> None:
    assert holds_answer("The “Old Mill” burnt", ["old mill"])
    assert not holds_answer("The mill burnt", ["old mill"])
    assert not holds_answer("150 mills burnt", ["15"])
    assert not holds_answer("anything", ["", " "])


@given(st.lists(st.tuples(st.integers(-5, 5), st.booleans()), min_size=1, max_size=40))
def test_area_is_the_share_of_pairs_in_order(rows: list[tuple[int, bool]]) -> None:
    score, y = np.array([float(s) for s, _ in rows]), np.array([b for _, b in rows], np.bool_)
    pairs = [(a > b) + 0.5 * (a == b) for a in score[y] for b in score[~y]]
    area = area_under_curve(score, y)
    assert np.isnan(area) if not pairs else area == pytest.approx(np.mean(pairs))


def test_logistic_without_columns_gives_the_log_odds() -> None:
    y = np.array([True] * 3 + [False])
    intercept, weights = fit_logistic(np.zeros((4, 1)), y, np.ones(4))
    assert intercept == pytest.approx(np.log(3), abs=1e-6)
    assert weights == pytest.approx([0.0])


def test_logistic_is_at_rest_where_it_ends() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(300, 3))
    y = np.asarray(rng.random(300) < 1 / (1 + np.exp(-(x @ [2.0, -1.0, 0.0] + 0.5))), np.bool_)
    weights = class_weights(y, 300.0)
    intercept, w = fit_logistic(x, y, weights)
    p = 1 / (1 + np.exp(-(x @ w + intercept)))
    assert np.abs(x.T @ (weights * (p - y)) + w).max() < 1e-6
    assert w[0] > 1 > -0.3 > w[1]


def test_listwise_finds_the_column_that_tells() -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(400, 3))
    starts = np.arange(0, 400, 8)
    right = np.zeros(400, np.bool_)
    for start in starts[:-1]:
        right[start + np.argmax(x[start : start + 8] @ [1.0, 0.5, 0.0])] = True
    w = fit_listwise(x, right, starts)
    assert w[1] / w[0] == pytest.approx(0.5, abs=0.1)
    assert abs(w[2]) < 0.1 * w[0]


def test_listwise_is_at_rest_where_it_ends_also_from_far_columns() -> None:
    rng = np.random.default_rng(3)
    x = np.hstack([rng.normal(size=(600, 2)) * 50, rng.integers(0, 2, size=(600, 2)) / 100])
    starts, right = np.arange(0, 600, 20), rng.random(600) < 0.1
    w = fit_listwise(x, right, starts, ridge=0.01)
    scale = x.std(axis=0) + 1e-9
    slope, groups = 0.01 * w * scale, sum(right[start : start + 20].any() for start in starts)
    for start in starts:
        z, yes = x[start : start + 20] / scale, right[start : start + 20]
        if yes.any():
            p = np.exp(z @ (w * scale))
            slope = slope + (p @ z / p.sum() - p[yes] @ z[yes] / p[yes].sum()) / groups
    assert np.abs(slope).max() < 1e-5


def test_class_weights_balance() -> None:
    y = np.array([True, False, False, False])
    weights = class_weights(y, 2.0)
    assert weights[y].sum() == pytest.approx(weights[~y].sum())
    assert weights.sum() == pytest.approx(2.0)


def measured(answerable: bool, probability: float, *, right: bool = True, objected: bool = False) -> Measured:
    rows = np.zeros((3, len(WEIGHTS)))
    rows[:, 0] = (0.2, 0.9, 0.1)
    return Measured(
        asked=Asked("?", answerable, ("x",) if answerable else ()),
        rows=rows,
        right=np.array([False, right, False]),
        doc_rank=1,
        span_rank=6,
        trust=dict.fromkeys(LOGISTIC, probability),
        objected=objected,
        first_objected=objected,
        probability=probability,
        statement=False,
        cited_right=right,
        short_right=right,
        declined=False,
    )


ROWS = [
    measured(True, 0.9),
    measured(True, 0.3, right=False),
    measured(False, 0.6),
    measured(False, 0.9, objected=True),
]


def test_the_curve_counts_objections_and_thresholds() -> None:
    assert "| 0.5 | 50.0 | 50.0 | 100.0 | 100.0 | 50.0 |" in fit_tables.curve_table(ROWS)
    given = fit_tables.answered(ROWS, 0.5, 0.5)
    assert [m.asked.answerable for m in given] == [True, False]
    assert len(fit_tables.answered(ROWS, 0.0, 0.0)) == 3


def test_every_table_has_a_row_for_each_setting() -> None:
    own = dict.fromkeys(fit_tables.OWN_WEIGHTS, ROWS)
    lines = fit.report({"fit": ROWS, "test": ROWS, "xquad": ROWS}, own)
    shown = [line for line in lines if line.startswith("|")]
    assert any("(in use)" in line for line in shown), "the settings in use are among those compared"
    assert "| SQuAD | 2 | 100.0 | 100.0 | 0.0 | 0.0 | 1.000 |" in shown


def test_groups_start_where_questions_do() -> None:
    assert list(group_starts(ROWS)) == [0, 3, 6, 9]


def test_squad_rows_keep_title_and_answers(tmp_path: Path) -> None:
    asked = [
        {"id": "1", "question": "Who?", "answers": [{"text": "Ann"}], "is_impossible": False},
        {"id": "2", "question": "Why?", "answers": [], "is_impossible": True},
    ]
    data = {"data": [{"title": "Mills", "paragraphs": [{"context": "Ann came.", "qas": asked}]}]}
    path = tmp_path / "set.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert read_squad(path) == [
        Asked("Who?", True, ("Ann",), "Mills, part 1"),
        Asked("Why?", False, (), "Mills, part 1"),
    ]


@pytest.mark.parametrize(("module", "name"), [(fit, "DATA"), (ramdocs, "FILE")])
def test_without_the_public_sets_it_says_so(
    module: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, name, tmp_path / "nothing")
    assert module.main([]) == 0  # type: ignore[attr-defined]
    assert "skipped" in capsys.readouterr().err


def case_row() -> dict[str, object]:
    documents = [
        {"text": "The hall was built in 1885.", "type": "misinfo", "answer": "1885"},
        {"text": "The hall was built in 1902.", "type": "correct", "answer": "1902"},
        {"text": "Built in 1902, it is old.", "type": "correct", "answer": "1902"},
        {"text": "The hall is large.", "type": "correct", "answer": "1902"},
        {"text": "A mill was built.", "type": "noise", "answer": "unknown"},
    ]
    return {"question": "When was the hall built?", "documents": documents}


def test_sides_of_a_case(tmp_path: Path) -> None:
    path = tmp_path / "ramdocs.jsonl"
    path.write_text(json.dumps(case_row()) + "\n", encoding="utf-8")
    (case,) = ramdocs.read_cases(path)
    assert case.sides == ("1902", "1885"), "the side held to be right first"
    assert case.kind == ramdocs.DATED
    assert case.rest == ("The hall was built in 1885.",)
    assert len(case.first) == 4, "a document that does not print its answer counts as not answering"


SHOWN = [
    ("9 February 1677", "1677", True, "the year of a day names it less closely"),
    ("1677", "9 February 1677", True, "the day says more"),
    ("9 February 1677", "1777", False, "another year"),
    ("3,559 people", "3,559", True, "the same figure"),
    ("1902", "", False, "nothing is shown"),
    ("167", "1677", False, "digits inside a year"),
]


@pytest.mark.parametrize(("side", "said", "expected", "why"), SHOWN)
def test_what_shows_a_side(side: str, said: str, expected: bool, why: str) -> None:
    assert ramdocs.shows(said, side) is expected, why
