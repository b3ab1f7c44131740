"""Does every figure shown stand in the words cited for it? `python -m eval.figure_law` asks thousands of questions.

Asked is all the project's invented news and the bundled set. The figures of each short answer are read by
`eval.grading.plain`, which shares nothing with the reader of the ledger, and are looked for in the cited words: value,
scale, percent or currency, rate. Dates are left out: the plain reader knows none. Results of arithmetic are left out,
their operands are what is cited.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.grading.plain import Number, carries_numbers, read_numbers
from eval.reporting.console import say, table
from eval.sets.corpora import QUESTIONS
from eval.sets.pile import fill_index, read_pile
from ingest.types import FigureKind
from qa.desk import Newsdesk
from qa.reader.train.examples import OWN_NEWS

if TYPE_CHECKING:
    from qa.types import Answer


@dataclass(frozen=True, slots=True)
class Checked:
    """One answer that shows numbers."""

    question: str
    short: str
    quotes: str
    missing: tuple[Number, ...]
    """Numbers of the short answer that the cited words do not print alike."""
    rate_left_out: bool
    """The cited words give it per day (or another time) where question and answer do not say so."""


def check(question: str, answer: "Answer") -> Checked | None:
    """Hold an answer to its cited words; None for one that shows no number, a date, or a result of arithmetic."""
    short = answer.short or ""
    numbers = read_numbers(short)
    dated = any(f.figure.kind is FigureKind.DATE for f in answer.figures)
    if not numbers or dated or answer.computed is not None:
        return None
    quotes = "\n".join(c.quote for c in answer.citations)
    printed = read_numbers(quotes)
    rates = {p.rate for n in numbers for p in printed if p.value == n.value}
    left_out = bool(rates - {""}) and "" not in rates and not any(r in f"{question} {short}".casefold() for r in rates)
    return Checked(question, short, quotes, tuple(carries_numbers(short, quotes)), left_out)


def ask_all(piles: Sequence[Path]) -> Iterator[tuple[str, "Answer"]]:
    """Ask every question of each pile of that pile alone."""
    for path in piles:
        rows, questions = read_pile(path)
        say(f"{path.stem}: {len(questions):,} questions")
        with tempfile.TemporaryDirectory() as folder, Newsdesk.open(Path(folder) / "index") as desk:
            fill_index(desk, rows, Path(folder))
            for question in questions:
                yield question.text, desk.ask(question.text)


def main(argv: Sequence[str] | None = None) -> int:
    """Ask, check, print the counts and every answer in which the two readers differ."""
    parser = argparse.ArgumentParser(prog="python -m eval.figure_law", description=main.__doc__)
    # The unseen piles are not among them: what fails is printed here, and nobody may look at theirs.
    own = [*sorted(OWN_NEWS.glob("*.jsonl")), QUESTIONS / "piles" / "calibration.jsonl"]
    parser.add_argument("piles", nargs="*", type=Path, default=own, help="piles of news with questions")
    asked = answered = 0
    found: list[Checked] = []
    for question, answer in ask_all(parser.parse_args(argv).piles):
        asked += 1
        answered += answer.short is not None
        one = check(question, answer)
        found += [one] if one else []
    bad = [one for one in found if one.missing]
    for one in bad:
        say(f"- {one.question}\n  shown: {one.short}\n  cited: {one.quotes}")
    rows = [
        ["asked", f"{asked:,}"],
        ["with a short answer", f"{answered:,}"],
        ["of these with figures", f"{len(found):,}"],
        ["with a figure that the cited words do not print alike", f"{len(bad):,}"],
        ["with a rate that is left out", f"{sum(one.rate_left_out for one in found):,}"],
    ]
    sys.stdout.write("\n".join(table(["answers", "number"], rows)) + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
