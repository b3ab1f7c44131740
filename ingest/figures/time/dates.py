"""Read dates that say where they lie: "12 February 2014", "Feb. 2014", "2024-03-07", "1990s", "21st century"."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ingest.figures.quantity.numbers import ORDINALS, SMALL, TENS
from ingest.figures.time import calendars as cal
from ingest.figures.time.calendars import Days
from ingest.figures.tokens import Line, wordset

_MONTH_NAMES = "january february march april may june july august september october november december"
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES.split())}
WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
# English words too; they are months only with a capital and a date or preposition beside them.
_DOUBTFUL = frozenset({"may", "march", "mar", "jan", "dec", "sep", "jun"})
_BEFORE_MONTH = wordset(
    "in on of since until till by from to through during before after last next this late early mid and end"
    " between for every each - – ( , since"
)


@dataclass(slots=True)
class Context:
    """What expressions are read by: the publication day and the last year named before."""

    published: date | None
    year: int | None = None


class Read(NamedTuple):
    """An expression up to token `end`; `days` is None where it cannot be resolved."""

    end: int
    days: Days | None
    relative: bool = False
    grain: str = "year"
    month: int | None = None
    """Set where only a month (and `day`) was said and the year had to be found."""
    day: int | None = None


def small_number(line: Line, i: int) -> tuple[int, int] | None:
    """Read a count of one to four digits or a number word: the count and the next token."""
    word = line.word(i)
    if line.is_digits(i) and word.isdecimal() and len(word) <= 4:
        return int(word), i + 1
    if word in SMALL:
        return int(SMALL[word]), i + 1
    if word in TENS:
        return int(TENS[word]), i + 1
    if word in ("a", "an"):
        return 1, i + 1
    return (2, i + 3) if line.phrase(i, ("couple", "of")) else None


def is_year(line: Line, i: int) -> int | None:
    """Return the year if token `i` is four digits that may be one."""
    raw = line.raw[i] if 0 <= i < line.n else ""
    if len(raw) != 4 or not raw.isdecimal():
        return None
    year = int(raw)
    return year if 1000 <= year <= 2199 else None


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    """Read a day of the month, with or without its ordinal ending."""
    raw = line.raw[i] if 0 <= i < line.n else ""
    if not (raw.isdecimal() and len(raw) <= 2 and 1 <= int(raw) <= 31):
        return None
    ending = line.glued(i + 1) and line.word(i + 1) in ("st", "nd", "rd", "th")
    if line.glued(i + 1) and not ending and line.is_word(i + 1):
        return None
    return int(raw), i + 2 if ending else i + 1


def is_month(line: Line, i: int) -> int | None:
    """Return the month named at token `i`; doubtful words need a capital and a neighbour that dates them."""
    number = MONTHS.get(line.word(i))
    if number is None or not line.is_capital(i):
        return None
    if line.low[i] not in _DOUBTFUL:
        return number
    after = i + 2 if line.word(i + 1) == "." and line.glued(i + 1) else i + 1
    dated = line.is_digits(after) and (is_year(line, after) or _day_number(line, after)) is not None
    return number if dated or (line.word(i - 1) in _BEFORE_MONTH and i > 0) or line.is_digits(i - 1) else None


def _trailing_year(line: Line, i: int) -> tuple[int, int] | None:
    """Read ", 2024" or "of 2024" or "2024" behind a month or day."""
    for j in (i, i + 1):
        year = is_year(line, j)
        if year and (j == i or line.word(i) in (",", "of", "in", "'", "/")):
            return year, j + 1
    return None


def month_date(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "February 2014", "Feb. 12, 2014", "December"."""
    month = is_month(line, i)
    if month is None:
        return None
    j = i + 1
    if line.word(j) == "." and line.glued(j) and len(line.low[i]) <= 4 and line.is_digits(j + 1):
        j += 1
    day = None
    read = _day_number(line, j)
    if read and is_year(line, j) is None and not _counts(line, read[1]):
        day, j = read
    return _dated(line, j, ctx, month, day)


def _counts(line: Line, i: int) -> bool:
    """Say whether the number before `i` goes on as a quantity ("May 5 percent", "June 30 million")."""
    return line.word(i) in ("percent", "%", "million", "billion", "per", "point", ".") and (
        line.word(i) != "." or line.is_digits(i + 1)
    )


def day_month(line: Line, i: int, ctx: Context) -> Read | None:
    """Read "12 February 2014", "the 12th of February"."""
    read = _day_number(line, i)
    if read is None:
        return None
    day, j = read
    j = j + 1 if line.word(j) == "of" else j
    month = is_month(line, j)
    if month is None or (line.word(j) == "may" and line.word(j + 1) in ("be", "have", "not")):
        return None
    j += 2 if line.word(j + 1) == "." and line.glued(j + 1) and line.is_digits(j + 2) else 1
    return _dated(line, j, ctx, month, day)


