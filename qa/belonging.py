"""Whose figure is it, where one sentence tells the same of two: "12 percent in Riga and 9 percent in Tartu".

Each figure belongs to the name it stands nearest to; a conjunction or a break in between counts as several words. Only
names in like places are rivals ("in Riga ... in Tartu", "Riga's ... Tartu's", or set against each other), and only
where the name asked about has a figure of its own in the sentence: else nothing can be told by nearness alone.
"""

import re
from collections.abc import Sequence

from ingest.types import Figure, FigureKind
from qa.names import Name, find_names
from qa.passages import Candidate
from qa.question import Question
from qa.words import is_stop, stem, tokens

BREAK = 4
"""Words a break counts for: more than stand between a figure and its own name in most news sentences."""
OPENS = 3
"""A name within so many characters opens the sentence: there may be a quotation mark before it."""
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s+$", re.IGNORECASE)
_ASKS_WHOLE = re.compile(r"\b(?:usual|normal|total|overall|altogether|in all|originally)", re.IGNORECASE)
_AUXILIARY = r"(?:(?:were|was|are|is|have|has|had|been|will|be|who|that)\s+)"
# "41 of its 96 crew drowned", "of its 900 daily buses were running": a noun of two words may stand before the verb.
_DID = re.compile(rf"\s+(?:(?:[^\W\d_]+\s+){{0,2}}{_AUXILIARY}+|{_AUXILIARY}*)([^\W\d_]+)")
_OF = re.compile(
    r"\s+(?:out )?of (?:(?:the|its|his|her|their|our|all|some|about) ){0,2}(?:usual |total |original |new )?",
    re.IGNORECASE,
)
# "Of the 64 firms in the index, 47 fell"; "closing two of its nine libraries".
_OF_AT_END = re.compile(r"\b(?:Of|Out of|Among) (?:(?:the|its|his|her|their|our|all|some|about|those) ){0,2}$")
_LED_BY_WHOLE = re.compile(
    rf"[^,;.]{{0,60}},(?:[^,;.]{{0,40}},)? (?:only |just |about |some |at least )?[\d,.]*\d {_AUXILIARY}*([^\W\d_]+)"
)
_LAST_WORD = re.compile(r"([^\W\d_]+) (?:(?:only|just|about|some|at least) )?$")
_BREAKS = re.compile(r"[,;:()—–]|\b(?:and|but|while|whereas|against|compared|than|versus)\b")
_CONTRAST = re.compile(r"\b(?:while|whereas|against|but|compared (?:with|to)|versus|than)\b|;")
_PLACE_BEFORE = re.compile(
    # "in the northern province of Leon" stands as "in Leon" does.
    r"([a-z]+)\s+(?:the\s+)?(?:(?:[a-z]+ern |[a-z]+ )?"
    r"(?:province|city|town|district|region|state|county|village|port) of )?$",
    re.IGNORECASE,
)


def belongs_to_another(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a figure is that of a name the question does not say, beside one of a name it does."""
    names = _names(question, candidate)
    asked = [n for n in names if _is_asked(n, question)]
    if not asked or len(asked) == len(names):
        return False
    like = [f for f in candidate.figures if _alike(f, figure)]
    owners = {f.start: _owner(f, names, asked, candidate) for f in like}
    mine = owners[figure.start]
    rivals = [owners[f.start] for f in like if f is not figure]
    return mine not in asked and any(r in asked and _parallel(mine, r, candidate) for r in rivals)


def is_only_the_whole(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a figure is the whole of which a part did what is asked: the 96 of "41 of its 96 crew drowned"."""
    if _ASKS_WHOLE.search(question.text):
        return False
    text, start, end = candidate.text, figure.start - candidate.start, figure.end - candidate.start
    led = _LED_BY_WHOLE.match(text[end:]) if _OF_AT_END.search(text[:start]) else None
    if led is not None:
        return _is_asked_of(led[1], question)
    part = next((f for f in candidate.figures if _part_of(f, figure, candidate)), None)
    if part is None:
        return False
    before = _LAST_WORD.search(text[: part.start - candidate.start])
    after = _DID.match(text[end:])
    return any(m is not None and _is_asked_of(m[1], question) for m in (before, after))


def _is_asked_of(word: str, question: Question) -> bool:
    return not is_stop(word) and stem(word) in question.stems - question.name_stems - set(question.counted)


def shares_unit(figure: Figure, candidate: Candidate) -> Figure | None:
    """Return the figure whose unit a bare number shares: "46 buses in May and 52 in June", "41 of its 96 crew"."""
    if figure.unit is not None or figure.kind is not FigureKind.QUANTITY:
        return None
    counted = [f for f in candidate.figures if f.start < figure.start and f.kind is FigureKind.QUANTITY]
    if counted and _ANOTHER.search(candidate.text[: figure.start - candidate.start]):
        return counted[-1]
    whole = next((f for f in candidate.figures if f.unit and _part_of(figure, f, candidate)), None)
    if whole is not None:
        return whole
    lasting = (FigureKind.QUANTITY, FigureKind.DURATION)
    earlier = [
        f for f in candidate.figures if f.start < figure.start and f.unit not in (None, "times") and f.kind in lasting
    ]
    if not earlier or not _BREAKS.search(
        candidate.text[earlier[-1].end - candidate.start : figure.start - candidate.start]
    ):
        return None
    return earlier[-1]


def _part_of(part: Figure, whole: Figure, candidate: Candidate) -> bool:
    between = candidate.text[max(0, part.end - candidate.start) : max(0, whole.start - candidate.start)]
    return part.end < whole.start and _OF.fullmatch(between) is not None


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
    return min(names, key=lambda n: (_distance(figure, n, candidate), n not in asked, n.start > figure.start))


def _distance(figure: Figure, name: Name, candidate: Candidate) -> int:
    start, end = figure.start - candidate.start, figure.end - candidate.start
    between = candidate.text[name.end : start] if name.start < start else candidate.text[end : name.start]
    return len(tokens(between)) + BREAK * len(_BREAKS.findall(between))


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
