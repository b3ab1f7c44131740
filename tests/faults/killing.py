"""Kills at random moments while six processes work on one index."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.look import look, settle
from tests.faults.pile import Pile
from tests.faults.workers import WORKERS

ROOT = Path(__file__).parents[2]
ALL_AT_ONCE = 0.1
"""Share of the rounds in which all six go at one stroke, as by a power cut; then the whole file is looked through."""
LONGEST_LIFE = 0.25
"""Seconds at most between two kills: an update takes some 30 ms."""


class Nursery:
    """The process that forks the workers; a context manager that leaves none behind."""

    def __init__(self, index: Path, pile: Path, failures: Path) -> None:
        command = [sys.executable, "-m", "tests.faults.nursery", str(index), str(pile), str(failures)]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._failures = failures
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env, cwd=ROOT
        )
        self.alive: dict[str, int] = {}

    def start(self, kind: str, seed: int) -> None:
        """Start a worker of a kind."""
        self.alive[kind] = self._tell(f"start\t{kind}\t{seed}")

    def kill(self, kinds: list[str]) -> None:
        """Kill workers at one stroke; AssertionError for one that had ended by itself, with what it left."""
        for kind in kinds:
            os.kill(self.alive[kind], signal.SIGKILL)
        for kind in kinds:
            number = self.alive.pop(kind)
            ended = self._tell(f"reap\t{number}")
            left = self._failures / f"{number}.txt"
            assert ended == -signal.SIGKILL, left.read_text(encoding="utf-8") if left.exists() else (kind, ended)

    def _tell(self, order: str) -> int:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for number in self.alive.values():
            os.kill(number, signal.SIGKILL)
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@dataclass(slots=True)
class Killed:
    """What a run of kills came to."""

    by_kind: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    settled: int = 0
    most_articles: int = 0

    @property
    def kills(self) -> int:
        """Processes killed."""
        return self.by_kind.total()


def run_kills(folder: Path, kills: int, seed: int) -> Killed:
    """Kill at least so many workers under `folder`, and look at the index after each stroke; AssertionError if bad."""
    rng = random.Random(seed)
    pile, index, failures = Pile(folder / "pile"), folder / "index", folder / "failures"
    pile.fill()
    failures.mkdir()
    done = Killed()
    with Nursery(index, pile.folder, failures) as nursery:
        while done.kills < kills:
            for kind in WORKERS:
                if kind not in nursery.alive:
                    nursery.start(kind, rng.randrange(2**31))
            time.sleep(rng.random() * LONGEST_LIFE)
            together = rng.random() < ALL_AT_ONCE
            struck = list(WORKERS) if together else [rng.choice(list(WORKERS))]
            nursery.kill(struck)
            done.by_kind.update(struck)
            done.looks += 1
            done.most_articles = max(done.most_articles, look(index, pile, rng))
            if together:
                settle(index, pile)
                done.settled += 1
        nursery.kill(list(WORKERS & nursery.alive.keys()))
    settle(index, pile)
    return done
