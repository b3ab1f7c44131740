"""Where articles differ both sides are shown; where they agree, publishers are counted and not copies."""

from dataclasses import replace
from datetime import date

import pytest
from generated import Told, tell_news
from newsroom import Story, check_slices, seen

from qa import Answer, Newsdesk

WIRE = (
    "The flood in Tambala destroyed 340 houses, the fire service said. Roads were closed, and the river kept rising on"
    " Friday. Families slept in the sports hall of the town, where volunteers gave out blankets and soup to those"
    " who had lost their homes. The governor is to visit on Sunday."
)
WIRED = Story("wire", "Flood in Tambala", WIRE, "Quay Herald", "2024-03-01")
COPY = replace(WIRED, name="copy", publisher="Northern Post")
THIRD = replace(WIRED, name="third", publisher="Delta Mail", published="2024-03-02")
OWN = Story("own", "Tambala counts the damage",
            "After the flood in Tambala, officials counted 340 destroyed houses. The mayor spoke of a dark week for a"
            " town that had hoped for a good harvest.", "Valley Times", "2024-03-02")  # fmt: skip
OTHER = Story("other", "Tambala under water",
              "The flood in Tambala destroyed 410 houses, the governor told a press meeting. Schools stay shut until"
              " the end of the month.", "Plains Tribune", "2024-03-01")  # fmt: skip
CORRECTED = Story("corrected", "Flood in Tambala: correction",
                  "Correction: the flood in Tambala destroyed 430 houses. An earlier version of this report gave"
                  " another number.", "Quay Herald", "2024-03-03")  # fmt: skip
QUESTION = "How many houses did the flood in Tambala destroy?"


@pytest.fixture(scope="module")
def ask(open_desk):
    """Ask the one question of a pile of stories; the slice law is checked on the way."""

    def ask_them(*stories: Story) -> Answer:
        desk: Newsdesk = open_desk(list(stories))
        answer = desk.ask(QUESTION)
        check_slices(desk, answer)
        return answer

    return ask_them


def sides(answer: Answer) -> set[tuple[str, str | None]]:
    return {(voice.text, voice.publisher) for d in answer.disagreements for voice in d.values}


def test_two_publishers_that_differ_stand_side_by_side(ask) -> None:
    answer = ask(WIRED, OTHER)
    assert sides(answer) == {("340 houses", "Quay Herald"), ("410 houses", "Plains Tribune")}
    (table,) = answer.disagreements
    assert table.reason == "unexplained"
    assert {v.published for v in table.values} == {date(2024, 3, 1)}
    assert {v.attributed_to for v in table.values} != {None}
    assert len({v.citation for v in table.values}) == 2


def test_the_sides_are_the_same_in_any_order(ask) -> None:
    assert sides(ask(WIRED, OTHER)) == sides(ask(OTHER, WIRED))
    assert ask(WIRED, OTHER).short == ask(OTHER, WIRED).short


def test_one_publisher_alone_neither_agrees_nor_differs(ask) -> None:
    answer = ask(WIRED)
    assert not answer.disagreements and not any("publisher" in note for note in answer.notes)


def test_two_publishers_that_agree_are_counted(ask) -> None:
    answer = ask(WIRED, OWN)
    assert answer.short is not None and "340" in answer.short
    assert not answer.disagreements
    assert "2 independent publishers give it" in answer.notes


def test_copies_of_one_story_are_one_voice(ask) -> None:
    answer = ask(WIRED, COPY, THIRD)
    assert not answer.disagreements
    assert any("one voice" in note for note in answer.notes)
    assert not any("independent" in note for note in answer.notes)


def test_copies_add_nothing_to_agreement(ask) -> None:
    assert "2 independent publishers give it" in ask(WIRED, COPY, THIRD, OWN).notes


def test_editions_of_one_paper_are_one_voice(ask) -> None:
    answer = ask(WIRED, replace(OWN, publisher="Quay Herald Global"))
    assert not any("independent" in note for note in answer.notes)


def test_copies_do_not_outvote_another_publisher(ask) -> None:
    answer = ask(WIRED, COPY, THIRD, OTHER)
    assert {text for text, _ in sides(answer)} == {"340 houses", "410 houses"}


def test_a_correction_takes_the_place_of_what_it_corrects(ask) -> None:
    answer = ask(WIRED, CORRECTED)
    assert answer.short == "430 houses"
    assert "340" not in seen(answer)
    assert any("corrects" in note for note in answer.notes)


