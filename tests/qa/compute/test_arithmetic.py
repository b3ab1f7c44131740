"""Arithmetic the whole way, over invented stories: each operand cited, nothing calculated where nothing is asked."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from newsroom import Story, check_slices

from qa import Newsdesk

STORIES = [
    Story(
        "wind",
        "Wind power gains ground in Ostmark",
        "OSTMARK — The share of wind power in Ostmark climbed to 46.2 percent from 39.7 percent in 2016, the grid"
        " operator Voltnet said.\n\nOstmark has built 140 wind parks and 15 solar parks."
        "\n\n"
        "Households paid 27.5 cents per kilowatt-hour in January, compared with 31 cents a year earlier.",
        "Ostmark Courier",
        "2024-03-05",
    ),
    Story(
        "loans",
        "Harbour bank lends to fishermen",
        "PORT ELDEN — The Harbour Bank of Port Elden granted 2,400 loans last year, worth 36 million euros in total."
        "\n\n"
        "The bank was founded in March 2015. Its first branch in Port Elden opened in September 2016.\n\n"
        "It will equip 25 harbours in the Elden islands, each of them with 4 million euros.",
        "Elden Post",
        "2024-02-10",
    ),
    Story(
        "vote",
        "Harvest Party ahead in Tessaly",
        "TESSALY — The Harvest Party won 61 seats in the assembly of Tessaly, and the Civic League won 44 seats.\n\n"
        "More than 900 observers came to Tessaly, and 250 soldiers guarded the count. Turnout rose by 3 percentage"
        " points to 71 percent.\n\nThe price of tickets to the inauguration in Tessaly was 20 to 35 dollars.",
        "Tessaly Times",
        "2023-06-12",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(open_desk: Callable[..., Newsdesk]) -> Newsdesk:
    return open_desk(STORIES)


CALCULATED = [
    ("By how many percentage points did the share of wind power in Ostmark rise from 2016?", "6.5 percentage points",
     "difference", "two times in one sentence"),
    ("How many times as large as in 2016 is the share of wind power in Ostmark?", "1.16 times", "ratio", "a multiple"),
    ("How many more wind parks than solar parks has Ostmark built?", "125 parks", "difference", "two things"),
    ("What is the ratio of wind parks to solar parks in Ostmark?", "9.33 times", "ratio", "a ratio"),
    ("How many wind parks and solar parks are there altogether in Ostmark?", "155 parks", "sum", "a sum"),
    ("By how much did the price per kilowatt-hour for households fall from a year earlier?",
     "3.5 cents per kilowatt-hour", "difference", "the unit said once"),
    ("What is the average amount per loan that the Harbour Bank of Port Elden granted?",
     "15,000 euros per loan", "per", "an average"),
    ("How many more seats did the Harvest Party win than the Civic League?", "17 seats", "difference", "two parties"),
    ("How many more observers than soldiers came to Tessaly?", "more than 650", "difference", "a bound"),
    ("Were there more observers than soldiers in Tessaly?", "yes: More than 900 observers", "larger", "yes or no"),
    ("How many months passed between the founding of the Harbour Bank and the opening of its first branch?",
     "18 months", "elapsed", "two dates"),
    ("What will all the harbours in the Elden islands be worth together?", None, "product", "so many at so much each"),
    ("What is the difference between the highest and the lowest price of tickets to the inauguration in Tessaly?",
     "15 dollars", "difference", "a range"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "short", "operation"), [r[:3] for r in CALCULATED], ids=[r[3] for r in CALCULATED]
)
def test_calculated(desk: Newsdesk, question: str, short: str | None, operation: str) -> None:
    answer = desk.ask(question)
    assert answer.computed is not None, (answer.short, answer.missing)
    assert answer.computed.operation == operation
    assert short is None or (answer.short or "").casefold() == short.casefold()
    keys = {c.key: c for c in answer.citations}
    assert set(answer.computed.operands) <= set(keys)
    for cited in answer.figures:
        assert cited.figure.text in keys[cited.citation].quote
    for claim in answer.claims:
        assert claim.text == keys[claim.citations[0]].quote
    assert any(note.startswith("calculated: ") for note in answer.notes)
    check_slices(desk, answer)
    assert answer.to_dict()["computed"]["formula"] == answer.computed.formula


GIVEN = [
    ("By how many percentage points did turnout in Tessaly rise?", "the article gives the change"),
    ("How many wind parks has Ostmark built?", "one figure"),
    ("How many loans did the Harbour Bank of Port Elden grant?", "one figure"),
    ("What is the share of wind power in Ostmark?", "one figure of two"),
]  # fmt: skip


@pytest.mark.parametrize("question", [r[0] for r in GIVEN], ids=[r[1] for r in GIVEN])
def test_what_the_articles_give_is_not_calculated(desk: Newsdesk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.computed is None
    assert not answer.abstained
    assert answer.to_dict()["computed"] is None


MISSING = [
    ("How many more wind parks than airports has Ostmark built?", "no figure for one of two things"),
    ("How many more seats did the Harvest Party win than the Marine Union?", "nothing of the other party"),
    ("By how many percentage points did the share of wind power in Ostmark rise from 2009?", "no figure for that year"),
]  # fmt: skip


@pytest.mark.parametrize("question", [r[0] for r in MISSING], ids=[r[1] for r in MISSING])
def test_one_operand_is_no_answer(desk: Newsdesk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.abstained
    assert answer.short is None
    assert answer.computed is None
    check_slices(desk, answer)


def test_the_value_is_a_decimal_with_its_unit(desk: Newsdesk) -> None:
    computed = desk.ask("How many more wind parks than solar parks has Ostmark built?").computed
    assert computed is not None
    assert (computed.value, computed.unit, computed.bound) == (Decimal(125), "park", "exact")
    assert computed.formula == "140 wind parks − 15 solar parks = 125 parks"
