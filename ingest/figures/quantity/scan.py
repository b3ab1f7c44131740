"""Scan the tokens of a sentence for quantities and say of what kind each is."""

from dataclasses import dataclass, field
from decimal import Decimal

from ingest.figures.about.labels import is_bare_name, is_capital_word, is_clock, is_label, is_serial
from ingest.figures.about.qualifiers import DOWN, UP
from ingest.figures.quantity.currencies import CODES, PREFIXED, SHORT, SYMBOLS
from ingest.figures.quantity.measures import read_unit
from ingest.figures.quantity.numbers import ORDINALS, PARTS, SIGNS, SMALL, TENS, VAGUE, scale_factor
from ingest.figures.quantity.quantities import Quantity, read_quantity
from ingest.figures.quantity.units import UNITS, describe_unit, is_money
from ingest.figures.time.phrases import Found
from ingest.figures.tokens import Line, wordset
from ingest.types import FigureKind

_WORD_SEEDS = frozenset(SMALL) | frozenset(TENS) | frozenset(VAGUE) | frozenset(SIGNS)
_WORD_SEEDS |= frozenset({"half", "a", "an", "several", "few", "couple", "minus", "negative"})
_CURRENCY_SEEDS = frozenset(SYMBOLS) | CODES | frozenset(SHORT) | frozenset(p.upper() for p in PREFIXED)
_SIGN_SEEDS = frozenset({"-", "−", "–"})
# "U.S.$5"
_CURRENCY_SEEDS |= {"U"}
# "the two", "these three" point back and count nothing new.
_DEFINITE = wordset("the other these those all last first both which")
# "one" counts nothing before or behind these.
_ONE_BEFORE = wordset("no any every each this that which the another some number day last only first next")
_ONE_AFTER = wordset(
    "of another day thing way time by who that could can would should must may might has had does is was s of's such"
    " more another's side hand else for to in on at and or"
)
# Bare numbers before these count people.
_HARMED = wordset("injured wounded dead missing killed hospitalised hospitalized arrested displaced homeless")
_STOPS = frozenset({"", ".", ",", ";", "!", "?"})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_VERBS = wordset("began became came saw met took made got went won did had was were to")
_NOT_ORDINAL_AFTER = wordset("of hand thought thoughts glance nature")
_SPORT = wordset(
    "beat beats beaten won win wins lost lose loses defeat defeated victory draw drew drawn match game games goal"
    " goals lead led leads leading scored score scores set sets final semi-final semifinal semifinals quarterfinal"
    " team teams league cup champion champions championship thrashed edged tie tied win-loss vote voted ruling"
    " ruled decision innings penalty penalties shootout hosts equalised equalized playoff playoffs aggregate"
    " seeded round"
)


@dataclass(slots=True)
class Spotted:
    """A quantity with its kind and unit, and what stands beside it in another unit."""

    quantity: Quantity
    kind: FigureKind
    unit: str | None
    carried: bool = False
    equivalents: list[tuple[int, int, Decimal, str]] = field(default_factory=list)


def scan(line: Line, times: list[Found], most: int) -> list[Spotted]:
    """Return the first `most` quantities of a line in order; tokens of time expressions are left out."""
    taken = line.taken = frozenset(i for one in times for i in range(one.a, one.b))
    spotted: list[Spotted] = []
    i = 0
    while i < line.n:
        if i in taken or not _is_seed(line, i):
            i += 1
            continue
        one, i = _spot(line, i, taken)
        if one and not _joins_equivalent(line, spotted, one):
            spotted.append(one)
            if len(spotted) >= most:
                break
    return spotted


def _is_seed(line: Line, i: int) -> bool:
    word = line.word(i)
    return (
        line.raw[i][0].isdecimal()
        or word in _WORD_SEEDS
        or word in ORDINALS
        or line.raw[i] in _CURRENCY_SEEDS
        or word in _SIGN_SEEDS
    )


