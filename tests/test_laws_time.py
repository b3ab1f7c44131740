"""Time is read from the article, never guessed: relative dates, undated articles, forecasts."""

from dataclasses import replace
from datetime import date

import pytest
from newsroom import Story, check_slices, seen, told

from qa import Newsdesk

STORIES = [
    Story("kelp", "Kelp off Norrhavn",
          "The kelp farms of Norrhavn landed 4,730 tonnes of seaweed last year, the board said. A new pier opened there"
          " on Tuesday. In the first half of last year the farms hired 55 divers.", "Fjord Courier", "2023-01-16"),
    Story("ferry", "Ferries of Sandvik",
          "The ferries of Sandvik carried 12,600 passengers last year, the line said. A new ferry is named Alcyone.",
          "Shore Mail"),
    Story("dam", "A dam for Belmora",
          "The dam at Belmora will hold 740 million cubic meters of water in 2027, engineers expect. The village of"
          " Belmora had 3,100 inhabitants in 2019.", "Delta Mail", "2024-05-04"),
    Story("rail", "Kestrel Rail in Tarquey",
          "Kestrel Rail created 120 jobs in Tarquey in 2023. It is expected to create 450 jobs in Tarquey by 2026.",
          "Plains Tribune", "2024-02-10"),
    Story("vote", "Quivira votes", "Turnout in Quivira was 61 percent in 2018 and 58.5 percent in 2022.",
          "Valley Times", "2022-11-03"),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(open_desk) -> Newsdesk:
    return open_desk(STORIES)


def test_last_year_is_the_year_before_the_article(desk: Newsdesk) -> None:
    for question in ("How much seaweed did the kelp farms of Norrhavn land?", "How much seaweed was landed in 2022?"):
        answer = desk.ask(question)
        check_slices(desk, answer)
        assert answer.short == "4,730 tonnes"
        assert "in 2022" in answer.answer and "last year" in answer.answer and "16 January 2023" in answer.answer
        (found,) = answer.figures
        period = found.figure.period
        assert period is not None
        assert (period.start, period.end) == (date(2022, 1, 1), date(2022, 12, 31))
        assert (period.text, period.resolved_from) == ("last year", date(2023, 1, 16))


def test_a_weekday_is_a_day_of_that_week(desk: Newsdesk) -> None:
    answer = desk.ask("When did the new pier open?")
    assert answer.short == "Tuesday, 10 January 2023"
    assert "Tuesday" in answer.answer and "16 January 2023" in answer.answer


@pytest.mark.parametrize("year", [2019, 2021, 2023, 2024])
def test_a_year_the_articles_do_not_cover_is_declined(desk: Newsdesk, year: int) -> None:
    answer = desk.ask(f"How much seaweed did the kelp farms of Norrhavn land in {year}?")
    assert answer.abstained and not answer.figures
    assert answer.missing is not None and str(year) in answer.missing
    assert any("4,730 tonnes" in c.quote for c in answer.citations)


def test_an_undated_article_stays_undated(desk: Newsdesk) -> None:
    answer = desk.ask("How many passengers did the ferries of Sandvik carry?")
    assert answer.short == "12,600 passengers"
    (found,) = answer.figures
    assert found.figure.period is not None
    assert (found.figure.period.start, found.figure.period.end) == (None, None)
    assert "last year" in answer.answer
    assert answer.citations[0].published is None
    assert not any(c.isdigit() for c in answer.answer.replace("12,600", "").replace("[1]", ""))
    for year in (2021, 2022, 2023, 2024):
        assert desk.ask(f"How many passengers did the ferries of Sandvik carry in {year}?").abstained


def test_the_day_of_asking_does_not_date_an_undated_article(desk: Newsdesk) -> None:
    question = "How many passengers did the ferries of Sandvik carry?"
    asked = desk.ask(question, as_of=date(2030, 6, 1))
    assert asked.notes[-2:] == (
        "as of 1 June 2030: articles published later are left out",
        "undated, so it may be later: [1]",
    )
    assert told(desk.ask(question)) == told(replace(asked, notes=asked.notes[:-2]))
    assert "[1]" not in desk.ask(question, as_of=date(2030, 6, 1), dated_only=True).answer


def test_of_two_years_the_one_asked_for(desk: Newsdesk) -> None:
    assert desk.ask("What was the turnout in Quivira in 2018?").short == "61 percent"
    assert desk.ask("What was the turnout in Quivira in 2022?").short == "58.5 percent"
    assert desk.ask("What was the turnout in Quivira in 2014?").abstained


def test_of_two_years_the_later_when_none_is_asked_for(desk: Newsdesk) -> None:
    answer = desk.ask("What was the turnout in Quivira?")
    assert answer.short == "58.5 percent" and "2022" in answer.answer


@pytest.mark.parametrize(
    "question",
    ["How much water did the dam at Belmora hold in 2027?", "How much water was held by the dam at Belmora in 2027?"],
)
def test_a_forecast_is_no_outcome(desk: Newsdesk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.abstained and answer.missing is not None and "look forward" in answer.missing


@pytest.mark.parametrize(
    "question",
    ["How much water will the dam at Belmora hold?", "How much water does the dam at Belmora hold?",
     "How much water is the dam at Belmora expected to hold in 2027?"],
)  # fmt: skip
def test_a_forecast_that_is_shown_is_marked(desk: Newsdesk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.short == "740 million cubic meters (forecast)"
    assert answer.to_dict()["figures"][0]["forecast"] is True


def test_the_outcome_goes_before_the_forecast(desk: Newsdesk) -> None:
    answer = desk.ask("How many jobs did Kestrel Rail create in Tarquey?")
    assert answer.short == "120 jobs"
    assert "450" not in seen(answer)


def test_the_forecast_goes_first_when_it_is_asked_for(desk: Newsdesk) -> None:
    assert desk.ask("How many jobs will Kestrel Rail create in Tarquey?").short == "450 jobs (forecast)"


@pytest.mark.parametrize(("published", "year"), [("2020-01-02", 2019), ("2021-12-31", 2020), ("2024-02-29", 2023)])
def test_the_same_words_in_another_year(open_desk, published: str, year: int) -> None:
    kelp = STORIES[0]
    moved: Newsdesk = open_desk([Story("kelp", kelp.title, kelp.text, kelp.publisher, published)])
    answer = moved.ask(f"How much seaweed did the kelp farms of Norrhavn land in {year}?")
    assert answer.short == "4,730 tonnes" and f"in {year}" in answer.answer
    assert moved.ask(f"How much seaweed did the kelp farms of Norrhavn land in {year + 1}?").abstained
