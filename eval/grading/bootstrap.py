"""How sure a number is: bootstrap intervals, paired differences, McNemar's test.

Questions that ask for one fact in several wordings stand or fall together. What is drawn again and again is therefore
the fact with all its wordings, not the question (the cluster bootstrap: Davison and Hinkley, Bootstrap Methods and
their Application, 1997, section 3.8).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.grading.metrics import Pair

# 2,000 resamples put the ends of a 95% interval within about a tenth of its width (Efron and Tibshirani, 1993, ch. 13).
RESAMPLES = 2_000
# At most this many draws in all, so that 100,000 questions take seconds; never fewer than 200 resamples.
MOST_DRAWS = 40_000_000
FEWEST_RESAMPLES = 200
AT_ONCE = 2_000_000
SEED = 20_260
TAIL = 0.025

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95% interval and the number of questions it rests on."""

    value: float
    low: float
    high: float
    n: int


def _sums(pairs: Sequence[Pair], groups: Sequence[str]) -> Floats:
    """Return the sums of part and whole of each group, shape (groups, 2)."""
    numbers: dict[str, int] = {}
    where = np.array([numbers.setdefault(group, len(numbers)) for group in groups], dtype=np.int64)
    sums = np.zeros((len(numbers), 2))
    np.add.at(sums, where, np.array(pairs, dtype=np.float64).reshape(len(pairs), 2))
    return sums


def _resampled(sums: Floats) -> Floats:
    """Return the column sums of many resamples of the rows, shape (resamples, columns)."""
    count = len(sums)
    resamples = max(FEWEST_RESAMPLES, min(RESAMPLES, MOST_DRAWS // count))
    rng = np.random.default_rng(SEED)
    step = max(1, AT_ONCE // count)
    parts = []
    for first in range(0, resamples, step):
        chosen = rng.integers(0, count, (min(step, resamples - first), count))
        parts.append(sums[chosen].sum(axis=1))
    return np.concatenate(parts)


def _ends(values: Floats) -> tuple[float, float]:
    low, high = np.quantile(values, [TAIL, 1 - TAIL])
    return float(low), float(high)


def interval(pairs: Sequence[Pair], groups: Sequence[str]) -> Interval | None:
    """Return a ratio with its percentile interval; None where there is nothing to divide by.

    `groups` names the fact that each pair is about.

    Where every fact is right (or every one wrong) resampling says nothing; the bound is then the exact binomial one on
    the number of facts (Clopper and Pearson, 1934): 0.025 ** (1 / facts). One fact alone says nothing: 0 to 1.
    """
    kept = [(pair, group) for pair, group in zip(pairs, groups, strict=True) if pair[1]]
    if not kept:
        return None
    sums = _sums([pair for pair, _ in kept], [group for _, group in kept])
    value = float(sums[:, 0].sum() / sums[:, 1].sum())
    if value in (0.0, 1.0):
        bound = TAIL ** (1 / len(sums))
        low, high = (bound, 1.0) if value else (0.0, 1 - bound)
        return Interval(value, low, high, len(kept))
    if len(sums) == 1:
        return Interval(value, 0.0, 1.0, len(kept))
    drawn = _resampled(sums)
    return Interval(value, *_ends(drawn[:, 0] / drawn[:, 1]), len(kept))


def paired_difference(before: Sequence[Pair], after: Sequence[Pair], groups: Sequence[str]) -> Interval | None:
    """Return after - before on the same questions, with the interval of the paired bootstrap."""
    pairs = [(a, b, g) for a, b, g in zip(before, after, groups, strict=True) if a[1] and b[1]]
    if not pairs:
        return None
    names = [g for _, _, g in pairs]
    sums = np.hstack([_sums([a for a, _, _ in pairs], names), _sums([b for _, b, _ in pairs], names)])
    drawn, total = _resampled(sums), sums.sum(axis=0)
    value = float(total[2] / total[3] - total[0] / total[1])
    return Interval(value, *_ends(drawn[:, 2] / drawn[:, 3] - drawn[:, 0] / drawn[:, 1]), len(pairs))


def mcnemar(better: int, worse: int) -> float:
    """Return the two-sided exact p-value that better and worse are equally likely (McNemar, 1947, binomial form).

    1.0 where nothing changed.
    """
    changed, fewer = better + worse, min(better, worse)
    tail = sum(math.comb(changed, i) for i in range(fewer + 1))
    return min(1.0, 2 * tail / 2**changed) if changed else 1.0
