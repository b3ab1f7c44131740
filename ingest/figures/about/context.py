"""Say what a figure measures and whose it is, by shallow rules over the words around it."""

from ingest.figures.about.nouns import STOP, is_plural, singular
from ingest.figures.about.whose.phrases import OWNERS
from ingest.figures.about.whose.verbs import LEVEL, VERBS
from ingest.figures.about.whose.whose import Whose
from ingest.figures.quantity.scan import Spotted
from ingest.figures.tokens import Line, wordset
from ingest.types import FigureKind

_HELPERS = wordset(
    "will would has have had is are was were be been to could may might shall should also already now then still"
    " expected projected forecast likely set estimated steadily sharply slightly reach hit rise grow increase"
)
_CLAUSE = wordset(', ; : — – " “ ” ( ) that and but while which who whose whereas adding')
_CLAUSE |= wordset("said says say told")
# What these tell belongs to their subject itself, which is no measure.
_BEARS = frozenset({"cost", "costs", "lost", "gained", "weighs", "weighed", "measures", "measured"})
_SUMS = frozenset({"total", "combined", "overall"})
_LEAD = wordset("in on at as of by during since for over from")
_PRONOUNS = wordset("it he she they which we i there who")
_LONGEST = 16


def describe(line: Line, one: Spotted, first: int, whose: Whose) -> tuple[str | None, str | None]:
    """Return subject and measure of a figure, each None where it is not told.

    The measure is in the sentence's words, the subject in the article's: pronouns are resolved.
    """
    q = one.quantity
    if one.kind is FigureKind.ORDINAL:
        return None, _following(line, q.b)
    if one.kind in (FigureKind.AGE, FigureKind.SCORE):
        return None, None
    verb = first if first < q.a and line.low[first] in LEVEL else _verb_before(line, first)
    if q.counted:
        return whose.doer(first), line.span(q.number_end + (line.word(q.number_end) in ("-", "‑", "of")), q.b)
    of = _of_noun(line, first)
    if of:
        return whose.doer(first), of
    if verb is not None and line.low[verb] in LEVEL:
        subject, measure = _measured(line, verb, first, one, whose)
        if one.unit is None and measure:
            one.unit = _counted_subject(measure) or None
        return subject, measure
    moved = _moved(line, first)
    if moved:
        if one.unit is None:
            one.unit = _counted_subject(moved) or None
        return whose.doer(first), moved
    after = _after(line, q.b)
    far = _any_verb(line, first)
    if after is None and far is not None and line.low[far] in LEVEL and line.low[far] not in _HELPERS:
        return _measured(line, far, first, one, whose)
    return whose.doer(first), after


def _measured(line: Line, verb: int, first: int, one: Spotted, whose: Whose) -> tuple[str | None, str | None]:
    """Return whose and what before a verb of level; what costs 5 million, or loses it, is the one it belongs to."""
    owner, measure = _split_subject(line, verb)
    start, end = _noun_span(line, verb)
    if owner is None and start < end and line.low[start] in OWNERS:
        return whose.pronoun(OWNERS[line.low[start]], start), measure
    share = one.unit in ("%", "pp", "bp")
    if owner is None and (measure is None or (line.low[verb] in _BEARS and not share)):
        return whose.doer(first, one.kind is FigureKind.DURATION), measure
    return whose.owner(owner) or whose.place(), measure


def _verb_before(line: Line, first: int) -> int | None:
    """Return the level verb right before the figure, helpers and adverbs and "to", "at", "by" skipped."""
    k = first - 1
    while k >= 0 and first - k < 7:
        word = line.low[k]
        if word in LEVEL and not (
            word in ("total", "rise", "fall", "increase", "decline", "cost") and line.word(k + 1) == "of"
        ):
            return k
        if word not in (
            "to",
            "at",
            "by",
            "for",
            "a",
            "an",
            "the",
            "from",
            "in",
            "record",
            "nearly",
            "some",
            "down",
            "up",
        ) and not word.endswith("ly"):
            return None
        k -= 1
    return None


def _any_verb(line: Line, first: int) -> int | None:
    """Return the first verb-like token of the clause before the figure: a helper, a level verb or a word in -ed."""
    start = _clause_start(line, first)
    for k in range(start + 1, first):
        word = line.low[k]
        if (
            word in _HELPERS
            or word in LEVEL
            or word in VERBS
            or (word.endswith("ed") and line.raw[k].islower() and len(word) > 4)
        ):
            return k if word != "to" else None
    return None


def _clause_start(line: Line, k: int) -> int:
    """Return the first token of the clause before `k`; a leading time or place and its comma are stepped over."""
    j = k - 1
    while j >= 0 and k - j < 40 and line.low[j] not in _CLAUSE:
        j -= 1
    j += 1
    while j < k and (j in line.taken or (j + 1 in line.taken and line.low[j] in _LEAD)):
        j += 1
    return j


