"""Dates and figures of one event that differ stand side by side; those of other things or told as earlier do not."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from newsroom import Story, check_slices

from qa import Answer, Newsdesk

QUESTION = "When did the Tolvane bridge open?"
MAY = Story("may", "A bridge for Tolvane", "The Tolvane bridge opened on 4 May 1987. It carries two lanes and a"
            " footpath over the narrows.", "Quay Herald", "2024-03-01")  # fmt: skip
JUNE = Story("june", "The narrows, crossed", "After years of work the Tolvane bridge opened on 11 June 1988. Ferries"
             " stopped running the same week.", "Plains Tribune", "2024-04-02")  # fmt: skip
YEAR = Story("year", "Old photographs of the narrows", "The Tolvane bridge opened in 1987, and photographers came from"
             " far away to see it.", "Valley Times", "2023-08-09")  # fmt: skip
BOTH = Story("both", "Two openings", "The Tolvane bridge opened on 4 May 1987 for walkers. For cars the Tolvane bridge"
             " opened on 11 June 1988.", "Northern Post", "2024-03-05")  # fmt: skip
PAINT = Story("paint", "Paint for the bridge", "The Tolvane bridge was painted green on 11 June 1990. The work took a"
              " summer.", "Plains Tribune", "2024-04-02")  # fmt: skip
CORRECTED = Story("corrected", "A bridge for Tolvane: correction", "Correction: the Tolvane bridge opened on 5 May"
                  " 1987. An earlier version of this report gave another.", "Quay Herald", "2024-03-03")  # fmt: skip

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(open_desk: Callable[[list[Story]], Newsdesk]) -> Ask:
    """Ask a question of a pile of stories; the slice law is checked on the way."""

    def ask_them(*stories: Story, question: str = QUESTION) -> Answer:
        desk = open_desk(list(stories))
        answer = desk.ask(question)
        check_slices(desk, answer)
        return answer

    return ask_them


def sides(answer: Answer) -> set[str]:
    return {voice.text for d in answer.disagreements for voice in d.values}


def test_two_days_for_one_event_stand_side_by_side(ask: Ask) -> None:
    answer = ask(MAY, JUNE)
    assert sides(answer) == {"4 May 1987", "11 June 1988"}
    (table,) = answer.disagreements
    assert table.reason == "unexplained"
    assert {v.publisher for v in table.values} == {"Quay Herald", "Plains Tribune"}
    assert len({v.citation for v in table.values}) == 2


def test_the_sides_do_not_depend_on_the_order(ask: Ask) -> None:
    assert sides(ask(MAY, JUNE)) == sides(ask(JUNE, MAY))


@pytest.mark.parametrize(
    ("stories", "why"),
    [
        ((MAY,), "one article alone"),
        ((MAY, YEAR), "a day inside a year agrees with it"),
        ((MAY, PAINT), "another thing happened on the other day"),
        ((MAY, BOTH), "the other article tells both days: it knows of two events"),
        ((MAY, replace(JUNE, text=JUNE.text.replace("Tolvane", "Harwick"))), "another bridge"),
    ],
)
def test_no_disagreement(ask: Ask, stories: tuple[Story, ...], why: str) -> None:
    assert not ask(*stories).disagreements, why


def test_agreement_counts_publishers(ask: Ask) -> None:
    assert "2 independent publishers give it" in ask(MAY, YEAR).notes


def test_a_corrected_date_takes_the_place_of_the_first(ask: Ask) -> None:
    answer = ask(MAY, CORRECTED)
    assert answer.short == "5 May 1987"
    assert not answer.disagreements


def test_weekdays_of_months_apart_are_two_events(ask: Ask) -> None:
    first = Story("first", "Talks", "The port talks began on Tuesday in Tolvane.", "Quay Herald", "2024-03-07")
    later = Story("later", "Talks", "The port talks began on Tuesday in Tolvane.", "Plains Tribune", "2024-09-12")
    assert not ask(first, later, question="When did the port talks begin in Tolvane?").disagreements
    near = replace(later, published="2024-03-14")
    assert len(sides(ask(first, near, question="When did the port talks begin in Tolvane?"))) == 2


def test_what_the_chosen_article_gives_for_a_time_before_is_no_disagreement(ask: Ask) -> None:
    now = Story("now", "Tolvane counted", "Tolvane had a population of 10,929 in 2021, up from 11,012 in 2016.",
                "Quay Herald", "2022-03-07")  # fmt: skip
    then = Story("then", "Tolvane", "Tolvane had a population of 11,012 at the census.", "Plains Tribune", None)
    answer = ask(now, then, question="What is the population of Tolvane?")
    assert answer.short == "10,929"
    assert not answer.disagreements
    assert any("11,012" in note for note in answer.notes)


def test_two_amounts_in_one_currency_are_not_the_same_thing_for_that(ask: Ask) -> None:
    spent = Story("spent", "Money for Tolvane", "Firms put 300 million euros into the Tolvane docks.",
                  "Quay Herald", "2024-03-01")  # fmt: skip
    earned = Story("earned", "Docks of Tolvane", "The Tolvane docks had an operating income of 45 million euros. Firms"
                   " there pay no rent.", "Plains Tribune", "2024-03-02")  # fmt: skip
    answer = ask(spent, earned, question="How much money did firms put into the Tolvane docks?")
    assert answer.short == "300 million euros"
    assert not answer.disagreements


def test_a_count_far_from_the_question_is_of_others(ask: Ask) -> None:
    came = Story("came", "Moving to Tolvane", "Last year 1,400 companies moved to Tolvane from the coast.",
                 "Quay Herald", "2024-03-01")  # fmt: skip
    others = Story("others", "Makers of the coast", "Around 43,000 companies pay the tax. Tolvane does not levy it, and"
                   " some moved there.", "Plains Tribune", "2024-03-02")  # fmt: skip
    assert not ask(came, others, question="How many companies moved to Tolvane?").disagreements


def test_a_density_is_no_other_population(ask: Ask) -> None:
    people = Story("people", "Tolvane", "Tolvane has a population of 909.", "Quay Herald", "2024-03-01")
    density = Story("density", "Tolvane", "Tolvane has a population density of 25.6 per square mile.",
                    "Plains Tribune", "2024-03-02")  # fmt: skip
    answer = ask(people, density, question="What is the population of Tolvane?")
    assert answer.short == "909"
    assert not answer.disagreements
