"""Near misses of a right window: the same question about another, or the same sentence denied or only planned.

The right behaviour on each is "this window does not answer". A miss is made only where the edit surely changes what is
asked or said: the name is in the window and its stand-in is not; the verb that is denied is the one asked about.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def near_misses(window: Window, names: Sequence[str], rng: random.Random) -> Iterator[Window]:
    """Yield the near misses that can be made of a right window, in random order; `names` are stand-ins."""
    makers = [_other_name, _other_time, _turned, _denied, _planned]
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
