"""Text made fit for a terminal: control characters disarmed, widths counted, lines wrapped, parts made bold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# Characters that draw nothing but move, hide or reorder what is drawn: directional marks and overrides, soft hyphen,
# byte order mark, tags. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def disarm(text: str) -> str:
    """Return text a terminal only draws: an escape becomes a visible sign, directional overrides are left out.

    Newlines and tabs stay; a lone surrogate becomes U+FFFD, so the result can always be written as UTF-8.
    """
    return _CONTROL.sub(_sign, _UNSEEN.sub("", text.replace("\r\n", "\n")))


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def one_line(text: str) -> str:
    """Return text disarmed and on one line, runs of white space made one space."""
    return disarm(_SPACE.sub(" ", text)).strip()


def char_width(char: str) -> int:
    """Return the terminal cells a character takes: 0 for a combining mark, 2 for a wide one, else 1."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Return the terminal cells a line takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def wrap_spans(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield `start:end` of the lines a one-line text is wrapped into, `width` cells each.

    Lines break at spaces, and inside a word only where the word is wider than a line.
    """
    start = 0
    while start < len(text):
        end = _line_end(text, start, width)
        yield start, end
        start = end + (end < len(text) and text[end] == " ")


def _line_end(text: str, start: int, width: int) -> int:
    used, space = 0, -1
    for at in range(start, len(text)):
        if text[at] == " ":
            space = at
        used += char_width(text[at])
        if used > width and at > start:
            return space if space > start else at
    return len(text)


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text disarmed and wrapped to a width in cells; at least one line."""
    line = one_line(text)
    return [line[start:end] for start, end in wrap_spans(line, width)] or [""]


@dataclass(frozen=True, slots=True)
class Paint:
    """Bold and dim where colour is on, the plain words where it is off."""

    on: bool

    def bold(self, text: str) -> str:
        """Return text in bold."""
        return f"\x1b[1m{text}\x1b[0m" if self.on and text else text

    def dim(self, text: str) -> str:
        """Return text in grey."""
        return f"\x1b[2m{text}\x1b[0m" if self.on and text else text


def mark_parts(
    text: str, spans: list[tuple[int, int]], width: int, paint: Paint, frame: tuple[str, str] = ("", "")
) -> list[str]:
    """Return a text disarmed and wrapped, with the `spans` of it in bold; `frame` is put before and behind it.

    Without colour a span stands between « and » when other digits in the text could be taken for it.
    """
    marked = [False] * len(text)
    for start, end in spans:
        for at in range(max(start, 0), min(end, len(text))):
            marked[at] = True
    needs_signs = not paint.on and any(c.isdigit() and not m for c, m in zip(text, marked, strict=True))
    marked = [False] * len(frame[0]) + marked + [False] * len(frame[1])
    line, bold = _flatten(frame[0] + text + frame[1], marked, needs_signs)
    return [_paint_line(line[start:end], bold[start:end], paint) for start, end in wrap_spans(line, width)]


def _flatten(text: str, marked: list[bool], signs: bool) -> tuple[str, list[bool]]:
    """Disarm each run of equally marked characters; return one line and whether each of its characters is marked."""
    line, flags = "", []
    opening, closing = ("«", "»") if "«" not in text else ("‹", "›")
    for is_marked, run in groupby(zip(text, marked, strict=True), key=lambda pair: pair[1]):
        piece = disarm(_SPACE.sub(" ", "".join(char for char, _ in run)))
        if line.endswith(" ") or not line:
            piece = piece.lstrip(" ")
        if is_marked and signs:
            piece = f"{opening}{piece}{closing}"
        line += piece
        flags += [is_marked] * len(piece)
    return line, flags


def _paint_line(line: str, bold: list[bool], paint: Paint) -> str:
    runs = groupby(zip(line, bold, strict=True), key=lambda pair: pair[1])
    pieces = ((is_bold, "".join(char for char, _ in run)) for is_bold, run in runs)
    return "".join(paint.bold(piece) if is_bold else piece for is_bold, piece in pieces)
