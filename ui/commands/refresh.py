"""newsdesk refresh: the web addresses of the index, read again."""

import argparse
from typing import TYPE_CHECKING

from ui.cli.console import Console
from ui.cli.errors import DONE, FAILED
from ui.cli.options import add_index, add_json, add_loudness, words

if TYPE_CHECKING:
    from index.refreshing import Refreshed


def add_refresh(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk refresh` takes."""
    parser.add_argument(
        "addresses", nargs="*", type=words, metavar="URL", help="only this feed or page; all of the index by default"
    )
    parser.add_argument("--allow-private", action="store_true", help="fetch private and loopback addresses too")
    add_json(parser, "the summary")
    add_loudness(parser, "each address as it is done and how long it took")
    add_index(parser)


def run_refresh(args: argparse.Namespace, console: Console) -> int:
    """Read the addresses again; 1 where any of them failed, 0 where some are gone."""
    from time import perf_counter

    from ui.show.terminal.progress import show_progress
    from ui.show.terminal.stages import say_timings

    began = perf_counter()
    with console.desk(args.index) as desk, show_progress(console, "addresses") as progress:

        def tell(done: int, total: int | None, name: str) -> None:
            progress(done, total, name)
            if name:
                console.detail(f"{name}: {done + 1:,} of {total:,}" if total else name)

        found = desk.refresh(args.addresses, progress=tell, allow_private=args.allow_private)
    console.detail(say_timings({"reading and storing": (perf_counter() - began) * 1000}))
    _report(found, args.json, console)
    return FAILED if found.failed else DONE


def _report(found: "Refreshed", as_json: bool, console: Console) -> None:
    from ui.show.terminal.refreshed import say_failures, say_refreshed, to_dict
    from ui.show.terminal.told import say_told

    for line in say_told(found.notes):
        console.hint(line)
    for line in say_failures(found.gone):
        console.hint(f"{line}; what was read of it stays, `newsdesk remove` takes it out")
    for line in say_failures(found.failed):
        console.say(line)
    if as_json:
        console.json(to_dict(found))
    else:
        console.line(say_refreshed(found))
