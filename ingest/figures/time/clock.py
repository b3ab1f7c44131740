"""Read one time expression at a token: a date, quarter, "last October", "three years ago", "the past decade"."""

from datetime import date

from ingest.figures.quantity.numbers import ORDINALS, SMALL, TENS
from ingest.figures.time import calendars as cal
from ingest.figures.time.calendars import Days
from ingest.figures.time.dates import (
    MONTHS,
    WEEKDAYS,
    Context,
    Read,
    century,
    day_month,
    decade,
    is_year,
    month_date,
    numeric_date,
    small_number,
)
from ingest.figures.tokens import Line, wordset

UNITS = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
UNITS |= {f"{name}s": unit for name, unit in UNITS.items()} | {"centuries": "century"}
_LAST = frozenset({"last", "past", "previous", "preceding", "prior"})
_NEXT = frozenset({"next", "coming", "following"})
_HALVES = {"first": 1, "second": 2, "latter": 2, "1st": 1, "2nd": 2}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_FISCAL = frozenset({"fiscal", "financial"})
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})


def _of_year(line: Line, i: int, ctx: Context) -> tuple[int, int | None, bool, bool] | None:
    """Read the year a quarter or half belongs to: next token, year or None, relative, said."""
    j = i + 1 if line.word(i) in ("of", "in", ",") else i
    j = j + 1 if line.word(j) == "the" else j
    fiscal = line.word(j) in _FISCAL
    if fiscal:
        j += 2 if line.word(j + 1) == "year" else 1
    year = is_year(line, j)
    if year:
        return j + 1, None if fiscal else year, False, True
    if line.word(j) in ("last", "this", "next") and line.word(j + 1) == "year":
        shift = {"last": -1, "this": 0, "next": 1}[line.low[j]]
        return j + 2, ctx.published.year + shift if ctx.published else None, True, True
    if line.word(j) in ("that", "same") and line.word(j + 1) == "year":
        return j + 2, ctx.year, False, True
    if line.word(j) == "year" and line.word(i) == "of":
        return j + 1, ctx.published.year if ctx.published and not fiscal else None, True, False
    return (j, None, True, True) if fiscal else None


def _months(line: Line, i: int, end: int, first: int, count: int, ctx: Context) -> Read:
    """Resolve a part of a year; without a year it is the last one that was over when the article appeared."""
    said = _of_year(line, end, ctx)
    if said:
        after, year, relative, certain = said
        if year is None:
            return Read(after, None, relative, "quarter")
        if not certain and ctx.published and first > ctx.published.month:
            year -= 1
        return Read(after, cal.months_of(year, first, count), relative, "quarter")
    if ctx.published is None:
        return Read(end, None, True, "quarter")
    days = cal.months_of(ctx.published.year, first, count)
    # A report on a quarter or half comes out after it began at the earliest.
    if (days and days[0] > ctx.published) or first + count - 1 > ctx.published.month + 1:
        days = cal.months_of(ctx.published.year - 1, first, count)
    return Read(end, days, True, "quarter")


