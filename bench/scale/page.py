"""The page on scale, written from the rows alone: the same rows give the same bytes."""

from collections.abc import Callable, Sequence

from bench.scale.budgets import AT, NEAREST, Budget, Standing, standings
from bench.scale.find import QUESTIONS
from bench.scale.rows import Report, Row
from bench.scale.vectors import CLUSTERS, DIMENSION
from bench.scale.ways import ways

Cell = Callable[[Row], str]


def number(value: float) -> str:
    """Write a number with three digits that count, and with all before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _of(field: str) -> Cell:
    """Return what writes a field, with the time of the processor behind it where there is one."""
    return lambda row: number(getattr(row, field)) + (f" ({number(row.busy[field])})" if field in row.busy else "")


def _pair(field: str) -> Cell:
    """Return what writes both percentiles of a route."""
    return lambda row: " / ".join(_of(f"{field}_{share}_ms")(row) for share in ("p50", "p95"))


_CHUNKS: tuple[str, Cell] = ("chunks", lambda row: f"{row.chunks:,}")
STORE: tuple[tuple[str, Cell], ...] = (
    _CHUNKS,
    ("articles", lambda row: f"{row.articles:,}"),
    ("write, s", _of("write_s")),
    ("chunks a second", lambda row: number(row.chunks / row.write_s)),
    ("disk, MB", _of("disk_mb")),
    ("disk, kB a chunk", _of("disk_kb")),
    ("open, s", _of("open_s")),
    ("memory held, MB", _of("held_mb")),
    ("memory at most, MB", _of("most_mb")),
)
RETRIEVAL: tuple[tuple[str, Cell], ...] = (
    _CHUNKS,
    ("words alone, p50 / p95, ms", _pair("words")),
    ("vectors alone", _pair("vectors")),
    ("together", _pair("both")),
    ("recall@10 of the vectors", lambda row: f"{row.recall:.3f}"),
    ("FAISS index", lambda row: f"`{row.kind}`"),
)
CHANGES: tuple[tuple[str, Cell], ...] = (
    _CHUNKS,
    ("add, s", _of("add_s")),
    ("change", _of("change_s")),
    ("remove", _of("remove_s")),
    ("add by a command", _of("command_add_s")),
    ("change", _of("command_change_s")),
    ("remove", _of("command_remove_s")),
)


def table(columns: Sequence[tuple[str, Cell]], rows: Sequence[Row]) -> str:
    """Return a Markdown table with a line for each row."""
    return _lines([[name for name, _ in columns], *([cell(row) for _, cell in columns] for row in rows)])


def _lines(cells: Sequence[Sequence[str]]) -> str:
    head, *rest = [f"| {' | '.join(line)} |" for line in cells]
    return "\n".join([head, f"|{' --- |' * len(cells[0])}", *rest])


def write_page(report: Report) -> str:
    """Return the page."""
    rows = report.rows
    return f"""# Scale

Written by `python -m bench.scale`, {report.day}, {report.machine};
`--draw` draws page and plots again from [scale.json](scale.json).

Times are those of the clock, and in brackets of the processor: what others do beside it lengthens the former. The index
is the product's own. The articles are made by rule: 500 words of a vocabulary with the frequencies of a language, 5
chunks, 30 sentences, 30 figures, a signature that no other has. The vectors are made likewise, of {DIMENSION} numbers,
in {CLUSTERS:,} topics: no encoder runs, so its time is in none of these numbers.

## Writing, opening, memory

{table(STORE, rows)}

Write is the index's own work, in transactions of a batch as `newsdesk ingest` makes them; reading files, finding
figures and encoding come on top. Open is until the vectors are in memory; the files were just written, so nothing waits
for a disk. Memory is what the process grew by when it opened the index and asked {QUESTIONS} questions.

![Disk and memory by number of chunks](scale-space.svg)

## Retrieval

{table(RETRIEVAL, rows)}

{QUESTIONS} questions of six words of a chunk, each asked once. Together is `Index.search`: both routes, their weighing
and the look at single sentences. Recall is measured against multiplying every stored vector in numpy.

![Time of one question by number of chunks](scale-retrieval.svg)

## One article changes

{table(CHANGES, rows)}

Each until the next search shows it. First in an index that stays open; then by a command, which opens the index,
changes it and closes it, while the search is that of another index that stays open.

![Seconds of writing, opening and changing by number of chunks](scale-seconds.svg)

## Budgets at {AT:,} chunks

{_budgets(report)}

{_how(rows)}

{ways(rows)}
"""


def _budgets(report: Report) -> str:
    last = report.rows[-1]
    found = standings(report.rows)
    head = ["", "budget", f"at {last.chunks:,}, measured", f"at {AT:,}", ""]
    if last.chunks >= AT:
        head.pop(2)
    return _lines([head, *(_budget_line(s, last, len(head)) for s in found)])


def _budget_line(standing: Standing, last: Row, width: int) -> list[str]:
    budget = standing.budget
    sign = "at least" if budget.at_least else "at most"
    there = "not measured" if standing.value is None else _value(budget, standing.value, standing.busy)
    cells = [
        budget.name,
        f"{sign} {_value(budget, budget.limit)}",
        _value(budget, getattr(last, budget.field), last.busy.get(budget.field)),
        f"{there}, measured" if standing.measured else f"*{there}, extrapolated*" if standing.value else there,
        _verdict(standing),
    ]
    return cells if width == len(cells) else cells[:2] + cells[3:]


def _value(budget: Budget, value: float, busy: float | None = None) -> str:
    unit = f" {budget.unit}" if budget.unit else ""
    return f"{number(value)}{unit}" + (f" ({number(busy)})" if busy is not None else "")


def _verdict(standing: Standing) -> str:
    if standing.value is None:
        return "open"
    if standing.kept:
        return "kept" if standing.measured else "would be kept"
    times = standing.value / standing.budget.limit
    how = f"by {times - 1:.0%}" if times < 2 else f"{times:.1f} times the budget"
    if standing.budget.at_least:
        how = f"by {standing.budget.limit - standing.value:.3f}"
    word = "missed" if standing.measured else "would be missed"
    if standing.busy is not None and standing.busy <= standing.budget.limit:
        how += "; not by the time of the processor"
    return f"**{word}**: {how}"


def _how(rows: Sequence[Row]) -> str:
    last = rows[-1]
    if last.chunks >= AT:
        return f"All of it was measured at {last.chunks:,} chunks."
    if len(rows) < 2 or last.chunks < NEAREST:
        return f"These sizes say nothing of {AT:,}: measure two at least, and {NEAREST:,} chunks."
    return (
        f"{AT:,} was not measured, {last.chunks:,} was. What is extrapolated lies on the straight line through "
        f"{rows[-2].chunks:,} and {last.chunks:,}: a fixed part, and one for each chunk. "
        f"`python -m bench.scale --most {AT}` measures it."
    )
