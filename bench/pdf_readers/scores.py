"""How well a reader's text agrees with what was printed."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from bench.pdf_readers.printed import FIRST_PAGE, HEAD, WORD, Printed

# Hyphens at line ends, with the signs some readers put for them.
_BROKEN = re.compile(r"([^\W_]+(?:[-\u2010][^\W_]+)*)[-\u2010\u00ad\x02\ufffe][^\S\n]*\r?\n\s*([^\W_]+)")


def share_whole(printed: Printed, text: str) -> float:
    """Return the share of sentences that stand whole in the text, those of the body in their order.

    White space is folded, and soft hyphens go, for they are invisible. Of the body's sentences the longest run in order
    counts; what has no place among them (title, notes, rows of a table, pull quote) counts where it stands.
    """
    folded = _fold(text)
    places = [at for sentence in printed.sentences if (at := folded.find(_fold(sentence))) >= 0]
    whole = _longest_rise(places) + sum(_fold(aside) in folded for aside in printed.asides)
    return whole / (len(printed.sentences) + len(printed.asides))


def share_kept(printed: Printed, text: str) -> float:
    """Return the share of the printed words, each as often as it was printed, that stand in the text."""
    words = printed.words()
    return (words & Counter(WORD.findall(_fold(text)))).total() / words.total()


def broken_words(printed: Printed, texts: Iterable[str]) -> Counter[str]:
    """Return the words broken at line ends and how often: what any reader shows so, when its halves make a word."""
    known, broken = printed.words(), Counter[str]()
    for text in texts:
        pairs = [(a, b) for a, b in _BROKEN.findall(text)]
        broken |= Counter(word for a, b in pairs for word in (a + b, f"{a}-{b}") if word in known)
    return broken & known


def count_joined(printed: Printed, text: str, broken: Counter[str]) -> int:
    """Return how many of the words broken stand whole in the text: with their hyphen only where it is theirs."""
    lost = printed.words() - Counter(WORD.findall(_fold(text)))
    return broken.total() - (broken & lost).total()


def count_left(printed: Printed, text: str, pages: int) -> int:
    """Return how many running heads and page numbers stand in the text; at most two a page."""
    if not printed.layout.heads:
        return 0
    numbers = {str(FIRST_PAGE + number) for number in range(pages)}
    return _fold(text).count(HEAD) + len(numbers & set(re.findall(r"(?<!\d)(?<!\d[,.])\d+(?![\d,]|\.\d)", text)))


def _fold(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _longest_rise(places: Iterable[int]) -> int:
    """Return the length of the longest increasing subsequence, by patience sorting."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)
