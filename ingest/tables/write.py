"""Write a table so that each row says by itself what its values are.

A row becomes one line of cells with bars between: "Port: Senna | Grain (tonnes): 900". The words are those of the
table's cells and its caption, what is said once of several values repeated with each of them; nothing else is added. A
table of which it is not plain that its first row is a header keeps its cells without labels, for a wrong label would be
a wrong statement.
"""

from collections.abc import Sequence

from ingest.tables.captions import Told, complete_labels, read_caption, read_captions, unit_column
from ingest.tables.headers import count_headers, join_labels
from ingest.tables.marks import without_letters, without_marks
from ingest.tables.sections import as_note, is_line, line_of, section_heads
from ingest.tables.turned import turn
from ingest.tables.words import is_corner, is_time, split_unit
from ingest.text.tables import BAR, RANKS, is_number

# A cell this long is prose that a page was laid out with.
MOST_CELL_WORDS = 60


def write_table(
    rows: Sequence[Sequence[str]], headers: int | None = None, captions: Sequence[str] = (), above: str = ""
) -> str:
    """Return the lines of a table; a cell that spans several columns or rows is given in each of them.

    `headers` is how many rows at the top the source marks as header; None where it does not say. `captions` are those
    of the source, `above` the line of prose over the table: they are read, not written.
    """
    grid = [[without_marks(" ".join(cell.split()).replace(BAR, "; ")) for cell in row] for row in rows]
    grid = [row for row in grid if any(row)]
    count = _count_captions(grid)
    lines = [line_of(row) for row in grid[:count]]
    grid = grid[count:]
    if not grid:
        return "\n".join(lines)
    if max(map(len, grid)) == 1 or _is_layout(grid):
        return "\n\n".join([*lines, *(cell for row in grid for cell in _once(row) if cell)])
    told = read_captions([*captions, *lines], above)
    heads = count_headers(grid, None if headers is None else max(0, headers - count))
    body = without_letters(grid[heads:])
    labels = join_labels(grid[:heads])
    return "\n".join([*lines, *_lines(labels, body, told)])


def _count_captions(grid: Sequence[Sequence[str]]) -> int:
    """Count the lines above the table; the head of its first section, where it has no header, is none."""
    width = max(map(len, grid), default=0)
    count = 0
    while count < len(grid) - 1 and is_line(grid[count], width):
        count += 1
    rest = grid[max(0, count - 1) :]
    heads = section_heads(rest, width)
    if count and len(heads) > 1 and 0 in heads and not count_headers(rest[1:], None):
        return count - 1
    return count


def _is_layout(grid: Sequence[Sequence[str]]) -> bool:
    return any(len(cell.split()) > MOST_CELL_WORDS for row in grid for cell in row)


def _once(row: Sequence[str]) -> list[str]:
    """Give each cell of a row once, also one that spans several columns."""
    return [cell for at, cell in enumerate(row) if not at or cell != row[at - 1]]


def _lines(labels: list[str], body: list[list[str]], told: Told) -> list[str]:
    """Write the rows, the lines between them, and with each row the head of its section."""
    width = max(map(len, [labels, *body]))
    heads = section_heads(body, width)
    turned = turn(labels, body) if labels and not any(is_line(row, width) for row in body) else None
    if turned:
        labels, body = turned
    values = [row for row in body if not is_line(row, width)]
    labels = complete_labels(labels, values, told)
    ranks = frozenset(at for at in range(len(labels)) if _is_rank(at, labels, values))
    lines: list[str] = []
    section, here = "", labels
    for at, row in enumerate(body):
        if at in heads:
            section = line_of(row).rstrip(" :")
            here = _labels_below(section, labels, _rows_below(body, at, heads))
        elif is_line(row, width):
            lines.append(as_note(line_of(row)))
        else:
            lines.append(_row(row, here, ranks, section))
    return lines


def _rows_below(body: list[list[str]], at: int, heads: frozenset[int]) -> list[list[str]]:
    end = at + 1
    while end < len(body) and end not in heads:
        end += 1
    return body[at + 1 : end]


def _labels_below(section: str, labels: list[str], rows: list[list[str]]) -> list[str]:
    """Complete the headers of a section's rows by the unit and the year that its head tells."""
    told = read_caption(section)
    return complete_labels(labels, rows, told) if labels and (told.unit or told.time) else labels


def _row(row: list[str], labels: list[str], ranks: frozenset[int], section: str) -> str:
    name = 1 if len(row) > 1 and 0 in ranks else 0
    if section and not is_time(section):
        row = [f"{cell}, {section}" if at == name and cell else cell for at, cell in enumerate(row)]
        if not row[name]:
            row = [*row[:name], section, *row[name + 1 :]]
    if not labels:
        return BAR.join(row).rstrip(" |")
    pairs = _pairs(row, [*labels, *[""] * (len(row) - len(labels))])
    last = [pair for at, pair in enumerate(pairs) if at in ranks]
    pairs = [pair for at, pair in enumerate(pairs) if at not in ranks]
    return BAR.join(f"{label}: {cell}" if label else cell for label, cell in [*pairs, *last] if cell)


def _pairs(row: Sequence[str], labels: Sequence[str]) -> list[tuple[str, str]]:
    """Return labels and cells of a row, with the unit that stands in a column of its own or behind the row's name."""
    pairs = list(zip(labels, row, strict=False))
    at = unit_column(labels)
    measure, unit = split_unit(row[0])
    if at is not None and at < len(row) and row[at]:
        unit = row[at]
    if not unit or not is_corner(labels[0]):
        at_unit = at is not None and bool(unit)
        measure = ""
        if not at_unit:
            return pairs
    done = []
    for number, (label, cell) in enumerate(pairs):
        if number and number != at and label and is_number(cell) and not split_unit(label)[1]:
            named = f"{measure} {label}" if measure and is_time(label) else label
            pairs[number] = (f"{named} ({unit})", cell)
            done.append(number)
    return [pair for number, pair in enumerate(pairs) if number != at or not done]


def _is_rank(at: int, labels: Sequence[str], values: Sequence[Sequence[str]]) -> bool:
    """Tell a column of places in a list: by its header and cells that are no more than small numbers."""
    if at >= len(labels) or labels[at].casefold() not in RANKS or len(labels) < 2:
        return False
    cells = [row[at].strip("=.# ") for row in values if at < len(row) and row[at]]
    return bool(cells) and all(cell.isdecimal() and len(cell) <= 4 for cell in cells)
