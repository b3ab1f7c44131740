"""Days and periods as a reader says them: "in 2022 (the article of 13 January 2023 says “last year”)"."""

from calendar import monthrange
from datetime import date

from ingest.types import Period
from qa.lexicon.wording import part_in_words

# Not the calendar module's: its names follow the locale of the machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = {1: "first", 4: "second", 7: "third", 10: "fourth"}
_HALVES = {1: "first", 7: "second"}


def say_day(day: date) -> str:
    """Return "13 January 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_period(period: Period) -> str:
    """Return the days a period covers in words with their preposition; empty where neither end is known."""
    start, end = period.start, period.end
    part = part_in_words(period)
    if part:
        return f"at {part}" if part.startswith("the end") else f"in {part}"
    if start is None or end is None:
        return f"since {say_day(start)}" if start else f"until {say_day(end)}" if end else ""
    if start == end:
        return f"on {say_day(start)}"
    return _say_span(start, end)


def _say_span(start: date, end: date) -> str:
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"from {say_day(start)} to {say_day(end)}"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months % 12 == 0 and start.month == 1:
        return f"in {start.year}" if months == 12 else f"from {start.year} to {end.year}"
    if months == 1:
        return f"in {MONTHS[start.month - 1]} {start.year}"
    if months == 3 and start.month in _QUARTERS:
        return f"in the {_QUARTERS[start.month]} quarter of {start.year}"
    if months == 6 and start.month in _HALVES:
        return f"in the {_HALVES[start.month]} half of {start.year}"
    return f"from {MONTHS[start.month - 1]} {start.year} to {MONTHS[end.month - 1]} {end.year}"


def say_resolution(period: Period) -> str:
    """Return how a relative date was read, or as what an unresolved one stands; empty where there is nothing to say."""
    if not period.text:
        return ""
    if period.resolved_from:
        return f"the article of {say_day(period.resolved_from)} says “{period.text}”"
    return "" if period.start or period.end else f"the article says “{period.text}”"


def say_short_period(period: Period) -> str:
    """Return a period for a table: "2022", "13 January 2023", or the printed words where they are not resolved."""
    said = say_period(period)
    for preposition in ("in ", "on ", "at ", "from "):
        said = said.removeprefix(preposition)
    return said or (f"“{period.text}”" if period.text else "")