def _year_part(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "third quarter of 2021", "Q3 2021", "H1", "first half", "first nine months of 2023"."""
    word, j = line.word(i), i + 1
    if word in ("q", "h") and line.is_capital(i) and line.glued(j) and line.word(j) in ("1", "2", "3", "4"):
        number = int(line.low[j])
        if word == "h" and number < 3 and not line.is_word(j + 1 if line.glued(j + 1) else -1):
            return _months(line, i, j + 1, 6 * number - 5, 6, ctx)
        return _months(line, i, j + 1, 3 * number - 2, 3, ctx) if word == "q" else None
    if word.isdecimal() and len(word) == 1 and line.glued(j) and line.word(j) in ("st", "nd", "rd", "th"):
        word, j = {"1": "first", "2": "second", "3": "third", "4": "fourth"}.get(word, ""), j + 1
    j = j + 1 if line.word(j) in ("-", "fiscal") else j
    unit = line.word(j)
    if unit == "quarter" and word in _QUARTERS and not (word == "last" and line.word(j + 1) != "of"):
        return _months(line, i, j + 1, 3 * _QUARTERS[word] - 2, 3, ctx)
    if unit == "half" and word in _HALVES and line.word(j + 1) not in ("hour", "century"):
        return _half(line, i, j + 1, _HALVES[word], ctx)
    if word != "first":
        return None
    count = small_number(line, j)
    if count and line.word(count[1]) in ("months", "quarters") and 1 < count[0] < 12:
        months = count[0] * (3 if line.low[count[1]] == "quarters" else 1)
        return _months(line, i, count[1] + 1, 1, months, ctx) if months <= 12 else None
    return None


def _half(line: Line, i: int, end: int, half: int, ctx: Context) -> Read | None:
    """Read "the first half"; a game or a decade has one too."""
    if line.word(end) == "of" and not _of_year(line, end, ctx):
        return None
    return _months(line, i, end, 6 * half - 5, 6, ctx)


def _fiscal(line: Line, i: int) -> Read | None:
    """Read "fiscal 2022", "FY22", "financial year 2022-23": no country's fiscal year is guessed, so it has no ends."""
    word = line.word(i)
    if word in ("fy", "sfy") and line.is_capital(i):
        j = i + 1
    elif word in _FISCAL:
        j = i + 2 if line.word(i + 1) == "year" else i + 1
    else:
        return None
    if not line.is_digits(j) or not (is_year(line, j) or (len(line.raw[j]) == 2 and word == "fy")):
        return None
    if line.word(j + 1) in ("-", "/", "–") and line.is_digits(j + 2) and line.glued(j + 2):
        return Read(j + 3, None)
    return Read(j + 1, None)


def _neighbour(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "last year", "this month", "next Tuesday", "the past five years", "last October"."""
    word, j = line.word(i), i + 1
    way = "last" if word in _LAST else "next" if word in _NEXT else "this" if word in ("this", "current") else None
    if way is None:
        return None
    name = line.word(j)
    if name in UNITS and not name.endswith("ies") and name == UNITS[name]:
        return _unit_beside(line, j + 1, way, word, UNITS[name], ctx)
    if name in WEEKDAYS and line.is_capital(j):
        direction = "next" if way == "next" else "last" if way == "last" else "on"
        days = cal.weekday_near(ctx.published, WEEKDAYS[name], direction) if ctx.published else None
        return Read(j + 1, days, True, "day")
    month = MONTHS.get(name) if line.is_capital(j) else None
    if month:
        days = cal.month_near(ctx.published, month, way) if ctx.published else None
        return Read(j + 1, days, True, "month")
    if name in _SEASONS or name in ("weekend", "season", "night"):
        return Read(j + 1, None, True, "season") if name in _SEASONS or name == "weekend" else None
    count = small_number(line, j)
    if count is None or way == "this":
        return None
    unit = UNITS.get(line.word(count[1]))
    if unit is None or (line.word(count[1]) == unit and count[0] != 1):
        return None
    return Read(count[1] + 1, window(ctx.published, unit, count[0], way), True, "window")


def _unit_beside(line: Line, end: int, way: str, word: str, unit: str, ctx: Context) -> Read:
    """Resolve "last year" to the year before, "the past year" to the twelve months that end today."""
    if ctx.published is None:
        return Read(end, None, True, unit)
    if word == "past" or (word in ("last", "coming") and unit in ("decade", "century")) or word == "next" == unit:
        return Read(end, window(ctx.published, unit, 1, way), True, "window")
    moved = cal.shift(ctx.published, unit, {"last": -1, "this": 0, "next": 1}[way])
    return Read(end, cal.around(moved, unit) if moved else None, True, unit)


def window(published: date | None, unit: str, count: int, way: str) -> Days | None:
    """Return the days of "the past five years": from the same day five years before to the publication day."""
    if published is None:
        return None
    other = cal.shift(published, unit, -count if way == "last" else count)
    if other is None:
        return None
    return (other, published) if way == "last" else (published, other)


def _ago(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "three years ago", "a decade ago": the whole calendar unit that long before."""
    count = small_number(line, i)
    if count is None:
        return None
    unit = UNITS.get(line.word(count[1]))
    if unit is None or line.word(count[1] + 1) != "ago":
        return None
    if ctx.published is None:
        return Read(count[1] + 2, None, True, unit)
    then = cal.shift(ctx.published, unit, -count[0])
    grain = "year" if unit in ("decade", "century") else unit
    return Read(count[1] + 2, cal.around(then, grain) if then else None, True, grain)


_TWO_DAYS_OFF = {
    ("the", "day", "before", "yesterday"): -2,
    ("day", "before", "yesterday"): -2,
    ("the", "day", "after", "tomorrow"): 2,
    ("day", "after", "tomorrow"): 2,
}


def _named_day(line: Line, i: int, ctx: Context) -> Read | None:
    word = line.word(i)
    for words, days_off in _TWO_DAYS_OFF.items():
        if line.phrase(i, words):
            day = cal.shift(ctx.published, "day", days_off) if ctx.published else None
            return Read(i + len(words), (day, day) if day else None, True, "day")
    moved = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(word)
    if moved is not None:
        day = cal.shift(ctx.published, "day", moved) if ctx.published else None
        return Read(i + 1, (day, day) if day else None, True, "day")
    if word not in WEEKDAYS or not line.is_capital(i):
        return None
    if len(word) < 6 and line.word(i - 1) not in ("on", "since", "by", "until", "(", "last"):
        return None
    j = i + 1 if line.word(i + 1) != "," else i + 2
    dated = month_date(line, j, ctx) or (day_month(line, j, ctx) if line.is_digits(j) else None)
    if dated and dated.grain == "day":
        return dated
    days = cal.weekday_near(ctx.published, WEEKDAYS[word], "on") if ctx.published else None
    return Read(i + 1, days, True, "day")


def _same_year(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "that year", "the same year": the year last named before."""
    if line.word(i) in ("that", "same") and line.word(i + 1) in ("year", "years") and line.word(i + 1) == "year":
        return Read(i + 2, cal.year_of(ctx.year) if ctx.year else None, False, "year")
    return None


def read_simple(line: Line, i: int, ctx: Context) -> Read | None:
    """Read the time expression, without "since" or "end of", that starts at token `i`."""
    if line.is_digits(i):
        return (
            numeric_date(line, i)
            or day_month(line, i, ctx)
            or decade(line, i)
            or _year_part(line, i, ctx)
            or century(line, i)
            or _ago(line, i, ctx)
        )
    word = line.word(i)
    if word in MONTHS:
        return month_date(line, i, ctx)
    return (
        _named_day(line, i, ctx)
        or _year_part(line, i, ctx)
        or _fiscal(line, i)
        or _neighbour(line, i, ctx)
        or _same_year(line, i, ctx)
        or century(line, i)
        or _ago(line, i, ctx)
    )


SEEDS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | _LAST
    | _NEXT
    | _FISCAL
    | frozenset(_HALVES)
    | frozenset(_QUARTERS)
    | frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(ORDINALS)
    | wordset("q h fy this current that same a an couple yesterday today tonight tomorrow the day")
)