def _spot(line: Line, i: int, taken: frozenset[int]) -> tuple[Spotted | None, int]:
    """Read what stands at a seed; return it and the token to go on from."""
    if line.is_digits(i):
        if is_clock(line, i):
            return None, i + 1
        serial = is_serial(line, i)
        if serial and not _score(line, i):
            return None, serial
        if is_label(line, i):
            return None, _past_label(line, i)
        special = _ordinal_digits(line, i) or _score(line, i)
        if special:
            return special, special.quantity.b
    elif line.low[i] in ORDINALS and not _is_fraction(line, i):
        return _ordinal_word(line, i)
    quantity = read_quantity(line, i)
    if quantity is None or any(k in taken for k in range(quantity.a, quantity.number_end)):
        return None, i + 1
    if quantity.high is not None and _tells_change(line, quantity):
        quantity = _split_range(line, quantity)
    _clip(quantity, taken)
    if not _is_quantity(line, quantity):
        return None, max(i + 1, quantity.number_end)
    return _kind(line, quantity), quantity.b


FAR = 3
"""How many times a range's low end its high one may be: a step is told more nearly than that."""


def _tells_change(line: Line, q: Quantity) -> bool:
    """Say whether "from 3 to 5" are two values of a change and not a range."""
    before = line.word(q.a - 1)
    if before in UP | DOWN:
        return q.twice
    if before == "by":  # "rose by 3 to 4 percent" is one step that lies between two values, "by 40 to 310" is none
        return q.twice or (q.high is not None and q.high >= FAR * q.value > 0)
    return before == "from" and bool((UP | DOWN).intersection(line.low[max(0, q.a - 9) : q.a]))


def _split_range(line: Line, q: Quantity) -> Quantity:
    """Return the lower value of a range alone, with the scale and unit the two share."""
    low = read_quantity(line, q.a, ranges=False)
    if low is None:
        return q
    low.value, low.step = q.value, q.step
    low.scale, low.unit, low.counted = low.scale or q.scale, q.unit, False
    low.b = min(low.b, q.b) if low.unit else low.number_end
    return low


def _past_label(line: Line, i: int) -> int:
    """Step over a label with its parts ("737-800", "section 12(3)")."""
    j = i + 1
    several = line.word(i - 1).endswith("s")
    while several and line.word(j) in ("to", "and", ",", "-", "–", "or") and line.is_digits(j + 1):
        j += 2
    while j < line.n and line.glued(j) and (line.is_digits(j) or line.is_word(j) or line.word(j) in ("-", "/")):
        j += 1
    return j


def _clip(quantity: Quantity, taken: frozenset[int]) -> None:
    """Keep a unit from reaching into a time expression ("43 September games")."""
    for k in range(quantity.number_end, quantity.b):
        if k in taken:
            kept = quantity.unit.partition("/")[0] if quantity.unit and not quantity.counted else None
            quantity.b, quantity.unit, quantity.counted = max(k, quantity.number_end), kept, False
            return


def _is_fraction(line: Line, i: int) -> bool:
    return line.low[i] in PARTS and line.word(i - 1) in ("-", "a", "one", "two", "three", "four")


def _ordinal_digits(line: Line, i: int) -> Spotted | None:
    if not (line.glued(i + 1) and line.word(i + 1) in _ORDINAL_ENDINGS and line.raw[i].replace(",", "").isdecimal()):
        return None
    value = Decimal(int(line.raw[i].replace(",", "")))
    return Spotted(Quantity(i, i + 2, value, Decimal(1), i + 2), FigureKind.ORDINAL, None)


def _ordinal_word(line: Line, i: int) -> tuple[Spotted | None, int]:
    """Read "third"; "at first", "second hand" and a capital inside a sentence are none."""
    word, after = line.low[i], line.word(i + 1)
    if is_capital_word(line, i) or not (line.is_word(i + 1) or line.word(i + 1) in _STOPS) or line.word(i - 1) == "at":
        return None, i + 1
    is_time = word == "second" and line.word(i - 1) in ("per", "a", "each", "every", "split")
    if after in _NOT_ORDINAL_AFTER or is_time or (word == "first" and (after in _VERBS or after.endswith("ed"))):
        return None, i + 1
    return Spotted(Quantity(i, i + 1, ORDINALS[word], Decimal(1), i + 1), FigureKind.ORDINAL, None), i + 1


