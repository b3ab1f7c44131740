"""Read one line of an article's head: date, authors, publisher, or nothing of the kind."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ingest.outlets import find_outlet, is_outlet, is_role
from ingest.stamps import find_stamps
from ingest.wordsets import word_set

# Head lines are short; prose that happens to start with "By" is not.
LONGEST_HEAD_LINE = 200
# Words a head line may still hold once its date, names and outlet are taken out: a place, a role, a section.
MOST_OTHER_WORDS = 6


class Label(IntEnum):
    """What a head line calls its date; the smaller is preferred as publication date."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Head:
    """What one head line says."""

    dates: tuple[tuple[Label, date], ...] = ()
    authors: tuple[str, ...] = ()
    publisher: str | None = None


_PUBLISHED = (
    r"(first |originally )?(published|posted|released|created|issued|publication date|date|pub date|release date)"
)
_UPDATED = r"(last |most recently )?(updated|modified|edited|revised|reviewed)"
_LABEL = re.compile(rf"\b(?P<published>{_PUBLISHED})\b|\b(?P<updated>{_UPDATED})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(at )?\d{1,2}[:.h]\d{2}(:\d{2})?(\.\d+)?\s?(hrs|[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|"
    r"(?<!\w)[T]?(GMT|UTC|Z)?\s?[+-]\d{1,2}:?\d{2}\b|\b(GMT|UTC|[A-Z]{1,2}[SD]T|BST|CET|CEST|IST|JST|WIB|HKT|"
    r"SGT|ET|PT|CT|MT)\b|"
    r"\b(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b[.,]?|\b(beijing|local|eastern) time\b",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"\b(print|share|e-?mail|comments?|save|wechat|weibo|facebook|twitter|\d+ min(ute)?s? read)\b|^\W*on\b|"
    r"\b(at|on)\W*$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[\s|•·,;/\-–—])(?:by|story by|written by|text by)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_PARTICLES = "al|bin|ben|bint|da|das|de|del|della|den|der|di|dos|du|el|la|le|van|ter|von|zu|y|e|ibn|af|av"
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*)"
_PERSON = re.compile(rf"{_NAME_WORD}(?:\s(?:{_NAME_WORD}|{_PARTICLES})){{1,4}}")
_STOP_NAMES = re.compile(r"\s+(?:in|at|for|of|on|from)\s+|\s*[|•·/;()\[\]]\s*|\s+[-–—]\s+|\t|\s{2,}")
_NOT_A_NAME = word_set("The A An This That These Those My Your Our Their His Her No All")
_SOURCE = re.compile(r"\(?(?:source|via)\s?:?\s+(?P<name>\S.{1,60}?)\)?", re.IGNORECASE)
_REPORT_FROM = re.compile(
    r".{0,120}\b(?:this is a (?:news |press )?report|a report|an article) (?:from|by) (?P<name>[^:.]{2,60}):"
)


def read_head_line(line: str, known: str | None = None) -> Head | None:
    """Read a line as metadata; None when it is a title or prose. `known` is a publisher named elsewhere."""
    line = line.strip()
    if not line or len(line) > LONGEST_HEAD_LINE:
        return None
    handed_on = _REPORT_FROM.fullmatch(line)
    if handed_on:
        return Head(_dates(line), (), handed_on["name"].strip())
    source = _SOURCE.fullmatch(line)
    if (
        source
        and not find_stamps(line)
        and (line.lower().startswith(("source:", "(source", "via:")) or line.startswith("SOURCE"))
    ):
        return Head((), (), source["name"].strip(" ."))
    return _read_parts(line, known)


def read_byline(words: str) -> tuple[str, ...]:
    """Read the author names of a byline's words or of an author field, roles and outlets left out."""
    names: list[str] = []
    for part in re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\|)\s*", words.strip(), flags=re.IGNORECASE):
        part = part.strip(" .\t")
        person = _PERSON.fullmatch(part)
        if person and part.split()[0] not in _NOT_A_NAME and not is_role(part) and not is_outlet(part):
            names.append(_title_case(part))
    return tuple(dict.fromkeys(names))


def _read_parts(line: str, known: str | None) -> Head | None:
    dates = _dates(line)
    rest = _without_dates(line) if dates else line
    authors, before, after = _take_byline(rest, known)
    if not dates and not authors and not _is_outlet_byline(rest):
        return None
    rest = f"{before} | {after}"
    publisher = find_outlet(rest, known)
    if publisher:
        rest = rest.replace(publisher, " ", 1)
    others = re.findall(r"\w+", _TOOLS.sub(" ", _LABEL.sub(" ", rest)))
    if len(others) > MOST_OTHER_WORDS or (dates and not authors and line.endswith((".", "!", "?")) and len(others) > 2):
        return None
    return Head(dates, authors, publisher)


def _dates(line: str) -> tuple[tuple[Label, date], ...]:
    """Pair each date of a line with the nearest label before it."""
    found = []
    at = 0
    for stamp in find_stamps(line):
        label = Label.PLAIN
        for match in _LABEL.finditer(line, at, stamp.start):
            label = Label.PUBLISHED if match["published"] else Label.UPDATED
        found.append((label, stamp.day))
        at = stamp.end
    return tuple(found)


def _without_dates(line: str) -> str:
    for stamp in reversed(find_stamps(line)):
        line = f"{line[: stamp.start]} | {line[stamp.end :]}"
    return _CLOCK.sub(" ", line)


def _take_byline(rest: str, known: str | None) -> tuple[tuple[str, ...], str, str]:
    """Split a line at its byline: the authors, the words before it and the words after the names."""
    by = _BY.search(rest)
    if by is None:
        return (), rest, ""
    words = rest[by.end() :]
    stop = _end_of_names(words, known)
    return read_byline(words[:stop]), rest[: by.start()], words[stop:]


def _end_of_names(words: str, known: str | None) -> int:
    """Find where the names end: at a divider, at "in", at an outlet, or where capitals turn to small letters."""
    ends = [len(words)]
    divider = _STOP_NAMES.search(words)
    if divider:
        ends.append(divider.start())
    outlet = find_outlet(words, known)
    if outlet:
        ends.append(words.index(outlet))
    shouted = re.match(r"(?:[^\Wa-z\d_][^\Wa-z\d_'’.-]+[\s,]+(?:and\s|&\s)?){2,}(?=\S*[a-z])", words)
    if shouted:
        ends.append(shouted.end())
    return min(ends)


def _is_outlet_byline(line: str) -> bool:
    """Tell a line such as "By Reuters", whose author is an outlet."""
    by = _BY.match(line)
    return bool(by and is_outlet(line[by.end() :]))


def _title_case(name: str) -> str:
    """Write a name printed in capitals as names are written; others stay."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if len(word[0]) == 1 else word[0].capitalize(), name)
