"""Ranking sentences: how well a sentence answers a question, before any reading.

The score is a weighted sum of what a reader would look at: which of the question's words stand in the sentence
(rare words count more), which stand just before it or in the title, how near the meanings are, whether the kind of
thing asked for is there at all. The weights are those of a listwise logistic regression (`eval.solve.fit_listwise`) on
1,500 questions on invented news among 1,200 texts: of the questions of articles left out of the fit the sentence that
answers was in one of the first ten windows for .72 (weights fitted on an encyclopedia, and three features more: .70).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.types import FigureKind
from qa.lexicon.words import is_stop
from qa.retrieve.passages import Candidate
from qa.types import Asks
from qa.understand.question import Question

WEIGHTS: Mapping[str, float] = {
    "cover": 1.7,
    "cover_near": 2.6,
    "cosine": 15.9,
    "chunk_cosine": -5.9,
    "kind": 2.1,
    "names_chunk": 1.3,
    "first": 1.5,
}
NUMERIC = frozenset({Asks.COUNT, Asks.AMOUNT, Asks.SHARE, Asks.MEASURE, Asks.DURATION, Asks.AGE})
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Features:
    """What is measured of a question and a sentence; every field is 0..1 but the cosines (-1..1)."""

    cover: float
    """Share of the question's words in the sentence, by rarity."""
    cover_near: float
    """The same with the sentence before and the title."""
    kind: float
    """1 where the sentence holds something of the kind asked for."""
    names_chunk: float
    """Share of the question's names in the chunk or title."""
    cosine: float
    chunk_cosine: float
    first: float
    """1 for the best chunk, 1/2 for the next, ..."""


def score(features: Features) -> float:
    """Return the weighted sum of the features."""
    return sum(weight * float(getattr(features, name)) for name, weight in WEIGHTS.items())


def measure(question: Question, candidate: Candidate, weights: Mapping[str, float]) -> Features:
    """Measure one sentence against a question; `weights` is the rarity of each of its stems."""
    near = candidate.stems | candidate.before_stems | candidate.title_stems
    chunk = candidate.chunk_stems | candidate.title_stems
    names = [t.stem for t in question.terms if t.text[:1].isupper()]
    return Features(
        cover=_covered(weights, candidate.stems),
        cover_near=_covered(weights, near),
        kind=float(holds_kind(question, candidate)),
        names_chunk=_share(names, chunk),
        cosine=candidate.cosine,
        chunk_cosine=candidate.chunk_cosine,
        first=1 / (1 + candidate.rank),
    )


def _covered(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    total = sum(weights.values())
    return sum(w for s, w in weights.items() if s in stems) / total if total else 0.0


def _share(wanted: Sequence[str], stems: frozenset[str]) -> float:
    return sum(s in stems for s in wanted) / len(wanted) if wanted else 1.0


def holds_kind(question: Question, candidate: Candidate) -> bool:
    """Return whether a sentence holds anything of the kind a question asks for."""
    if question.asks in NUMERIC:
        return any(f.kind is not FigureKind.DATE for f in candidate.figures)
    if question.asks is Asks.DATE:
        return any(f.kind is FigureKind.DATE or f.period is not None for f in candidate.figures)
    if question.asks in (Asks.PERSON, Asks.PLACE, Asks.NAME):
        words = _CAPITALISED.findall(candidate.text[1:])
        return any(w.casefold() not in question.text.casefold() and not is_stop(w) for w in words)
    return True


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate sentence with what was measured of it."""

    candidate: Candidate
    features: Features
    score: float


def rank_sentences(question: Question, candidates: Sequence[Candidate], weights: Mapping[str, float]) -> list[Scored]:
    """Return the candidates best first; ties by article and place, so that the order is always the same."""
    scored = []
    for candidate in candidates:
        features = measure(question, candidate, weights)
        scored.append(Scored(candidate, features, score(features)))
    return sorted(scored, key=lambda s: (-s.score, s.candidate.article.id, s.candidate.start))
