"""Read a time expression with the words around it: "since 2013", "the end of May", "2015-2020", "a year earlier"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.figures.about.nouns import STOP, is_plural
from ingest.figures.time import calendars as cal
from ingest.figures.time.calendars import Days
from ingest.figures.time.clock import SEEDS, UNITS, read_simple
from ingest.figures.time.dates import MONTHS, Context, Read, is_year, small_number
from ingest.figures.tokens import Line, wordset


class Role(StrEnum):
    """The part a time expression plays in its sentence."""

    TIME = "time"
    """When something was or is."""
    BASE = "base"
    """What is compared with: "than in 2013", "a year earlier"."""
    RATE = "rate"
    """How growth is counted: "year on year"."""
    SAID = "said"
    """When it was said: "the ministry said on Tuesday"."""


@dataclass(slots=True)
class Found:
    """A time expression by its tokens `a` to `b - 1`, before it is handed out."""

    a: int
    b: int
    days: Days | None
    relative: bool
    grain: str
    role: Role = Role.TIME
    month: int | None = None
    day: int | None = None


PARTS = {"early": "early", "mid": "mid", "late": "late", "end": "end", "start": "start", "beginning": "start"}
PARTS |= {"middle": "mid", "turn": "start", "close": "end", "outset": "start"}
_OPENERS = wordset("since until till by before after between from over during within through")
# Only before these does "the" start an expression.
_THE = wordset("same corresponding comparable previous preceding prior year month quarter week day decade")
PHRASE_SEEDS = SEEDS | frozenset(PARTS) | _OPENERS | wordset("the year so month quarter week y yoy mom qoq")
# What a year may touch on its left.
_MAY_TOUCH = frozenset({"(", "-", "–", "—", '"', "“", "‘", "'", "/", "["})
# A year stands behind these; "of" and "the" only where no counted noun follows.
_YEAR_CUES = wordset(
    "in since by until till from during of before after between early late mid around through and to for fiscal"
    " year winter spring summer autumn fall season than versus over against on the its that this about below above"
    " circa born died a an ca c"
)


def read_phrase(line: Line, i: int, ctx: Context) -> Found | None:
    """Read the longest expression at token `i`."""
    word = line.word(i)
    ended = _ended(line, i, ctx)
    if ended:
        return ended
    if word in ("year", "month", "quarter", "week", "y", "yoy", "mom", "qoq", "so"):
        return _rate(line, i, ctx)
    if word == "the" and line.word(i + 1) == "day" and line.word(i + 3) in ("yesterday", "tomorrow"):
        return _plain(line, i, ctx)
    if word == "the":
        return (_earlier(line, i) or _same_period(line, i, ctx)) if line.word(i + 1) in _THE else None
    if word in PARTS:
        return _part(line, i, ctx)
    if word in ("since", "until", "till", "by", "before", "after"):
        return _bounded(line, i, ctx)
    if word in ("between", "from"):
        return _range(line, i, ctx)
    if word in ("over", "during", "within", "through"):
        return None
    if word in ("a", "an", "the", "same", "that") or line.is_digits(i) or word not in MONTHS:
        special = _earlier(line, i) or _same_period(line, i, ctx)
        if special:
            return special
    plain = _plain(line, i, ctx)
    return _dashed(line, i, plain, ctx) if plain else None


def _ended(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "three months ended Dec 31", "the quarter to June", "year ending March 2023"."""
    count = small_number(line, i) or (1, i)
    unit = UNITS.get(line.word(count[1]))
    if unit is None or unit not in ("month", "quarter", "year", "week"):
        return None
    j = count[1] + 1
    j = j + 1 if line.word(j) == "that" else j
    if line.word(j) not in ("ended", "ending", "to", "through"):
        return None
    last = _plain(line, j + 2 if line.word(j + 1) in ("on", "in", "the") else j + 1, ctx)
    if last is None or last.grain not in ("day", "month") or (line.low[j] == "to" and not last.month and last.relative):
        return None
    if last.days is None:
        return Found(i, last.b, None, last.relative, "quarter")
    following = cal.shift(last.days[1], "day", 1)
    first = cal.shift(following, unit, -count[0]) if following else None
    return Found(i, last.b, (first, last.days[1]), last.relative, "quarter") if first else None


