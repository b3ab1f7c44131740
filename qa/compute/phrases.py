"""Phrases of a question that asks for arithmetic: two things told apart, heads shared, sub-questions written."""

import re

from ingest.figures.about.nouns import singular
from qa.lexicon.words import is_stop
from qa.types import Asks
from qa.understand.kinds import asked_kind

# What ends the noun phrase after "than": a verb or a word that opens the rest ("than universities | opened in 2020").
_BREAKS = re.compile(
    r"^(?:is|are|was|were|be|been|being|do|does|did|has|have|had|can|could|will|would|should|there|in|on"
    r"|at|by|for|from|to|with|"
    r"that|which|who|according|since|during|among|within|under|came|went|made|left|took|won)$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"[a-z]{3,}ed$|^(?:built|set|held|sold|found|run|brought|drawn|bought|planned)$")
_PLURALS = frozenset("people men women children staff police cattle aircraft ships".split())
_MONEY = re.compile(r"^(?:yuan|dollars?|euros?|pounds?|yen|rupees?|money)$", re.IGNORECASE)


def without(text: str, part: str) -> str:
    """Return a text without a part of it, blanks put right."""
    return " ".join(text.replace(part, " ", 1).split())


def noun_phrase(text: str) -> tuple[str, str]:
    """Part a noun phrase from what follows: "universities | opened in the town"."""
    words = text.split()
    for i, word in enumerate(words):
        bare = word.strip(",;")
        if i and (_BREAKS.match(bare) or (_PARTICIPLE.search(bare) and _is_plural(words[i - 1]))):
            return " ".join(words[:i]).rstrip(","), " ".join(words[i:])
    return " ".join(words), ""


def until_plural(text: str) -> tuple[str, str]:
    """Part a noun phrase after its first plural noun: "the firms | bring to the town"."""
    words = text.split()
    end = next((i for i, w in enumerate(words) if _is_plural(w)), None)
    return noun_phrase(text) if end is None else (" ".join(words[: end + 1]), " ".join(words[end + 1 :]))


def _is_plural(word: str) -> bool:
    bare = word.strip(",;").casefold()
    return bare in _PLURALS or (bare.endswith("s") and not bare.endswith(("ss", "us", "is", "’s", "'s")))


def split_pair(text: str, joiner: str) -> tuple[str, str] | None:
    """Split "A and B" at the joiner; of several the one that parts phrases opening alike, else of like length."""
    places = list(re.finditer(rf"\s+(?:{joiner})\s+", text, re.IGNORECASE))
    pairs = [(text[: m.start()].strip(" ,"), text[m.end() :].strip(" ,")) for m in places]
    pairs = [(a, b) for a, b in pairs if a and b]
    if not pairs:
        return None
    return min(pairs, key=lambda p: (not _open_alike(*p), abs(len(p[0]) - len(p[1]))))


def _open_alike(a: str, b: str) -> bool:
    first, second = a.split()[:2], b.split()[:2]
    return first == second or (first[0].casefold() == second[0].casefold() and is_stop(first[0]))


def fill_heads(a: str, b: str) -> tuple[str, str]:
    """Give both phrases the head only one of them has: "national" and "local teams" are both teams."""
    a, b = (re.sub(r"(?i)^(?:the )?(?:ones|those)$", "", p).strip() or p for p in (a, b))
    link = re.match(r"(?i)(?:in|at|for|by|from|on) ", b)
    if link and f" {link.group()}" in a:
        return a, f"{a[: a.rindex(f' {link.group()}')]} {b}"
    thing, _ = noun_phrase(b)
    mine, _ = noun_phrase(a)
    if re.search(r"\bones$", thing):
        return a, b.replace(thing, re.sub(r"\bones$", mine.split()[-1], thing), 1)
    lone = len(mine.split()) <= 2 and mine == a and not mine[:1].isupper()
    if lone and not _is_plural(mine.split()[-1]) and len(thing.split()) > 1 and _is_plural(thing.split()[-1]):
        return f"{a} {thing.split()[-1]}", b
    return a, b


def ask_for(phrase: str, tail: str = "", unit: str = "", counts: bool = False) -> str:
    """Return the question for the figure of a phrase; `unit` is the noun or unit asked for, "pp" for a share."""
    full = f"{phrase} {tail}".strip()
    if unit == "pp":
        return f"What percentage was {full}?"
    if unit and not _MONEY.match(unit):
        return f"How many {unit} was {full}?"
    number = re.match(r"(?i)(?:the |its |their )?(?:total |combined |overall )?numbers? of (?P<of>.+)$", phrase)
    if number:
        return f"How many {number['of']} {tail}".strip() + "?"
    of = re.match(
        r"(?i)(?P<head>.+?\b(?:forecast|number|count|total|estimate|target|plan)s?) (?:of|for) (?P<of>.+)$", phrase
    )
    if of and counts:
        return f"How many {of['of']} {tail}".strip() + f" in {of['head']}?"
    thing, rest = noun_phrase(phrase)
    money = asked_kind(f"what was {thing}") in (Asks.AMOUNT, Asks.SHARE, Asks.MEASURE)
    if counts or (thing and _is_plural(thing.split()[-1]) and not money):
        return f"How many {thing} {rest} {tail}".rstrip() + "?"
    return f"What was {full}?"


def ask_when(event: str) -> str:
    """Return the question for the date of an event."""
    return "When was {}?".format(re.sub(r"(?i)\bbeing\b ?", "", event))


def plain_noun(word: str) -> str:
    """Return a noun in the singular and in lower case."""
    return singular(word.casefold())
