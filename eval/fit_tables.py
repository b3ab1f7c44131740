"""The tables `python -m eval.fit` prints: retrieval, ranking, trust, and the curve of abstention."""

from collections.abc import Mapping, Sequence

import numpy as np

from eval.fit_measure import Measured, class_weights, group_starts
from eval.fit_solve import Bools, Floats, area_under_curve, fit_listwise, fit_logistic
from qa.rank import WEIGHTS
from qa.trust import INTERCEPT, LOGISTIC, STATEMENT_THRESHOLD, THRESHOLD

# Our own sets are small and of one hand: each weighs so much beside SQuAD's 1.
OWN_WEIGHTS = {"bundled": 1.0, "elsewhere": 0.4, "facts": 0.4}
# Pairs of thresholds that were compared: for a figure, name or date, and for a sentence shown whole.
SETTINGS = ((0.5, 0.5), (0.4, 0.33), (0.33, 0.33), (0.33, 0.27), (0.27, 0.27), (0.2, 0.2))


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a markdown table and the empty line after it."""
    return [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)] + [""]


def percent(share: float) -> str:
    """Return a share in percent with one decimal."""
    return f"{100 * share:.1f}"


def retrieval_table(sets: Mapping[str, Sequence[Measured]]) -> list[str]:
    """Return how often the right article, and a passage with the answer's words, is among the first k passages."""
    rows = []
    for name, measured in sets.items():
        some = [m for m in measured if m.asked.answerable]
        doc, span = [m.doc_rank for m in some], [m.span_rank for m in some]
        mrr = sum(1 / rank for rank in doc if rank) / len(some)
        cells = [percent(within(ranks, k)) for ranks in (doc, span) for k in (1, 5)]
        rows.append([name, str(len(some)), *cells, f"{mrr:.3f}"])
    heads = ["set", "questions", "article@1", "article@5", "words@1", "words@5", "MRR@8"]
    return ["## Retrieval", "", *table(heads, rows)]


def within(ranks: Sequence[int | None], k: int) -> float:
    """Return the share of ranks that are k or better; None is none."""
    return sum(rank is not None and rank <= k for rank in ranks) / len(ranks) if ranks else 0.0


def ranking_table(fit: Sequence[Measured], sets: Mapping[str, Sequence[Measured]]) -> list[str]:
    """Return the weights fitted anew beside those in use, and how often the first sentence is a right one."""
    kept = [m for m in fit if m.right.any()]
    shipped = np.array(list(WEIGHTS.values()))
    fitted = fit_listwise(
        np.vstack([m.rows for m in kept]), np.concatenate([m.right for m in kept]), group_starts(kept)
    )
    # A softmax needs no scale, the reading after it does: its own weights were set beside scores of this size.
    fitted *= shipped.sum() / fitted.sum()
    weights = [[name, f"{a:.1f}", f"{b:.1f}"] for name, a, b in zip(WEIGHTS, shipped, fitted, strict=True)]
    shares = []
    for name, measured in sets.items():
        some = [m for m in measured if m.right.any()]
        shares.append([name, str(len(some)), *(percent(first_right(some, w)) for w in (shipped, fitted))])
    heads = ["set", "questions", "with the weights in use", "fitted anew"]
    return [
        "## Weights of qa.rank",
        "",
        *table(["feature", "in use", "fitted anew"], weights),
        "Share of questions whose first sentence holds the answer, of those where a retrieved sentence does:",
        "",
        *table(heads, shares),
    ]


def first_right(measured: Sequence[Measured], weights: Floats) -> float:
    """Return the share of questions whose best-scored sentence is right."""
    return float(np.mean([m.right[np.argmax(m.rows @ weights)] for m in measured])) if measured else 0.0


