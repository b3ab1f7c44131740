"""Six processes on one index, killed at random moments; `make faults` does the same for longer."""

import os
from pathlib import Path

import pytest

from tests.faults.killing import run_kills


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill")
def test_kills_while_six_processes_work(tmp_path: Path) -> None:
    done = run_kills(tmp_path, kills=60, seed=20261)
    assert done.settled and done.most_articles > 5
