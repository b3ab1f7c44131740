"""The last stage: judge the picks, compare with other articles, answer with what stands, or decline."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.types import FigureKind
from qa.about_article import Field, asked_field, tell
from qa.arithmetic import arithmetic
from qa.check import checked_pick
from qa.cite import Citations
from qa.compose import NOT_SAID, compose, decline
from qa.disagree import Compared, compare, newest
from qa.disagree_dates import compare_dates
from qa.passages import Candidate
from qa.pick import Pick
from qa.read import pick_sentence
from qa.trust import Trust, judge
from qa.types import Answer, Claim, Verdict

if TYPE_CHECKING:
    from index.index import Index
    from qa.chain import Work

# Picks that are judged before newsdesk declines: an objection to the first may not hold for the next.
JUDGED = 6
# A pick so much below the first is not what was asked for, even when nothing speaks against it.
WITHIN = 4.0
# A statement is answered with up to so many sentences, each nearly as good as the first.
SENTENCES = 3
NEARLY = 2.5
# ... and nearly as near in meaning.
AS_NEAR = 0.55


def finish(work: "Work", index: "Index") -> "Work":
    """Return the work with its answer."""
    assert work.question is not None
    calculated = arithmetic(work, index)
    if calculated is not None:
        return replace(work, answer=calculated)
    field = asked_field(work.question.text)
    if field is not None and work.ranked:
        return replace(work, answer=_from_record(work, field))
    citations = Citations()
    pick, trust = best_pick(work)
    if pick is None or trust is None or not trust.answers:
        return replace(work, answer=decline(work.question, pick, trust, citations))
    return replace(work, answer=_answer(work, index, pick, trust, citations))


def best_pick(work: "Work") -> tuple[Pick | None, Trust | None]:
    """Return the first pick nothing speaks against, else the first of all (the nearest thing said), judged."""
    near = [p for p in work.picks[:JUDGED] if p.score >= work.picks[0].score - WITHIN]
    judged = [(pick, _judge(work, pick)) for pick in near]
    # What is objected to gives way to the next; what is merely doubtful does not: the next would be more so.
    standing = next(((pick, trust) for pick, trust in judged if trust.reason is None), None)
    if standing is not None:
        return standing
    return judged[0] if judged else (_first_sentence(work), None)


def _answer(work: "Work", index: "Index", pick: Pick, trust: Trust, citations: Citations) -> Answer:
    assert work.question is not None
    compared = Compared()
    if pick.figure is not None:
        dated = pick.figure.kind is FigureKind.DATE
        pick = pick if dated else newest(work.question, pick, work.picks)
        citations.cite(pick.candidate)
        with_others = compare_dates if dated else compare
        compared = with_others(
            work.question, pick, work.picks, index.voices({p.candidate.article.id for p in work.picks}), citations
        )
        if compared.replaced_by is not None:
            pick = compared.replaced_by
            citations = Citations()
            compared = Compared(notes=("a later article of the same publisher corrects the earlier figure",))
    pick, verdict = checked_pick(pick)
    return compose(
        work.question,
        pick,
        trust,
        citations,
        more=_more(work, pick),
        disagreements=compared.disagreements,
        notes=(*compared.notes, *_unchecked(verdict)),
    )


def _unchecked(verdict: Verdict) -> tuple[str, ...]:
    """Say what of the short answer was left out because the cited sentence does not surely carry it."""
    if verdict is Verdict.SUPPORTED:
        return ()
    return (f"shown as the sentence gives it: its reading did not pass the check ({verdict.value})",)


def _more(work: "Work", pick: Pick) -> list[Pick]:
    """Return further sentences for a statement: those that follow the first in its article and rank nearly as high."""
    if pick.short:
        return []
    others = [
        p
        for p in work.picks
        if p is not pick
        and p.candidate.article.id == pick.candidate.article.id
        and p.score >= pick.score - NEARLY
        and abs(p.candidate.number - pick.candidate.number) <= SENTENCES
        and _belongs(work, pick, p)
    ]
    return others[: SENTENCES - 1]


def _belongs(work: "Work", pick: Pick, other: Pick) -> bool:
    """A sentence beside the first is its context; one further off must answer by itself."""
    if abs(other.candidate.number - pick.candidate.number) == 1:
        return True
    return other.candidate.cosine >= pick.candidate.cosine * AS_NEAR and _judge(work, other).answers


def _judge(work: "Work", pick: Pick) -> Trust:
    assert work.question is not None
    features = next(s.features for s in work.ranked if s.candidate is pick.candidate)
    return judge(work.question, pick, features, work.weights, work.most)


def _first_sentence(work: "Work") -> Pick | None:
    if not work.ranked:
        return None
    best = work.ranked[0]
    return pick_sentence(best.candidate, best.score)


def _from_record(work: "Work", field: Field) -> Answer:
    """Answer a question about an article itself from its record; its best sentence shows which article is meant."""
    assert work.question is not None
    candidate: Candidate = work.ranked[0].candidate
    citations = Citations()
    key = citations.cite(candidate)
    told = tell(candidate.article, field)
    abstained = told.short is None
    return Answer(
        question=work.question.text,
        answer=NOT_SAID if abstained else f"{told.short}.\n{told.sentence} [{key}]",
        short=told.short,
        abstained=abstained,
        missing=told.sentence if abstained else None,
        reader="extractive",
        claims=() if abstained else (Claim(told.sentence, (key,)),),
        citations=citations.all(),
        confidence=0.9,
    )
