"""Laws of figures: what is printed is read back, every place is a slice, no text raises or runs long."""

import string
import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.figures import compare_figures, extract_figures, find_periods, format_figure, parse_figures, same_value
from ingest.figures.about.nouns import plural, singular
from ingest.figures.quantity.numbers import scale_factor
from ingest.figures.quantity.units import UNITS
from ingest.types import Bound, Figure, FigureKind, Period

NOUNS = ["company", "person", "machine", "branch", "life", "house", "hero", "bus", "woman", "toy", "enterprise", "tax"]
MONEY = ["USD", "EUR", "CNY", "JPY", "GBP", "INR", "HKD", "$", "¥", "rupee", "peso", "cent", "pence", "pound"]
RATES = ["machine/year", "bbl/day", "USD/bbl", "t/ha", "person/km2", "$/share", "kWh/month"]
NOT_PRINTED = {"share", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "ms"}
MEASURES = sorted(set(UNITS) - NOT_PRINTED)
SCALES = [None, "thousand", "million", "billion", "trillion", "lakh", "crore"]


@st.composite
def quantities(draw: st.DrawFn) -> Figure:
    """Draw a quantity with any unit, scale, precision, range and bound."""
    unit = draw(st.sampled_from([*NOUNS, *MONEY, *RATES, *MEASURES, None]))
    scale = draw(st.sampled_from(SCALES))
    step = Decimal(1).scaleb(-draw(st.integers(0, 3))) * scale_factor(scale)
    low = draw(st.integers(-99_999 if unit not in NOUNS else 0, 9_999_999)) * step
    ranged = draw(st.booleans()) and low >= 0 and unit not in ("$", "¥")
    high = low + step * draw(st.integers(1, 9_999)) if ranged else None
    bound = draw(st.sampled_from(list(Bound)))
    return Figure(FigureKind.QUANTITY, 0, 0, "", value=low, high=high, unit=unit, scale=scale, step=step, bound=bound)


@st.composite
def others(draw: st.DrawFn) -> Figure:
    """Draw an age, an ordinal, a score, a duration or a vague magnitude."""
    value = Decimal(draw(st.integers(1, 120)))
    kind = draw(st.sampled_from([FigureKind.AGE, FigureKind.ORDINAL, FigureKind.SCORE, FigureKind.DURATION]))
    unit = {FigureKind.AGE: "year", FigureKind.DURATION: draw(st.sampled_from(["minute", "day", "year"]))}.get(kind)
    high = Decimal(draw(st.integers(0, 120))) if kind is FigureKind.SCORE else None
    return Figure(kind, 0, 0, "", value=value, high=high, unit=unit)


@st.composite
def dates(draw: st.DrawFn) -> Figure:
    """Draw a day, a month, a year or a span as a date figure."""
    start = draw(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    year = (date(start.year, 1, 1), date(start.year, 12, 31))
    first, last = draw(st.sampled_from([(start, start), year, (start, date(2101, 1, 1))]))
    return Figure(FigureKind.DATE, 0, 0, "", period=Period(first, last, ""))


def essence(figure: Figure) -> tuple[object, ...]:
    return figure.kind, figure.value, figure.high, figure.unit, figure.scale, figure.step, figure.bound


@settings(max_examples=600, deadline=None)
@given(st.one_of(quantities(), others()))
def test_a_printed_figure_is_read_back(figure: Figure) -> None:
    printed = format_figure(figure)
    read = parse_figures(printed)
    assert [essence(one) for one in read] == [essence(figure)], printed
    assert same_value(read[0], figure)
    assert compare_figures(figure, read[0]) is None


@settings(max_examples=200, deadline=None)
@given(dates())
def test_a_printed_date_is_read_back(figure: Figure) -> None:
    (read,) = parse_figures(format_figure(figure))
    assert read.period and figure.period
    assert (read.period.start, read.period.end) == (figure.period.start, figure.period.end)


PIECES = [
    "5", "43,000", "1 060", "2.3", "trillion", "yuan", "$", "€", "(", ")", " ", "-", "to", "and", "percent", "%", "a",
    "dozen", "half", "of", "million", "in", "2023", "last", "year", "December", "the end of", "more than", "km", "/",
    "h", "per", "old", ",", ".", "said", "according to", "he", "rose", "from", "万", "½", "third", "\n", "“", "’", "k",
    "companies", "between", "Q3", "FY", "22", "same period", "since", "1/3", "m", "²", "°", "C", "U.S.", "٣", "two",
]  # fmt: skip
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.text(alphabet=string.digits + "., -–/%$()", max_size=200),
)


@settings(max_examples=1500, deadline=None)
@given(HOSTILE, st.one_of(st.none(), st.dates()))
def test_no_text_raises_and_every_place_is_a_slice(text: str, published: date | None) -> None:
    figures = extract_figures(text, published=published)
    assert [one.start for one in figures] == sorted(one.start for one in figures)
    for one in figures:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert all(text[other.start : other.end] == other.text for other in one.equivalents)
        assert one.period is None or not one.period.text or one.period.text in text
        assert one.period is None or (one.period.start is None) == (one.period.end is None)
        format_figure(one)
        same_value(one, figures[0])
        compare_figures(one, figures[0])
    for span in find_periods(text, published):
        assert text[span.start : span.end] == span.period.text


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_the_reading_does_not_depend_on_what_stands_in_other_sentences(text: str) -> None:
    first = extract_figures("It sold 43,000 cars.\n")
    both = extract_figures("It sold 43,000 cars.\n" + text)
    assert [essence(one) for one in both[:1]] == [essence(one) for one in first]


def test_nouns_come_back_from_their_plural() -> None:
    words = [
        *NOUNS,
        "project",
        "vehicle",
        "type",
        "office",
        "city",
        "church",
        "wife",
        "child",
        "gas",
        "series",
        "staff",
    ]
    words += ["analysis", "movie", "shoe", "potato", "box", "class", "quiz", "day", "house", "virus", "case", "axis"]
    for word in words:
        assert singular(plural(word)) == word


ATTACKS = [
    "1,",
    "9",
    "(",
    "million ",
    "x",
    "1 ",
    "a ",
    "$",
    "last ",
    "since ",
    "-",
    "5 and ",
    "two-",
    "1/",
    "from 5 to ",
]
ATTACKS += [
    "from 5 to ",
    "between ",
    "the end of ",
    "half a ",
    "he said, ",
    "1.",
    "½",
    "(5 km) ",
    "\n1",
    "Mr. ",
    "1990 ",
    "1万",
]


@pytest.mark.parametrize("piece", ATTACKS)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """300 kB within forty seconds of work is ten times what the slowest takes; what is quadratic takes minutes."""
    text = piece * (300_000 // len(piece))
    start = time.process_time()
    extract_figures(text, published=date(2024, 3, 7))
    assert time.process_time() - start < 40
