"""A part is not the whole, nor a rate a sum: the guests of one wing, the tonnes of one day."""

import re
from collections.abc import Mapping
from itertools import pairwise

from ingest.types import Figure, FigureKind
from qa.lexicon.denote import says_name
from qa.lexicon.names import find_names
from qa.lexicon.nouns import dimension
from qa.lexicon.words import is_stop, tokens
from qa.reader.pick import Pick
from qa.understand.question import Question

_PART = re.compile(
    r"\b(?:arm|branch|unit|division|subsidiary|wing|hall|span|stretch|section|phase|stage|half|terminal|tower|segment"
    r"|leg|floor|campus|part|portion)s?\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:in all|in total|altogether|overall|total|whole of|entire|as a whole|nationwide|countrywide|combined)\b",
    re.IGNORECASE,
)
_REGION = re.compile(r"\b(?:north|south|east|west|central|upper|lower)(?:ern)?\b", re.IGNORECASE)


def of_a_part(question: Question, pick: Pick) -> str | None:
    """What is told of a part of it, or of the north alone, does not say how many there are in all."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is FigureKind.DATE:
        return None
    measured = "" if dimension(figure) == "count" else figure.measure or ""  # 13 branches are what is counted
    part = _PART.search(f"{figure.subject or ''} {measured}")
    if part is not None and not _PART.search(question.text):
        return f"it tells of the {part.group().lower()}"
    if not _WHOLE.search(question.text) or _WHOLE.search(candidate.text):
        return None
    if figure.part_of:
        return f"it is a part of {figure.part_of}"
    region = _REGION.search(candidate.text[: max(0, pick.end - candidate.start)])
    if region is not None and region.group().casefold() not in question.text.casefold():
        return f"it tells of the {region.group().lower()}"
    return None


_PART_ASKED = re.compile(
    r"\b[Hh]ow (?:many|much) of (?:the|its|his|her|their|these|those|[A-Z][\w’']+) .+?"
    r"\b(?:is|are|was|were|go|goes|went|come|comes|came|will be|has been|have been) (?P<which>.+)"
)
_TWO_SORTS = re.compile(r"^ of ([a-z]+) and ([a-z]+)\b(?! (?:of|the|a|an)\b)")
_CLAUSE_END = re.compile(r";|, (?:and|while)\b")


def of_the_whole(question: Question, pick: Pick) -> str | None:
    """Where a sentence gives the whole and of it the part that is asked for, the whole is no answer."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is not FigureKind.QUANTITY:
        return None
    restricted = _PART_ASKED.search(question.text)
    if restricted is not None and not figure.part_of:
        # "How many of the guests were from Peru?": a sentence that does not speak of Peru counts all of them.
        wanted = {t.stem for t in tokens(restricted["which"]) if not is_stop(t.text)}
        if wanted and not wanted & {t.stem for t in tokens(candidate.text)}:
            return "it is the whole, of which a part is asked for"
    behind = candidate.text[max(0, figure.end - candidate.start) :]
    sorts = _TWO_SORTS.match(behind) if figure.part_of is None else None
    if sorts is not None and len({t.stem for t in tokens(" ".join(sorts.groups()))} & question.stems) == 1:
        return f"it is of {' and '.join(sorts.groups())} together"
    part = next((f for f in candidate.figures if f.part_of and f.start > figure.end), None)
    if part is None:
        return None
    before = candidate.text[: part.start - candidate.start]
    behind = _CLAUSE_END.split(candidate.text[part.end - candidate.start :])[0]
    only = {t.stem for t in tokens(behind)} - {t.stem for t in tokens(before)}
    return f"it is the whole, of which {part.text} are asked for" if only & question.stems else None


_TOGETHER = re.compile(r"\b(?:together|combined|in all|altogether|both|jointly)\b", re.IGNORECASE)


