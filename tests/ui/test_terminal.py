"""An answer as the terminal shows it."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.types import FigureKind, Period, Status
from qa.types import Answer, Citation, CitedFigure, Claim
from ui.show.terminal.answer import render_answer, say_source
from ui.show.terminal.dates import say_period, say_resolution, say_short_period
from ui.show.terminal.text import Paint, cells, disarm, mark_parts, one_line, wrap

ANSI = re.compile("\x1b\\[[0-9;]*m")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2022-01-01", "2022-12-31", "in 2022"),
        ("2013-01-01", "2022-12-31", "from 2013 to 2022"),
        ("2024-02-01", "2024-02-29", "in February 2024"),
        ("2023-04-01", "2023-06-30", "in the second quarter of 2023"),
        ("2023-07-01", "2023-12-31", "in the second half of 2023"),
        ("2023-02-01", "2023-04-30", "from February 2023 to April 2023"),
        ("2023-02-01", "2023-07-31", "from February 2023 to July 2023"),
        ("2023-04-01", "2024-03-31", "from April 2023 to March 2024"),
        ("2023-12-31", "2023-12-31", "on 31 December 2023"),
        ("2024-03-01", "2024-03-10", "from 1 March 2024 to 10 March 2024"),
        ("2013-01-01", None, "since 1 January 2013"),
        (None, "2023-12-31", "until 31 December 2023"),
        (None, None, ""),
        ("9999-01-01", "9999-12-31", "in 9999"),
    ],
)
def test_periods_in_words(start: str | None, end: str | None, said: str) -> None:
    assert say_period(Period(day(start), day(end), "x")) == said


def test_how_a_date_was_read() -> None:
    read = Period(date(2022, 1, 1), date(2022, 12, 31), "last year", date(2023, 1, 13))
    assert say_resolution(read) == "the article of 13 January 2023 says “last year”"
    assert say_resolution(replace(read, resolved_from=None)) == ""
    assert say_resolution(Period(None, None, "last year")) == "the article says “last year”"
    assert say_resolution(Period(None, None, "")) == ""
    assert say_short_period(read) == "2022" and say_short_period(Period(None, None, "last year")) == "“last year”"


def test_short_answer_first_then_quote_then_source(answer: Answer) -> None:
    assert render_answer(answer, width=100).splitlines() == [
        "1,406 ferries, in 2022 (the article of 13 January 2023 says “last year”)",
        "",
        "  “Harbour officials counted 1,406 ferries last year.” [1]",
        "  [1] Quay Herald, 13 January 2023, Ferries return to the north quay (news/ferries.md), id ab12",
    ]


def test_of_a_long_id_the_beginning_is_shown(answer: Answer) -> None:
    (citation,) = answer.citations
    assert say_source(replace(citation, article_id="0123456789abcdef")).endswith(" (news/ferries.md), id 01234567")


def test_colour_marks_the_figure_and_the_short_answer(answer: Answer) -> None:
    text = render_answer(answer, width=90, color=True)
    assert text.startswith("\x1b[1m1,406 ferries\x1b[0m, in 2022")
    assert "counted \x1b[1m1,406 ferries\x1b[0m last year" in text
    assert ANSI.sub("", text) == render_answer(answer, width=90)


def test_signs_mark_the_figure_only_where_other_digits_stand_beside_it() -> None:
    text = "The 12 piers saw 1,406 ferries."
    assert mark_parts(text, [(17, 30)], 80, Paint(False)) == ["The 12 piers saw «1,406 ferries»."]
    assert mark_parts(text, [(17, 30)], 80, Paint(True)) == ["The 12 piers saw \x1b[1m1,406 ferries\x1b[0m."]
    assert mark_parts("«12» and 13", [(9, 11)], 80, Paint(False)) == ["«12» and ‹13›"]
    assert mark_parts("The piers saw 7 ferries.", [(14, 23)], 80, Paint(False)) == ["The piers saw 7 ferries."]


def test_a_period_that_the_short_answer_names_is_not_said_twice(answer: Answer) -> None:
    cited = answer.figures[0]
    named = replace(cited.figure, text="1,406 ferries in 2022")
    said = replace(answer, short="1,406 ferries in 2022", figures=(replace(cited, figure=named),))
    assert render_answer(said).startswith("1,406 ferries in 2022 (the article of 13 January")


@pytest.mark.parametrize(
    ("status", "said"),
    [(Status.FORECAST, ", a forecast"), (Status.TARGET, ", a target"), (Status.ESTIMATE, ", an estimate")],
)
def test_what_is_no_outcome_is_said_to_be_none(answer: Answer, status: Status, said: str) -> None:
    figure = replace(answer.figures[0].figure, status=status)
    assert said in render_answer(replace(answer, figures=(CitedFigure(figure, "1"),)))


def test_a_date_is_its_own_period(answer: Answer) -> None:
    figure = replace(answer.figures[0].figure, kind=FigureKind.DATE, text="last year")
    shown = render_answer(replace(answer, short="2022", figures=(CitedFigure(figure, "1"),)))
    assert shown.startswith("2022 (the article of 13 January 2023 says “last year”)\n")


def test_disagreement_is_a_table_with_its_reason(answer: Answer, disagreement: Any) -> None:
    lines = render_answer(replace(answer, disagreements=(disagreement,)), width=100).splitlines()
    at = lines.index("The articles disagree: ferries counted")
    assert [re.split(r"\s{2,}", line.strip()) for line in lines[at + 1 : at + 4]] == [
        ["value", "period", "publisher", "date", "according to"],
        ["1,406 ferries", "2022", "Quay Herald", "13 January 2023", "harbour officials", "[1]"],
        ["1,380 ferries", "2022", "Shore Post", "undated", "[2]"],
    ]
    assert lines[at + 4] == "Reason: unexplained"


def test_an_abstention_says_so_and_shows_the_nearest(answer: Answer) -> None:
    quote = answer.citations[0].quote
    missing = f"another year is asked for; the nearest is: “{quote}” [1]"
    declined = replace(
        answer, answer="The articles do not say.", short=None, abstained=True, missing=missing, claims=(), figures=()
    )
    text = render_answer(declined)
    assert text.startswith("The articles do not say.\nWhy: another year is asked for\n\nThe nearest they say:\n\n  “")
    assert text.count(quote) == 1
    assert render_answer(replace(declined, citations=(), missing=None)) == "The articles do not say.\n"


def test_a_claim_that_is_no_quotation_is_shown_with_its_marks(answer: Answer) -> None:
    counted = replace(answer, short=None, claims=(Claim("The two add up to 1,418.", ("1", "2")),))
    assert render_answer(counted).startswith("The two add up to 1,418. [1] [2]\n\n  “")


def test_half_an_answer_says_what_is_missing_and_notes_come_last(answer: Answer) -> None:
    half = replace(answer, missing="the second figure", understood="How many ferries?", notes=("said by Ann Oar",))
    text = render_answer(half)
    assert (
        text.startswith("understood as: How many ferries?\n\n1,406 ferries") and "\nMissing: the second figure" in text
    )
    assert text.endswith("\n\nNote: said by Ann Oar\n")
    told = "the article of 13 January 2023 says “last year”"
    assert "Note" not in render_answer(replace(answer, notes=(told,)))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x07b\x00c\x7f", "a␇b␀c␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("safe\u202eevil\u2066x\u200f", "safeevilx"),
        ("so\u00adft\ufeff", "soft"),
        ("x\ud800y", "x\ufffdy"),
        ("line\none\ttab", "line\none\ttab"),
        ("line\r\none\rtwo", "line\none␍two"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_no_control_reaches_the_terminal(given: str, shown: str) -> None:
    assert disarm(given) == shown


def test_hostile_articles_draw_nothing_of_their_own(answer: Answer, disagreement: Any) -> None:
    evil = "\x1b[2J\x1b]52;c;AAAA\x07\u202e\x9bH"
    citation = replace(answer.citations[0], title=evil, publisher=evil, source=evil, quote=evil, start=0, end=len(evil))
    voice = replace(disagreement.values[0], text=evil, publisher=evil, attributed_to=evil)
    hostile = replace(
        answer,
        short=evil,
        understood=evil,
        missing=evil,
        notes=(evil,),
        claims=(Claim(evil + "!", ("1",)),),
        citations=(citation,),
        disagreements=(replace(disagreement, measure=evil, values=(voice,), reason=evil),),
    )
    for color in (False, True):
        text = ANSI.sub("", render_answer(hostile, color=color))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


TEXT = st.text(st.characters(codec=None), max_size=120)


@given(TEXT, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line) <= width or len(line) == 1 for line in lines)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")


@given(TEXT, st.integers(0, 130), st.integers(0, 130), st.booleans())
def test_marking_changes_no_word(text: str, start: int, end: int, color: bool) -> None:
    lines = mark_parts(text, [(start, end)], 30, Paint(color))
    plain = re.sub("[«»‹›\\s]", "", ANSI.sub("", "".join(lines)))
    assert plain == re.sub("[«»‹›\\s]", "", disarm(re.sub(r"\s+", " ", text)))


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 200), st.booleans())
def test_any_answer_can_be_drawn(short: str, quote: str, width: int, color: bool) -> None:
    citation = Citation("1", "a", short, None, None, None, "f", 0, len(quote), quote)
    drawn = Answer("q", short, short or None, False, None, "x", (Claim(quote, ("1",)),), (citation,))
    text = render_answer(drawn, width=width, color=color)
    text.encode("utf-8")
    assert all(cells(line) <= max(width, 24) for line in ANSI.sub("", text).splitlines())