def _dated(line: Line, j: int, ctx: Context, month: int, day: int | None) -> Read:
    year = _trailing_year(line, j)
    grain = "day" if day else "month"
    if year:
        days = cal.day_of(year[0], month, day) if day else cal.month_of(year[0], month)
        return Read(year[1], days, False, grain)
    if line.word(j) in ("last", "this", "next") and line.word(j + 1) == "year" and ctx.published:
        moved = ctx.published.year + {"last": -1, "this": 0, "next": 1}[line.low[j]]
        days = cal.day_of(moved, month, day) if day else cal.month_of(moved, month)
        return Read(j + 2, days, True, grain)
    named = line.phrase(j, ("of", "that", "year")) or line.phrase(j, ("of", "the", "same", "year"))
    if named and ctx.year:
        days = cal.day_of(ctx.year, month, day) if day else cal.month_of(ctx.year, month)
        return Read(j + (3 if line.word(j + 1) == "that" else 4), days, False, grain)
    return Read(j, near(ctx, month, day, "on"), True, grain, month, day)


def near(ctx: Context, month: int, day: int | None, direction: str) -> Days | None:
    """Resolve a month or day without its year by the publication day; None in an undated article."""
    if ctx.published is None:
        return None
    days = cal.month_near(ctx.published, month, direction)
    if days is None or day is None:
        return days
    found = cal.day_of(days[0].year, month, day)
    if direction == "on" and found and found[0] > ctx.published:
        return cal.day_of(days[0].year - 1, month, day)
    return found


def numeric_date(line: Line, i: int) -> Read | None:
    """Read 2024-03-07, 2024/03/07, 13.3.2024, 2024年3月7日; 03/04/2024 could be two days and is left unresolved."""
    raw, mark = line.raw[i], line.word(i + 1)
    if mark == "年" and is_year(line, i):
        return _east_asian(line, i)
    if raw.count(".") == 2 and not line.glued(i):
        a, b, c = raw.split(".")
        return _ordered(a, b, c, i + 1)
    if mark not in ("-", "/") or line.word(i + 3) != mark or not line.is_digits(i + 4):
        return None
    if not all(line.glued(j) for j in range(i + 1, i + 5)):
        return None
    return _ordered(raw, line.raw[i + 2], line.raw[i + 4], i + 5)


def _ordered(a: str, b: str, c: str, end: int) -> Read | None:
    if not (a.isdecimal() and b.isdecimal() and c.isdecimal() and len(a + b + c) in range(6, 9)):
        return None
    if len(a) == 4:
        days = cal.day_of(int(a), int(b), int(c))
        return Read(end, days, False, "day") if days else None
    if len(c) != 4 or len(a) > 2:
        return None
    one, two = cal.day_of(int(c), int(b), int(a)), cal.day_of(int(c), int(a), int(b))
    if one is None and two is None:
        return None
    return Read(end, None if one and two and one != two else one or two, False, "day")


def _east_asian(line: Line, i: int) -> Read:
    year, j = int(line.raw[i]), i + 2
    if not (line.is_digits(j) and line.word(j + 1) == "月" and line.raw[j].isdecimal() and len(line.raw[j]) < 3):
        return Read(j, cal.year_of(year))
    month, j = int(line.raw[j]), j + 2
    if line.is_digits(j) and line.word(j + 1) == "日" and line.raw[j].isdecimal() and len(line.raw[j]) < 3:
        return Read(j + 2, cal.day_of(year, month, int(line.raw[j])), False, "day")
    return Read(j, cal.month_of(year, month) if 1 <= month <= 12 else None, False, "month")


def decade(line: Line, i: int) -> Read | None:
    """Read "1990s", "the '90s" being left as printed."""
    year = is_year(line, i)
    j = i + 2 if line.word(i + 1) == "'" else i + 1
    if year and year % 10 == 0 and line.word(j) == "s" and line.glued(j):
        days = cal.span_of(year, year + 99) if year % 100 == 0 and year != 2000 else cal.decade_of(year)
        return Read(j + 1, days, False, "decade")
    return None


def century(line: Line, i: int) -> Read | None:
    """Read "21st century", "nineteenth century"."""
    word, j = line.word(i), i + 1
    if word.isdecimal() and len(word) <= 2 and line.glued(j) and line.word(j) in ("st", "nd", "rd", "th"):
        number, j = int(word), i + 2
    else:
        number = int(ORDINALS.get(word, 0))
    j = j + 1 if line.word(j) == "-" else j
    if not number or line.word(j) != "century":
        return None
    return Read(j + 1, cal.span_of(100 * number - 100, 100 * number - 1), False, "century")