def _score(line: Line, i: int) -> Spotted | None:
    """Read "3-1" where the sentence is about a game or a vote, or the numbers fall."""
    dash = line.word(i + 1)
    if dash not in ("-", "–", ":") or not (line.glued(i + 1) and line.glued(i + 2) and line.is_digits(i + 2)):
        return None
    a, b = line.raw[i], line.raw[i + 2]
    if not (a.isdecimal() and b.isdecimal() and len(a) <= 3 and len(b) <= 3) or line.word(i + 3) in ("-", "/"):
        return None
    if line.glued(i + 3) and line.word(i + 3) not in (".", ",", ")", ";", '"', "”", "’", "'", "!", "?", ":"):
        return None
    unit = read_unit(line, i + 3, False, None, False)
    sport = bool(_SPORT.intersection(line.low[max(0, i - 12) : i + 12]))
    if (unit and not unit.counted) or (unit and not sport):
        return None
    if (not sport and int(a) <= int(b)) or (dash == ":" and not sport):
        return None
    quantity = Quantity(i, i + 3, Decimal(int(a)), Decimal(1), i + 3, Decimal(int(b)))
    return Spotted(quantity, FigureKind.SCORE, None)


def _is_quantity(line: Line, q: Quantity) -> bool:
    """Refuse what only looks like a quantity: names, idioms, lists, a bare article."""
    word = line.low[q.a]
    if q.weak and q.unit is None and q.scale is None:
        return False
    if line.is_digits(q.a):
        glued = line.glued(q.number_end) and line.is_word(q.number_end) and line.raw[q.number_end] < "\u2e80"
        if glued and (q.unit is None or q.counted):
            return False
        if q.unit is None and line.word(q.number_end) in ("-", "‑") and line.glued(q.number_end):
            return not (line.glued(q.number_end + 1) and line.is_word(q.number_end + 1))
        return not (q.unit is None and q.scale is None and is_bare_name(line, q.a) and line.raw[q.a].isdecimal())
    if not line.is_word(q.a):
        return True
    if line.raw[q.a] in _CURRENCY_SEEDS and q.unit:
        return True
    if (
        line.word(q.a - 1) == "number"
        or is_capital_word(line, q.a)
        or (q.unit is None and line.word(q.number_end) == "-" and line.glued(q.number_end))
    ):
        return False
    if q.number_end == q.a + 1 and word == "one":
        return _is_one(line, q)
    if q.unit is None and q.scale is None and line.word(q.a - 1) in _DEFINITE:
        return False
    if q.number_end == q.a + 1 and word in ("a", "an", "few", "several", "couple"):
        return False
    return not (q.part and word == "half" and line.word(q.a - 1) in ("-", "first", "second", "other"))


def _is_one(line: Line, q: Quantity) -> bool:
    """Say whether "one" counts: it has a noun or unit, and is no pronoun."""
    if line.word(q.a - 1) in _ONE_BEFORE or line.word(q.a + 1) in _ONE_AFTER or q.unit is None:
        return False
    return not (line.word(q.a + 1) == "-" and q.counted) and not line.word(q.b - 1).endswith("'s")


def _kind(line: Line, q: Quantity) -> Spotted:
    age = _age(line, q)
    if age:
        return age
    unit = q.unit
    if "magnitude" in (line.word(q.a - 1), line.word(q.a - 2)) and (unit is None or q.counted):
        q.b, q.counted = q.number_end, False
        return Spotted(q, FigureKind.QUANTITY, "magnitude")
    if unit is None and line.word(q.b) in _HARMED:
        return Spotted(q, FigureKind.QUANTITY, "person")
    if unit in UNITS and UNITS[unit].dimension == "time":
        return Spotted(q, FigureKind.DURATION, unit)
    return Spotted(q, FigureKind.QUANTITY, unit)


