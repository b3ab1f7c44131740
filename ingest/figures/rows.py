"""Read what a written row of a table says of its figures: the header's unit and time, the row's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.figures.quantity.scan import Spotted, scan
from ingest.figures.quantity.units import is_money
from ingest.figures.time.dates import Context
from ingest.figures.time.periods import find_times, to_period
from ingest.figures.time.phrases import Role
from ingest.figures.tokens import Line
from ingest.text.tables import RANKS, Cell, read_row
from ingest.types import FigureKind, Period

_BARE = re.compile(r"[-−–+]?\d(?:[\d.,'’ \u00a0\u2009\u202f]*\d)?")
# Accounts print a loss in brackets.
_LOSS = re.compile(r"\((?P<amount>[^()]*\d[^()]*)\)")
_SCALED = re.compile(
    rf"(?P<number>{_BARE.pattern})\s?(?P<scale>k|m|mn|mln|mio|b|bn|tn|thousand|million|billion|trillion)\.?",
    re.IGNORECASE,
)
_SCALE_WORDS = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "mio": "million", "b": "billion",
                "bn": "billion", "tn": "trillion"}  # fmt: skip
_BRACKET = re.compile(r"\s*[(\[](?P<unit>[^()\[\]]{1,40})[)\]]")
_BEHIND_COMMA = re.compile(r",\s+(?P<unit>[^,]{1,40})$")
_IN = re.compile(r"\bin\s+(?P<unit>[^,()]{1,40})$", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:^|\s)(?P<unit>(?:(?:million|billion|thousand|mn|bn|m)\s)?\S*[%‰$£€¥]\S*(?:\s(?:mn|bn|m|million|billion|thousand))?)(?=\s|$)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"^(?:the\s+)?(?:total\s+)?(?:number|no\.?)\s+of\s+", re.IGNORECASE)
_PER = re.compile(r"\bper\s+\w+", re.IGNORECASE)
_THOUSANDS = re.compile(r"[’'‘]?000s?\b|\bthousands\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:\b(?:in|of|for)\s+)?\b(?:FY\s?)?(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_PLURAL_SCALE = re.compile(r"\b(?P<scale>million|billion|trillion)s\b", re.IGNORECASE)
_SCALE_OF = re.compile(r"\b(?P<scale>thousand|million|billion|trillion) of(?= )", re.IGNORECASE)
_PREFIX = re.compile(r"(?P<money>(?:[A-Z]{1,3})?[$£€¥])\s?(?P<scale>.*)")
_WITHOUT_SCALE = re.compile(
    r"\b(?:thousand|million|billion|trillion|mn|bn|tn|m|k)\b|(?<=[$£€¥])(?:mn?|bn?|k|tn)\b", re.IGNORECASE
)
_IS_LOSS = re.compile(r"\b(?:loss(?:es)?|deficits?|decreases?|falls?|declines?|cuts?)\b", re.IGNORECASE)
_MAY_GAIN = re.compile(
    r"\b(?:profits?|surplus|income|gains?|change[ds]?|difference|growth|increases?|result|net)\b", re.IGNORECASE
)
_SIGN = re.compile(r"[-−–+]?")
_PLACE = re.compile(r"\W*\d{1,4}(?:st|nd|rd|th)?\W*")
_HAS_BRACKETED_NUMBER = re.compile(r"\([^()]*\d[^()]*\)")
_CLOCK = re.compile(r", \d{1,2}:\d\d\Z")
_HAS_NUMBER = re.compile(r"\W*\d[\d.,]*\b")
# "Rank: 1 | Port: Senna": the name stands behind its number.
MOST_BEFORE_NAME = 2
# "£9.8m", "$5bn", but "$5 million".
SHORT_SCALE = 2
_TIME_LABELS = frozenset({"year", "month", "date", "day", "week", "quarter", "season", "period", "time", "half"})
# "m" alone is metres to some and millions to others; which is not said.
_UNSURE = frozenset({"m", "t", "k", "b"})


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a row says of all its values."""

    name: str | None
    """The words of its first cell, where they are a name."""
    period: Period | None
    """The time that one of its cells is."""


def read_facts(text: str, cells: Sequence[Cell], ctx: Context) -> RowFacts:
    """Read the name of a row, which a number or a time may precede, and the time its values are of."""
    name: str | None = None
    period: Period | None = None
    for number, cell in enumerate(cells):
        words = text[cell.start : cell.end]
        timely = not number or text[cell.label_start : cell.label_end].casefold() in _TIME_LABELS
        time = _only_time(text, cell, ctx)
        if time and timely:
            period = period or time
        elif number < MOST_BEFORE_NAME and name is None and not time and not _HAS_NUMBER.match(words):
            name = words if len(cells) > 1 else None
    return RowFacts(name, period)


