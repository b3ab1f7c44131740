"""How the weights of `qa.decide.weigh` are obtained: `python -m eval.fit`.

The questions are of invented news whose articles the reader was not trained on: a pile made for it, the held-back
articles of the training news in the same pile, and held-back little texts, each a pile of its own. Order is fitted by
listwise regression over the picks of a question, the probability by logistic regression on the first pick that no rule
objects to. Nothing is written into the program: what is printed is compared and taken over by hand.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from eval.reporting.console import say
from eval.sets.corpora import QUESTIONS
from eval.sets.pile import RIGHT, PileQuestion, best_f1, fill_index, read_pile
from eval.solve import Bools, Floats, area_under_curve, fit_listwise, fit_logistic
from qa.decide.rules import objection
from qa.decide.weigh import ORDER, ahead
from qa.decide.weigh import RIGHT as PROBABLE
from qa.desk import Newsdesk
from qa.reader.pick import Pick
from qa.reader.train.examples import OWN_NEWS, is_held_back
from qa.stages import JUDGED
from qa.understand.question import Question

PILE = QUESTIONS / "piles" / "calibration.jsonl"
FOLDS = 5
"""The printed error is of questions that the weights it is measured with were not fitted on."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The picks of one question, with which of them are right."""

    question: PileQuestion
    understood: Question
    picks: tuple[Pick, ...]
    right: tuple[bool, ...]


def held_back_news(kind: str) -> Iterator[dict[str, Any]]:
    """Yield the articles of the training news that are never trained on: kind "news" or "contrast"."""
    for path in sorted(OWN_NEWS.glob(f"{kind}-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if is_held_back(path, row["id"]):
                yield row


def measure(folder: Path) -> list[Measured]:
    """Take every question through the stages up to its picks."""
    pile = [json.loads(line) for line in PILE.read_text(encoding="utf-8").splitlines()]
    big = [*pile, *held_back_news("news")]
    found = list(_measure_pile(big, folder / "pile"))
    say(f"{len(found)} questions of one pile of {len(big)} articles")
    small = 0
    for number, row in enumerate(held_back_news("contrast")):
        found += _measure_pile([row], folder / f"text-{number}")
        small += len(row["questions"])
    say(f"{small} questions of little texts, each alone")
    return found


def _measure_pile(articles: Sequence[dict[str, Any]], folder: Path) -> Iterator[Measured]:
    folder.mkdir(parents=True)
    file = folder / "articles.jsonl"
    rows = [{**row, "id": f"{n}-{row['id']}"} for n, row in enumerate(articles)]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    plain, questions = read_pile(file)
    with Newsdesk.open(folder / "index") as desk:
        fill_index(desk, plain, folder)
        for question in questions:
            work = desk.examine(question.text)
            right = tuple(best_f1(p.short, question.answers) >= RIGHT for p in work.picks)
            yield Measured(question, work.question, tuple(work.picks), right)


def fit_order(measured: Sequence[Measured]) -> dict[str, float]:
    """Return the weights of the order of picks."""
    rows: list[list[float]] = []
    flags: list[bool] = []
    starts: list[int] = []
    for one in measured:
        if one.question.answers and one.picks:
            starts.append(len(rows))
            rows += [[p.fits[name] for name in ORDER] for p in one.picks]
            flags += one.right
    weights = fit_listwise(np.array(rows, np.float64), np.array(flags, np.bool_), np.array(starts, np.int64))
    return dict(zip(ORDER, map(float, weights), strict=True))


def ordered(one: Measured, order: dict[str, float]) -> Measured:
    """Return a question with its picks in the order of some weights."""
    scored = [replace(p, score=sum(w * p.fits[n] for n, w in order.items())) for p in one.picks]
    places = sorted(range(len(scored)), key=lambda i: -scored[i].score)
    return replace(one, picks=tuple(scored[i] for i in places), right=tuple(one.right[i] for i in places))


def first_standing(one: Measured) -> int | None:
    """Return the place of the first pick that no rule objects to."""
    return next((i for i, p in enumerate(one.picks[:JUDGED]) if objection(one.understood, p) is None), None)


def table(measured: Sequence[Measured]) -> tuple[Floats, Bools]:
    """Return what the logistic regression reads of each question's answer, and whether that is right."""
    rows, flags = [], []
    for one in measured:
        place = first_standing(one)
        if place is None:
            continue
        pick = one.picks[place]
        read = {**pick.fits, "ahead": ahead(pick, one.picks)}
        rows.append([read[name] for name in PROBABLE])
        flags.append(one.right[place])
    return np.array(rows, np.float64), np.array(flags, np.bool_)


def fold_of(one: Measured) -> int:
    """Return the fold of a question: that of its article, so that no article stands on both sides."""
    return crc32(one.question.article.encode()) % FOLDS


def report(measured: Sequence[Measured]) -> list[str]:
    """Return the fitted numbers and how good they are on the folds they were not fitted on."""
    order = fit_order(measured)
    lines = ["ORDER = {", *(f'    "{n}": {w:.2f},' for n, w in order.items()), "}"]
    again = [ordered(one, order) for one in measured]
    x, y = table(again)
    intercept, weights = fit_logistic(x, y, np.ones(len(y)))
    lines += [f"INTERCEPT = {intercept:.2f}", "RIGHT = {"]
    lines += [*(f'    "{n}": {w:.2f},' for n, w in zip(PROBABLE, weights, strict=True)), "}"]
    first = [one.right[0] for one in again if one.question.answers and one.picks]
    lines.append(f"first pick right: {np.mean(first):.3f} of {len(first)} answerable")
    scores, flags = [], []
    for fold in range(FOLDS):
        mine = [one for one in measured if fold_of(one) == fold]
        others = [one for one in measured if fold_of(one) != fold]
        part = fit_order(others)
        x, y = table([ordered(one, part) for one in others])
        a, w = fit_logistic(x, y, np.ones(len(y)))
        x, y = table([ordered(one, part) for one in mine])
        scores.append(1 / (1 + np.exp(-(a + x @ w))))
        flags.append(y)
    p, y = np.concatenate(scores), np.concatenate(flags)
    lines.append(f"cross-validated: area under the curve {area_under_curve(p, y):.3f}")
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1)
        if inside.any():
            lines.append(
                f"  {low:.1f}-{low + 0.1:.1f}: {inside.sum():4d} said {p[inside].mean():.2f} is {y[inside].mean():.2f}"
            )
    for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        shown = p >= threshold
        if not shown.any():
            continue
        lines.append(f"  from {threshold:.2f}: shown {shown.mean():.2f}, right of the shown {y[shown].mean():.2f}")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, fit and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.fit", description="Print how the weights are obtained.")
    parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        lines = report(measure(Path(folder)))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
