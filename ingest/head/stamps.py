"""Strict dates of head lines, meta tags and rows: a date that can be read two ways is not read at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# English, then the commonest spellings of other European languages; a full stop after a short form is allowed.
_MONTH_WORDS = (
    "jan january janvier januar enero gennaio janeiro januari ene gen",
    "feb february février fevrier februar febrero febbraio fevereiro februari févr fev",
    "mar march mars märz marzo março maart mrz",
    "apr april avril abril aprile avr abr",
    "may mai mayo maggio maio mei",
    "jun june juin juni junio giugno junho giu",
    "jul july juillet juli julio luglio julho juil lug",
    "aug august août aout agosto augustus ago",
    "sep sept september septembre septiembre settembre setembro set",
    "oct october octobre oktober octubre ottobre outubro okt ott out",
    "nov november novembre noviembre novembro",
    "dec december décembre decembre dezember diciembre dicembre dezembro dez dic déc",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
# Pages glue the clock to the year ("4 May 20228:15 am").
_YEAR = r"(?P<year>\d{4})(?!\d(?!\d?:\d\d))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        rf"\b{_MONTH}\s?{_DAY}(?:,\s?|\s){_YEAR}",
        rf"(?<![\d.,]){_DAY}[.\s-]{{0,2}}(?:of\s|de\s)?{_MONTH},?[\s-](?:de\s)?{_YEAR}",
        r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
    )
)
# "20240502", and with a clock as programs write it ("20240502T080000Z").
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4}(?:\d{2})?(?:\.\d+)?Z?)?")
# Newspapers are not older, and a larger number is a typing error.
EARLIEST, LATEST = 1600, 2199


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date printed at `start:end` of a line."""

    start: int
    end: int
    day: date


def find_stamps(line: str) -> tuple[Stamp, ...]:
    """Find the full dates of a line, in order; ambiguous (03/04/2022) and impossible ones are left out."""
    found = sorted(_stamps(line), key=lambda stamp: (stamp.start, -stamp.end))
    kept: list[Stamp] = []
    for stamp in found:
        if not kept or stamp.start >= kept[-1].end:
            kept.append(stamp)
    return tuple(kept)


def parse_stamp(value: str) -> date | None:
    """Read the value of a date field; None when it holds no full date, or several different ones."""
    compact = _COMPACT.fullmatch(value.strip())
    if compact:
        return _day(compact["year"], compact["month"], compact["day"])
    days = {stamp.day for stamp in find_stamps(value[:100])}
    return days.pop() if len(days) == 1 else None


def _stamps(line: str) -> Iterator[Stamp]:
    for form in _FORMS:
        for match in form.finditer(line):
            day = _read(match)
            if day:
                yield Stamp(match.start(), match.end(), day)


def _read(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if "a" in groups:
        if groups["mark"] == ".":  # full stops part dates only where the day comes first
            return _day(groups["year"], groups["b"], groups["a"])
        return _day_first_or_none(groups["a"], groups["b"], groups["year"])
    month = groups["month"].lower()
    return _day(groups["year"], str(MONTHS.get(month, month)), groups["day"])


def _day_first_or_none(a: str, b: str, year: str) -> date | None:
    """Read 13/04/2022 and 04/13/2022, which have one reading; 03/04/2022 has two and stays unread."""
    readings = {day for day in (_day(year, b, a), _day(year, a, b)) if day}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None
