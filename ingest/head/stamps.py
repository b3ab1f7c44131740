"""Strict dates of head lines, meta tags and rows: a date that can be read two ways is not read at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

# English, then the spellings of other languages as they stand in dates ("3 maja 2024"); a full stop after a short form
# is allowed. Words that name different months in two languages are left out.
_MONTH_WORDS = (
    "jan january janvier januar enero gennaio janeiro januari ene gen ianuarie január januára ledna stycznia "
    "ocak tammikuuta января січня ιανουαρίου gener",
    "feb february février fevrier februar febrero febbraio fevereiro februari févr fev februarie február "
    "februára února lutego şubat helmikuuta февраля лютого φεβρουαρίου febrer",
    "mar march mars märz marzo março maart mrz martie március marca března maret marts mart maaliskuuta "
    "марта березня μαρτίου març",
    "apr april avril abril aprile avr abr aprilie április apríla dubna kwietnia nisan huhtikuuta апреля "
    "квітня απριλίου",
    "may mai mayo maggio maio mei maj maja mája május května mayıs toukokuuta мая травня μαΐου maig",
    "jun june juin juni junio giugno junho giu iunie június júna června czerwca haziran kesäkuuta июня "
    "червня ιουνίου juny",
    "jul july juillet juli julio luglio julho juil lug iulie július júla července temmuz heinäkuuta июля "
    "липня ιουλίου juliol",
    "aug august août aout agosto augustus ago augusti agustus augusztus augusta sierpnia ağustos elokuuta "
    "августа серпня αυγούστου agost",
    "sep sept september septembre septiembre settembre setembro set septembrie szeptember septembra září "
    "września eylül syyskuuta сентября вересня σεπτεμβρίου setembre",
    "oct october octobre oktober octubre ottobre outubro okt ott out octombrie október októbra října "
    "października ekim lokakuuta октября жовтня οκτωβρίου",
    "nov november novembre noviembre novembro noiembrie novembra kasım marraskuuta ноября νοεμβρίου",
    "dec december décembre decembre dezember diciembre dicembre dezembro dez dic déc decembrie decembra "
    "prosince grudnia desember aralık joulukuuta декабря грудня δεκεμβρίου desembre",
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
        rf"(?<![\d.,]){_DAY}[.\s-]{{0,2}}(?:of\s|de\s)?{_MONTH},?[\s-](?:del?\s)?{_YEAR}",
        rf"(?<!\d){_YEAR}(?:\.\s|\s|-){_MONTH}[\s-]?{_DAY}\.?(?!\d)",
        r"(?<!\d)(?P<year>\d{4})(?:\.\s|\s?년\s?)(?P<month>\d{1,2})(?:\.\s|\s?월\s?)(?P<day>\d{1,2})(?:\.|\s?일)",
        r"(?<!\w)(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2})\snăm\s(?P<year>\d{4})(?!\d)",
        rf"\b{_MONTH}\s{{1,2}}{_DAY}\s\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s(?:[A-Z]{{2,4}}\s|[+-]\d{{4}}\s)?{_YEAR}",
        r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
    )
)
# "20240502", and with a clock as programs write it ("20240502T080000Z").
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4}(?:\d{2})?(?:\.\d+)?Z?)?")
_TWO_READINGS = re.compile(r"(?P<a>\d{1,2})(?P<mark>[-/])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
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


class Order(Enum):
    """Which of the first two numbers of 03/04/2022 is the day."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()


def prove_order(value: str) -> Order | None:
    """Tell which order a date in digits proves: 14/05/2024 the day first, 05/14/2024 the month; others None."""
    found = _TWO_READINGS.match(value.strip())
    if found is None:
        return None
    as_day = _day(found["year"], found["b"], found["a"])
    as_month = _day(found["year"], found["a"], found["b"])
    if bool(as_day) == bool(as_month):
        return None
    return Order.DAY_FIRST if as_day else Order.MONTH_FIRST


def settle_order(value: str, order: Order) -> str:
    """Write a date that has two readings as the one that an order gives it, "2022-04-03"; others stay."""
    found = _TWO_READINGS.match(value.strip())
    if found is None:
        return value
    day, month = (found["a"], found["b"]) if order is Order.DAY_FIRST else (found["b"], found["a"])
    settled = _day(found["year"], month, day)
    return f"{settled.isoformat()}{value.strip()[found.end() :]}" if settled else value


def _stamps(line: str) -> Iterator[Stamp]:
    for form in _FORMS:
        for match in form.finditer(line):
            day = _read(match)
            if day:
                yield Stamp(match.start(), match.end(), day)


def _read(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    if "a" in groups:
        dotted = _day(groups["year"], groups["b"], groups["a"]) if groups["mark"] == "." else None
        return dotted or _day_first_or_none(groups["a"], groups["b"], groups["year"])
    month = groups["month"].lower()
    return _day(groups["year"], str(MONTHS.get(month, month)), groups["day"])


def _day_first_or_none(a: str, b: str, year: str) -> date | None:
    """Read 13/04/2022 and 04/13/2022, which have one reading; 03/04/2022 has two and stays unread.

    With full stops (03.04.2022) the day comes first, as everywhere where dates are printed so.
    """
    readings = {day for day in (_day(year, b, a), _day(year, a, b)) if day}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None
