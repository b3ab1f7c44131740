"""Read one quantity at a token: sign, currency, number, range, scale and unit."""

from dataclasses import dataclass
from decimal import Decimal

from ingest.figures.about.nouns import STOP, read_noun
from ingest.figures.quantity.currencies import SYMBOLS, read_before
from ingest.figures.quantity.measures import Measured, read_unit
from ingest.figures.quantity.numbers import LETTER_SCALES, Number, plain, read_number, read_scale, read_vague
from ingest.figures.quantity.units import UNITS
from ingest.figures.tokens import Line

_MINUS = frozenset({"-", "−", "–", "‑"})
_TO = frozenset({"to", "and", "or", "-", "–", "—", "‑", "~", "～"})
_DASHES = frozenset({"-", "–", "—", "‑", "~", "～"})
_LOSSES = frozenset({"minus", "negative"})


@dataclass(slots=True)
class Quantity:
    """A quantity by its tokens `a` to `b - 1`; `number_end` is the token after number and scale."""

    a: int
    b: int
    value: Decimal
    step: Decimal
    number_end: int
    high: Decimal | None = None
    unit: str | None = None
    scale: str | None = None
    counted: bool = False
    weak: bool = False
    vague: bool = False
    digits: bool = True
    part: bool = False
    twice: bool = False
    """A range whose two ends each have their unit ("$2 to $85")."""


def _scaled(line: Line, number: Number, money: bool) -> Number:
    """Apply the scale words behind a number; a letter counts as one after a currency or before a noun."""
    if number.vague:
        return number
    j = number.end
    hyphen = line.word(j) in ("-", "‑") and line.glued(j) and line.glued(j + 1)
    letters = money or (number.digits and line.word(j) in LETTER_SCALES and _letter_scale(line, j))
    scale = read_scale(line, j, letters)
    if scale is None or (hyphen and number.part):
        return number
    factor, text, end = scale
    value, step = number.value, number.step
    if line.phrase(end, ("and", "a", "half")):
        value, step, end = value + Decimal("0.5"), Decimal("0.1"), end + 3
    if text.lower() == "dozen":  # a count in words, not a rounding to twelves
        return number._replace(value=value * factor, step=Decimal(1), end=end, part=False)
    part = number.part and number.value < 1
    if part:
        step = Decimal("0.1") if number.value == Decimal("0.5") else Decimal("0.01")
    return number._replace(
        value=value * factor, step=step * factor, end=end, scale=text, factor=factor, part=False, weak=False
    )


def _letter_scale(line: Line, j: int) -> bool:
    """Say whether a glued letter is a scale ("10k runners", "5m people"); "5m tall" and "5K race" are not."""
    if not line.glued(j):
        return False
    letter, after = line.raw[j], line.word(j + 1)
    if letter == "k":
        return after not in ("race", "run", "runs", "races")
    if letter == "M":
        return True
    noun = read_noun(line, j + 1, False)
    return letter in ("m", "b", "K") and noun is not None and noun[0] not in ("freestyle", "hurdle", "relay")


def _of_part(line: Line, number: Number) -> Number:
    """Read "a quarter of a million", "half a mile"."""
    if number.part and line.word(number.end) == "of" and line.word(number.end + 1) in ("a", "an"):
        scale = read_scale(line, number.end + 2, False)
        if scale:
            value = number.value * scale[0]
            return number._replace(value=value, step=scale[0] / 100, end=scale[2], scale=scale[1], part=False)
    return number


def read_quantity(line: Line, i: int, ranges: bool = True) -> Quantity | None:
    """Read the quantity that starts at token `i`, None where none does.

    A range is one quantity: "6 to 8 million", "$1-2 billion", "between 5 and 10 percent" (from its first number on).
    """
    negative, j = _sign(line, i)
    before = read_before(line, j)
    money = None
    if before:
        money, j = before
        if not negative and line.word(j) in _MINUS and line.glued(j + 1):
            negative, j = True, j + 1
    vague = None if before else read_vague(line, j)
    number = vague or read_number(line, j)
    if number is None:
        return None
    number = _of_part(line, _scaled(line, number, money is not None))
    single = number.value == 1
    if negative:
        number = number._replace(value=-number.value)
    ranged = None if number.vague or not ranges else _range(line, number, money)
    last = ranged or number
    glued = line.glued(last.end)
    unit = _part_unit(line, last) if last.part else read_unit(line, _past_bound(line, last), single, money, glued)
    return _assemble(line, i, number, ranged, unit)


