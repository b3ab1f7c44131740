"""Changes an index without end; `test_kill` kills it. Run as: kill_child.py FOLDER.

For each seed read from stdin a process is forked (its imports are done), its number is written to stdout once
the index is open, and when it was killed the next seed is read.
"""

import os
import random
import sys
import tempfile
from pathlib import Path

from fakes import FakeEncoder, make_document

from index import Index

IDS = [f"a{n}" for n in range(12)]


def version(id: str, number: int):
    """Make version `number` of an article: every sentence carries id and number, so that a mixture shows."""
    text = "\n\n".join(f"Item {id} has state {number} in part {part}. It goes on." for part in range(1 + number % 5))
    return make_document(id, text, title=f"{id} {number}", signature=tuple(range(number % 3, 128 + number % 3)))


def main(folder: Path, seed: int) -> None:
    rng = random.Random(seed)
    with Index.open(folder, encoder=FakeEncoder(), create=True) as index:
        sys.stdout.write(f"{os.getpid()}\n")
        sys.stdout.flush()
        while True:
            present = [listing.id for listing in index.listings()]
            if present and rng.random() < 0.25:
                index.remove(rng.choice(present))
            else:
                index.put([version(id, rng.randrange(1000)) for id in rng.sample(IDS, rng.randrange(1, 4))])
            if rng.random() < 0.3:
                index.save_vectors(always=True)


def warm() -> None:
    """Import what a change imports, by making one: on a busy machine that alone takes longer than a process lives."""
    with tempfile.TemporaryDirectory() as folder, Index.open(folder, encoder=FakeEncoder(), create=True) as index:
        index.put([version("a0", 1)])
        index.save_vectors(always=True)


if __name__ == "__main__":
    warm()
    for line in sys.stdin:
        if pid := os.fork():
            os.waitpid(pid, 0)
            sys.stdout.write("gone\n")
            sys.stdout.flush()
        else:
            main(Path(sys.argv[1]), int(line))
