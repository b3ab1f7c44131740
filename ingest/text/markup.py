"""Turn fragments of HTML into plain text: every word, none of the tags."""

import html
import re

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
_ANY = re.compile(r"</?[a-zA-Z][^<>]*>|<![^<>]*>|<\?[^<>]*>")


def has_markup(text: str) -> bool:
    """Tell whether a text is HTML: a "<" of plain prose is not."""
    first = _TAGS.search(text)
    return bool(first) and ("</" in text or first[0].lower().startswith(("<br", "<p", "<img"))) if first else False


def markup_to_text(markup: str) -> str:
    """Drop tags, scripts and comments; blocks become paragraphs, items and rows become lines."""
    text = _COMMENT.sub(" ", _UNSEEN.sub(" ", markup))
    text = re.sub(r"\s+", " ", text)
    text = _ITEM.sub("\n- ", _CELL.sub(" | ", _LINE.sub("\n", _PARAGRAPH.sub("\n\n", text))))
    text = html.unescape(_ANY.sub("", text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
