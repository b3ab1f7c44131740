"""Reading measured on a pile of news with questions: the short answer against the words of the article.

A pile is a file of JSON Lines, an article a line with its questions (its form: `qa/reader/train/news/README.md`).
Every question is asked of the whole pile.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.grading.words import fold

if TYPE_CHECKING:
    from qa.desk import Newsdesk

RIGHT = 0.5
"""An answer is right where its token F1 with one of the accepted answers is at least this."""


@dataclass(frozen=True, slots=True)
class PileQuestion:
    """A question of a pile; no answers: no article of the pile answers it."""

    text: str
    answers: tuple[str, ...]
    article: str
    kind: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What newsdesk made of one question."""

    question: PileQuestion
    short: str
    """The short answer; empty where there is none or newsdesk declined."""
    proposed: str
    """The words it would have shown had it never declined."""
    declined: bool
    confidence: float
    found: bool
    """The first article cited, or the nearest thing shown, is the one the question is about."""

    @property
    def f1(self) -> float:
        """Token F1 of the short answer; 0 where there is none."""
        return best_f1(self.short, self.question.answers)

    @property
    def right(self) -> bool:
        """Whether what is shown, or would be, is right; for a question without an answer never."""
        return best_f1(self.proposed, self.question.answers) >= RIGHT


def read_pile(path: Path) -> tuple[list[dict[str, Any]], list[PileQuestion]]:
    """Return the articles as rows that newsdesk ingests, and the questions."""
    rows, questions = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        rows.append({key: article.get(key) for key in ("id", "title", "text", "published", "publisher")})
        for asked in article["questions"]:
            answers = () if asked["a"] is None else (asked["a"], *asked.get("also", ()))
            questions.append(PileQuestion(asked["q"], answers, article["title"], asked["kind"]))
    return rows, questions


def fill_index(desk: "Newsdesk", rows: Sequence[dict[str, Any]], folder: Path) -> None:
    """Put the articles of a pile into an index; `folder` is for the file that is read."""
    file = folder / "pile.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    desk.ingest(file)


def ask_pile(desk: "Newsdesk", questions: Sequence[PileQuestion]) -> Iterator[Asked]:
    """Ask every question and yield what comes of it."""
    for question in questions:
        work = desk.examine(question.text)
        answer = desk.ask(question.text)
        proposed = answer.short or (work.picks[0].short if work.picks else "")
        title = answer.citations[0].title if answer.citations else ""
        yield Asked(
            question, answer.short or "", proposed, answer.abstained, answer.confidence, title == question.article
        )


def best_f1(said: str, answers: Sequence[str]) -> float:
    """Return the best token F1 of an answer with those accepted: SQuAD's, articles and marks apart; 0 without any."""
    return max((token_f1(said, answer) for answer in answers), default=0.0)


def token_f1(said: str, gold: str) -> float:
    """Return the harmonic mean of precision and recall over words."""
    a, b = Counter(_words(said)), Counter(_words(gold))
    met = sum((a & b).values())
    return 2 * met / (sum(a.values()) + sum(b.values())) if met else 0.0


def _words(text: str) -> list[str]:
    plain = "".join(c if c.isalnum() or c in ".,%$€£" else " " for c in fold(text))
    words = (word.strip(".,") for word in plain.split())
    return [w for w in words if w and w not in ("a", "an", "the")]


def summarise(rows: Sequence[Asked]) -> dict[str, float]:
    """Return the figures of a run, each a mean over its questions; the names say which."""
    yes, no = [r for r in rows if r.question.answers], [r for r in rows if not r.question.answers]
    shown = [r for r in rows if r.short]
    return {
        "questions": len(rows),
        "F1": _mean([r.f1 for r in yes]),
        "exact": _mean([float(r.f1 == 1.0) for r in yes]),
        "F1 never declining": _mean([best_f1(r.proposed, r.question.answers) for r in yes]),
        "article": _mean([float(r.found) for r in yes]),
        "right of the shown": _mean([float(r.right) for r in shown]),
        "needless abstention": _mean([float(r.declined) for r in yes]),
        "declines right": _mean([float(r.declined) for r in no]),
        "no wrong short answer": _mean([float(not r.short) for r in no]),
        "area under the curve": area_under_curve(rows),
        "calibration error": calibration_error(rows),
    }


def area_under_curve(rows: Sequence[Asked]) -> float:
    """Return the chance that a right answer has a higher confidence than a wrong or an impossible one; ties half."""
    right = sorted(r.confidence for r in rows if r.right)
    wrong = sorted(r.confidence for r in rows if not r.right)
    wins = sum((r > w) + (r == w) / 2 for r in right for w in wrong)
    return wins / (len(right) * len(wrong)) if right and wrong else 0.5


def calibration_error(rows: Sequence[Asked], bins: int = 10) -> float:
    """Return the expected calibration error: mean distance of confidence and share right, over equal bins."""
    error = 0.0
    for b in range(bins):
        inside = [r for r in rows if b / bins <= r.confidence < (b + 1) / bins or (b == bins - 1 and r.confidence == 1)]
        if inside:
            gap = abs(_mean([r.confidence for r in inside]) - _mean([float(r.right) for r in inside]))
            error += len(inside) / len(rows) * gap
    return error


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
