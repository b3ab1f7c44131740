"""Follow-up questions are completed from the question before; others are left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.understand.followup import complete

MOVED = "How many companies moved from Abuja to Lagos in 2022?"
OUTPUT = "What was the industrial output of Lagos in 2023?"
DRAWN = "How many companies has Abuja attracted?"

TABLE = [
    (DRAWN, "And in Lagos?", "How many companies has Lagos attracted?", "a place takes the place of the only name"),
    (DRAWN, "Lagos?", "How many companies has Lagos attracted?", "a bare name"),
    (DRAWN, "what about Kano", "How many companies has Kano attracted?", "no question mark"),
    (MOVED, "and to Kano?", "How many companies moved from Abuja to Kano in 2022?", "same preposition"),
    (MOVED, "And from Ibadan?", "How many companies moved from Ibadan to Lagos in 2022?", "the other preposition"),
    (MOVED, "what about 2021?", "How many companies moved from Abuja to Lagos in 2021?", "a year for a year"),
    (MOVED, "2021?", "How many companies moved from Abuja to Lagos in 2021?", "a bare year"),
    (MOVED, "And the year before?", "How many companies moved from Abuja to Lagos in 2021?", "counted back"),
    (MOVED, "and the following year?", "How many companies moved from Abuja to Lagos in 2023?", "counted on"),
    (MOVED, "and in March 2020?", "How many companies moved from Abuja to Lagos in March 2020?", "a month for a year"),
    (DRAWN, "in 2020?", "How many companies has Abuja attracted in 2020?", "a time where there was none"),
    (MOVED, "And how many people live there?", "How many people live in Lagos?", "there is the place gone to"),
    (OUTPUT, "What happened in Abuja that year?", "What happened in Abuja in 2023?", "that year"),
    (OUTPUT, "What share of the national total is that?",
     "What share of the national total is the industrial output of Lagos in 2023?", "that is what was measured"),
    (OUTPUT, "How much was that up on the year before?",
     "How much was the industrial output of Lagos in 2023 up on the year before?", "that, in the middle"),
    ("Who runs Nexora Motors?", "What was its revenue in 2021?", "What was Nexora Motors' revenue in 2021?", "its"),
    ("How much did Nexora Motors earn in Lagos?", "And Halvorsen?", "How much did Halvorsen earn in Lagos?",
     "a name without a preposition is the subject"),
    ("How many ships called at Glasport in 2019?", "What about Lagos in 2021?",
     "How many ships called at Lagos in 2021?", "both at once"),
    (MOVED, "What did they cost?", "What did companies that moved from Abuja to Lagos in 2022 cost?", "they who moved"),
    ("Who opened the plant?", "How old is she?", "How old is the person who opened the plant?", "she who did it"),
    ("mill staff kaduna", "How many branches does it have?", "How many branches does mill staff kaduna have?",
     "names in lower case: the whole topic"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "question", "expected", "reason"), TABLE, ids=[row[3] for row in TABLE])
def test_completed(before: str, question: str, expected: str, reason: str) -> None:
    assert complete(question, [before]) == expected, reason


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("And schools that have started?", ("How many schools that have started", "Abuja")),
        ("And how many schools?", ("how many schools", "Abuja")),
        ("With what combined capital?", ("With what combined capital", "Abuja")),
        ("Why?", ("Why", "Abuja")),
    ],
)
def test_what_cannot_be_put_in_place_is_said_in_brackets(question: str, kept: tuple[str, ...]) -> None:
    full = complete(question, [DRAWN])
    assert full is not None
    assert all(word.casefold() in full.casefold() for word in kept), full


ALONE = [
    ("How many ports are there in Norway?", "existential there"),
    ("Who is the mayor of Kano?", "its own name"),
    ("how many companies did lagos attract in 2020", "a hurried person's own name"),
    ("Before it grew, how many people did Nexora employ?", "it stands for a name after it"),
    ("How many people had to leave their homes in the valley?", "their stands for the people counted"),
    ("By what factor was output in 2022 above that of 2013?", "that of"),
    ("who put forward the plan in 2014?", "who with a verb"),
    ("For the year 2023, what does the commission report as output?", "for opens a whole question"),
    ("luquan zone 2023 operating income", "keywords"),
    ("What did Nexora say about its revenue?", "its stands for a name before it"),
]


@pytest.mark.parametrize(("question", "reason"), ALONE, ids=[row[1] for row in ALONE])
def test_stands_alone(question: str, reason: str) -> None:
    assert complete(question, [MOVED]) is None, reason


def test_a_chain_is_completed_link_by_link() -> None:
    asked = [DRAWN, "And in Lagos?"]
    assert complete("and in 2021?", asked) == "How many companies has Lagos attracted in 2021?"


def test_nothing_before_means_nothing_to_complete() -> None:
    assert complete("And in Lagos?", []) is None
    assert complete("and?", [DRAWN]) is None
    assert complete("   ", [DRAWN]) is None


@given(st.text(max_size=120), st.lists(st.text(max_size=120), max_size=5))
def test_no_text_makes_it_raise(question: str, previous: list[str]) -> None:
    full = complete(question, previous)
    assert full is None or full.strip()


def test_question_sets_follow_ups_are_completed_and_few_others() -> None:
    rows = []
    for name in ("bundled", "elsewhere"):
        path = Path(__file__).parents[3] / "eval" / "questions" / f"{name}.jsonl"
        rows += [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines() if text.strip()]
    by_id = {row["id"]: row["question"] for row in rows}
    follows = [row for row in rows if row.get("follows")]
    assert all(complete(row["question"], [by_id[row["follows"]]]) for row in follows)
    alone = [row["question"] for row in rows if not row.get("follows")]
    wrong = [q for q in alone if complete(q, [MOVED])]
    assert len(wrong) <= len(alone) // 100, wrong
