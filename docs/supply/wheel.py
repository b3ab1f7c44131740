"""Builds the wheel of a clean copy of the sources, without a network: python -m docs.supply.wheel [FOLDER]."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.supply.needed import ROOT

PACKAGES = ("ingest", "index", "qa", "ui", "eval")
BESIDE = ("pyproject.toml", "README.md", "LICENSE")


def sources() -> set[str]:
    """Return the files of the packages, seen from the root; caches and hidden files are none of them."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT) for path in files}
    return {n.as_posix() for n in names if "__pycache__" not in n.parts and not any(p[0] == "." for p in n.parts)}


def build(folder: Path) -> Path:
    """Build the wheel into a folder and return it; CalledProcessError where it cannot be built.

    From a copy, because setuptools takes what an earlier build left behind.
    """
    with tempfile.TemporaryDirectory() as copy:
        for name in sorted(sources() | set(BESIDE)):
            (Path(copy) / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, Path(copy) / name)
        how = ["--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--disable-pip-version-check"]
        command = [sys.executable, "-m", "pip", "wheel", *how, "--wheel-dir", str(folder), copy]
        subprocess.run(command, check=True, capture_output=True, text=True)
    (wheel,) = folder.glob("newsdesk-*.whl")
    return wheel


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "wheel"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    sys.stdout.write(f"{build(target)}\n")
