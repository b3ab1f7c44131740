"""Read markdown: front matter gives the fields, the body becomes plain text."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ingest.errors import InputError
from ingest.head.fields import read_given
from ingest.raw import Media, RawArticle
from ingest.tables.write import write_table
from ingest.text.decode import decode
from ingest.text.markup import markup_to_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)
# The parser's time grows with the square of the signs in one block (seconds at 100,000 asterisks).
LONGEST_BLOCK = 40_000
_NOTE = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]+", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_GAP = "\n\n"


def read_markdown(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a markdown file; raises InputError for front matter that is no YAML mapping."""
    text = decode(raw, where).replace("\r\n", "\n")
    front = _FRONT.match(text)
    given = _read_front(front["yaml"], where) if front else {}
    body = text[front.end() :] if front else text
    yield RawArticle(source=where, raw=raw, text=markdown_to_text(body), media=Media.MARKDOWN, **given)


def markdown_to_text(markdown: str) -> str:
    """Turn markdown into plain text: every word of headings, lists, links, emphasis and tables, none of the signs.

    Paragraphs are parted by a blank line, list items are lines that start with "- " or their number. A text with a
    block longer than LONGEST_BLOCK is no markdown anyone wrote and is returned as it is.
    """
    if any(len(block) > LONGEST_BLOCK for block in markdown.split("\n\n")):
        return markdown
    from markdown_it import MarkdownIt

    markdown = _without_note_marks(markdown)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return re.sub(r"\n{3,}", _GAP, _render(tokens)).strip()


def _without_note_marks(markdown: str) -> str:
    """Take the marks of notes ("[^1]") off the places that refer to them and off the notes, whose words stay."""
    names = {found["name"] for found in _NOTE.finditer(markdown)}
    if not names:
        return markdown
    markdown = _NOTE.sub("", markdown)
    return _NOTE_MARK.sub(lambda found: "" if found["name"] in names else found[0], markdown)


def _read_front(yaml_text: str, where: str) -> dict[str, Any]:
    import yaml

    try:
        fields = yaml.safe_load(yaml_text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise InputError(
            f"{where}: the front matter is not valid YAML near line {line}; mend it or remove it"
        ) from error
    if fields is None:
        return {}
    if not isinstance(fields, Mapping):
        raise InputError(f"{where}: the front matter is not a list of 'name: value' lines; mend it or remove it")
    return read_given({str(key).strip().lower(): value for key, value in fields.items()})


def _render(tokens: "list[Token]") -> str:
    parts: list[str] = []
    numbers: list[int | None] = []
    rows: list[list[str]] = []
    marker = ""
    for token in tokens:
        kind = token.type
        if kind in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if kind[0] == "o" else None)
            parts.append("\n" if len(numbers) > 1 else _GAP)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
            parts.append(_GAP if not numbers else "")
        elif kind == "list_item_open":
            number = numbers[-1]
            marker = "- " if number is None else f"{number}. "
            numbers[-1] = None if number is None else number + 1
        elif kind == "tr_open":
            rows.append([])
        elif kind == "inline" and rows:
            rows[-1].append(_inline(token.children or []))
        elif kind == "inline":
            parts.append(marker + _inline(token.children or []))
            marker = ""
        elif kind in ("paragraph_close", "heading_close"):
            parts.append("\n" if numbers else _GAP)
        elif kind == "table_close":
            above = next((part.strip() for part in reversed(parts) if part.strip()), "")
            parts.append(_GAP + write_table(rows, headers=1, above=above) + _GAP)
            rows = []
        elif kind == "hr":
            parts.append(_GAP)
        elif kind in ("fence", "code_block"):
            parts.append(token.content + _GAP)
        elif kind == "html_block":
            parts.append(markup_to_text(token.content) + _GAP)
    return "".join(parts)


def _inline(tokens: "list[Token]") -> str:
    """Join the words of one line of tokens; images and tags leave nothing."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts)
