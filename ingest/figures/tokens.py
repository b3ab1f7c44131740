"""Cut a sentence into tokens, each with its place in the article."""

import re
from collections.abc import Iterator

# One pass, no backtracking: every alternative consumes what it has looked at, so the scan is linear in the text.
# A digit run keeps its inner separators (1,060 / 12'500 / 1 060 by no-break space), a word keeps its apostrophe;
# East Asian scale and calendar signs stand alone because no space parts them from their neighbours.
_SIGNS = "万萬亿億兆元円年月日人"
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\d+(?:[.,'’٫٬,.\u00a0\u2009\u202f]\d+)*"
    rf"|[{_SIGNS}]"
    rf"|[^\W\d_{_SIGNS}]+(?:['’][^\W\d_]+)?"
    r"|\S"
)
# A run of blanks is looked at from its first one only: from each of them anew it would take the square of its length.
_BREAK = re.compile(r"(?<=[.!?。!?])[)\"'”’\]]*\s++(?=[\"'“‘(\[]?[^\Wa-z_])|(?<!\s)\s*\n\s*")
# Longer than any sentence of prose; a longer one is a table or an attack and is read in pieces.
LONGEST_SENTENCE = 4000
# A sentence with more figures, or time expressions, is a table or an attack too, and the rest of it is not read.
MOST_IN_SENTENCE = 100


def wordset(words: str) -> frozenset[str]:
    """Return the words of a space-separated list, for the word tables of this package."""
    return frozenset(words.split())


_OWNERS = wordset(
    "year month week quarter decade century day today yesterday tomorrow monday tuesday wednesday thursday friday"
    " saturday sunday january february april june july august september october november december"
)


def _lower(token: str) -> str:
    """Return a token in lower case, a time word without its possessive ("last year's")."""
    low = token.lower()
    if low[-2:] in ("'s", "’s") and low[:-2] in _OWNERS:
        return low[:-2]
    return low.replace("’", "'")


class Line:
    """The tokens of one sentence: `raw[i]` stands at `starts[i]:ends[i]`, `low[i]` is its lower case."""

    __slots__ = ("ends", "heading", "low", "n", "raw", "starts", "taken", "text")

    def __init__(self, text: str, start: int, end: int, heading: bool = False) -> None:
        self.text = text
        self.heading = heading
        self.raw: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(text, start, end):
            self.raw.append(match[0])
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.low = [_lower(token) for token in self.raw]
        self.n = len(self.raw)
        self.taken: frozenset[int] = frozenset()
        """Tokens of time expressions, once they are found."""

    def word(self, i: int) -> str:
        """Return the lower-case token at `i`, or "" beyond either end."""
        return self.low[i] if 0 <= i < self.n else ""

    def glued(self, i: int) -> bool:
        """Say whether no space stands between token `i - 1` and token `i`."""
        return 0 < i < self.n and self.starts[i] == self.ends[i - 1]

    def is_digits(self, i: int) -> bool:
        """Say whether token `i` is a run of digits."""
        return 0 <= i < self.n and self.raw[i][0].isdecimal()

    def is_word(self, i: int) -> bool:
        """Say whether token `i` is a word."""
        return 0 <= i < self.n and self.raw[i][0].isalpha()

    def is_capital(self, i: int) -> bool:
        """Say whether token `i` starts with a capital letter."""
        return 0 <= i < self.n and self.raw[i][0].isupper()

    def span(self, a: int, b: int) -> str:
        """Return the text of tokens `a` to `b - 1` as printed."""
        return self.text[self.starts[a] : self.ends[b - 1]] if a < b else ""

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """Say whether the tokens from `i` on are `words`."""
        return tuple(self.low[i : i + len(words)]) == words


# A full stop behind these ends no sentence.
_SHORTENED = wordset(
    "no nos mr mrs ms dr prof rs st sept jan feb mar apr jun jul aug sep oct nov dec vs p pp art sec fig vol ch approx"
    " ca est gen col sgt lt capt sen rep gov inc corp co ltd jr sr sq mt"
)


def _is_shortened(text: str, stop: int) -> bool:
    """Say whether the full stop before `stop` belongs to an abbreviation or initial."""
    word = text[max(0, stop - 9) : stop].rpartition(" ")[2].rstrip(".").lower()
    return text[stop - 1 : stop] == "." and (word in _SHORTENED or len(word.rpartition(".")[2]) == 1)


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield `start, end` of sentences by a plain rule, for callers that bring none."""
    start = 0
    for match in _BREAK.finditer(text):
        if "\n" not in match[0] and _is_shortened(text, match.start()):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield `start:end` itself, or cut at a space into parts no longer than `LONGEST_SENTENCE`."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + LONGEST_SENTENCE)
        if cut <= start:
            cut = start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    if start < end:
        yield start, end
