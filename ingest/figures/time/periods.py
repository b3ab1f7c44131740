"""Find every time expression of a sentence and say what part it plays."""

from dataclasses import dataclass

from ingest.figures.time import calendars as cal
from ingest.figures.time.calendars import Days
from ingest.figures.time.clock import UNITS
from ingest.figures.time.dates import MONTHS, WEEKDAYS, Context, near
from ingest.figures.time.phrases import PARTS, PHRASE_SEEDS, Found, Role, read_phrase
from ingest.figures.tokens import MOST_IN_SENTENCE, Line, wordset
from ingest.types import Period


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression `text[start:end]` with the period it means."""

    start: int
    end: int
    period: Period
    role: Role = Role.TIME


_FUTURE = wordset("will would shall expected scheduled due plans planned plan upcoming set to aims") - {"to"}
# Verbs of timetables: in the present tense, with a day or month, they tell of what is to come.
_TIMETABLE = wordset(
    "meet meets open opens reopen reopens begin begins start starts resume resumes return returns vote votes close"
    " closes end ends expire expires arrive arrives leave leaves depart departs launch launches take takes face faces"
    " host hosts play plays hold holds go goes run runs visit visits retire retires gather gathers"
)
_PAST = wordset(
    "was were had did been went came met began took held left became made said told saw got gave fell rose grew won"
    " lost ran sent built bought sold paid cut hit put set shut"
)
SOON = 60
"""Days ahead within which a day without its year is read forwards."""
_SPEECH = wordset(
    "said says say told announced reported showed shows released statement report added noted unveiled published"
    " according confirmed warned wrote tweeted briefing conference interview issued disclosed revealed declared"
)
# What stands behind a day of the month or a count of days, months, years.
_DATING = frozenset(MONTHS) | frozenset(UNITS) | frozenset({"st", "nd", "rd", "th", "of"})
# Tokens of "Mexico City, D.F., Tuesday," and of "(Thomson Reuters Foundation)", with some room.
_LONGEST_PLACE, _LONGEST_WIRE = 9, 8
_PLACE_SIGNS = frozenset(",.-'’/")
_NO_PLACE = wordset("on in at by from since until after before the a an as for during when while and but")
_DASHES = frozenset("—–-")
_COMPARED = frozenset(["than", "versus", "vs", "against", "compared"])
_CHANGED = wordset(
    "rose grew fell up down increased decreased dropped climbed declined increase decrease rise growth drop jump"
    " jumped decline surged soared gained slipped percent % higher lower above below levels level more less"
)


def _may_be_date(line: Line, i: int) -> bool:
    """Say whether a date may start at the digits at `i`: four of them, or a day or count with what dates it behind."""
    raw = line.raw[i]
    if not raw[0].isdecimal():
        return False
    if len(raw) > 2:
        return len(raw) <= 4 or raw.count(".") == 2
    after = line.word(i + 1)
    if after in ("/", "-"):
        return line.word(i + 3) == after and line.word(i - 1) != after
    return after in _DATING


def find_times(line: Line, ctx: Context, most: int = MOST_IN_SENTENCE) -> list[Found]:
    """Return the first `most` time expressions of a line; they do not overlap, `ctx.year` follows the years named."""
    found: list[Found] = []
    i = 0
    while i < line.n and len(found) < most:
        if line.low[i] in PHRASE_SEEDS or _may_be_date(line, i):
            one = read_phrase(line, i, ctx)
            if one:
                found.append(one)
                if one.days and not one.relative and one.grain != "decade":
                    ctx.year = one.days[0].year
                i = one.b
                continue
        i += 1
    _turn_to_future(line, found, ctx)
    for one in found:
        if one.role is Role.TIME:
            one.role = _role(line, one)
    _resolve_bases(line, found, ctx)
    return found


def _turn_to_future(line: Line, found: list[Found], ctx: Context) -> None:
    """Read a month or day without its year forwards where the sentence tells of the future."""
    for one in found:
        weekday = line.low[one.a] in WEEKDAYS and one.grain == "day" and one.b == one.a + 1
        if (one.month is None and not weekday) or not one.relative or ctx.published is None:
            continue
        before = line.low[max(0, one.a - 12) : one.a]
        ahead = bool(_FUTURE & set(before)) or _is_timetable(before) or _is_soon(one, before, ctx)
        if not ahead or _SPEECH & set(before[-4:]):
            continue
        if weekday:
            one.days = cal.weekday_near(ctx.published, WEEKDAYS[line.low[one.a]], "next") or one.days
        elif one.month is not None:
            days = near(ctx, one.month, one.day, "ahead")
            one.days = cal.part_of(days, one.grain) if days and one.grain in PARTS.values() else days


def _is_timetable(before: list[str]) -> bool:
    """Say whether the words before a day tell of it as a timetable does: "the councils meet again in June"."""
    if before[-2:] in (["is", "on"], ["are", "on"]):
        return True
    return not _tells_past(before) and bool(_TIMETABLE & set(before))


def _tells_past(before: list[str]) -> bool:
    return any(w in _PAST or (w.endswith("ed") and len(w) > 4) for w in before)


def _is_soon(one: Found, before: list[str], ctx: Context) -> bool:
    """Say whether a day without its year is one of the next weeks: "are standing on 2 May", written on 22 April.

    The year before would be ten months back, and news then says "last year". Of a day that something began on, or that
    a past tense stands before, this is not sure enough.
    """
    if one.grain != "day" or one.month is None or ctx.published is None or before[-1:] == ["since"]:
        return False
    days = near(ctx, one.month, one.day, "ahead")
    return days is not None and 0 < (days[0] - ctx.published).days <= SOON and not _tells_past(before)


def _role(line: Line, one: Found) -> Role:
    """Tell a time from a base of comparison and from the day something was said."""
    if one.grain == "day" and _is_dateline(line, one):
        return Role.SAID
    before = line.low[max(0, one.a - 6) : one.a]
    while before and before[-1] in ("the", "in", "at", "of", "during", "with", "those", "that", "levels", "as"):
        if before[-1] == "of" and before[-2:-1] == ["that"]:
            return Role.BASE
        before.pop()
    last = before[-1] if before else ""
    if line.word(one.b) in ("level", "levels"):
        return Role.BASE
    if last in _COMPARED:
        return Role.BASE
    if last in ("from", "on", "over") and len(before) > 1 and one.grain != "day":
        near_change = before[-2] in _CHANGED or (
            last == "from" and one.grain == "year" and before[-2] in ("up", "down")
        )
        if near_change and one.grain != "window":
            return Role.BASE
    if one.grain in ("day", "week") and _is_said(line, one):
        return Role.SAID
    return Role.TIME


def _is_dateline(line: Line, one: Found) -> bool:
    """Say whether a day stands in a dateline ("LAGOS, March 3 (Reuters) - "): it dates the telling, nothing else."""
    if not 0 < one.a <= _LONGEST_PLACE or not all(_in_place(line, i) for i in range(one.a)):
        return False
    if line.word(one.a - 1) != "," and not all(line.raw[i].isupper() for i in range(one.a)):
        return False
    i = one.b + (line.word(one.b) in (",", "."))
    if close := {"(": ")", "/": "/"}.get(line.word(i)):
        ends = [k for k in range(i + 1, min(i + _LONGEST_WIRE, line.n)) if line.low[k] == close]
        i = ends[0] + 1 if ends else i
    return line.word(i) in _DASHES


def _in_place(line: Line, i: int) -> bool:
    """Say whether a token may be part of the place in front of a dateline's day."""
    return line.raw[i] in _PLACE_SIGNS or (line.is_capital(i) and line.low[i] not in _NO_PLACE)


