"""Say of which whole a figure is a part: "38 of the 112 graduates", "12 percent of the total", "40 of them"."""

import re
from collections.abc import Sequence

from ingest.types import Figure, FigureKind

_DET = r"(?:the|its|their|his|her|our|all|all the|these|those|this|that)"
_NOUN = r"[^\W\d_][\w’'-]*"
_NUMBER = r"(?:\d[\d.,]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
# The words of a whole end before a verb, a preposition or a clause.
_STOP = (
    r"(?!(?:were|was|are|is|had|have|has|will|would|could|can|did|do|in|on|at|by|for|from|to|and|or|but|with|who|which"
    r"|that|left|went|came|took|found|got|after|before|since|as|last|this|during|when|while|stayed|sold|lost|won|voted"
    r"|the|a|an|its|their|his|her|of|off|near|than|between|under|over|about|what|said|backed|live|lives|work|works|own|use|made|paid|\w{3,}ed)\b)"
)
_TAIL = rf"(?: {_STOP}{_NOUN}){{0,4}}"
_OUT_OF = r" (?:out )?of "
# Behind an article anything may open the noun: "the wounded", "the combined group".
_DEFINITE = rf"(?:(?:the|its|their|his|her|our|all the) (?!(?:of|in|on|at)\b){_NOUN}|{_DET}){_TAIL}(?: & {_NOUN})?"
_COUNTED_WHOLE = re.compile(rf"^{_OUT_OF}(?P<whole>(?:{_DET} )?{_NUMBER}{_TAIL}|{_DEFINITE})", re.IGNORECASE)
_ANY_WHOLE = re.compile(
    rf"^{_OUT_OF}(?P<whole>(?:{_DET} )?{_NUMBER}{_TAIL}|{_DEFINITE}|{_STOP}{_NOUN}{_TAIL}(?: & {_NOUN})?)", re.I
)
_THEM = re.compile(r"^ (?:out )?of (?P<whole>them|these|those|us|you|which|whom)\b", re.IGNORECASE)
_LEADS = re.compile(
    rf"(?:^|[;,.] |\band )(?:out )?of (?P<whole>(?:{_DET} )?(?:{_NUMBER} )?{_STOP}{_NOUN}{_TAIL}),"
    r" (?:only |about |some |just |nearly )*$",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\b(?:of (?:which|whom|them|these)|among (?:them|whom|which)),? (?:only |about |some |just )*$", re.I
)
_INCLUDING = re.compile(r"\bincluding (?:at least |about |some |only )*$", re.IGNORECASE)
_SHARES = frozenset({"%", "‰"})
_FRACTION = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|tenths?|one in \w+)$", re.IGNORECASE)
_IN_SO_MANY = re.compile(r"^ (?P<whole>[^\W\d_]+s)\b")


def read_whole(figure: Figure, before: str, behind: str, earlier: Sequence[Figure]) -> str | None:
    """Return the printed words of the whole a figure is a part of, None where none is told.

    `before` and `behind` are the rest of its sentence, `earlier` the sentence's figures before it.
    """
    if figure.kind not in (FigureKind.QUANTITY,):
        return None
    if _OF_WHICH.search(before) or _THEM.match(behind):
        pointed = _THEM.match(behind)
        larger = _larger(figure, earlier)
        return larger or (pointed["whole"] if pointed and pointed["whole"].lower() not in ("which", "whom") else None)
    if _INCLUDING.search(before):
        return _larger(figure, earlier, alike=True)
    lead = _LEADS.search(before)
    if lead:
        return lead["whole"]
    fraction = _FRACTION.search(figure.text) is not None
    if fraction and (many := _IN_SO_MANY.match(behind)):
        return many["whole"]
    inside = re.search(_OUT_OF, figure.text)
    if inside:  # the counted noun was read through "of": "38 of the 112 graduates"
        return _whole_at(figure.text[inside.start() :] + behind, fraction)
    shares = figure.unit in _SHARES or fraction
    bare = (
        figure.text[-1:].isdigit() or figure.unit is None or re.fullmatch(rf"{_NUMBER}", figure.text, re.I) is not None
    )
    if not shares and not bare:
        return None
    return _whole_at(behind, shares)


def _whole_at(text: str, shares: bool) -> str | None:
    match = (_ANY_WHOLE if shares else _COUNTED_WHOLE).match(text)
    return match["whole"] if match else None


def _larger(figure: Figure, earlier: Sequence[Figure], alike: bool = False) -> str | None:
    """Return the nearest figure before that this one can be a part of: larger, of people or of one unit."""
    for other in reversed(earlier):
        if other.kind is not FigureKind.QUANTITY or other.value is None or figure.value is None:
            continue
        if other.value > figure.value and (not alike or other.unit == figure.unit or _people(other, figure)):
            return other.text
    return None


_PEOPLE = frozenset(
    "person child woman man girl boy worker student pupil soldier civilian passenger resident victim patient officer"
    " tourist employee guest fan protester refugee migrant teacher firefighter crew member".split()
)


def _people(a: Figure, b: Figure) -> bool:
    return a.unit in _PEOPLE and b.unit in _PEOPLE
