"""Take title, publisher, authors and publication date from the head and foot of a cleaned text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.head.headline import Head, Label, read_head_line
from ingest.head.outlets import WIRES, is_outlet, split_page_title
from ingest.head.people import Prose
from ingest.head.signed import find_signed
from ingest.head.stamps import find_stamps
from ingest.text.clean import Cleaned
from ingest.text.tables import read_row

# The head ends at the first line of prose, at the latest after this many lines that hold words.
MOST_HEAD_LINES = 10
# A standfirst (a sentence or two under the title) is passed when a head line is among so many lines behind it.
LOOK_AHEAD = 3
MOST_STANDFIRST_CHARACTERS = 300
LONGEST_DATE_LINE = 60
# A title is a line of at most so many words or signs; a longer one is a sentence.
MOST_TITLE_WORDS = 25
MOST_TITLE_CHARACTERS = 200
# Of two possible titles the longer counts, because section names are short; standfirsts are longer than this.
LONGEST_HEADLINE_WORDS = 16
# One line of the head in capitals is the title, if it has more words than a section's name.
FEWEST_SHOUTED_WORDS = 3
# A title made from the first words of an article that has none.
MADE_TITLE_CHARACTERS = 80
_STOPPED = re.compile(r"[.!:;,。；：，][\"'”’»)\]」』]*$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?"
)
# "LAGOS, March 3, 2021 (Reuters) - ": a place, a day, a wire, a dash, and nothing else.
_PLACE = rf"(?!{_MONTH}\s\d)[A-Z][\w.'’-]*(?:,?\s(?!{_MONTH}\s\d)[A-Z][\w.'’-]*){{0,5}}"
_DATELINE = re.compile(
    rf"(?P<day>{_PLACE},\s{_DAY}|[A-Z]{{3,}}(?:\s[A-Z]{{3,}})*\s{_DAY}|{_PLACE}),?"
    rf"(?:\s?[(/](?P<wire>{WIRES})[)/])?\s?(?:—|–|--|-)\s?(?=\S)"
)
# "Orsk, 3 May 2024. ": with a stop or a colon only where a day is said.
_STOPPED_DATELINE = re.compile(rf"(?P<day>{_PLACE},\s{_DAY})(?:\s?[(/](?P<wire>{WIRES})[)/])?[.:]\s+(?=\S)")
_RIGHTS_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:©|\(c\)|by|copyright|\s)*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?\W*(?:by\s)?"
    r"(?P<name>[A-Z][\w&'’.\- ]{1,50}?)\s*(?:[.,|]|all rights|$|(?:19|20)\d\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text says about itself, and the text without those lines."""

    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None


@dataclass(slots=True)
class _Reading:
    """The head while it is read line by line."""

    titles: list[int] = field(default_factory=list)
    meta: set[int] = field(default_factory=set)
    heads: list[Head] = field(default_factory=list)
    outlet: str | None = None
    standfirst: bool = False
    page_title: int | None = None
    """The line that is a page's title with the outlet's name behind it."""


def read_metadata(cleaned: Cleaned, *, title: str | None = None) -> Metadata:
    """Read head and foot of a cleaned text and take their lines out of it.

    `title` is one the source gave; a first line that repeats it leaves the text too. Only dates of head and
    foot lines and of a dateline count, never one in prose; what is not said is None.
    """
    lines = cleaned.text.split("\n")
    said = [head for line in cleaned.dropped if (head := _read_foot(line))]
    known = next((head.publisher for head in said if head.publisher), None) or _rights_holder(cleaned.dropped)
    reading = _read_head(lines, known)
    chosen = _choose_title(lines, reading, title)
    gone = reading.meta | {at for at in (chosen, reading.page_title) if at is not None}
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(line for at, line in enumerate(lines) if at not in gone)).strip()
    place = _DATELINE.match(body[:300]) or _STOPPED_DATELINE.match(body[:300])
    body, foot = _take_foot(body)
    heads = [*reading.heads, *said, *foot]
    return Metadata(
        text=body,
        title=title or _printed_title(lines, chosen, reading, known),
        publisher=_publisher(heads, reading.outlet, known, place),
        authors=next((head.authors for head in heads if head.authors), ()),
        published=_published(heads, _dateline_day(place)),
    )


def make_title(text: str) -> str:
    """Make a title of a text that has none from its first words, cut with an ellipsis."""
    first = " ".join(text.split("\n", 1)[0][: 4 * MADE_TITLE_CHARACTERS].split())
    if len(first) <= MADE_TITLE_CHARACTERS:
        return first
    cut = first[:MADE_TITLE_CHARACTERS].rsplit(" ", 1)[0]
    return f"{cut}…"


def _read_head(lines: Sequence[str], known: str | None) -> _Reading:
    """Read the lines above the prose; a standfirst is passed when head lines follow it."""
    reading = _Reading()
    filled = [at for at, line in enumerate(lines) if line]
    prose = Prose("\n".join(lines))
    heads = {at: read_head_line(lines[at], known, prose) for at in filled[: MOST_HEAD_LINES + LOOK_AHEAD]}
    if _is_timeline(lines):
        heads = {at: None if head and _is_bare_date(head) else head for at, head in heads.items()}
    heads |= find_signed(lines, filled[:MOST_HEAD_LINES], heads, prose)
    for number, at in enumerate(filled[:MOST_HEAD_LINES]):
        line, head = lines[at], heads[at]
        ahead = [heads.get(after) is not None for after in filled[number + 1 : -1][:LOOK_AHEAD]]
        passed = reading.standfirst or len(line) > MOST_STANDFIRST_CHARACTERS
        if head and (at != filled[-1] or reading.titles):
            reading.meta.add(at)
            reading.heads.append(head)
        elif len(filled) > 2 and _is_outlet_line(reading, line, known, ahead[:1] == [True]):
            reading.outlet = line.strip()
            reading.meta.add(at)
        elif _may_be_title(line) and at != filled[-1]:
            _note_title(reading, at, line, known)
        elif passed or not any(ahead):
            break
        else:
            reading.standfirst = True
    return reading


