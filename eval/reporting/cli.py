"""The commands batch, eval and compare: what they take, and what they do.

Importing this file is cheap, because the command line imports it to show its help.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO

from ingest.errors import InputError, SettingError
from qa.types import PASSAGES

if TYPE_CHECKING:
    from eval.reporting.results import Results
    from eval.running.batch import Tally

DONE, FAILED = 0, 1
MOST_WORKERS = 64


def _workers(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= MOST_WORKERS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_WORKERS}")


def _share(text: str) -> float:
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1:
        return value
    raise argparse.ArgumentTypeError(f"{text!r} is not a share; write it like 0.9 or 90%")


def _whole(text: str) -> int:
    if text.isdigit():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--index", metavar="DIR", help="index folder (else NEWSDESK_INDEX, else ./.newsdesk)")
    parser.add_argument("--reader", default="extractive", metavar="NAME", help="extractive, or a provider:model name")
    passages = f"passages read for an answer (default {PASSAGES})"
    parser.add_argument("-k", type=_whole, default=PASSAGES, metavar="N", help=passages)
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes that answer (default 1)")
    parser.add_argument("--restart", action="store_true", help="ask everything again instead of going on")


def add_batch(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk batch` takes."""
    parser.add_argument("questions", metavar="QUESTIONS", help="JSONL or CSV file, or the name of a bundled set")
    parser.add_argument(
        "--out", metavar="FILE", required=True, help="answers, one JSON object a line ('-': to standard output)"
    )
    _add_run(parser)


