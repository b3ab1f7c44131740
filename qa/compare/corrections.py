"""What an article corrects itself: "Correction (15 April): the fall was 4 percent, not 6 percent."

A notice stands as a paragraph of its own, at the head or the foot of the article. Where it takes back the very figure
that answers, the right one takes its place; whatever else it says is shown with the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.figures import same_value
from ingest.types import Figure, Sentence
from qa.answer.cite import Citations
from qa.lexicon.nouns import dimension
from qa.lexicon.words import stems_of
from qa.reader.pick import Pick
from qa.retrieve.passages import Source

_TELLS = r"correct|earlier version|misstat|wrong|erroneous"
_NOTICE = re.compile(
    r"^[^\w\n]*(?:(?:correction|clarification|erratum|corrigendum|corrected)s?\b(?=\s*(?:\([^)\n]{1,60}\)\s*)?[:.,–—-])"
    rf"|(?:editor|publisher)['’]?s?['’]? note\b(?=[^\n]*(?:{_TELLS}))"
    r"|this (?:article|story|report|version|post) (?:has been|was) (?:corrected|amended|updated to correct)\b"
    r"|(?:an|a previous|an earlier) (?:earlier )?version of this (?:article|story|report|post)\b"
    r"|an (?:article|story|report) (?:on|in|published)\b[^\n.]{0,80}\b(?:misstated|misidentified|incorrectly|wrongly)\b"
    r")[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_TAKEN_BACK = re.compile(r"\b(?:not|instead of|rather than)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
LONGEST = 100_000
"""Characters of an article in which a notice is looked for, from its head and from its foot."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction that an article carries: `text[start:end]`."""

    start: int
    end: int


def find_notice(text: str) -> Notice | None:
    """Return the first paragraph by which an article corrects itself, None where it has none."""
    foot = max(0, len(text) - LONGEST)
    found = _NOTICE.search(text, 0, LONGEST) or _NOTICE.search(text, foot)
    return Notice(found.start(), found.end()) if found else None


def put_right(pick: Pick, notice: Notice, sentences: Sequence[Sentence], figures: Sequence[Figure]) -> Pick | None:
    """Return the pick on the figure a notice puts in the place of the pick's own; None where it does not speak of it.

    `sentences` and `figures` are the article's. "It was 4 percent, not 6 percent" takes back six percent; so does
    "said that it was 6 percent. It was 4 percent.", where no third figure of the kind is told.
    """
    old = pick.figure
    if old is None or old.value is None or notice.start <= pick.start < notice.end:
        return None
    text = pick.candidate.article.text
    told = [f for f in figures if notice.start <= f.start < notice.end and _of_a_kind(f, old)]
    wrong = [f for f in told if same_value(f, old)]
    right = [f for f in told if not same_value(f, old) and not _TAKEN_BACK.search(text[notice.start : f.start])]
    if not wrong or len({f.value for f in right}) != 1:
        return None
    new = right[-1]
    place = next(((n, s) for n, s in enumerate(sentences) if s.start <= new.start < s.end), None)
    if place is None:
        return None
    number, sentence = place
    candidate = replace(
        pick.candidate,
        number=number,
        start=sentence.start,
        end=sentence.end,
        text=text[sentence.start : sentence.end],
        stems=stems_of(text[sentence.start : sentence.end]),
        before=((pick.candidate.start, pick.candidate.end),),
        figures=tuple(f for f in figures if sentence.start <= f.start < sentence.end),
    )
    also = ((pick.candidate.start, pick.candidate.end),)
    return replace(pick, candidate=candidate, short=new.text, start=new.start, end=new.end, figure=new, also=also)


def corrected(pick: Pick, index: Source, citations: Citations) -> tuple[Pick, tuple[str, ...]]:
    """Return a pick as its article's own correction leaves it, cited, and the notes on that with the notice cited."""
    article = pick.candidate.article
    notice = find_notice(article.text)
    if notice is None or notice.start <= pick.start < notice.end:
        citations.cite(pick.candidate)
        return pick, ()
    right = put_right(pick, notice, index.sentences(article.id), index.figures_of(article.id))
    citations.cite((right or pick).candidate)
    if right is not None:
        return right, (f"the article first gave {pick.short}, and corrects it itself",)
    key = citations.cite_words(article, notice.start, notice.end)
    return pick, (f"the article carries a correction, which may bear on this [{key}]",)


def _of_a_kind(a: Figure, b: Figure) -> bool:
    return a.value is not None and a.kind is b.kind and dimension(a) == dimension(b)
