"""Compiles `failing.c` and runs sweeps with it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
COMPILER = shutil.which("cc") if sys.platform == "linux" else None
"""None where the shim cannot be had: it leans on /proc and on the GNU loader."""


def run_sweep(folder: Path, manner: str, every: int) -> str:
    """Sweep all steps below a folder; return what was said, or raise AssertionError with it where a trial failed."""
    assert COMPILER
    library = folder / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True)
    command = [sys.executable, "-m", "tests.faults.writes.sweep", str(folder / manner), manner, str(every)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LD_PRELOAD": str(library)}
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


def quick_folder() -> Path | None:
    """Return a folder in memory, where syncing costs nothing; None where there is none."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else None