def _noun_span(line: Line, verb: int) -> tuple[int, int]:
    """Return the tokens of the noun phrase before a verb."""
    end = verb
    while (end > 0 and line.low[end - 1] in _HELPERS) or (end > 0 and line.low[end - 1].endswith("ly")):
        end -= 1
    start = _clause_start(line, end)
    if start == end and end > 1 and line.low[end - 1] == ",":  # "Companies moving from X, a hub, hit 500"
        start = 0
        while start < end and line.low[start] in _CLAUSE:
            start += 1
    return max(start, end - 3 * _LONGEST), end


def _split_subject(line: Line, verb: int) -> tuple[str | None, str | None]:
    """Split "the added value of the region" and "Acme's revenue" into whose and what."""
    start, end = _noun_span(line, verb)
    if start >= end:
        return None, None
    if line.low[start] in _LEAD:
        return None, None
    for k in range(start + 1, end):
        if line.low[k] == "of" and line.low[k - 1] in ("number", "numbers", "total"):
            continue
        if line.low[k] in ("of", "in", "at", "for", "from") and k + 1 < end:
            return _trim(line, k + 1, end), _trim(line, start, k)
        if line.low[k].endswith(("'s", "s'")) and k + 1 < end:
            return _trim(line, start, k + 1, possessive=True), _trim(line, k + 1, end)
    if line.low[start].endswith("'s") and start + 1 < end:
        return _trim(line, start, start + 1, possessive=True), _trim(line, start + 1, end)
    if line.low[start] in ("its", "their", "his", "her"):
        return None, _trim(line, start + 1, end)
    if end == start + 1 and line.low[start] in _PRONOUNS:
        return None, None
    return None, _trim(line, start, end)


def _trim(line: Line, a: int, b: int, possessive: bool = False) -> str | None:
    """Return the words without a leading article and a trailing possessive."""
    while a < b and line.low[a] in ("the", "a", "an", "its", "their", "this", "that", "of", "and"):
        a += 1
    while a < b and not (line.is_word(a) or line.is_digits(a)):
        a += 1
    while a < b and (b - 1 in line.taken or line.low[b - 1] in _LEAD or line.low[b - 1] in ("the", ",", "to", "a")):
        b -= 1
    for k in range(a + 1, b - 1):
        if line.low[k] == "," and line.is_digits(k + 1):
            b = k
            break
    text = line.span(a, min(b, a + _LONGEST))
    if possessive:
        text = text.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    return text.strip(" ,") or None


def _of_noun(line: Line, first: int) -> str | None:
    """Read the noun in "a combined capital of 5", "area of 5", "growth rate of 5", "at a depth of 5"."""
    k = first - 1
    if line.word(k) not in ("of", "at") or k < 1 or line.low[k - 1] in STOP - _SUMS or not line.is_word(k - 1):
        return None
    j = k - 1
    while j >= 0 and k - j <= 6 and line.is_word(j) and line.low[j] not in STOP - _SUMS:
        j -= 1
        while j > 0 and line.low[j] in ("-", "‑") and line.glued(j):
            j -= 1
    return _trim(line, j + 1, k)


def _moved(line: Line, first: int) -> str | None:
    """Read what was changed in "reduced the number of beds from 210 to 180", for both figures."""
    k = first - 1
    if line.word(k) == "to":
        k = next((j for j in range(k - 1, max(0, k - 7), -1) if line.low[j] == "from"), k)
    if line.word(k) != "from":
        return None
    j = k
    while j > 0 and k - j < _LONGEST and line.low[j - 1] not in _CLAUSE:
        word = line.low[j - 1]
        if word in LEVEL or word in VERBS or (word.endswith("ed") and len(word) > 4 and line.raw[j - 1].islower()):
            return _trim(line, j, k) if line.low[j] not in _LEAD else None
        j -= 1
    return None


def _after(line: Line, b: int) -> str | None:
    """Read "20 million yuan in annual revenue", "12 percent of the total", "5 percent growth"."""
    j = b
    while line.low[j : j + 2] in (["or", "more"], ["or", "less"]):
        j += 2
    if line.word(j) == "in" and ({j + 1, j + 2} & line.taken or line.is_capital(j + 1) or line.is_digits(j + 1)):
        return None
    if line.word(j) in ("in", "of"):
        start = j + 1
    elif line.is_word(j) and line.low[j] not in STOP:
        start = j
    else:
        return None
    end = start
    while (
        end < line.n
        and end < start + 8
        and (line.is_word(end) or line.low[end] in ("-", "‑"))
        and (line.low[end] not in STOP or (end == start and line.low[end] in ("the", "its", "their", "all")))
    ):
        end += 1
    return _trim(line, start, end)


def _following(line: Line, b: int) -> str | None:
    """Return up to three words behind an ordinal: "studio album"."""
    end = b
    while end < min(line.n, b + 3) and line.is_word(end) and line.low[end] not in STOP and end not in line.taken:
        end += 1
    return line.span(b, end) or None


def _counted_subject(measure: str) -> str | None:
    """Return the singular of the first plural in a measured subject ("companies moving to the park")."""
    for word in measure.lower().removeprefix("number of ").replace("-", " ").split():
        if is_plural(word):
            return singular(word)
        if word in _LEAD or word in ("to", "with", "of"):
            return None
    return None
