"""The three plots of the page."""

from collections.abc import Sequence

from bench.scale.plot import Line, plot
from bench.scale.rows import Row


def draw_plots(rows: Sequence[Row]) -> dict[str, str]:
    """Return the plots by the name of their file."""

    def line(name: str, field: str, look: int, thin: bool = False) -> Line:
        return Line(name, tuple((row.chunks, getattr(row, field)) for row in rows), look, thin)

    retrieval = [
        line(f"{name}, {share}", f"{field}_{share}_ms", look, thin=share == "p50")
        for look, (name, field) in enumerate(
            (("together", "both"), ("words alone", "words"), ("vectors alone", "vectors"))
        )
        for share in ("p50", "p95")
    ]
    space = [line("on disk", "disk_mb", 0), line("memory, at most", "most_mb", 1), line("memory, held", "held_mb", 2)]
    seconds = [
        line("write all", "write_s", 4),
        line("open", "open_s", 3),
        *(
            line(f"{name}{how}", f"{prefix}{name}_s", look, thin)
            for look, name in enumerate(("add", "change", "remove"))
            for how, prefix, thin in ((" by a command", "command_", False), (", open index", "", True))
        ),
    ]
    return {
        "scale-retrieval.svg": plot("Time of one question", "ms", retrieval, [("budget of the p95 together", 100)]),
        "scale-space.svg": plot("Disk and memory", "MB", space, [("budget of memory", 4000)]),
        "scale-seconds.svg": plot("Writing, opening, changing", "s", seconds, [("budget of a change", 1)]),
    }
