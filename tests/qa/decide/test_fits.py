"""Does a figure fit what is asked: its unit, its time, whose it is, and what is missing around it."""

from datetime import date
from decimal import Decimal

import pytest
from qa_reading import find_figure, read_candidates

from ingest.types import Article, Equivalent, Figure, FigureKind, Period, Status
from qa.decide.times import TimeFit, latest, period_fit
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.wording import day_in_words, short_date, short_figure, source_line, time_clause
from qa.lexicon.words import stem
from qa.understand.question import understand
from qa.understand.unit_fit import UNFIT, unit_fit

DEPOT = """The depot bought 46 buses for 9.5 million euros. The buses weigh 12 tonnes and are 14 meters long.

Some 38 percent of the 2,400 seats were taken on the first day, at 90 kilometers per hour. The driver, 41 years old, won
3-2. Output grew by 3 percentage points. It lasted six hours. Rain of 1.5 times the usual fell. The site is 12 hectares,
and 14 workers and 3 firms came."""
UNITS = [
    ("How many buses did the depot buy?", "46 buses"),
    ("How many vehicles did the depot buy?", "46 buses"),
    ("How much did the buses cost?", "9.5 million euros"),
    ("How many euros were spent?", "9.5 million euros"),
    ("How long are the buses?", "14 meters"),
    ("How heavy are the buses?", "12 tonnes"),
    ("How fast did the buses go?", "90 kilometers per hour"),
    ("How old is the driver?", "41 years old"),
    ("How long did it last?", "six hours"),
    ("How many hectares is the site?", "12 hectares"),
    ("What is the area of the site?", "12 hectares"),
    ("How many people work there?", "14 workers"),
    ("How many employees came?", "14 workers"),
    ("How many companies came?", "3 firms"),
    ("What was the score?", "3-2"),
    ("By how many times did the rain exceed the usual?", "1.5 times"),
    ("How many seats are there?", "2,400 seats"),
]


@pytest.mark.parametrize(("question", "right"), UNITS, ids=[row[0] for row in UNITS])
def test_the_unit_asked_for_fits_best(question: str, right: str) -> None:
    asked = understand(question)
    fits = {f.text: unit_fit(asked, f) for c in read_candidates(DEPOT) for f in c.figures}
    best = max(fits.values())
    assert fits[right] == best >= 0.8
    assert [text for text, fit in fits.items() if fit == best] == [right]


@pytest.mark.parametrize(
    ("question", "fits"),
    [("How much grain did the rail yard move?", True), ("How much sand went into the stone bridge?", True),
     ("How much hay did the degree course weigh, in tonnes?", True), ("How much grain, in tonnes, did it move?", True),
     ("How much cloth did it sell, in yards?", False), ("How many feet does the silo hold?", False),
     ("How much grain does it move in a mile?", False), ("How much does it lose per yard?", False)],
)  # fmt: skip
def test_a_unit_is_named_as_such_or_not_at_all(question: str, fits: bool) -> None:
    figure = Figure(FigureKind.QUANTITY, 0, 13, "51,000 tonnes", Decimal(51000), unit="t")
    assert (unit_fit(understand(question), figure) > UNFIT) is fits


def test_a_share_is_percent_or_points_and_nothing_else() -> None:
    asked = understand("What share of the seats was taken?")
    fits = {f.text: unit_fit(asked, f) for c in read_candidates(DEPOT) for f in c.figures}
    assert {text for text, fit in fits.items() if fit == 1.0} == {"38 percent", "3 percentage points"}


@pytest.mark.parametrize(
    ("unit", "of"),
    [("EUR", "currency"), ("$", "currency"), ("%", "share"), ("pp", "points"), ("m2", "area"), ("bus", "count"),
     (None, "count"), ("EUR/t", "currency"), ("times", "times"), ("kg", "mass")],
)  # fmt: skip
def test_dimension(unit: str | None, of: str) -> None:
    assert dimension(Figure(FigureKind.QUANTITY, 0, 1, "1", Decimal(1), unit=unit)) == of


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("companies", "firms", True), ("employees", "workers", True), ("houses", "flats", True), ("buses", "trucks", True),
     ("deaths", "victims", True), ("companies", "workers", False), ("people", "seats", False),
     ("schools", "students", False), ("ships", "trains", False)],
)  # fmt: skip
def test_nouns_used_for_one_another(a: str, b: str, same: bool) -> None:
    assert alike(stem(a), stem(b)) is alike(stem(b), stem(a)) is same


