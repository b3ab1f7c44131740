"""A second reader of numbers, written apart from `ingest.figures`, so that a grader need not trust what it grades.

It knows digits, number words, scales, percent, currencies, rates and minus signs, and nothing else: no dates, no
subjects, no ledger. Where it and the ledger differ on an answer, one of the two is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SMALL = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "mm": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "crore": 10**7,
    "lakh": 10**5,
    "dozen": 12,
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "yuan": "CNY", "rmb": "CNY", "dollar": "USD", "euro": "EUR"}
_SIGNS |= {"dollars": "USD", "euros": "EUR", "pounds": "GBP", "yen": "JPY", "rupees": "INR", "rupee": "INR"}
_PERCENT = frozenset({"%", "percent", "pct"})
_DIGITS = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_TOKEN = re.compile(rf"(?P<number>{_DIGITS})|(?P<word>[^\W\d_]+)|(?P<sign>[%$€£¥−–-])|(?P<other>\S)")
_RATE = re.compile(r"(?: \w+){0,3}? (?:per|an|a|each|every) (second|minute|hour|day|week|month|quarter|year)\b", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as plainly printed."""

    value: Decimal
    """With its scale: "1.2 million" is 1,200,000."""
    mark: str
    """"%", a currency's letters, or nothing."""
    rate: str
    """The time it is per, "" for none."""


def read_numbers(text: str) -> list[Number]:
    """Return the numbers of a text in order."""
    return list(_numbers(text, list(_TOKEN.finditer(text))))


def _numbers(text: str, tokens: list[re.Match[str]]) -> Iterator[Number]:
    at = 0
    while at < len(tokens):
        made = _one(text, tokens, at)
        if made is None:
            at += 1
        else:
            number, at = made
            yield number


def _one(text: str, tokens: list[re.Match[str]], at: int) -> tuple[Number, int] | None:
    first = tokens[at]
    word = first.group().casefold()
    if first.lastgroup == "number":
        value, at = Decimal(re.sub(r"[,  ]", "", word)), at + 1
    elif word in _SMALL or word in _TENS:
        value, at = _words(tokens, at)
    else:
        return None
    before = tokens[at - 2].group().casefold() if at >= 2 and first.lastgroup == "number" else ""
    mark = _SIGNS.get(before, "")
    if before and before in "−-" and not text[: tokens[at - 2].start()][-1:].strip():
        value = -value
    while _next(tokens, at - 1) in _SCALES:
        scale = _SCALES[tokens[at].group().casefold()]
        if tokens[at].group() in ("m", "b", "k") and tokens[at].start() > tokens[at - 1].end():
            break  # "5 m" is a length
        value *= scale
        at += 1
    mark = _mark(tokens, at) or mark
    rate = _RATE.match(text, tokens[at - 1].end())
    return Number(value, mark, rate.group(1).casefold() if rate else ""), at


def _words(tokens: list[re.Match[str]], at: int) -> tuple[Decimal, int]:
    """Read "forty-two", "three hundred and five"; scales from thousand on are read by the caller."""
    total = 0
    while at < len(tokens):
        word = tokens[at].group().casefold()
        if word in _TENS and total % 100 == 0:
            total += _TENS[word]
        elif word in _SMALL and (total % 100 == 0 or (total % 10 == 0 and _SMALL[word] < 10)):
            total += _SMALL[word]
        elif word == "hundred" and 0 < total < 100:
            total *= 100
        elif not _joins(word, total, _next(tokens, at)):
            break
        at += 1
    return Decimal(total), at


def _joins(word: str, total: int, then: str) -> bool:
    """Tell whether a word only joins number words: "forty-two", "three hundred and five", not "forty and two"."""
    between = word == "-" or (word == "and" and total % 100 == 0)
    return between and total > 0 and (then in _SMALL or then in _TENS)


def _next(tokens: list[re.Match[str]], at: int) -> str:
    return tokens[at + 1].group().casefold() if at + 1 < len(tokens) else ""


def _mark(tokens: list[re.Match[str]], at: int) -> str:
    here, then = _next(tokens, at - 1), _next(tokens, at)
    if here in _PERCENT or (here == "per" and then == "cent"):
        return "%"
    return _SIGNS.get(here, "") if here.isalpha() else ""


def carries_numbers(shown: str, quote: str) -> list[Number]:
    """Return the numbers of some shown words that a quote does not print alike: none where all is carried.

    Alike: the same value, its sign apart ("a loss of 3" may stand for -3), the same mark where the shown one has a mark
    or the quote's is a percentage, and the same rate where the shown one has a rate.
    """
    printed = read_numbers(quote)
    return [n for n in read_numbers(shown) if not any(_alike(n, p) for p in printed)]


def _alike(shown: Number, printed: Number) -> bool:
    if abs(shown.value) != abs(printed.value):
        return False
    if shown.mark != printed.mark and (shown.mark or printed.mark == "%"):
        return False
    return shown.rate == printed.rate or not shown.rate
