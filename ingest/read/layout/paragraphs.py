"""Rows in reading order to paragraphs: what goes on is joined, across columns and pages too."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.read.layout.columns import Flow
from ingest.read.layout.hyphens import Joined, known_words
from ingest.read.layout.lines import Row
from ingest.text.blocks import is_list_item

# Of the usual distance between lines: more of it starts a paragraph.
GAP = 1.35
# Of the type size: a line that starts so far behind the others starts a paragraph.
INDENT = 0.8
# Lines of one paragraph have one size, up to this share.
SAME_SIZE = 0.08
# Of the width: a line that leaves so much free and has no stop is a heading or a line of its own.
SHORT = 0.35
# Of the type size: a gap inside a row that parts cells of a table.
CELL_GAP = 1.5
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BROKEN = re.compile(r"\w[-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class _Set:
    """A row and what its flow says of it."""

    row: Row
    edge: float
    left: float
    leading: float
    first: bool
    """The first of its flow."""


def make_paragraphs(flows: Iterable[Flow]) -> list[str]:
    """Return the paragraphs of flows of rows in reading order."""
    rows = [row for flow in flows for row in _set_rows(flow)]
    known = known_words("\n".join(one.row.text for one in rows))
    paragraphs: list[Joined] = []
    for last, one in pairwise([None, *rows]):
        assert one is not None
        if last is not None and _goes_on(last, one):
            paragraphs[-1].add(one.row.text, known)
        else:
            paragraphs.append(Joined(one.row.text))
    return [one.text for one in paragraphs]


def _set_rows(flow: Flow) -> Sequence[_Set]:
    if not flow.rows:
        return []
    lefts = Counter(round(row.left) for row in flow.rows)
    left = min(lefts, key=lambda place: (-lefts[place], place))
    steps = [above.base - below.base for above, below in pairwise(flow.rows)]
    leading = median(steps) if steps else 0.0
    return [_Set(row, flow.edge, left, leading, number == 0) for number, row in enumerate(flow.rows)]


def _goes_on(last: _Set, one: _Set) -> bool:
    """Tell whether a row goes on in the paragraph of the row before it."""
    before, after = last.row, one.row
    if _is_cells(before) or _is_cells(after) or is_list_item(after.text):
        return False
    if abs(before.size - after.size) > SAME_SIZE * max(before.size, after.size):
        return False
    if not one.first and before.base - after.base > GAP * max(one.leading, after.size):
        return False
    if _BROKEN.search(before.text):
        return True
    stopped = bool(_STOP.search(before.text))
    if after.text[0].islower() and not stopped:
        return True
    if after.left - one.left > INDENT * after.size and (one.first or after.left - before.left > INDENT * after.size):
        return False
    width = max(last.edge - last.left, 1.0)
    room = last.edge - before.right
    if stopped:
        return not one.first and room < _first_word(after)
    return room <= SHORT * width


def _first_word(row: Row) -> float:
    """Estimate the width of a row's first word with the space before it."""
    each = (row.right - row.left) / max(len(row.text), 1)
    return each * (1 + len(row.text.split(None, 1)[0]))


def _is_cells(row: Row) -> bool:
    return any(b.left - a.right > CELL_GAP * row.size for a, b in pairwise(row.pieces))
