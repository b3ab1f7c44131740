"""Which words of a sentence are names, the first word included, whose capital says nothing."""

import re
from collections.abc import Sequence

from ingest.types import Figure
from qa.lexicon.forms import IRREGULAR
from qa.lexicon.names import find_names
from qa.lexicon.words import Token
from qa.verify.words import bears

_NEXT = re.compile(r"\s+([a-z]+)\b")
# A word that opens a sentence and ends like this is as a rule no name: "Exports", "Unemployment", "Ridership".
_COMMON_ENDS = (
    "s",
    "tion",
    "sion",
    "ment",
    "ing",
    "ship",
    "fall",
    "ance",
    "ence",
    "ity",
    "ness",
    "age",
    "put",
    "ly",
    "out",
)
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "prof", "sir", "dame", "lord", "lady", "st"])


def mark_names(text: str, words: Sequence[Token], figures: Sequence[Figure]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the starts of the tokens that are part of a name, and of the first word where it may be one.

    The first word of a sentence has a capital in any case: alone it is a name if what follows is a verb of one subject.
    """
    starts: set[int] = set()
    maybe: set[int] = set()
    opener = next((w.start for w in words), -1)
    for name in find_names(text):
        inside = [w for w in words if name.start <= w.start < name.end and bears(w) and len(w.text) > 1]
        inside = [w for w in inside if w.text.casefold() not in _TITLES]
        inside = [w for w in inside if not any(f.start <= w.start < f.end for f in figures)]
        if len(inside) == 1 and inside[0].start == opener:
            maybe.add(opener)
            if not _sure_name(text, inside[0]):
                continue
        starts.update(w.start for w in inside)
    return frozenset(starts), frozenset(maybe)


def _sure_name(text: str, word: Token) -> bool:
    """Return whether the first word of a sentence is a name, by the word itself and the verb behind it."""
    plain = word.text.casefold()
    if (word.text.isupper() and len(word.text) > 1) or plain.endswith(("'s", "’s")):
        return True
    follow = _NEXT.match(text, word.end)
    verb = follow.group(1) if follow else ""
    if verb in ("has", "is", "was", "says") or (verb.endswith("s") and not verb.endswith("ss") and len(verb) > 3):
        return True
    if plain.endswith(_COMMON_ENDS) or plain in IRREGULAR:
        return False
    return verb.endswith("ed") or verb in IRREGULAR or verb in ("had", "will", "said")


def may_be_name(word: Token) -> bool:
    """Return whether the first word of a sentence could be a name by its own form."""
    plain = word.text.casefold()
    return not plain.endswith(_COMMON_ENDS) and plain not in IRREGULAR
