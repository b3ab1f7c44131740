"""Read ProQuest exports: documents between rules, each field "Name: value", the text under "Full text:"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.head.stamps import find_stamps, parse_stamp
from ingest.read.exports.parts import Export, Found, is_page_mark, is_rights, one_line, read_names

_FIELDS = {
    "title": "title",
    "authors": "author",
    "publisher": "publication title",
    "published": "publication date",
    "info": "publication info",
    "abstract": "abstract",
    "text": "full text",
    "correction": "correction",
    "other": "abstract (english)|subject|business indexing term|location|people|company / organization|"
    "company/organization|classification|identifier / keyword|identifier|keyword|credit|illustration|caption|pages|"
    "first page|start page|number of pages|publication year|year|section|publisher|place of publication|"
    "country of publication|country|publication subject|issn|eissn|source type|language of publication|language|"
    "document type|document feature|proquest document id|document url|copyright|last updated|database|links|"
    "alternate title|volume|issue|column|dateline|edition|headline type|accession number|source attribution|doi|"
    "product name|issue number|word count|url|notes|contact us at|terms and conditions|online date|"
    "publication history|journal subject|supplement|graphic|cite as",
}  # fmt: skip
_ROLES = {name: role for role, names in _FIELDS.items() for name in names.split("|")}
# Labels that are everyday words too.
_EVERYDAY = frozenset("title people location section subject notes links column company credit publisher".split())
_LABEL = re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z /()]{1,30}?)\s?:(?:\s+(?P<value>.*))?$")
_HEADING = re.compile(r"\s*(?P<name>full text|abstract(?: \(english\))?|details|contents?)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"document \d+ of \d+", re.IGNORECASE)
_RULE = re.compile(r"\s*_{10,}\s*")
_MARKS = re.compile(
    r"\s*(?:proquest document id|publication title|publication info|full text|database)\s?:", re.IGNORECASE
)
_EDITION = re.compile(r"\s?:?\s?\[[^\[\]]{0,40}\bedition\b[^\[\]]{0,40}\]$", re.IGNORECASE)
_NONE = re.compile(r"(?:full text )?(?:is )?not available\W*", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+")
# Labels of the archive's own fields; a text of somebody else has one of them at most.
FEWEST_MARKS = 2
# A longer paragraph without a label is prose.
MOST_FIELD_WORDS = 25
# ... and so many behind a label that is an everyday word, with a stop, are a sentence.
FEWEST_SENTENCE_WORDS = 8
# Lines between the title of a document and its text.
MOST_ABOVE_TEXT = 12
RULE = "_" * 10
_ONLY_ABSTRACT = "the export has no full text of it; its text is the abstract"


@dataclass(slots=True)
class _Block:
    """A paragraph: a field, or words without a label (role None)."""

    role: str | None
    lines: list[str] = field(default_factory=list)
    own: bool = False
    """Its label is one of the archive alone, or of a picture: no text goes on behind it."""
    label: str = ""
    """The label as it is printed, with its colon."""


def read_proquest(lines: list[str]) -> Export | None:
    """Read the lines of a file as a ProQuest export; None when it is none."""
    lines = _with_colons(lines)
    marks = {found[0].strip().lower() for line in lines if (found := _MARKS.match(line))}
    if len(marks) < FEWEST_MARKS:
        return None
    return Export("ProQuest", tuple(article for part in _documents(lines) if (article := _read(part))))


def _with_colons(lines: list[str]) -> list[str]:
    """Write the fields of a saved page, whose names stand on lines of their own under "Details", on one line each.

    Words behind them with the heading of a text below begin another document.
    """
    written: list[str] = []
    inside = named = False
    name: str | None = None
    for at, line in enumerate(lines):
        told = line.strip()
        if _HEADING.fullmatch(line):
            inside, named, name = told.lower() == "details", False, None
        elif inside and told and name is None and told.lower() in _ROLES:
            name, named = told, True
            continue
        elif inside and told and name:
            line, name = f"{name}: {told}", None
        elif named and told and not lines[at - 1].strip() and _heads_text(lines[at + 1 : at + MOST_ABOVE_TEXT]):
            written.append(RULE)
            inside = named = False
        written.append(line)
    return written


def _heads_text(below: Sequence[str]) -> bool:
    """Tell whether the first heading or name of a field among lines is that of a text."""
    first = next((line for line in below if _HEADING.fullmatch(line) or line.strip().lower() in _ROLES), "")
    return bool(_HEADING.fullmatch(first)) and first.strip().lower() != "details"


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """Part a file at its rules, or at "Document 2 of 3" where it has none."""
    part: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line) or (_NUMBER.fullmatch(line.strip()) and any(map(_MARKS.match, part))):
            yield part
            part = []
        else:
            part.append(line)
    yield part


def _read(part: Sequence[str]) -> Found | None:
    """Read one document; None for what is none (a table of contents, a line of rights)."""
    blocks = _text_block(_blocks(part))
    values = {block.role: one_line(block.lines) for block in reversed(blocks) if block.role}
    if not any(values.get(role) for role in ("text", "abstract", "title", "publisher", "info")):
        return None
    top = next((block for block in blocks if block.role != "other"), _Block(None))
    found = Found(
        title=_EDITION.sub("", values.get("title") or (one_line(top.lines) if top.role is None else "")) or None,
        publisher=_paper(values),
        authors=read_names(values.get("authors", "")),
        published=parse_stamp(values.get("published", "")) or _day_of(values.get("info", "")),
    )
    text = next((block.lines for block in blocks if block.role == "text"), [])
    abstract = next((block.lines for block in blocks if block.role == "abstract"), [])
    if _has_words(text):
        found.add_paragraph(text)
    elif _has_words(abstract):
        found.add_paragraph(abstract)
        found.notes.append(_ONLY_ABSTRACT)
    for block in (b for b in blocks if b.role == "correction"):
        found.add_paragraph([f"Correction: {one_line(block.lines)}"])
    return found


def _blocks(part: Sequence[str]) -> list[_Block]:
    """Part a document at its blank lines and labels."""
    blocks: list[_Block] = []
    blank = True
    for line in part:
        if not line.strip():
            blank = True
            continue
        role, value = _read_label(line)
        if is_page_mark(line) or _NUMBER.fullmatch(line.strip()) or _LINK.fullmatch(line.strip()) or is_rights(line):
            role, value = "other", line
        if role:
            label = line.strip().removesuffix(value)
            blocks.append(_Block(role, [value], label.strip(" :").lower() not in _EVERYDAY, label))
        elif blank or not blocks:
            blocks.append(_Block(None, [line.strip()]))
        else:
            blocks[-1].lines.append(line.strip())
        blank = False
    return blocks


def _read_label(line: str) -> tuple[str | None, str]:
    heading = _HEADING.fullmatch(line)
    if heading:
        return _ROLES.get(heading["name"].lower(), "other"), ""
    found = _LABEL.match(line)
    role = _ROLES.get(" ".join(found["name"].lower().split())) if found else None
    return (role, (found["value"] or "").strip()) if found and role else (None, "")


def _text_block(blocks: list[_Block]) -> list[_Block]:
    """Put the paragraphs behind "Full text:" into it, up to the fields at the end.

    A label of everyday words inside the text ("Location:"), with prose behind it, is the text's own words.
    """
    start = next((n for n, block in enumerate(blocks) if block.role == "text"), None)
    if start is None:
        return _gather_abstract(blocks)
    hard = next((n for n in range(start + 1, len(blocks)) if blocks[n].own), len(blocks))
    own_words = (n for n in range(start, hard) if _is_words(blocks, n))
    last = max(own_words, default=start)
    end = next((n for n in range(last + 1, len(blocks)) if blocks[n].role), len(blocks))
    whole = _Block("text", list(blocks[start].lines))
    for block in blocks[start + 1 : end]:
        whole.lines += ["", block.label + block.lines[0], *block.lines[1:]]
    return [*blocks[:start], whole, *blocks[end:]]


def _gather_abstract(blocks: list[_Block]) -> list[_Block]:
    """Put the words behind the heading "Abstract" into it."""
    gathered: list[_Block] = []
    for block in blocks:
        last = gathered[-1] if gathered else None
        if block.role is None and last and last.role == "abstract" and not one_line(last.lines):
            last.lines += block.lines
        else:
            gathered.append(block)
    return gathered


def _is_words(blocks: Sequence[_Block], at: int) -> bool:
    """Tell a paragraph of the text: one without a label, or a sentence behind an everyday word with a colon."""
    block = blocks[at]
    if block.role is None:
        return _is_prose(blocks, at)
    words = one_line(block.lines)
    top = next((one_line(other.lines) for other in blocks if other.role is None), "")
    sentence = len(words.split()) >= FEWEST_SENTENCE_WORDS and words.endswith((".", "!", "?"))
    return sentence and not block.own and words != top


def _is_prose(blocks: Sequence[_Block], at: int) -> bool:
    """Tell a paragraph of the text from the rest of a field: it follows text, is long, or ends as a sentence."""
    labelled = next((block.role for block in reversed(blocks[:at]) if block.role), None)
    words = one_line(blocks[at].lines)
    return labelled == "text" or len(words.split()) > MOST_FIELD_WORDS or words.endswith((".", "!", "?", '."', ".”"))


def _paper(values: dict[str, str]) -> str | None:
    """Name the paper: "Senna Herald; Senna [Senna]" is its name and its place."""
    if values.get("publisher"):
        return values["publisher"].split(";")[0].strip() or None
    return re.split(r"\s?[;:,]\s|\s\[|\.\s", values.get("info", ""))[0].strip() or None


def _day_of(info: str) -> date | None:
    stamps = find_stamps(info)
    return stamps[0].day if stamps else None


def _has_words(lines: Sequence[str]) -> bool:
    words = one_line(lines)
    return bool(words) and not _NONE.fullmatch(words)
