"""Names in a sentence: people, places and other named things, by shape and by the words around them.

No model: a run of capitalised words, and what stands beside it. "Mayor Ann Lee", "Ann Lee, head of ...",
"Ann Lee said" make a person; "in Lagos", "the city of Lagos" a place; "... Group", "University of ..." an organisation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from qa.lexicon.words import is_stop


class NameKind(StrEnum):
    """What a name most likely names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: `text[start:end]`."""

    start: int
    end: int
    text: str
    kind: NameKind


_PARTICLE = r"(?:of|de|del|da|dos|du|la|le|al|el|bin|ibn|von|van|der|den|ten|y|e|and|the|for|&)"
_WORD = r"(?:[A-Z][\w’'-]*\w|[A-Z]\.(?:[A-Z]\.)*|[A-Z]|(?:al|el)-[A-Z]\w+)"
RUN = re.compile(rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}|\s+\d+\b(?![.,]\d))*")

ROLES = frozenset(
    """mayor president minister secretary director manager governor chairman chairwoman chair chief head leader deputy
    professor spokesman spokeswoman spokesperson analyst economist engineer founder co-founder owner author writer
    reporter editor coach captain player striker goalkeeper senator representative commissioner ambassador general
    officer colonel major lieutenant judge justice lawyer attorney doctor dr prof mr mrs ms miss sir lady lord dame
    king queen prince princess emperor pope bishop reverend scientist researcher expert official ceo cfo member
    staff employee worker resident farmer driver student teacher principal vice-president president-elect
    prime-minister premier chancellor executive president’s inspector sergeant sheriff superintendent historian
    philosopher poet artist singer actor actress director-general physicist mathematician inventor explorer
    councillor auditor prosecutor coroner mediator constable skipper warden treasurer trustee archbishop""".split()
)
BEFORE_OFFICES = frozenset(
    """prime deputy former acting vice finance foreign police fire chief health interior defence defense education
    labour labor justice trade transport energy environment interim assistant senior new current general executive
    managing then late ex first old longtime veteran outgoing incoming""".split()
)
# Offices that one person holds, with other words for them.
ONE_HOLDER: Mapping[str, tuple[str, ...]] = dict.fromkeys(("mayor", "governor", "president", "chancellor"), ()) | {
    "minister": ("premier",),
    "premier": ("prime minister",),
    "ambassador": ("envoy",),
    "coach": ("manager", "trainer"),
    "captain": ("skipper",),
}
_SAYS = (
    "(?:said|says|added|noted|told|wrote|explained|stated|announced|argued|warned|claimed|recalled|stressed|commented"
    "|believes|thinks)"
)
ORGANISATION_WORDS = frozenset(
    """group company corporation corp inc ltd plc llc co bank university college institute school academy ministry
    department commission committee council agency authority bureau office administration association federation
    union party organisation organization foundation fund party court parliament congress senate assembly government
    army navy force police hospital club team united fc airlines airways motors industries holdings partners systems
    technologies technology engineering times post daily news journal tribune herald gazette press broadcasting
    television church museum society ministry board centre center league exchange reserve nations trust service
    services consortium conference""".split()
)
PLACE_WORDS = frozenset(
    """city province county district region state republic kingdom island islands river lake sea ocean mountain
    mountains mount valley bay gulf port airport street avenue road square bridge park zone town village peninsula
    desert forest harbour harbor coast plain basin canal strait territory prefecture municipality area plaza palace
    castle cape""".split()
)
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i the a an in on at but and or if when while although however meanwhile
    moreover furthermore according since during after before as for from to by with this that these those it he she
    they we you his her their its our there here what which who why how yes no not over under more most some many
    both all each data companies enterprises businesses people officials sources experts""".split()
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|near|from|(?<!according )to|into|across|outside|inside|through|toward|towards|around"
    r"|throughout|within"
    r"|(?:city|town|province|state|district|county|region|village|island|port|capital|republic|kingdom) of))"
    r"(?: the| northern| southern| eastern| western| central| nearby| neighbouring| neighboring)*\s*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_HEADS = (
    "Ministry|Department|Bureau|Office|University|Institute|Faculty|School|College|Academy|Cent(?:re|er)|Commission"
)
_BODY = re.compile(rf"(?:\S+ )?(?:{_HEADS}) (?:of|for) (?:the )?[A-Z][\w-]+ (?:and|&) (?:[A-Z]\w+ )?([A-Z]\w+)")
"""One body whose matters are joined by "and": "Ministry of Trade and Industry"."""
_MATTERS = frozenset("technology technologies engineering industries systems service services".split())
"""Of the words of bodies, those that may be what a ministry is for."""
# The longest office before a name, in words: "Deputy Finance Minister Ann Lee".
OFFICE = 3
_LEGAL_FORM = re.compile(r"\s(?:AG|GmbH|NV|SA|BV|AB|ASA|Oyj|Pty|Bhd|Srl|SpA|PJSC|JSC|SE)$")
_TITLES = frozenset(["dr", "prof", "mr", "mrs", "ms"])
_SAYS_AFTER = re.compile(rf"^[,]?\s*(?:who\s+)?{_SAYS}\b")
_SAYS_BEFORE = re.compile(rf"\b{_SAYS}\s+(?:[a-z-]+\s+)?$")
_WORD_BEFORE = re.compile(r"([\w’'-]+)[,.]?\s*$")
_APPOSED = re.compile(
    r"^(?:\s(?:of|from|at)\s[A-Zt][^,.;]{2,60})?,\s*(?:who\s+(?:is|was)\s+)?(?:an?\s|the\s|its\s|his\s|her\s)?"
    r"\s*((?:[\w’'-]+\s?){1,5})"
)