def add_eval(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk eval` takes."""
    parser.add_argument("questions", metavar="QUESTIONS", nargs="?", help="question set: a file, or a bundled name")
    parser.add_argument("--answers", metavar="FILE", help="grade these answers of `newsdesk batch` instead of asking")
    parser.add_argument("--out", metavar="FILE", help="keep the answers, and go on from those that are there")
    parser.add_argument("--json", metavar="FILE", help="write the results ('-': to standard output)")
    parser.add_argument("--report", metavar="FILE", help="write a page that shows every question")
    parser.add_argument("--articles", metavar="FILE", help="JSON: article key -> list of file names without ending")
    parser.add_argument("--min-accuracy", type=_share, metavar="SHARE", help="exit with 1 below this accuracy")
    parser.add_argument("--max-unsupported", type=_whole, metavar="N", help="exit with 1 above this many figures")
    _add_run(parser)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk compare` takes."""
    parser.add_argument("before", metavar="A.json", help="results of `newsdesk eval --json`")
    parser.add_argument("after", metavar="B.json", help="results to compare with them, on the same set")
    parser.add_argument("--json", metavar="FILE", help="write the comparison ('-': to standard output)")
    parser.add_argument("--report", metavar="FILE", help="write a page that shows what changed")


def _answer(
    args: argparse.Namespace, questions: Path, out: Path, *, quiet: bool = False, also: BinaryIO | None = None
) -> "Tally":
    """Answer a file of questions, into `also` too, with a bar on the terminal unless it should be quiet."""
    from eval.reporting.console import show_progress
    from eval.running.answerer import DeskSource
    from eval.running.batch import run_questions
    from qa.desk import index_folder

    source = DeskSource(str(index_folder(args.index)), args.reader, args.k)
    with show_progress(quiet=quiet) as progress:
        return run_questions(
            questions, out, source, workers=args.workers, restart=args.restart, progress=progress, also=also
        )


def run_batch(args: argparse.Namespace, *, quiet: bool = False, verbose: bool = False) -> int:
    """Answer a file of questions; return 1 where a row could not be used.

    Failures are always said on standard error, how many answers there are unless `quiet`, and where `verbose` what the
    stages took.
    """
    from eval.sets.corpora import find_questions

    questions = find_questions(args.questions)
    if args.out != "-":
        tally = _answer(args, questions, Path(args.out), quiet=quiet)
        return _report_batch(tally, Path(args.out), args.out, quiet=quiet, verbose=verbose)
    with TemporaryDirectory() as folder:  # what is told at the end is read back, which a pipe cannot do
        out = Path(folder, "answers.jsonl")
        tally = _answer(args, questions, out, quiet=quiet, also=sys.stdout.buffer)
        return _report_batch(tally, out, "standard output", quiet=quiet, verbose=verbose)


def _report_batch(tally: "Tally", out: Path, named: str, *, quiet: bool, verbose: bool) -> int:
    """Say on standard error what came of a batch; return 1 where a row could not be used."""
    from eval.reporting.console import say
    from eval.reporting.stages import say_stages
    from eval.running.answers import read_answers

    resumed = f" ({tally.resumed:,} were there already)" if tally.resumed else ""
    graded = f", {tally.right:,} of {tally.graded:,} right" if tally.graded else ""
    if not quiet:
        say(f"{tally.done:,} answers in {named}{resumed}{graded}")
    if verbose:
        say(say_stages(read_answers(out)))
    if not tally.failed:
        return DONE
    say(f"{tally.failed:,} failed:")
    for record in read_answers(out):
        if record.get("error"):
            say(f"  {record['error']}")
    return FAILED


def _evaluate(args: argparse.Namespace) -> "Results":
    """Return the results of the questions or answers that were named."""
    from eval.running.run import grade_answers, grade_set
    from eval.sets.articles import ARTICLES, load_mapping
    from eval.sets.corpora import find_questions

    mapped = load_mapping(Path(args.articles) if args.articles else ARTICLES)
    if args.articles and not mapped:
        raise InputError(f"{args.articles}: there is no such file, or it maps nothing")
    questions = find_questions(args.questions) if args.questions else None
    if args.answers:
        return grade_answers(Path(args.answers), questions, mapped)
    if questions is None:
        raise SettingError("name a question set, or answers with --answers FILE")
    return grade_set(questions, lambda out: _answer(args, questions, out), Path(args.out) if args.out else None, mapped)


def run_eval(args: argparse.Namespace) -> int:
    """Grade a set; return 1 where a gate is missed."""
    from eval.reporting.console import print_results, say

    results = _evaluate(args)
    _write(results, args, report="report")
    if args.json != "-":
        print_results(results)
    failed = list(missed_gates(results, args.min_accuracy, args.max_unsupported))
    for line in failed:
        say(line)
    return FAILED if failed else DONE


def missed_gates(results: "Results", min_accuracy: float | None, max_unsupported: int | None) -> list[str]:
    """Return a line for each gate that the results miss."""
    summary, missed = results["summary"], []
    accuracy = summary["measures"]["accuracy"]["value"]
    if min_accuracy is not None and accuracy < min_accuracy:
        missed.append(f"accuracy {accuracy:.3f} is below {min_accuracy:.3f}")
    if max_unsupported is not None and summary["unsupported"] > max_unsupported:
        missed.append(f"{summary['unsupported']} unsupported figures, at most {max_unsupported} allowed")
    return missed


def run_compare(args: argparse.Namespace) -> int:
    """Compare two runs on one set."""
    from eval.reporting.compare import compare
    from eval.reporting.console import print_comparison
    from eval.reporting.results import read_results

    found = compare(read_results(args.before), read_results(args.after))
    _write(found, args, report="comparison")
    if args.json != "-":
        print_comparison(found)
    return DONE


def _write(found: dict[str, Any], args: argparse.Namespace, *, report: str) -> None:
    """Write the files that were asked for."""
    import json

    from eval.reporting.report import write_comparison, write_report
    from eval.reporting.results import write_results

    if args.json == "-":
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    elif args.json and report == "report":
        write_results(found, Path(args.json))
    elif args.json:
        Path(args.json).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.report:
        (write_report if report == "report" else write_comparison)(found, Path(args.report))
