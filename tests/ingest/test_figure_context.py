"""What a figure measures, whose it is, who says it and how it stands, on whole sentences."""

from datetime import date

import pytest

from ingest.figures import extract_figures
from ingest.types import Change, Figure, FigureKind, Sentence, Status

PUBLISHED = date(2024, 3, 7)


def figure(text: str, words: str) -> Figure:
    """Return the figure of `text` that starts with `words`."""
    found = [one for one in extract_figures(text, published=PUBLISHED) if one.kind is not FigureKind.DATE]
    (chosen,) = [one for one in found if one.text.startswith(words)]
    return chosen


MEASURES = [
    ("The added value of the region reached 5 billion yuan.", "5", "region", "added value", "X of Y reached"),
    ("Acme's revenue rose to 5 billion yen.", "5", "Acme", "revenue", "possessive"),
    ("In 2023, total operating income surpassed 85 billion yuan.", "85", None, "total operating income", "no owner"),
    ("The deal drew a combined capital of 172 billion won.", "172", "deal", "combined capital", "noun and of"),
    ("The plant covers a construction area of 220,000 square metres.", "220", "plant", "construction area", "area of"),
    ("The park is home to 1,060 electronic firms.", "1,060", "park", "electronic firms", "counted words"),
    ("Firms with 20 million yuan or more in annual revenue are listed.", "20", None, "annual revenue", "in what"),
    ("It makes up 12 percent of the country's total.", "12", None, "country's total", "share of what"),
    ("Unemployment edged down to 5.9 percent.", "5.9", None, "Unemployment", "one word"),
    ("GDP per capita was $12,720 in 2022.", "$12", None, "GDP per capita", "a measure with per"),
    ("The state has built 300 new bridges.", "300", "state", "new bridges", "subject before a helper"),
    ("It cost 4.1 billion francs.", "4.1", None, None, "a pronoun names nothing"),
    ("Net profit for the first nine months rose by 12.5%.", "12.5", None, "Net profit", "time cut from a measure"),
]


@pytest.mark.parametrize(("text", "words", "subject", "measure", "reason"), MEASURES)
def test_measure_and_subject(text: str, words: str, subject: str | None, measure: str | None, reason: str) -> None:
    one = figure(text, words)
    assert (one.subject, one.measure) == (subject, measure), reason


SPEAKERS = [
    ("It drew 50 firms, according to the trade ministry.", "trade ministry", "according to"),
    ("It drew 50 firms, according to data from the trade ministry.", "trade ministry", "data from"),
    ("Data from the statistics office showed that 50 firms closed.", "statistics office", "data showed"),
    ('"We drew 50 firms," said Maria Lopez, head of the park.', "Maria Lopez", "inverted"),
    ("The ministry said 50 firms closed.", "ministry", "plain"),
    ("John Doe, head of sales, said 50 firms closed.", "John Doe", "name before an apposition"),
    ("The park drew 50 firms.", None, "the outlet itself"),
    ("Losses are estimated at 50 million euros.", None, "a passive names nobody"),
    ("Maria Lopez heads the park. She said it drew 50 firms.", None, "no one spoke before"),
    ("This article first said it drew 50 firms.", None, "an article is no source of itself"),
    ("An earlier version of this report said it drew 50 firms.", None, "nor is what it was before"),
    ("This town said it drew 50 firms.", "This town", "another thing is"),
    ("Maria Lopez said it grew. She said it drew 50 firms.", "Maria Lopez", "a pronoun for the last speaker"),
    ("The industrial added value of the region reached 50 million yuan.", None, "added is no verb here"),
]


@pytest.mark.parametrize(("text", "speaker", "reason"), SPEAKERS)
def test_who_says_it(text: str, speaker: str | None, reason: str) -> None:
    assert figure(text, "50").attributed_to == speaker, reason


def test_the_outlet_speaks_for_itself() -> None:
    text = "The Daily Post said it sold 50 copies."
    (one,) = extract_figures(text, publisher="Daily Post")
    assert one.attributed_to is None


def test_a_change_is_told_apart_from_its_ends() -> None:
    text = "Exports rose by 5 percent to 8 million tonnes from 7.6 million tonnes a year earlier."
    changes = [one.change for one in extract_figures(text) if one.kind is FigureKind.QUANTITY]
    assert changes == [Change.RISE_BY, Change.RISE_TO, Change.FROM]


def test_a_forecast_and_an_outcome_in_one_sentence_stay_apart() -> None:
    text = "The city had 300 buses in 2023 and plans to buy 80 more by 2027."
    standings = [one.status for one in extract_figures(text, published=PUBLISHED) if one.kind is FigureKind.QUANTITY]
    assert standings == [Status.OUTCOME, Status.TARGET]


def test_an_undated_article_leaves_relative_time_as_printed() -> None:
    (when, firms) = extract_figures("Last year 50 firms closed.")
    assert when.period == firms.period
    assert when.period and when.period.start is None and when.period.text == "Last year"
    assert when.period.resolved_from is None


def test_a_relative_period_says_what_it_was_read_by() -> None:
    (when, _) = extract_figures("Last year 50 firms closed.", published=PUBLISHED)
    assert when.period and when.period.resolved_from == PUBLISHED
    (when, _) = extract_figures("In 2023 50 firms closed.", published=PUBLISHED)
    assert when.period and when.period.resolved_from is None


def test_that_year_is_the_year_named_in_the_sentence_before() -> None:
    figures = extract_figures("It moved in 2018. It hired 50 people that year.", published=PUBLISHED)
    (hired,) = [one for one in figures if one.kind is FigureKind.QUANTITY]
    assert hired.period and hired.period.start == date(2018, 1, 1)


def test_given_sentences_bound_what_is_read() -> None:
    text = "Prices. In 2020 it sold 50 cars\nIn 2021 it sold 60 cars"
    first, second = text.index("In 2020"), text.index("In 2021")
    sentences = [Sentence(0, 7, 0, True), Sentence(first, second - 1, 1), Sentence(second, len(text), 2)]
    sold = [one for one in extract_figures(text, sentences=sentences) if one.kind is FigureKind.QUANTITY]
    assert [(one.text, one.period and one.period.text) for one in sold] == [("50 cars", "2020"), ("60 cars", "2021")]
    assert all(text[one.start : one.end] == one.text for one in sold)


DATELINES = [
    ("LAGOS, March 3 (Reuters) - The fund lost 20 billion naira.", False, "place, day, wire, dash"),
    ("OSLO, 5 May 2023 — The fund lost 20 billion crowns.", False, "the day before the month, with its year"),
    ("PORT ELLEN, Feb. 5, 2024 /PRNewswire/ -- The fund lost 20 billion pounds.", False, "a wire between strokes"),
    ("TOKYO May 5 - The fund lost 20 billion yen.", False, "capitals without a comma"),
    ("On Oct. 9, 2023 - a Monday - the fund lost 20 billion yen.", True, "an insertion behind a day of prose"),
    ("In Oslo, on May 5, 2023, the fund lost 20 billion crowns.", True, "a day of prose behind a place"),
]


@pytest.mark.parametrize(("text", "dated", "reason"), DATELINES)
def test_a_dateline_dates_the_telling_and_not_the_figure(text: str, dated: bool, reason: str) -> None:
    assert (figure(text, "20 billion").period is not None) is dated, reason
