"""The order of picks and the one probability that a pick is right, both fitted on questions of invented news.

`python -m eval.fit` prints these numbers anew. The articles they are fitted on were not trained on by the reader.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from qa.reader.pick import Pick

# Conditional logit over the picks of a question.
ORDER: Mapping[str, float] = {
    "margin": 0.29,
    "rank": 2.97,
    "unit": 0.91,
    "time": 1.68,
    "names": 1.33,
}
# Logistic regression, right against wrong or not in the articles.
INTERCEPT = -2.04
RIGHT: Mapping[str, float] = {
    "margin": 0.21,
    "rank": 0.78,
    "ahead": 0.31,
}
THRESHOLD = 0.25
"""Below this probability newsdesk declines: `eval.fit` then shows 76 of 100 answers, 60 of 100 of them right."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a pick can be trusted to answer, and why not where it cannot."""

    probability: float
    reason: str | None
    """What speaks against it in one line, or None."""
    least: float = THRESHOLD
    """The probability from which it is shown."""

    @property
    def answers(self) -> bool:
        """Whether the pick may be shown as the answer."""
        return self.reason is None and self.probability >= self.least


def order_picks(picks: Sequence[Pick]) -> list[Pick]:
    """Return picks with their scores, best first; ties by article and place."""
    scored = [replace(p, score=sum(w * p.fits[name] for name, w in ORDER.items())) for p in picks]
    return sorted(scored, key=lambda p: (-round(p.score, 5), p.candidate.article.id, p.start, p.end))


def probability(pick: Pick, picks: Sequence[Pick]) -> float:
    """Return the calibrated probability that a pick is right, 0 to 1; `picks` are all of its question, in order."""
    measured = {**pick.fits, "ahead": ahead(pick, picks)}
    z = INTERCEPT + sum(weight * measured[name] for name, weight in RIGHT.items())
    return 1 / (1 + exp(-z))


def ahead(pick: Pick, picks: Sequence[Pick]) -> float:
    """Return by how much a pick leads the best other words, at most 5."""
    others = [p.score for p in picks if p.short.casefold() not in pick.short.casefold() and p is not pick]
    return max(-5.0, min(5.0, pick.score - max(others, default=pick.score - 5.0)))
