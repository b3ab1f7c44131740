"""Clean a text once: repair its encoding, drop what is not the article, change no word of the rest."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.text.blocks import joins, wrap_width
from ingest.text.furniture import is_credited_caption, is_furniture
from ingest.text.gates import beside_walls
from ingest.text.tables import is_row

# UTF-8 for a no-break space read as Mac Roman; ftfy cannot tell these two signs from wanted ones.
_MAC_SPACE = "\u00ac\u2020"
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Invisible signs: zero-width spaces, soft hyphens, byte order marks, and embedding controls that reorder what is shown.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_OF_TABLE = re.compile(r"\(?(?:sources?|via)\b", re.IGNORECASE)
# ftfy looks at a line at a time; longer ones (a file without line ends) are given to it in pieces.
LONGEST_REPAIR = 20_000


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the lines that were left out of it; not those that say where a table's figures are from."""

    text: str
    """Lines are trimmed, paragraphs stand on one line, at most one blank line follows another line."""
    dropped: tuple[str, ...]


def clean_text(text: str) -> Cleaned:
    """Repair a text and drop its furniture.

    Hard-wrapped lines of one paragraph are joined by a space. What is left has the same words in the same order.
    """
    lines = unwrap([line.strip() for line in repair(text).split("\n")])
    captions = _repeated_captions(lines)
    offers = beside_walls(lines)
    kept: list[str] = []
    dropped: list[str] = []
    for at, line in enumerate(lines):
        if line and (line in captions or at in offers or is_furniture(line)):
            if not (_OF_TABLE.match(line) and _is_below_table(kept)):
                dropped.append(line)
        elif line or (kept and kept[-1]):
            kept.append(line)
    return Cleaned("\n".join(kept).strip(), tuple(dropped))


def repair(text: str) -> str:
    """Undo mojibake, odd spaces, line ends, control characters and lone surrogates; quotes stay as they are."""
    text = _SURROGATES.sub("\ufffd", text)
    text = _LINE_ENDS.sub("\n", text)
    if not text.isascii():
        text = _repair_encoding(text.replace(_MAC_SPACE, "\u00a0"))
        text = _INVISIBLE.sub("", text)
        text = unicodedata.normalize("NFC", text)
    text = _CONTROLS.sub("", text.replace("\t", " "))
    return _SPACES.sub(" ", text)


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join the lines that are halves of one paragraph; furniture keeps its line, unless the text is hard-wrapped."""
    wrapped = wrap_width(lines) is not None
    whole: list[str] = []
    parts: list[str] = []
    for line, goes_on in zip(lines, joins(lines), strict=True):
        parts.append(line)
        if not goes_on or (not wrapped and is_furniture(line)):
            whole.append(" ".join(parts))
            parts = []
    return whole


def _is_below_table(kept: Sequence[str]) -> bool:
    """Tell whether the last two lines are rows of a table; one line with bars may be a byline."""
    last = [line for line in kept[-3:] if line][-2:]
    return len(last) == 2 and all(map(is_row, last))


def _repair_encoding(text: str) -> str:
    from ftfy import TextFixerConfig, fix_text

    # Quotes, full-width digits and entities are the writer's own; only damage is undone.
    config = TextFixerConfig(
        uncurl_quotes=False,
        fix_character_width=False,
        unescape_html=False,
        fix_line_breaks=False,
        normalization=None,
        explain=False,
    )
    return "\n".join(
        line if line.isascii() else "".join(fix_text(piece, config) for piece in _pieces(line))
        for line in text.split("\n")
    )


def _pieces(line: str) -> list[str]:
    return [line[at : at + LONGEST_REPAIR] for at in range(0, len(line), LONGEST_REPAIR)]


def _repeated_captions(lines: Sequence[str]) -> set[str]:
    """Name the lines that stand there more than once and end in an image credit."""
    counts = Counter(line for line in lines if line)
    return {line for line, count in counts.items() if count > 1 and is_credited_caption(line)}
