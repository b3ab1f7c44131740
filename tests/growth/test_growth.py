"""Linear in everything from outside: twice the text takes twice the work, whatever its shape."""

import time

import pytest

from tests.growth.costs import COSTS, Cost
from tests.growth.functions import FUNCTIONS, Reader, prepare_text
from tests.growth.shapes import SHAPES, mixture, stretch

# Of a doubling: what is linear gives 2, what goes with the square 4.
MOST_GROWN = 2.6
# What takes less at this length is not looked at: clocks and caches weigh more than the text.
SHORT, LONG = 2_000, 8_000
FLOOR = 0.004
# A megabyte of every shape, all that is done with an article: four times what it takes on one slow core.
MOST_SECONDS = 60


def work(read: Reader, text: str, times: int) -> float:
    """Return the processor's seconds of this thread, the least of several runs: other programs do not count in it."""
    least = float("inf")
    for _ in range(times):
        start = time.thread_time()
        read(text)
        least = min(least, time.thread_time() - start)
    return least


def growth(read: Reader, piece: str, length: int, times: int) -> float:
    """Return by what a doubling multiplies the work."""
    return work(read, stretch(piece, 2 * length), times) / max(work(read, stretch(piece, length), times), 1e-6)


def grows(read: Reader, piece: str) -> float:
    """Return by what a doubling multiplies the work, where that is too much; else 0.

    First four times the text is read once; only where that looks bad is it measured with care, and once more.
    """
    long = work(read, stretch(piece, LONG), 1)
    if long < FLOOR or long <= MOST_GROWN**2 * work(read, stretch(piece, SHORT), 1):
        return 0.0
    # What is cut into pieces of some thousand characters is linear only beyond them.
    found = growth(read, piece, LONG, 3)
    found = min(found, growth(read, piece, LONG, 5)) if found > MOST_GROWN else found
    return found if found > MOST_GROWN else 0.0


@pytest.mark.parametrize("name", FUNCTIONS)
def test_work_is_linear_in_the_text(name: str) -> None:
    read = FUNCTIONS[name]
    read(stretch(SHAPES["news"], 500))  # imports and tables are no work on a text
    found = {shape: round(times, 1) for shape, piece in SHAPES.items() if (times := grows(read, piece))}
    assert not found, f"a doubled text takes so many times the work: {found}"


def test_a_megabyte_of_every_shape_takes_seconds() -> None:
    assert work(prepare_text, mixture(1_000_000), 1) < MOST_SECONDS


@pytest.mark.parametrize("cost", COSTS, ids=[cost.name for cost in COSTS])
def test_what_once_hung_takes_seconds(cost: Cost) -> None:
    cost.run()
    start = time.thread_time()
    cost.run()
    assert time.thread_time() - start < cost.most


def test_the_measure_sees_what_is_not_linear() -> None:
    def square(text: str) -> int:
        return sum(1 for _ in range(0, len(text), 10) for _ in range(0, len(text), 10))

    assert grows(square, "x") > MOST_GROWN
    assert not grows(lambda text: [sign for _ in range(50) for sign in text], "x")
