"""The two regressions against cases with a known answer, and the tables of what each part is worth."""

import numpy as np
import pytest
from qa_reading import make_pick

from eval.ablate import decide, orders, rules
from eval.fit import Measured, first_standing, fit_order, ordered, table
from eval.sets.pile import PileQuestion
from eval.solve import area_under_curve, fit_listwise, fit_logistic
from qa.decide.rules import RULES
from qa.decide.weigh import ORDER, RIGHT

ZERO = {**dict.fromkeys((*ORDER, *RIGHT), 0.0), "names": 1.0}


def measured(question: str, text: str, shown: list[str], right: str | None) -> Measured:
    """Return a question with the picks of some words, the right one with the better margin."""
    from dataclasses import replace

    made = [make_pick(question, text, words) for words in shown]
    picks = [replace(p, fits={**ZERO, "margin": float(p.short == right)}) for _, p in made]
    answers = (right,) if right else ()
    return Measured(
        PileQuestion(question, answers, "", ""), made[0][0], tuple(picks), tuple(p.short == right for p in picks)
    )


PORT = "Crews in Callao loaded 310 ships in 2021. Crews in Guayaquil loaded 190 ships in 2022."
CASES = [
    measured("How many ships were loaded in 2022?", PORT, ["310 ships", "190 ships"], "190 ships"),
    measured("How many ships were loaded in 2021?", PORT, ["190 ships", "310 ships"], "310 ships"),
    measured("How many ships were loaded in 2019?", PORT, ["310 ships"], None),
]


def test_the_margin_that_tells_right_from_wrong_is_found() -> None:
    order = fit_order(CASES)
    assert order["margin"] > 0
    assert all(ordered(one, order).right[0] for one in CASES[:2])


def test_a_pick_that_a_rule_objects_to_gives_way() -> None:
    assert [first_standing(one) for one in CASES] == [1, 1, None]
    x, y = table(CASES)
    assert x.shape == (2, len(RIGHT)) and y.all()


def test_what_is_switched_off_is_counted() -> None:
    assert not decide(CASES[2]).shown
    lines = rules(CASES)
    assert all(any(name in line for line in lines) for name in RULES)
    assert any("reader alone" in line for line in orders(CASES))


def test_logistic_regression_finds_the_odds() -> None:
    x = np.repeat([[0.0], [1.0]], 100, axis=0)
    y = np.array([True] * 20 + [False] * 80 + [True] * 70 + [False] * 30)
    intercept, weights = fit_logistic(x, y, np.ones(200), ridge=1e-9)
    assert intercept == pytest.approx(np.log(20 / 80), abs=1e-3)
    assert intercept + weights[0] == pytest.approx(np.log(70 / 30), abs=1e-3)


def test_listwise_regression_orders_and_groups_without_a_right_row_say_nothing() -> None:
    x = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 5.0], [1.0, 0.0], [9.0, 9.0]])
    right = np.array([False, True, False, True, False])
    weights = fit_listwise(x, right, np.array([0, 2, 4]))
    assert weights[0] > 0 > weights[1]


def test_area_under_the_curve_counts_ties_half() -> None:
    assert area_under_curve(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, False, True, True])) == pytest.approx(
        0.875
    )
