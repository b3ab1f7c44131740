"""Measures of briefs: what is told, and what chance alone would tell."""

from itertools import combinations

import pytest

from eval.survey import chance_missed, share_told


def test_what_is_told_is_counted_by_answers() -> None:
    assert share_told(["ann lee", "43,000"], ["Ann Lee spoke.", "Nobody came."]) == 0.5


@pytest.mark.parametrize(("sentences", "holding", "drawn"), [(6, 2, 3), (5, 1, 5), (4, 0, 2), (7, 3, 1)])
def test_chance_is_that_of_drawing_without_replacement(sentences: int, holding: int, drawn: int) -> None:
    draws = list(combinations(range(sentences), drawn))
    missed = sum(all(n >= holding for n in draw) for draw in draws) / len(draws)
    assert chance_missed(sentences, holding, drawn) == pytest.approx(missed)