def label_period(text: str, cell: Cell, ctx: Context) -> Period | None:
    """Return the time that a header names ("Budget 2024"), None where it names none."""
    line = Line(text, cell.label_start, cell.label_end)
    for one in find_times(line, ctx):
        if one.role is Role.TIME:
            return to_period(line, one, ctx)
    return None


def label_measure(text: str, cell: Cell) -> str | None:
    """Return the words of a header without the unit in brackets behind them; None where it is only a year."""
    label = text[cell.label_start : cell.label_end]
    if not re.search(r"[^\W\d]", label):
        return None
    return (_BEHIND_COMMA.sub("", _BRACKET.sub("", label)) or label).strip() or None


def spot_cell(text: str, cell: Cell) -> Spotted | None:
    """Read a cell that is one bare number by the unit its header gives; None for another cell, or without a unit.

    The quantity's value, step, scale and unit count; its tokens are those of the number in a line of its own.
    """
    found = _spot(text, cell)
    return found[0] if found else None


def is_unit(words: str) -> bool:
    """Tell words that are a unit or a scale: "million pounds", "%", "£m", "thousand passengers"."""
    unit = _plain_unit(words)
    if unit in _UNSURE or not re.search(r"[^\W\d]|[%‰$£€¥°]", unit):
        return False
    found = (_scan_wording(_Wording(said)) for said in _with_unit("7", unit))
    return any(one is not None and (not one[0].quantity.counted or bool(one[0].quantity.scale)) for one in found)


def gives_unit(label: str) -> bool:
    """Tell a header that gives its numbers a unit of measure: "Budget (£m)", and not only what they count."""
    said = f"{label}: 7"
    found = _spot(said, Cell(0, len(label), len(said) - 1, len(said)))
    return found is not None and not found[0].quantity.counted


def is_place(text: str, number: int, cell: Cell) -> bool:
    """Tell a cell that is the place of its row in a list: below "Rank", or a number before the row's name."""
    words = text[cell.start : cell.end]
    if not _PLACE.fullmatch(words) or (not cell.labelled and _YEARS.fullmatch(words)):
        return False
    return text[cell.label_start : cell.label_end].casefold() in RANKS if cell.labelled else not number


def say_cell(text: str, start: int, end: int, at: int) -> str | None:
    """Return the bare number at `at` of a row at `text[start:end]` with its header's unit: "9.8 million pounds".

    None for what is no bare number of a row, or has no unit from its header.
    """
    for cell in read_row(text, start, end):
        if cell.start <= at < cell.end and (found := _spot(text, cell)):
            return found[1]
    return None


def _spot(text: str, cell: Cell) -> tuple[Spotted, str] | None:
    if not cell.labelled:
        return None
    number, label = text[cell.start : cell.end].strip(), text[cell.label_start : cell.label_end]
    loss = None if _HAS_BRACKETED_NUMBER.search(label) else _LOSS.fullmatch(number)
    if loss and (amount := loss["amount"].strip()) and amount[0] not in "-−–+":
        return _spot_loss(amount, label, "" if _IS_LOSS.search(label) and not _MAY_GAIN.search(label) else "-")
    scaled = _SCALED.fullmatch(number)
    if scaled:
        return _first(_scaled_wordings(scaled, label))
    return _first(_wordings(number, label)) if _BARE.fullmatch(number) else None


def _first(wordings: Iterator["_Wording"]) -> tuple[Spotted, str] | None:
    return next((found for said in wordings if (found := _scan_wording(said))), None)


def _is_money(unit: str | None) -> bool:
    return is_money(unit) or unit == "pound"


def _spot_loss(amount: str, label: str, sign: str) -> tuple[Spotted, str] | None:
    """Read what stands in brackets as less than nothing, with the unit of its own or of its header.

    A whole number without a unit may be the mark of a note; things that are counted are never less than none.
    """
    said = f"{label}: {sign}{amount}"
    found = _spot(said, Cell(0, len(label), len(label) + 2, len(said)))
    if found is None:
        line = Line(said, len(label) + 2, len(said))
        one = scan(line, [], 2)
        fits = len(one) == 1 and one[0].kind is FigureKind.QUANTITY and (one[0].unit or not amount.isdecimal())
        return (one[0], line.text[len(label) + 2 :]) if fits else None
    return None if found[0].quantity.counted and not _MAY_GAIN.search(label) else found


