"""Is the figure of another ever shown? `python -m eval.swap` asks about neighbours of what the ledger holds.

Of the figures of articles that the reader was not trained on (the bundled ones, the pile made for the fit, the
held-back articles and little texts of the training news) questions are made by templates, and of each of these others
about a neighbour: another place, person or body of the pile, another year, direction, status or part. A neighbour is
answered wrongly where the figure of the first question is shown with its sentence cited: what else is shown may be
right. Seeded: the same articles give the same questions.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.fit import PILE, held_back_news
from eval.grading.plain import read_numbers
from eval.reporting.console import percent, say, table
from eval.sets.corpora import ELSEWHERE, SAMPLES
from eval.sets.pile import fill_index
from eval.swapping.neighbours import Neighbour, neighbours
from eval.swapping.pile import Original, common_words, originals, read_names
from qa.desk import Newsdesk
from qa.reader.train.examples import OWN_NEWS

if TYPE_CHECKING:
    from qa.types import Answer

SEED = 5
VARIANTS = 40
"""Questions about neighbours made of each question, at most."""
LIMIT = 600
"""Questions of the ledger, at most; of neighbours as many as `NEIGHBOURS`: a run takes about ten minutes."""
NEIGHBOURS = 3_200
_KEPT = ("id", "title", "text", "published", "publisher")


@dataclass(frozen=True, slots=True)
class Made:
    """Every question of a run."""

    originals: tuple[Original, ...]
    neighbours: tuple[Neighbour, ...]


def unread() -> list[dict[str, object]]:
    """Return the generated news that the reader was not trained on, as rows of one pile."""
    pile = [json.loads(line) for line in PILE.read_text(encoding="utf-8").splitlines()]
    rows = [*pile, *held_back_news("news"), *held_back_news("contrast")]
    return [{**{key: row.get(key) for key in _KEPT}, "id": f"{n}-{row['id']}"} for n, row in enumerate(rows)]


def _training_texts() -> Iterator[str]:
    for path in sorted(OWN_NEWS.glob("*.jsonl")):
        yield from (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())


def make_questions(desk: Newsdesk, limit: int, most: int, seed: int = SEED) -> Made:
    """Make the questions of an index: `limit` of its ledger, `most` of neighbours, drawn by the seed."""
    rng = random.Random(seed)
    articles = desk.articles()
    # The more news, the surer it is whether a capital at the head of a sentence is a name's.
    common = common_words([*(a.text for a in articles), *_training_texts()])
    names = read_names(articles, list(desk.figures()), common)
    asked = [one for one in originals(desk, common) if names.found(one.asked.text)]
    asked = sorted(rng.sample(asked, min(limit, len(asked))), key=lambda one: one.asked.text)
    found = [n for one in asked for n in neighbours(one, names, rng, VARIANTS)]
    own = {one.asked.text for one in asked}
    found = [n for n in found if n.text not in own]
    return Made(tuple(asked), tuple(rng.sample(found, min(most, len(found)))))


def shows(answer: "Answer", original: Original) -> bool:
    """Tell whether a short answer shows the figure of a question: its value, in its unit or printed alike."""
    figure = original.asked.figure
    values = {n.value for n in read_numbers(figure.text)} | {figure.value}
    short = answer.short or ""
    # "a million dollars" has no number that is read plainly.
    return figure.text in short or any(n.value in values for n in read_numbers(short))


def cites(answer: "Answer", original: Original) -> bool:
    """Tell whether an answer cites the sentence that a question was made of."""
    at = original.asked.figure.start
    return any(c.article_id == original.article.id and c.start <= at < c.end for c in answer.citations)


def progress(done: int, total: int) -> None:
    """Say how far a run is, each hundred questions."""
    if done % 100 == 0 or done == total:
        say(f"{done:,} of {total:,} questions")


def run(desk: Newsdesk, made: Made, *, misses: bool) -> list[str]:
    """Ask everything and return the table, with what failed behind it where that is wanted."""
    total, failed, right = len(made.originals) + len(made.neighbours), [], 0
    for number, one in enumerate(made.originals, start=1):
        answer = desk.ask(one.asked.text)
        good = shows(answer, one)
        right += good
        if not good:
            said = f"{answer.short or 'declined'}, not {one.asked.figure.text}"
            failed.append(f"- {one.asked.text}\n  {said}: {one.sentence}")
        progress(number, total)
    shown: dict[str, list[bool]] = {}
    mixed: set[str] = set()
    for number, neighbour in enumerate(made.neighbours, start=len(made.originals) + 1):
        answer = desk.ask(neighbour.text)
        bad = shows(answer, neighbour.original) and cites(answer, neighbour.original)
        shown.setdefault(neighbour.kind, []).append(bad)
        if bad:
            mixed.add(neighbour.original.asked.text)
            failed.append(f"- {neighbour.kind}: {neighbour.text}\n  {answer.short}: {neighbour.original.sentence}")
        progress(number, total)
    # One question has up to VARIANTS neighbours, which fail together: how many do is the steadier number.
    told = f"A neighbour of {len(mixed)} of the {len(made.originals)} questions showed the figure."
    return [*report(len(made.originals), right, shown), told, *(failed if misses else ())]


def report(asked: int, right: int, shown: dict[str, list[bool]]) -> list[str]:
    """Return the table: a row for the questions themselves, one for each kind of neighbour, one for all of them."""
    rows = [["the question itself", f"{asked:,}", percent(right / asked if asked else 0.0)]]
    rows += [[f"another {kind}", f"{len(bad):,}", percent(sum(bad) / len(bad))] for kind, bad in sorted(shown.items())]
    every = [one for bad in shown.values() for one in bad]
    rows.append(["all neighbours", f"{len(every):,}", percent(sum(every) / len(every) if every else 0.0)])
    return table(["asked", "questions", "the figure of the first is shown"], rows)


def sample(made: Made, number: int) -> Iterator[str]:
    """Yield some questions with the figure that answers them and a question about a neighbour."""
    drawn = random.Random(SEED).sample(made.originals, min(number, len(made.originals)))
    for one in drawn:
        beside = [n for n in made.neighbours if n.original is one][:2]
        yield f"- {one.asked.text} [{one.asked.figure.text}]"
        yield from (f"  {n.kind}: {n.text}" for n in beside)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.swap", description="Is the figure of another ever shown?")
    parser.add_argument("--limit", type=int, default=LIMIT, help="questions of the ledger, at most")
    parser.add_argument("--neighbours", type=int, default=NEIGHBOURS, help="questions about neighbours, at most")
    parser.add_argument("--misses", action="store_true", help="list what failed behind the table")
    parser.add_argument("--sample", type=int, metavar="N", help="only print N of the questions, and ask nothing")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder, Newsdesk.open(Path(folder) / "index") as desk:
        fill_index(desk, unread(), Path(folder))
        desk.ingest([SAMPLES, ELSEWHERE])
        made = make_questions(desk, asked.limit, asked.neighbours)
        say(f"{len(made.originals):,} questions, {len(made.neighbours):,} about neighbours; seed {SEED}")
        lines = list(sample(made, asked.sample)) if asked.sample else run(desk, made, misses=asked.misses)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
