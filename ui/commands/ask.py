"""newsdesk ask: one question, one answer."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.errors import NoIndex
from qa.types import PASSAGES
from ui.cli.console import Console
from ui.cli.options import (
    add_as_of,
    add_confidence,
    add_dated_only,
    add_index,
    add_json,
    add_k,
    add_loudness,
    add_words,
    joined,
)

if TYPE_CHECKING:
    from datetime import date

    from qa.desk import Newsdesk
    from qa.types import Answer

# Characters read from standard input: far above the longest question, so that the refusal can name a true length.
_MOST_INPUT = 1_000_000


def add_ask(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk ask` takes."""
    add_words(parser, "QUESTION", "the question, with or without quotes, or - to read it from standard input")
    add_json(parser, "the answer")
    add_as_of(parser)
    add_dated_only(parser)
    add_k(parser, PASSAGES, "passages to read")
    add_confidence(parser)
    add_loudness(parser, "what was understood and how long each stage took")
    add_index(parser)
    parser.add_argument("--reader", metavar="NAME", default="extractive", help="who reads them (default extractive)")
    parser.add_argument(
        "--samples-if-empty", action="store_true", help="where there are no articles yet, ingest the bundled ones first"
    )


def run_ask(args: argparse.Namespace, console: Console) -> int:
    """Answer a question."""
    from qa.desk import checked

    question = checked(_read_question(args.words, console))
    with _open(args, console) as desk:
        answer = desk.ask(
            question, as_of=args.as_of, k=args.k, dated_only=args.dated_only, min_confidence=args.min_confidence
        )
        if answer.abstained and not len(desk.index):
            console.hint("the index holds no articles yet: run `newsdesk ingest PATH` or `newsdesk samples`")
    if console.verbose:
        _tell_details(answer, args.as_of, console)
    if args.json:
        console.json(answer.to_dict())
    else:
        from ui.show.terminal.answer import render_answer

        console.write(render_answer(answer, width=console.width, color=console.paint.on))
    return 0


def _tell_details(answer: "Answer", as_of: "date | None", console: Console) -> None:
    from qa.understand.question import understand
    from ui.show.terminal.stages import say_timings, say_understood

    console.detail(say_understood(understand(answer.understood or answer.question, as_of), answer.kind))
    console.detail(say_timings(answer.timings_ms))


def _read_question(given: Sequence[str], console: Console) -> str:
    """Return the question as typed or as standard input holds it; bytes that are no text become U+FFFD."""
    return joined([console.input.read(_MOST_INPUT)] if list(given) == ["-"] else given)


def _open(args: argparse.Namespace, console: Console) -> "Newsdesk":
    try:
        desk = console.desk(args.index, reader=args.reader)
        if len(desk.index) or not args.samples_if_empty:
            return desk
        desk.close()  # a first run that was stopped half-way has left it empty
    except NoIndex:
        if not args.samples_if_empty:
            raise
    from ui.commands.ingest import ingest_samples

    console.hint("there are no articles yet: reading the articles that come with newsdesk")
    ingest_samples(args.index, console)
    return console.desk(args.index, reader=args.reader)
