"""What is taken for a request, and what is left to the reader: nearly every question of the sets."""

import json
from pathlib import Path

import pytest

from qa.understand.request import read_request

QUESTIONS = Path(__file__).parents[3] / "eval" / "questions"
KNOWN = {"what happened on 13 october", "list all investments"}
"""Questions of the sets that are requests indeed, or as good as one."""


def asked() -> set[str]:
    found = set()
    for path in [*QUESTIONS.glob("*.jsonl"), *QUESTIONS.glob("elsewhere/*.jsonl")]:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        found |= {row["question"] for row in rows if "question" in row}
    for path in QUESTIONS.glob("piles/*.jsonl"):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        found |= {one["q"] for row in rows for one in row["questions"]}
    return found


def test_questions_for_a_fact_are_left_to_the_reader() -> None:
    taken = {q for q in asked() if read_request(q) is not None}
    assert {q.casefold().strip(" ?.") for q in taken} <= KNOWN


@pytest.mark.parametrize(
    "text",
    [
        "Mayor of Tarn",
        "Whose Tarn?",
        "list three towns in Tarn",
        "How did Tarn hold out over the years?",
        "What is Tarn?",
    ],
)
def test_what_only_looks_like_a_request(text: str) -> None:
    request = read_request(text)
    assert request is None or request.noun == "three towns", "the list itself declines a number of things"


@pytest.mark.parametrize(
    ("text", "kind", "topic", "noun"),
    [
        ("All the numbers on Tarn United please", "list", "Tarn United", "numbers"),
        ("Give me the names of all the people in these articles", "list", None, "people"),
        ("Who is quoted about the wind farm?", "list", "the wind farm", "quoted"),
        ("What places come up?", "list", None, "places"),
        ("How has the level of Lake Tarn changed over the months?", "trend", "the level of Lake Tarn", None),
        ("What is new about the port since 3 March 2024?", "new", "the port", None),
        ("Anything new after 3 March 2024 about the port?", "new", "the port", None),
        ("Sum up the strike for me", "brief", "the strike", None),
        ("Tell me about the hospital affair", "brief", "the hospital", None),
        ("What did Ann Lee say?", "said", "Ann Lee", "did"),
        ("Who said what about Ann Lee?", "said", "Ann Lee", None),
        ("Thanks, that's great", "help", None, None),
    ],
)
def test_how_requests_are_put(text: str, kind: str, topic: str | None, noun: str | None) -> None:
    request = read_request(text)
    assert request is not None and (request.kind, request.topic, request.noun) == (kind, topic, noun)


def test_a_bare_name_after_a_question_is_the_rest_of_it() -> None:
    assert read_request("Tarn?") is not None
    assert read_request("Tarn?", follows=True) is None
    assert read_request("hello", follows=True) is not None, "a hello never is"
