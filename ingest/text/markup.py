"""Turn fragments of HTML into plain text: every word, none of the tags."""

import html
import re

from ingest.tables.write import write_table

_TAGS = re.compile(
    r"<(p|br|div|a|span|strong|em|b|i|ul|ol|li|h[1-6]|img|figure|blockquote|table)\b[^<>]*>", re.IGNORECASE
)
_UNSEEN = re.compile(r"<(script|style|noscript|template|iframe|svg|head)\b.*?(</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(-->|$)", re.DOTALL)
_PARAGRAPH = re.compile(
    r"</?(p|div|h[1-6]|ul|ol|table|blockquote|section|article|figure|figcaption|header|footer|hr|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_LINE = re.compile(r"<(br|/li|/tr|/dt|/dd)\b[^<>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\s*>\s*(?=<t[dh])", re.IGNORECASE)
_TABLE_EDGE = re.compile(r"<(?P<end>/?)table\b[^<>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL_START = re.compile(r"<t(?P<kind>[dh])\b(?P<about>[^<>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\bcolspan\s?=\s?[\"']?(\d{1,3})", re.IGNORECASE)
# A cell over more columns is a line over the whole of a page.
MOST_SPANNED = 50
_ANY = re.compile(r"</?[a-zA-Z][^<>]*>|<![^<>]*>|<\?[^<>]*>")


def has_markup(text: str) -> bool:
    """Tell whether a text is HTML: a "<" of plain prose is not."""
    first = _TAGS.search(text)
    return bool(first) and ("</" in text or first[0].lower().startswith(("<br", "<p", "<img"))) if first else False


def markup_to_text(markup: str) -> str:
    """Drop tags, scripts and comments; blocks become paragraphs, items and rows become lines.

    Each row of a table says its headers.
    """
    text = _COMMENT.sub(" ", _UNSEEN.sub(" ", markup))
    text = _write_tables(re.sub(r"\s+", " ", text))
    text = _ITEM.sub("\n- ", _CELL.sub(" | ", _LINE.sub("\n", _PARAGRAPH.sub("\n\n", text))))
    text = html.unescape(_ANY.sub("", text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _write_tables(text: str) -> str:
    """Write the tables that hold no other; those laid out in one another stay as they are."""
    parts: list[str] = []
    done = start = 0
    for edge in _TABLE_EDGE.finditer(text):
        if not edge["end"]:
            start = edge.end()
        elif start:
            rows = [_cells(row) for row in _ROW.split(text[start : edge.start()])[1:]]
            headers = next((at for at, (_, marked) in enumerate(rows) if not marked), len(rows))
            opening = text.rfind("<", done, start)
            caption = text[start : edge.start()].partition("<tr")[0] if rows else text[start : edge.start()]
            told = [" ".join(html.unescape(_ANY.sub(" ", caption)).split())]
            written = write_table([cells for cells, _ in rows], headers or None, told)
            lines = "".join(f"<br>{html.escape(line)}" for line in written.split("\n"))
            parts += [text[done:opening], f"<p>{caption}</p><p>{lines}</p>"]
            done, start = edge.end(), 0
    return "".join([*parts, text[done:]])


def _cells(row: str) -> tuple[list[str], bool]:
    """Return the words of a row's cells, one over several columns in each, and whether all are header cells."""
    found = list(_CELL_START.finditer(row))
    cells: list[str] = []
    for at, cell in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(row)
        words = html.unescape(_ANY.sub(" ", row[cell.end() : end]))
        span = _SPAN.search(cell["about"])
        cells += [" ".join(words.split())] * (min(int(span[1]), MOST_SPANNED) if span else 1)
    return cells, bool(found) and all(cell["kind"] in "hH" for cell in found)