def _is_said(line: Line, one: Found) -> bool:
    """Say whether a day dates a statement and not an event: speech words near it in the same clause."""
    back = line.low[max(0, one.a - 9) : one.a]
    for mark in (";", "that", ","):
        if mark in back:
            back = back[len(back) - back[::-1].index(mark) :]
    ahead = line.low[one.b : one.b + 3]
    return bool(_SPEECH & set(back)) or bool(_SPEECH & set(ahead[:2]))


def _resolve_bases(line: Line, found: list[Found], ctx: Context) -> None:
    """Resolve "a year earlier" and "the same period last year" by the time the sentence is about."""
    mains = [one for one in found if one.role is Role.TIME and one.days]
    for one in found:
        if line.phrase(one.a, ("a", "year", "ago")):
            earlier = [m for m in mains if m.a < one.a and m.grain in ("quarter", "month", "window", "week")]
            if earlier and earlier[-1].days:
                one.days = _moved(earlier[-1].days, "year", -1) or one.days
    for one in found:
        if one.role is not Role.BASE or one.days is not None or not mains:
            continue
        main = max((m for m in mains if m.a < one.a), key=lambda m: m.a, default=mains[0])
        assert main.days is not None
        if one.grain.startswith("="):
            one.days = _moved(main.days, "year", int(one.grain[1:]) - main.days[0].year)
        elif one.grain.startswith("-"):
            count, unit = one.grain[1:].split(" ")
            one.days = _moved(main.days, unit, -int(count))


def _moved(days: Days, unit: str, count: int) -> Days | None:
    """Move a span; a span that ends with its month still does."""
    first, last = cal.shift(days[0], unit, count), cal.shift(days[1], unit, count)
    if first is None or last is None:
        return None
    whole = cal.month_of(days[1].year, days[1].month)
    moved = cal.month_of(last.year, last.month)
    if whole and moved and days[1] == whole[1] and unit not in ("day", "week"):
        last = moved[1]
    return first, last


def to_period(line: Line, one: Found, ctx: Context) -> Period:
    """Return the period of a found expression as handed out."""
    start, end = one.days or (None, None)
    resolved = ctx.published if one.relative and one.days else None
    return Period(start, end, line.span(one.a, one.b), resolved)
