"""Read Nexis exports: the older text ("1 of 2 DOCUMENTS", LENGTH:) and the newer one (Body, End of Document)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from ingest.head.stamps import parse_stamp
from ingest.read.exports.nexis_head import read_cover, read_head
from ingest.read.exports.parts import Export, Found, is_page_mark, is_rights, one_line, read_names

_START = re.compile(
    r"\W*(?:FOCUS - )?\d+ (?:of|von|de|van|di) \d+ DO[CK]UMENT\w*|(?:document|dokument) \d+ (?:of|von|de|van) \d+",
    re.IGNORECASE,
)
_END = re.compile(r"End of Document|Ende des Dokuments?|Fin du document|Fin del documento", re.IGNORECASE)
# What a field is read as, and the names it goes by in exports of several languages.
_FIELDS = {
    "title": "headline title überschrift titre titular kop",
    "authors": "byline autor auteur autoren",
    "published": "publication-date",
    "standfirst": "highlight abstract",
    "text": "body",
    "correction": "correction correction-appended",
    "corrected": "correction-date",
    "head": "section length dateline url series show anchors guests rubrik länge rubrique longueur encart sectie "
    "lengte sección longitud sezione lunghezza fecha",
    "tail": "load-date language publication-type document-type type subject geographic person company organization "
    "industry ticker country state city graphic grafik journal-code category acc-no distribution update "
    "sprache langue taal idioma lingua date-chargement type-publication pub-type isin name classification column "
    "illustration image foto photo",
    "notes": "notes anmerkungen",
}
# Labels that no sentence begins with; the others count in capitals, or behind one of these.
_STRONG = frozenset(
    "headline byline section length dateline highlight url load-date language publication-type rubrik länge rubrique "
    "longueur sectie lengte sección longitud sezione lunghezza date-chargement type-publication sprache langue "
    "publication-date correction-date body".split()
)
_ROLES = {name: role for role, names in _FIELDS.items() for name in names.split()}
_AFTER_TEXT = ("tail", "notes", "correction", "corrected")
_LABEL = re.compile(r"\s*(?P<name>[^\W\d_]+(?:[- ][^\W\d_]+)?)\s?:(?:\s+(?P<value>.*))?$")
_HEADING = re.compile(r"\s*(?P<name>body|classification|graphic|correction|notes|highlight|abstract)\s*", re.IGNORECASE)
_STANDFIRST = re.compile(r"(?:abstract|summary|highlights?)\W*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(?:length|länge|longueur|lengte|longitud|lunghezza)\s?:\s?[\d.,]+\s?\w+", re.IGNORECASE)
_LOADED = re.compile(r"\s*(?:load-date|date-chargement|update)\s?:", re.IGNORECASE)
_BROKEN = re.compile(r"we are sorry but there is an error in this document", re.IGNORECASE)


class _In(Enum):
    """Where in an article a line stands."""

    HEAD = auto()
    TEXT = auto()
    TAIL = auto()


@dataclass(slots=True)
class _Reading:
    """An article line by line."""

    has_body: bool
    """A line "Body" says where its text begins."""
    where: _In = _In.HEAD
    head: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    role: str | None = None
    """The field that is being read; None outside fields."""


def read_nexis(lines: list[str]) -> Export | None:
    """Read the lines of a file as a Nexis export; None when it is none."""
    starts = [at for at, line in enumerate(lines) if _START.fullmatch(line.strip())]
    ends = [at for at, line in enumerate(lines) if _END.fullmatch(line.strip())]
    lengths = sum(bool(_LENGTH.fullmatch(line)) for line in lines)
    loaded = sum(bool(_LOADED.match(line)) for line in lines)
    if not ((starts or ends) and (lengths or loaded)) and not (lengths and loaded):
        return None
    if starts:
        parts = _cut(lines, [*starts, len(lines)])
    elif not ends and loaded > 1:
        parts = _cut_at_tails(lines)
    else:
        cover = read_cover(lines)
        parts = _cut(lines, [cover - 1, *(at for at in ends if at >= cover), len(lines)])
    found = [_read(part) for part in parts if any(line.strip() for line in part)]
    articles = tuple(article for article in found if article.title or article.lines)
    return Export("Nexis", articles)


def _cut(lines: Sequence[str], marks: Sequence[int]) -> list[Sequence[str]]:
    """Return the lines between each two marks; end marks inside them are dropped."""
    parts = [lines[a + 1 : b] for a, b in pairwise(marks)]
    return [[line for line in part if not _END.fullmatch(line.strip())] for part in parts]


def _cut_at_tails(lines: Sequence[str]) -> list[Sequence[str]]:
    """Cut a file whose articles carry neither number nor end: behind the fields at the end of each.

    An article ends with the last field behind its text, and with the rights lines below that; the next begins with a
    line that is no field. What has no such field of its own belongs to the article before it.
    """
    parts: list[Sequence[str]] = []
    start, tail = 0, False
    blank = True
    for at, line in enumerate(lines):
        if not line.strip():
            blank = True
            continue
        label = _read_label(line, strong_only=not tail)
        if _LOADED.match(line) or (tail and label and label[0] in _AFTER_TEXT):
            tail = True
        elif tail and blank and not label and not is_rights(line) and not is_page_mark(line):
            parts.append(lines[start:at])
            start, tail = at, False
        blank = False
    whole: list[Sequence[str]] = []
    for part in [*parts, lines[start:]]:
        if whole and not any(map(_LOADED.match, part)):
            whole[-1] = [*whole[-1], *part]
        else:
            whole.append(part)
    return whole


def _read(lines: Sequence[str]) -> Found:
    reading = _Reading(has_body=any(map(_is_body, lines)))
    blank = True
    for line in lines:
        _take(reading, line, after_blank=blank)
        blank = not line.strip()
    return _finish(reading)


def _take(reading: _Reading, line: str, *, after_blank: bool) -> None:
    """Put one line where it belongs."""
    if is_page_mark(line) or _BROKEN.search(line):
        return
    label = _read_heading(reading, line) or _read_label(line, strong_only=not _in_fields(reading))
    if label and _is_field(reading, label[0], after_blank=after_blank):
        _begin(reading, *label)
    elif reading.where is _In.TEXT:
        reading.body.append(line)
    elif not line.strip():
        _end_field(reading)
    elif is_rights(line):
        reading.role = None
    elif reading.role:
        reading.fields[reading.role].append(line)
    elif reading.where is _In.HEAD and reading.fields and not reading.has_body:
        reading.where = _In.TEXT
        reading.body.append(line)
    elif reading.where is _In.HEAD and not reading.fields:
        reading.head.append(line)


def _in_fields(reading: _Reading) -> bool:
    """Tell whether only fields can follow: behind the text of an article."""
    return reading.where is _In.TAIL


def _read_label(line: str, *, strong_only: bool) -> tuple[str, str] | None:
    """Return the role and the value of a labelled line."""
    found = _LABEL.match(line)
    name = found["name"].lower().replace(" ", "-") if found else ""
    if found is None or name not in _ROLES or (strong_only and name not in _STRONG and not found["name"].isupper()):
        return None
    return _ROLES[name], (found["value"] or "").strip()


def _read_heading(reading: _Reading, line: str) -> tuple[str, str] | None:
    """Return the role of a heading of the newer form, such as "Classification"."""
    found = _HEADING.fullmatch(line) if reading.has_body else None
    return (_ROLES[found["name"].lower()], "") if found else None


def _is_body(line: str) -> bool:
    label = _read_label(line, strong_only=True)
    return line.strip() == "Body" or (label is not None and label[0] == "text")


def _is_field(reading: _Reading, role: str, *, after_blank: bool) -> bool:
    """Tell whether a label is the archive's: in the text only one that ends it, at the start of a paragraph."""
    if reading.where is _In.TEXT:
        return after_blank and role in _AFTER_TEXT
    return role != "tail" or reading.where is _In.TAIL or bool(reading.fields)