def _scaled_wordings(scaled: re.Match[str], label: str) -> Iterator["_Wording"]:
    """Yield a number with a scale of its own ("13.1m") and the currency of its header."""
    number, scale = scaled["number"], scaled["scale"]
    scale = _SCALE_WORDS.get(scale.lower(), scale)
    for form in (_BRACKET, _BEHIND_COMMA, _SIGNED, _IN):
        for match in form.finditer(label):
            unit = _WITHOUT_SCALE.sub("", _plain_unit(match["unit"])).strip()
            for words in _with_unit(number, unit) if unit else ():
                said = words.replace(number, f"{number} {scale}", 1)
                if (found := _scan_wording(_Wording(said, counted=False))) and _is_money(found[0].unit):
                    yield _Wording(said, counted=False)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A number as prose would say it with the unit of its header."""

    words: str
    counted: bool = True
    """Things may be what the unit counts, and not only a measure."""
    whole: bool = True
    """All the words must be number and unit."""


def _scan_wording(said: _Wording) -> tuple[Spotted, str] | None:
    line = Line(said.words, 0, len(said.words))
    found = scan(line, [], 2)
    if len(found) != 1 or found[0].kind not in (FigureKind.QUANTITY, FigureKind.DURATION):
        return None
    one, quantity = found[0], found[0].quantity
    if quantity.a or not (one.unit or quantity.scale) or (said.whole and quantity.b != line.n):
        return None
    return None if quantity.counted and not said.counted else (one, line.span(0, quantity.b))


def _wordings(number: str, label: str) -> Iterator[_Wording]:
    """Yield the number with each unit that its header may give, the surest first."""
    per = _PER.search(label)
    bare = " ".join(_YEARS.sub(" ", _NUMBER_OF.sub("", _BRACKET.sub("", label))).split())
    priced = False
    for form in (_BRACKET, _BEHIND_COMMA, _SIGNED, _IN):
        for match in form.finditer(label):
            unit = _plain_unit(match["unit"])
            priced = priced or bool(re.search(r"[%$£€¥]", unit))
            if unit in _UNSURE:
                continue
            if form is _BRACKET and unit.lower() in _SCALES:
                yield _Wording(f"{number} {unit} {bare.lower()}", whole=False)
            for words in _with_unit(number, unit):
                if per and per[0] not in unit:
                    yield _Wording(f"{words} {per[0]}", form is not _IN)
                yield _Wording(words, form is not _IN)
    if bare.lower() not in _TIME_LABELS and not priced:
        yield from (_Wording(words) for words in _with_unit(number, bare) if not words.startswith(number))
        yield _Wording(f"{number} {bare.lower()}", whole=False)


_SCALES = frozenset({"thousand", "million", "billion", "trillion"})


def _plain_unit(words: str) -> str:
    unit = re.sub(r"^in\s+", "", words.strip(), flags=re.IGNORECASE)
    unit = _PLURAL_SCALE.sub(lambda match: match["scale"], _THOUSANDS.sub("thousand", unit))
    return _SCALE_OF.sub(lambda match: match["scale"], unit).strip()


def _with_unit(number: str, unit: str) -> Iterator[str]:
    """Yield the wordings of a number with a unit: "£9.8 m", "9.8 million pounds"."""
    money = _PREFIX.fullmatch(unit) or re.fullmatch(r"(?P<money>[A-Z]{3})\s(?P<scale>\w+)", unit)
    if money:
        glue = " " if money["money"].isalpha() else ""
        gap = "" if len(money["scale"]) <= SHORT_SCALE else " "
        sign, digits = _SIGN.match(number).group(), _SIGN.sub("", number)  # type: ignore[union-attr]
        yield f"{sign}{money['money']}{glue}{digits}{gap}{money['scale']}".strip()
    turned = re.fullmatch(r"(?P<scale>thousand|million|billion|mn|bn|m)\s?(?P<money>[$£€¥])", unit, re.IGNORECASE)
    if turned:
        yield f"{turned['money']}{number} {turned['scale']}"
    yield f"{number}{'' if unit in '%‰' else ' '}{unit}"


def _only_time(text: str, cell: Cell, ctx: Context) -> Period | None:
    """Return the time a cell is, when it is nothing else but the clock of a live post."""
    clock = _CLOCK.search(text, cell.start, cell.end)
    line = Line(text, cell.start, clock.start() if clock else cell.end)
    if not line.n or line.n > 8:
        return None
    times = find_times(line, ctx)
    if len(times) != 1 or times[0].a != 0 or times[0].b != line.n:
        return None
    return None if spot_cell(text, cell) else to_period(line, times[0], ctx)
