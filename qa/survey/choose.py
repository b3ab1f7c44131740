"""Choosing sentences for a brief: central to their article, early in it, whole by themselves, and none said twice.

A greedy choice by marginal relevance (Carbonell and Goldstein 1998) over the sentences' vectors: each is worth what it
has of its own, less what a chosen one says already.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import exp

import numpy as np
from numpy.typing import NDArray

from index.encoder import Vectors
from qa.lexicon.names import find_names
from qa.lexicon.words import content, tokens
from qa.survey.pile import LEANS, Line

LEAD, FALLS = 0.6, 6
"""Worth of the first sentence of an article, and over how many it falls to a third: news says first what matters.

These and the next were set on 120 articles of the training news (`eval.survey` measures on others): by the share of
the answers to questions on an article that three and five sentences hold, .25 and .38; the first ones hold .24, .36.
"""
FIRST = 0.2
"""Worth of a topic's word at the head of a sentence, falling to its end."""
TOPIC = 0.6
"""Worth of nearness to the topic beside nearness to an article that is about it."""
FIGURE = 0.1
NAMES, MOST_NAMES = 0.2, 3
"""Worth of so many names, and less for fewer."""
LEANING = 0.15
"""Taken off a sentence that leans on the one before: "It said so", "But he"."""
UNEVEN = 0.2
"""Taken off a sentence of fewer or more words than `FEWEST` and `MANY`, and off one that is all quotation."""
FEWEST, MANY = 8, 45
ALIKE = 0.3
"""Taken off for being like a chosen sentence, times the cosine."""
AGAIN = 0.12
"""Taken off for each sentence of the same article already chosen."""
SAME = 0.6
"""Share of the shorter sentence's words from which two say the same; the second is never chosen."""


def worth(
    lines: Sequence[Line], topic: Vectors | None = None, words: str = "", led: frozenset[str] = frozenset()
) -> NDArray[np.float64]:
    """Return what each sentence is worth by itself, (lines,): nearness to its article, or to a topic's vector (d,).

    `words` are the topic's: a sentence that opens with one of them is about it more than one that ends with it. `led`
    are the articles about the topic: their first sentences say what matters of it.
    """
    opening = [w.stem for w in content(words)]
    of_article: dict[str, list[Vectors]] = defaultdict(list)
    for line in lines:
        of_article[line.article.id].append(line.vector)
    means = {article_id: np.mean(vectors, axis=0) for article_id, vectors in of_article.items()}
    middles = {article_id: mean / (np.linalg.norm(mean) or 1.0) for article_id, mean in means.items()}
    values = []
    for line in lines:
        near = float(line.vector @ (middles[line.article.id] if topic is None or line.article.id in led else topic))
        near += TOPIC * float(line.vector @ topic) if topic is not None and line.article.id in led else 0.0
        near += FIRST * _how_early(line.text, opening)
        if topic is None or line.article.id in led:  # what another article leads with need not be about the topic
            near += LEAD * exp(-line.number / FALLS) + NAMES * min(1, len(find_names(line.text)) / MOST_NAMES)
        values.append(near + FIGURE * bool(line.figures) - _faults(line.text))
    return np.array(values, dtype=np.float64)


def _how_early(text: str, stems: Sequence[str]) -> float:
    """Return where the first of some words stands, 1 for the head of the sentence, 0 for its end or nowhere."""
    said = tokens(text) if stems else ()
    return next((1 - n / len(said) for n, token in enumerate(said) if token.stem in stems), 0.0)


def _faults(text: str) -> float:
    count = len(tokens(text))
    quoted = text.lstrip()[:1] in '“"‘' and text.rstrip(" .")[-1:] in '”"’'
    return LEANING * bool(LEANS.match(text)) + UNEVEN * (not FEWEST <= count <= MANY) + UNEVEN * quoted


def says_same(a: Line, b: Line) -> bool:
    """Return whether two sentences say the same, by the words they share; a sentence says the same as itself."""
    return a is b or _shares(_stems(a), _stems(b))


def _stems(line: Line) -> frozenset[str]:
    return frozenset(t.stem for t in content(line.text))


def _shares(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME * max(1, min(len(one), len(other)))


def choose(lines: Sequence[Line], worths: NDArray[np.float64], count: int) -> list[Line]:
    """Return at most `count` of the sentences, the best first; none that says what a chosen one says."""
    chosen: list[int] = []
    stems = [_stems(line) for line in lines]
    articles = np.array([line.article.id for line in lines])
    again = np.zeros(len(lines))
    vectors = np.array([line.vector for line in lines], dtype=np.float32)
    like = np.zeros(len(lines))
    left = np.ones(len(lines), dtype=bool)
    while len(chosen) < count and left.any():
        values = np.where(left, worths - ALIKE * like - AGAIN * again, -np.inf)
        best = int(values.argmax())
        chosen.append(best)
        like = np.maximum(like, vectors @ vectors[best])
        again += articles == articles[best]
        left &= np.array([not _shares(stems[best], other) for other in stems])
        left[best] = False
    return [lines[n] for n in chosen]