def trust_table(fit: Sequence[Measured], own: Mapping[str, Sequence[Measured]], test: Sequence[Measured]) -> list[str]:
    """Return the logistic regression fitted anew beside the one in use, and the area under the curve of both."""
    weighed = [(_columns(fit), 1.0), *((_columns(rows), OWN_WEIGHTS[name]) for name, rows in own.items())]
    x = np.vstack([rows for (rows, _), _ in weighed])
    y = np.concatenate([answerable for (_, answerable), _ in weighed])
    w = np.concatenate([class_weights(answerable, weight) for (_, answerable), weight in weighed])
    intercept, fitted = fit_logistic(x, y, w * len(w) / w.sum())
    shipped = np.array(list(LOGISTIC.values()))
    names = ["(intercept)", *LOGISTIC]
    rows = zip(names, [INTERCEPT, *shipped], [intercept, *fitted], strict=True)
    areas = []
    for name, some in {"SQuAD, other questions": test, **own}.items():
        columns, answerable = _columns(some)
        values = [area_under_curve(columns @ weights, answerable) for weights in (shipped, fitted)]
        areas.append([name, str(len(columns)), *(f"{value:.3f}" for value in values)])
    return [
        "## Logistic regression of qa.trust",
        "",
        *table(["feature", "in use", "fitted anew"], [[name, f"{a:.2f}", f"{b:.2f}"] for name, a, b in rows]),
        "Area under the curve, answerable against not, over top picks that nothing speaks against (our own sets are",
        "among those it was fitted on):",
        "",
        *table(["set", "questions", "in use", "fitted anew"], areas),
    ]


def _columns(measured: Sequence[Measured]) -> tuple[Floats, Bools]:
    """Return the features of the top picks that nothing speaks against, and which questions are answerable."""
    some = [m for m in measured if m.trust is not None and not m.first_objected]
    rows = [[m.trust[name] for name in LOGISTIC] for m in some if m.trust is not None]
    return np.array(rows, np.float64).reshape(-1, len(LOGISTIC)), np.array([m.asked.answerable for m in some], np.bool_)


def answered(measured: Sequence[Measured], threshold: float, statement: float) -> list[Measured]:
    """Return the questions answered under two thresholds; what something speaks against is never answered."""
    return [m for m in measured if not m.objected and m.probability >= (statement if m.statement else threshold)]


def curve_table(test: Sequence[Measured]) -> list[str]:
    """Return what is answered at each threshold, one threshold for all."""
    rows = [[f"{t:.1f}", *_told(test, t, t)] for t in (0.0, *(n / 10 for n in range(1, 10)))]
    both = np.array([0.0 if m.objected else m.probability for m in test])
    area = area_under_curve(both, np.array([m.asked.answerable for m in test]))
    return [
        "## The curve of abstention",
        "",
        *table(["threshold", *HEADS], rows),
        f"Area under the curve of the confidence, objections counted as 0: {area:.3f}",
        "",
    ]


HEADS = (
    "answered of answerable",
    "answered of unanswerable",
    "sentence right",
    "short answer right",
    "right of all shown",
)


def _told(measured: Sequence[Measured], threshold: float, statement: float) -> list[str]:
    """Return the cells of `HEADS`; the last three are shares of the answers given (that have a short one)."""
    yes = [m for m in measured if m.asked.answerable]
    no = [m for m in measured if not m.asked.answerable]
    given, wrongly = answered(yes, threshold, statement), answered(no, threshold, statement)
    short = [m.short_right for m in given if m.short_right is not None]
    right = sum(m.cited_right for m in given)
    return [
        percent(len(given) / len(yes)) if yes else "-",
        percent(len(wrongly) / len(no)) if no else "-",
        percent(right / len(given)) if given else "-",
        percent(sum(short) / len(short)) if short else "-",
        percent(right / (len(given) + len(wrongly))) if given else "-",
    ]


def settings_table(test: Sequence[Measured]) -> list[str]:
    """Return what pairs of thresholds give, with the mean of answering what can be and declining what cannot."""
    rows = []
    for pair in sorted({(THRESHOLD, STATEMENT_THRESHOLD), *SETTINGS}, reverse=True):
        cells = _told(test, *pair)
        mark = " (in use)" if pair == (THRESHOLD, STATEMENT_THRESHOLD) else ""
        balance = (float(cells[0]) + 100 - float(cells[1])) / 2 if "-" not in cells[:2] else float("nan")
        rows.append([f"{pair[0]} / {pair[1]}{mark}", *cells, f"{balance:.1f}"])
    yes = [m for m in test if m.asked.answerable]
    no = [m for m in test if not m.asked.answerable]
    told = [percent(sum(not m.declined for m in some) / len(some)) if some else "-" for some in (yes, no)]
    return [
        "## Settings of THRESHOLD / STATEMENT_THRESHOLD",
        "",
        *table(["setting", *HEADS, "balanced"], rows),
        f"The whole program as it is answers {told[0]} percent of the answerable and {told[1]} of the unanswerable",
        "(arithmetic and the record of an article may answer before the thresholds are asked).",
        "",
    ]
