"""Whose is it, where one sentence tells the same of two: "12 percent in Riga and 9 percent in Tartu".

Each figure belongs to the name it stands nearest to; a conjunction or a break in between counts as several words. Only
names in like places are rivals ("in Riga ... in Tartu", "Riga's ... Tartu's", or set against each other), and only
where the name asked about has a figure of its own in the sentence: else nothing can be told by nearness alone.
"""

import re
from collections.abc import Sequence

from ingest.text.tables import is_row
from ingest.types import Figure, FigureKind
from qa.decide.rules.opposites import words_between
from qa.lexicon.denote import says_name
from qa.lexicon.names import Name, NameKind, find_names
from qa.lexicon.words import tokens, words_like
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate
from qa.understand.question import Question

BESIDE = 5
"""Words between a figure and the place or body it is told of; a break between parts them."""
_BREAK = re.compile(r"[,;:]")
OPENS = 3
"""A name within so many characters opens the sentence: there may be a quotation mark before it."""
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:while|whereas|against|but|compared (?:with|to)|versus|than)\b|;")
_PLACE_BEFORE = re.compile(
    # "in the northern province of Leon" stands as "in Leon" does.
    r"([a-z]+)\s+(?:the\s+)?(?:(?:[a-z]+ )?"
    r"(?:province|city|town|district|region|state|county|village|port) of )?$",
    re.IGNORECASE,
)
# Words before a counted noun that tell no sort of it apart.
_WEAK = words_like(
    "total combined overall average annual yearly daily monthly main large big new first last final net gross current"
)


def other_place(question: Question, pick: Pick) -> str | None:
    """A figure told beside another place or body is no answer where nothing near it says the one asked about."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is FigureKind.DATE or not question.names:
        return None
    before = candidate.before[0][0] if candidate.before else candidate.start
    same = "\n" not in candidate.article.text[before : candidate.start]  # a paragraph speaks of its own matter
    low = before if same else candidate.start
    near = f"{candidate.article.title}. {candidate.article.text[low : candidate.end]}"
    # "in Riga" must be said where the sentence says "in Oslo", whoever else it names.
    placed = [
        name for name in question.names if re.search(rf"\b(?:in|at|near) (?:the )?{re.escape(name)}", question.text)
    ]
    if any(says_name(name, near) > 0 for name in placed or question.names):
        return None
    text, start, end = candidate.text, figure.start - candidate.start, figure.end - candidate.start
    for name in find_names(text):
        gap = text[end : name.start] if name.start > end else text[name.end : start]
        beside = len(gap.split()) <= BESIDE and not _BREAK.search(gap)
        named = name.kind in (NameKind.PLACE, NameKind.ORGANISATION)
        if beside and named and says_name(name.text, question.text) == 0:
            return f"it tells of {name.text}"
    return None


def other_owner(question: Question, pick: Pick) -> str | None:
    """The figure of the other of two names, or of another sort of the counted noun, is no answer."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE or (figure.subject and is_row(pick.candidate.text)):
        return None  # a row of a table says whose its figures are
    if belongs_to_another(question, figure, pick.candidate):
        return "the figure is of another"
    return "it counts another sort" if counts_another_sort(question, figure, pick.candidate) else None


def counts_another_sort(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Tell "9,800 petrol cars" from the electric cars asked for, where a sentence sets sorts side by side."""
    asked = set(question.counted[:-1]) - _WEAK
    if not asked or not question.counted:
        return False

    def sort(one: Figure) -> set[str]:
        return {t.stem for t in tokens(one.measure or "")} - {question.counted[-1]} - _WEAK

    mine = sort(figure)
    others = [f for f in candidate.figures if f is not figure and f.unit == figure.unit and sort(f)]
    return bool(mine) and not mine & asked and bool(others)


def belongs_to_another(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a figure is that of a name the question does not say, beside one of a name it does."""
    names = _names(question, candidate)
    asked = [n for n in names if _is_asked(n, question)]
    if not asked or len(asked) == len(names):
        return False
    like = [f for f in candidate.figures if _alike(f, figure)]
    dealt = _dealt_out(names, like, candidate)
    if figure.start in dealt:
        return dealt[figure.start] not in asked
    owners = {f.start: _owner(f, names, asked, candidate) for f in like}
    mine = owners[figure.start]
    rivals = [owners[f.start] for f in like if f is not figure]
    return mine not in asked and any(r in asked and _parallel(mine, r, candidate) for r in rivals)


def _dealt_out(names: Sequence[Name], like: Sequence[Figure], candidate: Candidate) -> dict[int, Name]:
    """Pair names and figures where "A, B and C have 1, 2 and 3, respectively"; empty where they do not fit."""
    word = _RESPECTIVELY.search(candidate.text)
    if word is None:
        return {}
    at = candidate.start + word.start()
    figures = [f for f in like if f.start < at] or list(like)
    head = [n for n in names if n.end <= figures[0].start - candidate.start][-len(figures) :]
    paired = len(head) == len(figures) > 1
    return {f.start: name for f, name in zip(figures, head, strict=True)} if paired else {}


def _names(question: Question, candidate: Candidate) -> list[Name]:
    """Return the names of a sentence, without a plain word that only opens it ("Unemployment was ...")."""
    found = list(find_names(candidate.text))
    others = [n for n in found if n.start >= OPENS and _is_asked(n, question)]
    if not found or found[0].start >= OPENS or " " in found[0].text:
        return found
    written_small = re.search(rf"\b{re.escape(found[0].text.lower())}\b", question.text) is not None
    return found[1:] if written_small and (question.names or others) else found


def _is_asked(name: Name, question: Question) -> bool:
    return bool({t.stem for t in tokens(name.text)} & question.stems)


def _alike(a: Figure, b: Figure) -> bool:
    return a.kind is b.kind and (a.unit == b.unit or a.unit is None or b.unit is None)


def _owner(figure: Figure, names: Sequence[Name], asked: Sequence[Name], candidate: Candidate) -> Name:
    """Return the name nearest to a figure; of two as near the one asked about, then the one before it."""
    return min(
        names, key=lambda n: (words_between(candidate, figure, n.start, n.end), n not in asked, n.start > figure.start)
    )


def _parallel(a: Name, b: Name, candidate: Candidate) -> bool:
    """Return whether two names stand in like places of a sentence, or are set against each other."""
    first, second = sorted((a, b), key=lambda n: n.start)
    if _CONTRAST.search(candidate.text[first.end : second.start]):
        return True
    return _place(a, candidate) == _place(b, candidate)


def _place(name: Name, candidate: Candidate) -> str:
    if re.match("['’]s", candidate.text[name.end :]) or name.text.endswith(("'s", "’s")):
        return "'s"
    match = _PLACE_BEFORE.search(candidate.text[: name.start])
    return match.group(1).casefold() if match and match.group(1).islower() else ""
