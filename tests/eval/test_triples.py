"""The evaluator, evaluated: a hand-written verdict for each trap."""

import pytest

from eval.grading.score import grade, score
from eval.types import Grade, Question
from tests.eval.making import Answer, asks, cite, fig, says
from tests.eval.triples_figures import FIGURES
from tests.eval.triples_words import OTHERS

FIGURE_ROWS = [(asks("figure", e if isinstance(e, tuple) else (e,)), a, g, why) for e, a, g, why in FIGURES]
ROWS = FIGURE_ROWS + OTHERS


@pytest.mark.parametrize(
    ("question", "answer", "verdict", "reason"), ROWS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_a_verdict_is_the_one_a_person_gives(question: Question, answer: Answer, verdict: Grade, reason: str) -> None:
    found = grade(question, answer, {})
    assert (found.grade, reason) == (verdict, reason), found


def test_there_are_enough_triples_and_every_verdict_is_among_them() -> None:
    assert len(ROWS) >= 80
    assert {verdict for _, _, verdict, _ in ROWS} == set(Grade)


@pytest.mark.parametrize(
    ("expected", "short", "note"),
    [
        (fig("more than 10,000 branches", "10000", "branch", bound="more than"), "10,000 branches", "leaves out"),
        (fig("318 projects", "318", "project", when="2022-01-01..2022-12-31"), "318 projects", "period"),
        (fig("2.43 trillion yuan", "2430000000000", "CNY"), "2.4 trillion yuan", "rounded"),
        (fig("1,500 employees", "1500", "employee"), "about 1,500 employees", "says “about”"),
        (fig("112 people", "112", "person"), "112", "bare"),
    ],
)
def test_what_is_no_error_is_still_noted(expected: object, short: str, note: str) -> None:
    scored = score(asks("figure", (expected,)), says(short))  # type: ignore[arg-type]
    assert scored.correct
    assert any(note in one for one in scored.notes), scored.notes


def test_unsupported_figures_are_counted_one_by_one() -> None:
    question = asks("figure", (fig("318 ships", "318", "ship"),))
    answer = says("318 ships", "318 ships and 40 barges called.", quote="In May 318 ships called.")
    scored = score(question, answer)
    assert (scored.unsupported, scored.figures) == (1, 2)


def test_a_right_figure_does_not_hide_an_unsupported_one() -> None:
    question = asks("figure", (fig("318 ships", "318", "ship"),))
    answer = says("318 ships", "318 ships, up 12 percent.", citations=[cite("In May 318 ships called, up 21 percent.")])
    assert score(question, answer).unsupported == 1
