"""Is the figure of another ever shown? `python -m eval.swap` asks about neighbours of what is answered.

In each question answered by a figure a name gives way to another name of the pile, or a year to another year;
the article that answers the first then answers the second no more. Counted is how often a figure is shown that the
right article gives for the first, and how often the first is answered. The reader was not trained on the articles: the
pile made for the fit, and the held-back articles of the training news. Seeded: the same pile gives the same questions.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.fit import PILE, held_back_news
from eval.reporting.console import percent, say, table
from eval.sets.pile import RIGHT, PileQuestion, best_f1, fill_index, read_pile
from qa.desk import Newsdesk
from qa.understand.question import proper_names

SEED = 5
VARIANTS = 12
"""Questions about a neighbour made of each question."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Swapped:
    """A question about a neighbour, and the question it was made of."""

    text: str
    kind: str
    """name or year."""
    original: PileQuestion


def swap(questions: Sequence[PileQuestion], texts: str, rng: random.Random) -> Iterator[Swapped]:
    """Yield the questions about neighbours; names come from the other questions of the pile."""
    names = sorted({name for q in questions for name in proper_names(q.text) if name in texts})
    for question in questions:
        own = [n for n in proper_names(question.text) if n in texts]
        others = [n for n in names if n not in own and not any(w in question.text for w in n.split())]
        for _ in range(VARIANTS):
            year = _YEAR.search(question.text)
            if year and rng.random() < 0.4:
                other = str(int(year.group()) + rng.choice((-12, -7, -3, 3, 7, 12)))
                yield Swapped(question.text.replace(year.group(), other), "year", question)
            elif own and others:
                name = rng.choice(own)
                yield Swapped(question.text.replace(name, rng.choice(others)), "name", question)


def is_figure(question: PileQuestion) -> bool:
    """Tell whether a question is answered by a figure."""
    return bool(question.answers) and any(c.isdigit() for c in question.answers[0])


def unread(folder: Path) -> Path:
    """Write the news that the reader was not trained on as one pile, and return its path."""
    file = folder / "unread.jsonl"
    lines = [*PILE.read_text(encoding="utf-8").splitlines(), *map(json.dumps, held_back_news("news"))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def run(pile: Path) -> list[str]:
    """Ask everything and return the table."""
    rows, questions = read_pile(pile)
    wanted = [q for q in questions if is_figure(q)]
    swapped = sorted(set(swap(wanted, " ".join(r["text"] for r in rows), random.Random(SEED))), key=lambda s: s.text)
    lines = []
    with tempfile.TemporaryDirectory() as folder, Newsdesk.open(Path(folder) / "index") as desk:
        fill_index(desk, rows, Path(folder))
        right = [best_f1(desk.ask(q.text).short or "", q.answers) >= RIGHT for q in wanted]
        lines.append(["the question itself", str(len(wanted)), percent(sum(right) / len(right))])
        for kind in ("name", "year"):
            mine = [s for s in swapped if s.kind == kind]
            say(f"{len(mine)} questions with another {kind}")
            shown = [best_f1(desk.ask(s.text).short or "", s.original.answers) >= RIGHT for s in mine]
            if mine:
                lines.append([f"with another {kind}", str(len(mine)), percent(sum(shown) / len(shown))])
    return table(["asked", "questions", "the figure is shown"], lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.swap", description="Is the figure of another ever shown?")
    parser.add_argument("--pile", type=Path, help="news with questions, as JSON Lines (else what was not trained on)")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write("\n".join(run(asked.pile or unread(Path(folder)))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
