"""The small pieces of HTML every view is made of: escaped text, days, periods, marked slices.

Everything that comes from an article, a file name or a question passes `esc` before it meets markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from urllib.parse import urlsplit

from ingest.types import Bound, Figure, Period, Status
from qa.lexicon.wording import part_in_words

# Characters that reorder or hide the text around them: a title must not be able to turn the line it stands in.
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x00, 0x09), *range(0x0E, 0x20), 0x7F])


def esc(text: object) -> str:
    """Return text fit to stand between tags or in a quoted attribute."""
    return escape(str(text), quote=True)


def line(text: object) -> str:
    """Return a title, name or label on one line: escaped, without controls that reorder what stands around it."""
    return esc(" ".join(str(text).translate(_UNSEEN).split()))


def day(when: date | None) -> str:
    """Return "7 March 2024", or "no date" for None."""
    return f"{when.day} {when:%B} {when.year}" if when else "no date"


def short_day(when: date | None) -> str:
    """Return "7 Mar 2024", or "no date" for None."""
    return f"{when.day} {when:%b} {when.year}" if when else "no date"


def _ends_month(when: date) -> bool:
    return (when + timedelta(days=1)).day == 1


def span(start: date | None, end: date | None) -> str:
    """Return a resolved time in words: "2022", "October 2023", "January to June 2024", "7 March 2024"."""
    if start is None and end is None:
        return ""
    if start is None or end is None:
        return f"until {day(end)}" if end else f"since {day(start)}"
    if start == end:
        return day(start)
    whole = start.day == 1 and _ends_month(end)
    if whole and (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if whole and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    if whole and start.year == end.year:
        return f"{start:%B} to {end:%B} {end.year}"
    return f"{day(start)} to {day(end)}"


def period_words(period: Period | None) -> str:
    """Return a period and how it was resolved, as plain text; empty where there is none.

    "2022 (the article of 13 January 2023 says “last year”)"; an unresolved one stays as printed.
    """
    if period is None:
        return ""
    resolved = part_in_words(period) or span(period.start, period.end)
    if not resolved:
        return f"“{period.text}”, not resolved" if period.text else ""
    if period.resolved_from and period.text:
        return f"{resolved} (the article of {day(period.resolved_from)} says “{period.text}”)"
    return resolved


def qualifier_words(figure: Figure) -> str:
    """Return what limits a figure: its qualifier as printed, and whether it is a forecast, target or estimate."""
    words = [figure.qualifier or ("" if figure.bound is Bound.EXACT else figure.bound.value)]
    if figure.status is not Status.OUTCOME and figure.status.value not in words[0]:
        words.append(figure.status.value)
    return ", ".join(w for w in words if w)


def web_link(url: str | None, words: str) -> str:
    """Return a link that opens in a new tab; nothing for an address that is not http or https."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return f'<a href="{esc(url.strip())}" target="_blank" rel="noopener noreferrer nofollow">{esc(words)}</a>'


@dataclass(frozen=True, slots=True)
class Span:
    """A slice `start:end` of a text and the tag that shall stand around it."""

    start: int
    end: int
    opening: str
    closing: str = "</mark>"


def marked(text: str, spans: Sequence[Span]) -> str:
    """Return escaped text with tags around slices; spans lie inside one another or apart.

    A span that is empty, out of bounds or crosses an earlier one is left out. The text between the tags is unchanged:
    take them out, unescape, and the input is back.
    """
    opened: list[Span] = []
    out: list[str] = []
    at = 0
    for part in _fit(spans, len(text)):
        while opened and opened[-1].end <= part.start:
            at = _close(text, at, opened, out)
        out += [esc(text[at : part.start]), part.opening]
        at = part.start
        opened.append(part)
    while opened:
        at = _close(text, at, opened, out)
    return "".join([*out, esc(text[at:])])


def _close(text: str, at: int, opened: list[Span], out: list[str]) -> int:
    last = opened.pop()
    out += [esc(text[at : last.end]), last.closing]
    return last.end


def _fit(spans: Sequence[Span], length: int) -> list[Span]:
    """Return the spans in order of opening, the outer before the inner, without those that cross another."""
    kept: list[Span] = []
    for new in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not 0 <= new.start < new.end <= length:
            continue
        if any(old.start < new.start < old.end < new.end for old in kept):
            continue
        kept.append(new)
    return kept
