"""How near a span of a sentence stands to the words of the question that the sentence shares.

Of two figures in one sentence the one asked for stands, as a rule, nearer to the question's words and in the same
clause. Distance is counted in words; a comma, semicolon or bracket between counts as several.
"""

from collections.abc import Collection, Mapping
from math import exp

from qa.passages import Candidate
from qa.words import is_stop

# Set by hand while reading answers to the question sets of eval/questions; no script fits them.
REACH = 9.0
CLAUSE = 3.0
NAMED = 0.4
_BREAKS = ",;:()—–"


def nearness(
    candidate: Candidate,
    start: int,
    end: int,
    weights: Mapping[str, float],
    names: Collection[str] = (),
) -> float:
    """Return 0..1: 1 when every question word stands right beside `start:end` (offsets in the sentence).

    `names` are the stems of the question's names: whom it is about decides the sentence, not the place in it.
    """
    weights = {s: w * NAMED if s in names else w for s, w in weights.items()}
    best: dict[str, float] = {}
    places = [i for i, w in enumerate(candidate.words) if w.start < end and w.end > start]
    if not places:
        return 0.0
    first, last = places[0], places[-1]
    for i, word in enumerate(candidate.words):
        if word.stem not in weights or is_stop(word.text):
            continue
        if first <= i <= last:
            distance = 0.0
        elif i < first:
            distance = first - i + CLAUSE * _breaks(candidate.text[word.end : start])
        else:
            distance = i - last + CLAUSE * _breaks(candidate.text[end : word.start])
        best[word.stem] = max(best.get(word.stem, 0.0), exp(-distance / REACH))
    total = sum(weights.values())
    return sum(weights[s] * near for s, near in best.items()) / total if total else 0.0


def _breaks(between: str) -> int:
    return sum(between.count(c) for c in _BREAKS)
