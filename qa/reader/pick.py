"""A pick: words of one sentence that may answer, with what the reader and the question's constraints make of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.types import Figure
from qa.retrieve.passages import Candidate


@dataclass(frozen=True, slots=True)
class Pick:
    """A proposed answer: `candidate.article.text[start:end]`, bound to a figure of the ledger where it is one."""

    candidate: Candidate
    score: float
    """By which picks are ordered: a logit, see `qa.decide.weigh`."""
    short: str
    """The words shown first; empty where the sentence is shown whole."""
    start: int
    end: int
    figure: Figure | None = None
    margin: float = 0.0
    """By how much the reader prefers this span to "the window does not answer", in logits."""
    also: tuple[tuple[int, int], ...] = ()
    """Spans of further sentences the pick rests on: where a surname's full name stands."""
    fits: Mapping[str, float] = field(default_factory=dict)
    """What was measured of the pick, by name."""
