"""One measure, one function. Each gives `(part, whole)` for one scored answer; a set's value is sum(part) / sum(whole).

An answer outside a measure gives `(0, 0)`, so that no measure is ever a NaN: an abstention on an unanswerable question
is a success of `accuracy` and of `abstention_recall`, and nothing at all to `citation_precision`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from eval.sets.articles import Mapped, fits
from eval.types import Grade, Kind, Question, Scored

Pair = tuple[float, float]
Metric = Callable[[Scored], Pair]
OUTSIDE: Pair = (0.0, 0.0)


def _share(value: float | bool | None) -> Pair:
    return OUTSIDE if value is None else (float(value), 1.0)


def accuracy(one: Scored) -> Pair:
    """Share of answers graded correct, of all questions."""
    return float(one.correct), 1.0


def figure_accuracy(one: Scored) -> Pair:
    """Share graded correct, of questions for a figure: kinds figure, comparison and disagreement."""
    asked = one.kind in (Kind.FIGURE, Kind.COMPARISON, Kind.DISAGREEMENT)
    return (float(one.correct), 1.0) if asked else OUTSIDE


def right_place(one: Scored) -> Pair:
    """Share of answerable questions whose answer is correct, or at least cites words that hold what was to be shown.

    What a reader finds who reads the quotation; the measure in which a system without short answers can be compared.
    """
    if one.kind is Kind.UNANSWERABLE:
        return OUTSIDE
    return float(one.correct or one.grade is Grade.IN_QUOTE_ONLY or one.citation_recall == 1.0), 1.0


def answered_right(one: Scored) -> Pair:
    """Share of correct answers among those that did not decline: what a reader who sees an answer may trust."""
    return (float(one.correct), 1.0) if not one.abstained and one.grade is not Grade.FAILED else OUTSIDE


def abstention_precision(one: Scored) -> Pair:
    """Share of unanswerable questions among those declined: tn / (tn + fn) of "can be answered"."""
    return (float(one.kind is Kind.UNANSWERABLE), 1.0) if one.abstained else OUTSIDE


def abstention_recall(one: Scored) -> Pair:
    """Share of unanswerable questions that were declined or whose premise was corrected."""
    return (float(one.correct), 1.0) if one.kind is Kind.UNANSWERABLE else OUTSIDE


def needless_abstention(one: Scored) -> Pair:
    """Share of answerable questions that were declined."""
    return (float(one.abstained), 1.0) if one.kind is not Kind.UNANSWERABLE else OUTSIDE


def unsupported_share(one: Scored) -> Pair:
    """Share of the figures shown that no cited words carry."""
    return float(one.unsupported), float(one.figures)


def citation_precision(one: Scored) -> Pair:
    """Mean share of an answer's citations that are of an expected article."""
    return _share(one.citation_precision)


def citation_recall(one: Scored) -> Pair:
    """Mean share of the expected words that the cited words hold, of answers given to answerable questions."""
    return _share(one.citation_recall)


def quote_exactness(one: Scored) -> Pair:
    """Mean share of citations whose quote is exactly `article.text[start:end]`."""
    return _share(one.quotes_exact)


def disagreement_found(one: Scored) -> Pair:
    """Share of disagreements whose values are all set side by side."""
    return _share(one.disagreement_found)


def false_disagreement(one: Scored) -> Pair:
    """Share of other answerable questions for which a disagreement is claimed."""
    return _share(one.false_disagreement)


def mean_reciprocal_rank(one: Scored) -> Pair:
    """Mean of 1 / rank of the first passage that fits; 0 where none does."""
    return _share(one.reciprocal_rank)


def recall(k: int) -> Metric:
    """Return the measure recall@k: the mean share of what had to be found that stands in the first k passages."""

    def recall_at_k(one: Scored) -> Pair:
        return _share(one.recall.get(k))

    return recall_at_k


METRICS: dict[str, Metric] = {
    "accuracy": accuracy,
    "figure accuracy": figure_accuracy,
    "right place": right_place,
    "answered right": answered_right,
    "abstention precision": abstention_precision,
    "abstention recall": abstention_recall,
    "needless abstention": needless_abstention,
    "unsupported figures": unsupported_share,
    "citation precision": citation_precision,
    "citation recall": citation_recall,
    "quote exactness": quote_exactness,
    "disagreement found": disagreement_found,
    "false disagreement": false_disagreement,
    "recall@1": recall(1),
    "recall@5": recall(5),
    "recall@10": recall(10),
    "MRR": mean_reciprocal_rank,
}


def _is_found(hit: Mapping[str, Any], question: Question, mapped: Mapped) -> bool:
    """Say whether a passage is of an expected article and holds expected words, where any are expected."""
    if not any(fits(key, hit, mapped) for key in question.articles):
        return False
    return not question.quote or bool(hit.get("quotes"))


def reciprocal_rank(question: Question, hits: Sequence[Mapping[str, Any]], mapped: Mapped) -> float | None:
    """Return 1 / rank of the first passage of an expected article that holds expected words; 0 if none does.

    `hits` are the passages in order, each with `source`, `title` and `quotes` (numbers of the expected words it
    holds). None for unanswerable questions, for which nothing has to be found.
    """
    if question.kind is Kind.UNANSWERABLE:
        return None
    ranks = (rank for rank, hit in enumerate(hits, start=1) if _is_found(hit, question, mapped))
    return 1 / next(ranks, float("inf"))


def recall_at(
    depths: Iterable[int], question: Question, hits: Sequence[Mapping[str, Any]], mapped: Mapped
) -> dict[int, float]:
    """Return k -> share of the expected words (without any: of the expected articles) in the first k passages."""
    if question.kind is Kind.UNANSWERABLE:
        return {}
    return {k: _found_share(question, hits[:k], mapped) for k in depths}


def _found_share(question: Question, hits: Sequence[Mapping[str, Any]], mapped: Mapped) -> float:
    right = [hit for hit in hits if any(fits(key, hit, mapped) for key in question.articles)]
    if question.quote:
        held = {number for hit in right for number in hit.get("quotes", ())}
        return len(held) / len(question.quote)
    if question.kind in (Kind.COMPARISON, Kind.DISAGREEMENT):
        return sum(any(fits(key, hit, mapped) for hit in hits) for key in question.articles) / len(question.articles)
    return float(bool(right))


def percentile(values: Sequence[float], share: float) -> float | None:
    """Return the smallest value that `share` of the values do not exceed (nearest rank); None of no values."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -int(-share * len(ordered) // 1) - 1))]


def summarise_pairs(pairs: Iterable[Pair]) -> float | None:
    """Return sum(part) / sum(whole), None where the whole is nothing."""
    parts, wholes = 0.0, 0.0
    for part, whole in pairs:
        parts, wholes = parts + part, wholes + whole
    return parts / wholes if wholes else None