def _plain(line: Line, i: int, ctx: Context) -> Found | None:
    read = read_simple(line, i, ctx) or _bare_year(line, i)
    if read is None:
        return None
    return Found(i, read.end, read.days, read.relative, read.grain, month=read.month, day=read.day)


def _bare_year(line: Line, i: int) -> Read | None:
    """Read a year that stands alone; four digits before a counted noun are a count unless a preposition dates them."""
    year = is_year(line, i)
    if year is None or (line.glued(i) and line.word(i - 1) not in _MAY_TOUCH):
        return None
    if line.glued(i) and line.word(i - 1) in ("-", "–", "/") and not _joins_year(line, i):
        return None
    before, after = line.word(i - 1), line.word(i + 1)
    if after in ("%", "percent", "per", "million", "billion", "km", "kg", "mw", "m", "°", "times", "points"):
        return None
    if line.glued(i + 1) and (line.is_word(i + 1) or (after in ("%", "/") and line.is_digits(i + 2))):
        return None
    cue = before in _YEAR_CUES or before in MONTHS
    cue = cue or (line.word(i + 1) in ("-", "–") and line.glued(i + 1) and is_year(line, i + 2) is not None)
    cue = cue or (before in ("(", "[") and line.word(i + 1) in (")", "]", ",", ";", "-", "–", "—"))
    if not cue and not 1900 <= year <= 2099:
        return None
    if year < 1500 and before not in (
        "in",
        "since",
        "year",
        "from",
        "until",
        "by",
        "after",
        "before",
        "(",
        "born",
        "died",
    ):
        return None
    if (line.raw[i - 1 : i] and line.raw[max(i - 1, 0)] in ("$", "€", "£", "¥")) or before in (
        "no",
        "no.",
        "about",
        "some",
    ):
        return None
    if not cue and line.is_word(i + 1) and _counted_after(line, i + 1) and i:
        return None
    if not i and line.is_word(1) and _counted_after(line, 1):
        return None
    return Read(i + 1, cal.year_of(year))


def _joins_year(line: Line, i: int) -> bool:
    """Say whether a glued dash before token `i` leaves it a year ("mid-2023", "2015-2020", "post-2008")."""
    return line.word(i - 2) in ("mid", "end", "early", "late", "post", "pre", "then") or line.is_digits(i - 2)


def _counted_after(line: Line, i: int) -> bool:
    words = line.low[i : i + 3]
    for word in words:
        if word in STOP or not word[0].isalpha():
            return False
        if is_plural(word):
            return True
    return False


