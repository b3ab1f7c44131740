"""Reading a question: what is counted, who and what it names, when, and which arithmetic it asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.lexicon.words import stem
from qa.understand.question import counted_noun, proper_names, understand

COUNTED = [
    ("How many nurses work at the clinic?", "nurses", "up to the verb"),
    ("How many electric buses does Bogota run?", "electric buses", "an adjective belongs to it"),
    ("How many small and medium-sized firms moved?", "small medium sized firms", "joined adjectives"),
    ("number of newly registered companies in Lima", "newly registered companies", "a participle that leads"),
    ("How many companies Kenya has", "companies", "a name after the noun is the subject"),
    ("How many World Cup matches were played?", "world cup matches", "a name that leads belongs to it"),
    ("How many of the miners were rescued?", "miners", "of the"),
    ("How many schools supported by the bank opened?", "schools", "a participle after the noun tells of it"),
    ("How many people living in Oslo own a car?", "people", "so does one in -ing"),
    ("what is the count of wolves", "wolves", "count of"),
    ("What is the number of high-rise blocks?", "high rise blocks", "a hyphen joins two words"),
    ("How many more ships came in 2020 than in 2019?", "ships", "more is not part of it"),
    ("How many retired teachers live there?", "retired teachers", "a participle before the noun"),
    ("How many building permits were issued?", "building permits", "so with -ing"),
    ("How many flights were cancelled at Heathrow?", "flights", "up to were"),
    ("How many cups of coffee do Finns drink?", "cups", "up to of"),
    ("How much did it cost?", "", "nothing is counted"),
    ("How many are there?", "", "no noun"),
    ("How many did they sell?", "", "no noun before the verb"),
    ("Who counted the votes?", "", "no counting question"),
]


@pytest.mark.parametrize(("question", "noun", "why"), COUNTED, ids=[row[0] for row in COUNTED])
def test_counted_noun(question: str, noun: str, why: str) -> None:
    assert counted_noun(question) == tuple(stem(word) for word in noun.split()), why


NAMES = [
    ("How many nurses work at the Karachi clinic?", ["Karachi"]),
    ("Who is the mayor of Rio de Janeiro?", ["Rio de Janeiro"]),
    ("When did Nexora Motors open its Lagos plant?", ["Nexora Motors", "Lagos"]),
    ("What did the European Central Bank say about Italy?", ["European Central Bank", "Italy"]),
    ("What was Kenya's Treasury told?", ["Kenya", "Treasury"]),
    ("Did Peru and Chile sign?", ["Peru", "Chile"]),
    ("How high is Mount Fuji?", ["Mount Fuji"]),
    ("Why was the St. Gallen plant shut?", ["St. Gallen"]),
    ("Is Line 4 of the Cairo Metro open?", ["Line 4 of the Cairo Metro"]),
    ("What is the area of Lagos' harbour?", ["Lagos"]),
    ("Vienna Airport traffic 2019", ["Vienna Airport"]),
    ("Who did it?", []),
    ("How many ships were there?", []),
]


@pytest.mark.parametrize(("question", "names"), NAMES, ids=[row[0] for row in NAMES])
def test_proper_names(question: str, names: list[str]) -> None:
    assert list(proper_names(question)) == names


def test_a_month_is_no_name() -> None:
    assert understand("Which bank lent Kenya money in March 2020?").names == ("Kenya",)


PERIODS = [
    ("How many ships came in 2019?", None, [(date(2019, 1, 1), date(2019, 12, 31))]),
    ("How many ships came in March 2020?", None, [(date(2020, 3, 1), date(2020, 3, 31))]),
    ("How many ships came last year?", date(2024, 5, 2), [(date(2023, 1, 1), date(2023, 12, 31))]),
    ("How many ships came on 4 July 2021?", None, [(date(2021, 7, 4), date(2021, 7, 4))]),
    ("How many ships came?", date(2024, 5, 2), []),
]


@pytest.mark.parametrize(("question", "today", "spans"), PERIODS, ids=[row[0] for row in PERIODS])
def test_periods(question: str, today: date | None, spans: list[tuple[date, date]]) -> None:
    assert [(p.start, p.end) for p in understand(question, today).periods] == spans


def test_a_relative_time_without_a_clock_stays_unresolved() -> None:
    assert all(p.start is None and p.end is None for p in understand("How many ships came last year?").periods)


def test_terms_are_content_words_once_each_and_in_their_order() -> None:
    question = understand("How many ferries, and which ferries, did the port of Kochi build in 2021?")
    assert [t.text for t in question.terms] == ["ferries", "port", "Kochi", "build", "2021"]
    assert question.stems == {t.stem for t in question.terms}


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    question = understand(text, date(2024, 1, 1))
    assert all(text[t.start : t.end] == t.text for t in question.terms)
    assert understand(text, date(2024, 1, 1)) == question
