"""Let every single write fail: python -m tests.faults.writes."""

import sys
import tempfile
import time
from pathlib import Path

from tests.faults.writes.shim import quick_folder, run_sweep

for manner in ("full", "die", "read-only", "no-locks"):
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
        told = run_sweep(Path(folder), manner, 1).splitlines()
    sys.stdout.write(f"{told[-1]} in {time.monotonic() - began:.0f} s; all left the old state or the new one\n")
