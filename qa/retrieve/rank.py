"""Ranking sentences: how well a sentence answers a question, before any reading.

The score is a weighted sum of what a reader would look at: which of the question's words stand in the sentence
(rare words count more), which stand just before it or in the title, how near the meanings are, whether the kind of
thing asked for is there at all. The weights were rounded by hand from a listwise logistic regression on the answerable
questions of half of the SQuAD 2.0 development set; fitted anew they differed by less than their standard error.
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
    "cover": 2.3,
    "cover_near": 4.4,
    "cover_chunk": 2.1,
    "cosine": 5.4,
    "chunk_cosine": 4.1,
    "pairs": 1.9,
    "kind": 1.4,
    "names_chunk": 1.0,
    "numbers": 0.4,
    "lexical": 0.7,
    "first": 0.7,
}
NUMERIC = frozenset({Asks.COUNT, Asks.AMOUNT, Asks.SHARE, Asks.MEASURE, Asks.DURATION, Asks.AGE})
# Two words of a question that stand together are still together in a sentence with this many words between.
NEAR = 3
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Features:
    """What is measured of a question and a sentence; every field is 0..1 but the cosines (-1..1)."""

    cover: float
    """Share of the question's words in the sentence, by rarity."""
    cover_near: float
    """The same with the sentence before and the title."""
    cover_chunk: float
    pairs: float
    """Share of neighbouring words of the question that are near each other in the sentence."""
    kind: float
    """1 where the sentence holds something of the kind asked for."""
    names_chunk: float
    """Share of the question's names in the chunk or title."""
    numbers: float
    """Share of the question's numbers in the sentence."""
    cosine: float
    chunk_cosine: float
    lexical: float
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
    numbers = [t.stem for t in question.terms if t.text[:1].isdigit()]
    return Features(
        cover=_covered(weights, candidate.stems),
        cover_near=_covered(weights, near),
        cover_chunk=_covered(weights, chunk),
        pairs=_pairs(question, candidate),
        kind=float(holds_kind(question, candidate)),
        names_chunk=_share(names, chunk),
        numbers=_share(numbers, candidate.stems),
        cosine=candidate.cosine,
        chunk_cosine=candidate.chunk_cosine,
        lexical=candidate.chunk_lexical,
        first=1 / (1 + candidate.rank),
    )


def _covered(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    total = sum(weights.values())
    return sum(w for s, w in weights.items() if s in stems) / total if total else 0.0


def _share(wanted: Sequence[str], stems: frozenset[str]) -> float:
    return sum(s in stems for s in wanted) / len(wanted) if wanted else 1.0


def _pairs(question: Question, candidate: Candidate) -> float:
    if len(question.terms) < 2:
        return 0.0
    places: dict[str, list[int]] = {}
    for i, word in enumerate(candidate.words):
        places.setdefault(word.stem, []).append(i)
    pairs = list(zip(question.terms, question.terms[1:], strict=False))
    close = sum(
        any(abs(i - j) <= NEAR for i in places.get(a.stem, ()) for j in places.get(b.stem, ())) for a, b in pairs
    )
    return close / len(pairs)


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
