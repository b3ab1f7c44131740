"""Does the very word a question asks by stand beside a figure: "47 fell", "already teaches 512", "12 percent for corn"?

Of several like figures in one sentence each is told by the words right before and right after it. Only what tells one
figure from another counts: neither the noun that is counted nor the names the question is about.
"""

import re

from ingest.types import Figure, FigureKind
from qa.passages import Candidate
from qa.question import Question
from qa.words import Token, is_stop, stem, tokens, words_like

REACH = 2
"""Words with a meaning of their own that are read on either side of a figure; its own noun is passed over."""
_BREAK = re.compile(r"[,;:()—–]|\b(?:and|but|while|whereas|against|compared|from|than)\b", re.IGNORECASE)
# Words that set what was meant apart from what came.
_PLANS = words_like(
    "plan planned budget budgeted expect expected forecast estimate estimated initial original previous"
)


def is_told_of_a_rival(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a word of the question stands beside a like figure of the sentence, and none beside this one."""
    asked = question.stems - question.name_stems - set(question.counted)
    if set(question.counted[:-1]) & {t.stem for t in tokens(figure.measure or "")}:
        return False  # its own kind of the counted noun is named, which tells more than the words around it
    rivals = [f for f in candidate.figures if f is not figure and like(f, figure)]
    if any(_PLANS & asked & _beside(rival, candidate) for rival in rivals):
        return not _PLANS & asked & _beside(figure, candidate)  # "cost 90 million, twice the 45 million planned"
    if not rivals or not asked or asked & _beside(figure, candidate):
        return False
    return any(asked & _beside(rival, candidate) for rival in rivals)


def _beside(figure: Figure, candidate: Candidate) -> set[str]:
    """Return the stems of the words beside a figure, up to a break or another figure."""
    start, end = figure.start - candidate.start, figure.end - candidate.start
    low = max((f.end for f in candidate.figures if f.end <= figure.start), default=candidate.start) - candidate.start
    high = min((f.start for f in candidate.figures if f.start >= figure.end), default=candidate.end) - candidate.start
    breaks = [m.end() for m in _BREAK.finditer(candidate.text, low, start)]
    low = max(low, breaks[-1]) if breaks else low
    stop = _BREAK.search(candidate.text, end, high)
    high = stop.start() if stop else high
    before = [w for w in candidate.words if low <= w.start and w.end <= start and _means(w)]
    after = [w for w in candidate.words if end <= w.start and w.end <= high and _means(w)]
    noun = stem(figure.unit) if figure.unit else None
    after = [w for w in after if w.stem != noun]
    return {w.stem for w in (*before[-REACH:], *after[:REACH])}


def _means(word: Token) -> bool:
    return not is_stop(word.text) and not word.text[0].isdigit()


def like(a: Figure, b: Figure) -> bool:
    """Return whether two figures may be of the same thing; a date is like none."""
    if FigureKind.DATE in (a.kind, b.kind):
        return False
    return a.unit is None or b.unit is None or (a.kind is b.kind and a.unit == b.unit)
