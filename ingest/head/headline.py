"""Read one line of an article's head: date, authors, publisher, or nothing of the kind."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ingest.head.outlets import find_outlet, is_outlet, is_role
from ingest.head.people import ADDRESS, NAMES_APART, PLACED, Prose, is_person, read_byline, read_unsigned
from ingest.head.stamps import find_stamps

# Head lines are short; prose that happens to start with "By" is not.
LONGEST_HEAD_LINE = 200
# Words a head line may still hold once its date, names and outlet are taken out: a place, a role, a section.
MOST_OTHER_WORDS = 6
# ... and where it has neither author nor outlet.
MOST_BESIDE_DATE = 3


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
    title: str | None = None


_PUBLISHED = (
    r"(first |originally )?(published|posted)|publication date|pub date|publish date|(?<![\w ])date(?=\s?:)|"
    r"veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|opublikowano|publicerad|发布时间|发布|时间"
)
_SAYS_SOURCE = re.compile(r"(?:来源|來源|出处)\s?[:：]\s?(?P<name>[^\s:：|]{2,30})")
_KEYED = re.compile(
    r"(?P<key>title|headline|authors?|byline|publisher|publication|newspaper)\s?:\s+(?P<value>\S.*)", re.IGNORECASE
)
_UPDATED = (
    r"(last |most recently )?(updated|modified|edited|revised|reviewed)|aktualisiert|mis à jour|actualizado|atualizado|"
    r"aggiornato|bijgewerkt|aktualizacja|uppdaterad|更新时间|更新"
)
_LABEL = re.compile(rf"\b(?P<published>{_PUBLISHED})|\b(?P<updated>{_UPDATED})\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(at )?\d{1,2}[:.h]\d{2}(:\d{2})?(\.\d+)?\s?(hrs|uhr\b|uur\b|heures\b|[ap]\.?\s?m\b\.?)?|"
    r"\b\d{1,2}\s?([ap]\.?m\b\.?|uhr\b)|"
    r"\b(GMT|UTC)\s?[+-]\d{1,2}(:?\d{2})?|(?<!\w)[+-]\d{2}:?\d{2}\b|"
    # "Post" has the letters of a zone.
    r"(?-i:\b(GMT|UTC|[A-Z]{1,2}[SD]T|BST|CET|CEST|IST|JST|WIB|HKT|SGT|ET|PT|CT|MT)\b)|"
    r"\b(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?\b[.,]?|\b(beijing|local|eastern) time\b",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"\b\d+ \w+ ago\b|\b(print|share|e-?mail|comments?|save|wechat|weibo|facebook|twitter|"
    r"\d+ min(ute)?s? read)\b|^\W*on\b|\b(at|on)\W*$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[\s|•·,;/\-–—])(?:by|story by|written by|text by)\b\s*:?\s+(?=\S)", re.IGNORECASE)
# What may stand right before "by" in a byline; behind any other word it is part of a sentence ("Built by ...").
_LEADS_IN = re.compile(
    r"(?:.*[|•·,;/\-–—:)]\s*|(?:a |an )?(?:(?:special|exclusive) )?(?:story|text|words|report|reporting|reported|"
    r"written|analysis|opinion|comment|column|review|interview|feature|explainer|video|photos|photographs|posted|published|"
    r"updated|compiled|edited|on|at)\s*)?",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?P<names>[^|•·]{3,80}?)\s?(?:[|•·,]|\s[–-])\s(?P<role>[^|•·]{3,60})")
_BESIDE = re.compile(r"[A-Z][\w.' -]{1,30}(\s?[|•·,]|\s[-–—/])\s.*|.*(\s?[|•·]|\s[-–—/])\s[A-Z][\w.' -]{1,30}")
_STOP_NAMES = re.compile(r"\s+(?:in|at|for|of|on|from)\s+|\s*[|•·/;()\[\]]\s*|\s+[-–—]\s+|\t|\s{2,}")
_PARTS = re.compile(r"\s*[|•·]\s*|\s[-–—]\s")
_STAFF = re.compile(
    r"(?:['’]s)?\s(?:staff|newsroom|news desk|desk|bureau|team|(?:staff |own )?"
    r"(?:reporters?|writers?|correspondents?))$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:our|an?|the)\s)?(?:(?:own|staff|special|news|local)\s)*(?:correspondents?|reporters?|writers?|staff)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\(?(?:source|via)\s?:?\s+(?P<name>\S.{1,60}?)\)?", re.IGNORECASE)
_REPORT_FROM = re.compile(
    r".{0,120}\b(?:this is a (?:news |press )?report|a report|an article) (?:from|by) (?P<name>[^:.]{2,60}):"
)


def read_head_line(line: str, known: str | None = None, prose: Prose | None = None) -> Head | None:
    """Read a line as metadata; None when it is a title or prose. `known` is a publisher named elsewhere.

    With the `prose` it stands above, names beside a date or a paper are read too that no "by" introduces.
    """
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
    keyed = _KEYED.fullmatch(line)
    if keyed:
        return _read_keyed(keyed["key"].lower(), keyed["value"].strip())
    return _read_parts(line, known, prose)


def _read_keyed(key: str, value: str) -> Head | None:
    """Read "Title: ...", "Author: ..." and the like; None when the value cannot be one."""
    if key in ("title", "headline"):
        return Head(title=value)
    if key in ("author", "authors", "byline"):
        authors = read_byline(value.removeprefix("By ").removeprefix("by "))
        return Head(authors=authors) if authors else None
    return Head(publisher=value) if len(value.split()) <= MOST_OTHER_WORDS else None


def _read_parts(line: str, known: str | None, prose: Prose | None) -> Head | None:
    dates = _dates(line)
    rest = _without_dates(line) if dates else line
    signed = None if dates else _SIGNED.fullmatch(line)
    if signed and is_role(signed["role"]) and not _BY.search(line) and is_person(signed["names"].strip()):
        return Head((), read_byline(signed["names"]), find_outlet(signed["role"], known))
    staff = _read_staff(rest, known)
    if staff and not dates:
        return staff
    authors, before, after = _take_byline(rest, known)
    if not authors and prose and (dates or any(is_outlet(part, known) for part in _split_parts(rest)[1:])):
        authors, before = _take_unsigned(_LABEL.sub(" ", rest), prose)
    if not dates and not authors and not _is_outlet_byline(rest):
        return Head() if _is_label_line(line) else None
    rest = f"{before} | {after}"
    source = _SAYS_SOURCE.search(rest)
    publisher = source["name"] if source else find_outlet(rest, known)
    rest = rest.replace(source[0], " ", 1) if source else rest
    if publisher:
        rest = rest.replace(publisher, " ", 1)
    others = re.findall(r"\w+", _TOOLS.sub(" ", _LABEL.sub(" ", rest)))
    if len(others) > MOST_OTHER_WORDS or not (authors or publisher or _is_date_line(line, rest, len(others))):
        return None
    return Head(dates, authors, publisher)


def _is_date_line(line: str, rest: str, others: int) -> bool:
    """Tell a line that states a publication date from one that says what happened on a day ("Died 4 May 1993").

    Besides date and label it may hold a section or a place, set apart by a sign.
    """
    if line.endswith((".", "!", "?")) and others:
        return False
    if not others or (_LABEL.search(line) and others <= MOST_BESIDE_DATE):
        return True
    return others <= MOST_BESIDE_DATE and bool(_BESIDE.fullmatch(line))


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
    lead = rest[: by.end() - len(by[0].lstrip(" |•·,;/-–—"))] if by else ""
    if by is None or not _LEADS_IN.fullmatch(_LABEL.sub(" ", lead).strip()):
        return (), rest, ""
    words = PLACED.sub("", ADDRESS.sub(" ", rest[by.end() :]))
    stop = _end_of_names(words, known)
    first = NAMES_APART.split(words[:stop].strip())[0].strip(" .")
    if not (is_person(first) or is_role(first) or is_outlet(first)):
        return (), rest, ""
    return read_byline(words[:stop]), rest[: by.start()], words[stop:]


def _take_unsigned(rest: str, prose: Prose) -> tuple[tuple[str, ...], str]:
    """Take a part that is only names out of a line with a date: the authors, and the other parts."""
    parts = _split_parts(rest)
    for at, part in enumerate(parts):
        authors = read_unsigned(part.strip(" ,"), prose)
        if authors:
            return authors, " | ".join([*parts[:at], *parts[at + 1 :]])
    return (), rest


def _split_parts(rest: str) -> list[str]:
    """Part a line at its bars and dashes, and at a comma before a paper's name."""
    names, comma, last = rest.rpartition(", ")
    return [names, last] if comma and is_outlet(last) else _PARTS.split(rest)


