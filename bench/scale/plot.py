"""Lines on two logarithmic axes as a file of SVG, in light and dark.

Those of `ui.show.plots` stand in a page and take their colours from it, and their axes are linear; these stand alone.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ui.show.plots import short_number

WIDTH, HEIGHT = 760, 380
LEFT, RIGHT, TOP, BOTTOM = 72, 240, 44, 52
"""Room for the numbers of the axis and its unit, the names of the lines, the title, the sizes."""

COLOURS = (
    ("#0969da", "#58a6ff"),
    ("#bc4c00", "#f0883e"),
    ("#1a7f37", "#3fb950"),
    ("#8250df", "#bc8cff"),
    ("#57606a", "#b1bac4"),
)
"""For light and for dark ground."""

SHAPES = (
    "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z",
    "M-4.5,-4.5h9v9h-9z",
    "M0,-6L5.5,4.5H-5.5z",
    "M0,-6L6,0L0,6L-6,0z",
    "M-5,-1.7h3.3v-3.3h3.4v3.3h3.3v3.4h-3.3v3.3h-3.4v-3.3h-3.3z",
)
"""A line is told from another by its marks, not by colour alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """Values by size; `look` picks colour and shape, `thin` is drawn hollow and dashed."""

    name: str
    points: tuple[tuple[float, float], ...]
    look: int
    thin: bool = False


def plot(title: str, unit: str, lines: Sequence[Line], limits: Sequence[tuple[str, float]] = ()) -> str:
    """Return the SVG: x is the number of chunks; `limits` are budgets, drawn across. All values are above zero."""
    xs = decades([x for line in lines for x, _ in line.points])
    ys = decades([y for line in lines for _, y in line.points] + [y for _, y in limits])
    axes = _Axes(xs, ys)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img">\n<title>{escape(title)}</title>\n<style>{_style()}</style>\n'
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="6"/>\n'
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>\n'
        + "\n".join([*axes.grid(unit), *_limits(axes, limits, unit), *_lines(axes, lines), *_keys(lines)])
        + "\n</svg>\n"
    )


def decades(values: Sequence[float]) -> list[float]:
    """Return the powers of ten that enclose the values, two at least."""
    low = math.floor(math.log10(min(values)) + 1e-9)
    high = max(low + 1, math.ceil(math.log10(max(values)) - 1e-9))
    return [float(f"1e{power}") for power in range(low, high + 1)]


@dataclass(frozen=True, slots=True)
class _Axes:
    xs: list[float]
    ys: list[float]

    def x(self, value: float) -> float:
        return LEFT + _part(value, self.xs) * (WIDTH - LEFT - RIGHT)

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - _part(value, self.ys) * (HEIGHT - TOP - BOTTOM)

    def grid(self, unit: str) -> list[str]:
        out = []
        for value in self.ys:
            y = f"{self.y(value):.1f}"
            out.append(f'<path class="grid" d="M{LEFT},{y}H{WIDTH - RIGHT}"/>')
            out.append(f'<text class="tick" text-anchor="end" x="{LEFT - 8}" y="{self.y(value) + 4:.1f}">')
            out[-1] += f"{short_number(value)}</text>"
        for value in self.xs:
            x = f"{self.x(value):.1f}"
            out.append(f'<path class="grid" d="M{x},{TOP}V{HEIGHT - BOTTOM}"/>')
            out.append(f'<text class="tick" text-anchor="middle" x="{x}" y="{HEIGHT - BOTTOM + 18}">')
            out[-1] += f"{short_number(value)}</text>"
        middle = (LEFT + WIDTH - RIGHT) / 2
        out.append(f'<text text-anchor="middle" x="{middle:.0f}" y="{HEIGHT - 12}">chunks</text>')
        across = (TOP + HEIGHT - BOTTOM) / 2
        turned = f'transform="translate(16 {across:.0f}) rotate(-90)"'
        out.append(f'<text text-anchor="middle" {turned}>{escape(unit)}</text>')
        return out


def _part(value: float, axis: list[float]) -> float:
    return math.log(value / axis[0]) / math.log(axis[-1] / axis[0])


def _limits(axes: _Axes, limits: Sequence[tuple[str, float]], unit: str) -> list[str]:
    out = []
    for name, value in limits:
        y = axes.y(value)
        out.append(f'<path class="limit" d="M{LEFT},{y:.1f}H{WIDTH - RIGHT}"/>')
        said = f"{name}: {short_number(value)} {unit}"
        away = -6 if y - TOP > 20 else 15  # below the line where the title is above it
        out.append(f'<text class="tick" x="{LEFT + 6}" y="{y + away:.1f}">{escape(said)}</text>')
    return out


def _lines(axes: _Axes, lines: Sequence[Line]) -> list[str]:
    out = []
    for line in lines:
        places = [(axes.x(x), axes.y(y)) for x, y in line.points]
        along = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        out.append(f'<polyline class="{_look(line)}" points="{along}"/>')
        out += [
            _mark(line, "mark", x, y, f"{line.name}: {value:.4g} at {chunks:,.0f}")
            for (x, y), (chunks, value) in zip(places, line.points, strict=True)
        ]
    return out


def _keys(lines: Sequence[Line]) -> list[str]:
    """Name the lines beside the plot, in the order in which they end."""
    out = []
    for n, line in enumerate(sorted(lines, key=lambda line: -line.points[-1][1])):
        x, y = WIDTH - RIGHT + 26, TOP + 14 + 24 * n
        out.append(f'<path class="{_look(line)}" d="M{x - 14},{y}h28"/>')
        out.append(_mark(line, "key", x, y))
        out.append(f'<text x="{x + 22}" y="{y + 4}">{escape(line.name)}</text>')
    return out


def _mark(line: Line, role: str, x: float, y: float, says: str = "") -> str:
    title = f"<title>{escape(says)}</title>" if says else ""
    shape = SHAPES[line.look]
    return f'<path class="{role} {_look(line)}" transform="translate({x:.1f} {y:.1f})" d="{shape}">{title}</path>'


def _look(line: Line) -> str:
    return f"look{line.look}{' thin' if line.thin else ''}"


def _style() -> str:
    light = _scheme("#ffffff", "#1f2328", "#d8dee4", [one for one, _ in COLOURS])
    dark = _scheme("#0d1117", "#e6edf3", "#30363d", [other for _, other in COLOURS])
    return (
        "text{font:13px system-ui,sans-serif;fill:var(--ink)}.title{font-weight:600;font-size:15px}"
        ".tick{font-size:12px}.ground{fill:var(--ground)}.grid{stroke:var(--grid)}"
        ".limit{stroke:var(--ink);stroke-dasharray:2 4}polyline{fill:none;stroke-width:1.5}"
        ".thin{stroke-dasharray:5 4}"
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        + "".join(f".look{n}{{stroke:var(--c{n})}}.mark.look{n},.key.look{n}{{fill:var(--c{n})}}" for n in range(5))
        # After the colours: a hollow mark is filled with the ground.
        + ".mark.thin,.key.thin{fill:var(--ground);stroke-width:1.5;stroke-dasharray:none}"
    )


def _scheme(ground: str, ink: str, grid: str, colours: Sequence[str]) -> str:
    named = {"ground": ground, "ink": ink, "grid": grid} | {f"c{n}": colour for n, colour in enumerate(colours)}
    return ";".join(f"--{name}:{colour}" for name, colour in named.items())
