"""Near copies: the estimate against the exact similarity, and stability."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.copies import SHINGLE_WORDS, SIGNATURE_SIZE, containment, is_copy, sign, similarity

WORDS = [
    f"{first}{second}" for first in "bcdfghklmnprstvw" for second in ("ada", "ero", "ilu", "ono", "usi", "ent", "arp")
]


def story(seed: int, length: int = 500) -> list[str]:
    chooser = random.Random(seed)
    return [chooser.choice(WORDS) for _ in range(length)]


def exact(a: str, b: str) -> float:
    def shingles(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)}

    return len(shingles(a) & shingles(b)) / len(shingles(a) | shingles(b))


@pytest.mark.parametrize("seed", range(5))
def test_the_estimate_is_near_the_exact_similarity(seed: int) -> None:
    words = story(seed)
    for kept in (500, 450, 350, 250, 100):
        a, b = " ".join(words), " ".join(words[:kept])
        assert abs(similarity(sign(a), sign(b)) - exact(a, b)) < 0.15


EDITS = [
    (lambda words: words, True, "the same"),
    (lambda words: [*words[:120], "today", *words[121:]], True, "one word changed"),
    (lambda words: [word for at, word in enumerate(words) if at % 50], True, "one word in fifty lost"),
    (lambda words: words[:350], True, "the last third cut"),
    (lambda words: words[:125], True, "cut to a quarter"),
    (lambda words: words[40:70] + words[200:260] + words[400:440], True, "three paragraphs taken out"),
    (lambda words: words[:100] + story(95, 200), False, "a fifth quoted in a story of its own"),
    (lambda words: story(99, 40) + words + story(98, 60), True, "another paper's first and last paragraph"),
    (lambda words: words[250:] + words[:250], True, "halves exchanged"),
    (lambda words: words[:60] + story(97, 440), False, "only the first paragraph shared"),
    (lambda words: story(96), False, "another story of the same words"),
    (lambda words: sorted(words), False, "the same words in another order"),
]


@pytest.mark.parametrize(("edit", "copy", "reason"), EDITS, ids=[row[2] for row in EDITS])
def test_copies_and_others(edit, copy: bool, reason: str) -> None:  # type: ignore[no-untyped-def]
    for seed in range(10):
        words = story(seed)
        assert is_copy(sign(" ".join(words)), sign(" ".join(edit(words)))) is copy, reason


@pytest.mark.parametrize("kept", [100, 200, 300, 500])
def test_the_containment_of_a_cut_story_is_near_one(kept: int) -> None:
    found = [containment(sign(" ".join(story(n))), sign(" ".join(story(n)[:kept]))) for n in range(10)]
    assert sum(found) / len(found) > 0.85
    assert containment(sign(" ".join(story(1))), sign(" ".join(story(2)))) < 0.1


def test_the_signature_is_the_same_on_every_machine_and_run() -> None:
    found = sign("The port reopened on Monday, and the first ship came at noon.")
    assert (len(found), found[:3]) == (SIGNATURE_SIZE, PINNED)


PINNED = (462431022, 88299237, 293352382)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_signed(text: str) -> None:
    found = sign(text)
    assert len(found) in (0, SIGNATURE_SIZE)
    assert all(0 <= value < 2**32 for value in found)
    assert similarity(found, found) == (1.0 if found else 0.0)
    assert sign(text.upper()) == sign(text.upper().lower()) or not text.isascii()


def test_empty_and_unlike_signatures_are_not_similar() -> None:
    assert similarity((), ()) == 0.0
    assert similarity((1, 2), (1,)) == 0.0
