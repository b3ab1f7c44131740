"""Near misses of a right window: the same question about another, or the same sentence denied or only planned.

The other may be a stranger to the window, or, which is harder, stand in it beside the one that was asked about.

The right behaviour on each is "this window does not answer". A miss is made only where the edit surely changes what is
asked or said: the name is in the window and its stand-in is not; the verb that is denied is the one asked about.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.lexicon.names import Name, NameKind, find_names
from qa.reader.train.windows import Window

_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w’'-]+(?: (?:of |the |de )?[A-Z][\w’'-]+)*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AUXILIARY = re.compile(r"\b(was|were|is|are|has|have|had|will|could)\b(?! not|n't| never| no\b)", re.IGNORECASE)
_PAST = re.compile(r"\b([a-z]{2,})(ed)\b")
_DENIES = re.compile(r"\b(?:not|never|no|none|without|deny|denied|fail|failed|refuse\w*|plan\w*|n't)\b", re.IGNORECASE)
_PLANS = (
    "planned to {}",
    "had planned to {}",
    "failed to {}",
    "refused to {}",
    "denied that it had {}ed",
    "did not {}",
)
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
# Pairs of which a question names one and its near miss the other.
_TURNED = tuple(
    tuple(pair.split("/"))
    for pair in """rise/fall rose/fell increase/decrease exports/imports export/import won/lost win/lose buy/sell
    bought/sold oldest/youngest largest/smallest highest/lowest north/south east/west male/female men/women
    killed/injured opened/closed arrive/leave began/ended minimum/maximum gain/lose hired/dismissed lend/borrow
    """.split()
)

# What holds of two alike, or of each with the other: asked the other way round it may be answered.
_MUTUAL = re.compile(
    r"\b(?:and|both|each|between|with|together|respectively|marr\w+|met|meet\w*|join\w*|rival\w*|partner\w*|brothers?"
    r"|sisters?|siblings?|cousins?|neighbou?r\w*|friends?|colleagues?|against|versus|vs|play\w*|fac(?:e|ed|ing)|talk\w*"
    r"|agree\w*|merge\w*|border\w*|twin\w*|far|distance|same|also|too|share\w*|compar\w+|co-\w+|or)\b",
    re.IGNORECASE,
)
_JOINS = frozenset("and or with the of in , & / ( )".split())
"""What stands between two names of one list, or between a town and its country, beside other names."""
SHORTEST_NAME = 3
_OF_BOTH = re.compile(r"\b(?:both|each|all|respectively|neither|same)\b", re.IGNORECASE)
_ONE_CLAUSE = 30
"""Characters within which two places may be one in the other."""


def near_misses(window: Window, names: Sequence[str], rng: random.Random) -> Iterator[Window]:
    """Yield the near misses that can be made of a right window, in random order; `names` are stand-ins."""
    makers = [_other_name, _neighbour, _exchanged, _other_time, _turned, _denied, _planned]
    rng.shuffle(makers)
    for maker in makers:
        made = maker(window, names, rng)
        if made is not None:
            yield made


def names_in(text: str) -> list[str]:
    """Return the capitalised names of a text that do not open a sentence."""
    return [m.group() for m in _NAME.finditer(text)]


def _other_name(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Ask the same of another: a name that question and window share gives way to one the window does not have."""
    both = f"{window.title} {window.text}"
    shared = [n for n in names_in(window.question) if n in both and n not in _MONTHS and n not in _DAYS]
    if not shared or not names or window.span is None:
        return None
    name = rng.choice(shared)
    answer = window.text[slice(*window.span)]
    other = rng.choice(list(names))
    if other in both or name in answer or other in window.question or len(other.split()) > 4:
        return None
    return replace(window, question=window.question.replace(name, other), span=None)


