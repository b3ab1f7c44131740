"""The work on one question: what the stages of the chain hand from one to the next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.types import Hit
from qa.answer.cite import Citations
from qa.compare.figures import Compared
from qa.decide.weigh import THRESHOLD, Trust
from qa.reader.pick import Pick
from qa.retrieve.rank import Scored
from qa.types import PASSAGES, Answer
from qa.understand.question import Question


@dataclass(frozen=True, slots=True)
class Work:
    """A question on its way to an answer; once `answer` is set the stages behind let it pass."""

    text: str
    as_of: date | None = None
    k: int = PASSAGES
    previous: tuple[str, ...] = ()
    dated_only: bool = False
    """Leaves out articles without a date."""
    least: float = THRESHOLD
    """The confidence below which the question is declined."""
    understood: str | None = None
    """A follow-up, or a question with slips, as it was written out."""
    asked: Question | None = None
    sought: Question | None = None
    """What is searched for where it is more than what is asked: the whole of a question of which this is a part."""
    hits: Sequence[Hit] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    """Rarity of each stem of the question."""
    most: float = 1.0
    """Rarity of a word that stands in no article."""
    ranked: Sequence[Scored] = ()
    picks: Sequence[Pick] = ()
    """Best first."""
    judged: Sequence[tuple[Pick, Trust]] = ()
    """The first picks, each with how far it can be trusted."""
    chosen: Pick | None = None
    """The pick that answers, else the nearest thing said."""
    trust: Trust | None = None
    """How far `chosen` can be trusted; None where it is only the nearest sentence."""
    compared: Compared = field(default_factory=Compared)
    citations: Citations | None = None
    """What was cited when other articles were compared; the answer goes on numbering from it."""
    notes: tuple[str, ...] = ()
    answer: Answer | None = None
    timings: Mapping[str, float] = field(default_factory=dict)

    @property
    def question(self) -> Question:
        """The question as understood."""
        assert self.asked is not None, "the stage `understand` comes first"
        return self.asked


Stage = Callable[[Work], Work]
