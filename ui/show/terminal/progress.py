"""How far a long command is: a bar with rate and remaining time on a terminal, plain lines elsewhere.

The only file that imports rich.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from ui.show.terminal.text import one_line

if TYPE_CHECKING:
    from ui.cli.console import Console

Progress = Callable[[int, int | None, str], None]
"""Called as progress(done, total, name); total is None while it is not known."""

# Seconds between two plain lines: seldom enough for a log file, often enough to see that it lives.
PLAIN_EVERY = 5.0
_NAME_CELLS = 28


@contextmanager
def show_progress(console: "Console", what: str) -> Iterator[Progress]:
    """Hold a display of progress for a block, unless the console is quiet; `what` names the things that are counted."""
    if console.quiet:
        yield lambda done, total, name: None
    elif console.err.isatty():
        with _bar(console.err, what) as progress:
            yield progress
    else:
        yield plain_progress(console.say, what)


def plain_progress(say: Callable[[str], None], what: str, clock: Callable[[], float] = time.monotonic) -> Progress:
    """Return a progress that says a line every PLAIN_EVERY seconds, none for work that is done sooner."""
    began = clock()
    last = began

    def progress(done: int, total: int | None, name: str) -> None:
        nonlocal last
        now = clock()
        if now - last >= PLAIN_EVERY:
            last = now
            say(say_progress(done, total, now - began, what))

    return progress


def say_progress(done: int, total: int | None, seconds: float, what: str) -> str:
    """Return "120 of 638 articles, 34 a second, 15 s left"."""
    rate = done / seconds if seconds > 0 else 0.0
    text = f"{done:,} of {total:,} {what}" if total else f"{done:,} {what}"
    if rate > 0:
        text += f", {say_rate(rate)}"
        if total and total > done:
            text += f", {say_seconds((total - done) / rate)} left"
    return text


def say_rate(rate: float) -> str:
    """Return a rate per second, or per minute where that is less than one."""
    return f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:.0f} a minute"


def say_seconds(seconds: float) -> str:
    """Return a stretch of time in the two largest units that matter."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def _bar(stream: TextIO, what: str) -> Iterator[Progress]:
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),  # a file's name is data, never markup
    )
    began = time.monotonic()
    with RichProgress(*columns, console=RichConsole(file=stream), transient=True) as bars:
        task = bars.add_task("", total=None, rate="")

        def progress(done: int, total: int | None, name: str) -> None:
            rate = say_rate(done / max(time.monotonic() - began, 1e-6)) if done else ""
            bars.update(task, completed=done, total=total, rate=rate, description=shorten(name))

        yield progress


def shorten(name: str) -> str:
    """Return the end of a name, which tells files apart, in a fixed width."""
    line = one_line(name)
    return line if len(line) <= _NAME_CELLS else "…" + line[-_NAME_CELLS + 1 :]