LOOKED_BACK = 120
"""Characters before a name that are read for what it is: three words stand in far fewer."""


@lru_cache(maxsize=512)
def find_names(text: str) -> tuple[Name, ...]:
    """Return the names in a sentence in order; a run of particles and names that joins two names is cut."""
    return tuple(Name(start, end, text[start:end], _kind(text, start, end)) for start, end in _runs(text))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for match in RUN.finditer(text):
        for start, end in _cut(text, match.start(), match.end()):
            words = text[start:end].split()
            if not words or all(w.casefold().rstrip(".") in NOT_NAMES for w in words):
                continue
            if len(words) == 1 and (is_stop(words[0]) or words[0].casefold().rstrip(".") in _TITLES):
                continue
            yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split "Beijing and Tianjin" in two, drop a capital that only opens the sentence ("The", "In", "Last")."""
    at = start
    of = _OF.search(text, start, end)
    if of and _is_two(text[start : of.start()], text[of.end() : end]):
        yield start, of.start()
        yield from _cut(text, of.end(), end)
        return
    body = _BODY.fullmatch(text, start, end)
    if body and (body[1].casefold() not in ORGANISATION_WORDS or body[1].casefold() in _MATTERS):
        yield start, end
        return
    for part in re.split(r"(\s+(?:and|for)\s+(?:the\s+)?)", text[start:end]):
        if not re.fullmatch(r"\s+(?:and|for)\s+(?:the\s+)?", part):
            words = part.split()
            skip = 0
            while words and (words[0].casefold() in NOT_NAMES or is_stop(words[0]) or words[0][0].isdigit()):
                skip = part.index(words[0], skip) + len(words[0])
                words = words[1:]
            if words:
                first = part.index(words[0], skip)
                yield at + first, at + len(part.rstrip())
        at += len(part)


def _is_two(before: str, after: str) -> bool:
    """Return whether "of" stands between two names: "Ann Lee of the Capital University", not "House of Commons"."""
    words = {w.casefold().strip(".,’'") for w in before.split()}
    return len(words) > 1 and len(after.split()) > 1 and not words & (ORGANISATION_WORDS | PLACE_WORDS | ROLES)


def _kind(text: str, start: int, end: int) -> NameKind:
    words = text[start:end].split()
    plain = [w.casefold().strip(".,’'") for w in words]
    before, after = text[max(0, start - LOOKED_BACK) : start], text[end : end + 120]
    if _office_length(plain):
        return NameKind.PERSON
    if "&" in plain or set(plain) & ORGANISATION_WORDS or _LEGAL_FORM.search(text[start:end]):
        return NameKind.ORGANISATION
    if plain[-1] in PLACE_WORDS or plain[0] in ("mount", "lake", "cape", "port", "river", "gulf"):
        return NameKind.PLACE
    in_place = _PLACE_BEFORE.search(before) is not None
    if (_SAYS_AFTER.search(after) and not (in_place and after.startswith(","))) or _SAYS_BEFORE.search(before):
        return NameKind.PERSON if len(words) < 5 and not words[0].isupper() else NameKind.ORGANISATION
    last = _WORD_BEFORE.search(before)
    if last and last.group(1).casefold() in ROLES and len(words) < 5:
        return NameKind.PERSON
    if in_place:
        return NameKind.PLACE
    apposed = _APPOSED.match(after)
    if apposed and set(apposed.group(1).split()) & ROLES:
        return NameKind.PERSON
    return NameKind.OTHER


def _office_length(words: list[str]) -> int:
    """Return how many words of a name, in lower case, are an office: two of "Prime Minister Ann Lee"."""
    length = max((i + 1 for i, word in enumerate(words[:-1][:OFFICE]) if word in ROLES), default=0)
    rest = words[length:]
    person = len(rest) <= OFFICE + 1 and not set(rest) & (ORGANISATION_WORDS | PLACE_WORDS)
    return length if person else 0


def without_role(name: Name) -> Name:
    """Return the name without an office before it: "Mayor Ann Lee" becomes "Ann Lee"."""
    words = name.text.split()
    kept = words[_office_length([w.casefold().strip(".,’'") for w in words]) :]
    if len(kept) == len(words):
        return name
    start = name.start + name.text.index(kept[0], sum(len(w) for w in words[: len(words) - len(kept)]))
    return Name(start, name.end, name.text[start - name.start :], name.kind)
