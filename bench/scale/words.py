"""The made-up words of the generated text, as unequal in frequency as the words of a language."""

from functools import cache
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from bench.corpus_words import SYLLABLES

COUNT = 50_000
"""Words of a large news collection, names left out."""

COMMON = 100
"""The most frequent words stand for "the" and "of": the product does not search by those, so no question has one."""


@cache
def vocabulary() -> NDArray[np.object_]:
    """Return the words, the most frequent first."""
    made = ["".join(parts) for parts in islice(product(SYLLABLES, repeat=3), COUNT)]
    np.random.default_rng(0).shuffle(made)
    return np.array(made, object)


@cache
def _shares() -> NDArray[np.float64]:
    """Return the cumulated shares of the words by Zipf's law: the r-th is 1/r as frequent as the first."""
    shares = np.cumsum(1 / np.arange(1, COUNT + 1))
    whole: NDArray[np.float64] = shares / shares[-1]
    return whole


def draw(count: int, random: np.random.Generator) -> NDArray[np.int64]:
    """Draw ranks of words, int64 (count,)."""
    return np.minimum(np.searchsorted(_shares(), random.random(count)), COUNT - 1).astype(np.int64)
