"""The words of a PDF page with their places."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

# Places are believed when they give nearly all signs of the page's text, and few others.
ENOUGH = 0.98
# Drawings inside drawings: letterheads and stamps reach two.
MOST_FORMS_DEEP = 4
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text drawn at once, in points from the lower left corner of its page."""

    text: str
    left: float
    right: float
    base: float
    size: float


def read_spans(page: "PageObject", plain: str) -> list[Span]:
    """Return what is drawn on a page in the order of drawing; empty where that is not surely all of `plain`.

    `plain` is the page's text as pypdf extracts it. Rotated text is left out.
    """
    try:
        spans = list(_draw(page, _State(), MOST_FORMS_DEEP))
    except Exception:  # over damaged or odd pages pypdf raises errors of many kinds; the plain text still stands
        return []
    signs, told = _signs(plain), _signs("".join(span.text for span in spans))
    shared = (signs & told).total()
    return spans if shared >= ENOUGH * max(signs.total(), told.total(), 1) else []


def _signs(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@dataclass(slots=True)
class _State:
    """What drawing operations change: section 9.3 of the PDF standard."""

    page: _Matrix = _SAME
    line: _Matrix = _SAME
    text: _Matrix = _SAME
    font: Any = None
    size: float = 0.0
    numbers: dict[bytes, float] = field(
        default_factory=lambda: {b"Tc": 0.0, b"Tw": 0.0, b"Tz": 100.0, b"TL": 0.0, b"Ts": 0.0}
    )

    def copy(self) -> "_State":
        """Return what is kept for the matching end of a group."""
        return replace(self, numbers=dict(self.numbers))

    def move(self, x: float, y: float) -> None:
        """Start a line beside the start of the last one."""
        self.line = self.text = _times((1.0, 0.0, 0.0, 1.0, x, y), self.line)


def _times(a: _Matrix, b: _Matrix) -> _Matrix:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _draw(page: "PageObject", state: _State, deep: int) -> Iterator[Span]:
    """Follow the drawing operations of a page, or of a form drawn on it.

    Fonts are read by the parts of pypdf's own layout mode, which are no part of its published interface: that gives
    one place for all words of a line. The version is pinned, and a test draws lines of two columns.
    """
    from pypdf.generic import ContentStream

    contents = page.get_contents()
    if contents is None:
        return
    fonts = page._layout_mode_fonts()
    kept: list[_State] = []
    for operands, operator in ContentStream(contents, page.pdf, "bytes").operations:
        if operator == b"q":
            kept.append(state.copy())
        elif operator == b"Q":
            state = kept.pop() if kept else state
        elif operator == b"cm":
            state.page = _times(_matrix(operands), state.page)
        elif operator == b"Do" and deep:
            yield from _draw_form(page, operands[0], state.copy(), deep - 1)
        elif operator == b"Tf":
            state.font, state.size = fonts.get(operands[0]), float(operands[1])
        else:
            yield from _text_operation(operator, operands, state)


def _draw_form(page: "PageObject", name: Any, state: _State, deep: int) -> Iterator[Span]:
    """Follow the operations of a form as those of a page with its resources."""
    from pypdf import PageObject
    from pypdf.generic import NameObject

    resources: Any = page["/Resources"].get_object()
    form = resources["/XObject"][name].get_object()
    if form.get("/Subtype") != "/Form":
        return
    inner = PageObject(page.pdf)
    inner[NameObject("/Resources")] = form.get("/Resources", resources)
    inner[NameObject("/Contents")] = form
    state.page = _times(_matrix(form.get("/Matrix", _SAME)), state.page)
    yield from _draw(inner, state, deep)


def _matrix(operands: Any) -> _Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return a, b, c, d, e, f


def _text_operation(operator: bytes, operands: Any, state: _State) -> Iterator[Span]:
    if operator in state.numbers:
        state.numbers[operator] = float(operands[0])
    elif operator == b"BT":
        state.line = state.text = _SAME
    elif operator == b"Tm":
        state.line = state.text = _matrix(operands)
    elif operator in (b"Td", b"TD"):
        if operator == b"TD":
            state.numbers[b"TL"] = -float(operands[1])
        state.move(float(operands[0]), float(operands[1]))
    elif operator in (b"T*", b"'", b'"'):
        if operator == b'"':
            state.numbers[b"Tw"], state.numbers[b"Tc"] = float(operands[0]), float(operands[1])
        state.move(0.0, -state.numbers[b"TL"])
        yield from (span for one in operands[-1:] if (span := _show(one, state)))
    elif operator in (b"Tj", b"TJ"):
        parts = operands[0] if operator == b"TJ" else operands[:1]
        yield from (span for one in parts if (span := _show(one, state)))


def _show(part: Any, state: _State) -> Span | None:
    """Show a string, or move by a number of a list of strings; the place behind it is where the next starts."""
    from pypdf._text_extraction._layout_mode._text_state_params import TextStateParams

    if isinstance(part, int | float):
        wide = -float(part) / 1000 * state.size * state.numbers[b"Tz"] / 100
        state.text = _times((1.0, 0.0, 0.0, 1.0, wide, 0.0), state.text)
        return None
    if not isinstance(part, str | bytes) or state.font is None:
        return None
    told = state.numbers
    shown = TextStateParams(
        part, state.font, state.size, told[b"Tc"], told[b"Tw"], told[b"Tz"], told[b"TL"], told[b"Ts"],
        [*_times(state.text, state.page)],
    )  # fmt: skip
    state.text = _times((1.0, 0.0, 0.0, 1.0, shown.word_tx(part), 0.0), state.text)
    if shown.rotated or not shown.text:
        return None
    return Span(shown.text, shown.tx, shown.displaced_tx, shown.ty, shown.font_height)
