"""Taking measurements: a child process with its time and memory, percentiles, the machine. Standard library only.

The process that runs the benchmarks stays small on purpose: on Linux a child's peak memory (`ru_maxrss`) is at least
what its parent held when it was started.
"""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """What a child process took, and what it wrote to standard output."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of all cores, user and system."""
    peak_mb: float
    """Most memory it held, in MB of 1e6 bytes."""
    out: str

    @property
    def data(self) -> Any:
        """The last line of its output as JSON."""
        return json.loads(self.out.splitlines()[-1])


def run(command: Sequence[str], *, loud: bool = False, **environ: str) -> Run:
    """Run a command from the root of the checkout and measure it; `loud` passes on what it says on standard error.

    Raises:
        RuntimeError: it failed; the message ends with what it said.
    """
    # A user's Python writes its compiled modules; a setting of this shell against it is none of the program's cost.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    settings = inherited | {"HF_HUB_OFFLINE": "1"} | environ
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None and child.stderr is not None
    with child.stdout, child.stderr:
        out, err = _read_both(child, loud)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {child.returncode}: {err.strip()[-800:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, out)


def _read_both(child: "subprocess.Popen[str]", loud: bool) -> tuple[str, str]:
    """Read standard output and error to their ends without waiting for the child (which `wait4` must)."""
    from threading import Thread

    assert child.stdout is not None and child.stderr is not None
    errors: list[str] = []

    def read_errors(pipe: IO[str]) -> None:
        for said in pipe:
            errors.append(said)
            if loud:
                print(said, end="", file=sys.stderr, flush=True)

    reader = Thread(target=read_errors, args=(child.stderr,))
    reader.start()
    out = child.stdout.read()
    reader.join()
    return out, "".join(errors)


def python(module: str, *args: str) -> list[str]:
    """Return the command that runs a module of this checkout with this Python."""
    return [sys.executable, "-m", module, *args]


def script(name: str) -> str:
    """Return the path of a console script beside this Python."""
    return str(Path(sys.executable).parent / name)


def middle(runs: Sequence[Run]) -> Run:
    """Return the medians of several runs of one command."""
    return Run(median(r.wall for r in runs), median(r.cpu for r in runs), median(r.peak_mb for r in runs), runs[-1].out)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies: nearest rank, the smallest value for 0."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.5) - 1))]


def folder_mb(folder: Path) -> float:
    """Return the size of the files in a folder, in MB of 1e6 bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def machine() -> str:
    """Return one line on where and when this runs, with the load: numbers taken beside others' work are slower."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{_processor()}, {cores} cores, {platform.system()}, Python {platform.python_version()}, load {load:.1f}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()
