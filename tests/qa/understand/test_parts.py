"""Questions that ask two things: split where both are questions, answered part by part, the unanswered part said."""

from collections.abc import Iterator

import pytest

from qa.desk import Newsdesk
from qa.understand.parts import split_parts

SPLIT = [
    ("How many trams did it buy, and what did they cost?", ("How many trams did it buy?", "What did they cost?")),
    ("When and where was the treaty signed?", ("when was the treaty signed?", "Where was the treaty signed?")),
    ("How many died and how many were injured?", ("How many died?", "How many were injured?")),
    ("Which firm bought the mill? When did it close?", ("Which firm bought the mill?", "When did it close?")),
    ("Who won in Riga and who in Oslo?", ("Who won in Riga?", "Who won in Oslo?")),
    ("How many live in Riga and how many in Oslo?", ("How many live in Riga?", "How many live in Oslo?")),
    ("Who leads it and how old is she", ("Who leads it?", "How old is she?")),
]
WHOLE = [
    "How many were hurt?",
    "What did he say and do?",
    "What did the mayor say about what happened and why it mattered?",
    "What is the difference between how many came and how many were left?",
    "Who sold the firm, which was founded in 1901?",
    "Who won in Riga and what in Oslo?",
    "How many companies did Orlow and Tarn attract?",
    "",
]


@pytest.mark.parametrize(("text", "parts"), SPLIT, ids=[row[0] for row in SPLIT])
def test_two_questions(text: str, parts: tuple[str, str]) -> None:
    assert tuple(p.casefold() for p in split_parts(text)) == tuple(p.casefold() for p in parts)


@pytest.mark.parametrize("text", WHOLE)
def test_one_question(text: str) -> None:
    assert split_parts(text) == ()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsdesk]:
    folder = tmp_path_factory.mktemp("parts")
    (folder / "trams.txt").write_text(
        "Trams return\n\nThe city of Glasport bought 48 trams in 2023, the mayor, Ilse Dorn, said. "
        "The trams cost 95 million euros. The line opened in May 2024 at the harbour.\n",
        encoding="utf-8",
    )
    with Newsdesk.open(folder / "index") as found:
        found.ingest([folder / "trams.txt"])
        yield found


def test_both_parts_are_shown_each_with_its_words(desk: Newsdesk) -> None:
    answer = desk.ask("How many trams did Glasport buy in 2023, and what did they cost?")
    assert (answer.short, answer.missing) == ("48 trams; 95 million euros", None)
    assert [c.text for c in answer.claims] == [c.quote for c in answer.citations]
    assert [f.citation for f in answer.figures] == ["1", "2"]


def test_the_part_that_is_not_said_is_named(desk: Newsdesk) -> None:
    answer = desk.ask("Who is the mayor of Glasport, and how old is she?")
    assert answer.short == "Ilse Dorn" and not answer.abstained
    assert "“How old is she?”" in str(answer.missing)


def test_what_one_span_answers_is_shown_once(desk: Newsdesk) -> None:
    assert (desk.ask("Who is the mayor and who is the head of Glasport?").short or "").count("Ilse Dorn") <= 1
