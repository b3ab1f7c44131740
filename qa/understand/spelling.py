"""Mending slips of the keyboard: a word no article has, one letter from a word they have."""

from collections.abc import Callable, Sequence
from typing import Protocol

from qa.lexicon.words import printed_stem
from qa.understand.question import Question

# The words a question turns on; one slip in them and nothing is understood.
QUESTION_WORDS = tuple(
    "many much what when which where whom whose number percent percentage share year month often long".split()
)


class Speller(Protocol):
    """What is asked of an index to mend a word."""

    def frequencies(self, words: Sequence[str]) -> tuple[dict[str, int], int]:
        """Return in how many chunks each word stands, and how many chunks there are."""

    def spelled(self, word: str, stem: Callable[[str], str], *, is_name: bool = False) -> str | None:
        """Return the printed word a mistyped one most likely stands for."""


def mend_spelling(question: Question, speller: Speller) -> str | None:
    """Return the question with its slips mended, None when there is none to mend.

    Only a word that stands in no article is looked at; a word that does is taken at its letters.
    """
    unknown = [t for t in question.terms if t.text.isalpha()]
    frequencies, _ = speller.frequencies([t.text for t in unknown])
    text, shift = question.text, 0
    for token in unknown:
        if frequencies[token.text]:
            continue
        meant = _question_word(token.text) or speller.spelled(token.text, printed_stem, is_name=token.text[0].isupper())
        if meant and meant.casefold() != token.text.casefold():
            text = text[: token.start + shift] + meant + text[token.end + shift :]
            shift += len(meant) - len(token.text)
    return text if text != question.text else None


def _question_word(word: str) -> str | None:
    return next((w for w in QUESTION_WORDS if one_slip(word.casefold(), w)), None)


def one_slip(typed: str, meant: str) -> bool:
    """Return whether two words differ by two neighbouring letters swapped, or by one letter left out or added."""
    if len(meant) < 4 or typed == meant:
        return False
    if len(typed) == len(meant):
        wrong = [i for i in range(len(typed)) if typed[i] != meant[i]]
        return (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and typed[wrong[0]] == meant[wrong[1]]
            and (typed[wrong[1]] == meant[wrong[0]])
        )
    short, long = sorted((typed, meant), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
