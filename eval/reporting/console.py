"""What an evaluation shows in a terminal; the only file of eval that imports rich."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from eval.reporting.results import Results
from eval.running.batch import Tally

# Columns of the table of systems: heading, measure. The README quotes it.
COLUMNS = (
    ("correct", "accuracy"),
    ("figures", "figure accuracy"),
    ("right place", "right place"),
    ("answers right", "answered right"),
    ("declines right", "abstention recall"),
    ("unsupported", "unsupported figures"),
    ("recall@5", "recall@5"),
    ("MRR", "MRR"),
)


def say_measure(value: Mapping[str, Any] | None) -> str:
    """Return "93.1 (90.2-95.6)" for a share with its interval, in percent; "-" for none."""
    if value is None:
        return "-"
    return f"{100 * value['value']:.1f} ({100 * value['low']:.1f}-{100 * value['high']:.1f})"


def system_rows(runs: Sequence[Results]) -> list[list[str]]:
    """Return the table of systems as text, one row each."""
    rows = []
    for run in runs:
        measures = run["summary"]["measures"]
        times = run["summary"].get("latency_ms")
        cells = [say_measure(measures.get(name)) for _, name in COLUMNS]
        rows.append([str(run["reader"]), *cells, f"{times['p50']:.0f}" if times else "-"])
    return rows


def headings() -> list[str]:
    """Return the headings of the table of systems."""
    return ["system", *(heading for heading, _ in COLUMNS), "p50 ms"]


def markdown_table(runs: Sequence[Results]) -> str:
    """Return the table of systems in markdown, as the README quotes it."""
    lines = [headings(), ["---"] * len(headings()), *system_rows(runs)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _console(*, error: bool = False) -> Any:
    from rich.console import Console

    # Without a terminal rich takes 80 columns and cuts the table; a file has no edge.
    return Console(stderr=error, width=None if sys.stdout.isatty() else 200)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left")
    for row in rows:
        table.add_row(*[Text(cell) for cell in row])
    return table


def print_systems(runs: Sequence[Results]) -> None:
    """Print one row for each run on a set."""
    first = runs[0]
    title = f"{first['set']}: {first['summary']['questions']} questions (percent, 95% interval)"
    _console().print(_table(title, headings(), system_rows(runs)))


def print_results(results: Results) -> None:
    """Print the numbers of a run: measures, accuracy by kind, and how often each error was made."""
    summary, console = results["summary"], _console()
    title = f"{results['set']}, reader {results['reader']}, index {results['index']}"
    rows = [[name, say_measure(value), str(value["n"])] for name, value in summary["measures"].items()]
    console.print(_table(title, ["measure", "percent (95% interval)", "questions"], rows))
    kinds = [[kind, say_measure(value), str(value["n"])] for kind, value in summary["by_kind"].items() if value]
    console.print(_table("by kind", ["kind", "correct", "questions"], kinds))
    console.print(_table("verdicts", ["verdict", "answers"], [[g, str(n)] for g, n in summary["grades"].items()]))
    console.print(f"{summary['unsupported']} of {summary['figures_shown']} figures shown are unsupported")


def print_comparison(found: Mapping[str, Any]) -> None:
    """Print what changed from one run to another."""
    console = _console()
    sides = [found[side] for side in ("before", "after")]
    names = [f"{side['reader']} (index {side['index']}, code {side['code']})" for side in sides]
    rows = [_difference_row("all", found["all"])]
    rows += [_difference_row(kind, value) for kind, value in found["by_kind"].items()]
    heads = ["", "before", "after", "difference (95%)", "better", "worse", "McNemar p"]
    console.print(_table(f"{found['set']}: {names[0]} -> {names[1]}", heads, rows))
    for side in ("worse", "better"):
        for line in found[side]:
            before, after = line["before"], line["after"]
            console.print(f"{side}: {line['id']}  {before['grade']} -> {after['grade']}", markup=False, highlight=False)


def _difference_row(name: str, value: Mapping[str, Any]) -> list[str]:
    return [
        name,
        f"{100 * value['before']:.1f}",
        f"{100 * value['after']:.1f}",
        say_measure(value["difference"]),
        str(value["better"]),
        str(value["worse"]),
        f"{value['mcnemar_p']:.3g}",
    ]


def say(line: str) -> None:
    """Print a line to standard error."""
    _console(error=True).print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def show_progress(*, quiet: bool = False) -> Iterator[Callable[[Tally], None]]:
    """Show a bar with rate, remaining time and running accuracy, where standard error is a terminal and not quiet."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[score]}"),
    )
    console = _console(error=True)
    with Progress(*columns, console=console, disable=quiet or not console.is_terminal) as bar:
        task = bar.add_task("", total=None, rate="", score="")

        def show(tally: Tally) -> None:
            fresh, speed = tally.done - tally.resumed, bar.tasks[0].elapsed or 0.0
            rate = f"{fresh / speed:.1f}/s" if speed else ""
            score = f"{100 * tally.right / tally.graded:.1f}% right" if tally.graded else ""
            bar.update(task, total=tally.total, completed=tally.done, rate=rate, score=score)

        yield show


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a markdown table and the empty line after it."""
    return [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)] + [""]


def percent(share: float) -> str:
    """Return a share in percent with one decimal."""
    return f"{100 * share:.1f}"