def _past_bound(line: Line, number: Number) -> int:
    """Step over "or more", "+", or the "of" of "hundreds of", that stand between a number and its unit."""
    j = number.end
    if number.vague and line.word(j) == "of":
        return j + 2 if line.word(j + 1) in ("the", "its", "their", "his", "her", "our") else j + 1
    if line.word(j) == "or" and line.word(j + 1) in ("more", "fewer", "less", "so"):
        return j + 2 if line.is_word(j + 2) and line.low[j + 2] not in STOP else j
    if line.word(j) == "+" and line.glued(j):
        return j + 1
    return j + 2 if line.word(j) == "-" and line.word(j + 1) in ("plus", "odd") and line.glued(j) else j


def _sign(line: Line, i: int) -> tuple[bool, int]:
    """Read a minus glued to what follows and to nothing before, or the word."""
    if line.word(i) in _MINUS and line.glued(i + 1) and (not line.glued(i) or line.word(i - 1) in ("(", '"', "“")):
        return True, i + 1
    if line.word(i) in _LOSSES and line.is_digits(i + 1):
        return True, i + 1
    return False, i


def _part_unit(line: Line, number: Number) -> Measured | None:
    """Give a fraction its unit: of a thing measured ("half a mile", "1/2 inch"), else the share of a whole."""
    j = number.end
    j = j + 1 if line.word(j) in ("a", "an") else j
    found = read_unit(line, j, True, None, False) if line.word(j) not in ("of",) else None
    if found and not found.counted and found.unit in UNITS:
        return found
    return Measured("share", number.end)


def _range(line: Line, low: Number, money: str | None) -> Number | None:
    """Read the second number of a range; the first takes over its scale when it has none."""
    j = low.end
    first_unit = read_unit(line, j, False, None, line.glued(j))
    if first_unit and not first_unit.counted:
        after = _high(line, first_unit.end, money)
        if after and after[1] == first_unit.unit:
            return after[0] if after[0].value > low.value and line.word(first_unit.end) != "and" else None
    if line.word(j) in ("$", "€", "£"):
        return None
    found = _high(line, j, money)
    if found is None:
        return None
    high = found[0]
    joiner = line.word(j)
    if not low.value < high.value or low.part != high.part:
        return None
    if joiner in ("and", "or") and not _is_between(line, low, joiner):
        return None
    return high


def _high(line: Line, j: int, money: str | None) -> tuple[Number, str | None] | None:
    joiner = line.word(j)
    if joiner not in _TO or (joiner in _DASHES and line.glued(j) != line.glued(j + 1)):
        return None
    k = j + 1
    before = read_before(line, k)
    if before:
        if money is None or before[0] != money:
            return None
        k = before[1]
    if line.glued(k) and joiner not in _DASHES and not before:
        return None
    negative, k = _sign(line, k) if line.word(j) not in _DASHES else (False, k)
    number = read_number(line, k)
    if number is None or number.weak:
        return None
    number = _scaled(line, number, money is not None)
    if negative:
        number = number._replace(value=-number.value)
    unit = read_unit(line, number.end, False, None, line.glued(number.end))
    return number, unit.unit if unit else None


def _is_between(line: Line, low: Number, joiner: str) -> bool:
    """Say whether "5 and 10" stands behind "between", or "two or three" names neighbours."""
    k = low.end - 1
    while k > 0 and k > low.end - 6 and line.low[k] not in ("between", ",", ";"):
        k -= 1
    if joiner == "and":
        return line.low[k] == "between"
    return not low.digits and low.value < 20


def _assemble(line: Line, a: int, low: Number, high: Number | None, unit: Measured | None) -> Quantity:
    last = high or low
    value, step = low.value, low.step
    if high is not None:
        if low.scale is None and high.scale is not None and low.value * high.factor < high.value:
            value, step = value * high.factor, step * high.factor
        step = min(step, high.step)
    end = unit.end if unit else last.end
    return Quantity(
        a=a,
        b=max(end, last.end),
        value=plain(value),
        step=plain(step),
        number_end=last.end,
        high=plain(high.value) if high is not None else None,
        unit=unit.unit if unit else None,
        scale=(last.scale or low.scale),
        counted=unit.counted if unit else False,
        weak=low.weak,
        vague=low.vague,
        digits=low.digits,
        part=low.part,
        twice=high is not None
        and (line.word(low.end) not in _TO or line.raw[high.end - 2 - (high.scale is not None)] in SYMBOLS),
    )
