"""How often both sides of a disagreement are shown, and one is claimed where there is none: `python -m eval.ramdocs`.

RAMDocs (Wang et al. 2025, "Retrieval-Augmented Generation with Conflicting Evidence") gives to each question documents
that answer it, documents that answer it otherwise (of another bearer of the name, or wrong), and documents that do not
answer it. Each question is asked twice on an index of its own: first where all documents that answer it agree, then
with all its documents. Every document is an article of its own publisher, without a date.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from eval.grading.read import read_dates, read_figures
from eval.grading.words import fold, holds_any
from eval.reporting.console import percent, say, table
from eval.sets.corpora import ROOT
from eval.sets.guess import guess_expected
from eval.types import Kind
from ingest.errors import NewsdeskError

if TYPE_CHECKING:
    from index.encoder import Encoder
    from qa.desk import Newsdesk
    from qa.types import Answer

FILE = ROOT.parent / "shared" / "data" / "ramdocs.jsonl"
SAMPLE = 150
SEED = 1
_YEAR = re.compile(r"\d{4}")
DATED, OTHER = "figures and dates", "names and words"
# What is counted of `Outcome.all` and of `Outcome.alone`, in the order of the tables' columns.
DIFFER = ("answered", "one side", "two sides", "disagreement")
ALONE = ("alone answered", "claimed")


@dataclass(frozen=True, slots=True)
class Case:
    """A question with its documents, those of the first answer apart."""

    question: str
    kind: str
    """DATED where all its answers are figures or dates, else OTHER."""
    sides: tuple[str, ...]
    """The answers that differ; the first is that of the documents in `first`."""
    first: tuple[str, ...]
    """Documents of the first answer, and those that do not answer."""
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What newsdesk said to one case."""

    case: Case
    alone: "Answer"
    """Asked where all documents that answer agree."""
    all: "Answer | None"
    """Asked with all documents; None where there is only one side."""


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file; a document that does not print its answer, or any, counts as not answering."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sides = tuple(_sides(row["documents"]))
            if sides:
                yield _case(row, sides)


def _answers(document: dict[str, Any]) -> bool:
    return document["type"] != "noise" and holds_any(document["text"], [document["answer"]])


def _sides(documents: Sequence[dict[str, Any]]) -> list[str]:
    """Return the answers that differ, those of documents held to be right first."""
    found: list[str] = []
    for document in sorted(documents, key=lambda d: d["type"] != "correct"):
        if _answers(document) and not any(same_answer(document["answer"], other) for other in found):
            found.append(document["answer"])
    return found


def _case(row: dict[str, Any], sides: tuple[str, ...]) -> Case:
    first: list[str] = []
    rest: list[str] = []
    for document in row["documents"]:
        other = _answers(document) and not same_answer(document["answer"], sides[0])
        (rest if other else first).append(document["text"])
    kinds = {guess_expected(side, row["question"])[0] for side in sides}
    kind = DATED if kinds <= {Kind.FIGURE, Kind.DATE} else OTHER
    return Case(row["question"], kind, sides, tuple(first), tuple(rest))


def same_answer(a: str, b: str) -> bool:
    """Return whether two answers are one: the same words, one within the other, the same figures, or the same dates."""
    one, other = fold(a), fold(b)
    if one == other or (not any(c.isdigit() for c in one + other) and (one in other or other in one)):
        return True
    dates = [[(d.start, d.end) for d in read_dates(text)] for text in (a, b)]
    if dates[0] and dates[1]:
        return dates[0] == dates[1]
    values = [[f.value for f in read_figures(text)] for text in (a, b)]
    return bool(values[0]) and values[0] == values[1]


def shows(said: str, side: str) -> bool:
    """Return whether a shown text gives a side: prints it, or the same figure or date, or the year of a day."""
    if not said:
        return False
    year = _YEAR.fullmatch(said) is not None and holds_any(side, [said])
    return year or holds_any(said, [side]) or same_answer(said, side)


def side_by_side(answer: "Answer") -> list[str]:
    """Return the texts an answer sets side by side: its short answer and the values of its disagreements."""
    values = [value.text for d in answer.disagreements for value in d.values]
    return [*([answer.short] if answer.short and not answer.abstained else []), *values]


