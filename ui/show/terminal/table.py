"""A table for the terminal: as wide as it must be, never wider than the screen; tab-separated when piped.

Own, because the answer's table of disagreement stands on the path of `newsdesk ask`, where rich costs too much.
"""

from collections.abc import Sequence

from ui.show.terminal.text import Paint, cells, one_line, wrap

GAP = "  "
# A column is not squeezed below this: words of the news are seldom longer, and dates have ten characters.
NARROWEST = 10


def draw_table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, paint: Paint, *, firm: Sequence[str] = ()
) -> list[str]:
    """Return the lines of a table; cells too wide for the screen go on below, an empty column is left out.

    Columns named in `firm` are squeezed last: ids and figures are not read well in pieces.
    """
    kept = [n for n in range(len(headers)) if any(row[n] for row in rows)]
    lines = [[headers[n] for n in kept], *([one_line(row[n]) for n in kept] for row in rows)]
    widths = fit_widths(
        [max(cells(line[n]) for line in lines) for n in range(len(kept))], width, [headers[n] in firm for n in kept]
    )
    drawn = [_draw_row(line, widths) for line in lines]
    return [paint.dim(line) for line in drawn[0]] + [line for row in drawn[1:] for line in row]


def fit_widths(wanted: Sequence[int], width: int, firm: Sequence[bool]) -> list[int]:
    """Return column widths that fit a screen of `width` cells, taken from the widest columns first, firm ones last.

    Where even the narrowest columns are too many the table is wider than the screen, and the terminal wraps it.
    """
    widths = list(wanted)
    over = sum(widths) + len(GAP) * (len(widths) - 1) - width
    for squeezed in (False, True):
        while over > 0:
            wide = [n for n, w in enumerate(widths) if w > NARROWEST and firm[n] is squeezed]
            if not wide:
                break
            widths[max(wide, key=lambda n: widths[n])] -= 1
            over -= 1
    return widths


def _draw_row(values: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(value, width) if value else [""] for value, width in zip(values, widths, strict=True)]
    lines = []
    for n in range(max(map(len, columns), default=0)):
        parts = [column[n] if n < len(column) else "" for column in columns]
        lines.append(GAP.join(p + " " * (w - cells(p)) for p, w in zip(parts, widths, strict=True)).rstrip())
    return lines


def tab_line(values: Sequence[str]) -> str:
    """Return one row for another program: values on one line each, parted by tabs."""
    return "\t".join(one_line(value) for value in values)
