"""Forks workers for whoever kills them. Run as: python -m tests.faults.nursery INDEX PILE FAILURES.

Read from stdin, a line each: `start KIND SEED` (answered by the number of the process) and `reap NUMBER` (answered by
how it ended: minus the signal, or its exit code). All imports are done once, so that a start takes milliseconds.
"""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from tests.faults.pile import Pile
from tests.faults.workers import ask, ingest, open_desk, work


def warm() -> None:
    """Import what reading and asking import, by doing both once."""
    import random

    with tempfile.TemporaryDirectory() as folder:
        pile = Pile(Path(folder) / "pile")
        pile.fill()
        with open_desk(Path(folder) / "index", create=True) as desk:
            ingest(desk, pile, random.Random(0))
            for seed in range(12):
                ask(desk, pile, random.Random(seed))


def live(kind: str, seed: int, folder: Path, pile: Path, failures: Path) -> None:
    """Work until killed; whatever ends the work otherwise is written down."""
    try:
        work(kind, folder, Pile(pile), seed)
    except BaseException:
        (failures / f"{os.getpid()}.txt").write_text(f"{kind}\n{traceback.format_exc()}", encoding="utf-8")
    finally:
        os._exit(1)


def main(index: str, pile: str, failures: str) -> None:
    """Serve until stdin ends."""
    warm()
    for line in sys.stdin:
        order, *rest = line.rstrip("\n").split("\t")
        if order == "reap":
            answer = os.waitstatus_to_exitcode(os.waitpid(int(rest[0]), 0)[1])
        else:
            answer = os.fork()
            if not answer:
                live(rest[0], int(rest[1]), Path(index), Path(pile), Path(failures))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
