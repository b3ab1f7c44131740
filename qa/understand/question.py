"""Reading a question: what kind of answer it asks for, of what, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.types import Period
from qa.lexicon.words import ASKING_STEMS, Token, is_stop, stem, tokens, words_like
from qa.types import Asks
from qa.understand.kinds import asked_kind
from qa.understand.meant import what_is_meant

# Which noun is counted: what stands after "how many" up to a verb.
COUNTED = re.compile(
    r"\b(?:how many|number of|count of|no\. of|quantity of)\s+((?:[\w'’-]+[\s,]*){1,8})", re.IGNORECASE
)
_VERBS = frozenset(
    """is are was were be been do does did has have had can could will would shall should may might must there exist in
    on at by for from to of with that which who whom according work works worked live lives came come went go make
    makes made left leave were ran fell rose grew took gave got sank flew began drew wrote spoke chose broke stole
    struck""".split()
)
# "schools supported by ...", "industries built up by ...": what follows the noun tells of it.
_PARTICIPLE = re.compile(
    r"[^e]ed$|^(?:built|set|held|sold|found|run|kept|brought|drawn|won|lost|put|born|hit|cut|spent)$"
    # Of the words in -ing only those that are no nouns of their own, as "building" and "ruling" are.
    r"|^(?:liv|work|us|own|serv|attend|hav|tak|visit|receiv|wait|study|travell?|suffer|operat|com|go|play|wear|earn|mak|cross"
    r"|belong|stay|be|seek|fac|includ)ing$"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood."""

    text: str
    asks: Asks
    terms: tuple[Token, ...]
    """Its content words in order, each stem once."""
    names: tuple[str, ...] = ()
    """Runs of capitalised words: who and what it is about."""
    counted: tuple[str, ...] = ()
    """Stems of the noun phrase that is counted, head last."""
    periods: tuple[Period, ...] = ()
    """The times it names, resolved by the day it is asked on."""
    timeless: str = ""
    """The question without the times it names, for windows that tell the same time in other words."""
    stems: frozenset[str] = frozenset()
    name_stems: frozenset[str] = frozenset()


def counted_noun(text: str) -> tuple[str, ...]:
    """Return the stems of the noun phrase a "how many" question counts, head last; empty where there is none."""
    match = COUNTED.search(text)
    if match is None:
        return ()
    phrase: list[str] = []
    words = re.findall(r"[\w'’-]+|,", match.group(1))
    for at, word in enumerate(words):
        if not phrase and word.casefold() == "of":
            continue
        # "small and medium-sized firms": what follows still tells of the noun to come.
        joins = word.casefold() in ("and", "or") and at + 1 < len(words) and "-" in words[at + 1]
        ends = word == "," or word.casefold() in _VERBS or (phrase and is_stop(word) and not joins)
        if ends or (_is_noun(phrase) and "-" not in word and _PARTICIPLE.search(word)):
            break
        if not is_stop(word):
            phrase.append(word)
    # A capitalised word after the noun starts the subject ("how many companies Hebei has"), unless it leads the phrase.
    for i, word in enumerate(phrase):
        if i and word[0].isupper() and not phrase[i - 1][0].isupper():
            phrase = phrase[:i]
            break
    return tuple(stem(w) for part in phrase for w in part.split("-"))


def _is_noun(phrase: list[str]) -> bool:
    """A phrase that so far ends in an adverb ("newly") still waits for its noun."""
    return bool(phrase) and not phrase[-1].endswith("ly")


_NAME = re.compile(
    r"[A-Z][\w’'&.-]*(?:\s+(?:(?:of|the|de|du|al|bin|von|van|der)\s+){0,2}(?:[A-Z][\w’'&.-]*|(?!\d{4}\b)\d+\b))*",
    re.UNICODE,
)


def proper_names(text: str) -> tuple[str, ...]:
    """Return the runs of capitalised words, without a capital that only opens the question."""
    names = []
    for match in _NAME.finditer(re.sub(r"(?:’|')s\b(?= [A-Z])", ", ", text)):
        words = match.group().split()
        while words and is_stop(words[0]):
            words = words[1:]
        while words and is_stop(words[-1]):
            words = words[:-1]
        if not words:
            continue
        opens = match.start() == 0 and len(words) == len(match.group().split()) == 1
        if not opens:
            names.append(re.sub(r"(?:’|')s?$", "", " ".join(words).rstrip("?.,")))
    return tuple(dict.fromkeys(names))


# The adjective of "how long" says what is asked for; the answer need not say it.
_HOW_SIZE = re.compile(
    r"\bhow (long|big|large|small|tall|high|deep|wide|far|fast|heavy|thick|broad|quickly|old|many|much)\b", re.I
)
# "Do the papers agree on the toll?" is answered by the toll and the table of who says what.
_AGREE = re.compile(
    r"^\W*(?:do|does|did) (?:the |all |both |these |two )*(?:articles|sources|papers|reports|newspapers|outlets"
    r"|publishers|stories) (?:agree|differ|disagree|say the same) (?:on|about|over|as to) (.+)$",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"\s*,?\s*\b(?:in|during|of|for|by|since|at|on|as of|until|up to|over|the)\s*$", re.IGNORECASE
)


def without_times(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a question without the times at some spans and the prepositions that lead to them."""
    for start, end in sorted(spans, reverse=True):
        before = text[:start]
        while match := _BEFORE_TIME.search(before):
            before = before[: match.start()]
        text = f"{before} {text[end:].lstrip(' ,')}" if before else text[end:].lstrip(" ,")
    return re.sub(r"\s+([?.,])", r"\1", " ".join(text.split()))


def understand(text: str, today: date | None = None) -> Question:
    """Read a question; `today` is the day relative times in it ("last year") are counted from."""
    from ingest.figures import find_periods
    from ingest.figures.time.phrases import Role

    text = _AGREE.sub(r"What is \1", what_is_meant(text))
    spans = [t for t in find_periods(text, today) if t.role is Role.TIME]
    sizes = {m.start(1) for m in _HOW_SIZE.finditer(text)}
    terms: dict[str, Token] = {}
    for token in tokens(text):
        in_time = any(t.start <= token.start < t.end for t in spans) and not token.text[0].isdigit()
        if not is_stop(token.text) and not in_time and token.start not in sizes:
            terms.setdefault(token.stem, token)
    about = {s: t for s, t in terms.items() if s not in ASKING_STEMS}
    terms = about or terms
    names = tuple(n for n in proper_names(text) if not any(n in text[t.start : t.end] for t in spans))
    return Question(
        text=text,
        asks=asked_kind(text),
        terms=tuple(terms.values()),
        names=names,
        counted=counted_noun(text),
        periods=tuple(t.period for t in spans),
        timeless=without_times(text, [(t.start, t.end) for t in spans]),
        stems=frozenset(terms),
        name_stems=words_like(" ".join(names)) if names else frozenset(),
    )
