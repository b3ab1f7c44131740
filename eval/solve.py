"""The two regressions of `python -m eval.fit`, and the area under a curve, in plain numpy.

Both use Newton's method: with some ten columns a step is one small linear system, and ten steps are enough.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

STEPS = 60
# A step shorter than this changes no printed digit of a weight.
CLOSE = 1e-8


def fit_logistic(x: Floats, y: Bools, weights: Floats, ridge: float = 1.0) -> tuple[float, Floats]:
    """Return intercept and weights (d,) of a logistic regression of y (n,) on x (n, d), rows weighted.

    Minimises sum of weighted log-losses + ridge/2 |w|^2, the intercept free of the penalty (Bishop, PRML, 4.3.3).
    """
    rows = np.hstack([np.ones((len(x), 1)), x])
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-9
    w = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(rows @ w, -30, 30)))
        slope = rows.T @ (weights * (p - y)) + penalty * w
        bend = (rows * (weights * p * (1 - p))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        w = w - step
        if np.abs(step).max() < CLOSE:
            break
    return float(w[0]), w[1:]


def fit_listwise(x: Floats, right: Bools, starts: NDArray[np.int64], ridge: float = 1e-2) -> Floats:
    """Return the weights (d,) under which the softmax over each group of rows gives most to its right rows.

    `starts` are the first rows of the groups, in order. Maximises the mean log of the probability of all right rows
    of a group (Cao et al. 2007, "Learning to rank: from pairwise to listwise", top one), less a ridge on the weights
    of columns scaled to deviation 1, by Newton's method with step halving. Groups with no right row, or no wrong one,
    say nothing and are left out.
    """
    groups = [slice(a, b) for a, b in zip(starts, [*starts[1:], len(x)], strict=True)]
    groups = [g for g in groups if right[g].any() and not right[g].all()]
    scale = x.std(axis=0) + 1e-9
    parts = [(x[g] / scale, right[g]) for g in groups]
    w = np.zeros(x.shape[1])
    loss, slope, bend = _listwise_loss(parts, w, ridge)
    for _ in range(STEPS):
        step = np.linalg.solve(bend, slope)
        # The curvature is only that of here: a step that leads upwards was too long.
        while np.abs(step).max() > CLOSE and _listwise_loss(parts, w - step, ridge)[0] > loss:
            step = step / 2
        w = w - step
        loss, slope, bend = _listwise_loss(parts, w, ridge)
        if np.abs(step).max() < CLOSE:
            break
    return np.asarray(w / scale, np.float64)


def _listwise_loss(parts: Sequence[tuple[Floats, Bools]], w: Floats, ridge: float) -> tuple[float, Floats, Floats]:
    """Return the loss of `fit_listwise`, its slope, and a curvature that is positive.

    The true curvature is the covariance of the rows under the softmax less that under its right rows alone; without
    the second every direction leads downwards.
    """
    loss, slope, bend = ridge / 2 * float(w @ w), ridge * w, ridge * np.eye(len(w))
    for z, right in parts:
        s = z @ w
        p = np.exp(s - s.max())
        p /= p.sum()
        yes = float(p[right].sum()) + 1e-300
        mean = p @ z
        loss -= float(np.log(yes)) / len(parts)
        slope = slope + (mean - (p[right] / yes) @ z[right]) / len(parts)
        bend = bend + ((z * p[:, None]).T @ z - np.outer(mean, mean)) / len(parts)
    return loss, slope, bend


def area_under_curve(score: Floats, y: Bools) -> float:
    """Return the chance that a row of y scores above one that is not: the area under the ROC curve; ties count half.

    By ranks (Mann and Whitney). It is nan where one of the two is missing.
    """
    yes, no = int(y.sum()), int((~y).sum())
    if not yes or not no:
        return float("nan")
    _, which, counts = np.unique(score, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[which]
    return float((ranks[y].sum() - yes * (yes + 1) / 2) / (yes * no))