def of_one_alone(question: Question, pick: Pick) -> str | None:
    """What one of two has is not what both have together."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE:
        return None
    if len(question.names) < PAIR:
        return _of_both(question, figure, pick)
    if not _TOGETHER.search(question.text):
        return None
    said = [name for name in question.names if says_name(name, pick.candidate.text) > 0]
    return f"it tells of {said[0]} alone" if said and len(said) < len(question.names) else None


_BEHIND_BOTH = re.compile(
    r"^\W*(?:[a-z]+ ){0,2}(?:between|among) them\b|^\W*(?:[a-z]+ )?(?:together|combined|jointly)\b"
)
_BEFORE_BOTH = re.compile(r"\b(?:together|jointly|between them)\b(?: [a-z]+){0,4} $")
_JOINED = re.compile(r"^ and (?:the )?(?=[A-Z])")


def _of_both(question: Question, figure: Figure, pick: Pick) -> str | None:
    """What two have together is not what one of them has: "Anton and Irena Paz owe 12,000 euros between them"."""
    text, start = pick.candidate.text, pick.candidate.start
    before, behind = text[: max(0, figure.start - start)], text[figure.end - start :]
    both = _BEHIND_BOTH.search(behind) or _BEFORE_BOTH.search(before)
    if both is None or len(question.names) != 1 or re.search(r"\bbetween\b", question.text):
        return None
    if _TOGETHER.search(question.text):
        return None
    names = list(find_names(before))
    for first, second in pairwise(names):
        joined = _JOINED.match(text[first.end : second.start] + "X")
        if joined and says_name(question.names[0], f"{first.text} {second.text}") > 0:
            return f"it tells of {first.text} and {second.text} together"
    return None


PAIR = 2
"""Names that something can be asked of together, at least."""
_RATES: Mapping[str, re.Pattern[str]] = {
    unit: re.compile(rf"\b(?:per|a|an|each|every) {unit}\b|\b{word}\b|/{unit}\b", re.IGNORECASE)
    for unit, word in (
        ("hour", "hourly"),
        ("day", "daily"),
        ("week", "weekly"),
        ("month", "monthly"),
        ("year", "(?:yearly|annually|annual|per annum)"),
    )
}
_HEADS = ("head", "capita", "person", "people", "each")
_PER = re.compile(r"\b(?:per|(?:for|in|out of|of) every)\s*$", re.IGNORECASE)


_EACH_ASKED = re.compile(r"\bper (?!cent\b|annum\b|capita\b)(?P<unit>[a-z]+)\b", re.IGNORECASE)
_SHARED_OUT = re.compile(r"\b(?:average|mean|how (?:many|much))\b", re.IGNORECASE)
_EACH_SAID = re.compile(r"\b(?:per|each|every|apiece|an?|one|single)\b|/|ly\b", re.IGNORECASE)


def _sum_for_each(question: Question, pick: Pick) -> bool:
    """Tell a sum where it is asked for each: "earned 7 million crowns" for "toll per lorry"."""
    if _SHARED_OUT.search(question.text):
        return False  # worked out of a sum and a count (`qa.compute`)
    asked, figure = _EACH_ASKED.search(question.text), pick.figure
    if asked is None or figure is None or figure.rate or "/" in (figure.unit or "") or asked["unit"] in _RATES:
        return False
    behind = pick.candidate.text[max(0, figure.end - pick.candidate.start) :]
    text, lead = pick.candidate.article.text, pick.candidate.before
    before = text[lead[0][0] if lead else pick.candidate.start : figure.start]
    each = re.compile(rf"\b(?:each|every|per|an?|one) (?:\w+ )?{asked['unit']}", re.IGNORECASE)
    if re.search(r"\b(?:each|every|per|apiece)\b", " ".join(before.split()[-6:]), re.IGNORECASE):
        return False
    return not (_EACH_SAID.search(" ".join(behind.split()[:4])) or each.search(before) or each.search(behind))


def other_rate(question: Question, pick: Pick) -> str | None:
    """420 tonnes a day are no answer to how many a year, nor is a sum for each one to what is spent in all."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE:
        return None
    if _PER.search(pick.candidate.text[: max(0, figure.start - pick.candidate.start)]):
        return "it is what another figure is per"
    if _sum_for_each(question, pick):
        return "it is a sum, not for each one"
    asked = {unit for unit, pattern in _RATES.items() if pattern.search(question.text)}
    total = _WHOLE.search(question.text) is not None
    if not asked and not total:
        return None
    rate = figure.rate
    if rate is None or rate in asked:
        return None
    if rate in _RATES:
        return f"the figure is per {rate}"
    words = _HEADS if rate == "head" else (rate.split()[-1],)
    named = any(word in question.text.casefold() for word in words)
    return None if named else f"the figure is for {rate} of several"
