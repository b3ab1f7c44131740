"""Piles of news with questions: their form, and the scores of a run."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.sets.corpora import QUESTIONS
from eval.sets.pile import (
    Asked,
    PileQuestion,
    area_under_curve,
    best_f1,
    calibration_error,
    read_pile,
    summarise,
    token_f1,
)
from qa.reader.train.examples import OWN_NEWS, read_news

PILES = sorted((QUESTIONS / "piles").glob("*.jsonl"))
NEWS = sorted(OWN_NEWS.glob("*.jsonl"))


@pytest.mark.parametrize("path", [*PILES, *NEWS], ids=lambda p: p.name)
def test_answers_are_words_of_their_article(path: Path) -> None:
    ids = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        ids.add(article["id"])
        for asked in article["questions"]:
            if asked["a"] is None:
                assert not asked.get("near") or asked["near"] in article["text"]
            else:
                assert asked["a"] in asked["s"] and asked["s"] in article["text"]
                assert all(other in article["text"] for other in asked.get("also", ()))
    assert len(ids) == len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", NEWS, ids=lambda p: p.name)
def test_examples_point_at_their_answers(path: Path) -> None:
    examples = list(read_news(path))
    assert any(e.held_back for e in examples) and any(not e.held_back for e in examples)
    assert all(0 <= a < b <= len(e.text) for e in examples for a, b in e.answers)


def test_the_unseen_pile_is_not_trained_on_nor_fitted() -> None:
    unseen = {a["title"] for p in (QUESTIONS / "piles").glob("unseen*.jsonl") for a in read_pile(p)[0]}
    others = {a["title"] for p in (*NEWS, QUESTIONS / "piles" / "calibration.jsonl") for a in read_pile(p)[0]}
    assert not unseen & others


@pytest.mark.parametrize(
    ("said", "gold", "f1"),
    [
        ("the 43,000 firms", "43,000 firms", 1.0),
        ("43,000", "43,000 firms", 2 / 3),
        ("1.5 percent", "15 percent", 0.5),
        ("Ines Falk", "Omar Haddad", 0.0),
        ("", "x", 0.0),
    ],
)
def test_token_f1(said: str, gold: str, f1: float) -> None:
    assert token_f1(said, gold) == pytest.approx(f1)


@given(st.text(max_size=30), st.text(max_size=30))
def test_f1_is_symmetric_and_a_share(a: str, b: str) -> None:
    assert token_f1(a, b) == pytest.approx(token_f1(b, a))
    assert 0.0 <= token_f1(a, b) <= 1.0


def asked(short: str, answers: tuple[str, ...], confidence: float, declined: bool = False) -> Asked:
    question = PileQuestion("Who?", answers, "title", "person")
    return Asked(question, "" if declined else short, short, declined, confidence, True)


RUN = [
    asked("Ines Falk", ("Ines Falk",), 0.9),
    asked("Omar", ("Ines Falk",), 0.2, declined=True),
    asked("Omar", ("Ines Falk",), 0.6),
    asked("Omar", (), 0.3),
    asked("Omar", (), 0.1, declined=True),
]


def test_the_figures_of_a_run() -> None:
    figures = summarise(RUN)
    assert figures["F1"] == figures["exact"] == pytest.approx(1 / 3)
    assert figures["right of the shown"] == pytest.approx(1 / 3)
    assert figures["needless abstention"] == pytest.approx(1 / 3)
    assert figures["declines right"] == 0.5
    assert area_under_curve(RUN) == 1.0
    assert calibration_error(RUN) == pytest.approx((0.1 + 0.2 + 0.6 + 0.3 + 0.1) / 5)


def test_no_run_has_no_figures() -> None:
    assert best_f1("x", ()) == 0.0
    assert summarise([])["F1"] == 0.0
