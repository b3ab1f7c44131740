"""Set a text in lines at their places, for tools that only draw; greedy lines, justified."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bench.pdf_readers.printed import FIRST_PAGE, HEAD, MARK, Layout, Printed

Measure = Callable[[str, float], float]
"""The width of a text in a type size."""

HIGH, WIDE, MARGIN, GUTTER = 842.0, 595.0, 50.0, 16.0
SIZE, SMALL, LARGE = 10.0, 8.0, 16.0
# A line that would need more between its words stays ragged, as layout programs leave it.
MOST_GAP = 0.5 * SIZE
# Between two consonants that have vowels around them English may break a word.
_SYLLABLE = re.compile(r"(?<=[aeiou][bcdfglmnprst])(?=[bcdfgkmnpstv][aeiou])")


class Line(NamedTuple):
    """A line at its place, in points from the lower left corner; `gap` is what each space is widened by."""

    x: float
    y: float
    text: str
    size: float = SIZE
    gap: float = 0.0


class Frame(NamedTuple):
    """A part of a page that text flows through."""

    x: float
    top: float
    bottom: float
    width: float
    leading: float


def soften(text: str) -> str:
    """Put soft hyphens where a word may be broken: two letters before and three behind at least."""
    return re.sub(r"[a-zA-Z]{6,}", lambda word: _soften_word(word[0]), text)


def _soften_word(word: str) -> str:
    places = [match.start() for match in _SYLLABLE.finditer(word) if 2 <= match.start() <= len(word) - 3]
    return "\u00ad".join(word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True))


def set_pages(printed: Printed, measure: Measure) -> list[list[Line]]:
    """Return the lines of each page in the order of reading, what stands around the text last."""
    pages: list[list[Line]] = [[]]
    frames = _frames(printed.layout, first=True)
    frame = frames.pop(0)
    y = frame.top
    for size, block in _blocks(printed):
        if printed.layout.wide_title and size == LARGE:
            pages[0].append(Line(MARGIN, HIGH - MARGIN - LARGE, block[0], size))
            continue
        for line in _set_block(block, frame.width, size, measure, printed.layout):
            if y < frame.bottom:
                if not frames:
                    pages.append([])
                    frames = _frames(printed.layout, first=False)
                frame = frames.pop(0)
                y = frame.top
            pages[-1] += [part._replace(x=part.x + frame.x, y=part.y + y) for part in line]
            y -= frame.leading * max(1.0, size / SIZE)
        y -= frame.leading / 2
    for number, page in enumerate(pages):
        page += _around(printed, number, measure)
        if printed.layout.across:
            page.sort(key=lambda line: (-line.y, line.x))
    return pages


def _frames(layout: Layout, first: bool) -> list[Frame]:
    top = HIGH - MARGIN - (3 * LARGE if layout.wide_title and first else SIZE)
    bottom = MARGIN + (4 * SIZE if layout.notes and first else 0)
    width = (WIDE - 2 * MARGIN - GUTTER * (layout.columns - 1)) / layout.columns
    frames = []
    for number in range(layout.columns):
        shifted = layout.uneven and number % 2 == 1
        frame = Frame(MARGIN + number * (width + GUTTER), top - 5 * shifted, bottom, width, 13.1 if shifted else 12)
        middle = (HIGH + LARGE) / 2 + 60
        frames += (
            [frame._replace(bottom=middle + 2 * LARGE), frame._replace(top=middle - 2 * LARGE)]
            if layout.quote and first
            else [frame]
        )
    return frames


def _blocks(printed: Printed) -> Iterator[tuple[float, tuple[str, ...]]]:
    yield LARGE, (printed.title,)
    for number, sentences in enumerate(printed.paragraphs):
        yield SIZE, (" ".join(sentences),)
        if number == 2:
            yield from ((SIZE, row) for row in printed.rows)


def _set_block(
    block: tuple[str, ...], width: float, size: float, measure: Measure, layout: Layout
) -> Iterator[list[Line]]:
    if len(block) > 1:
        yield [Line(width * at / len(block), 0.0, cell, size) for at, cell in enumerate(block)]
        return
    lines = _break(block[0], width, size, measure, layout.hyphens)
    for number, text in enumerate(lines, 1):
        free = width - measure(MARK.sub("", text), size)
        spaces = text.count(" ")
        gap = free / max(1, spaces)
        justified = number < len(lines) and size == SIZE and gap < MOST_GAP and not layout.notes
        yield list(_marked(Line(0.0, 0.0, text, size, gap if justified else 0.0), measure))


def _marked(line: Line, measure: Measure) -> Iterator[Line]:
    """Cut a line at the marks of notes and raise those."""
    x = line.x
    for at, part in enumerate(MARK.split(line.text)):
        size = line.size if at % 2 == 0 else SMALL * 0.75
        if part:
            yield line._replace(x=x, y=line.y + (0.0 if at % 2 == 0 else 3.5), text=part.strip(), size=size)
        x += measure(part, size)


def _break(text: str, width: float, size: float, measure: Measure, hyphens: bool) -> list[str]:
    lines = [""]
    for word in text.split():
        whole = f"{lines[-1]} {word}".lstrip()
        if measure(whole, size) <= width:
            lines[-1] = whole
            continue
        head = next((h for h in _heads(word) if measure(f"{lines[-1]} {h}", size) <= width), "") if hyphens else ""
        if head:
            lines[-1] = f"{lines[-1]} {head}".lstrip()
            word = word[len(head) - (not word.startswith(head)) :]
        lines.append(word)
    return [line for line in lines if line]


def _heads(word: str) -> Iterator[str]:
    """Yield what may stand of a word at the end of a line, the longest first."""
    parts = re.split(r"(\u00ad|(?<=[^\W\d_]-)(?=[^\W\d_]))", soften(word))
    for end in range(len(parts) - 1, 0, -1):
        if parts[end] in ("", "\u00ad") and end % 2:
            head = "".join(parts[:end]).replace("\u00ad", "")
            yield head if parts[end] == "" else f"{head}-"


def _around(printed: Printed, number: int, measure: Measure) -> Iterator[Line]:
    """Yield running heads, notes and the pull quote."""
    if printed.layout.heads:
        yield Line(MARGIN, HIGH - MARGIN + SIZE, HEAD, SMALL)
        yield Line(WIDE / 2, MARGIN - 2 * SIZE, str(FIRST_PAGE + number), SIZE)
    if number == 0:
        for at, note in enumerate(printed.notes):
            yield Line(MARGIN, MARGIN + SIZE * (1 - at), f"{at + 1} {note}", SMALL)
        if printed.quote:
            wide = measure(printed.quote, LARGE - 2)
            yield Line((WIDE - wide) / 2, (HIGH + LARGE) / 2 + 57, printed.quote, LARGE - 2)
