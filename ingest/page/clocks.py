"""Posts told apart by clocks alone: "22:10 The water falls.", or a clock on a line of its own above them.

Such lines are posts where several open so, all in one direction of time. They get the day of their article where its
title says that it is live; elsewhere (a story told hour by hour, of a day it does not open with) the clock stays alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from ingest.head.stamps import MONTHS, parse_stamp
from ingest.text.tables import BAR, is_row

# Two may be chance; where the title says that a page is live, they are not.
FEWEST, FEWEST_OF_LIVE = 3, 2
# A programme has lines that open with clocks too, and they are no sentences.
LEAST_SENTENCES = 0.5
FEWEST_WORDS = 5
MOST_LOOKED_AT = 4
# Between two posts over midnight lie hours; what would be nearly a day is another order, or none.
LONGEST_NIGHT = 12 * 60
# Two posts at 00:40 and 23:10 are of one night rather than of the two ends of a day.
LONGEST_DAY = 20 * 60
DAY = 24 * 60
_LIVE = re.compile(
    r"\b(live(?! (music|acts?|bands?|shows?|concerts?|performances?|comedy|broadcasts?|animals|births|on stage))|"
    r"as it happened|minute[ -]by[ -]minute|(latest|rolling|live) (updates?|coverage)|updates|live-?ticker|"
    r"en direct|en vivo|en directo|ao vivo|in diretta|na żywo)\b|\W\s*(the )?latest$",
    re.IGNORECASE,
)
_HALF = r"\s?[ap]\.?\s?m\b\.?"
_CLOCK = rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?(?!\d)(?P<half>{_HALF})?"
_ZONE = r"(?:\s(?:GMT|UTC|[A-Z]{1,2}[SD]?T|CES?T|local time|Uhr|hrs))?"
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:\d{{1,2}}\.?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}\b(?:,?\s+\d{{4}})?)|"
    rf"{_WEEKDAY}"
)
_OPENING = re.compile(
    r"(?:[-*•]\s+)?(?:(?:posted|published|updated)(?: at| on)?:?\s+)?[\[(]?"
    rf"(?P<printed>(?:(?P<day>{_DAY}),?\s+(?:at\s+|[–|-]\s+)?)?{_CLOCK}{_ZONE})[\])]?(?P<mark>\s*[:–—|-]\s+|\s+(?=[\"“'‘]?[^\W\d_])|\s*$)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d(?:: | \| )")


@dataclass(frozen=True, slots=True)
class Clocked:
    """One post: its clock as printed, the minutes since the midnight before the first post, and its lines."""

    printed: str
    at: int
    lines: tuple[int, ...]
    day: date | None = None
    """The day printed beside its clock."""


@dataclass(frozen=True, slots=True)
class _Opening:
    line: int
    printed: str
    minute: int
    rest: str
    day: str


def says_live(title: str | None) -> bool:
    """Tell whether a title says that its page is, or was, live."""
    return bool(title and _LIVE.search(title))


def part_posts(text: str, title: str | None = None) -> str:
    """Put each post that opens with a clock into a paragraph of its own, its clock before its words.

    So a clock on a line of its own is neither taken for a head line nor joined to the line before it.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    openings = _series(lines, says_live(title) or any(map(says_live, _first(lines))))
    if not openings:
        return text
    by_line = {one.line: one for one in openings}
    parted: list[str] = []
    waiting = ""
    for at, line in enumerate(lines):
        opening = by_line.get(at)
        if opening:
            waiting = "" if opening.rest else opening.printed
            parted += ["", _stamped(opening.printed, opening.rest) if opening.rest else ""]
        elif waiting and line.strip():
            parted += [_stamped(waiting, line.strip().removeprefix("- "))]
            waiting = ""
        else:
            parted.append(line)
    return "\n".join(parted)


