"""newsdesk watch: folders into the index, as files come and change."""

import argparse
import re
import time
from collections.abc import Callable
from pathlib import Path

from ingest.errors import InputError
from ui.cli.console import Console
from ui.cli.errors import DONE
from ui.cli.options import add_index, add_loudness, shown

# Seconds between two looks: a listing of ten thousand files takes a tenth of one.
EVERY = 2.0


def add_watch(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk watch` takes."""
    parser.add_argument("folders", nargs="+", metavar="DIR", help="a folder, with all below it")
    parser.add_argument(
        "--every", type=_seconds, metavar="SECONDS", default=EVERY, help=f"time between two looks (default {EVERY:g})"
    )
    add_loudness(parser, "how long each reading took")
    add_index(parser)


def _seconds(text: str) -> float:
    if re.fullmatch(r"[0-9]{1,5}(?:[.][0-9]{1,3})?", text) and float(text) > 0:
        return float(text)
    raise argparse.ArgumentTypeError(f"{shown(text)} is not a number of seconds")


def run_watch(args: argparse.Namespace, console: Console, *, sleep: Callable[[float], None] = time.sleep) -> int:
    """Read what is in the folders, and then what comes or changes, until Ctrl-C, which is no failure here."""
    from ingest.watching import Watched
    from ui.commands.ingest import ingest_into, tell_summary

    for folder in args.folders:
        if not Path(folder).is_dir():
            raise InputError(f"{folder} is no folder; name a folder to watch, or read a file with `newsdesk ingest`")
    watched = Watched(args.folders)
    try:
        with console.desk(args.index, create=True) as desk:
            console.hint(f"watching {', '.join(args.folders)}; Ctrl-C ends it")
            while True:
                if changed := watched.changed():
                    tell_summary(ingest_into(desk, changed, console), console)
                    console.out.flush()
                sleep(args.every)
    except KeyboardInterrupt:
        console.hint("no longer watching; what was stored stays")
    return DONE
