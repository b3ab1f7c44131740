"""The order in which the pieces of a page are read: column after column, headings over columns between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from statistics import median

from ingest.read.layout.lines import COLUMN_GAP, Piece, Row, group_rows
from ingest.text.tables import is_number

# Fewer lines side by side are captions, addresses or a table and not columns of text.
FEWEST_LINES = 3
# Lines of a column of text hold at least so many signs; cells of tables hold fewer.
SHORTEST_LINE = 12
# A page has no more columns; each is found within the one before.
MOST_COLUMNS = 8
# Each place where lines start may be the right side of a gutter, and trying one costs a look at the whole page: the
# places with the most lines are tried. A page of eight columns with indents and captions has some twenty.
MOST_TRIED = 64
# Lines of a column start within so many type sizes of its edge.
EDGE = 0.3


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows that are read one after another, and the place at which their lines end."""

    rows: tuple[Row, ...]
    edge: float


def order_flows(
    pieces: Sequence[Piece], known: list[float], depth: int = MOST_COLUMNS, edge: float | None = None
) -> list[Flow]:
    """Return the pieces of a page, or of a column of it, in reading order.

    `known` are the gutters of the document's pages before, to which those of this page are added: the columns of its
    last page may be too short to be told by themselves.
    """
    edge = max((piece.right for piece in pieces), default=0.0) if edge is None else edge
    gutter = _find_gutter(pieces) if depth and len(pieces) >= 2 * FEWEST_LINES else None
    if gutter is not None:
        known.append(gutter)
    elif depth:
        gutter = next((place for place in dict.fromkeys(known) if _goes_on(pieces, place)), None)
    if gutter is None:
        return [Flow(tuple(group_rows(pieces)), edge)] if pieces else []
    flows: list[Flow] = []
    left_edge = max(piece.right for piece in pieces if piece.right <= gutter)
    for over, beside in _bands(pieces, gutter):
        if over:
            flows.append(Flow(tuple(group_rows(over)), edge))
        flows += order_flows([piece for piece in beside if piece.right <= gutter], known, depth - 1, left_edge)
        flows += order_flows([piece for piece in beside if piece.right > gutter], known, depth - 1, edge)
    return flows


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Yield from the top down what lies over the gutter and then what stands on both sides of it."""
    over: list[Piece] = []
    beside: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if _crosses(piece, gutter):
            if beside:
                yield over, beside
                over, beside = [], []
            over.append(piece)
        else:
            beside.append(piece)
    yield over, beside


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.left < gutter < piece.right


def _find_gutter(pieces: Sequence[Piece]) -> float | None:
    """Return the place between two columns that the fewest pieces lie over; None where there are no columns."""
    best: tuple[int, int, float] | None = None
    size = median(piece.size for piece in pieces)
    for start, count in nlargest(MOST_TRIED, _starts(pieces), key=itemgetter(1)):
        gutter = start - size * COLUMN_GAP / 3
        if not any(_is_columns(beside, gutter) for _, beside in _bands(pieces, gutter)):
            continue
        found = (sum(_crosses(piece, gutter) for piece in pieces), -count, gutter)
        best = min(best, found) if best else found
    return best[2] if best else None


def _starts(pieces: Sequence[Piece]) -> Iterator[tuple[float, int]]:
    """Yield where at least FEWEST_LINES pieces start, and how many; the leftmost is no gutter's right side."""
    ordered = sorted(pieces, key=lambda piece: piece.left)
    at = 0
    while at < len(ordered):
        first = ordered[at]
        end = at
        while end < len(ordered) and ordered[end].left - first.left <= EDGE * first.size:
            end += 1
        if at and end - at >= FEWEST_LINES:
            yield first.left, end - at
        at = end


def _is_columns(pieces: Sequence[Piece], gutter: float) -> bool:
    """Tell text on both sides of a gutter from the cells of a table, and from lines that stand one below another."""
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.right > gutter]
    if not (_is_text(left) and _is_text(right)):
        return False
    low = max(min(piece.base for piece in side) for side in (left, right))
    high = min(max(piece.base for piece in side) for side in (left, right))
    return all(sum(low <= piece.base <= high for piece in side) >= FEWEST_LINES for side in (left, right))


def _goes_on(pieces: Sequence[Piece], gutter: float) -> bool:
    """Tell whether a few lines stand in the columns of the pages before: on both sides of a gutter and none over it."""
    sides = [[p for p in pieces if p.right <= gutter], [p for p in pieces if p.left >= gutter]]
    whole = sum(map(len, sides)) == len(pieces) and all(sides)
    return whole and all(_reads(side) and max(len(p.text) for p in side) >= 2 * SHORTEST_LINE for side in sides)


def _reads(pieces: Sequence[Piece]) -> bool:
    return sum(is_number(piece.text) for piece in pieces) * 3 < len(pieces)


def _is_text(pieces: Sequence[Piece]) -> bool:
    if len(pieces) < FEWEST_LINES or median(len(piece.text) for piece in pieces) < SHORTEST_LINE:
        return False
    return _reads(pieces)