def date_posts(text: str, title: str, published: date | None) -> str:
    """Write the time of its post before each paragraph of one: day and clock where the day is clear, else the clock."""
    lines = text.split("\n")
    live = says_live(title)
    for post in read_posts(lines, live=live, published=published):
        stamp = post.printed
        day = post.day or (published + timedelta(days=post.at // DAY) if published and live else None)
        if day:
            stamp = f"{day.day} {day:%B} {day.year}, {post.at % DAY // 60:02}:{post.at % 60:02}"
        opening = _OPENING.match(lines[post.lines[0]])
        assert opening is not None
        lines[post.lines[0]] = _stamped(stamp, opening["rest"])
        for at in post.lines[1:]:
            lines[at] = _stamped(stamp, lines[at])
    return "\n".join(lines)


def read_posts(lines: Sequence[str], *, live: bool, published: date | None = None) -> list[Clocked]:
    """Read the posts among lines that open with their clocks; none where they run in no one direction."""
    openings = _series(lines, live)
    if not openings:
        return []
    days = [_read_day(one.day, published) for one in openings]
    if openings[0].day and not all(days):
        return []
    minutes = [one.minute for one in openings]
    minutes = minutes if openings[0].day else _since_midnight(minutes)
    starts = [one.line for one in openings]
    bodies = [
        [at for at in range(start, end) if lines[at].strip()]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    # What stands below the last post may be no post's: of it goes as much as others have.
    longest = max(len(body) for body in bodies[:-1])
    bodies[-1] = bodies[-1][:longest]
    return [
        Clocked(one.printed, at, tuple(body), day)
        for one, at, body, day in zip(openings, minutes, bodies, days, strict=True)
    ]


def _read_day(words: str, published: date | None) -> date | None:
    """Read a day printed beside a clock: of the article's year; a weekday only if the article's or the next."""
    if not words or re.search(r"\d{4}", words) or published is None:
        return parse_stamp(words) if words else None
    if words.lower() in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(words.lower()) - published.weekday()) % 7
        return published + timedelta(days=ahead) if ahead < 2 else None
    return parse_stamp(f"{words} {published.year}")


def _first(lines: Sequence[str]) -> list[str]:
    return [line for line in lines[:10] if line.strip()][:2]


def _series(lines: Sequence[str], live: bool) -> list[_Opening]:
    """Find the lines that open with a clock; none where they are too few, no sentences or in no order."""
    if any(_DATED.match(line) for line in lines):
        return []
    found = list(_openings(lines))
    dated = sum(bool(one.day) for one in found)
    if len(found) < (FEWEST_OF_LIVE if live else FEWEST) or dated not in (0, len(found)):
        return []
    if not dated and not _since_midnight([one.minute for one in found]):
        return []
    ends = [*(one.line for one in found[1:]), len(lines)]
    said = [_said(lines, one, end) for one, end in zip(found, ends, strict=True)]
    sentences = sum(any(map(_is_sentence, words)) for words in said)
    spoken = live or median(max(len(line.split()) for line in words) for words in said) >= FEWEST_WORDS
    return found if spoken and sentences >= LEAST_SENTENCES * len(said) else []


def _said(lines: Sequence[str], opening: _Opening, end: int) -> list[str]:
    """Return the first lines of a post: a headline may stand above its sentences."""
    below = (line.strip() for line in lines[opening.line + 1 : min(end, opening.line + 1 + MOST_LOOKED_AT)])
    return [words for words in (opening.rest, *below) if words] or [""]


def _is_sentence(words: str) -> bool:
    return words.rstrip("\"'”’)").endswith((".", "!", "?", "…"))


def _openings(lines: Sequence[str]) -> Iterator[_Opening]:
    for at, line in enumerate(lines):
        found = _OPENING.match(line.strip())
        minute = _minute(found) if found else None
        if found and minute is not None and (found["rest"] or _next(lines, at)):
            yield _Opening(at, found["printed"].strip(), minute, found["rest"].strip(), found["day"] or "")


def _minute(clock: re.Match[str]) -> int | None:
    """Return the minutes since midnight; None for what is no clock: "12 ships", "7.40 million"."""
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or "").strip().lower()[:1]
    runs_on = not clock["mark"].strip() and clock["rest"][:1].islower()
    if runs_on or (not half and clock["minute"] is None):
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p") if hour <= 12 else 24
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _next(lines: Sequence[str], at: int) -> str:
    """Return the words below a line, at the most one blank line between."""
    return next((line.strip() for line in lines[at + 1 : at + 3] if line.strip()), "")


def _since_midnight(clocks: Sequence[int]) -> list[int]:
    """Turn clocks that follow one another into minutes since the first day's midnight, over one midnight at most.

    Empty for clocks that run in no one direction. Of two that are possible that within one day counts.
    """
    either = [one for one in (_carried(clocks), _carried(clocks[::-1])[::-1]) if one and len(set(one)) > 1]
    within = [one for one in either if max(one) < DAY and max(one) - min(one) <= LONGEST_DAY]
    found = within or [one for one in either if max(one) >= DAY]
    return found[0] if len(found) == 1 else []


def _carried(clocks: Sequence[int]) -> list[int]:
    """Carry clocks over midnight from the oldest on; empty where one is older than the one before it."""
    days = 0
    found = list(clocks[:1])
    for before, after in pairwise(clocks):
        if after < before:
            days += 1
            if before - after < DAY - LONGEST_NIGHT:
                return []
        found.append(after + days * DAY)
    return found if days < 2 else []


def _stamped(stamp: str, words: str) -> str:
    return f"{stamp}{BAR if is_row(words) else ': '}{words}"