KELP = """NORRHAVN — The kelp farms of Norrhavn landed 4,730 tonnes of kelp last year, it said. They employ 312 people.

Rival farms at Sandvik landed 2,100 tonnes in 2021."""
JANUARY = "2023-01-16"
TIMES = [
    ("How much kelp was landed in 2022?", "4,730 tonnes", JANUARY, TimeFit.SAME, "last year is 2022"),
    ("How much kelp was landed in 2021?", "4,730 tonnes", JANUARY, TimeFit.OTHER, "and not 2021"),
    ("How much kelp was landed?", "4,730 tonnes", JANUARY, TimeFit.NOT_ASKED, "no time is named"),
    ("How many were employed in 2023?", "312 people", JANUARY, TimeFit.OPEN, "no time of its own: the article's"),
    ("How many were employed in 2022?", "312 people", JANUARY, TimeFit.WITHIN, "that of the sentence before"),
    ("How many were employed in 2019?", "312 people", JANUARY, TimeFit.OTHER, "neither"),
    ("How much kelp was landed in 2022?", "4,730 tonnes", None, TimeFit.OTHER, "undated: last year is no year"),
    ("How much was landed last year?", "4,730 tonnes", None, TimeFit.NOT_ASKED, "no clock: no time is asked for"),
    ("How many were employed in 2022?", "312 people", None, TimeFit.OTHER, "undated: vouches for no time"),
    ("How much kelp was landed in 2021?", "2,100 tonnes", None, TimeFit.SAME, "the text itself gives the year"),
    ("How much was landed from 2020 to 2022?", "2,100 tonnes", None, TimeFit.WITHIN, "a year inside the span"),
]


@pytest.mark.parametrize(("question", "shown", "published", "fit", "why"), TIMES, ids=[row[4] for row in TIMES])
def test_period_fit(question: str, shown: str, published: str | None, fit: TimeFit, why: str) -> None:
    figure, candidate = find_figure(KELP, shown, published=published)
    assert period_fit(understand(question), figure, candidate) is fit, why


def test_times_compare_with_the_year_they_name() -> None:
    text = "In 2023 the catch was 1.43 times that of 2013."
    figure, candidate = find_figure(text, "1.43 times")
    asked = understand("How many times that of 2013 was the catch?")
    assert period_fit(asked, figure, candidate) is TimeFit.NOT_ASKED


def test_latest_is_the_end_of_the_period_else_the_day_of_the_article() -> None:
    article = Article("a", "t", "x", "s", published=date(2024, 3, 7))
    year = Period(date(2022, 1, 1), date(2022, 12, 31), "2022")
    assert latest(year, article) == date(2022, 12, 31)
    assert latest(None, article) == date(2024, 3, 7)
    assert latest(Period(None, None, "recently"), Article("a", "t", "x", "s")) == date.min


def test_days_and_sources_in_words() -> None:
    day = date(2023, 1, 3)
    assert day_in_words(day) == "3 January 2023"
    assert source_line(Article("a", "t", "x", "s", publisher="Quay Herald", published=day)) == (
        "Quay Herald, 3 January 2023"
    )
    assert source_line(Article("a", "t", "x", "s")) == "publisher not named, undated"


YEAR = Period(date(2022, 1, 1), date(2022, 12, 31), "last year", date(2023, 1, 13))


@pytest.mark.parametrize(
    ("period", "clause"),
    [
        (YEAR, ", in 2022 (the article of 13 January 2023 says “last year”)"),
        (Period(date(2022, 1, 1), date(2022, 12, 31), "2022"), ", in 2022"),
        (Period(date(2021, 5, 3), date(2021, 5, 3), "3 May 2021"), ", on 3 May 2021"),
        (Period(date(2021, 5, 1), date(2021, 5, 31), "in May 2021"), ", in May 2021"),
        (None, ""),
        (Period(None, None, ""), ""),
    ],
)
def test_time_clause(period: Period | None, clause: str) -> None:
    assert time_clause(period) == clause


def test_a_time_that_cannot_be_read_is_said_as_printed() -> None:
    assert time_clause(Period(None, None, "last Tuesday")).startswith(", last Tuesday (")


def test_a_short_figure_tells_what_it_equals_and_that_it_is_a_forecast() -> None:
    equal = Equivalent(Decimal(90), "USD", "$90", 20, 23)
    figure = Figure(FigureKind.QUANTITY, 0, 8, "80 euros", Decimal(80), unit="EUR", equivalents=(equal,))
    assert short_figure("about 80 euros", figure) == "about 80 euros ($90)"
    forecast = Figure(FigureKind.QUANTITY, 0, 8, "80 euros", Decimal(80), unit="EUR", status=Status.FORECAST)
    assert short_figure("80 euros", forecast) == "80 euros (forecast)"


@pytest.mark.parametrize(
    ("text", "published", "shown"),
    [
        ("The vote is on Thursday.", "2024-05-14", "Thursday, 16 May 2024"),
        ("Sales fell last year.", "2023-01-13", "2022 (“last year”)"),
        ("It opened in May 2021.", "2023-01-13", "May 2021"),
        ("The day before yesterday a boat sank.", "2024-05-14", "12 May 2024 (“The day before yesterday”)"),
        ("Sales fell last year.", None, "last year"),
    ],
)
def test_a_date_is_shown_resolved_with_the_words_it_was_read_from(text: str, published: str | None, shown: str) -> None:
    candidate = read_candidates(text, published=published)[0]
    figure = next(f for f in candidate.figures if f.kind is FigureKind.DATE)
    assert figure.period is not None
    assert short_date(figure.period, figure.text) == shown
