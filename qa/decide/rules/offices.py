"""Offices and whose they are: the mayor of one town is not that of another, and the newest article knows who it is."""

import re
from collections.abc import Sequence
from datetime import date

from qa.decide.weigh import Trust
from qa.lexicon.denote import says_name
from qa.lexicon.names import BEFORE_OFFICES, NOT_NAMES, ONE_HOLDER, ROLES, NameKind, find_names
from qa.reader.pick import Pick
from qa.types import Asks
from qa.understand.question import Question

_TITLES = "|".join(sorted(o for o in ROLES if len(o) > 4))
_WORDS = r"(?:(?!of\b|and\b|the\b|said\b)[a-z][\w-]*[ -]){0,2}?"
_NO_OWNERS = "|".join(sorted((*BEFORE_OFFICES, *NOT_NAMES, *ROLES, "party")))
_OFFICE = re.compile(
    rf"\b(?P<office>(?:deputy |vice |acting |former )?(?:{_TITLES}))"
    r"(?: general)? (?:of|for) (?:the )?(?:(?:city|province|state|university|port|county) of )?"
    r"(?:(?:neighbouring|neighboring|nearby|eastern|western|northern|southern) )?(?P<place>(?-i:[A-Z])[\w’'-]+)"
    # "Orlaya's finance minister": between owner and office stands what the office is for.
    rf"|\b(?!(?:{_NO_OWNERS})\b)(?P<owner>(?-i:[A-Z])[\w-]+)(?:['’]s (?P<rank>deputy |vice |acting |former )?{_WORDS}"
    r"| (?:city |deputy |acting |former |new )?)"
    rf"(?P<held>{_TITLES})\b",
    re.IGNORECASE,
)


def other_holder(question: Question, pick: Pick) -> str | None:
    """The mayor of one town is not that of another."""
    if question.asks is not Asks.PERSON:
        return None
    asked = offices(question.text)
    text = pick.candidate.article.text
    start = pick.candidate.before[0][0] if pick.candidate.before else pick.candidate.start
    said = offices(f"{text[start : pick.candidate.end]} {pick.candidate.article.title}")
    for office, place in sorted(asked):  # so that the reason given is always the same
        places = {p for o, p in said if o == office}
        if places and not any(says_name(place, p) or says_name(p, place) for p in places):
            return f"it tells of the {office} of {sorted(places)[0]}"
        bare = None if places else _opens_with(office, pick.candidate.text)
        if bare is not None and not says_name(place, bare):
            return f"it tells of the {office} of {bare}"
        leans = _LEANS.match(pick.candidate.text) is not None
        words = text[start if leans else pick.candidate.start : pick.candidate.end]
        around = words.casefold()
        if office in ONE_HOLDER and not any(word in around for word in (office, *ONE_HOLDER[office])):
            return f"no one is named as {office}"
        if office in ONE_HOLDER and not says_name(place, f"{words} {pick.candidate.article.title}"):
            return f"it does not say that it is the {office} of {place}"
    return None


_LEANS = re.compile(r"\W*(?:he|she|they|his|her|their)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[^a-z]{2,40}[—–-]\s*")


def _opens_with(office: str, sentence: str) -> str | None:
    """Return the name a sentence with a bare office opens with: "Riga will build, Mayor Ost said"."""
    if not re.search(rf"\b{office}\s+(?-i:[A-Z])", sentence, re.IGNORECASE):
        return None
    told = _DATELINE.sub("", sentence)
    first = next(iter(find_names(told)), None)
    alone = first is not None and first.start < 3 and office not in first.text.casefold()
    return first.text if first is not None and alone and first.kind is not NameKind.PERSON else None


def offices(text: str) -> set[tuple[str, str]]:
    """Return the offices a text gives to places or bodies: ("mayor", "Riga") for "Riga's mayor", "mayor of Riga"."""
    found = set()
    for match in _OFFICE.finditer(text):
        office, place = match["office"] or f"{match['rank'] or ''}{match['held']}", match["place"] or match["owner"]
        if place.casefold() not in NOT_NAMES | BEFORE_OFFICES | ROLES:
            found.add((office.casefold(), re.sub(r"['’]s$", "", place)))
    return found


_WHO_IS = re.compile(r"^\W*who(?: is|'s|’s| are) (?:now |currently )?(?:the |a |an )", re.IGNORECASE)
NEARLY = 1.5
"""A pick of another article takes the place of the first if its score is no more below it than this."""


def newest_holder(question: Question, standing: Sequence[tuple[Pick, Trust]]) -> tuple[Pick, Trust] | None:
    """Return the pick of the newest article among those nearly as good as the first; None for other questions."""
    if not standing or question.periods or not _WHO_IS.search(question.text):
        return None
    first = standing[0][0]
    near = [one for one in standing if one[0].score >= first.score - NEARLY and one[1].answers]
    return max(near, key=lambda one: (one[0].candidate.article.published or date.min, one[0].score), default=None)


_HOLDS = re.compile(
    r"\bwho(?:['’]s| is| are| runs| leads| heads| chairs| owns| coaches| manages| captains)\b"
    r"|\bnow\b|\bcurrent(?:ly)?\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:former|ex|outgoing|late|previous|was|were|until)\b", re.IGNORECASE)
_GONE_BEFORE = re.compile(r"\b(?:former|ex-|outgoing|one-time|predecessor)\b[^,.;]{0,40},? ?$", re.IGNORECASE)
_UNTIL = re.compile(r"^\W*(?:until|before) [^,;]*$", re.IGNORECASE)
_GONE_BEHIND = re.compile(
    r"^[^.;]{0,70}?(?:\b(?:was|were|been|is) (?:replaced|succeeded|dismissed|sacked|ousted) by\b"
    r"|\bwho (?:ran|led|headed|was|had)\b[^.;]{0,40}\buntil\b|, (?:the |a |its |his )?[^,.;]{0,40}\buntil\b[^,.;]*,)"
    r"|^,? (?:the |a |its |his )?(?:former|ex-|outgoing)\b",
    re.IGNORECASE,
)


def no_longer(question: Question, pick: Pick) -> str | None:
    """Who held an office until somebody followed is not who holds it."""
    asked = question.asks is Asks.PERSON and not question.periods and _HOLDS.search(question.text)
    if not asked or _HELD.search(question.text):
        return None
    text, start = pick.candidate.text, max(0, pick.start - pick.candidate.start)
    gone = (
        _UNTIL.search(text[:start])
        or _GONE_BEFORE.search(text[:start])
        or _GONE_BEHIND.search(text[pick.end - pick.candidate.start :])
    )
    return "it tells who was, not who is" if gone else None
