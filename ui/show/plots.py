"""Two small plots as inline SVG, drawn by pure functions: values by period, and a measure over time.

Colours come from the page's style sheet; a mark is told from another by shape as well as by place.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.show.html.text import line

WIDTH, HEIGHT = 560, 240
# Room for the axis' numbers (left), the value beside the last mark (right), the legend (top), the periods (bottom).
LEFT, RIGHT, TOP, BOTTOM = 84, 70, 34, 34
# Marks by publisher: after four of them shapes come again.
SHAPES = ("circle", "square", "triangle", "diamond")
MOST = 1e30
"""No figure of the news is larger; the axis of one near the end of a float would overflow. Infinities are none."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value: what it is, of when, by whom, and how it is printed."""

    value: float
    label: str
    when: date | None
    who: str
    text: str


def short_number(value: float) -> str:
    """Return a number for an axis: 2.43T, 319.5bn, 12M, 43,000, 0.35."""
    for size, name in ((1e12, "T"), (1e9, "bn"), (1e6, "M")):
        if abs(value) >= size:
            return f"{value / size:.4g}{name}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Return about `count` round numbers that cover low to high (steps of 1, 2 or 5 times a power of ten)."""
    if not (math.isfinite(low) and math.isfinite(high)) or low == high:
        return [low]
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= raw * 0.999)
    first = math.floor(low / step)
    return [i * step for i in range(first, math.ceil(high / step - 1e-9) + 1)]


def _axis(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    room = (high - low) * 0.15 or abs(high) * 0.1 or 1.0
    bottom = low - room
    return ticks(0.0 if low >= 0 > bottom else bottom, high + room)


def _shape(kind: str, x: float, y: float, css: str, says: str = "") -> str:
    """Return a mark; what it says shows while the pointer rests on it."""
    title = f"<title>{line(says)}</title>" if says else ""
    if kind == "circle":
        return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="5">{title}</circle>'
    turns = {"square": 4, "triangle": 3, "diamond": 4}[kind]
    offset = math.pi / 4 if kind == "square" else -math.pi / 2
    corners = [
        (x + 6.5 * math.cos(offset + 2 * math.pi * i / turns), y + 6.5 * math.sin(offset + 2 * math.pi * i / turns))
        for i in range(turns)
    ]
    path = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    return f'<polygon class="{css}" points="{path}">{title}</polygon>'


def _legend(people: Sequence[str]) -> str:
    out, x = [], float(LEFT)
    for i, who in enumerate(people):
        name = who if len(who) <= 24 else who[:23] + "…"
        if x + 20 + 7 * len(name) > WIDTH:
            out.append(f'<text x="{x:.0f}" y="16">and {len(people) - i} more</text>')
            break
        out.append(_shape(SHAPES[i % len(SHAPES)], x + 6, 12, f"p{i % len(SHAPES)}"))
        out.append(f'<text x="{x + 18:.0f}" y="16">{line(name)}</text>')
        x += 34 + 7 * len(name)
    return "".join(out)


def _says(p: Point) -> str:
    return f"{p.who}: {p.text}{', ' + p.label if p.label else ''}"


def _frame(body: str, people: Sequence[str], title: str, points: Sequence[Point]) -> str:
    said = "; ".join(_says(p) for p in points[:40])
    return (
        f'<figure class="nd-plot"><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{line(title)}">'
        f"<title>{line(title)}</title><desc>{line(said)}</desc>{_legend(people)}{body}</svg></figure>"
    )


def _grid(axis: Sequence[float]) -> str:
    out = []
    for value in axis:
        y = _height(value, axis)
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT + 40}" y1="{y:.1f}" y2="{y:.1f}"/>')
        out.append(f'<text class="tick" text-anchor="end" x="{LEFT - 8}" y="{y + 4:.1f}">{short_number(value)}</text>')
    return "".join(out)


def _height(value: float, axis: Sequence[float]) -> float:
    low, high = axis[0], axis[-1]
    part = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def _usable(points: Sequence[Point]) -> list[Point]:
    return [p for p in points if abs(p.value) < MOST]


def plot_values(points: Sequence[Point], title: str) -> str:
    """Return the values of one thing side by side: a column for each period, a mark for each publisher.

    Empty where fewer than two values can be drawn. The value axis need not begin at zero: its numbers say so.
    """
    usable = _usable(points)
    if len(usable) < 2:
        return ""
    order = sorted({(p.when or date.max, p.label) for p in usable})
    people = list(dict.fromkeys(p.who for p in usable))
    axis = _axis([p.value for p in usable])
    column = (WIDTH - LEFT - RIGHT) / len(order)
    out = [_grid(axis)]
    for i, (_, label) in enumerate(order):
        out.append(
            f'<text class="tick" text-anchor="middle" x="{LEFT + column * (i + 0.5):.1f}" y="{HEIGHT - 10}">'
            f"{line(label or 'period not said')}</text>"
        )
    for p in usable:
        i, who = order.index((p.when or date.max, p.label)), people.index(p.who)
        x = LEFT + column * (i + (who + 1) / (len(people) + 1))
        y = _height(p.value, axis)
        out.append(_shape(SHAPES[who % len(SHAPES)], x, y, f"p{who % len(SHAPES)}", _says(p)))
        out.append(f'<text class="value" x="{x + 11:.1f}" y="{y + 4:.1f}">{short_number(p.value)}</text>')
    return _frame("".join(out), people, title, usable)


def plot_timeline(points: Sequence[Point], title: str) -> str:
    """Return a measure over time: x is the end of each value's period, drawn to scale. Empty below two dated values."""
    dated = sorted((p for p in _usable(points) if p.when), key=lambda p: (p.when or date.min, p.value))
    days = [p.when.toordinal() for p in dated if p.when]
    if len(dated) < 2 or days[0] == days[-1]:
        return plot_values(dated, title)
    people = list(dict.fromkeys(p.who for p in dated))
    axis = _axis([p.value for p in dated])

    def across(ordinal: int) -> float:
        return LEFT + 10 + (ordinal - days[0]) / (days[-1] - days[0]) * (WIDTH - LEFT - RIGHT)

    out = [_grid(axis)]
    first, last = date.fromordinal(days[0]).year, date.fromordinal(days[-1]).year
    years = range(first, last + 1, max(1, (last - first) // 6))
    marks = [date(y, 12, 31) for y in years if days[0] <= date(y, 12, 31).toordinal() <= days[-1]]
    for end in marks or [date.fromordinal(days[0]), date.fromordinal(days[-1])]:
        words = f"end of {end.year}" if len(marks) < 4 and marks else str(end.year) if marks else end.isoformat()
        x = across(end.toordinal())
        out.append(f'<text class="tick" text-anchor="middle" x="{x:.1f}" y="{HEIGHT - 10}">{words}</text>')
    for p, ordinal in zip(dated, days, strict=True):
        who = people.index(p.who) % len(SHAPES)
        out.append(_shape(SHAPES[who], across(ordinal), _height(p.value, axis), f"p{who}", _says(p)))
    return _frame("".join(out), people, title, dated)
