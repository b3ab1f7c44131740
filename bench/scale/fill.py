"""Growing an index to a size: `python -m bench.scale.fill FOLDER FIRST LAST` puts in the articles of those numbers."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from bench.scale.clock import Took, both, timed
from bench.scale.made import CHUNKS, GivenEncoder, make_article
from index import Index
from index.updating import BATCH

SAID_EVERY = 10.0
"""Seconds between two lines of progress."""


def fill(folder: Path, first: int, last: int) -> dict[str, Any]:
    """Put articles in as `newsdesk ingest` does, a batch a transaction; return the seconds that takes the index.

    Making the articles is not counted; nor, of an ingest, is what reading and encoding them takes.
    """
    began = said = time.perf_counter()
    put = Took()
    with Index.create(folder, encoder=GivenEncoder([])) as index:
        for place in range(first, last, BATCH):
            made = [make_article(number) for number in range(place, min(place + BATCH, last))]
            with timed() as one:
                index.put_embedded(made)
            put = Took(put.wall + one.wall, put.busy + one.busy)
            now = time.perf_counter()
            if now - said > SAID_EVERY:
                said = now
                _say(place + len(made) - first, first, last, now - began)
        with timed() as save:
            index.save_vectors(always=True)
    return both({"put": put, "save": save})


def _say(done: int, first: int, last: int, took: float) -> None:
    left = took / done * (last - first - done)
    shown = f"  written: {(first + done) * CHUNKS:,} of {last * CHUNKS:,} chunks, about {left:.0f} s left"
    print(shown, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(json.dumps(fill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
