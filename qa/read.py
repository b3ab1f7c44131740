"""The extractive reader: ranked sentences in, picks out. It chooses among the articles' own words and cannot invent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.types import Figure
from qa.passages import Candidate
from qa.pick import Pick
from qa.pick_date import pick_dates
from qa.pick_figure import pick_figures
from qa.pick_name import pick_names
from qa.question import Question
from qa.rank import NUMERIC, Features, measure, score
from qa.types import Asks
from qa.words import content, stem, words_like

# Sentences read for a short answer. Set by hand: of SQuAD questions 94 in 100 had the right one among the first three.
READ = 12


# A "what" question looks at so many figures, and takes the first when so much of what it names is measured.
WHAT_READ = 4
NAMED = 0.6
MEASURED_BEFORE, MEASURED_AFTER = 12, 4
_BREAK = re.compile(r"[;:,.]")
_REASONS = re.compile(r"\b(?:why|how|who|reason|reasons|do|does)\b", re.IGNORECASE)
_WHAT = re.compile(
    r"\b(?:what|which)(?:'s| is| was| were| are| did| has| had)?\s+((?:the |its |their )?[\w\s'’-]{3,60}?)"
    r"(?:\s+(?:in|of|for|at|by|on|did|does|do|has|have|was|were|is|are|per|this|last|to)\b|[?,]|$)",
    re.IGNORECASE,
)


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
    sentences = [pick_sentence(c, s) for c, s in pairs]
    if question.asks is Asks.STATEMENT and not _REASONS.search(question.text):
        picks = pick_figures(question, pairs, weights)
        first = next((p for p in picks[:WHAT_READ] if names_the_figure(question, p)), None)
        if first is not None:
            return [first, *(p for p in picks if p is not first), *sentences]
    return sentences


def names_the_figure(question: Question, pick: Pick) -> bool:
    """Return whether a question without a word for it names just what a figure measures.

    "What was inflation in June?" and "steel output 2021" ask for a figure.
    """
    if pick.figure is None:
        return False
    head = _WHAT.search(question.text)
    named = words_like(" ".join(question.names)) if question.names else frozenset()
    wanted = {t.stem for t in content(head.group(1) if head else question.text) if not t.text[0].isdigit()} - named
    wanted &= question.stems
    measured = words_around(pick.candidate, pick.figure) | {t.stem for t in content(pick.figure.measure or "")}
    if head is None and pick.figure.unit and stem(pick.figure.unit) in wanted:
        return True
    return bool(wanted) and len(wanted & measured) / len(wanted) >= NAMED


def words_around(candidate: Candidate, figure: Figure) -> set[str]:
    """Return the stems just before a figure in its clause, where news says what it measures, and just after."""
    start, end = figure.start - candidate.start, figure.end - candidate.start
    before = [w for w in candidate.words if w.end <= start and ";" not in candidate.text[w.end : start]]
    after = [w for w in candidate.words if w.start >= end and not _BREAK.search(candidate.text[end : w.start])]
    return {w.stem for w in (*before[-MEASURED_BEFORE:], *after[:MEASURED_AFTER])}


def pick_sentence(candidate: Candidate, score: float) -> Pick:
    """Return the pick that is a whole sentence."""
    return Pick(candidate, score, "", candidate.start, candidate.end, fits={"near": 0.5, "unit": 0.5})
