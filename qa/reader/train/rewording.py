"""The same question as other people type it: in small letters, as key words, with slips, or politely."""

import random
import re

_SMALL_WORDS = frozenset(
    """a an the of in on at to for by from with and or is are was were be been do does did has have had will would can
    could that this it its their his her there as about into than""".split()
)
_FRAMES = (
    "Can you tell me {}",
    "I would like to know {}",
    "Please say {}",
    "According to the article, {}",
    "Do we know {}",
    "Tell me, {}",
)
_WORD = re.compile(r"[^\W\d_]{5,}")
SMALL, KEYS, SLIPS, FRAMED = 0.10, 0.10, 0.07, 0.05
"""Shares of the questions that are put in small letters, as key words, with slips of the keyboard, in a frame."""


def reword(question: str, rng: random.Random) -> str:
    """Return the question as it is, or in one of the other wordings; it asks for the same."""
    draw = rng.random()
    if draw < SMALL:
        return question.lower().rstrip("?. ")
    if draw < SMALL + KEYS:
        return key_words(question, rng)
    if draw < SMALL + KEYS + SLIPS:
        return with_slips(question, rng)
    if draw < SMALL + KEYS + SLIPS + FRAMED and question[:1].isupper():
        return rng.choice(_FRAMES).format(question[0].lower() + question[1:])
    return question


def key_words(question: str, rng: random.Random) -> str:
    """Return the words that carry the question, as typed into a search box; what is asked may come last."""
    words = question.rstrip("?. ").lower().split()
    kept = [w for w in words if w not in _SMALL_WORDS] or words
    if kept[:2] in (["how", "many"], ["how", "much"], ["how", "long"]) and rng.random() < 0.5:
        kept = [*kept[2:], *kept[:2]]
    elif kept[0] in ("when", "where", "who", "why") and rng.random() < 0.5:
        kept = [*kept[1:], kept[0]]
    elif kept[0] in ("what", "which") and rng.random() < 0.7 and len(kept) > 2:
        kept = kept[1:]
    return " ".join(kept) + rng.choice(("", "", "?"))


def with_slips(question: str, rng: random.Random) -> str:
    """Swap two neighbouring letters inside one or two of the longer words."""
    found = list(_WORD.finditer(question))
    for match in rng.sample(found, min(len(found), rng.choice((1, 1, 2)))):
        at = rng.randrange(match.start() + 1, match.end() - 2)
        question = question[:at] + question[at + 1] + question[at] + question[at + 2 :]
    return question
