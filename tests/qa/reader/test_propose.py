"""From readings to picks, with a reader that points where it is told to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from qa_reading import read_candidates

from qa.reader.propose import STEPS, choose_windows, in_full, read_windows, span_pick
from qa.reader.spans import Reading
from qa.retrieve.rank import Scored, rank_sentences
from qa.understand.question import understand

TEXT = """The mill in Kolda burned about 420 tonnes of straw last year, its owner said. It employs 31 people. "Nobody
was hurt," said Ines Falk of Riga Foods Inc. after the fire. They found two keys (and a map) in the safe."""


@dataclass
class Pointer:
    """Points at some words wherever they stand; else it says that the window does not answer."""

    words: str

    def read(self, question: str, windows: Sequence[tuple[str, str]]) -> list[Reading]:
        return [self._one(text) for _, text in windows]

    def _one(self, text: str) -> Reading:
        offsets = tuple((n, n + 1) for n in range(len(text)))
        starts, ends = np.full(len(text), -9.0, np.float32), np.full(len(text), -9.0, np.float32)
        at = text.find(self.words)
        if at >= 0:
            starts[at], ends[at + len(self.words) - 1] = 0.0, 0.0
        return Reading(offsets, starts, ends, -2.0)


def ranked(question: str) -> list[Scored]:
    return rank_sentences(understand(question), read_candidates(TEXT, published="2024-05-14"), {})


@pytest.mark.parametrize(
    ("question", "pointed", "short"),
    [
        ("How much straw did the mill burn?", "420 tonnes of straw", "about 420 tonnes"),
        ("How much straw did the mill burn?", "420", "about 420 tonnes"),
        ("How many people does it employ?", "31", "31 people"),
        ("When did it burn straw?", "last year", "2023 (“last year”)"),
        ("Who said so?", "Ines Falk", "Ines Falk"),
        ("Who does she speak for?", "Riga Foods Inc.", "Riga Foods Inc."),
        ("What did they find?", "two keys (", "two keys"),
        ("What did they find?", "two keys (and a map)", "two keys (and a map)"),
    ],
)
def test_a_span_becomes_what_it_is(question: str, pointed: str, short: str) -> None:
    picks = read_windows(understand(question), choose_windows(ranked(question)), Pointer(pointed.replace("\n", " ")))
    best = max(picks, key=lambda p: p.margin)
    assert best.short == short
    text = best.candidate.article.text
    assert best.candidate.start <= best.start < best.end <= best.candidate.end
    if best.figure is None:
        assert text[best.start : best.end] == best.short


def test_a_lone_surname_is_given_in_full_with_the_words_that_say_it() -> None:
    text = "Mayor Ines Falk opened the quay. Later Falk spoke."
    question = understand("Who spoke?")
    found = rank_sentences(question, read_candidates(text), {})
    best = max(read_windows(question, choose_windows(found), Pointer("Falk spoke")), key=lambda p: p.margin)
    assert best.short == "Falk spoke"
    later = text.index("Falk spoke")
    pick = in_full(replace(best, short="Falk", start=later, end=later + 4))
    assert pick.short == "Ines Falk"
    assert [text[a:b] for a, b in pick.also] == ["Ines Falk"]


ROW = "Port: Senna | Budget (million pounds): 9.8 | Harbour master: Ines Falk"


@pytest.mark.parametrize(
    ("question", "pointed", "short"),
    [
        ("What is the budget of Senna?", "million pounds", "9.8 million pounds"),
        ("What is the budget of Senna?", "Budget (million pounds)", "9.8 million pounds"),
        ("Who leads Senna?", "Harbour master", "Ines Falk"),
        ("Which port does Falk lead?", "Senna", "Senna"),
    ],
)
def test_a_header_in_a_row_stands_for_its_value(question: str, pointed: str, short: str) -> None:
    found = rank_sentences(understand(question), read_candidates(f"The ports in short.\n\n{ROW}"), {})
    picks = read_windows(understand(question), choose_windows(found), Pointer(pointed))
    assert max(picks, key=lambda p: p.margin).short == short


def test_every_figure_of_a_numeric_question_is_weighed() -> None:
    question = understand("How many people does it employ?")
    picks = read_windows(question, choose_windows(ranked(question.text)), Pointer("nowhere"))
    assert {"31 people", "about 420 tonnes"} <= {p.short for p in picks}


@pytest.mark.parametrize(("null", "all_are_read"), [(-2.0, True), (-9.0, False)], ids=["faint", "clear"])
def test_more_windows_are_read_only_where_the_first_are_not_clear(null: float, all_are_read: bool) -> None:
    seen: list[str] = []

    class Counted(Pointer):
        def _one(self, text: str) -> Reading:
            seen.append(text)
            return replace(super()._one(text), null=null)

    text = "\n\n".join(f"The mill {n} {'of the old harbour town ' * 20}employs {n} people." for n in range(10, 40))
    question = understand("How many people does the mill employ?")
    windows = choose_windows(rank_sentences(question, read_candidates(text), {}))
    read_windows(question, windows, Counted("people"))
    assert len(windows) == STEPS[-1]
    assert len(seen) == (STEPS[-1] if all_are_read else STEPS[0])


def test_windows_are_whole_neighbouring_sentences() -> None:
    found = ranked("What did they find in the safe?")
    windows = choose_windows(found, most=2)
    assert found[0].candidate.number in [s.candidate.number for s in windows[0].sentences]
    assert all(w.text == w.sentences[0].candidate.article.text[w.start : w.end] for w in windows)
    assert len(windows) <= 2
    for window in windows:
        numbers = [s.candidate.number for s in window.sentences]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))


def test_marks_alone_are_no_answer() -> None:
    candidate = read_candidates("Well — it sank.")[0]
    dash = candidate.text.index("—")
    assert span_pick(candidate, candidate.start + dash, candidate.start + dash + 1, 1.0) is None
