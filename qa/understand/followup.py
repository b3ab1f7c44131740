"""Follow-up questions written out, without a language model.

"and in Lagos?", "what about 2021?", "how many does it have?", "in that year": what such a question leaves out is taken
from the question before it, by substitution where there is something of the same kind to put it in the place of
(a name, a time, the thing counted), else by naming the topic in brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.lexicon.words import content
from qa.understand.followup_parts import (
    PLACE_PREPOSITIONS,
    Slot,
    head_of,
    names_in,
    shifted_year,
    times_in,
    topic_of,
)
from qa.understand.question import counted_noun

_OPENING = re.compile(
    r"^(?:(?:and|but|or|also|so|then|ok|okay|well|now|next)\b[\s,]*)*"
    r"(?:(?:what|how)\s+(?:about|of)(?=\s)|(?:the\s+)?same\s+(?:question\s+)?for\b)?\s*",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:how|who|whom|whose|what|which|when|where|why)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:in|at|from|to|of|for|by|on|with|within|across|into|under|since|until|between|during|among)"
_LEADING = re.compile(rf"^({_PREPOSITION})\s+", re.IGNORECASE)
_ELLIPTIC = re.compile(
    rf"^(?:{_PREPOSITION}\s+(?:how|what|which|whom|when)\b|since\s+when\b|(?:why|where|when|who)\W*$)", re.IGNORECASE
)
_THAT_TIME = re.compile(
    r"\b(?:in|during|over|for|by)?\s*(?:that|the\s+same)\s+(?:year|month|quarter|week|day|period|time|half)\b"
    r"|\b(?:back\s+)?then(?=\s*[?.]?$)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b(?:over\s+)?there\b"
    r"|\b(?:in|at)\s+(?:that|this)\s+(?:place|city|town|region|country|area|province|state|district|county)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:its|their|his|her(?=\s+\w))\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:(?<!\bis )it(?!\s+(?:take|takes|took|true|possible|clear|likely)\b)|they|them|he|she|him|these"
    r"|those(?!\s+(?:who|that|which|of|in))|"
    r"(?:that|this)(?=\s*(?:[?.!]|$|up\b|down\b|in\b|from\b|on\b|to\b|as\b|by\b|compare|worth\b|cost\b))"
    r"|(?:that|this)\s+(?:figure|number|amount|total|sum|share|one|company|firm|group|project|person|man|woman))\b",
    re.IGNORECASE,
)
# A question whose own words carry this much stands on its own, unless it points back.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Base:
    """The question before, and what can be taken from it."""

    text: str
    topic: str
    names: tuple[Slot, ...]
    times: tuple[Slot, ...]

    @property
    def context(self) -> str:
        """Names and times, or the whole topic where it names nothing with a capital."""
        if not self.names:
            return self.topic
        return ", ".join(dict.fromkeys(slot.text for slot in (*self.names, *self.times[-1:])))


def _read(text: str) -> _Base:
    times = times_in(text)
    return _Base(text, topic_of(text), names_in(text, times), times)


def complete(question: str, previous: Sequence[str]) -> str | None:
    """Return a follow-up question written out, or None for one that stands on its own.

    `previous` are the questions before it, oldest first; each is itself completed from those before it.
    """
    if not previous or not question.strip():
        return None
    text = " ".join(question.split())
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    opened = bool(opening and opening.end())
    if not rest.strip(" ?.!"):
        return None
    if not opened and not _points_back(rest):
        return None
    base = _read(_written_out(previous))
    full = _fill(rest, base, opened)
    return None if full is None or full.casefold() == text.casefold() else full[0].upper() + full[1:]


def _written_out(previous: Sequence[str]) -> str:
    """Return the last question, completed from those before it (at most four back: a topic seldom lives longer)."""
    recent = list(previous[-4:])
    last = recent[0]
    for question in recent[1:]:
        last = complete(question, [last]) or question
    return " ".join(last.split())


def _points_back(text: str) -> bool:
    """Return whether a question without "and" at its head leaves something out."""
    if _THAT_TIME.search(text):
        return True
    if any(_unbound(text, pattern) for pattern in (_PRONOUN, _OWNER, _THERE)):
        return True
    if _ELLIPTIC.match(text) and not _VERB.search(text) and not names_in(text, ()):
        return True
    bare = text.strip(" ?.!")
    if _ASKING.search(bare):
        return not _VERB.search(bare) and len(content(bare)) < _ENOUGH
    return bool(_LEADING.match(bare)) or len(content(bare)) < _ENOUGH


def _unbound(text: str, pattern: re.Pattern[str]) -> bool:
    """Return whether a pronoun has nothing in its own question to stand for.

    It may stand for a name before it, for one after it that is not merely a place ("before it grew, ... did Nexora"),
    or, where it owns, for the people or things counted ("how many people left their homes").
    """
    found = pattern.search(text)
    if found is None or (pattern is _OWNER and found.group().casefold() == "their" and counted_noun(text)):
        return False
    names = names_in(text, times_in(text))
    return not any(s.start < found.start() or s.preposition not in PLACE_PREPOSITIONS for s in names)


def _fill(rest: str, base: _Base, opened: bool) -> str | None:
    bare = rest.rstrip(" ?.!")
    if not _ASKING.search(bare) and not _VERB.search(bare):
        return _substitute(bare, base)
    if not _ASKING.search(bare):
        return _asked_again(bare, base)
    pointed = _resolve(bare, base)
    if pointed != bare:
        return pointed + "?"
    own_names = names_in(bare, times_in(bare))
    if own_names and not (opened and base.times and not times_in(bare)):
        return bare + "?" if opened else None
    missing = base.times[-1].text if own_names else base.context
    return f"{bare} ({missing})?" if missing else None


def _resolve(text: str, base: _Base) -> str:
    """Put the thing meant in the place of "that year", "there", "its", "it"."""
    out = text
    if base.times:
        out = _THAT_TIME.sub(lambda _: " " + base.times[-1].printed, out, count=1)
    place = _place(base)
    if _unbound(out, _THERE) and place:
        out = _THERE.sub(lambda _: f"in {place}", out, count=1)
    whose = ", ".join(s.text for s in base.names[:1]) or base.topic
    if _unbound(out, _OWNER) and whose:
        out = _OWNER.sub(lambda _: whose + ("'" if whose.endswith("s") else "'s"), out, count=1)
    found = _PRONOUN.search(out)
    if found and _unbound(out, _PRONOUN):
        of_figure = found.group().casefold().split()[0] in ("that", "this", "these", "those")
        meant = base.topic if of_figure or not base.names or found.group().casefold() in ("they", "them") else whose
        out = out[: found.start()] + meant + out[found.end() :]
    return " ".join(out.split())


def _place(base: _Base) -> str:
    placed = [slot for slot in base.names if slot.preposition in PLACE_PREPOSITIONS]
    if placed or base.names:
        return (placed or list(base.names))[-1].text
    after = re.findall(rf"\b(?:{'|'.join(sorted(PLACE_PREPOSITIONS))})\s+([a-z][\w-]+)", base.text)
    return after[-1] if after else base.topic


def _substitute(fragment: str, base: _Base) -> str | None:
    """Complete a fragment: its time replaces the time, its name the name, else it replaces what was asked for."""
    times = times_in(fragment) or shifted_year(fragment, base.times)
    text, rest = base.text.rstrip(" ?.!"), fragment
    if times:
        text = _put_time(text, times[-1], base.times)
        rest = (fragment[: times[-1].start] + fragment[times[-1].end :]).strip(" ,") if times[-1].end else ""
    rest = re.sub(rf"\s+{_PREPOSITION}$", "", rest, flags=re.IGNORECASE)
    if rest and rest.casefold() not in ("in", "for", "by", "the"):
        text = _put_name(text, rest) or _asked_again(fragment, base).rstrip("?")
    return text + "?"


def _put_time(text: str, new: Slot, old: Sequence[Slot]) -> str:
    """Replace the last time of the question before, with its preposition; else say the time at the end."""
    if not old:
        return f"{text} {new.printed}"
    last = old[-1]
    keeps = new.preposition or not last.preposition
    return text[: last.outer if keeps else last.start] + (new.printed if keeps else new.text) + text[last.end :]


def _put_name(text: str, fragment: str) -> str | None:
    """Replace a name by the fragment's, or say where at the end; None where the fragment names nothing."""
    lead = _LEADING.match(fragment)
    preposition = lead.group(1).casefold() if lead else ""
    name = fragment[lead.end() :] if lead else fragment
    capital = any(w[0].isupper() for w in name.split())
    if not capital and preposition not in PLACE_PREPOSITIONS:
        return None
    slots = names_in(text, times_in(text))
    chosen = _slot_for(slots, preposition, capital)
    if chosen is None:
        return f"{text} {fragment if preposition else 'in ' + name}"
    return text[: chosen.start] + name + text[chosen.end :]


def _slot_for(slots: Sequence[Slot], preposition: str, capital: bool) -> Slot | None:
    """Choose the name to replace: one behind the same preposition, else the only one, else the subject or the place."""
    same = [s for s in slots if s.preposition == preposition]
    if same and (preposition or capital):
        return same[-1] if preposition else same[0]
    if preposition in PLACE_PREPOSITIONS:
        placed = [s for s in slots if s.preposition in PLACE_PREPOSITIONS]
        slots = placed or slots
    return slots[-1] if slots else None


def _asked_again(fragment: str, base: _Base) -> str:
    """Ask what was asked before of another thing: "How many" + "schools that have started" + (where and when)."""
    own = names_in(fragment, ())
    head = head_of(base.text)
    left = base.times[-1].text if own and base.times else "" if own else base.context
    if left == base.topic and head:
        return f"{head} {fragment} ({left})?"
    return f"{head} {fragment}{f' ({left})' if left else ''}?".strip()
