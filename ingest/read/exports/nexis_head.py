"""Read the head of a Nexis article, whose lines carry no labels, and the cover page of a newer export."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.head.stamps import MONTHS, find_stamps
from ingest.read.exports.parts import is_rights, one_line

# Besides its date a date line holds a weekday, a clock, an edition.
MOST_BESIDE_DATE = 6
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_EDITION = re.compile(
    r"\b(?:editions?|ausgabe|édition|edición|corrections? appended|correction|final|late|early|first|second|print|"
    r"online|web|national|regional|metro|state|city|country|main|desk|wire|replate|morning|evening|sunday|weekend|"
    r"\d+\w{0,2} ed\.?|newspaper|gmt|utc|est|edt|bst)\b",
    re.IGNORECASE,
)
_LONGEST_EDITION = 6
_COVER = re.compile(
    r"(?:user name|date and time|job number|documents? ?\(\d+\)|client/matter|search terms|search type|narrowed by|"
    r"content type|source|timeline|publication type|\d{1,3}\.\s|-none-|.*about lexisnexis|.*privacy policy)\b.*",
    re.IGNORECASE,
)
_COVER_START = re.compile(r"(?:user name|date and time|job number|documents? ?\(\d+\))", re.IGNORECASE)
_NUMBERED = re.compile(r"1\.\s+(?P<title>\S.*)")


@dataclass(slots=True)
class NexisHead:
    """What the lines above the fields say."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    rest: list[list[str]] = field(default_factory=list)
    """Paragraphs behind the title: a standfirst, or the text of an article without fields."""


def read_head(lines: Sequence[str], title: str | None) -> NexisHead:
    """Read title, publisher and date of a head; `title` is one that a field gives.

    Older exports print publisher, date, title; newer ones title, publisher, date. Which it is shows in what
    stands behind the date.
    """
    head = NexisHead(title=title)
    groups = _groups([line for line in lines if not is_rights(line)])
    at = next((n for n, group in enumerate(groups) if n and _is_date(group[0])), None)
    if at is None:
        at = next((n for n, group in enumerate(groups) if _is_date(group[0])), None)
    before = groups[:at] if at is not None else groups[:1]
    after = groups[at:] if at is not None else groups[1:]
    if at is not None:
        head.published = _day(after[0][0])
        after = after[1:]
    while after and len(after) > (0 if len(before) > 1 or title else 1) and _is_edition(after[0]):
        del after[0]
    titled_after = title is None and bool(after) and len(before) <= 1
    _name(head, before, newer=title is None and not titled_after)
    if titled_after:
        head.title = one_line(after.pop(0))
    head.rest = after
    return head


def read_cover(lines: Sequence[str]) -> int:
    """Return how many lines the cover page of an export takes: the search, and a list of the titles."""
    filled = [at for at, line in enumerate(lines) if line.strip()][:6]
    if not any(_COVER_START.match(lines[at].strip()) for at in filled):
        return 0
    listed = next((found for line in lines if (found := _NUMBERED.match(line.strip()))), None)
    if listed:
        same = [at for at, line in enumerate(lines) if one_line([line]) == one_line([listed["title"]])]
        if same:
            return same[0]
    covered = [at for at, line in enumerate(lines[:400]) if _COVER.match(line.strip())]
    return covered[-1] + 1 if covered else 0


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Part lines at the blank ones; a line before a date line is a group of its own even without one."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
        elif groups[-1] and (_is_date(line) or (_is_date(groups[-1][0]) and not _is_edition([line]))):
            groups.append([line.strip()])
        else:
            groups[-1].append(line.strip())
    return [group for group in groups if group]


def _name(head: NexisHead, before: list[list[str]], *, newer: bool) -> None:
    """Read title and publisher from the lines above the date."""
    lines = [line for group in before for line in group]
    if not lines:
        return
    if newer and len(lines) > 1:
        head.title = one_line(lines[:-1])
        head.publisher = lines[-1]
    elif newer:
        head.title = lines[0]
    else:
        head.publisher = lines[0] if head.title != one_line(lines[:-1]) else lines[-1]


def _is_date(line: str) -> bool:
    """Tell a line that is a date and little else; one with a month and a year counts too."""
    words = re.findall(r"\w+", line)
    dated = bool(find_stamps(line)) or (
        bool(_YEAR.search(line)) and any(word.lower().rstrip(".") in MONTHS for word in words)
    )
    return dated and len(words) <= 3 + MOST_BESIDE_DATE


def _day(line: str) -> date | None:
    stamps = find_stamps(line)
    return stamps[0].day if stamps else None


def _is_edition(group: Sequence[str]) -> bool:
    return all(len(line.split()) <= _LONGEST_EDITION and bool(_EDITION.search(line)) for line in group)
