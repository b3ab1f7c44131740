"""The last stage: judge the picks, answer with the best that stands, or decline."""

from dataclasses import replace
from typing import TYPE_CHECKING

from qa.cite import Citations
from qa.compose import compose, decline
from qa.pick import Pick
from qa.read import pick_sentence
from qa.trust import Trust, judge

if TYPE_CHECKING:
    from index.index import Index
    from qa.chain import Work

# Picks that are judged before newsdesk declines: an objection to the first may not hold for the next.
JUDGED = 6


def finish(work: "Work", index: "Index") -> "Work":
    """Return the work with its answer."""
    citations = Citations()
    judged = [(pick, _judge(work, pick)) for pick in work.picks[:JUDGED]]
    chosen = next(((pick, trust) for pick, trust in judged if trust.answers), None)
    assert work.question is not None
    if chosen is None:
        nearest, trust = judged[0] if judged else (_first_sentence(work), None)
        return replace(work, answer=decline(work.question, nearest, trust, citations))
    return replace(work, answer=compose(work.question, chosen[0], chosen[1], citations))


def _judge(work: "Work", pick: Pick) -> Trust:
    assert work.question is not None
    features = next(s.features for s in work.ranked if s.candidate is pick.candidate)
    return judge(work.question, pick, features, work.weights, work.most)


def _first_sentence(work: "Work") -> Pick | None:
    if not work.ranked:
        return None
    best = work.ranked[0]
    return pick_sentence(best.candidate, best.score)
