"""Who does it to whom: the side of the action on which each name stands.

"Businesses from A invested in B" must not answer "how much did B invest in A?". A name stands on the side things
come from ("from A", "by A", "A's", or as the subject before the verb) or on the side they go to ("in A", "to A").
Only a swap counts as a conflict: at least two names that a question and a sentence share, each on the other side.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from qa.lexicon.denote import says_name
from qa.lexicon.names import find_names
from qa.lexicon.words import tokens
from qa.reader.pick import Pick
from qa.types import Asks
from qa.understand.question import Question


class Side(StrEnum):
    """The side of the action a name stands on."""

    ORIGIN = "origin"
    DESTINATION = "destination"


_ORIGINS = "from|by|out of|leaving|left|leaves"
# The nearest preposition before a name tells its side, at most two words off: "from northern Abuja to Lagos".
_BEFORE = re.compile(
    rf"\b(?:(?P<origin>{_ORIGINS})|to|into|in|at|within|inside|across|towards?|for)"
    rf"\s+(?:(?!(?:{_ORIGINS}|to|into|in|at|for|and|do|does|did|has|have|had|will)\b)(?-i:[a-z][\w’'-]*)\s+){{0,2}}$",
    re.IGNORECASE,
)
# In "how much did Kenya sell to Peru" Kenya is the subject.
_ASKED_SUBJECT = re.compile(r"\b(?:do|does|did|has|have|had|will|would|can)\s+(?:the\s+)?$", re.IGNORECASE)
# The subject of these is where things go.
_TAKES = re.compile(
    r"^[^.;]{0,30}?\b(?:attract|receiv|import|buy|bought|took in|take in|taken in|draw|drew|drawn|recruit|welcom|absorb"
    r"|lure|acquir|borrow|hire|got|get)(?:e|ed|es|s|ing)?\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*(?:,|and|or|,\s*and)\s*$")
_OWNS = re.compile(
    r"^(?:’s|'s|\s+(?:[a-z][\w-]*\s+){0,2}?(?:companies|firms|businesses|enterprises|investors|banks|players|troops"
    r"|exporters|workers|people))\b"
)


def sides(text: str, opens_as_subject: bool = True) -> Mapping[str, Side]:
    """Return the side of each name stem of a text; names whose side cannot be told are left out."""
    found: dict[str, Side] = {}
    last: tuple[int, Side | None] = (0, None)
    for name in find_names(text):
        before, after = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 40]
        side: Side | None = None
        preposition = _BEFORE.search(before)
        if last[1] is not None and _JOINED.match(text[last[0] : name.start]):
            side = last[1]
        elif preposition is not None:
            side = Side.ORIGIN if preposition["origin"] else Side.DESTINATION
        elif (opens_as_subject and name.start < 3) or _ASKED_SUBJECT.search(before):
            side = Side.DESTINATION if _TAKES.match(after) else Side.ORIGIN
        elif _OWNS.match(after):
            side = Side.ORIGIN
        last = (name.end, side)
        if side is not None:
            for token in tokens(name.text):
                found.setdefault(token.stem, side)
    return found


def swapped(question: str, sentence: str) -> bool:
    """Return whether two names the texts share have changed sides."""
    asked, said = sides(question), sides(sentence)
    shared = [s for s in asked if s in said]
    return len({asked[s] for s in shared}) > 1 and all(asked[s] is not said[s] for s in shared)


def other_direction(question: Question, pick: Pick) -> str | None:
    """What Kenya sold to Peru is not what Peru sold to Kenya."""
    text, start = pick.candidate.text, pick.start - pick.candidate.start
    low, high = text.rfind(";", 0, start) + 1, text.find(";", start)
    clause = text[low : high if high > 0 else len(text)]
    if swapped(question.text, clause) or _from_where_it_went(question, pick):
        return "it tells of the opposite direction"
    return None


_FROM_OR_TO = re.compile(r"\b(?P<way>from|to) (?:the )?(?P<end>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")


def _from_where_it_went(question: Question, pick: Pick) -> bool:
    """Tell whether what the question takes from a place went there by the ledger, or the other way round."""
    figure = pick.figure
    if figure is None or figure.origin == figure.destination:
        return False
    for asked in _FROM_OR_TO.finditer(question.text):
        own, other = figure.origin or "", figure.destination or ""
        if asked["way"] == "to":
            own, other = other, own
        if says_name(asked["end"], other) == 1.0 and says_name(asked["end"], own) == 0.0:
            return True
    return False


_ASKED_DID = re.compile(r"\b(?:did|has|have|had|does|do|will)\s+(?:the\s+)?$", re.IGNORECASE)
_BUYS = re.compile(r"^\W*(?:pay|paid|buy|bought|acquired?|spen[dt]|purchased?)\b", re.IGNORECASE)
_SELLS = r"(?:sold|sells?|selling)"
# Deeds done to somebody: "A complained to B" tells nothing of what B complained about.
_DONE_TO = tuple(
    re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    for forms in (
        "sell|sold|sells",
        "give|gave|given|gives",
        "lend|lent|lends",
        "send|sent|sends",
        "write|wrote|written|writes",
        "offer(?:ed|s)?",
        "hand(?:ed|s)?",
        "pay|paid|pays",
        "donated?|donates",
        "complain(?:ed|s)?",
        "apologi[sz]e[ds]?",
        "suggest(?:ed|s)?",
        "propose[ds]?",
        "explain(?:ed|s)?",
        "report(?:ed|s)?",
        "confess(?:ed|es)?",
    )
)


def other_doer(question: Question, pick: Pick) -> str | None:
    """Who sold it paid nothing for it, and what was said to somebody was not said by them."""
    text = pick.candidate.text
    for name in question.names:
        at = question.text.find(name)
        if at < 0 or not _ASKED_DID.search(question.text[:at]):
            continue
        asked, who = question.text[at + len(name) :], re.escape(name)
        if _BUYS.match(asked) and re.search(rf"\b{who}\b[^.;,]{{0,60}}?\b{_SELLS}\b", text):
            return f"it tells of what {name} sold"
        for deed in _DONE_TO:
            told = deed.search(text) if deed.match(asked.lstrip()) else None
            if told is None or name in text[: told.start()]:
                continue
            if re.match(rf"[^.;]{{0,60}}?\bto (?:(?!by\b)[^.; ]+ ){{0,8}}?{who}\b", text[told.end() :]):
                return f"{name} is whom it was done to"
    return None


_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|quit|quits|depart(?:s|ed|ing)?|(?:move[sd]?|came|come) from)\b", re.IGNORECASE
)
_JOINS = re.compile(r"\b(?:join(?:s|ed|ing)?|mov(?:e|es|ed|ing) to|go(?:es|ing)? to|went to)\b", re.IGNORECASE)
_END = re.compile(
    r"\b(?P<to>to|into|join(?:s|ed|ing)?)\s+(?:(?:the|a|an)\s+)?$|\b(?:from|left|leaves|leaving)\s+(?:(?:the|a|an)\s+)?$",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:mov|join|transfer|switch|sign|go|going|went|return)", re.IGNORECASE)


_WHENCE = re.compile(
    r"\b(?:from|leav\w+|left|before|original\w*|previous\w*|former\w*|used to|came|come)\b", re.IGNORECASE
)
_MOVED_FROM = re.compile(r"\b(?:mov|relocat|transfer|shift)\w+\b[^.;]*\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def other_end(question: Question, pick: Pick) -> str | None:
    """The club a player moves to is not the one he leaves."""
    before = pick.candidate.text[: max(0, pick.start - pick.candidate.start)]
    if question.asks is Asks.PLACE and _MOVED_FROM.search(before) and not _WHENCE.search(question.text):
        return "it is where that comes from, not where it is"
    end = _END.search(before)
    leaves, joins = _LEAVES.search(question.text), _JOINS.search(question.text)
    if pick.figure is not None or end is None or (leaves is None) == (joins is None):
        return None
    if leaves and end["to"] and _MOVES.search(before):
        return "it is where that goes, not where it comes from"
    return "it is where that comes from, not where it goes" if joins and not end["to"] else None
