"""Read Factiva exports with field codes: "HD  Port reopens", "PD  2 May 2024", LP and TD with the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.head.stamps import parse_stamp
from ingest.read.exports.parts import Export, Found, is_rights, one_line, read_names

_CODES = (
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN CLM CX ART RIC DLM GC DE FDS "
    "NSE TD2 DS PUBC"
).split()
_CODE = "|".join(_CODES)
# A code stands alone on its line, or before two spaces, a bar of a table, or (in text taken from a page) one space.
_WIDE = re.compile(rf"\s*(?P<code>{_CODE})(?:\s*\|\s*|\s{{2,}})(?P<value>\S.*)|\s*(?P<alone>{_CODE})\s*\|?")
_NARROW = re.compile(rf"\s*(?P<code>{_CODE})\s(?P<value>\S.*)|\s*(?P<alone>{_CODE})\s*")
_TEXT = ("LP", "TD")
# What can follow the text; "BY THE NUMBERS" inside it is a heading.
_TAIL = frozenset("TD CT RF CO IN NS RE IPC IPD PUB AN CX ART RIC DE FDS NSE TD2 DS PUBC GC DLM".split())
# Codes that are words too: "IN  i74 : Water Transport" says its code with a colon.
_WORDS = frozenset("IN RE CO DE".split())
_INDEXED = re.compile(r"\S+\s:\s.*")
# The codes that can come first in a document.
_FIRST = ("SE", "HD", "CLM")
_KNOWN = ("HD", "SN", "PD", "WC", "LA", "SC", "AN", "CY")
# A text that happens to have one line "IN" is no export.
FEWEST_CODES = 4
_END = re.compile(r"(?:search summary|results found|timestamp|© \d{4} factiva)\b.*", re.IGNORECASE)


@dataclass(slots=True)
class _Document:
    """The fields of one document, in order."""

    fields: dict[str, list[str]] = field(default_factory=dict)

    @property
    def has_text(self) -> bool:
        return any(code in self.fields for code in _TEXT)

    def ends_at(self, code: str) -> bool:
        """Tell whether a code begins the next document."""
        return code in _FIRST and (self.has_text or "AN" in self.fields or code in self.fields)


def read_factiva(lines: list[str]) -> Export | None:
    """Read the lines of a file as a Factiva export with codes; None when it is none."""
    pattern = next((p for p in (_WIDE, _NARROW) if _is_coded(lines, p)), None)
    if pattern is None:
        return None
    return Export("Factiva", tuple(map(_read, _documents(lines, pattern))))


def _is_coded(lines: Sequence[str], pattern: re.Pattern[str]) -> bool:
    codes = {found["code"] or found["alone"] for line in lines if (found := pattern.fullmatch(line))}
    return "HD" in codes and bool(codes & {*_TEXT, "AN"}) and len(codes & set(_KNOWN)) >= FEWEST_CODES


def _documents(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[_Document]:
    document = _Document()
    code: str | None = None
    for line in lines:
        found = pattern.fullmatch(line)
        if found and _is_field(found, code):
            name = found["code"] or found["alone"]
            if document.ends_at(name):
                yield document
                document = _Document()
            code = name
            kept = document.fields.setdefault(code, [])
            kept += ["", found["value"]] if found["code"] else [""]
        elif _ends(document, code, line):
            code = None
        elif code:
            document.fields[code].append(line)
    if document.fields:
        yield document


def _ends(document: _Document, code: str | None, line: str) -> bool:
    """Tell a line behind the documents: below the number of one, or the search at the end of the file."""
    if code == "AN":
        return bool(line.strip()) and any(map(str.strip, document.fields["AN"]))
    return code not in _TEXT and bool(_END.match(line.strip()))


def _is_field(found: re.Match[str], code: str | None) -> bool:
    """Tell whether what looks like a code is one; `code` is the field that is being read."""
    name = found["code"] or found["alone"]
    if code not in _TEXT:
        return True
    if name in _WORDS and found["code"]:
        return bool(_INDEXED.match(found["value"]))
    return name in _TAIL or name in _FIRST


def _read(document: _Document) -> Found:
    given = {code: one_line(lines) for code, lines in document.fields.items()}
    found = Found(
        title=given.get("HD") or None,
        publisher=given.get("SN") or None,
        authors=read_names(given.get("BY", "")),
        published=parse_stamp(given.get("PD", "")),
    )
    for code in _TEXT:
        found.add_paragraph(_bare(document.fields.get(code, ())))
    if given.get("CX"):
        found.add_paragraph(_labelled("Correction", _bare(document.fields["CX"])))
    return found


def _bare(lines: Sequence[str]) -> list[str]:
    """Strip indentation, and rights lines at the end, from the lines of a text."""
    bare = [line.strip() for line in lines]
    while bare and (not bare[-1] or is_rights(bare[-1])):
        bare.pop()
    while bare and not bare[0]:
        bare.pop(0)
    return bare


def _labelled(label: str, lines: list[str]) -> list[str]:
    if not lines or lines[0].lower().startswith("correct"):
        return lines
    return [f"{label}: {lines[0]}", *lines[1:]]
