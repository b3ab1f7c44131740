"""Lines and paragraphs: tell a line end that is only a wrap from one that ends a paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.text.tables import is_row

# Nobody wraps wider by hand; longer lines are paragraphs of their own (72 to 80 is usual, PDF columns reach 110).
WIDEST_WRAP = 120
NARROWEST_WRAP = 30
# A wrapped text fills its lines: at least this share of the lines that another follows must be this full.
FULL_LINE = 0.7
FULL_SHARE = 0.6
# In proportional type lines of one column differ in characters; a word this much short of the width did not fit.
FITS = 0.85
# Fewer lines that another follows say nothing about a width.
FEWEST_LINES = 3
# A text with more lines than this beyond the width (tables, addresses) was not wrapped at it.
MOST_TOO_LONG = 0.1
# A shorter line before one in lower case is more likely an item of a list than half a sentence.
SHORTEST_OPEN_LINE = 25
_ENDS = re.compile(r"[.!?…:;。！？：；][\"'”’»)\]」』）]*$")
_LIST_ITEM = re.compile(r"(?:[-*•·▪◦–—]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s)")


def joins(lines: Sequence[str], width: int | None = None) -> list[bool]:
    """Tell for each line whether the next goes on in the same paragraph; the last is False.

    A line goes on when the text is hard-wrapped and the next line's first word would not have fitted, or when
    it ends in mid-sentence and the next line starts in lower case. Blank lines, list items and rows of tables never
    go on. `width` is that of the file the lines are from, where it is known; else it is measured.
    """
    width = wrap_width(lines) if width is None else width
    follows = [_goes_on(line, after, width) for line, after in pairwise(lines)]
    return [*follows, False] if lines else []


def wrap_width(lines: Sequence[str]) -> int | None:
    """Measure the width, in characters, at which a text was wrapped by hand; None when it was not."""
    lengths = [
        (len(line), bool(_ENDS.search(line[-8:])))
        for line, after in pairwise(lines)
        if line.strip() and after.strip() and not is_list_item(after)
    ]
    if len(lengths) < FEWEST_LINES:
        return None
    width = sorted(length for length, _ in lengths)[int(len(lengths) * 0.98)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    too_long = sum(len(line) > width / FITS for line in lines)
    if too_long > MOST_TOO_LONG * sum(bool(line.strip()) for line in lines):
        return None
    full = sum(length >= FULL_LINE * width for length, _ in lengths)
    open_ends = sum(not ended for _, ended in lengths)
    return width if full >= FULL_SHARE * len(lengths) and open_ends >= FULL_SHARE * len(lengths) else None


def is_list_item(line: str) -> bool:
    """Tell whether a line starts with a bullet or an item number."""
    return bool(_LIST_ITEM.match(line.lstrip()))


def _goes_on(line: str, after: str, width: int | None) -> bool:
    if not line.strip() or not after.strip() or is_list_item(after) or is_row(line) or is_row(after):
        return False
    next_word = after.split(None, 1)[0]
    if "." in next_word[1:-1] or "@" in next_word:
        return False
    if next_word[0].islower() and len(line) >= SHORTEST_OPEN_LINE and not _ENDS.search(line[-8:]):
        return True
    return width is not None and len(line) + 1 + len(next_word) > FITS * width
