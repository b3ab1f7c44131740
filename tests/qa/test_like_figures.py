"""Several like figures in one sentence: which of them is asked for, and whose it is."""

import pytest
from qa_reading import make_pick, read_candidates

from qa.kinds import asked_kind
from qa.objections import objection
from qa.pick_figure import pick_figures
from qa.pick_name import pick_names
from qa.question import understand
from qa.types import Asks

CHOSEN = [
    (
        "How much was the bridge planned to cost?",
        "The bridge, which cost 90 million euros, twice the 45 million planned, opened.",
        "45 million",
        "what was planned",
    ),
    (
        "How much did the bridge cost?",
        "The bridge cost 90 million euros, twice the 45 million planned.",
        "90 million euros",
        "what came",
    ),
    ("How many boats in the fleet sank?", "Of the 90 boats in the fleet, 34 sank and 11 drifted.", "34", "a part"),
    (
        "How many boats are in the fleet?",
        "Of the 90 boats in the fleet, 34 sank and 11 drifted.",
        "90 boats",
        "the whole",
    ),
    ("How many schools is Arlen closing?", "Arlen is closing three of its eight schools.", "three", "closing the part"),
    (
        "How many buses ran on Friday?",
        "Only 120 of its usual 400 daily buses were running on Friday.",
        "120",
        "running",
    ),
    ("How many beds does it hold?", "The ward, made for 40 beds, already holds 65.", "65", "a verb before a number"),
    ("How many were mended?", "He put the number of burnt barns at 45; another 80 were mended.", "80", "another"),
    (
        "What share opposed it?",
        "Some 61 percent backed the plan and 29 percent opposed it.",
        "29 percent",
        "a verb behind",
    ),
    (
        "What was the profit in 2021?",
        "Profit was 45 million euros, compared with 31 million euros in 2021.",
        "31 million euros",
        "the year named by what is compared",
    ),
    (
        "What was the profit?",
        "Profit was 45 million euros, compared with 31 million euros in 2021.",
        "45 million euros",
        "no year asked",
    ),
    (
        "What is the key rate?",
        "It raised its key rate by half a percentage point to 4.5 percent.",
        "4.5 percent",
        "a level",
    ),
    (
        "By how much is it raising the tax?",
        "It passed a budget of 90 million euros, raising the tax by 2.5 percent.",
        "2.5 percent",
        "a step may be in percent",
    ),
    (
        "How much will Orla pay for Venn?",
        "Orla will pay 30 dollars a share for Venn. Orla is to pay 2 billion dollars for Venn.",
        "2 billion dollars",
        "the whole price",
    ),
    (
        "How many people died in the flood?",
        "The flood killed 31 people. It was the worst flood since 1962, when 410 people died.",
        "31 people",
        "an older flood",
    ),
]


@pytest.mark.parametrize(("question", "text", "right", "why"), CHOSEN, ids=[row[3] for row in CHOSEN])
def test_the_figure_asked_for(question: str, text: str, right: str, why: str) -> None:
    asked = understand(question)
    weights = dict.fromkeys(asked.stems, 1.0)
    picks = pick_figures(asked, [(c, 10.0) for c in read_candidates(text, published="2024-05-02")], weights)
    standing = [p for p in picks if objection(asked, p) is None]
    assert standing[0].figure is not None
    assert standing[0].figure.text == right, why


OBJECTED = [
    (
        "How many members does Portrail have?",
        "Portrail met the union, VTK, which has 900 members.",
        "900 members",
        "VTK",
        "theirs",
    ),
    (
        "How many members does VTK have?",
        "Portrail met the union, VTK, which has 900 members.",
        "900 members",
        None,
        "asked",
    ),
    (
        "How many inhabitants has Orlia?",
        "She spoke in Zel, the capital of Orlia, a city of 2 million inhabitants.",
        "2 million inhabitants",
        "Zel",
        "a city is not its country",
    ),
    (
        "How many inhabitants has the capital of Orlia?",
        "She spoke in Zel, the capital of Orlia, a city of 2 million inhabitants.",
        "2 million inhabitants",
        None,
        "described",
    ),
    (
        "How many inhabitants does Calpa have?",
        "In 1987 some 640 people died in Calpa.",
        "640 people",
        "what people did",
        "a deed",
    ),
    (
        "How many people died in Calpa in 1962?",
        "It was the worst in Calpa since 1962, when 410 people died.",
        "410 people",
        None,
        "the year of when",
    ),
    (
        "How much did exports earn in 2022?",
        "Exports are expected to earn 24 million euros, compared with 41 million euros in 2022.",
        "41 million euros",
        None,
        "a year that was over is no forecast",
    ),
]


@pytest.mark.parametrize(("question", "text", "shown", "said", "why"), OBJECTED, ids=[row[4] for row in OBJECTED])
def test_whose_the_figure_is(question: str, text: str, shown: str, said: str | None, why: str) -> None:
    reason = objection(*make_pick(question, text, shown, published="2023-05-02"))
    assert (reason is None) if said is None else (reason is not None and said in reason), why


NAMES = [
    (
        "Who bought Venn Foods?",
        "(Harbour Wire) - Drinks maker Orla agreed to buy Venn Foods.",
        "Orla",
        "a company buys",
    ),
    ("What is the capital of Orlia?", "She spoke in Zel, the capital of Orlia.", "Zel", "a capital is a city"),
]


@pytest.mark.parametrize(("question", "text", "right", "why"), NAMES, ids=[row[3] for row in NAMES])
def test_the_name_asked_for(question: str, text: str, right: str, why: str) -> None:
    asked = understand(question)
    picks = pick_names(asked, [(c, 10.0) for c in read_candidates(text)], dict.fromkeys(asked.stems, 1.0))
    assert picks[0].short == right, why


def test_a_company_has_capital_and_a_country_a_capital() -> None:
    assert asked_kind("What is the capital of Orlia?") is Asks.PLACE
    assert asked_kind("What is the registered capital of the bank?") is Asks.AMOUNT
