"""What was measured at one size, and all of it as the JSON that page and plots are drawn from."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One size. Seconds, milliseconds, MB of 1e6 bytes."""

    chunks: int
    articles: int
    write_s: float
    """The index's own work on all articles so far, saving the vectors included."""
    disk_mb: float
    open_s: float
    """Until the vectors are in memory; the file was just written, so none of it waits for a disk."""
    held_mb: float
    """What the process grew by, after all questions."""
    most_mb: float
    """What it grew by at its largest."""
    words_p50_ms: float
    words_p95_ms: float
    vectors_p50_ms: float
    vectors_p95_ms: float
    both_p50_ms: float
    both_p95_ms: float
    """`Index.search` whole: both routes, their weighing, the look at single sentences."""
    recall: float
    kind: str
    """The class of the FAISS index."""
    add_s: float
    change_s: float
    remove_s: float
    command_add_s: float
    command_change_s: float
    command_remove_s: float
    busy: dict[str, float]
    """By the name of a field, its time of the processor alone."""

    @property
    def disk_kb(self) -> float:
        """Return kB on disk for a chunk."""
        return 1000 * self.disk_mb / self.chunks


@dataclass(frozen=True, slots=True)
class Report:
    """The rows, the smallest size first, with when and on what they were measured."""

    day: str
    machine: str
    rows: tuple[Row, ...]

    def write(self, path: Path) -> None:
        """Write the report as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Report":
        """Read what `write` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["day"], data["machine"], tuple(Row(**row) for row in data["rows"]))