def _neighbour(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Ask the same of another of its kind that stands in the window: "born in Bari" is said of one of the two.

    The other may be the answer: "who beat Lind?" answered by Moe gives "who beat Moe?", which nobody did.
    """
    if window.span is None or _MUTUAL.search(window.question):
        return None
    pairs = [(a, b) for a, b in _pairs(window) if b.text not in window.question]
    if not pairs:
        return None
    asked, other = rng.choice(pairs)
    question = re.sub(rf"\b{re.escape(asked.text)}\b", lambda _: other.text, window.question)
    return replace(window, question=question, span=None)


def _exchanged(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Turn round who does it to whom, or from where to where: two names of the question change places."""
    if window.span is None or _MUTUAL.search(window.question):
        return None
    pairs = [(a, b) for a, b in _pairs(window) if b.text in window.question]
    if not pairs:
        return None
    one, two = (name.text for name in rng.choice(pairs))
    either = rf"\b(?:{re.escape(one)}|{re.escape(two)})\b"
    turned = re.sub(either, lambda m: two if m[0] == one else one, window.question)
    return replace(window, question=turned, span=None)


def _pairs(window: Window) -> list[tuple[Name, Name]]:
    """Return a name that question and window share with each other one of its kind, of which the same is not said."""
    found = [name for name in find_names(window.text) if len(name.text) >= SHORTEST_NAME]
    answer = window.text[slice(*window.span or (0, 0))]
    return [
        (a, b)
        for a in found
        if re.search(rf"\b{re.escape(a.text)}\b", window.question) and not _share_a_word(a.text, answer)
        for b in found
        if not _share_a_word(a.text, b.text)
        and (a.kind is b.kind or (NameKind.OTHER in (a.kind, b.kind) and _as_long(a.text, b.text)))
        and (b.text == answer or not _share_a_word(b.text, answer))
        and (b.text in window.question or not _share_a_word(b.text, window.question))
        and not _may_be_one(a, b, window.text)
    ]


def _as_long(one: str, two: str) -> bool:
    return len(one.split()) == len(two.split())


def _share_a_word(one: str, two: str) -> bool:
    """Tell whether two names have a word or the head of one in common: "Turkey" and "Turkish mills"."""
    words = {word[:4] for word in re.findall(r"\w{2,}", one.casefold())} - {"of", "the", "and", "de"}
    return not words.isdisjoint(word[:4] for word in re.findall(r"\w{2,}", two.casefold()))


def _may_be_one(a: Name, b: Name, text: str) -> bool:
    """Tell whether two names are of one list or one place, so that what is said of one may be said of the other."""
    first, last = sorted((a, b), key=lambda name: name.start)
    between = text[first.end : last.start]
    listed = all(word in _JOINS or word[0].isupper() for word in re.findall(r"[\w’'-]+|[^\w\s]", between))
    places = NameKind.PERSON not in (a.kind, b.kind) and len(between) < _ONE_CLAUSE
    return listed or places or _OF_BOTH.search(text) is not None


def _other_time(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Ask for another year, month or weekday than the one that question and window share."""
    for found in _YEAR.findall(window.question):
        if found in window.text:
            near = str(int(found) + rng.choice((-10, -3, -2, -1, 1, 2, 3, 10)))
            if near not in window.text:
                return replace(window, question=window.question.replace(found, near), span=None)
    for kind in (_MONTHS, _DAYS):
        for word in kind:
            others = [w for w in kind if w not in window.text]
            if others and re.search(rf"\b{word}\b", window.question) and re.search(rf"\b{word}\b", window.text):
                question = re.sub(rf"\b{word}\b", rng.choice(others), window.question)
                return replace(window, question=question, span=None)
    return None


def _turned(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Ask for the other of a pair; only where the window has the word asked and not the other."""
    words = window.question.split()
    for one, two in _TURNED:
        for asked, other in ((one, two), (two, one)):
            plain = rf"\b{re.escape(asked)}\b"
            if (
                asked in words
                and re.search(plain, window.text)
                and not re.search(rf"\b{re.escape(other)}", window.text)
            ):
                return replace(window, question=re.sub(plain, other, window.question), span=None)
    return None


def _denied(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Deny the one verb of a short window."""
    found = list(_AUXILIARY.finditer(window.text))
    if len(found) != 1 or len(window.text.split()) > 24 or _DENIES.search(window.question + window.text):
        return None
    at = found[0].end()
    verb = re.match(r"\s+(\w{4,})", window.text[at:])
    if verb is None or verb.group(1)[:4].casefold() not in window.question.casefold():
        return None
    return replace(window, text=f"{window.text[:at]} {rng.choice(('not', 'never'))}{window.text[at:]}", span=None)


def _planned(window: Window, names: Sequence[str], rng: random.Random) -> Window | None:
    """Turn a deed into a plan, a failure or a denial, where the question asks for the deed."""
    if _DENIES.search(window.question + window.text) or re.search(r"\bsaid\b|\bwill\b", window.question):
        return None
    words = set(re.findall(r"[a-z]+", window.question))
    for match in _PAST.finditer(window.text):
        stem = match.group(1)
        base = next((b for b in (stem, stem + "e") if b in words), None)
        before = window.text[: match.start()].split()[-1:]
        if base is None or not before or before[0].casefold() in "was were is are has have had be been being".split():
            continue
        pattern = rng.choice(_PLANS)
        phrase = pattern.format(stem if "ed" in pattern[-4:] else base)
        return replace(window, text=window.text[: match.start()] + phrase + window.text[match.end() :], span=None)
    return None
