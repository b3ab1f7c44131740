"""What this process holds in memory, in MB of 1e6 bytes."""

import resource
import sys
from pathlib import Path


def held_mb() -> float:
    """Return what is resident now; where the system does not say it, the most that ever was."""
    return _status("VmRSS")


def most_mb() -> float:
    """Return the most that ever was resident."""
    return _status("VmHWM")


def _status(name: str) -> float:
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
    return next(float(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(name))
