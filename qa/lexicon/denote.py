"""Names compared by what they denote: "the U.S." is the United States, "Norwegians" are people of Norway."""

import re
from functools import lru_cache

from qa.lexicon.words import is_stop, stem, tokens

# The short forms of states and bodies that news uses without spelling them out.
_SAME = tuple(
    frozenset(form.strip() for form in line.split("/"))
    for line in """us / u.s / usa / u.s.a / united states / america / american / americans
uk / u.k / united kingdom / britain / british / great britain
eu / e.u / european union
un / u.n / united nations
uae / united arab emirates / emirates
france / french
spain / spanish / spaniard / spaniards
netherlands / dutch / holland
denmark / danish / danes / dane
poland / polish / poles
germany / german / germans
greece / greek / greeks
ireland / irish
wales / welsh
england / english
sweden / swedish / swedes
finland / finnish / finns
turkey / turkish / turks
switzerland / swiss
iceland / icelandic
""".strip().splitlines()
)
_ACRONYM = re.compile(r"^(?:[A-Z]\.?){2,6}s?$")
# What stands behind the root of a place in the name of its people; a root leaves out two letters of the place at most.
_PEOPLE = frozenset("an ian ean n es ese is ish i er land egian vian ard can ues uese".split())
_LANDS = frozenset("istan stan land ia a".split())
ROOT = 4
"""Letters of a root at least."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def says_name(name: str, text: str) -> float:
    """Return how far a text says a name, 0 to 1: the share of its words, a whole for another name of the same thing."""
    folded = name.casefold().strip(" .")
    for group in _SAME:
        if folded.removeprefix("the ") in group:
            found = any(
                re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text.casefold()) for form in group if len(form) > 3
            )
            return float(found or any(re.search(rf"\b{re.escape(f.upper())}\b", text) for f in group if len(f) <= 3))
    if _ACRONYM.match(name):
        forms = {name, name.replace(".", ""), name.capitalize()}
        printed = any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms)
        return float(printed or _spelt_out(name, text))
    words = [t for t in tokens(name) if not is_stop(t.text)]
    if not words:
        return 1.0
    said = _stems(text)
    met = sum(w.stem in said or _demonym(w.text, text) for w in words)
    if met < len(words) and _spelt_out(name, text):
        return 1.0
    return met / len(words)


@lru_cache(maxsize=64)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words; it may be a whole article, which is not worth keeping in `words.tokens`."""
    return frozenset(stem(word) for word in _WORD.findall(text))


@lru_cache(maxsize=64)
def _capitalised(text: str) -> frozenset[str]:
    """Return the capitalised words of a text in lower case, without the s of a plural."""
    return frozenset(w.casefold().removesuffix("s") for w in _WORD.findall(text) if w[0].isupper())


def _demonym(word: str, text: str) -> bool:
    """Tell whether a place is said by its people or the people by their place: Norway, Norwegian; Peru, Peruvians.

    Whole words are compared, not stems: that of "Reading" is the root of "Readers" too.
    """
    if not word[:1].isupper():
        return False
    plain = word.casefold().removesuffix("s")
    return any(_people_of(plain, other) or _people_of(other, plain) for other in _capitalised(text))


def _people_of(place: str, people: str) -> bool:
    if len(people) >= ROOT and place.startswith(people) and place[len(people) :] in _LANDS:
        return True
    for cut in range(3):
        root = place[: len(place) - cut]
        if len(root) >= ROOT and people.startswith(root) and people[len(root) :] in _PEOPLE:
            return True
    return False


def _spelt_out(name: str, text: str) -> bool:
    """Tell whether a text spells an acronym out, or the other way round."""
    if _ACRONYM.match(name):
        letters = [c for c in name if c.isupper()]
        pattern = r"\b" + r"\w{1,30}[\s-]{1,3}(?:\w{1,20}[\s-]){0,2}".join(map(re.escape, letters)) + r"\w{1,30}"
        return re.search(pattern, text, re.IGNORECASE if len(letters) > 2 else 0) is not None
    initials = "".join(w[0] for w in name.split() if w[:1].isupper())
    return len(initials) > 2 and re.search(rf"\b{initials}\b", text) is not None