def _begin(reading: _Reading, role: str, value: str) -> None:
    if role == "text":
        reading.where, reading.role = _In.TEXT, None
        reading.body += [value] if value else []
        return
    if role == "standfirst" and _STANDFIRST.fullmatch(value):
        value = ""  # a label of the paper's own; the words stand below it
    if role in _AFTER_TEXT and reading.where is _In.TEXT:
        reading.where = _In.TAIL
    if role == "title" and reading.where is _In.HEAD and reading.has_body and reading.fields:
        role = "head"  # a running head repeats the title
    reading.role = role
    kept = reading.fields.setdefault(role, [])
    if kept and role != "authors":
        kept.append("")
    kept += [value] if value else []


def _end_field(reading: _Reading) -> None:
    """End a field at a blank line; the words of a heading such as "Correction" follow behind one."""
    if reading.role and any(reading.fields[reading.role]):
        if reading.role in ("correction", "notes"):
            reading.fields[reading.role].append("")
        else:
            reading.role = None
    elif reading.role is None and reading.where is _In.HEAD and not reading.fields:
        reading.head.append("")


def _finish(reading: _Reading) -> Found:
    fields = reading.fields
    head = read_head(reading.head, one_line(fields.get("title", ())) or None)
    stated = parse_stamp(one_line(fields.get("published", ())))
    found = Found(head.title, head.publisher, read_names(one_line(fields.get("authors", ()))), stated or head.published)
    found.lines = [*fields.get("standfirst", ())]
    for paragraph in head.rest:
        found.add_paragraph(paragraph)
    found.add_paragraph([line for line in reading.body if not _is_left_out(line, found.title)])
    if any(fields.get("correction", ())):
        found.add_paragraph(_correction(fields))
    notes = fields.get("notes", [])
    if any("correct" in line.lower() for line in notes):
        found.add_paragraph(notes)
    return found


def _is_left_out(line: str, title: str | None) -> bool:
    """Tell a line of the text that is the head of a page, which repeats the title, or says whose the rights are."""
    return (title is not None and one_line([line]) == title) or (is_rights(line) and len(line.split()) < 12)


def _correction(fields: dict[str, list[str]]) -> list[str]:
    """Make the paragraph of a correction: it belongs to the text, with its day."""
    day = one_line(fields.get("corrected", ()))
    first, *rest = fields["correction"]
    return [f"Correction{f' ({day})' if day else ''}: {first}".rstrip(), *rest]
