"""Measure the index at sizes ten times apart, and write docs/scale.md with its plots.

    python -m bench.scale [--most CHUNKS] [--draw] [--out FOLDER] [--keep FOLDER]

One index is grown from size to size, each step and each measurement in a process of its own, on one thread. What is
going on is told on standard error. Page, plots and JSON are written at the end: half a run leaves those of the last.
"""

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.measure import ROOT, folder_mb, python, run
from bench.scale.made import CHUNKS
from bench.scale.page import write_page
from bench.scale.plots import draw_plots
from bench.scale.rows import Report, Row

LEAST, MOST = 1_000, 100_000
DATA, PAGE = "scale.json", "scale.md"


def main() -> int:
    """Measure, unless `--draw` is given, and draw."""
    args = _arguments()
    data = args.out / DATA
    if not args.draw:
        with tempfile.TemporaryDirectory() as folder:
            rows = tuple(_measured(args.keep or Path(folder) / "index", _sizes(args.most)))
        args.out.mkdir(parents=True, exist_ok=True)
        Report(date.today().isoformat(), _machine(), rows).write(data)
    report = Report.read(data)
    for name, text in {PAGE: write_page(report), **draw_plots(report.rows)}.items():
        (args.out / name).write_text(text, encoding="utf-8")
        print(args.out / name)
    return 0


def _measured(folder: Path, sizes: list[int]) -> Iterator[Row]:
    """Grow an index to each number of articles and measure it there."""
    first, put, busy = 0, 0.0, 0.0
    for last in sizes:
        _say(f"{last * CHUNKS:,} chunks: writing")
        wrote = _step("fill", folder, first, last)
        put += wrote["put"]
        busy += wrote["busy"]["put"]
        disk = folder_mb(folder)
        _say(f"{last * CHUNKS:,} chunks: searching")
        found = _step("find", folder, last)
        _say(f"{last * CHUNKS:,} chunks: changing")
        changed = _step("change", folder, last)
        took = {"write_s": busy + wrote["busy"]["save"]} | found.pop("busy") | changed.pop("busy")
        yield Row(articles=last, write_s=put + wrote["save"], disk_mb=disk, **found, **changed, busy=took)
        first = last


def _step(name: str, *args: object) -> Any:
    """Run a step in a process of its own and return what it found."""
    return run(python(f"bench.scale.{name}", *map(str, args)), loud=True, OMP_NUM_THREADS="1").data


def _sizes(most: int) -> list[int]:
    """Return numbers of articles: those of a thousand chunks and ten times as many each, and of the most."""
    below = []
    size = LEAST
    while size < most:
        below.append(size)
        size *= 10
    return [chunks // CHUNKS for chunks in (*below, most)]


def _machine() -> str:
    """Return one line on what it ran on; the load says whether others worked beside it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    named = {1: "one core", 2: "two cores"}.get(cores or 0, f"{cores} cores")
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    load = f", load {os.getloadavg()[2]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{named} (one is used), {versions}{load}"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description="Measure the index by size.")
    parser.add_argument(
        "--most",
        type=int,
        default=MOST,
        metavar="CHUNKS",
        help=f"the largest size, {MOST} by default; 1000000 takes long",
    )
    parser.add_argument("--draw", action="store_true", help=f"measure nothing: draw again from {DATA}")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", metavar="FOLDER", help="where all is written: docs/")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the index in a folder that is empty or new")
    args = parser.parse_args()
    if args.most < CHUNKS:
        parser.error(f"an article has {CHUNKS} chunks: --most is at least that")
    if args.keep and args.keep.exists() and any(args.keep.iterdir()):
        parser.error(f"{args.keep} is not empty")
    if args.draw and not (args.out / DATA).is_file():
        parser.error(f"there is no {args.out / DATA} to draw from: run it without --draw")
    return args


if __name__ == "__main__":
    sys.exit(main())
