"""Slips of the keyboard are mended, other words never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling import LONG
from qa.understand.question import understand
from qa.understand.spelling import mend_spelling, one_slip

SLIPS = [
    ("mnay", "many", True, "two letters swapped"),
    ("hw", "how", False, "too short to tell"),
    ("prcent", "percent", True, "one left out"),
    ("wheree", "where", True, "one too many"),
    ("many", "many", False, "no slip"),
    ("manny", "many", True, "doubled"),
    ("moony", "many", False, "two slips"),
    ("men", "many", False, "two slips"),
    ("Henan", "Hunan", False, "a wrong letter is another word"),
    ("percetn", "percent", True, "the last two swapped"),
    ("yman", "many", False, "three letters moved"),
]


@pytest.mark.parametrize(("typed", "meant", "slip", "why"), SLIPS)
def test_one_slip(typed: str, meant: str, slip: bool, why: str) -> None:
    assert one_slip(typed, meant) is slip, why


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=9), st.integers(0, 8))
def test_one_letter_left_out_is_one_slip(word: str, at: int) -> None:
    at %= len(word)
    assert one_slip(word[:at] + word[at + 1 :], word)
    assert not one_slip(word, word)


class Vocabulary:
    """A speller that knows some words, and offers for another the first that `fits`."""

    def __init__(self, **suggestions: str) -> None:
        self.suggestions = suggestions
        self.asked: list[tuple[str, bool]] = []

    def frequencies(self, words):
        return {w: int(w.casefold() in self.suggestions.values()) for w in words}, 10

    def spelled(self, word, stem, *, is_name=False):
        self.asked.append((word, is_name))
        return self.suggestions.get(word.casefold())


def test_a_word_no_article_has_is_mended_in_its_place() -> None:
    speller = Vocabulary(ferrries="ferries", karbour="harbour")
    question = understand("How many ferrries has the karbour, and which ferries?")
    assert mend_spelling(question, speller) == "How many ferries has the harbour, and which ferries?"


def test_a_word_some_article_has_is_taken_at_its_letters() -> None:
    speller = Vocabulary(ferry="ferry")
    assert mend_spelling(understand("How old is the ferry?"), speller) is None
    assert ("ferry", False) not in speller.asked


def test_names_are_told_to_be_names() -> None:
    speller = Vocabulary()
    assert mend_spelling(understand("How many mills has Ravenholm?"), speller) is None
    assert dict(speller.asked)["Ravenholm"] is True


def test_a_question_word_is_mended_without_the_index() -> None:
    assert mend_spelling(understand("how mnay ferries sank?"), Vocabulary(x="ferries", y="sank")) == (
        "how many ferries sank?"
    )


def test_a_wrong_letter_is_only_mended_in_longer_words() -> None:
    assert LONG > 5  # "Hunan" and "Henan", "rail" and "mail" are words of their own