def ingest_texts(desk: "Newsdesk", texts: Sequence[str], offset: int, folder: Path) -> None:
    """Take texts in as articles of publishers that only a letter tells apart, from the `offset`th on."""
    path = folder / f"from{offset}.jsonl"
    rows = [
        {"title": f"Document {n}", "text": text, "publisher": f"Paper {chr(ord('A') + n)}"}
        for n, text in enumerate(texts, start=offset)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    desk.ingest(path)


def ask_case(case: Case, encoder: "Encoder") -> Outcome:
    """Ask a case on an index of its own, which is thrown away."""
    from index import Index
    from qa import Newsdesk

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with Newsdesk(Index.create(folder / "index", encoder=encoder)) as desk:
            ingest_texts(desk, case.first, 1, folder)
            alone = desk.ask(case.question)
            if not case.rest:
                return Outcome(case, alone, None)
            ingest_texts(desk, case.rest, len(case.first) + 1, folder)
            return Outcome(case, alone, desk.ask(case.question))


def ask_all(cases: Sequence[Case]) -> list[Outcome]:
    """Ask every case, saying now and then how far it is."""
    from index.encoder import OnnxEncoder

    encoder, found = OnnxEncoder(), []
    for done, case in enumerate(cases, start=1):
        found.append(ask_case(case, encoder))
        if done % 25 == 0:
            say(f"RAMDocs: {done:,} of {len(cases):,}")
    return found


def count(outcomes: Sequence[Outcome]) -> Counter[str]:
    """Return how often each thing happened."""
    seen: Counter[str] = Counter()
    for one in outcomes:
        seen["alone"] += 1
        seen["alone answered"] += not one.alone.abstained
        seen["claimed"] += bool(one.alone.disagreements)
        if one.all is None:
            continue
        shown = [any(shows(said, side) for said in side_by_side(one.all)) for side in one.case.sides]
        seen["differ"] += 1
        seen["answered"] += not one.all.abstained
        seen["one side"] += any(shown)
        seen["two sides"] += sum(shown) > 1
        seen["first side"] += shown[0]
        seen["disagreement"] += bool(one.all.disagreements)
    return seen


def report(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the two tables, in markdown."""
    both, alone = [], []
    for kind in (DATED, OTHER):
        seen = count([one for one in outcomes if one.case.kind == kind])
        both.append([kind, str(seen["differ"]), *(_share(seen[part], seen["differ"]) for part in DIFFER)])
        alone.append([kind, str(seen["alone"]), *(_share(seen[part], seen["alone"]) for part in ALONE)])
    heads = ["the documents differ on", "questions", "answered", "a side shown", "two sides shown", "disagreement told"]
    return [
        *table(heads, both),
        *table(["the documents agree on", "questions", "answered", "disagreement claimed"], alone),
    ]


def _share(part: int, whole: int) -> str:
    return percent(part / whole) if whole else "-"


def describe(one: Outcome) -> list[str]:
    """Return a case for reading by eye."""
    lines = [f"{one.case.question} | sides: {' / '.join(one.case.sides)}"]
    for name, answer in (("agree", one.alone), ("all", one.all)):
        if answer is not None:
            said = "declined" if answer.abstained else answer.short or "a sentence"
            values = "; ".join(f"{d.reason}: {' / '.join(v.text for v in d.values)}" for d in answer.disagreements)
            lines.append(f"  {name}: {said} | {values or '-'} | {'; '.join(answer.notes) or '-'}")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Ask and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.ramdocs", description="Measure disagreements on RAMDocs.")
    parser.add_argument("--questions", type=int, default=SAMPLE, metavar="N", help=f"how many (default {SAMPLE})")
    parser.add_argument("--cases", action="store_true", help="print every case too")
    args = parser.parse_args(argv)
    if not FILE.is_file():
        say(f"skipped: {FILE.name} must stand in {FILE.parent} (a public set that is not in the repository)")
        return 0
    cases = list(read_cases(FILE))
    Random(SEED).shuffle(cases)
    try:
        outcomes = ask_all(cases[: args.questions])
    except NewsdeskError as error:
        say(str(error))
        return 1
    lines = [line for one in outcomes for line in describe(one)] if args.cases else []
    sys.stdout.write("\n".join([*lines, *report(outcomes)]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
