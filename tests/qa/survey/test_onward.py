"""Follow-ups that are offered: the articles answer each, with the figure of the place and time it asks for."""

from collections.abc import Callable
from typing import Any

import pytest
from newsroom import Story

from qa import Answer, Newsdesk
from qa.survey.offered import OFFERED, TRIES, main_figure

STAR = Story(
    "trams",
    "Glasport counts its trams",
    "Glasport bought 48 trams in 2023. In Orlow, the council bought 17 trams in 2023. Glasport had bought 31 trams in "
    "2022. The flood in Glasport killed 19 people in 1998, and 52 people were missing in Orlow in 2023.",
    "Glasport Star",
    "2024-06-03",
)
POST = Story(
    "varnholm",
    "Varnholm in figures",
    "The unemployment rate in Varnholm was 6.4 percent in 2023. The unemployment rate in Varnholm was 7.1 percent in "
    "2022.\n\nThe council compares itself with Selby. Selby has 23 primary schools, and Varnholm has 41 "
    "primary schools. It plans 50 primary schools in 2030.",
    "Varnholm Post",
    "2024-05-02",
)
HERALD = Story(
    "selby",
    "Selby at work",
    "The unemployment rate in Selby was 4.9 percent in 2023, the council said.",
    "Selby Herald",
    "2024-05-03",
)


@pytest.fixture(scope="module")
def desk(open_desk: Callable[..., Newsdesk]) -> Newsdesk:
    return open_desk([STAR, POST, HERALD])


def offered(desk: Newsdesk, question: str) -> dict[str, str | None]:
    """Return what is offered after a question, and the short answer to each."""
    found = desk.follow_ups(desk.ask(question))
    return {one.shown: desk.ask(one.question).short for one in found}


@pytest.mark.parametrize(
    ("question", "shown", "short"),
    [
        ("How many trams did Glasport buy in 2023?", "And in 2022?", "31 trams"),
        ("What was the unemployment rate in Varnholm in 2023?", "And in 2022?", "7.1 percent"),
        ("What was the unemployment rate in Varnholm in 2023?", "And in Selby?", "4.9 percent"),
        ("How many primary schools does Varnholm have?", "And Selby?", "23 primary schools"),
    ],
)
def test_another_time_and_another_place(desk: Newsdesk, question: str, shown: str, short: str) -> None:
    assert offered(desk, question)[shown] == short


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("How many people were missing in Orlow in 2023?", "1998"),  # those were killed
        ("How many primary schools does Varnholm have?", "2030"),  # those are planned
    ],
)
def test_what_is_another_thing_is_not_offered(desk: Newsdesk, question: str, never: str) -> None:
    assert not any(never in shown for shown in offered(desk, question))


@pytest.mark.parametrize("question", ["Who is the mayor of Glasport?", "Timeline", "How many penguins live in Selby?"])
def test_only_a_figure_is_followed(desk: Newsdesk, question: str) -> None:
    assert desk.follow_ups(desk.ask(question)) == ()


def test_what_was_asked_before_is_not_offered(desk: Newsdesk) -> None:
    first = "How many trams did Glasport buy in 2022?"
    answer = desk.ask("How many trams did Glasport buy in 2023?")
    assert first in {one.question for one in desk.follow_ups(answer)}
    assert first not in {one.question for one in desk.follow_ups(answer, previous=[first])}


def test_few_are_asked_and_none_twice(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = desk.ask("How many primary schools does Varnholm have?")
    asked: list[str] = []
    real = desk.ask

    def counted(question: str, **settings: Any) -> Answer:
        asked.append(question)
        return real(question, **settings)

    monkeypatch.setattr(desk, "ask", counted)
    found = desk.follow_ups(answer)
    assert len(asked) <= TRIES
    assert len(found) <= OFFERED
    assert len({(one.told.article.id, one.told.figure.start) for one in found}) == len(found)


ON_THE_BUNDLED = (
    ("What was the industrial added value of the Beijing-Tianjin-Hebei region in 2023?", 1),
    ("What was the industrial added value of the Beijing-Tianjin-Hebei region in 2022?", 2),
    ("How many leading industries has Hebei nurtured?", 1),
    ("How many companies has Hebei attracted?", 2),
    ("How many companies from Beijing came to Tianjin in 2022?", 1),
    ("What was the total operating income of the Luquan Economic Development Zone in 2023?", 1),
    ("How much money have Beijing businesses invested in Tianjin and Hebei?", 0),
)


@pytest.mark.parametrize(("question", "least"), ON_THE_BUNDLED)
def test_each_is_answered_rightly_on_the_bundled_articles(samples: Newsdesk, question: str, least: int) -> None:
    before = samples.ask(question)
    found = samples.follow_ups(before)
    assert len(found) >= least
    first = main_figure(before)
    for one in found:
        answer = samples.ask(one.question, previous=[question])
        figure = main_figure(answer)
        assert figure is not None
        assert first is not None
        assert figure.figure.value == one.told.figure.value != first.figure.value
        assert figure.figure.text in one.told.article.text
        for year in ("2022", "2023"):
            if year in one.question:
                period = figure.figure.period
                assert period is not None
                assert str(period.end)[:4] == year


def test_what_came_from_a_place_is_not_what_it_attracted(samples: Newsdesk) -> None:
    for question in (
        "How many companies has Hebei attracted?",
        "How many companies from Beijing came to Tianjin in 2022?",
    ):
        assert not any("Zhongguancun" in one.question for one in samples.follow_ups(samples.ask(question)))
