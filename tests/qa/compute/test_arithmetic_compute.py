"""The sums themselves: values worked out by hand, bounds that carry over, precision that follows the operands."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.figures import parse_figures
from ingest.types import Bound, Figure, FigureKind, Period
from qa.compute.operations import (
    Operand,
    Operation,
    Result,
    compute,
    elapsed,
    ends,
    formula,
    operand,
    rounded,
    same_sort,
    significant,
    surely_larger,
)


def read(text: str) -> Operand:
    """Return the one figure of a text as an operand."""
    found = operand(parse_figures(text)[0], text)
    assert found is not None
    return found


D, C, R, S, P, X = (
    Operation.DIFFERENCE,
    Operation.CHANGE,
    Operation.RATIO,
    Operation.SUM,
    Operation.PER,
    Operation.PRODUCT,
)
TABLE = [
    (D, "46.2 percent", "39.7 percent", "6.5 percentage points", "shares differ by points, not by percent"),
    (D, "12 percent", "8.5 percent", "3.5 percentage points", "never rounded to one digit"),
    (D, "112.4 percent", "33 percent", "about 79 percentage points", "as coarse as the coarser operand"),
    (D, "140 mills", "15 mills", "125 mills", "the thing that is counted"),
    (D, "140 schools", "15 harbours", "125", "two sorts of things: a bare number"),
    (D, "140 firms", "15 companies", "125 firms", "words for one thing"),
    (D, "2.43 trillion yuan", "2,384.12 billion yuan", "about 46 billion yuan", "scales differ, precision is kept"),
    (D, "$1.31 billion", "$1.28 billion", "$30 million", "the sign stands before"),
    (D, "more than 900 firms", "300 firms", "more than 600 firms", "a bound carries over"),
    (D, "900 firms", "more than 300 firms", "less than 600 firms", "and turns round when taken away"),
    (D, "about 900 firms", "300 firms", "about 600 firms", "about stays about"),
    (D, "more than 900 firms", "more than 300 firms", "about 600 firms", "two bounds that pull apart"),
    (D, "300 firms", "900 firms", "600 firms", "the smaller one first: the size of the difference"),
    (D, "3 kilometres", "400 metres", "2.6 kilometres", "one dimension, two units"),
    (R, "21.6 percent", "14.4 percent", "1.5 times", "a quotient of shares"),
    (R, "over 1,500 workers", "a dozen workers", "more than 125 times", "words for numbers, bound kept"),
    (R, "43 tunnels", "19 stations", "2.26 times", "three significant digits"),
    (C, "150 ships", "120 ships", "25 percent", "the second operand is the base"),
    (C, "90 ships", "120 ships", "25 percent", "a fall has its size"),
    (S, "at least 31 people", "87 people", "at least 118 people", "a bound of one is one of the sum"),
    (P, "172.1 billion yuan", "1,406 companies", "122 million yuan per company", "amount by count"),
    (P, "62,000 passengers", "4,100 lorries", "15.1 passengers per lorry", "count by count"),
    (X, "248 projects", "50 million yuan", "12.4 billion yuan", "so many at so much each"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "left", "right", "text"), [row[:4] for row in TABLE], ids=[r[4] for r in TABLE])
def test_table(operation: Operation, left: str, right: str, text: str) -> None:
    result = compute(operation, read(left), read(right))
    assert result is not None
    assert result.text == text


REFUSED = [
    (D, "5 million yuan", "2 million dollars", "two currencies"),
    (D, "5 trillion yuan", "90 yuan", "a thousandfold apart: picked wrongly"),
    (D, "5 percent", "2 firms", "a share and a count"),
    (D, "5 kilometres", "2 tonnes", "two dimensions"),
    (S, "40 percent", "30 percent", "shares of different wholes do not add up"),
    (R, "5 firms", "0 firms", "nothing to divide by"),
    (X, "5 million yuan", "2 million yuan", "no count"),
    (P, "5 million yuan", "2 million yuan", "nothing counted to share it by"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "left", "right"), [row[:3] for row in REFUSED], ids=[r[3] for r in REFUSED])
def test_refused(operation: Operation, left: str, right: str) -> None:
    assert compute(operation, read(left), read(right)) is None


def test_a_range_is_no_operand_but_has_two_ends() -> None:
    figure = parse_figures("$5.1 billion to $5.2 billion")[0]
    assert operand(figure, figure.text) is None
    both = ends(figure)
    assert both is not None
    result = compute(D, *both)
    assert result is not None
    assert formula(D, *both, result) == "$5.2 billion − $5.1 billion = $100 million"


def test_which_is_larger_is_not_said_where_bounds_leave_it_open() -> None:
    assert surely_larger(read("more than 900 firms"), read("300 firms")) is True
    assert surely_larger(read("300 firms"), read("900 firms")) is False
    assert surely_larger(read("more than 300 firms"), read("900 firms")) is None
    assert surely_larger(read("300 firms"), read("300 firms")) is None


def span(*days: str) -> Period:
    first, last = (date.fromisoformat(d) for d in days)
    return Period(first, last, "")


FEBRUARY, JUNE = span("2014-02-01", "2014-02-28"), span("2015-06-01", "2015-06-30")
TIMES = [
    (FEBRUARY, JUNE, "month", "16 months", "whole months"),
    (JUNE, FEBRUARY, "month", "16 months", "either order"),
    (FEBRUARY, JUNE, None, "16 months", "no unit asked: that of the coarser date"),
    (FEBRUARY, JUNE, "year", "about 1 year", "not whole years"),
    (FEBRUARY, JUNE, "day", "about 485 days", "days between months are not known"),
    (span("2014-01-01", "2014-12-31"), span("2023-01-01", "2023-12-31"), "year", "9 years", "years"),
    (span("2024-03-01", "2024-03-01"), span("2024-03-17", "2024-03-17"), "day", "16 days", "days"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "unit", "text"), [row[:4] for row in TIMES], ids=[r[4] for r in TIMES])
def test_elapsed(first: Period, second: Period, unit: str | None, text: str) -> None:
    result = elapsed(first, second, unit)
    assert result is not None
    assert result.text == text


def test_a_date_that_is_not_resolved_gives_no_time() -> None:
    assert elapsed(FEBRUARY, Period(None, None, "on Tuesday"), "month") is None


values = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 13, places=2)


def made(value: Decimal, bound: Bound = Bound.EXACT) -> Operand:
    figure = Figure(
        FigureKind.QUANTITY, 0, 1, f"{value} t", value, unit="t", step=Decimal("0.01"), bound=bound, scale=None
    )
    return Operand(value, "t", Decimal("0.01"), bound, figure.text, figure)


def done(operation: Operation, a: Decimal, b: Decimal) -> Result:
    result = compute(operation, made(a), made(b))
    assert result is not None
    return result


@given(values, values)
def test_differences_are_exact_and_look_the_same_from_both_sides(a: Decimal, b: Decimal) -> None:
    one, other = done(D, a, b), done(D, b, a)
    assert one.value == other.value == abs(a - b)
    assert one.falls == (a < b)


@given(values, values)
def test_a_sum_less_one_part_is_the_other(a: Decimal, b: Decimal) -> None:
    assert done(D, done(S, a, b).value, a).value == b


@given(values, values)
def test_ratios_keep_three_digits(a: Decimal, b: Decimal) -> None:
    value = done(R, a, b).value
    assert abs(value - a / b) <= abs(a / b) * Decimal("0.005")


@given(values, st.sampled_from([Decimal(10) ** n for n in range(-2, 8)]))
def test_rounding_keeps_two_digits_and_half_a_step(value: Decimal, step: Decimal) -> None:
    shown = rounded(value, step)
    assert abs(shown - value) <= max(step / 2, Decimal(0))
    assert abs(shown - value) <= abs(value) * Decimal("0.05")


@given(values)
def test_significant_digits_leave_whole_numbers(value: Decimal) -> None:
    assert significant(value.to_integral_value()) == value.to_integral_value()


@given(st.sampled_from(list(Bound)), st.sampled_from(list(Bound)))
def test_the_true_difference_keeps_to_the_bound_that_is_shown(a: Bound, b: Bound) -> None:
    """Let each true value differ from the printed one as its bound allows, and look at the difference."""
    result = compute(D, made(Decimal(900), a), made(Decimal(300), b))
    assert result is not None
    moves = {Bound.MORE_THAN: (1, 50), Bound.AT_LEAST: (0, 50), Bound.LESS_THAN: (-50, -1), Bound.AT_MOST: (-50, 0)}
    trues = [900 + x - 300 - y for x in moves.get(a, (0, 0)) for y in moves.get(b, (0, 0))]
    if result.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        assert all(t > 600 or (t == 600 and result.bound is Bound.AT_LEAST) for t in trues)
    if result.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        assert all(t < 600 or (t == 600 and result.bound is Bound.AT_MOST) for t in trues)
    if result.bound is Bound.EXACT:
        assert trues == [600] * len(trues)


def test_same_sort_does_not_guess_which_dollar_is_another() -> None:
    a, b = (parse_figures(t)[0] for t in ("$5 million", "US$2 million"))
    assert same_sort(a, b)
    assert not same_sort(parse_figures("A$5 million")[0], b)