def _age(line: Line, q: Quantity) -> Spotted | None:
    """Read "43-year-old", "aged 43", "43 years old", "Smith, 43,"."""
    if not 0 <= q.value <= 130 or q.scale:
        return None
    after = line.low[q.b : q.b + 2]
    if q.unit in ("year", "month", "week", "day") and (
        "old" in after[:1] or after == ["-", "old"] or after == ["of", "age"]
    ):
        q.b += 1 if after[0] == "old" else 2
        return Spotted(q, FigureKind.AGE, q.unit)
    before = line.word(q.a - 1)
    if q.unit not in (None, "year"):
        return None
    if before in ("aged", "age", "ages") or (before == "of" and line.word(q.a - 2) == "age"):
        return Spotted(q, FigureKind.AGE, "year")
    named = line.is_capital(q.a - 2) and line.is_word(q.a - 2) and line.is_digits(q.a)
    alone = q.unit is None and q.high is None and q.value == int(q.value) and q.value >= 1
    if named and alone and before == "," and line.word(q.b) == ",":
        return Spotted(q, FigureKind.AGE, "year")
    return None


def _joins_equivalent(line: Line, spotted: list[Spotted], one: Spotted) -> bool:
    """Add a value given again in another unit of the same dimension to the figure before it."""
    if not spotted or not one.unit or spotted[-1].unit is None or one.unit == spotted[-1].unit:
        return False
    last, q = spotted[-1], one.quantity
    between = line.low[last.quantity.b : q.a]
    if not between or len(between) > 5 or not _is_bridge(between):
        return False
    same = describe_unit(last.unit or "").dimension == describe_unit(one.unit).dimension
    if not (same or _both_money(last.unit, one.unit)) or one.unit.startswith("count:"):
        return False
    if between[0] == "(" and line.word(q.b) not in (")", ",", ";", "at", "or", "/"):
        return False
    last.equivalents.append((q.a, q.b, q.value, one.unit))
    return True


_BRIDGE = wordset("( or , / about around approximately roughly some equivalent to i.e. nearly the equal =")


def _is_bridge(words: list[str]) -> bool:
    return (
        words[0] in ("(", "or", ",", "/", "equivalent")
        and all(word in _BRIDGE for word in words)
        and (words[0] != "," or "or" in words or "equivalent" in words)
    )


def _both_money(a: str | None, b: str | None) -> bool:
    return (is_money(a) or a == "pound") and (is_money(b) or b == "pound")


_CARRIERS = wordset("from to than versus against another compared including whom which them")


def carry_unit(line: Line, last: Spotted, one: Spotted) -> None:
    """Give a bare number the unit of the counted figure it is compared with ("from a dozen employees to 1,500")."""
    q = one.quantity
    if one.unit is not None or one.kind is not FigureKind.QUANTITY or q.part:
        return
    if last.unit is None or last.kind is not FigureKind.QUANTITY:
        return
    words = line.low[last.quantity.b : q.a]
    bounded = {"more", "less", "fewer"}.intersection(words[-2:]) and "than" in words[-1:]
    if _CARRIERS.intersection(words[-5:-2] if bounded else words[-5:]) and ";" not in words:
        one.unit, one.carried = last.unit, True


def share_unit(line: Line, one: Spotted, after: Spotted) -> None:
    """Give a bare number the unit, and a small one the scale, of the figure it leads up to ("from 8 to 6 tonnes")."""
    q, other = one.quantity, after.quantity
    if one.unit is not None or one.kind is not FigureKind.QUANTITY or q.part or line.word(q.a - 1) != "from":
        return
    if "to" not in line.low[q.b : other.a][:1] or other.a - q.b > 4:
        return
    one.unit = after.unit
    if q.scale is None and other.scale and q.value < 1000:
        factor = scale_factor(other.scale)
        q.value, q.step, q.scale = q.value * factor, q.step * factor, other.scale