def _dashed(line: Line, i: int, first: Found, ctx: Context) -> Found:
    """Join "2015-2020", "2022-23", "January-March 2023" into one span."""
    j = first.b
    if line.word(j) not in ("-", "–", "—", "/") or not line.glued(j) or not line.glued(j + 1):
        return first
    if line.is_digits(j + 1) and first.grain == "year" and first.days and first.b == i + 1:
        tail = line.raw[j + 1]
        start = first.days[0].year
        if len(tail) == 2 and tail.isdecimal() and int(tail) == (start + 1) % 100:
            return Found(i, j + 2, cal.span_of(start, start + 1), False, "season")
        if len(tail) == 2 and tail.isdecimal() and int(tail) > max(12, start % 100):
            return Found(i, j + 2, cal.span_of(start, start // 100 * 100 + int(tail)), False, "window")
        year = is_year(line, j + 1)
        if year and year > start and not (line.glued(j + 2) and line.is_word(j + 2)):
            return Found(i, j + 2, cal.span_of(start, year), False, "window")
    second = _plain(line, j + 1, ctx)
    if second is None or second.days is None:
        return first
    return _joined(i, first, second, ctx) or first


def _joined(a: int, first: Found, second: Found, ctx: Context) -> Found | None:
    """Make one span of two expressions; a month without a year takes that of its partner."""
    days = first.days
    if first.month and second.days:
        year = second.days[0].year - (first.month > second.days[0].month)
        days = cal.day_of(year, first.month, first.day) if first.day else cal.month_of(year, first.month)
    if days is None or second.days is None:
        return Found(a, second.b, None, first.relative or second.relative, "window")
    if second.month and not first.month:
        year = days[1].year + (second.month < days[1].month)
        closing = cal.day_of(year, second.month, second.day) if second.day else cal.month_of(year, second.month)
        return Found(a, second.b, (days[0], closing[1]), first.relative, "window") if closing else None
    if days[0] > second.days[1]:
        return None
    return Found(a, second.b, (days[0], second.days[1]), second.relative, "window")


def _inner(line: Line, i: int, ctx: Context) -> Found | None:
    """Read an expression behind a preposition, its article included."""
    j = i + 1 if line.word(i) == "the" else i
    if line.word(j) in PARTS:
        return _part(line, j, ctx)
    return _same_period(line, j, ctx) or _plain(line, j, ctx)


def _range(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "between 2015 and 2020", "from May to July 2022"; a lone "from" is left to its object."""
    first = _inner(line, i + 1, ctx)
    if first is None:
        return None
    joiner = ("and",) if line.low[i] == "between" else ("to", "until", "through", "till", "–", "-")
    if line.word(first.b) not in joiner:
        return None
    last = is_year(line, first.b + 1)
    if last and first.grain == "year" and first.days and last > first.days[0].year:
        return Found(i, first.b + 2, cal.span_of(first.days[0].year, last), False, "window")
    second = _inner(line, first.b + 1, ctx)
    return _joined(i, first, second, ctx) if second else None


def _bounded(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "since 2013" (up to the publication day), "by 2030", "until May", "before 2010"."""
    inner = _inner(line, i + 1, ctx)
    if inner is None:
        return None
    word, days = line.low[i], inner.days
    relative = inner.relative
    if word == "since" and days:
        days = (days[0], ctx.published) if ctx.published and days[0] <= ctx.published else None
        return Found(i, inner.b, days, True, "window")
    if word in ("by", "until", "till") and days:
        return Found(i, inner.b, days, relative, inner.grain, month=inner.month, day=inner.day)
    if word in ("before", "after"):
        return Found(i, inner.b, None, relative, inner.grain)
    return Found(i, inner.b, days, relative, inner.grain)


def _part(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "late December", "the end of 2022", "mid-2023", "year-end", "the end of the year"."""
    part, j = PARTS[line.low[i]], i + 1
    if part in ("early", "mid", "late"):
        j = j + 1 if line.word(j) == "-" else j
        j = j + 2 if line.phrase(j, ("of", "the")) else j + 1 if line.word(j) in ("in", "of", "the") else j
        j = j + 1 if line.word(j) == "-" else j
    elif line.word(j) in ("of", "-") or line.low[i] == "end":
        j = j + 1 if line.word(j) in ("of", "-") else j
        j = j + 1 if line.word(j) == "the" else j
    else:
        return None
    inner = _this_unit(line, j, ctx) or _plain(line, j, ctx)
    inner = _dashed(line, j, inner, ctx) if inner else None
    if inner is None or (inner.grain in ("day", "window", "week") and part != "end"):
        return None
    if part == "end" and line.word(i + 1) not in ("of", "-") and not (inner.month or is_year(line, j)):
        return None
    days = cal.part_of(inner.days, part) if inner.days else None
    return Found(i, inner.b, days, inner.relative, part, month=inner.month)


def _this_unit(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "year" in "the end of the year": the one the article appeared in."""
    unit = UNITS.get(line.word(i))
    if unit is None or unit != line.word(i) or line.word(i - 1) not in ("the", "of"):
        return None
    days = cal.around(ctx.published, unit) if ctx.published else None
    return Found(i, i + 1, days, True, unit)


def _rate(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "year on year", "yoy", "year to date", "year-end", "so far this year"."""
    word = line.word(i)
    if word in ("yoy", "mom", "qoq"):
        return Found(i, i + 1, None, True, word, Role.RATE) if not (line.is_capital(i) and word == "mom") else None
    if word == "so":
        if not (line.word(i + 1) == "far" and line.word(i + 2) == "this" and line.word(i + 3) in UNITS):
            return None
        days = cal.around(ctx.published, UNITS[line.low[i + 3]]) if ctx.published else None
        cut = (days[0], ctx.published) if days and ctx.published else None
        return Found(i, i + 4, cut, True, "window")
    hyphen = line.word(i + 1) in ("-", "‑")
    j = i + 2 if hyphen else i + 1
    if word == "y":
        return Found(i, i + 3, None, True, "yoy", Role.RATE) if line.phrase(i, ("y", "/", "y")) else None
    over = line.word(j) in ("on", "over") and line.word(j + 2 if hyphen else j + 1) == word
    if over:
        return Found(i, (j + 3 if hyphen else j + 2), None, True, "yoy", Role.RATE)
    if word == "year" and line.word(j) == "to" and line.word(j + 2 if hyphen else j + 1) == "date":
        days = (date(ctx.published.year, 1, 1), ctx.published) if ctx.published else None
        return Found(i, (j + 3 if hyphen else j + 2), days, True, "window")
    if word == "year" and hyphen and line.word(j) == "end":
        days = cal.year_of(ctx.published.year) if ctx.published else None
        return Found(i, j + 1, (days[1], days[1]) if days else None, True, "end")
    return None


def _earlier(line: Line, i: int) -> Found | None:
    """Read "a year earlier", "two months before", "the previous year": told from the main time."""
    word = line.word(i)
    if word == "the" and line.word(i + 1) in UNITS and line.word(i + 2) in ("before", "earlier"):
        return Found(i, i + 3, None, True, f"-1 {UNITS[line.low[i + 1]]}", Role.BASE)
    unit = line.word(i + 2)
    if word == "the" and line.word(i + 1) in ("previous", "preceding", "prior") and UNITS.get(unit) == unit:
        return Found(i, i + 3, None, True, f"-1 {unit}", Role.BASE)
    count = small_number(line, i)
    if count is None:
        return None
    unit = UNITS.get(line.word(count[1]), "")
    after = line.word(count[1] + 1)
    if not unit or after not in ("earlier", "before", "prior"):
        return None
    if after == "before" and line.is_word(count[1] + 2) and line.low[count[1] + 2] not in ("and", "but", "to"):
        return None
    return Found(i, count[1] + 2, None, True, f"-{count[0]} {unit}", Role.BASE)


def _same_period(line: Line, i: int, ctx: Context) -> Found | None:
    """Read "the same period last year", "the corresponding quarter of 2022", "the same month a year earlier"."""
    j = i + 1 if line.word(i) == "the" else i
    if line.word(j) not in ("same", "corresponding", "comparable", "year") or line.word(j) == "year" == line.word(i):
        return None
    if line.word(j) == "year":
        return None
    if line.word(j + 1) not in ("period", "quarter", "month", "week", "time", "half", "day", "stretch"):
        return None
    k = j + 2
    k = k + 1 if line.word(k) in ("of", "in") else k
    k = k + 1 if line.word(k) == "the" else k
    inner = _earlier(line, k) or _earlier(line, k - 1) or _plain(line, k, ctx)
    if inner is None:
        return None
    year = inner.days[0].year if inner.days and inner.role is Role.TIME else None
    grain = inner.grain if inner.role is Role.BASE else f"={year}" if year else "?"
    return Found(i, inner.b, None, inner.relative, grain, Role.BASE)
