"""What a question before offers to a follow-up: its names, times, topic, and the words it asks with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.understand.question import proper_names

PLACE_PREPOSITIONS = frozenset(["in", "at", "within", "across", "into", "to", "from", "of", "for"])
_BEFORE = re.compile(r"(\w+)\s+(?:the\s+)?$")
_PREPOSITIONS = PLACE_PREPOSITIONS | frozenset(["by", "on", "with", "since", "until", "during", "between", "over"])
_HEAD = re.compile(
    r"^(?:(?:please|tell me|give me|do you know|i need|can you say)\b[\s,]*)*"
    r"(?:how (?:many|much|old|long|far|large|big|high)|(?:what|which)(?:'s| is| was| are| were)?(?: the| an?)?"
    r"(?: (?:number|count|percentage|share|proportion|amount|value|total) of)?|who(?:'s| is| was| are)?(?: the)?"
    r"|when|where|why)\b",
    re.IGNORECASE,
)
# Words a topic can do without: asking, auxiliaries, fillers.
_DROPPED = re.compile(
    r"\b(?:how (?:many|much|old|long)|who|whom|whose|what|which|when|where|why|please|does|did|do|is|are|was|were|has"
    r"|have|had|count)\b",
    re.IGNORECASE,
)
# "How many firms came to ...": the firms that came to ...; past forms that a question has without an auxiliary.
_DID = re.compile(
    r"^((?:how many|which|what) (?:[\w'’-]+ ){1,4}?)(?<!the )((?!hundred\b)[a-z]{2,}ed"
    r"|came|went|left|rose|fell|grew|took|made|won|lost|built|sold|bought|paid|began|drew|stood|met|held|spent)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_SHIFT = re.compile(
    r"\b(?:the\s+|a\s+|one\s+)?(?:(year)\s+(before|earlier|after|later)|(previous|preceding|prior|following|next)\s+(year)"
    r"|(before|after)\s+(?:that|then))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A name or time in a question: `question[start:end]`, and the preposition before it."""

    start: int
    end: int
    text: str
    preposition: str = ""
    outer: int = 0
    """Where the preposition begins; `start` where there is none."""

    @property
    def printed(self) -> str:
        """The text with a preposition: its own, or "in"."""
        if self.preposition:
            return f"{self.preposition} {self.text}"
        return f"in {self.text}" if self.text[:1].isdigit() else self.text


def _slot(question: str, start: int, end: int) -> Slot:
    before = _BEFORE.search(question[:start])
    word = before.group(1).casefold() if before else ""
    if before is None or word not in _PREPOSITIONS:
        return Slot(start, end, question[start:end], "", start)
    return Slot(start, end, question[start:end], word, before.start(1))


def times_in(question: str) -> tuple[Slot, ...]:
    """Return the times a question names, in order."""
    from ingest.figures import find_periods
    from ingest.figures.time.phrases import Role

    found = []
    for item in find_periods(question, None):
        words = question[item.start : item.end]
        lead = re.match(r"(?:in|for|by|during|over)\s+", words, re.IGNORECASE)
        if item.role is Role.TIME and not _SHIFT.search(words):
            found.append(_slot(question, item.start + (lead.end() if lead else 0), item.end))
    return tuple(found)


def names_in(question: str, times: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the capitalised names of a question in order, those inside a time left out."""
    found = []
    for name in proper_names(question):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", question):
            if not any(t.start < match.end() and match.start() < t.end for t in times):
                found.append(_slot(question, *match.span()))
    if not found and re.fullmatch(r"[A-Z][\w'’.&-]+[?.!]*", question.strip()) and not _HEAD.match(question.strip()):
        bare = question.strip(" ?.!")
        found.append(Slot(question.index(bare), question.index(bare) + len(bare), bare))
    return tuple(sorted(found, key=lambda slot: slot.start))


def topic_of(question: str) -> str:
    """Return what a question is about: its words without those that ask."""
    if re.match(r"who\s+(?!(?:is|was|are|were|has|have|had|did|does|do|will|can)\b)", question, re.IGNORECASE):
        return f"the person {question[:1].lower()}{question[1:].strip(' ?.!')}"
    kept = _DROPPED.sub(" ", _DID.sub(r"\1 that \2", question.strip(" ?.!")))
    kept = re.sub(r"^\W+|\W+$", "", " ".join(kept.split()))
    kept = re.sub(r"\W+(?:today|so far|now|currently|at present|right now)$", "", kept, flags=re.IGNORECASE)
    return re.sub(r"^(?:(?:that|there|of)\s+)+", "", kept, flags=re.IGNORECASE)


def head_of(question: str) -> str:
    """Return the words a question asks with: "How many", "What was the"; empty where it begins with none."""
    match = _HEAD.match(question)
    return match.group() if match else ""


def shifted_year(fragment: str, times: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the year a "the year before" means, counted from the last year named; empty where there is none."""
    moved = _SHIFT.search(fragment)
    years = [y for slot in times for y in _YEAR.findall(slot.text)]
    if moved is None or not years:
        return ()
    later = any(w and w.casefold() in ("after", "later", "following", "next") for w in moved.groups())
    return (Slot(0, 0, str(int(years[-1]) + (1 if later else -1)), "in"),)
