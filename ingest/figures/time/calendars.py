"""Calendar arithmetic: whole years, quarters, months, weeks, decades and their neighbours as (first, last) days."""

from datetime import date, timedelta

Days = tuple[date, date]
FIRST_YEAR, LAST_YEAR = 1, 2999


def year_of(year: int) -> Days | None:
    """Return the first and last day of a year, None outside the years the news tells of."""
    return (date(year, 1, 1), date(year, 12, 31)) if FIRST_YEAR <= year <= LAST_YEAR else None


def month_of(year: int, month: int) -> Days | None:
    """Return the first and last day of a month; `month` may run over either end of the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    last = 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day
    return date(year, month, 1), date(year, month, last)


def months_of(year: int, first: int, count: int) -> Days | None:
    """Return the days of `count` months from `first` on."""
    a, b = month_of(year, first), month_of(year, first + count - 1)
    return (a[0], b[1]) if a and b else None


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return one day twice, None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found) if FIRST_YEAR <= year <= LAST_YEAR else None


def shift(day: date, unit: str, count: int) -> date | None:
    """Move a day by `count` units (day, week, month, quarter, year, decade); the day of month is kept or lowered."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        target = month_of(day.year, day.month + months)
        return target[0].replace(day=min(day.day, target[1].day)) if target else None
    except (OverflowError, KeyError, ValueError):
        return None


def around(day: date, unit: str) -> Days | None:
    """Return the calendar unit that holds a day; weeks run from Monday to Sunday."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = shift(day, "day", -day.weekday())
        sunday = shift(monday, "day", 6) if monday else None
        return (monday, sunday) if monday and sunday else None
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return months_of(day.year, 3 * ((day.month - 1) // 3) + 1, 3)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year)
    first = day.year // 100 * 100
    return span_of(first, first + 99)


def decade_of(year: int) -> Days | None:
    """Return the ten years that share their first three digits with `year`."""
    return span_of(year // 10 * 10, year // 10 * 10 + 9)


def span_of(first: int, last: int) -> Days | None:
    """Return the days from one year to another, both included."""
    a, b = year_of(first), year_of(last)
    return (a[0], b[1]) if a and b and first <= last else None


def part_of(days: Days, part: str) -> Days | None:
    """Return the early, mid or late part of a span.

    Of a month these are days 1-10, 11-20 and 21 to the end; of a decade years 0-3, 4-6 and 7-9 (of a century its
    decades likewise); of anything else its thirds by whole months.
    """
    first, last = days
    if part == "end":
        return last, last
    if part == "start":
        return first, first
    index = ("early", "mid", "late").index(part)
    years = last.year - first.year + 1
    if years in (10, 100):
        a, b = ((0, 3), (4, 6), (7, 9))[index]
        return span_of(first.year + a * years // 10, first.year + (b + 1) * years // 10 - 1)
    if (last - first).days < 31:
        low = first + timedelta(days=10 * index)
        return (low, last if index == 2 else low + timedelta(days=9)) if low <= last else None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = months // 3
    begin = month_of(first.year, first.month + third * index)
    final = month_of(first.year, first.month + third * (index + 1) - 1)
    if begin is None or final is None:
        return None
    return begin[0], last if index == 2 else final[1]


def weekday_near(published: date, weekday: int, direction: str) -> Days | None:
    """Return the day of that name on or before ("on"), before ("last") or after ("next") the publication day."""
    back = (published.weekday() - weekday) % 7
    moved = {"on": -back, "last": -(back or 7), "next": 7 - back}[direction]
    day = shift(published, "day", moved)
    return (day, day) if day else None


def month_near(published: date, month: int, direction: str) -> Days | None:
    """Return the month of that name up to today's ("on"), before ("last"), after ("next"), of its year ("this")."""
    year = published.year
    if (direction == "on" and month > published.month) or (direction == "last" and month >= published.month):
        year -= 1
    if (direction == "next" and month <= published.month) or (direction == "ahead" and month < published.month):
        year += 1
    return month_of(year, month)
