"""Take title, publisher, authors and publication date from the head and foot of a cleaned text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.clean import Cleaned
from ingest.headline import Head, Label, read_head_line
from ingest.outlets import WIRES, is_outlet
from ingest.stamps import find_stamps

# The head ends at the first line of prose, at the latest after this many lines that hold words.
MOST_HEAD_LINES = 10
# A title is a line of at most so many words or signs; a longer one is a sentence.
MOST_TITLE_WORDS = 25
MOST_TITLE_CHARACTERS = 200
# Of two possible titles the longer counts, because section names are short; standfirsts are longer than this.
LONGEST_HEADLINE_WORDS = 16
# A title made from the first words of an article that has none.
MADE_TITLE_CHARACTERS = 80
_STOPPED = re.compile(r"[.!:;,。；：，][\"'”’»)\]」』]*$")
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]+(?:,\s[A-Z][\w. ]+)?),?\s[^()—–/]{0,40}?"
    rf"[/(]?(?P<wire>{WIRES})?[/)]?\s?(?:—|–|--|-|:)\s?(?=\S)"
)
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


def read_metadata(cleaned: Cleaned, *, title: str | None = None) -> Metadata:
    """Read head and foot of a cleaned text and take their lines out of it.

    `title` is one the source gave; a first line that repeats it leaves the text too. Only dates of head and
    foot lines and of a dateline count, never one in prose; what is not said is None.
    """
    lines = cleaned.text.split("\n")
    said = [head for line in cleaned.dropped if (head := _read_foot(line))]
    known = next((head.publisher for head in said if head.publisher), None) or _rights_holder(cleaned.dropped)
    reading = _read_head(lines, known)
    chosen = _choose_title(lines, reading.titles, title)
    gone = reading.meta | ({chosen} if chosen is not None else set())
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(line for at, line in enumerate(lines) if at not in gone)).strip()
    place = _DATELINE.match(body[:300])
    heads = [*reading.heads, *said]
    return Metadata(
        text=body,
        title=title or (lines[chosen].strip() if chosen is not None else None),
        publisher=_publisher(heads, reading.outlet, known, place),
        authors=next((head.authors for head in heads if head.authors), ()),
        published=_published(heads) or _dateline_day(place),
    )


def make_title(text: str) -> str:
    """Make a title of a text that has none from its first words, cut with an ellipsis."""
    first = " ".join(text.split("\n", 1)[0][: 4 * MADE_TITLE_CHARACTERS].split())
    if len(first) <= MADE_TITLE_CHARACTERS:
        return first
    cut = first[:MADE_TITLE_CHARACTERS].rsplit(" ", 1)[0]
    return f"{cut}…"


def _read_head(lines: Sequence[str], known: str | None) -> _Reading:
    reading = _Reading()
    filled = [at for at, line in enumerate(lines) if line]
    for at in filled[:MOST_HEAD_LINES]:
        line = lines[at]
        head = read_head_line(line, known) if at != filled[-1] or reading.titles else None
        if head:
            reading.meta.add(at)
            reading.heads.append(head)
        elif _is_outlet_line(reading, line, known) and len(filled) > 2:
            reading.outlet = line.strip()
            reading.meta.add(at)
        elif _may_be_title(line) and not reading.heads and len(reading.titles) < 3 and at != filled[-1]:
            reading.titles.append(at)
        elif not _may_be_caption(line, lines, at):
            break
    return reading


def _is_outlet_line(reading: _Reading, line: str, known: str | None) -> bool:
    """An outlet's name stands alone above the title or among the byline's lines."""
    placed = not reading.titles or bool(reading.heads)
    return reading.outlet is None and placed and is_outlet(line, known)


def _may_be_title(line: str) -> bool:
    words = len(line.split())
    if len(line) > MOST_TITLE_CHARACTERS or words > MOST_TITLE_WORDS or line.startswith(("- ", "* ", "• ")):
        return False
    return not _STOPPED.search(line) or (words <= 8 and line.endswith("!"))


def _may_be_caption(line: str, lines: Sequence[str], at: int) -> bool:
    """Let the head go on over a short line that a metadata line directly follows."""
    return at + 1 < len(lines) and len(line) <= MOST_TITLE_CHARACTERS and read_head_line(lines[at + 1]) is not None


def _choose_title(lines: Sequence[str], titles: Sequence[int], given: str | None) -> int | None:
    """Choose the line that is the title: the one the source names, else the longest that is no standfirst."""
    if given is not None:
        same = [at for at in titles if _bare(lines[at]) == _bare(given)]
        return same[0] if same else None
    if not titles:
        return None
    short = [at for at in titles if len(lines[at].split()) <= LONGEST_HEADLINE_WORDS]
    return max(short, key=lambda at: len(lines[at])) if short else titles[0]


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


def _published(heads: Sequence[Head]) -> date | None:
    """Prefer a date labelled as published to an unlabelled one, and that to an update; among equals the first."""
    dates = [pair for head in heads for pair in head.dates]
    return min(dates, key=lambda pair: Label(pair[0]))[1] if dates else None


def _dateline_day(place: re.Match[str] | None) -> date | None:
    stamps = find_stamps(place[0]) if place else ()
    return stamps[0].day if stamps else None


def _publisher(heads: Sequence[Head], outlet: str | None, known: str | None, place: re.Match[str] | None) -> str | None:
    """Take the outlet's own line first, then byline and source lines, the rights holder, the wire of the dateline."""
    named = next((head.publisher for head in heads if head.publisher), None)
    return outlet or named or known or (place["wire"] if place else None)
