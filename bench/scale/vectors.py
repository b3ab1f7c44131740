"""Seeded unit vectors in clusters, as news lies in topics: no encoder has to run, and none is measured."""

from functools import cache

import numpy as np

from index.encoder import Vectors

DIMENSION = 384
"""That of the default model: the cost of a vector is its length."""

CLUSTERS = 1000
"""Topics: at a million chunks each has a thousand, so that the ten nearest are not told apart by their topic alone."""

# How far things lie apart, as the length of the random part beside a unit vector. 1.0 gives two chunks of a topic the
# cosine .5 and those of two topics 0; a sentence has .8 with its chunk and a question .8 with what answers it.
CHUNK_SPREAD = 1.0
SENTENCE_SPREAD = 0.75
QUESTION_SPREAD = 0.75


@cache
def centres() -> Vectors:
    """Return the middles of the topics, float32 (CLUSTERS, DIMENSION)."""
    return unit(np.random.default_rng(0).standard_normal((CLUSTERS, DIMENSION), np.float32))


def near(rows: Vectors, spread: float, random: np.random.Generator) -> Vectors:
    """Return for each row (n, d) of unit vectors another one at its side, float32 (n, d)."""
    apart = random.standard_normal(rows.shape, np.float32) * np.float32(spread / DIMENSION**0.5)
    return unit(rows + apart)


def unit(rows: Vectors) -> Vectors:
    """Scale rows (n, d) to length one."""
    scaled: Vectors = rows / np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return scaled
