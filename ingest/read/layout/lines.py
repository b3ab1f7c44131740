"""Runs of text to the pieces of lines: what stands on one baseline without a gap belongs together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.read.layout.spans import Span

# Of the type size: how far apart two baselines of one line may be (raised figures), how wide a gap is a word's end,
# and how wide a gap parts columns. Justified lines reach gaps of 0.8, gutters of newspapers start at 1.
SAME_LINE = 0.45
WORD_GAP = 0.15
COLUMN_GAP = 0.9
MUCH_LARGER = 1.5
# The number of a note is at most so large beside the text, and raised by so much.
RAISED, RAISED_BY = 0.8, 0.15
# A first letter set over two or more lines.
DROPPED = 1.8


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line, in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """All pieces on one baseline, from the left."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words of the row."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """Its type size, that of the longest piece."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size


def cut_pieces(spans: Iterable[Span]) -> list[Piece]:
    """Join the runs of each baseline to pieces, and cut where a gap parts columns; from the top down."""
    trimmed = [piece for span in spans if (piece := _trim(span))]
    return [piece for line in _baselines(_with_dropped_letters(trimmed)) for piece in _join(line)]


def group_rows(pieces: Sequence[Piece]) -> list[Row]:
    """Group pieces by baselines, from the top down."""
    return [Row(tuple(line)) for line in _baselines(pieces)]


def usual_size(pieces: Sequence[Piece]) -> float:
    """Return the type size of most of the text."""
    return median([piece.size for piece in pieces for _ in range(1 + len(piece.text) // 8)]) if pieces else 0.0


def _trim(span: Span) -> Piece | None:
    """Leave out the spaces at both ends of a run, and their width."""
    text = span.text.replace("\u00a0", " ").replace("\n", " ")
    if not text.strip() or span.size <= 0:
        return None
    each = max(0.0, span.right - span.left) / len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return Piece(" ".join(text.split()), span.left + before * each, span.right - after * each, span.base, span.size)


def _baselines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if lines and lines[-1][0].base - piece.base <= SAME_LINE * _common_size(lines[-1][0].size, piece.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _common_size(a: float, b: float) -> float:
    """Return the size to measure by: a raised figure is small, a heading beside text is large."""
    return min(max(a, b), MUCH_LARGER * min(a, b))


def _is_mark(piece: Piece, last: Piece) -> bool:
    """Tell the raised number of a note from the one of "km2"."""
    if not re.fullmatch(r"\d{1,2}", piece.text) or piece.size > RAISED * last.size:
        return False
    if piece.base - last.base < RAISED_BY * last.size or piece.left - last.right > WORD_GAP * last.size:
        return False
    return not re.search(r"(?:^|[\s\d/])[^\W\d_]{1,2}$|(?:^|\D)10$", last.text[-4:])


def _join(line: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in line:
        last = joined[-1] if joined else None
        if last and piece.text == last.text and abs(piece.left - last.left) < 1 and abs(piece.right - last.right) < 2:
            continue  # drawn twice to look bold
        if last and _is_mark(piece, last):
            continue
        gap = piece.left - last.right if last else 0.0
        size = max(piece.size, last.size) if last else piece.size
        if last is None or gap > COLUMN_GAP * size:
            joined.append(piece)
            continue
        space = " " if gap > WORD_GAP * min(piece.size, last.size) else ""
        main = last if len(last.text) >= len(piece.text) else piece
        joined[-1] = Piece(
            last.text + space + piece.text, last.left, max(last.right, piece.right), main.base, main.size
        )
    return joined


def _with_dropped_letters(pieces: list[Piece]) -> list[Piece]:
    """Give a letter set over several lines back to the first word of the first of them."""
    size = usual_size(pieces)
    for letter in [p for p in pieces if re.fullmatch(r"[\"“‘']?[^\W\d_]", p.text) and p.size >= DROPPED * size]:
        beside = [p for p in pieces if p is not letter and _stands_beside(p, letter)]
        if beside:
            first = max(beside, key=lambda piece: (piece.base, -piece.left))
            pieces[pieces.index(first)] = replace(first, text=letter.text + first.text, left=letter.left)
            pieces.remove(letter)
    return pieces


def _stands_beside(piece: Piece, letter: Piece) -> bool:
    high = letter.base - 1 <= piece.base <= letter.base + letter.size
    return high and piece.left - letter.left >= 0 and piece.left - letter.right < letter.size
