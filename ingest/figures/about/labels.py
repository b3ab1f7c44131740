"""Tell names that hold a number from quantities: "Line 11", "Boeing 737", "5G", telephone numbers, times of day."""

from ingest.figures.quantity.numbers import NUMBER_WORDS, is_fraction
from ingest.figures.tokens import Line, wordset

# A number behind one of these names a thing; lower case too ("section 12", "line 11").
_ALWAYS = wordset(
    "line lines no nos number numbers section sections article articles chapter route routes highway interstate"
    " channel room flight gate platform page pages p pp paragraph clause rule rules title boeing airbus windows"
    " ios android iphone galaxy covid formula apollo soyuz area vol volume issue verse psalm episode season round"
    " game week stage phase type version model mark level tier category class grade heat unit block building suite"
    " ward district zone sector tel phone telephone fax ext zip box pier terminal dock bay studio appendix annex"
    " figure table schedule amendment proposition prop resolution bill act part step item lot serial id"
    " kilometre-post exit junction runway war squadron regiment hall lane court under-"
)
# Of these only when written with a capital or before no noun: "week 5", "part 2" but "game 5 points".
_CAPITAL_ONLY = wordset(
    "war area unit block building sector zone act part step item lot bill game round heat title court hall exit stage"
    " week level grade class type mark volume lines box table figure"
)
_SPOKEN = frozenset({"no", "nos"})
# Digits glued behind letters are an amount only after these.
_AMOUNT_PREFIXES = wordset("rs rp rm r rmb kr ksh tk us usd eur gbp cny hkd aud cad sgd nzd jpy inr chf")
_DATE_PREFIXES = frozenset({"mid", "early", "late", "post", "pre", "end"})
_CLOCK = wordset("am pm gmt utc bst est edt o'clock hrs a.m p.m")
# A number this long without separators or unit is a serial or telephone number.
SERIAL_DIGITS = 8


def is_clock(line: Line, i: int) -> bool:
    """Say whether a time of day stands at token `i` ("10:30", "3pm", "5 a.m.")."""
    if not (line.is_digits(i) and len(line.raw[i]) <= 5):
        return False
    if line.word(i + 1) == ":" and line.glued(i + 1) and line.glued(i + 2) and line.is_digits(i + 2):
        return True
    if line.word(i - 1) == ":" and line.glued(i) and line.glued(i - 1) and line.is_digits(i - 2):
        return True
    after = line.word(i + 1)
    if after in _CLOCK and len(line.raw[i]) <= 5:
        return True
    return after in ("a", "p") and line.word(i + 2) == "." and line.word(i + 3) == "m" and line.glued(i + 2)


def is_serial(line: Line, i: int) -> int | None:
    """Return the token after a telephone number, version or reference made of digit groups, else None."""
    if line.raw[i].isdecimal() and len(line.raw[i]) > SERIAL_DIGITS:
        return i + 1
    if line.raw[i].isdecimal() and line.raw[i][0] == "0" and len(line.raw[i]) > 2 and line.is_digits(i + 1):
        return next(k for k in range(i + 1, line.n + 1) if not line.is_digits(k))  # nobody counts from a nought
    j = i
    while (
        line.word(j + 1) in ("-", "‑", "–", "/", "·")
        and line.is_digits(j + 2)
        and line.glued(j + 1)
        and line.glued(j + 2)
    ):
        j += 2
    parts = (j - i) // 2 + 1
    if parts == 2 and line.word(i + 1) == "/" and not is_fraction(line.raw[i], line.raw[j]):
        return j + 1
    if parts >= 3 or (parts == 2 and len(line.raw[i]) == 3 and len(line.raw[j]) == 4 and line.word(j - 1) == "-"):
        return j + 1
    dialled = line.word(i - 1) == "+" or (line.word(i - 1) == ")" and line.word(i - 3) == "(" and parts > 1)
    if dialled and i and not line.glued(i - 1):
        while line.is_digits(j + 1) or (line.word(j + 1) in ("-", "(", ")") and line.is_digits(j + 2)):
            j += 1
        return j + 1 if j > i else None
    return None


def is_label(line: Line, i: int) -> bool:
    """Say whether the number at token `i` is part of a name by what is glued to it or stands before it."""
    before = line.word(i - 1)
    if line.glued(i):
        if line.is_word(i - 1) and not (before in _AMOUNT_PREFIXES and line.is_capital(i - 1)):
            return True
        if before in ("-", "‑") and line.glued(i - 1) and line.is_word(i - 2):
            return line.word(i - 2) not in _DATE_PREFIXES | {"magnitude"} and line.word(i - 2) not in NUMBER_WORDS
        if before in ("#", "@", "_", "/", "\\", "№", "=", "&") and not (before == "/" and line.is_digits(i - 2)):
            return True
    if before == "." and line.word(i - 2) in ("no", "nos", "p", "pp", "art", "sec", "vol", "ch", "ver"):
        return True
    if before in ("#", "№") or (before == "[" and line.word(i + 1) == "]"):
        return True
    if line.word(i + 1) == "(" and line.glued(i + 1) and line.glued(i + 2) and line.word(i + 3) == ")":
        return len(line.raw[i + 2]) == 1
    if line.glued(i + 1) and (line.word(i + 1) in ("′", "″") or (line.word(i + 1) == "°" and line.is_digits(i + 2))):
        return True
    if line.glued(i) and line.glued(i - 1) and before in (".", "(") and _continues(line, i - 2):
        return True
    return _named(line, i, before)


def _continues(line: Line, k: int) -> bool:
    """Say whether a name goes on behind token `k`: "X.25", "501(c)(3)"."""
    return line.word(k) == ")" or (line.is_word(k) and len(line.raw[k]) == 1)


def _named(line: Line, i: int, before: str) -> bool:
    if before not in _ALWAYS:
        return False
    if before in _SPOKEN:
        return line.is_capital(i - 1) and line.is_digits(i)
    if before in _CAPITAL_ONLY and not line.is_capital(i - 1):
        return False
    if before in ("number", "numbers"):
        return line.word(i - 2) != "the"
    return True


def is_bare_name(line: Line, i: int) -> bool:
    """Say whether a number without a unit belongs to the capitalised word before it ("Expo 2010", "Falcon 9")."""
    if i < 1 or line.starts[i] - line.ends[i - 1] > 1 or not line.is_word(i - 1):
        return False
    raw = line.raw[i - 1]
    return (
        raw[0].isupper() and i > 1 and len(raw) > 1 and line.low[i - 1] not in ("about", "some", "only", "over", "in")
    )


def is_capital_word(line: Line, i: int) -> bool:
    """Say whether a number word is part of a name: a capital inside a sentence ("Group of Seven")."""
    if not line.raw[i][0].isupper() or i == 0 or line.heading:
        return False
    before = line.low[i - 1]
    return before not in (".", '"', "“", "”", "‘", ":", "?", "!", "-", "—", "–", "(", "'", "•", ";")
