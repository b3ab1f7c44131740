"""Kill for as long as you like: python -m tests.faults --kills 1000 --seed 1."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.killing import run_kills

parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
parser.add_argument("--kills", type=int, default=1000)
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()
began = time.monotonic()
with tempfile.TemporaryDirectory() as folder:
    done = run_kills(Path(folder), args.kills, args.seed)
kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(done.by_kind.items()))
seconds = time.monotonic() - began
sys.stdout.write(
    f"seed {args.seed}: {done.kills} processes killed ({kinds}) in {seconds:.0f} s; the index was looked at "
    f"{done.looks} times, wholly {done.settled + 1} times; at most {done.most_articles} articles; nothing was lost\n"
)