def test_another_publisher_cannot_correct(ask) -> None:
    answer = ask(WIRED, replace(CORRECTED, publisher="Plains Tribune"))
    assert {text for text, _ in sides(answer)} == {"340 houses", "430 houses"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The flood in Okuri destroyed 410 houses, the governor said.", "another town"),
        ("The flood in Tambala destroyed 12 bridges, the governor said.", "another thing"),
        ("The flood in Tambala in 1998 destroyed 410 houses, the governor said.", "another flood, years before"),
        ("The flood in Tambala destroyed more than 300 houses, the governor said.", "a bound that 340 meets"),
    ],
)
def test_no_disagreement_is_claimed(ask, text: str, why: str) -> None:
    answer = ask(WIRED, replace(OTHER, text=text))
    assert answer.short is not None and "340 houses" in answer.short
    assert not any(d.reason == "unexplained" for d in answer.disagreements), why


def test_the_newer_figure_of_another_town_takes_no_ones_place(open_desk) -> None:
    kelp = [
        Story(
            town,
            f"Kelp off {town}",
            f"The kelp farms of {town} employed {n} people in {year}.",
            paper,
            f"{year + 1}-01-16",
        )
        for town, n, year, paper in (("Norrhavn", 312, 2021, "Fjord Courier"), ("Ostmark", 95, 2022, "Shore Mail"))
    ]
    answer = open_desk(kelp).ask("How many people did the kelp farms of Norrhavn employ?")
    assert answer.short == "312 people"
    assert not answer.disagreements and "95" not in seen(answer)


def test_of_two_years_the_newer_is_told_and_the_older_shown(open_desk) -> None:
    kelp = [
        Story(
            f"k{year}",
            "Kelp off Norrhavn",
            f"The kelp farms of Norrhavn employed {n} people in {year}.",
            paper,
            f"{year + 1}-01-16",
        )
        for n, year, paper in ((312, 2021, "Fjord Courier"), (395, 2022, "Shore Mail"))
    ]
    desk: Newsdesk = open_desk(kelp)
    answer = desk.ask("How many people did the kelp farms of Norrhavn employ?")
    assert answer.short == "395 people"
    assert [d.reason for d in answer.disagreements] == ["other period: 2022 against 2021"]
    older = desk.ask("How many people did the kelp farms of Norrhavn employ in 2021?")
    assert older.short == "312 people" and not older.disagreements


def test_the_bundled_articles_disagree_where_they_do(samples: Newsdesk) -> None:
    """Industrial added value: two publishers, two years, two values; named years get theirs."""
    answer = samples.ask("What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    values = {text for text, _ in sides(answer)}
    assert any("2.43 trillion" in v for v in values) and any("2,511.44 billion" in v for v in values)
    for year, value in ((2022, "2,511.44 billion"), (2023, "2.43 trillion")):
        named = samples.ask(f"What was the industrial added value of the Beijing-Tianjin-Hebei region in {year}?")
        assert named.short is not None and value in named.short
        assert not named.disagreements


def drawn() -> list[Told]:
    return [news for news in tell_news(21) if "founded" not in news.sentence]


@pytest.mark.parametrize("news", drawn(), ids=lambda news: news.story.title)
def test_a_second_publisher_with_another_figure(open_desk, news: Told) -> None:
    """The same news in two papers of which one misprints the first digit: both figures are seen."""
    first = next(i for i, c in enumerate(news.answer) if c.isdigit())
    digit = "8" if news.answer[first] != "8" else "4"
    other = news.changed(news.answer[:first] + digit + news.answer[first + 1 :])
    text = f"Our own reporter writes from the spot. {other.sentence} More is to be said about it in the coming issue."
    rival = replace(other.story, name="rival", text=text, publisher="Sierra Star", title=f"{news.story.title} today")
    desk: Newsdesk = open_desk([news.story, rival])
    answer = desk.ask(news.question)
    check_slices(desk, answer)
    shown = [text for text, _ in sides(answer)]
    assert any(news.answer in text for text in shown) and any(other.answer in text for text in shown)
    assert {publisher for _, publisher in sides(answer)} == {news.story.publisher, "Sierra Star"}


@pytest.mark.parametrize("news", drawn(), ids=lambda news: news.story.title)
def test_a_second_publisher_with_the_same_figure(open_desk, news: Told) -> None:
    text = f"Our own reporter writes from the spot. {news.sentence} More is to be said about it in the coming issue."
    rival = replace(news.story, name="rival", text=text, publisher="Sierra Star", title=f"{news.story.title} today")
    answer = open_desk([news.story, rival]).ask(news.question)
    assert not answer.disagreements
    assert "2 independent publishers give it" in answer.notes
