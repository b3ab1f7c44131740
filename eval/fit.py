"""How the tuned numbers of `qa.rank` and `qa.trust` are obtained, and what they do: `python -m eval.fit`.

It needs the public question sets (SQuAD 2.0 half of the development set, XQuAD) and says so where they are absent.
All SQuAD paragraphs stand in one index, so that a question has to find its own among 646. Seeded: the same code and
the same sets print the same numbers. Nothing is written into the program: what is printed is compared and taken over
by hand.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from eval.console import say
from eval.corpora import QUESTIONS, ROOT, build_index, find_corpus
from eval.fit_measure import Asked, Measured, measure_question, read_ours, read_squad
from eval.fit_tables import curve_table, ranking_table, retrieval_table, settings_table, trust_table
from eval.foreign import convert

DATA = ROOT.parent / "shared" / "data"
SQUAD, XQUAD = "squad2_half_dev.json", "xquad_en.json"
# Questions the curve is read from, and as many others the regressions are fitted on: no question serves for both.
SAMPLE = 1500
# XQuAD only checks the ranking; its standard error at 600 questions is two points.
CHECKED = 600
SEED = 1


def build_public(path: Path, folder: Path) -> Path:
    """Index the paragraphs of a public set into a folder, if they are not there yet; return the index."""
    index = folder / f"{path.stem}.index"
    if not index.exists():
        say(f"indexing {path.name}")
        convert(path, folder / path.stem)
        build_index(folder / path.stem / "articles.jsonl", index)
    return index


def measure_all(questions: Sequence[Asked], index: Path, name: str) -> list[Measured]:
    """Measure questions on an index, saying now and then how far it is."""
    from index import Index

    found = []
    with Index.open(index) as opened:
        for done, asked in enumerate(questions, start=1):
            found.append(measure_question(asked, opened))
            if done % 250 == 0:
                say(f"{name}: {done:,} of {len(questions):,}")
    return found


def shuffled(questions: Sequence[Asked]) -> list[Asked]:
    """Return questions in the order of the seed."""
    mixed = list(questions)
    Random(SEED).shuffle(mixed)
    return mixed


def measure_public(folder: Path, sample: int) -> dict[str, list[Measured]]:
    """Return what was measured of the public sets: "test" and "fit" of SQuAD, "xquad"."""
    squad = build_public(DATA / SQUAD, folder)
    questions = shuffled(read_squad(DATA / SQUAD))
    found = measure_all(questions[: 2 * sample], squad, "SQuAD")
    xquad = build_public(DATA / XQUAD, folder)
    checked = shuffled(read_squad(DATA / XQUAD))[: min(sample, CHECKED)]
    return {"test": found[:sample], "fit": found[sample:], "xquad": measure_all(checked, xquad, "XQuAD")}


def measure_own(folder: Path) -> dict[str, list[Measured]]:
    """Return what was measured of the sets that come with newsdesk."""
    found = {}
    for name in ("bundled", "elsewhere", "facts"):
        corpus = find_corpus(name)
        index = folder / f"{corpus.articles.name}.index"
        build_index(corpus.articles, index)
        found[name] = measure_all(read_ours(QUESTIONS / f"{name}.jsonl"), index, name)
    return found


def report(public: dict[str, list[Measured]], own: dict[str, list[Measured]]) -> list[str]:
    """Return every table, in markdown."""
    return [
        *retrieval_table({"SQuAD": public["test"], "XQuAD": public["xquad"]}),
        *ranking_table(public["fit"], {"SQuAD": public["test"], "XQuAD": public["xquad"]}),
        *trust_table(public["fit"], own, public["test"]),
        *curve_table(public["test"]),
        *settings_table(public["test"]),
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, fit and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.fit", description="Print how the tuned numbers are obtained.")
    parser.add_argument("--questions", type=int, default=SAMPLE, metavar="N", help=f"of SQuAD (default {SAMPLE:,})")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the indexes in this folder for the next run")
    args = parser.parse_args(argv)
    missing = [name for name in (SQUAD, XQUAD) if not (DATA / name).is_file()]
    if missing:
        say(f"skipped: {' and '.join(missing)} must stand in {DATA} (public sets that are not in the repository)")
        return 0
    with tempfile.TemporaryDirectory() as made:
        folder = args.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        lines = report(measure_public(folder, args.questions), measure_own(folder))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
