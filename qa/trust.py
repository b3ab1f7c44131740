"""Do the articles answer the question at all? A calibrated probability, and the plain reasons to decline.

The probability is a logistic regression on what the ranking measured (`python -m eval.fit` prints it; fitted on half of
the SQuAD 2.0 development set, where every second question looks answerable and is not). The reasons are rules of the
trade: a figure of another place, another year or another unit is not an answer, however near its sentence is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from qa.directions import swapped
from qa.passages import Candidate
from qa.pick import Pick
from qa.question import Question
from qa.rank import Features
from qa.times import TimeFit, period_fit
from qa.words import is_stop, tokens

# Logistic regression: answerable against not; see the module docstring.
INTERCEPT = -4.2
LOGISTIC: Mapping[str, float] = {
    "cover_near": 2.2,
    "cover_chunk": 1.0,
    "cosine": 3.0,
    "chunk_cosine": 1.5,
    "missing": -1.2,
    "pairs": 0.6,
    "near": 1.0,
}
# Below this probability newsdesk declines. Chosen on the same questions; `python -m eval.fit` prints the whole curve.
THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Trust:
    """How far a pick can be trusted to answer, and why not where it cannot."""

    probability: float
    reason: str | None
    """What speaks against it in one line, or None."""

    @property
    def answers(self) -> bool:
        """Whether the pick may be shown as the answer."""
        return self.reason is None and self.probability >= THRESHOLD


def judge(question: Question, pick: Pick, features: Features, weights: Mapping[str, float], most: float) -> Trust:
    """Judge one pick; `weights` is the rarity of the question's stems, `most` that of a word in no article."""
    measured = trust_features(pick, features, weights, most)
    z = INTERCEPT + sum(weight * measured[name] for name, weight in LOGISTIC.items())
    return Trust(1 / (1 + exp(-z)), objection(question, pick))


def trust_features(pick: Pick, features: Features, weights: Mapping[str, float], most: float) -> Mapping[str, float]:
    """Return what the logistic regression reads of a pick."""
    candidate = pick.candidate
    near = candidate.stems | candidate.before_stems | candidate.title_stems
    missing = max((w for s, w in weights.items() if s not in near), default=0.0)
    return {
        "cover": features.cover,
        "cover_near": features.cover_near,
        "cover_chunk": features.cover_chunk,
        "cosine": features.cosine,
        "chunk_cosine": features.chunk_cosine,
        "missing": missing / most if most else 0.0,
        "pairs": features.pairs,
        "near": pick.fits.get("near", 0.5),
        "unit": pick.fits.get("unit", 0.5),
    }


def objection(question: Question, pick: Pick) -> str | None:
    """Return why a pick is not an answer, however near it is, or None."""
    candidate = pick.candidate
    stranger = unnamed(question, candidate)
    if stranger:
        return f"nothing here is about {stranger}"
    if pick.figure is not None and period_fit(question, pick.figure, candidate.article) is TimeFit.OTHER:
        asked = " or ".join(p.text for p in question.periods)
        return f"the figure is not for {asked}"
    if pick.figure is None and not _tells_time(question, candidate):
        return f"it does not speak of {' or '.join(p.text for p in question.periods)}"
    if swapped(question.text, candidate.text):
        return "it tells of the opposite direction"
    return None


def unnamed(question: Question, candidate: Candidate) -> str | None:
    """Return a name of the question that neither the sentence, nor what it leans on, nor the title says."""
    said = candidate.stems | candidate.before_stems | candidate.title_stems | candidate.chunk_stems
    for name in question.names:
        stems = [t.stem for t in tokens(name) if not is_stop(t.text)]
        if stems and not any(s in said for s in stems):
            return name
    return None


def _tells_time(question: Question, candidate: Candidate) -> bool:
    """A statement answers for a year only if it, or the sentence before it, names that year or is of it."""
    years = {str(p.start.year) for p in question.periods if p.start and p.end and p.start.year == p.end.year}
    if not years:
        return True
    published = candidate.article.published
    said = candidate.stems | candidate.before_stems | candidate.title_stems
    periods = {
        str(day.year)
        for f in candidate.figures
        if f.period is not None
        for day in (f.period.start, f.period.end)
        if day is not None
    }
    return bool(years & said or years & periods or (published is not None and str(published.year) in years))


def best_reason(trusts: Sequence[Trust]) -> str | None:
    """Return the first objection among several picks."""
    return next((t.reason for t in trusts if t.reason), None)
