"""What is taken back: "Correction (15 April): the fall was 4 percent, not 6 percent."

A notice stands as a paragraph of its own in the article it mends, or in a later article of the same publisher. Where it
takes back the very figure or name that answers, the right one takes its place; whatever else an article's own notice
says is shown with the answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ingest.figures import same_value
from ingest.types import Article, Figure, Sentence
from qa.answer.cite import Citations
from qa.compare.voices import same_publisher
from qa.lexicon.names import find_names, without_role
from qa.lexicon.nouns import dimension
from qa.lexicon.words import stems_of
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate, Source

_WRONG = (
    r"(?:misstated|misidentified|misspelled|misspelt|mistakenly|incorrectly|wrongly|erroneously"
    r"|(?:was|were|is) (?:wrong|incorrect|in error|mistaken|not correct))"
)
_NOTICE = re.compile(
    r"^[^\w\n]*(?:(?:correction|clarification|erratum|corrigendum|corrected)s?\b(?=\s*(?:\([^)\n]{1,60}\)\s*)?[:.,–—-])"
    r"|(?:editor|publisher)['’]?s?['’]? note\b(?=[^\n]*(?:correct|earlier version|misstat|wrong|erroneous))"
    r"|this (?:article|story|report|version|post) (?:has been|was) (?:corrected|amended|updated to correct)\b"
    r"|(?:an|a previous|an earlier) (?:earlier )?version"
    r" (?:of this (?:article|story|report|post)\b|(?:said|gave|put|named)\b)"
    rf"|(?:an|our) (?:earlier )?(?:article|story|report)\b[^\n]{{0,300}}\b{_WRONG}\b)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_HEADED = re.compile(r"\W*(?:correction|clarification|erratum|corrigendum)s?\b", re.IGNORECASE)
# Behind these stands what is taken back; behind the others what holds.
_TAKEN_BACK = re.compile(r"\b(?:not|instead of|rather than)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_RETOLD = re.compile(
    r"\b(?:earlier|previous) (?:version|report|story|article)\b"
    r"|\b(?:article|story|report)\b[^.;]*\b(?:said|gave|stated|reported|named|put|called|also)\b"
    rf"|\b{_WRONG}\b|\bfirst (?:said|gave|given)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?]['\"”’)]*\s|;|\n")
_WAS_WRONG = re.compile(rf"\W*(?:\w+\W+){{0,4}}?{_WRONG}\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:correct|right|true|actual) (?:figure|number|sum|amount|value|total|share|rate|spelling|name)s?\b"
    r"|\bshould have (?:been|said|read)\b|\bin fact\b|\bactually\b",
    re.IGNORECASE,
)
NEAR = 0.75
"""How like two names are, 0 to 1, of which one is a slip for the other."""
LONGEST = 100_000
"""Characters of an article in which a notice is looked for, from its head and from its foot."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction that an article carries: `text[start:end]`."""

    start: int
    end: int


def find_notice(text: str, title: str = "") -> Notice | None:
    """Return the first paragraph that takes something back, None where there is none; all of what is headed so."""
    if _HEADED.match(title):
        return Notice(0, len(text))
    foot = max(0, len(text) - LONGEST)
    found = _NOTICE.search(text, 0, LONGEST) or _NOTICE.search(text, foot)
    return Notice(found.start(), found.end()) if found else None


def corrected(pick: Pick, others: Sequence[Pick], index: Source, citations: Citations) -> tuple[Pick, tuple[str, ...]]:
    """Return a pick as corrections leave it, cited, and the notes on that with the notice cited.

    `others` are the picks among whose articles a later correction of the same publisher is looked for.
    """
    article = pick.candidate.article
    notice = find_notice(article.text, article.title)
    inside = notice is not None and notice.start <= pick.start < notice.end
    if inside and not _is_taken_back(article.text, pick.start, pick.end):
        citations.cite(pick.candidate)
        return pick, ()
    for where, base in _notices(pick, others):
        right = put_right(pick, base, where, index)
        if right is not None:
            citations.cite(right.candidate)
            own = base.article.id == article.id
            by = "corrects it itself" if own else "a later article of its publisher corrects it"
            return right, (f"the article first gave {pick.short}, and {by}",)
    citations.cite(pick.candidate)
    if notice is None or inside:
        return pick, ()
    key = citations.cite_words(article, notice.start, notice.end)
    return pick, (f"the article carries a correction, which may bear on this [{key}]",)


