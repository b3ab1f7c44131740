"""Words broken at line ends: joined, unless their hyphen is one that stands inside a line too."""

import re
from collections.abc import Set as AbstractSet

# No word of any language in print is longer; a "word" that is says nothing about its hyphen.
LONGEST_WORD = 100
MARKS = ("-", "\u2010", "\u00ad")
_HEAD = re.compile(r"(?P<head>[\w'’]+(?:-[\w'’]+)*)(?P<mark>[-\u2010\u00ad])$")
_TAIL = re.compile(r"(?P<tail>[\w'’]+)")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
# A hyphen stays behind these ("well-known", "twenty-five") ...
_FIRST = frozenset(
    "well ill self quasi non vice twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven"
    " eight nine first second third low long short full cross hard soft".split()
)
# ... except before the end of a word of one piece ("short-age", "six-teen").
_ENDINGS = re.compile(
    r"e?s|e?d|er|ers|ern|est|en|ens|ened|ening|ing|ings|ly|ness|ish|ism|ist|ists|ary|al|age|ages|ow|ows|y|ies|ty|teen"
    r"|teenth|tieth|fold|way|ways|light|lights|land|lands|ship|ware|wood|sense|hand|fall|bread|ation|ance|ent|ant"
)
# It stays behind these only before words such as these; else they are syllables ("ex-ample", "co-ver").
_PAIRED = {
    "ex": frozenset(
        "mayor minister president premier chancellor husband wife chief boss soldier player partner prime leader"
        " manager head banker spy king military footballer captain coach convict officer official police senator"
        " governor".split()
    ),
    "co": frozenset("owner owners founder founders founded author authors pilot host chair worker workers".split()),
    "so": frozenset({"called"}),
    "all": frozenset({"party", "star", "time", "out", "round", "male", "female"}),
    "north": frozenset({"east", "west", "eastern", "western"}),
    "south": frozenset({"east", "west", "eastern", "western"}),
    "anti": frozenset({"war", "government", "terror", "terrorism", "immigration", "tank", "aircraft", "abortion"}),
    "pro": frozenset({"government", "independence", "democracy", "western", "choice", "life"}),
    "one": frozenset({"off", "way", "third", "time", "sided"}),
    "half": frozenset({"year", "hour", "time", "mile", "price", "empty", "full", "finished", "million", "brother"}),
}
# It stays before these ("state-owned", "five-year", "long-term").
_SECOND = frozenset(
    "based owned known led backed funded year term scale speed profile quality income related friendly fired powered"
    " born elect day week month hour minute mile metre kilometre kilometer storey bedroom language sized".split()
)
_NO_FIRST = frozenset("un re pre mis over under out up dis in de sub fore un inter be a".split())
# "pre- and post-war": the hyphen stands for a word that follows later.
_PAIRS = frozenset("and or to und oder et ou y o e".split())


def known_words(text: str) -> frozenset[str]:
    """Return the words of a text that stand inside its lines, those with hyphens too, in small letters."""
    return frozenset(word.casefold() for line in text.split("\n") for word in _inner_words(line))


def _inner_words(line: str) -> list[str]:
    words = [match[0] for match in _WORD.finditer(line)]
    return words[:-1] if words and line.rstrip().endswith(MARKS) else words


class Joined:
    """Lines that go on one in another; a word broken between two of them becomes whole.

    Only the last LONGEST_WORD characters are looked at, so that a line costs the same however much stands before it.
    """

    def __init__(self, line: str) -> None:
        self._parts = [line]
        self._end = line[-LONGEST_WORD:]

    @property
    def text(self) -> str:
        """All lines as one."""
        return "".join(self._parts)

    def breaks(self, after: str, known: AbstractSet[str]) -> bool:
        """Tell whether a word is broken between what there is and a line."""
        return self._end.endswith(MARKS) and _seam(self._end, after, known) is not None

    def add(self, after: str, known: AbstractSet[str]) -> None:
        """Add the line that goes on."""
        seam = _seam(self._end, after, known)
        if seam == "":
            self._parts[-1], self._end = self._parts[-1][:-1], self._end[:-1]
        self._parts.append(after if seam is not None else f" {after}")
        self._end = (self._end + self._parts[-1])[-LONGEST_WORD:]


def _seam(end: str, after: str, known: AbstractSet[str]) -> str | None:
    """Return the hyphen that stays between two halves of a word, or "" for none; None for words of their own."""
    head, tail = _HEAD.search(end), _TAIL.match(after[:LONGEST_WORD])
    if head is None or tail is None:
        return None
    if head["mark"] == "\u00ad":
        return ""
    if tail["tail"].casefold() in _PAIRS:
        return None
    return head["mark"] if _keeps(head["head"], tail["tail"], known) else ""


def _keeps(head: str, tail: str, known: AbstractSet[str]) -> bool:
    """Decide whether the hyphen is part of the word; what the text itself says elsewhere goes first."""
    first, second = head.casefold(), tail.casefold()
    last = first.rpartition("-")[2]
    if last + second in known or first + second in known:
        return False
    if f"{first}-{second}" in known or "-" in first:
        return True
    if len(head) == 1 or not head[-1].isalpha() or not tail[0].islower() or head.isupper():
        return True
    if first in _FIRST:
        return not _ENDINGS.fullmatch(second)
    if second in _PAIRED.get(first, ()):
        return True
    if second in _SECOND and first not in _NO_FIRST and len(first) > 2:
        return True
    return len(first) > 3 and len(second) > 3 and first in known and second in known
