"""The near misses and scenes of the training: an edit must change what is asked or said, and say so."""

import random
import re

import pytest

from qa.reader.train.examples import Example, detokenize
from qa.reader.train.nearmiss import near_misses
from qa.reader.train.scenes import one_scene, read_patterns
from qa.reader.train.windows import Window, right_window, wrong_windows

NAMES = ["Port Vila", "Mara Lind"]


def misses(question: str, text: str, answer: str) -> list[Window]:
    at = text.index(answer)
    window = Window(question, "", text, (at, at + len(answer)))
    return list(near_misses(window, NAMES, random.Random(3)))


def test_another_name_another_year_and_the_denial() -> None:
    found = misses(
        "How many ships were loaded in Callao in 2021?", "In 2021, 310 ships were loaded in Callao.", "310 ships"
    )
    assert all(w.span is None for w in found)
    assert any("Callao" not in w.question for w in found)
    assert any("2021" not in w.question for w in found)
    assert any(" not " in w.text or " never " in w.text for w in found)


def test_a_deed_becomes_a_plan() -> None:
    found = misses("How many ships did Callao load?", "Callao loaded 310 ships.", "310 ships")
    assert any("Callao loaded" not in w.text and "310 ships" in w.text for w in found)


def test_a_name_of_the_answer_is_left_alone() -> None:
    found = misses("Who is Rosa Iturbe of Callao?", "Rosa Iturbe is mayor of Callao.", "mayor of Callao")
    assert all("Callao" in w.question for w in found)


def test_the_other_that_stands_beside_it_and_the_way_round() -> None:
    sale = "Kolda Foods sold its old mill by the river in Riga to Lorne Paper. "
    sale += "Ana Lind had run it for 9 years, said Jon Moe."
    assert {w.question for w in misses("How long had Ana Lind run it?", sale, "9 years")} >= {
        "How long had Jon Moe run it?"
    }
    turned = misses("In which town did Kolda Foods sell a mill to Lorne Paper?", sale, "Riga")
    assert any(w.question == "In which town did Lorne Paper sell a mill to Kolda Foods?" for w in turned)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How long did Ana Lind serve?", "Ana Lind and Jon Moe served for 9 years.", "9 years"),
        ("When did Ana Lind marry Jon Moe?", "Ana Lind, 40, was wed to Jon Moe in 2019, her lawyer said.", "2019"),
        ("How many people died in Bari?", "In Bari, a port of Italy, 12 people died.", "12 people"),
        ("How old is Ana Lind?", "Both are 40 years old: Ana Lind of Riga and her rival Jon Moe.", "40 years"),
    ],
)
def test_what_may_be_said_of_both_is_no_near_miss(question: str, text: str, answer: str) -> None:
    asked = [w.question for w in misses(question, text, answer)]
    assert not any(q != question and re.search(r"Moe.*Lind|Italy|(?:did|is) Jon Moe", q) for q in asked)


@pytest.mark.parametrize("pattern", read_patterns(), ids=lambda p: p.splitlines()[0][:50])
def test_each_scene_answers_what_it_says_and_no_more(pattern: str) -> None:
    rng = random.Random(1)
    asked = len(pattern.splitlines()) - 1
    for _ in range(20):
        windows = one_scene(pattern, rng)
        assert len(windows) == asked
        assert not any(c in w.question + w.text for w in windows for c in "[]{}|")
        answered = sum(bool(line.partition("=>")[2].strip()) for line in pattern.splitlines()[1:])
        assert sum(w.span is not None for w in windows) == answered


def test_a_right_window_holds_the_answer_and_a_wrong_one_does_not() -> None:
    text = "It rained. The mill in Kolda burned. Crews came. Ines Falk said 40 men were safe. The rain went on."
    at = text.index("40 men")
    example = Example("How many men were safe?", text, ((at, at + 6),), "Fire", "news")
    for seed in range(30):
        window = right_window(example, random.Random(seed))
        assert window is not None and window.span is not None
        assert window.text[slice(*window.span)] == "40 men"
        for wrong in wrong_windows(example, 2, random.Random(seed)):
            assert wrong.span is None and "40 men" not in wrong.text


def test_treebank_tokens_are_joined_and_keep_their_places() -> None:
    tokens = "He did n't pay `` 40 '' dollars -LRB- yet -RRB- .".split()
    text, places = detokenize(tokens)
    assert text == "He didn't pay “40” dollars (yet)."
    assert text[slice(*places[5])] == "40"
