"""What `python -m eval.fit` measures: each question is taken through retrieval, ranking and reading."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from eval.fit_solve import Bools, Floats
from eval.load import load_questions
from eval.types import Kind
from eval.words import fold, holds_any

if TYPE_CHECKING:
    from index.index import Index
    from index.types import Hit
    from qa.chain import Work

# A short answer counts as right when its words and those of a gold answer meet so far: the usual token F1 of SQuAD.
F1_RIGHT = 0.5
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a public set or of ours; no answers: the articles do not say."""

    text: str
    answerable: bool
    answers: tuple[str, ...] = ()
    title: str = ""
    """Title of the one article that holds the answers (SQuAD)."""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one question; `right` and `rows` are of its ranked sentences."""

    asked: Asked
    rows: Floats
    """(sentences, features) in the order of `qa.rank.WEIGHTS`."""
    right: Bools
    doc_rank: int | None
    """Place of the first hit of the right article, from 1."""
    span_rank: int | None
    """Place of the first hit that holds a gold answer, from 1."""
    trust: dict[str, float] | None
    """What the logistic regression reads of the top pick."""
    objected: bool
    """Something speaks against every pick that was looked at (for the top one: `first_objected`)."""
    first_objected: bool
    probability: float
    statement: bool
    cited_right: bool
    """The sentence of the pick that stands holds a gold answer."""
    short_right: bool | None
    """Its short answer meets a gold answer; None where it has none."""
    declined: bool
    """newsdesk as it is, all thresholds in place, declines."""


def read_squad(path: Path) -> list[Asked]:
    """Return the questions of a SQuAD or XQuAD file; articles are titled as `eval.foreign` does."""
    found = []
    for document in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for number, paragraph in enumerate(document["paragraphs"], start=1):
            title = f"{document.get('title', '')}, part {number}"
            for row in paragraph["qas"]:
                answers = () if row.get("is_impossible") else tuple(a["text"] for a in row["answers"])
                found.append(Asked(row["question"], bool(answers), answers, title))
    return found


def read_ours(path: Path) -> list[Asked]:
    """Return the questions of one of our sets that stand alone and ask for one thing."""
    return [
        Asked(q.question, q.kind is not Kind.UNANSWERABLE, as_of=q.as_of)
        for q in load_questions(path)
        if q.follows is None and q.kind is not Kind.COMPARISON
    ]


def measure_question(asked: Asked, index: "Index") -> Measured:
    """Take a question through the stages of qa and keep what was measured."""
    from qa.chain import Work, examine
    from qa.finish import best_pick, finish

    work = examine(asked.text, Work(asked.text, asked.as_of), index)
    pick, judged = best_pick(work)
    trust, first_objected = _first_pick(work)
    rows, right = _ranked(work, asked)
    answer = finish(work, index).answer
    assert answer is not None
    return Measured(
        asked=asked,
        rows=rows,
        right=right,
        doc_rank=_first(hit.article.title == asked.title for hit in work.hits),
        span_rank=_first(_holds_span(hit, asked) for hit in work.hits),
        trust=trust,
        objected=judged is None or judged.reason is not None,
        first_objected=first_objected,
        probability=judged.probability if judged else 0.0,
        statement=bool(judged and judged.statement),
        cited_right=pick is not None and holds_answer(pick.candidate.text, asked.answers),
        short_right=short_right(pick.short, asked.answers) if pick is not None and pick.short else None,
        declined=answer.abstained,
    )


def _ranked(work: "Work", asked: Asked) -> tuple[Floats, Bools]:
    from qa.rank import WEIGHTS

    rows = [[float(getattr(s.features, name)) for name in WEIGHTS] for s in work.ranked]
    right = [
        s.candidate.article.title == asked.title and holds_answer(s.candidate.text, asked.answers) for s in work.ranked
    ]
    return np.array(rows, np.float64).reshape(-1, len(WEIGHTS)), np.array(right, np.bool_)


def _first_pick(work: "Work") -> tuple[dict[str, float] | None, bool]:
    """Return what is measured of the top pick, and whether something speaks against it."""
    from qa.objections import objection
    from qa.trust import trust_features

    if not work.picks or work.question is None:
        return None, True
    pick = work.picks[0]
    features = next(s.features for s in work.ranked if s.candidate is pick.candidate)
    measured = trust_features(work.question, pick, features, work.weights, work.most)
    return dict(measured), objection(work.question, pick) is not None


def _holds_span(hit: "Hit", asked: Asked) -> bool:
    return hit.article.title == asked.title and holds_answer(hit.text, asked.answers)


def _first(found: Iterator[bool]) -> int | None:
    return next((place for place, yes in enumerate(found, start=1) if yes), None)


def holds_answer(text: str, answers: Sequence[str]) -> bool:
    """Return whether a text holds one of the answers as whole words and numbers, letter case and marks apart."""
    return holds_any(text, [answer for answer in answers if answer.strip()])


def short_right(short: str, answers: Sequence[str]) -> bool:
    """Return whether a short answer meets a gold answer: token F1 above `F1_RIGHT`."""
    return max((token_f1(short, answer) for answer in answers), default=0.0) > F1_RIGHT


def token_f1(said: str, gold: str) -> float:
    """Return the harmonic mean of precision and recall over words, as SQuAD scores it (articles and marks ignored)."""
    a, b = (Counter(re.findall(r"\w+", _ARTICLES.sub(" ", fold(text)))) for text in (said, gold))
    met = sum((a & b).values())
    return 2 * met / (sum(a.values()) + sum(b.values())) if met else 0.0


def class_weights(y: Bools, weight: float = 1.0) -> Floats:
    """Return a weight for each row by which both classes weigh alike and all rows together `weight`."""
    yes, no = max(1, int(y.sum())), max(1, int((~y).sum()))
    return np.asarray(weight * np.where(y, 0.5 / yes, 0.5 / no), np.float64)


def group_starts(measured: Sequence[Measured]) -> Any:
    """Return the first row of each question when their rows are stacked."""
    sizes = [len(m.rows) for m in measured]
    return np.cumsum([0, *sizes[:-1]])
