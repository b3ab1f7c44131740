"""Scored answers -> the numbers of a run, with intervals, by kind and by article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from eval.grading.bootstrap import Interval, interval
from eval.grading.metrics import METRICS, accuracy, percentile
from eval.types import Kind, Scored

# Bounds of the bins in which the stated confidence is compared with what came true.
BINS = 10


def measure(scored: Sequence[Scored], name: str) -> Interval | None:
    """Return one measure of a set of answers with its interval; None where it does not apply."""
    return interval([METRICS[name](one) for one in scored], [one.fact for one in scored])


def _accuracy(scored: Sequence[Scored]) -> dict[str, Any] | None:
    found = interval([accuracy(one) for one in scored], [one.fact for one in scored])
    return asdict(found) if found else None


def by_kind(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return the accuracy of each kind of question, in the order of the kinds."""
    kinds = [kind for kind in Kind if any(one.kind is kind for one in scored)]
    return {kind.value: _accuracy([one for one in scored if one.kind is kind]) for kind in kinds}


def by_article(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return the accuracy of the answerable questions on each article; one on two articles counts for both."""
    asked = [one for one in scored if one.kind is not Kind.UNANSWERABLE]
    keys = sorted({key for one in asked for key in one.articles})
    return {key: _accuracy([one for one in asked if key in one.articles]) for key in keys}


def latency(scored: Sequence[Scored]) -> dict[str, float] | None:
    """Return p50, p95 and the longest time of an answer in milliseconds; None where no time was taken."""
    times = [one.latency_ms for one in scored if one.latency_ms is not None]
    if not times:
        return None
    return {"p50": percentile(times, 0.5) or 0.0, "p95": percentile(times, 0.95) or 0.0, "max": max(times)}


def calibration(scored: Sequence[Scored]) -> dict[str, Any] | None:
    """Compare the stated confidence that the articles answer a question with whether they do.

    Bins of equal width over 0 to 1; `error` is the expected calibration error: the mean of |confidence - share
    answerable| over the bins, weighted by their questions (Guo et al. 2017, equation 5). None where nothing is stated.
    """
    stated = [(one.confidence, one.kind is not Kind.UNANSWERABLE) for one in scored if one.confidence is not None]
    if not stated or all(confidence == 0 for confidence, _ in stated):
        return None
    bins = []
    for number in range(BINS):
        inside = [pair for pair in stated if min(BINS - 1, int(pair[0] * BINS)) == number]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(answerable for _, answerable in inside) / len(inside)
            bins.append({"confidence": round(mean, 4), "answerable": round(share, 4), "n": len(inside)})
    error = sum(abs(b["confidence"] - b["answerable"]) * b["n"] for b in bins) / len(stated)
    return {"bins": bins, "error": round(error, 4), "n": len(stated)}


def summarise(scored: Sequence[Scored]) -> dict[str, Any]:
    """Return every number of a run; measures that do not apply are left out."""
    found = {name: measure(scored, name) for name in METRICS}
    return {
        "questions": len(scored),
        "measures": {name: asdict(value) for name, value in found.items() if value},
        "unsupported": sum(one.unsupported for one in scored),
        "figures_shown": sum(one.figures for one in scored),
        "grades": dict(Counter(one.grade.value for one in scored).most_common()),
        "by_kind": by_kind(scored),
        "by_article": by_article(scored),
        "latency_ms": latency(scored),
        "calibration": calibration(scored),
    }
