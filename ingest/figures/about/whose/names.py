"""Tell what a name is of, and find how a text introduces it: "Stenholt, a brewery", "the brewery Stenholt"."""

import re
from collections.abc import Iterator, Set
from enum import Enum, auto

from ingest.figures.about.nouns import STOP, is_plural
from ingest.figures.tokens import wordset


class Sort(Enum):
    """What a pronoun can stand for."""

    THING = auto()
    PERSON = auto()
    MANY = auto()


_TITLES = wordset(
    "mr mrs ms dr sir prof professor president mayor minister king queen prince princess captain judge senator"
    " governor chancellor bishop pope father sister lord lady general colonel"
)
_PEOPLE = wordset(
    "man woman boy girl mayor minister director farmer teacher doctor nurse driver player coach president"
    " chairman chairwoman chair chief manager owner founder artist author writer singer actor judge lawyer"
    " officer soldier pilot captain student pupil worker spokesman spokeswoman spokesperson secretary leader"
    " resident victim suspect fisherman baker mother father son daughter wife husband brother sister child"
    " defendant striker goalkeeper"
)
_BODIES = wordset(
    "air rail steel foods food bank group motors motor energy university ministry council club united city party"
    " company institute corp corporation inc ltd plc association union agency committee court hospital school"
    " college museum airport port airlines airways railway railways electric power oil gas water media news times"
    " post press house holdings industries international systems technologies technology software labs labs works"
    " mills mill brewery bridge street road square park hall lake river mount island bay valley county state"
    " province district republic kingdom new south north east west san port fund foundation trust insurance"
    " partners capital shipping lines line police army navy league cup games festival stadium theatre center"
    " centre office department authority board door television radio network markets market stores store retail"
    " pharma health care services service solutions"
)
_MANY = frozenset({"police", "people"})
_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĽŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_NAME = rf"(?P<name>[{_UP}][\w’'&-]*(?: (?:of |de |the )?[{_UP}][\w’'&-]*){{0,4}})"
_NOUN = r"(?:[a-z][\w’'-]* ){0,4}?(?P<noun>[a-z][\w-]+)"
_MORE = rf"(?: [{_UP}][\w’'&-]*){{0,3}}"
_ENDS = r"(?= (?:in|of|on|at|for|near|with|that|which|from|to|who)\b"
_INTRODUCED = (
    re.compile(rf"{_NAME}, (?:an?|the|its|one of the) (?:[^\W\d_]+[’']s )?{_NOUN}{_ENDS}|,|\.$)"),
    re.compile(rf"{_NAME} (?:is|was) (?:an?|the) (?:[^\W\d_]+[’']s )?{_NOUN}{_ENDS}|[,.;])"),
    re.compile(rf"\b(?:[Aa]n?|[Tt]he) {_NOUN} (?:called|named|known as) {_NAME}"),
)
_JOINED = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he) (?:[a-z][\w-]* ){{0,3}}?(?P<name>(?P<noun>[a-z][\w-]+) [{_UP}][\w’'&-]*{_MORE})"
)
_BEHIND = re.compile(rf"\b(?:[Aa]n?|[Tt]he) (?P<name>[{_UP}][\w’'&-]*{_MORE} (?P<noun>[a-z][\w-]+))")
_BODY = re.compile(
    rf"(?<![\w’'-])(?<!\bin )(?<!\bat )(?<!\bnear )(?<!\bfrom )(?<!\bto )[{_UP}][\w’'&-]*(?: [{_UP}][\w’'&-]*){{1,4}}"
)


def sort_of(words: str, article: bool = False) -> Sort:
    """Say what a subject is; `article` tells that "the" or "a" stood before it."""
    parts = words.split()
    last = parts[-1].lower()
    # One capital word may owe its capital to the sentence it opens: "Visitors".
    plural = is_plural(last) and (parts[-1][0].islower() or (len(parts) == 1 and not article))
    if " and " in f" {words} " or last in _MANY or plural:
        return Sort.MANY
    if parts[0].lower().rstrip(".") in _TITLES and (len(parts) > 1 or not article):
        return Sort.PERSON
    if last in _PEOPLE and parts[-1][0].islower():
        return Sort.PERSON
    named = all(part[0].isupper() for part in parts) and 2 <= len(parts) <= 3
    return Sort.PERSON if named and not article and not _BODIES.intersection(words.lower().split()) else Sort.THING


_FIRMS = wordset(
    "enterprise firm business startup manufacturer maker carmaker airline lender retailer operator brewer chain"
    " charity organisation organization publisher shipyard factory"
)


def is_a_body(noun: str) -> bool:
    """Say whether a noun that introduces a name ("Kolda Soft, an enterprise in Oslo") makes it no person's."""
    return noun in _FIRMS or (noun in _BODIES and noun not in _PEOPLE)


def is_named(words: str) -> bool:
    """Say whether a subject holds a name."""
    return any(part[0].isupper() for part in words.split())


def introduced(sentence: str, verbs: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield (noun, name) for every name a sentence introduces by what it is; `verbs` are no nouns."""
    for pattern in (*_INTRODUCED, _JOINED, _BEHIND):
        for match in pattern.finditer(sentence):
            noun = match["noun"]
            if noun not in STOP and noun not in verbs and not is_plural(noun):
                yield noun, match["name"].removesuffix("'s").removesuffix("’s")
    for name in bodies(sentence):  # "the Kellin Theatre" is a theatre
        kind = name.split()[-1].lower()
        if kind in _BODIES:
            yield kind, name


def bodies(sentence: str) -> list[str]:
    """Return the names of two words or more that can be an organisation's, places behind "in" or "at" left out."""
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in _BODY.finditer(sentence))
    plain = (_without_article(name) for name in found)
    return [name for name in plain if " " in name and sort_of(name, article=False) is Sort.THING]


def people(sentence: str) -> set[str]:
    """Return the names in a sentence that look like a person's."""
    return {match[0] for match in _BODY.finditer(sentence) if sort_of(match[0]) is Sort.PERSON}


def _without_article(name: str) -> str:
    return name.removeprefix("The ").removeprefix("A ").removeprefix("An ")
