"""newsdesk ingest and newsdesk samples: articles into the index."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.console import Console
from ui.cli.errors import DONE, FAILED
from ui.cli.options import add_index, add_json, add_loudness

if TYPE_CHECKING:
    from index import Summary
    from ingest.raw import Failure, Note
    from qa.desk import Newsdesk


def add_ingest(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk ingest` takes."""
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="PATH|URL|-",
        help="a file, a folder with all below it, a feed, a sitemap or a web address; - reads standard input",
    )
    parser.add_argument("--allow-private", action="store_true", help="fetch private and loopback addresses too")
    parser.add_argument("--follow-links", action="store_true", help="read what symbolic links out of a folder lead to")
    _add_common(parser)


def add_samples(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk samples` takes."""
    _add_common(parser)


def _add_common(parser: argparse.ArgumentParser) -> None:
    add_json(parser, "the summary")
    add_loudness(parser, "each article as it comes in and how long it took")
    add_index(parser)


def run_ingest(args: argparse.Namespace, console: Console) -> int:
    """Read inputs into the index; 1 where any of them failed."""
    allowed = {"allow_private": args.allow_private, "follow_links": args.follow_links}
    summary = _ingest(args.inputs, args.index, console, **allowed)
    return _report(summary, args.json, console)


def run_samples(args: argparse.Namespace, console: Console) -> int:
    """Read the bundled articles into the index."""
    return _report(ingest_samples(args.index, console), args.json, console)


def ingest_samples(folder: str | None, console: Console) -> "Summary":
    """Read the bundled articles into the index of a folder; return what came of it."""
    return _ingest([samples_folder()], folder, console)


def samples_folder() -> str:
    """Return the folder of the bundled articles, relative where it stands below the working folder."""
    import ingest

    folder = Path(ingest.__file__).parent / "samples"
    return os.path.relpath(folder) if folder.is_relative_to(Path.cwd()) else str(folder)


def _ingest(inputs: Sequence[str], folder: str | None, console: Console, **allowed: bool) -> "Summary":
    with console.desk(folder, create=True) as desk:
        return ingest_into(desk, inputs, console, **allowed)


def ingest_into(desk: "Newsdesk", inputs: Sequence[str], console: Console, **allowed: bool) -> "Summary":
    """Read inputs into an open desk with a display of progress; return what came of it."""
    from time import perf_counter

    from ui.show.terminal.progress import show_progress
    from ui.show.terminal.stages import say_timings

    began = perf_counter()
    with show_progress(console, "articles") as progress:

        def tell(done: int, total: int | None, name: str) -> None:
            progress(done, total, name)
            if name:
                console.detail(f"{name}: {done:,} of {total:,}" if total else f"{name}: {done:,}")

        summary = desk.ingest(list(inputs), progress=tell, **allowed)
    console.detail(say_timings({"reading and storing": (perf_counter() - began) * 1000}))
    return summary


def _report(summary: "Summary", as_json: bool, console: Console) -> int:
    tell_summary(summary, console, as_json=as_json)
    return FAILED if summary.failed else DONE


def tell_summary(summary: "Summary", console: Console, *, as_json: bool = False) -> None:
    """Print the counts on standard output; on standard error notes and failures, a line for each file and reason."""
    from ui.show.terminal.told import say_told

    for line in say_told(summary.notes):
        console.hint(line)
    for line in say_told(summary.failed, "rows failed"):
        console.say(line)
    if as_json:
        console.json(_to_dict(summary))
    else:
        console.line(say_summary(summary))


def _to_dict(summary: "Summary") -> dict[str, object]:
    counts = {name: getattr(summary, name) for name in ("added", "changed", "unchanged", "duplicates", "removed")}
    told: dict[str, Sequence[Note | Failure]] = {"failed": summary.failed, "notes": summary.notes}
    return counts | {
        name: [{"source": one.source, "reason": one.reason} for one in items] for name, items in told.items()
    }


def say_summary(summary: "Summary") -> str:
    """Return the counts in one line; "nothing changed" where that is so."""
    parts = [
        f"{count:,} {word}"
        for count, word in (
            (summary.added, "added"),
            (summary.changed, "changed"),
            (summary.unchanged, "unchanged"),
            (summary.duplicates, "the same as others"),
            (summary.removed, "removed"),
            (len(summary.failed), "failed"),
        )
        if count
    ]
    nothing = not (summary.added or summary.changed or summary.removed)
    return ": ".join(filter(None, ["nothing changed" if nothing else "", ", ".join(parts)]))
