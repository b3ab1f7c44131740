"""Read what a written row of a table says of its figures: the header's unit and time, the row's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.figures.quantity.scan import Spotted, scan
from ingest.figures.time.dates import Context
from ingest.figures.time.periods import find_times, to_period
from ingest.figures.time.phrases import Role
from ingest.figures.tokens import Line
from ingest.text.tables import Cell, read_row
from ingest.types import FigureKind, Period

_BARE = re.compile(r"[-−–+]?\d(?:[\d.,'’ \u00a0\u2009\u202f]*\d)?")
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
_PLURAL_SCALE = re.compile(r"\b(?P<scale>million|billion|trillion)s\b", re.IGNORECASE)
_PREFIX = re.compile(r"(?P<money>(?:[A-Z]{1,3})?[$£€¥])\s?(?P<scale>.*)")
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


def say_cell(text: str, start: int, end: int, at: int) -> str | None:
    """Return the bare number at `at` of a row at `text[start:end]` with its header's unit: "9.8 million pounds".

    None for what is no bare number of a row, or has no unit from its header.
    """
    for cell in read_row(text, start, end):
        if cell.start <= at < cell.end and (found := _spot(text, cell)):
            return found[1]
    return None


def _spot(text: str, cell: Cell) -> tuple[Spotted, str] | None:
    number = text[cell.start : cell.end].strip()
    if not cell.labelled or not _BARE.fullmatch(number):
        return None
    label = text[cell.label_start : cell.label_end]
    return next((found for said in _wordings(number, label) if (found := _scan_wording(said))), None)


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
    bare = _NUMBER_OF.sub("", _BRACKET.sub("", label)).strip()
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
    return unit.strip()


def _with_unit(number: str, unit: str) -> Iterator[str]:
    """Yield the wordings of a number with a unit: "£9.8 m", "9.8 million pounds"."""
    money = _PREFIX.fullmatch(unit) or re.fullmatch(r"(?P<money>[A-Z]{3})\s(?P<scale>\w+)", unit)
    if money:
        glue = " " if money["money"].isalpha() else ""
        gap = "" if len(money["scale"]) <= SHORT_SCALE else " "
        yield f"{money['money']}{glue}{number}{gap}{money['scale']}".strip()
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
