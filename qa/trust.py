"""Do the articles answer the question at all? A calibrated probability, and the plain reasons to decline.

The probability is a logistic regression on what the ranking measured (`python -m eval.fit` prints it; fitted on half of
the SQuAD 2.0 development set, where every second question looks answerable and is not). The reasons stand in
`qa.objections`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from qa.anchor import anchored
from qa.objections import objection
from qa.pick import Pick
from qa.question import Question
from qa.rank import Features
from qa.types import Asks

# Logistic regression, answerable against not, over picks that nothing speaks against: fitted on half of the SQuAD 2.0
# development set and on the question sets of eval/questions (the small ones weigh less; both classes balanced). Area
# under the curve: SQuAD 0.66, bundled 0.86, elsewhere 0.86, facts 0.98.
INTERCEPT = -4.78
LOGISTIC: Mapping[str, float] = {
    "cosine": 2.87,
    "chunk_cosine": 1.11,
    "missing": -1.09,
    "missing_count": -1.02,
    "near": 0.72,
    "unit": 0.74,
    "acts": 0.88,
    "about": 1.81,
    "words": 2.03,
    "statement": -0.81,
}
# Below this probability newsdesk declines. Chosen on the same questions; `python -m eval.fit` prints the whole curve.
THRESHOLD = 0.33
# A sentence shown whole claims less than a figure picked out of it.
STATEMENT_THRESHOLD = 0.2


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a pick can be trusted to answer, and why not where it cannot."""

    probability: float
    reason: str | None
    """What speaks against it in one line, or None."""
    statement: bool = False
    """A sentence is shown as it stands, with no short answer picked out of it."""

    @property
    def answers(self) -> bool:
        """Whether the pick may be shown as the answer."""
        return self.reason is None and self.probability >= (STATEMENT_THRESHOLD if self.statement else THRESHOLD)


def judge(question: Question, pick: Pick, features: Features, weights: Mapping[str, float], most: float) -> Trust:
    """Judge one pick; `weights` is the rarity of the question's stems, `most` that of a word in no article."""
    measured = trust_features(question, pick, features, weights, most)
    z = INTERCEPT + sum(weight * measured[name] for name, weight in LOGISTIC.items())
    return Trust(1 / (1 + exp(-z)), objection(question, pick), statement=not pick.short)


def trust_features(
    question: Question, pick: Pick, features: Features, weights: Mapping[str, float], most: float
) -> Mapping[str, float]:
    """Return what the logistic regression reads of a pick."""
    candidate = pick.candidate
    near = candidate.stems | candidate.before_stems | candidate.title_stems
    missing = [w for s, w in weights.items() if s not in near]
    return {
        "cosine": features.cosine,
        "chunk_cosine": features.chunk_cosine,
        "missing": max(missing, default=0.0) / most if most else 0.0,
        "missing_count": min(len(missing), 4) / 4,
        "near": pick.fits.get("near", 0.5),
        "unit": pick.fits.get("unit", 0.5),
        "acts": pick.fits.get("acts", 0.5),
        "about": anchored(question, candidate)[0],
        "words": min(len(weights), 10) / 10,
        "statement": float(question.asks in (Asks.STATEMENT, Asks.YES_NO)),
    }
