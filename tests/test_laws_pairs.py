"""The right figure of the wrong place is a wrong answer: one sentence or paragraph that tells the same of two."""

from random import Random

import pytest
from newsroom import Story, check_slices, seen

from qa import Newsdesk

# How the sentence puts it, the question, which figure is whose, and whether the answer is expected to be found: where
# it is hard to tell, declining is right and the other's figure is wrong.
SHAPES = (
    ("The port of {a} handled {x} containers in 2021, while the port of {b} handled {y}.",
     "How many containers did the port of {t} handle in 2021?", True),
    ("Unemployment was {p} percent in {a} and {q} percent in {b} in March 2022.",
     "What was unemployment in {t} in March 2022?", True),
    ("In {a}, {x} people voted. In {b}, {y} did.", "How many people voted in {t}?", False),
    ("The budget of {a} is {p} million euros. The budget of {b} is {q} million euros.",
     "What is the budget of {t}?", True),
    ("{a}'s hospital has {x} beds; {b}'s has {y}.", "How many beds does the hospital of {t} have?", True),
    ("Trains from {a} to {b} carried {x} passengers; those from {b} to {a} carried {y}.",
     "How many passengers did trains from {t} to {o} carry?", False),
    ("The plant in {a} makes {x} bicycles a year. The one in {b} makes {y}.",
     "How many bicycles a year does the plant in {t} make?", False),
    ("{a} recorded {x} cases of measles, against {y} in {b}.", "How many cases of measles did {t} record?", True),
    ("A ticket costs {p} euros in {a} and {q} euros in {b}.", "What does a ticket cost in {t}?", True),
    ("{a} exported goods for {p} billion euros to {b} in 2020, and {b} exported goods for {q} billion euros to {a}.",
     "How much did {t} export to {o} in 2020?", False),
)  # fmt: skip
TOWNS = ("Norrhavn", "Quivira", "Sandvik", "Ostmark", "Belmora", "Tarquey", "Lunde", "Caldera", "Mirov", "Zelany")


def told_of_two(number: int) -> tuple[Story, list[tuple[str, str, str]]]:
    """Return a story of two towns, and for each the question, its figure, and the figure of the other."""
    random = Random(number)
    sentence, question, _ = SHAPES[number]
    a, b = random.sample(TOWNS, 2)
    x, y = (f"{n:,}" for n in random.sample(range(1_100, 98_000), 2))
    p, q = (f"{n / 10:.1f}" for n in random.sample([n for n in range(21, 399) if n % 10], 2))
    told = sentence.format(a=a, b=b, x=x, y=y, p=p, q=q)
    text = f"Residents had asked for a decision since the spring. {told} Local radio had reported the plan first."
    one, other = (x, y) if "{x}" in sentence else (p, q)
    asked = [(question.format(t=a, o=b), one, other), (question.format(t=b, o=a), other, one)]
    return Story(f"pair-{number}", f"News from {a} and {b}", text, "Quay Herald", "2022-05-04"), asked


@pytest.fixture(scope="module", params=range(len(SHAPES)), ids=lambda i: SHAPES[i][0])
def pair(request: pytest.FixtureRequest, open_desk) -> tuple[Newsdesk, list[tuple[str, str, str]], bool]:
    story, asked = told_of_two(request.param)
    return open_desk([story]), asked, SHAPES[request.param][2]


def test_each_gets_its_own_figure_and_never_the_others(pair: tuple[Newsdesk, list[tuple[str, str, str]], bool]) -> None:
    desk, asked, is_found = pair
    for question, own, others in asked:
        answer = desk.ask(question)
        check_slices(desk, answer)
        assert others not in (answer.short or ""), question
        assert all(others not in found.figure.text for found in answer.figures)
        if is_found:
            assert answer.short is not None and own in answer.short, question


@pytest.mark.parametrize(("asked", "told"), [("rise", "rose"), ("fall", "fell")])
def test_a_rise_is_no_fall(open_desk, asked: str, told: str) -> None:
    other = "fell" if told == "rose" else "rose"
    text = f"Rents {told} by 7.4 percent in Norrhavn but {other} by 3.1 percent in Quivira."
    desk = open_desk([Story(f"rents-{asked}", "Rents in two towns", text, "Quay Herald", "2022-05-04")])
    right = desk.ask(f"By how much did rents {asked} in Norrhavn?")
    assert right.short is not None and "7.4 percent" in right.short
    wrong = desk.ask(f"By how much did rents {asked} in Quivira?")
    assert wrong.abstained and "percent" not in seen(wrong)