def _notices(pick: Pick, others: Sequence[Pick]) -> list[tuple[Notice, Candidate]]:
    """Return the notices that may bear on a pick: its own article's, then those of its publisher's later ones."""
    article = pick.candidate.article
    held = {p.candidate.article.id: p.candidate for p in others if _may_correct(p.candidate.article, article)}
    bases = [pick.candidate, *(c for id_, c in held.items() if id_ != article.id)]
    found = [(find_notice(base.article.text, base.article.title), base) for base in bases]
    return [(notice, base) for notice, base in found if notice is not None]


def _may_correct(later: Article, earlier: Article) -> bool:
    if not same_publisher(later.publisher, earlier.publisher):
        return False
    return later.published is None or earlier.published is None or later.published >= earlier.published


def takes_back(sentence: str) -> bool:
    """Tell whether a sentence says what an article said in error: it is no news by itself."""
    return _RETOLD.search(sentence) is not None


def _is_taken_back(text: str, start: int, end: int) -> bool:
    """Tell whether a notice tells `text[start:end]` as what was said in error."""
    clause = text[max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0) : start]
    return bool(_TAKEN_BACK.search(clause) or _RETOLD.search(clause) or _WAS_WRONG.match(text, end))


def put_right(pick: Pick, base: Candidate, notice: Notice, index: Source) -> Pick | None:
    """Return the pick on what a notice puts in the place of the pick's own; None where it does not speak of it.

    `base` is any sentence of the notice's article. "It was 4 percent, not 6 percent" takes back six percent; so does
    "said that it was 6 percent. It was 4 percent.", where no third figure of the kind is told.
    """
    sentences = index.sentences(base.article.id)
    if pick.figure is not None and pick.figure.value is not None:
        figures = index.figures_of(base.article.id)
        new = _right_figure(pick.figure, base.article.text, notice, figures)
        return _moved(pick, base, (new.start, new.end), new, sentences, figures) if new else None
    span = _right_name(pick.short, base.article.text, notice) if pick.short and pick.figure is None else None
    return _moved(pick, base, span, None, sentences, index.figures_of(base.article.id)) if span else None


def _right_figure(old: Figure, text: str, notice: Notice, figures: Sequence[Figure]) -> Figure | None:
    told = [f for f in figures if notice.start <= f.start < notice.end and _of_a_kind(f, old)]
    wrong = [f for f in told if same_value(f, old)]
    if not wrong or not all(_is_taken_back(text, f.start, f.end) for f in wrong):
        return None
    right = [f for f in told if not same_value(f, old) and not _is_taken_back(text, f.start, f.end)]
    said = _HOLDS.search(text, notice.start, notice.end)
    behind = next((f for f in right if said is not None and f.start > said.end()), None)
    return behind or (right[-1] if len({f.value for f in right}) == 1 else None)


def _right_name(old: str, text: str, notice: Notice) -> tuple[int, int] | None:
    """Return where a notice gives the right name: "A, not B", or one so like B that one is a slip for the other."""
    words = text[notice.start : notice.end]
    at = words.find(old)
    if at < 0 or not old[:1].isupper() or not _is_taken_back(text, notice.start + at, notice.start + at + len(old)):
        return None
    for name in map(without_role, find_names(words)):
        start, end = name.start, name.end
        plain = words[start:end]
        before = re.search(rf"{re.escape(plain)},? not {re.escape(old)}\b", words)
        like = SequenceMatcher(None, plain.casefold(), old.casefold()).ratio() >= NEAR
        if plain != old and (before or (like and start > at)):
            return notice.start + start, notice.start + end
    return None


def _moved(
    pick: Pick,
    base: Candidate,
    span: tuple[int, int],
    figure: Figure | None,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
) -> Pick | None:
    """Return the pick of a span in the article of `base`, with the sentence of the old one where that is its own."""
    place = next(((n, s) for n, s in enumerate(sentences) if s.start <= span[0] < s.end), None)
    if place is None:
        return None
    number, sentence = place
    text = base.article.text
    own = base.article.id == pick.candidate.article.id and number != pick.candidate.number
    old = (pick.candidate.start, pick.candidate.end)
    candidate = replace(
        base,
        number=number,
        start=sentence.start,
        end=sentence.end,
        text=text[sentence.start : sentence.end],
        stems=stems_of(text[sentence.start : sentence.end]),
        before=tuple((s.start, s.end) for s in reversed(sentences[max(0, number - 2) : number])),
        figures=tuple(f for f in figures if sentence.start <= f.start < sentence.end),
    )
    start, end = span
    also = (old,) if own else ()
    return replace(pick, candidate=candidate, short=text[start:end], start=start, end=end, figure=figure, also=also)


def _of_a_kind(a: Figure, b: Figure) -> bool:
    return a.value is not None and a.kind is b.kind and dimension(a) == dimension(b)