def _read_staff(line: str, known: str | None) -> Head | None:
    """Read "By Coast Daily staff", which names the paper and nobody, and "By our own correspondent", who is neither."""
    by = _BY.match(line)
    words = line[by.end() :].strip(" .") if by else ""
    if _NOBODY.fullmatch(words):
        return Head()
    house = _STAFF.sub("", words)
    if not by or house == words or not house or not is_outlet(house, known):
        return None
    return Head(publisher=house)


def _end_of_names(words: str, known: str | None) -> int:
    """Find where the names end: at a divider, at "in", at an outlet, or where capitals turn to small letters."""
    ends = [len(words)]
    divider = _STOP_NAMES.search(words)
    if divider:
        ends.append(divider.start())
    outlet = find_outlet(words, known)
    if outlet:
        ends.append(words.index(outlet))
    shouted = re.match(r"(?:[^\Wa-z\d_][^\Wa-z\d_'’.-]+[\s,]+(?:and\s|&\s)?){2,}(?=(?!and\b)\S*[a-z])", words)
    if shouted:
        ends.append(shouted.end())
    return min(ends)


def _is_label_line(line: str) -> bool:
    """Tell a line that has a label and at most a clock: "Updated 10:15 a.m. ET", "Published"."""
    return bool(_LABEL.match(line)) and not re.search(r"\w", _CLOCK.sub(" ", _LABEL.sub(" ", line)))


def _is_outlet_byline(line: str) -> bool:
    """Tell a line such as "By Reuters", whose author is an outlet."""
    by = _BY.match(line)
    return bool(by and is_outlet(line[by.end() :]))
