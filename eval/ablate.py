"""What each part of the decision is worth: `python -m eval.ablate`.

Parts are switched off one at a time on questions of articles that the reader was not trained on and that no rule was
written for (those of `eval.fit`). A rule that does not pay goes.
"""

import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.fit import Measured, measure, ordered
from eval.reporting.console import percent, table
from qa.decide.rules import RULES, objection
from qa.decide.weigh import ORDER, Trust, probability
from qa.stages import JUDGED

LEDGER = ("unit", "time", "kind")
ORDERS = {
    "reader alone": ("margin",),
    "ranking alone": ("rank",),
    "reader and ranking": ("margin", "rank"),
    "and the ledger": ("margin", "rank", *LEDGER),
    "all": tuple(ORDER),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is shown for one question."""

    answerable: bool
    shown: bool
    right: bool


def decide(one: Measured, off: Collection[str] = ()) -> Outcome:
    """Decide as `qa.stages.decide` does for most questions, with some rules switched off."""
    for pick, right in list(zip(one.picks, one.right, strict=True))[:JUDGED]:
        reason = objection(one.understood, pick, off)
        if reason is None:
            shown = Trust(probability(pick, one.picks), None).answers
            return Outcome(bool(one.question.answers), shown, shown and right)
    return Outcome(bool(one.question.answers), False, False)


def orders(measured: Sequence[Measured]) -> list[str]:
    """Return how often the first pick is right under parts of the order."""
    rows = []
    asked = [one for one in measured if one.question.answers and one.picks]
    for name, parts in ORDERS.items():
        weights = {key: weight if key in parts else 0.0 for key, weight in ORDER.items()}
        first = [ordered(one, weights).right[0] for one in asked]
        rows.append([name, percent(sum(first) / len(first))])
    return table(["order of picks by", f"first pick right, of {len(asked)}"], rows)


def rules(measured: Sequence[Measured]) -> list[str]:
    """Return what comes of each rule left out: right answers shown, wrong ones, those of them that no article has."""
    base = [decide(one) for one in measured]
    rows = []
    for name in RULES:
        other = [decide(one, {name}) for one in measured]
        right = sum(o.right for o in other) - sum(o.right for o in base)
        wrong = sum(o.shown and not o.right for o in other) - sum(o.shown and not o.right for o in base)
        none = sum(o.shown and not o.answerable for o in other) - sum(o.shown and not o.answerable for o in base)
        rows.append([name, f"{right:+d}", f"{wrong:+d}", f"{none:+d}"])
    heads = ["without the rule", "right answers", "wrong answers", "of them to what no article answers"]
    return table(heads, rows)


def main() -> int:
    """Measure and print both tables; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder))
    sys.stdout.write("\n".join([*orders(measured), *rules(measured)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
