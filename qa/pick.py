"""A pick: what a reader proposes as the short answer, and the sentence it was picked from."""

from dataclasses import dataclass, field

from ingest.types import Figure
from qa.passages import Candidate


@dataclass(frozen=True, slots=True)
class Pick:
    """A proposed short answer: `candidate.article.text[start:end]` or a figure of the candidate."""

    candidate: Candidate
    score: float
    short: str
    """The words shown first."""
    start: int
    end: int
    figure: Figure | None = None
    also: tuple[tuple[int, int], ...] = ()
    """Spans of further sentences the pick rests on: where a surname's full name stands."""
    fits: dict[str, float] = field(default_factory=dict)
    """What was measured of the pick, by name; the abstention rule reads it."""
