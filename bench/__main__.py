"""Measure newsdesk against a plain LangChain-style pipeline, in the same run on the same corpus.

    python -m bench [NAMES] [--quick] [--json FILE] [--keep FOLDER]

Each line shows ours, the plain pipeline's, and how many times better ours is. Ratios hold on other machines and under
load; the budgets are meant for two quiet cores.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from bench.benchmarks import ALL
from bench.built import Built
from bench.measure import machine
from bench.rows import HEAD, Row, report, show


def main() -> int:
    """Run the benchmarks named, all by default; return 0 also where a budget is missed."""
    args = _arguments()
    print(machine(), flush=True)
    print(HEAD, flush=True)
    began, rows = time.perf_counter(), []
    with tempfile.TemporaryDirectory() as folder:
        home = args.keep or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        rows = _run(args.names or list(ALL), Built(home, args.quick))
    print(f"{time.perf_counter() - began:.0f} s in all; {machine()}")
    if args.json:
        args.json.write_text(json.dumps(report(rows, machine=machine(), quick=args.quick), indent=1) + "\n")
    return 0


def _run(names: list[str], built: Built) -> list[Row]:
    rows = []
    for name in names:
        for row in ALL[name](built):
            print(show(row), flush=True)
            rows.append(row)
    return rows


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure newsdesk against a plain pipeline.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(ALL)}; all by default")
    parser.add_argument("--quick", action="store_true", help="a small corpus: a look, not a measurement")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave corpus and indexes in an empty folder")
    args = parser.parse_args()
    if strange := [name for name in args.names if name not in ALL]:
        parser.error(f"no benchmark is named {', '.join(strange)}; there are {', '.join(ALL)}")
    if args.keep and args.keep.exists() and any(args.keep.iterdir()):
        parser.error(f"{args.keep} is not empty")
    return args


if __name__ == "__main__":
    sys.exit(main())
