"""A claim without figures, and the polarity of any claim: is it made of the source's words, and not turned round?"""

import re
from collections.abc import Sequence, Set

from ingest.types import Figure
from qa.lexicon.kin import opposed, said
from qa.verify.reading import Reading
from qa.verify.words import bears, negated, unsure

# Of the content words of a claim without figures one in four may be missing from its sources, all names must be there:
# room for a paraphrase of four words, none for a claim of three, where the missing one is as a rule the point.
MISSING = 0.25
# A denial or an "if" stands at most so many characters before the first word it governs, as a rule.
REACH = 45

_BREAK = re.compile(r"[;,:]|\b(?:but|while|whereas|although|though)\b|[.!?]\s")
_AND = re.compile(r"\band\b(?!\s+[A-Z])|;")
_ALLEGED = re.compile(
    r"\b(?:if|unless|alleg\w+|reportedly|rumou?r\w*|accus\w+|suspect(?:s|ed)\b|denied|denies|deny|not|never|failed to"
    r"|refused to|would have|false(?:ly)?|untrue|claim(?:s|ed)? (?:that|to))\b|n['’]t\b",
    re.IGNORECASE,
)


def alleged(text: str) -> bool:
    """Return whether the words before a quotation deny it or only suppose it."""
    return _ALLEGED.search(text) is not None


def same_polarity(claim: Reading, source: Reading, anchor: Figure | None = None) -> bool:
    """Return whether claim and source both say it is so or both say it is not, and neither only alleges it.

    The source is read where it shares words with the claim (nearest to the figure `anchor`, if one is given).
    """
    stretch = _stretch(claim, source, anchor)
    if negated(claim.text) != negated(stretch):
        return False
    return anchor is None or not alleged(_without_negation(stretch)) or alleged(claim.text)


def _without_negation(text: str) -> str:
    return re.sub(r"\b(?:not|never)\b|n['’]t\b", " ", text, flags=re.IGNORECASE)


def _stretch(claim: Reading, source: Reading, anchor: Figure | None) -> str:
    """Return the part of the source that says what the claim says, from the start of its clause."""
    wanted = {w.stem for w in claim.words if bears(w)}
    places = [(w.start, w.end) for w in source.words if bears(w) and said(w.stem, wanted)]
    if anchor is not None:
        places.append((anchor.start, anchor.end))
    if not places:
        return source.text
    start, end = min(a for a, _ in places), max(b for _, b in places)
    lead = source.text[max(0, start - REACH) : start]
    breaks = [m.end() for m in _BREAK.finditer(lead)]
    start -= len(lead) - (breaks[-1] if breaks else 0)
    parts = []
    at = start
    for match in [*_BREAK.finditer(source.text, start, end), None]:
        stop = match.start() if match else end
        if any(at <= a < stop for a, _ in places):
            parts.append(source.text[at:stop])
        at = match.end() if match else end
    return " ; ".join(parts)


def statement_holds(claim: Reading, sources: Sequence[tuple[Reading, Set[str]]]) -> bool:
    """Return whether a claim without figures is made of the cited words and means the same."""
    told = frozenset[str]().union(*(reading.stems for reading, _ in sources))
    known = told.union(*(around for _, around in sources))
    if not all(said(name, known) for name in claim.names):
        return False
    bearing = {w.stem for w in claim.words if bears(w)}
    if opposed(bearing, told):
        return False
    missing = [stem for stem in bearing if not said(stem, known)]
    if not bearing or len(missing) > MISSING * len(bearing):
        return False
    nearest = max((reading for reading, _ in sources), key=lambda one: _overlap(bearing, one))
    if not _overlap(bearing, nearest):
        return False
    if _other_subject(claim, nearest) or _far_subject(claim, nearest):
        return False
    return same_polarity(claim, nearest) and _as_sure(claim, nearest)


def _overlap(bearing: Set[str], source: Reading) -> int:
    return sum(1 for stem in bearing if said(stem, source.stems))


def _other_subject(claim: Reading, source: Reading) -> bool:
    """Return whether the claim's name comes from the context though the sentence opens with a name of its own."""
    borrowed = {w.stem for w in claim.words if w.start in claim.capitals and not said(w.stem, source.stems)}
    first = next((w for w in source.words if bears(w)), None)
    return bool(borrowed) and first is not None and first.start in source.capitals and not said(first.stem, claim.stems)


def _far_subject(claim: Reading, source: Reading) -> bool:
    """Return whether the claim gives what is said of the first name, behind an "and", to a later one.

    "A beat B and will lead the party": A will.
    """
    names = [w for w in claim.words if w.start in claim.capitals]
    firsts = [w for w in source.words if w.start in source.capitals]
    if not names or not firsts or said(firsts[0].stem, claim.stems):
        return False
    told = next(
        (w for w in claim.words if w.start > names[0].start and w.start not in claim.capitals and bears(w)), None
    )
    place = next((w.end for w in firsts if w.stem in (names[0].stem, names[min(1, len(names) - 1)].stem)), None)
    if told is None or place is None:
        return False
    where = next((w.start for w in source.words if w.start > place and said(told.stem, {w.stem})), None)
    return where is not None and _AND.search(source.text, place, where) is not None


def _as_sure(claim: Reading, source: Reading) -> bool:
    """Return whether a claim of what is or was rests on no plan, forecast or allegation."""
    return unsure(claim.text) or not unsure(_stretch(claim, source, None))
