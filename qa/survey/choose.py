"""Choosing sentences for a brief: central to their article, early in it, whole by themselves, and none said twice.

A greedy choice by marginal relevance (Carbonell and Goldstein 1998) over the sentences' vectors: each is worth what it
has of its own, less what a chosen one says already.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from qa.lexicon.words import content, tokens
from qa.survey.pile import LEANS, Line

LEAD = 0.25
"""Worth of the first sentence of an article, falling with its place: news says first what matters."""
FIRST = 0.2
"""Worth of a topic's word at the head of a sentence, falling to its end."""
FIGURE = 0.04
LEANING = 0.25
"""Taken off a sentence that leans on the one before: "It said so", "But he"."""
UNEVEN = 0.2
"""Taken off a sentence of fewer or more words than `FEWEST` and `MANY`, and off one that is all quotation."""
FEWEST, MANY = 8, 45
ALIKE = 0.6
"""Taken off for being like a chosen sentence, times the cosine."""
AGAIN = 0.12
"""Taken off for each sentence of the same article already chosen."""
SAME = 0.85
"""Cosine from which two sentences say the same; the second is never chosen."""


def worth(lines: Sequence[Line], topic: Vectors | None = None, words: str = "") -> NDArray[np.float64]:
    """Return what each sentence is worth by itself, (lines,): nearness to its article, or to a topic's vector (d,).

    `words` are the topic's: a sentence that opens with one of them is about it more than one that ends with it.
    """
    opening = [w.stem for w in content(words)]
    middles: dict[str, Vectors] = {}
    for article_id in {line.article.id for line in lines}:
        mean = np.mean([line.vector for line in lines if line.article.id == article_id], axis=0)
        middles[article_id] = mean / (np.linalg.norm(mean) or 1.0)
    values = []
    for line in lines:
        near = float(line.vector @ (middles[line.article.id] if topic is None else topic))
        near += FIRST * _how_early(line.text, opening)
        lead = LEAD if topic is None else FIGURE  # what an article leads with need not be about the topic
        values.append(near + lead / (1 + line.number) + FIGURE * bool(line.figures) - _faults(line.text))
    return np.array(values, dtype=np.float64)


def _how_early(text: str, stems: Sequence[str]) -> float:
    """Return where the first of some words stands, 1 for the head of the sentence, 0 for its end or nowhere."""
    said = tokens(text)
    return next((1 - n / len(said) for n, token in enumerate(said) if token.stem in stems), 0.0)


def _faults(text: str) -> float:
    count = len(tokens(text))
    quoted = text.lstrip()[:1] in '“"‘' and text.rstrip(" .")[-1:] in '”"’'
    return LEANING * bool(LEANS.match(text)) + UNEVEN * (not FEWEST <= count <= MANY) + UNEVEN * quoted


def choose(lines: Sequence[Line], worths: NDArray[np.float64], count: int) -> list[Line]:
    """Return at most `count` of the sentences, the best first; none that says what a chosen one says."""
    chosen: list[int] = []
    vectors = np.array([line.vector for line in lines], dtype=np.float32)
    like = np.zeros(len(lines))
    left = np.ones(len(lines), dtype=bool)
    while len(chosen) < count and left.any():
        again = np.array([sum(lines[c].article.id == line.article.id for c in chosen) for line in lines])
        values = np.where(left, worths - ALIKE * like - AGAIN * again, -np.inf)
        best = int(values.argmax())
        chosen.append(best)
        like = np.maximum(like, vectors @ vectors[best])
        left &= like < SAME
        left[best] = False
    return [lines[n] for n in chosen]
