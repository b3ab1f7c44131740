"""Read numbers: digits with any grouping, number words, fractions, scales."""

import unicodedata
from decimal import Decimal
from typing import NamedTuple

from ingest.figures.about.qualifiers import DOWN, UP
from ingest.figures.tokens import Line, wordset

# More digits than any quantity in the news has, and few enough for exact arithmetic in Decimal's 28 places.
LONGEST_NUMBER = 24

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
SMALL = {word: Decimal(value) for value, word in enumerate(_SMALL.split())}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), start=2)}
_POWERS = {
    2: "hundred",
    3: "thousand k",
    4: "wan 万 萬",
    5: "lakh lakhs lac lacs",
    6: "million mln mn mio m mm",
    7: "crore crores cr",
    8: "亿 億 yi",
    9: "billion bn bln b",
    12: "trillion tn trn tln 兆 t",
    15: "quadrillion",
}
SCALES = {word: Decimal(10) ** power for power, words in _POWERS.items() for word in words.split()}
SCALES["dozen"] = Decimal(12)
# A letter, or "MM", says a scale only beside a currency, or glued to the digits before a counted noun ("5m people").
LETTER_SCALES = frozenset({"k", "m", "mm", "b", "t"})
# Never a scale without a space or digits before: words of other meanings.
_NOT_AFTER_WORDS = wordset("k m mm b t yi wan cr mn tn mio")
VAGUE = {
    "dozens": Decimal(12),
    "tens": Decimal(10),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "lakhs": Decimal(100_000),
    "millions": Decimal(10) ** 6,
    "crores": Decimal(10) ** 7,
    "billions": Decimal(10) ** 9,
    "trillions": Decimal(10) ** 12,
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
PARTS |= {f"{word}s": value for word, value in PARTS.items() if word != "half"} | {"halves": 2}
SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅕": "0.2", "⅛": "0.125"}
# A fraction is kept to four places ("a third" is 0.3333): finer than any percentage it is compared with.
FRACTION_STEP = Decimal("0.0001")
ORDINALS = {
    word: Decimal(value)
    for value, word in enumerate(
        _ORDINALS.split(),
        start=1,
    )
} | {"thirtieth": Decimal(30), "fortieth": Decimal(40), "fiftieth": Decimal(50), "hundredth": Decimal(100)}
NUMBER_WORDS = frozenset(SMALL) | frozenset(TENS)
_ONE = Decimal(1)
# What digits are divided by in print; "9/11" and "5/66" are something else.
_BELOW = frozenset({*range(2, 11), 12, 16, 20, 32, 50, 100, 1000, 10000})
_HALF = Decimal("0.5")


class Number(NamedTuple):
    """A number read from a line: tokens up to `end`, the scale words as printed."""

    value: Decimal
    step: Decimal
    end: int
    scale: str | None = None
    factor: Decimal = Decimal(1)
    digits: bool = True
    weak: bool = False
    """Only a number if a unit or scale says so ("3,5")."""
    vague: bool = False
    """A magnitude, not a count: "hundreds of"."""
    part: bool = False
    """A fraction of something: "two-thirds"."""


def plain(value: Decimal) -> Decimal:
    """Return `value` without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()


def _ascii(raw: str) -> str:
    if raw.isascii():
        return raw
    marks = {"’": "'", "٫": ".", "٬": ",", ",": ",", ".": ".", "\u00a0": " ", "\u2009": " ", "\u202f": " "}
    return "".join(str(int(c)) if c.isdecimal() else marks.get(c, c) for c in raw)


def _grouped(parts: list[str]) -> bool:
    """Tell thousands groups (1,234,567) or Indian ones (12,34,567) from a list of numbers."""
    if not 1 <= len(parts[0]) <= 3 or parts[0][0] == "0" or len(parts[-1]) != 3:
        return False
    if all(len(part) == 3 for part in parts[1:]):
        return True
    return len(parts[0]) <= 2 and all(len(part) == 2 for part in parts[1:-1])


def _split(text: str) -> tuple[str, str, bool] | None:
    """Return whole digits, decimal digits and whether the reading is weak; None for no number."""
    marks = [c for c in text if not c.isdigit()]
    if not marks:
        return (text, "", False) if len(text) == 1 or text[0] != "0" else None
    last = marks[-1]
    if len(marks) == 1:
        whole, rest = text.split(last)
        if last == ".":
            return whole, rest, False
        if _grouped([whole, rest]):
            return whole + rest, "", False
        return (whole, rest, True) if last == "," and len(rest) <= 2 else None
    if last in ".," and marks.count(last) == 1 and len(set(marks)) == 2:
        whole, rest = text.rsplit(last, 1)
        parts = whole.split(marks[0])
        return ("".join(parts), rest, False) if _grouped(parts) else None
    parts = text.split(last)
    return ("".join(parts), "", False) if len(set(marks)) == 1 and _grouped(parts) else None


def read_digits(raw: str) -> tuple[Decimal, Decimal, bool] | None:
    """Return value, step and weakness of a digit run; None for a version, a list or a serial number."""
    if len(raw) > LONGEST_NUMBER:
        return None
    split = _split(_ascii(raw))
    if split is None:
        return None
    whole, rest, weak = split
    value = Decimal(f"{whole}.{rest}") if rest else Decimal(whole)
    return value, Decimal(1).scaleb(-len(rest)), weak


def _hyphen(line: Line, i: int) -> int:
    """Step over a glued hyphen at `i`."""
    return i + 1 if line.word(i) in ("-", "‑") and line.glued(i) and line.glued(i + 1) else i


def _spaced_groups(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Read "1 060" and "12 500 000": groups of three behind plain spaces."""
    j, text = i + 1, line.raw[i]
    if len(text) > 3 or not text.isdecimal() or text[0] == "0":
        return None
    while line.is_digits(j) and len(line.raw[j]) == 3 and line.raw[j].isdecimal() and j < i + 6:
        if line.starts[j] - line.ends[j - 1] != 1 or line.text[line.ends[j - 1]] != " ":
            break
        text += line.raw[j]
        j += 1
    after_sign = line.glued(i) and unicodedata.category(line.raw[i - 1][-1]) == "Sc"  # "$13 009"
    sure = j > i + 1 and not (line.glued(j) and line.word(j) == "-") and (after_sign or not line.glued(i))
    return (Decimal(_ascii(text)), j) if sure else None


def is_fraction(above: str, below: str) -> bool:
    """Say whether two digit runs around a slash are a fraction."""
    parts = read_digits(above), read_digits(below)
    return parts[0] is not None and parts[1] is not None and parts[0][0] < parts[1][0] in _BELOW


def _fraction(line: Line, i: int, value: Decimal) -> Number | None:
    """Read "1/3" at `i`."""
    if not (line.word(i + 1) == "/" and line.glued(i + 1) and line.glued(i + 2) and line.is_digits(i + 2)):
        return None
    below = read_digits(line.raw[i + 2])
    if below is None or not value < below[0] or line.word(i + 3) == "/" or below[0] not in _BELOW:
        return None
    share = plain((value / below[0]).quantize(FRACTION_STEP))
    return Number(share, FRACTION_STEP, i + 3, part=True)


def _from_digits(line: Line, i: int) -> Number | None:
    spaced = _spaced_groups(line, i)
    if spaced:
        return Number(spaced[0], _ONE, spaced[1])
    read = read_digits(line.raw[i])
    if read is None:
        return None
    value, step, weak = read
    fraction = _fraction(line, i, value)
    if fraction:
        return fraction
    sign = SIGNS.get(line.word(i + 1))
    if sign and value == int(value):
        return Number(value + Decimal(sign), _place(sign), i + 2)
    if line.phrase(i + 1, ("and", "a", "half")):
        return Number(value + _HALF, Decimal("0.1"), i + 4)
    return Number(value, step, i + 1, weak=weak)


def _place(text: str) -> Decimal:
    """Return one unit in the last place of a decimal string."""
    return Decimal(1).scaleb(-len(text.partition(".")[2]))


def _below_hundred(line: Line, i: int) -> tuple[Decimal, int] | None:
    word = line.word(i)
    if word in SMALL:
        return SMALL[word], i + 1
    if word in TENS:
        j = _hyphen(line, i + 1)
        unit = SMALL.get(line.word(j))
        return (TENS[word] + unit, j + 1) if unit and unit < 10 else (TENS[word], i + 1)
    return None


def _hundreds(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Read "a hundred and five", "two hundred", "sixty-one"."""
    if line.word(i) in ("a", "an") and line.word(i + 1) == "hundred":
        value, j = _ONE, i + 1
    else:
        start = _below_hundred(line, i)
        if start is None:
            return None
        value, j = start
    k = _hyphen(line, j)
    if line.word(k) != "hundred" or value >= 100:
        return value, j
    value, j = value * 100, k + 1
    rest = _below_hundred(line, j + 1) if line.word(j) == "and" else _below_hundred(line, j)
    if rest and rest[0]:
        return value + rest[0], rest[1]
    return value, j


def _article_scale(line: Line, i: int) -> Number | None:
    """Read "a million", "a dozen", "half a million", "a quarter of a million"."""
    word = line.word(i)
    after = line.word(i + 1)
    if word in ("a", "an") and after in SCALES and after != "hundred" and after not in _NOT_AFTER_WORDS:
        return Number(_ONE, _ONE, i + 1, digits=False)
    if word == "half" and line.word(i + 1) in ("a", "an"):
        return Number(_HALF, Decimal("0.1"), i + 2, digits=False)
    return None


def _by_a_part(line: Line, i: int) -> bool:
    """Say whether "by a third" tells of a change."""
    return line.word(i - 1) == "by" and bool((UP | DOWN).intersection(line.low[max(0, i - 4) : i]))


def _one_in(line: Line, i: int, above: Decimal) -> Number | None:
    """Read "one in five", "nine in 10", "three out of four"."""
    j = i + 3 if line.phrase(i + 1, ("out", "of")) else i + 2
    if j == i + 2 and line.word(i + 1) != "in":
        return None
    word = line.word(j)
    below = Decimal(int(word)) if word.isdecimal() and len(word) < 4 else SMALL.get(word)
    sure = above == 1 or j == i + 3 or below in (10, 100)
    if not below or not above < below or not sure:
        return None
    return Number(plain((above / below).quantize(FRACTION_STEP)), FRACTION_STEP, j + 1, digits=False, part=True)


def _word_fraction(line: Line, i: int) -> Number | None:
    """Read "two-thirds", "a quarter of", "half of", "three quarters"."""
    word = line.word(i)
    if word == "half" and line.word(i + 1) in ("of", "the", "its", "their", "all", "that", "his", "her", "our"):
        return Number(_HALF, FRACTION_STEP, i + 1, digits=False, part=True)
    above = _ONE if word in ("a", "an") else SMALL.get(word)
    if above and line.is_word(i) and word not in ("a", "an"):
        chance = _one_in(line, i, above)
        if chance:
            return chance
    j = _hyphen(line, i + 1)
    below = PARTS.get(line.word(j))
    if not above or not below or above >= below:
        return None
    plural = line.word(j).endswith("s") or line.word(j) == "half"
    if word in ("a", "an") and line.word(j + 1) != "of" and not _by_a_part(line, i):
        return None
    if line.low[j] == "quarters" and j == i + 1 and line.word(j + 1) != "of":
        return None
    if above > 1 and not plural:
        return None
    if word == "one" and j == i + 1 and line.word(j + 1) != "of":
        return None
    return Number(plain((above / below).quantize(FRACTION_STEP)), FRACTION_STEP, j + 1, digits=False, part=True)


def _from_words(line: Line, i: int) -> Number | None:
    number = _word_fraction(line, i) or _article_scale(line, i)
    if number:
        return number
    if line.word(i) in SIGNS:
        sign = SIGNS[line.word(i)]
        return Number(Decimal(sign), FRACTION_STEP, i + 1, part=True)
    start = _hundreds(line, i)
    if start is None:
        return None
    value, j = start
    if line.phrase(j, ("and", "a", "half")):
        return Number(value + _HALF, Decimal("0.1"), j + 3, digits=False)
    if line.word(j) == "point" and line.word(j + 1) in SMALL:
        return Number(value + SMALL[line.word(j + 1)] / 10, Decimal("0.1"), j + 2, digits=False)
    k = _hyphen(line, j)
    if line.word(k) == "thousand":  # "two thousand three hundred and five"
        rest = _hundreds(line, k + 2 if line.word(k + 1) == "and" else k + 1)
        if rest and rest[0] < 1000:
            return Number(value * 1000 + rest[0], _ONE, rest[1], digits=False)
    return Number(value, _ONE, j, digits=False)


def read_number(line: Line, i: int) -> Number | None:
    """Read the number, without its scale, that starts at token `i`; None where none does."""
    if i >= line.n:
        return None
    first = line.raw[i][0]
    if first.isdecimal():
        return _from_digits(line, i)
    return _from_words(line, i) if first.isalnum() else None


def read_scale(line: Line, i: int, money: bool) -> tuple[Decimal, str, int] | None:
    """Read the scale words at `i`: factor, text as printed, next token; letters only by the caller's leave."""
    factor, j, first = _ONE, i, -1
    while j < i + 4:
        k = _hyphen(line, j)
        word = line.word(k)
        if word == "lakhs" and line.word(k + 1) == "of":
            break
        if word not in SCALES or (word in LETTER_SCALES and not money):
            break
        if word in LETTER_SCALES and (first >= 0 or line.raw[k] == "t"):
            break
        first = k if first < 0 else first
        factor *= SCALES[word]
        j = k + 1
    if first < 0:
        return None
    text = line.span(first, j)
    if line.low[j - 1] in ("bn", "mn", "tn", "mln", "bln", "cr") and line.word(j) == "." and line.glued(j):
        follows = line.is_word(j + 1) and not line.is_capital(j + 1)
        j += 1 if follows else 0
    return factor, text, j


def scale_factor(scale: str | None) -> Decimal:
    """Return what printed scale words multiply by ("lakh crore" is 10 ** 12)."""
    factor = Decimal(1)
    for word in (scale or "").lower().replace("-", " ").split():
        factor *= SCALES.get(word, VAGUE.get(word, Decimal(1)))
    return factor


def read_vague(line: Line, i: int) -> Number | None:
    """Read "hundreds of", "tens of thousands of", "several hundred", "a few thousand" at `i`."""
    word, j = line.word(i), i
    if word in ("several", "few", "couple"):
        j = i + 2 if line.word(i + 1) == "of" else i + 1
        scale = read_scale(line, j, False)
        if scale and scale[0] >= 12:
            return Number(scale[0], scale[0], scale[2], scale[1], scale[0], False, vague=True)
        return None
    if word not in VAGUE:
        return None
    value, j = VAGUE[word], i + 1
    while line.word(j) == "of" and line.word(j + 1) in VAGUE and j < i + 5:
        value *= VAGUE[line.word(j + 1)]
        j += 2
    if line.word(j) != "of":
        return None
    return Number(value, value, j, line.span(i, j), value, False, vague=True)
