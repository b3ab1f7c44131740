"""What a request is answered with, before it becomes an `Answer`: sentences, or a table whose rows are cited."""

from dataclasses import dataclass

from ingest.types import Figure
from qa.survey.pile import Line


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table and the sentences that carry it."""

    cells: tuple[str, ...]
    lines: tuple[Line, ...]
    figures: tuple[Figure, ...] = ()
    """Figures of the lines that the cells print, in order of the lines."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to a request."""

    kind: str
    """brief, news, list, figures, statements, timeline, comparison, trend or help."""
    lines: tuple[Line, ...] = ()
    """Sentences shown as they stand, in order."""
    title: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Entry, ...] = ()
    short: str | None = None
    note: str = ""
    """What the answer is made of, and whether it is complete."""
