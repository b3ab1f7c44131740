"""Time twice: by the clock, and that of the processor alone, which others' work beside it hardly touches."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Took:
    """Seconds of a block, once it is left."""

    wall: float = 0.0
    busy: float = 0.0
    """Of the processor, all threads of this process together."""


@contextmanager
def timed() -> Iterator[Took]:
    """Time a block."""
    took = Took()
    wall, busy = time.perf_counter(), time.process_time()
    yield took
    took.wall, took.busy = time.perf_counter() - wall, time.process_time() - busy


def both(took: Mapping[str, Took]) -> dict[str, Any]:
    """Return times by name as a step prints them: those of the clock, and under `busy` those of the processor."""
    return {name: t.wall for name, t in took.items()} | {"busy": {name: t.busy for name, t in took.items()}}