def test_a_far_article_about_the_same_thing_elsewhere(open_desk) -> None:
    """Ten towns tell the same; each question gets its own town's figure, and a town not told of gets none."""
    random = Random(3)
    counts = {town: f"{random.randrange(1_100, 98_000):,}" for town in TOWNS}
    stories = [
        Story(
            town,
            f"School year in {town}",
            f"In {town}, {n} pupils started school on Monday.",
            f"{town} Post",
            "2023-09-05",
        )
        for town, n in counts.items()
    ]
    desk: Newsdesk = open_desk(stories)
    for town, n in counts.items():
        answer = desk.ask(f"How many pupils started school in {town}?")
        assert answer.short == f"{n} pupils"
        assert not answer.disagreements and not any("independent" in note for note in answer.notes)
    assert desk.ask("How many pupils started school in Lindqvist?").abstained


BLAST = "A blast in Okuri killed 12 people and hurt 34."
PROFIT = "Kestrel Rail made a profit of 40 million euros in 2020, after a loss of 12 million euros in 2019."
BRIDGE = "The bridge of Lunde was closed in 2019 and will open again on 4 June 2023."
CARS = "Some 1,200 electric cars and 9,800 petrol cars were sold in Tarquey."
PRICES = "Inflation in Mirov was 4.1 percent in May and 3.8 percent in June 2022."
DEEDS = [
    ("How many people were killed in Okuri?", BLAST, "12"),
    ("How many people were hurt in Okuri?", BLAST, "34"),
    ("How many people were hurt in Okuri?", "A blast in Okuri killed 12 people.", None),
    ("How many people were killed in Okuri?", "A blast in Okuri injured 34 people.", None),
    ("How much profit did Kestrel Rail make in 2020?", PROFIT, "40 million euros"),
    ("How much did Kestrel Rail lose in 2019?", PROFIT, "12 million euros"),
    ("How much did Kestrel Rail lose?", "Kestrel Rail made a profit of 40 million euros in 2020.", None),
    ("When does the bridge of Lunde open?", BRIDGE, "4 June 2023"),
    ("When was the bridge of Lunde closed?", BRIDGE, "2019"),
    ("How many tonnes of rice did Anshan import?", "Anshan exported 40,000 tonnes of rice last year.", None),
    ("What was inflation in Mirov in May?", PRICES, "4.1 percent"),
    ("What was inflation in Mirov in June?", PRICES, "3.8 percent"),
    ("How many electric cars were sold in Tarquey?", CARS, "1,200"),
    ("How many petrol cars were sold in Tarquey?", CARS, "9,800"),
    ("How many diesel cars were sold in Tarquey?", CARS, None),
    ("How many passengers drowned?", "The ferry sank off Zelany, and 41 of its 96 passengers drowned.", "41"),
]


ANSWERED: list[bool] = []


@pytest.mark.parametrize(("question", "told", "own"), DEEDS, ids=[f"{row[0]} {row[1]}" for row in DEEDS])
def test_the_figure_of_another_deed_is_never_shown(open_desk, question: str, told: str, own: str | None) -> None:
    text = f"Officials met on the matter. {told} More is to follow."
    desk: Newsdesk = open_desk([Story("deed", "News of the week", text, "Quay Herald", "2022-07-04")])
    answer = desk.ask(question)
    check_slices(desk, answer)
    if own is None:
        assert answer.abstained and not answer.figures
    else:
        assert answer.short is None or own in answer.short
        ANSWERED.append(answer.short is not None)


def test_nearly_all_of_what_is_told_is_answered() -> None:
    """Runs after the rows above: one pair in which the reader leans to the other figure is rather declined."""
    if len(ANSWERED) == sum(row[2] is not None for row in DEEDS):  # all rows were run, not one chosen by name
        assert ANSWERED.count(False) <= 1
