"""A disk that is full, a process that dies, at each write; a folder that is read-only, one without locks.

The long form lets each write fail in turn (`make faults`); here it is every 40th.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.writes.shim import COMPILER, quick_folder, run_sweep

pytestmark = pytest.mark.skipif(COMPILER is None, reason="needs Linux and a C compiler")


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
        yield Path(folder)


def test_a_disk_that_is_full_at_any_write(folder: Path) -> None:
    told = run_sweep(folder, "full", 40)
    assert "no room left on the disk" in told


def test_a_process_that_dies_in_the_midst_of_any_write(folder: Path) -> None:
    run_sweep(folder, "die", 40)


def test_a_folder_that_can_only_be_read(folder: Path) -> None:
    told = run_sweep(folder, "read-only", 1)
    assert "a removal, write 0" in told and "is read-only" in told
    assert "a question, write" not in told and "a question without vectors, write" not in told


def test_a_file_system_without_locks_is_named(folder: Path) -> None:
    lines = [line for line in run_sweep(folder, "no-locks", 1).splitlines() if ", write 0 of" in line]
    assert len(lines) == 8 and all("gives no locks" in line for line in lines)
