"""What is measured of a pick beside the reader's own margin: unit, time, names, and what the question says in vain."""

import re
from collections.abc import Mapping

from ingest.types import Figure, FigureKind
from qa.decide.times import TimeFit, period_fit
from qa.lexicon.clues import FUTURE
from qa.lexicon.denote import says_name
from qa.lexicon.words import tokens
from qa.reader.pick import Pick
from qa.retrieve.rank import NUMERIC
from qa.understand.question import Question
from qa.understand.unit_fit import unit_fit

LEAD = 350
"""Characters of an article's beginning that say what all of it is about."""
OTHER_SORT = 0.6
"""Taken from the fit of a figure that counts another sort of the noun."""
MOST_MARGIN = 20.0
"""Logits beyond which a margin says no more; a figure that was cut off has none at all."""
_TIME = {TimeFit.NOT_ASKED: 0.0, TimeFit.SAME: 1.0, TimeFit.WITHIN: 0.6, TimeFit.OPEN: 0.0, TimeFit.OTHER: -1.0}


def measure_pick(question: Question, pick: Pick, score: float, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the measures of a pick; `score` is its sentence's rank, `weights` the rarity of each stem."""
    candidate, figure = pick.candidate, pick.figure
    numeric = question.asks in NUMERIC
    fit = period_fit(question, figure, candidate) if figure is not None and numeric else TimeFit.NOT_ASKED
    return {
        "margin": max(-MOST_MARGIN, min(MOST_MARGIN, pick.margin)),
        "rank": score / 10,
        "unit": _unit(question, figure) if numeric else 0.0,
        "time": _TIME[fit],
        "names": names_said(question, pick, weights),
        "repeats": _repeats(question, pick),
    }


def names_said(question: Question, pick: Pick, weights: Mapping[str, float]) -> float:
    """Return the share of the question's names, by rarity, said by the sentence, those before it, title or lead."""
    candidate = pick.candidate
    text = candidate.article.text
    start = candidate.before[-1][0] if candidate.before else candidate.start
    around = f"{candidate.article.title}. {text[:LEAD]} {text[start : candidate.end]}"
    total = said = 0.0
    for name in question.names:
        weight = max((weights.get(t.stem, 1.0) for t in tokens(name)), default=1.0)
        total += weight
        said += weight * says_name(name, around)
    return said / total if total else 1.0


def unknown_name(question: Question, weights: Mapping[str, float], most: float) -> str | None:
    """Return a name of the question that no article says in any of its words; None where each is said somewhere."""
    for name in question.names:
        stems = [t.stem for t in tokens(name) if t.stem in weights]
        if stems and all(weights[s] >= most for s in stems):
            return name
    return None


def _unit(question: Question, figure: Figure | None) -> float:
    if figure is None:
        return -0.5
    asked = set(question.counted[:-1])
    said = {t.stem for t in tokens(figure.measure or "")} - set(question.counted[-1:])
    # "Leading industries" are not "distinctive industries".
    return unit_fit(question, figure) - (OTHER_SORT if asked and said and not asked & said else 0.0)


def asks_future(question: Question) -> bool:
    """Return whether a question asks for what is planned, expected or to come."""
    return bool(
        question.stems & FUTURE or re.search(r"\b(?:will|would|going to|to be)\b", question.text, re.IGNORECASE)
    )


def _repeats(question: Question, pick: Pick) -> float:
    """Return the share of the pick's own words that the question says already: nobody asks for what he names."""
    said = [t.stem for t in tokens(pick.short)]
    if not said or (pick.figure is not None and pick.figure.kind is not FigureKind.DATE):
        return 0.0
    asked = {t.stem for t in tokens(question.text)}
    return sum(s in asked for s in said) / len(said)
