"""Reading: the best spans against a search through all of them, and windows that hold whole sentences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader.spans import MOST_TOKENS, Reading
from qa.reader.windows import LONGEST, cut_windows

LOGITS = st.lists(st.tuples(st.floats(-9, 9, width=32), st.floats(-9, 9, width=32)), min_size=1, max_size=40)


def reading(logits: list[tuple[float, float]], null: float = -1.0) -> Reading:
    offsets = tuple((3 * n, 3 * n + 2) for n in range(len(logits)))
    starts, ends = (np.array(column, np.float32) for column in zip(*logits, strict=True))
    return Reading(offsets, starts, ends, null)


@given(LOGITS)
def test_the_first_span_is_the_best_of_all(logits: list[tuple[float, float]]) -> None:
    one = reading(logits)
    n = len(logits)
    every = [one.margin(a, b) for a in range(n) for b in range(a, min(n, a + MOST_TOKENS))]
    assert one.best(1)[0][0] == pytest.approx(max(every), abs=1e-4)


@given(LOGITS, st.integers(1, 5))
def test_spans_are_in_order_and_apart(logits: list[tuple[float, float]], count: int) -> None:
    found = reading(logits).best(count)
    assert len(found) <= count
    assert [m for m, _, _ in found] == sorted((m for m, _, _ in found), reverse=True)
    assert all(a[2] <= b[1] or b[2] <= a[1] for i, a in enumerate(found) for b in found[:i])


@given(LOGITS, st.data())
def test_the_margin_over_a_figure_is_that_of_its_best_span(
    logits: list[tuple[float, float]], data: st.DataObject
) -> None:
    one = reading(logits)
    first = data.draw(st.integers(0, len(logits) - 1))
    last = data.draw(st.integers(first, len(logits) - 1))
    inside = [one.margin(a, b) for a in range(first, last + 1) for b in range(a, last + 1)]
    start, end = one.offsets[first][0], one.offsets[last][1]
    assert one.over(start, end) == pytest.approx(max(inside), abs=1e-4)
    assert one.over(-5, -1) == float("-inf")


def test_a_window_without_words_has_no_span() -> None:
    assert Reading((), np.zeros(0, np.float32), np.zeros(0, np.float32), 0.0).best(3) == []


@given(st.lists(st.integers(5, 900), min_size=1, max_size=30))
def test_windows_cover_every_sentence_and_break_none(lengths: list[int]) -> None:
    at, spans = 0, []
    for length in lengths:
        spans.append((at, at + length))
        at += length + 1
    windows = cut_windows(spans)
    starts, ends = {a for a, _ in spans}, {b for _, b in spans}
    assert all(a in starts and b in ends for a, b in windows)
    assert all(any(w[0] <= a and b <= w[1] for w in windows) for a, b in spans)
    assert all(b - a <= LONGEST or (a, b) in spans for a, b in windows)
