"""Answers to paste elsewhere, and the two plots."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.types import Figure, FigureKind, Period
from qa.types import Answer, Citation, CitedFigure, Claim, Disagreement, Voice
from ui.show.html.copy import as_footnotes, as_markdown, as_plain
from ui.show.plots import Point, plot_timeline, plot_values, short_number, ticks

QUOTE = "Sales *rose* to [5] in 2021."
CITED = Citation("1", "a", "Sales_up", "Star", date(2022, 1, 3), "https://example.org/s", "s.md", 0, 28, QUOTE)
YEAR = Period(date(2021, 1, 1), date(2021, 12, 31), "2021")
FIGURE = CitedFigure(Figure(FigureKind.QUANTITY, 17, 18, "5", value=Decimal(5), period=YEAR), "1")
ANSWER = Answer(
    "How high were sales?", "5.", "5", False, None, "extractive", (Claim(QUOTE, ("1",)),), (CITED,), (FIGURE,)
)


def test_plain_text_has_answer_period_and_exact_words() -> None:
    text = as_plain(ANSWER)
    assert text.startswith("How high were sales?\n5, 2021\n")
    assert f"{QUOTE} [1]" in text
    assert f"[1] Sales_up (Star, 3 January 2022, https://example.org/s): “{QUOTE}”" in text


def test_markdown_escapes_what_the_article_says() -> None:
    text = as_markdown(ANSWER)
    assert r"Sales \*rose\* to \[5\] in 2021." in text
    assert r"1. *Sales\_up*" in text


def test_footnotes_refer_to_each_other() -> None:
    text = as_footnotes(ANSWER)
    assert "[^1]\n" in text
    assert "[^1]: " in text


def test_an_abstention_is_copied_as_one() -> None:
    none = Answer("Q?", "", None, True, "nothing on 2019", "extractive")
    assert "nothing on 2019" in as_plain(none)


def test_a_disagreement_is_copied_with_its_sides() -> None:
    sides = (Voice("5", Decimal(5), None, YEAR, "1"), Voice("6", Decimal(6), None, YEAR, "2"))
    both = Answer(
        "Q?", "5.", "5", False, None, "extractive", (), (CITED,), (), (Disagreement("sales", sides, "rounding"),)
    )
    assert "The articles disagree (rounding): 5 [1] / 6 [2]" in as_plain(both)


@pytest.mark.parametrize(
    ("value", "said"),
    [(2.43e12, "2.43T"), (3.195e11, "319.5bn"), (43000, "43,000"), (0.35, "0.35"), (-5e6, "-5M"), (0, "0")],
)
def test_short_number(value: float, said: str) -> None:
    assert short_number(value) == said


@given(st.floats(-1e15, 1e15), st.floats(1e-3, 1e15))
def test_ticks_cover_the_range_and_are_few(low: float, width: float) -> None:
    found = ticks(low, low + width)
    assert found[0] <= low or found[0] == pytest.approx(low, rel=1e-6)
    assert found[-1] >= low + width or found[-1] == pytest.approx(low + width, rel=1e-6)
    assert len(found) <= 9


numbers = st.floats(allow_nan=True, allow_infinity=True)
points = st.lists(
    st.builds(Point, numbers, st.text(max_size=20), st.none() | st.dates(), st.text(max_size=30), st.text(max_size=20)),
    max_size=30,
)


@given(points)
def test_plots_draw_any_values_inside_their_frame(given_: list[Point]) -> None:
    for shown in (plot_values(given_, "<x>"), plot_timeline(given_, "<x>")):
        drawn = re.sub(r"<title>.*?</title>|<desc>.*?</desc>|<text[^>]*>[^<]*</text>", "", shown, flags=re.DOTALL)
        assert not {"nan", "inf"} & set(re.findall(r"[a-z]+", drawn))
        for x, y in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', shown):
            assert 0 <= float(x) <= 560
            assert 0 <= float(y) <= 240


def test_one_value_is_no_plot() -> None:
    assert plot_values([Point(1.0, "2021", None, "a", "1")], "x") == ""
