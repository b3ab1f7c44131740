"""Read what a caption says of all numbers of its table: their unit, their year, what they measure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.figures.rows import gives_unit, is_unit
from ingest.tables.words import YEAR, is_measure, is_time, split_unit
from ingest.text.tables import is_number

_NUMBERED = re.compile(r"(?:table|tab|figure|fig|chart)\b\.?\s*[\dIVX.]*\d?\s*[:.–—-]*\s*", re.IGNORECASE)
_ALL = re.compile(
    r"[(*]?(?:all )?(?:the )?(?:figures|amounts|numbers|values|sums|data)(?: are)?(?: given| shown)? in"
    r" (?P<unit>[^.,;()]{1,40})[.)]*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:[,:–—-]|\b(?:in|for|of|during))*\s*$", re.IGNORECASE)
# A longer line tells of the table; it does not name what is measured.
MOST_MEASURE_WORDS = 4
MOST_CAPTION_WORDS = 20
_UNIT_COLUMN = frozenset({"unit", "units", "unit of measure", "unit of measurement", "measured in", "uom"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a caption tells."""

    measure: str = ""
    unit: str = ""
    time: str = ""
    of_all: bool = False
    """The unit is said to be that of all numbers."""


def read_captions(captions: Sequence[str], above: str = "") -> Told:
    """Join what captions tell; of `above`, a line of prose over the table, only the unit counts."""
    told = Told()
    for words, is_caption in [*((one, True) for one in captions), (above, False)]:
        found = _read(words, is_caption)
        unit = told.unit or found.unit
        told = Told(told.measure or found.measure, unit, told.time or found.time, told.of_all or found.of_all)
    return told


def read_caption(words: str) -> Told:
    """Read one caption or the head of a section."""
    return _read(words, True)


def _read(words: str, is_caption: bool) -> Told:
    words = " ".join(words.split())
    if not words or len(words.split()) > MOST_CAPTION_WORDS:
        return Told()
    of_all = _ALL.fullmatch(words)
    if of_all and is_unit(of_all["unit"]):
        return Told(unit=of_all["unit"].strip(), of_all=True)
    is_caption = is_caption or bool(_NUMBERED.match(words))
    if not is_caption and words[-1:] in ".!?":
        return Told()
    bare, unit = split_unit(_NUMBERED.sub("", words, count=1).rstrip(" :."))
    years = list(YEAR.finditer(bare))
    time = years[0][0] if len(years) == 1 else ""
    if time:
        lead = _LEAD.sub("", bare[: years[0].start()])
        bare = f"{lead} {bare[years[0].end() :]}".strip(" ,:–—-")
    measure = re.split(r"\s+by\s|[,;:]", bare)[0].strip()
    fits = unit and measure and len(measure.split()) <= MOST_MEASURE_WORDS
    return Told(measure if fits else "", unit, time if is_caption else "")


def unit_column(labels: Sequence[str]) -> int | None:
    """Return the column that holds the unit of its row's values."""
    return next((at for at, label in enumerate(labels) if label.casefold().strip(" :") in _UNIT_COLUMN), None)


def complete_labels(labels: Sequence[str], rows: Sequence[Sequence[str]], told: Told) -> list[str]:
    """Give the headers of columns of numbers the unit, the year and the measure that only the caption tells."""
    numeric = [at for at in range(1, len(labels)) if _is_numeric(rows, at) and labels[at]]
    timed = any(YEAR.search(label) or is_time(label) for label in labels) or bool(
        rows and all(row and is_time(row[0]) for row in rows)
    )
    done = list(labels)
    for at in numeric:
        label = labels[at]
        bare, unit = split_unit(label)
        if told.unit and not unit and _takes_unit(label, told, single=len(numeric) == 1):
            unit = told.unit
            bare = f"{told.measure} {bare}".strip() if is_time(bare) else bare
        if told.time and not timed:
            bare = f"{bare} {told.time}"
        if (bare, unit) != split_unit(label):
            done[at] = f"{bare} ({unit})" if unit else bare
    return done


def _is_numeric(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at] for row in rows if at < len(row) and re.search(r"\w", row[at])]
    return bool(cells) and sum(map(is_number, cells)) * 2 >= len(cells)


def _takes_unit(label: str, told: Told, single: bool) -> bool:
    """Tell whether the caption's unit is that of a column: surely of years, of its one column, of the same word."""
    if gives_unit(label):
        return False
    same = {word[:4] for word in _letters(label)} & {word[:4] for word in _letters(told.measure)}
    return told.of_all or is_time(label) or single or bool(same) or not is_measure(label)


def _letters(words: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", words.lower())
