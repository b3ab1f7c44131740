"""Run a set that comes with newsdesk, ours and the baselines, and print the table of systems: `python -m eval`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from eval.reporting.compare import compare
from eval.reporting.console import markdown_table, print_comparison, print_results, print_systems, say, show_progress
from eval.reporting.report import write_report
from eval.reporting.results import Results, committed_path, evaluate, read_results, short_form, write_results
from eval.running.answerer import DeskSource, Source
from eval.running.answers import read_answers
from eval.running.baselines import NAMES, baseline
from eval.running.batch import run_questions
from eval.sets.articles import load_mapping
from eval.sets.corpora import Corpus, build_index, bundled_sets, find_corpus
from eval.sets.foreign import convert
from eval.sets.load import load_questions
from ingest.errors import NewsdeskError


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--set", default="bundled", choices=bundled_sets(), help="question set (default: bundled)")
    parser.add_argument("--originals", action="store_true", help="on the original articles instead of the briefs")
    parser.add_argument("--reader", default="extractive", help="our reader (default: extractive)")
    some = f"'none', or some of {','.join(NAMES)} (the default)"
    parser.add_argument("--baselines", default=",".join(NAMES), metavar="NAMES", help=some)
    parser.add_argument("--workers", type=int, default=1, help="processes that answer (default 1)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write our run as a page")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the index, answers and results in this folder")
    parser.add_argument("--markdown", action="store_true", help="print the table as the README quotes it")
    parser.add_argument("--misses", action="store_true", help="list every answer that is not right")
    parser.add_argument("--update-results", action="store_true", help="make our run the one that tests compare with")
    foreign = "write a SQuAD or RAMDocs file in our form, and end"
    parser.add_argument("--convert", nargs=2, type=Path, metavar=("FILE", "DIR"), help=foreign)
    return parser.parse_args(argv)


def run_system(corpus: Corpus, source: Source, folder: Path, workers: int = 1) -> Results:
    """Ask a system every question of a set and return its results; answers and results are kept in `folder`."""
    answers = folder / f"{corpus.name}-{source.reader}.answers.jsonl".replace(":", "-")
    say(f"{source.reader}: {corpus.name}")
    with show_progress() as progress:
        run_questions(corpus.questions, answers, source, workers=workers, restart=True, progress=progress)
    records = list(read_answers(answers))
    run = dict(records[0]["run"])
    by_id = {str(record["id"]): record for record in records}
    results = evaluate(load_questions(corpus.questions), by_id, load_mapping(), run)
    write_results(results, answers.with_name(answers.name.replace(".answers.jsonl", ".json")))
    return results


def list_misses(results: Results) -> list[str]:
    """Return a line for every answer that is not right: verdict, question, expected, said, why."""
    lines = []
    for line in results["questions"]:
        if line["grade"] != "correct":
            said = "declined" if line["abstained"] else line["short"] or "a sentence"
            told = f"{line['question']} | expected {line['expected']} | said {said} | {line['why']}"
            lines.append(f"{line['id']}: {line['grade']} | {told}")
    return lines


def _run(args: argparse.Namespace, folder: Path) -> None:
    corpus = find_corpus(args.set, originals=args.originals)
    index = folder / f"{corpus.name}.index"
    build_index(corpus.articles, index)
    ours = run_system(corpus, DeskSource(str(index), args.reader), folder, args.workers)
    wanted = [] if args.baselines == "none" else args.baselines.split(",")
    runs = [ours, *(run_system(corpus, baseline(name, str(index)), folder) for name in wanted)]
    print_results(ours)
    print_systems(runs)
    if args.markdown:
        sys.stdout.write(markdown_table(runs) + "\n")
    if args.misses:
        sys.stdout.writelines(f"{line}\n" for line in list_misses(ours))
    if args.report:
        write_report(ours, args.report)
    if not args.originals:
        _with_committed(ours, update=args.update_results)


def _with_committed(ours: Results, *, update: bool) -> None:
    """Compare with the results that tests compare with, and replace them where that is asked for."""
    path = committed_path(ours)
    if path.exists():
        before = read_results(path)
        if before["set"] == ours["set"]:
            print_comparison(compare(before, ours))
        else:
            say(f"{path.name} is of another version of the set; update it with --update-results")
    if update:
        write_results(short_form(ours), path)
        say(f"wrote {path}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; return the exit code."""
    args = parse(argv)
    try:
        if args.convert:
            articles, questions = convert(*args.convert)
            say(f"{articles:,} articles and {questions:,} questions in {args.convert[1]}")
        elif args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            _run(args, args.keep)
        else:
            with tempfile.TemporaryDirectory() as folder:
                _run(args, Path(folder))
    except NewsdeskError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