def _is_timeline(lines: Sequence[str]) -> bool:
    """Tell a text with several lines that are bare dates: they part its entries, none says when it appeared."""
    dated = (line for line in lines if len(line) <= LONGEST_DATE_LINE and re.search(r"\d{4}", line))
    bare = (head for line in dated if (head := read_head_line(line)) and _is_bare_date(head))
    return len({head.dates[0][1] for head in bare}) > 1


def _is_bare_date(head: Head) -> bool:
    unlabelled = all(label is Label.PLAIN for label, _ in head.dates)
    return bool(head.dates) and unlabelled and not head.authors and not head.publisher


def _note_title(reading: _Reading, at: int, line: str, known: str | None) -> None:
    """Note a line above the byline as a possible title, and the outlet it may end in; or the first below it."""
    if len(reading.titles) >= 3 or (reading.heads and (reading.titles or any(head.title for head in reading.heads))):
        return
    reading.titles.append(at)
    parted = split_page_title(line, known)
    if parted and reading.outlet is None:
        reading.outlet = parted[1]
        reading.page_title = at


def _is_outlet_line(reading: _Reading, line: str, known: str | None, head_follows: bool) -> bool:
    """An outlet's name stands alone above the title or among the byline's lines."""
    placed = not reading.titles or bool(reading.heads) or head_follows
    return reading.outlet is None and placed and is_outlet(line, known)


def _may_be_title(line: str) -> bool:
    words = len(line.split())
    if (
        len(line) > MOST_TITLE_CHARACTERS
        or words > MOST_TITLE_WORDS
        or line.startswith(("- ", "* ", "• ", "Q: ", "A: "))
        or read_row(line, 0, len(line))
    ):
        return False
    return not _STOPPED.search(line) or (words <= 8 and line.endswith("!"))


def _choose_title(lines: Sequence[str], reading: _Reading, given: str | None) -> int | None:
    """Choose the line that is the title: the one the source names, else the longest that is no standfirst."""
    titles = reading.titles
    if given is not None:
        filled = [at for at, line in enumerate(lines) if line and at not in reading.meta][:MOST_HEAD_LINES]
        return next((at for at in [*titles, *filled[:-1]] if _bare(lines[at]) == _bare(given)), None)
    if not titles:
        return None
    shouted = [at for at in titles if lines[at].isupper() and len(lines[at].split()) >= FEWEST_SHOUTED_WORDS]
    if len(shouted) == 1:
        return shouted[0]
    short = [at for at in titles if len(lines[at].split()) <= LONGEST_HEADLINE_WORDS]
    return max(short, key=lambda at: len(lines[at])) if short else titles[0]


def _printed_title(lines: Sequence[str], chosen: int | None, reading: _Reading, known: str | None) -> str | None:
    """Return the words of the title: those a "Title:" line gives, else the chosen line without the outlet's name."""
    said = next((head.title for head in reading.heads if head.title), None)
    if said or chosen is None:
        return said
    line = lines[chosen]
    parted = split_page_title(line, known) if chosen == reading.page_title else None
    return re.sub(r"^#{1,6}\s+", "", parted[0] if parted else line)


def _take_foot(body: str) -> tuple[str, list[Head]]:
    """Take lines such as "Published 4 May 2022" off the end; there only labelled dates count."""
    found: list[Head] = []
    while "\n" in body:
        rest, _, line = body.rpartition("\n")
        head = _read_foot(line)
        if not rest.strip() or head is None or not any(label is not Label.PLAIN for label, _ in head.dates):
            break
        found.append(head)
        body = rest.rstrip()
    return body, found


def _bare(line: str) -> str:
    return "".join(re.findall(r"\w+", line.casefold()))


def _read_foot(line: str) -> Head | None:
    return read_head_line(line) if len(line) <= MOST_TITLE_CHARACTERS else None


def _rights_holder(dropped: Sequence[str]) -> str | None:
    """Name the outlet whose rights line the page carries."""
    for line in dropped:
        found = _RIGHTS_HOLDER.match(line.strip())
        if found and found["name"].strip().lower() not in {"all rights reserved", "the author", "by"}:
            return found["name"].strip()
    return None


def _published(heads: Sequence[Head], dateline: date | None) -> date | None:
    """Prefer a date labelled as published to an unlabelled one, then the dateline's, then an update; the first of each.

    A dateline says where and when it was written; the day of a change is the last of all.
    """
    dates = [pair for head in heads for pair in head.dates]
    label, day = min(dates, key=lambda pair: Label(pair[0]), default=(Label.UPDATED, None))
    return dateline or day if label is Label.UPDATED else day


def _dateline_day(place: re.Match[str] | None) -> date | None:
    stamps = find_stamps(place["day"]) if place else ()
    return stamps[0].day if stamps else None


def _publisher(heads: Sequence[Head], outlet: str | None, known: str | None, place: re.Match[str] | None) -> str | None:
    """Take the outlet's own line first, then byline and source lines, the rights holder, the wire of the dateline."""
    named = next((head.publisher for head in heads if head.publisher), None)
    return outlet or named or known or (place["wire"] if place else None)
