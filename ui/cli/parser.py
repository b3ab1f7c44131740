"""The parser of the command line; a run builds only the part of the command it was given."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from ui.cli.console import Console

ABOUT = "Ask a body of news articles; every answer names the article and shows the very words."


class UsageError(Exception):
    """The command line cannot be read; the message says which part of it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the file that holds its `add_NAME(parser)` and `run_NAME(args, console)`, and one line of help."""

    name: str
    module: str
    help: str

    def part(self, stage: str) -> Callable[..., Any]:
        """Import and return `add_NAME` or `run_NAME`."""
        part: Callable[..., Any] = getattr(import_module(self.module), f"{stage}_{self.name}")
        return part

    def run(self, args: argparse.Namespace, console: "Console") -> int:
        """Run the command; return its exit code."""
        return int(self.part("run")(args, console))


COMMANDS: dict[str, Command] = {
    name: Command(name, f"ui.commands.{module}", text)
    for name, module, text in (
        ("ask", "ask", "answer a question, with the words it stands on"),
        ("chat", "chat", "open the chat page"),
        ("ingest", "ingest", "read files, folders, feeds or addresses into the index"),
        ("refresh", "refresh", "read the web addresses of the index again, where they changed"),
        ("watch", "watch", "read what is new or changed in folders until Ctrl-C"),
        ("samples", "ingest", "read the articles that come with newsdesk into the index"),
        ("articles", "articles", "list the articles of the index"),
        ("show", "articles", "print an article"),
        ("remove", "articles", "take articles out of the index"),
        ("search", "search", "find the passages nearest to some words"),
        ("figures", "figures", "list the figures the articles print"),
        ("reembed", "reembed", "make the index anew for another embedding model"),
        ("batch", "evaluate", "answer a file of questions"),
        ("eval", "evaluate", "grade answers against a question set"),
        ("compare", "evaluate", "compare two evaluations, question by question"),
        ("completion", "completion", "print a script by which a shell completes commands and options"),
    )
}


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise the parser's complaint with the command that explains it."""
        raise UsageError(f"{message}; see `{self.prog} --help`")


class _Version(argparse.Action):
    """Prints the version; finding it costs more than the whole parser, so it is looked up only here."""

    def __init__(self, option_strings: Sequence[str], dest: str, **_: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version")

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            said = version("newsdesk")
        except PackageNotFoundError:
            said = "(not installed)"
        sys.stdout.write(f"newsdesk {said}\n")
        parser.exit()


def build_parser(only: Iterable[str] = COMMANDS, settings: Mapping[str, Any] | None = None) -> argparse.ArgumentParser:
    """Return the parser, with the commands named in `only`; `settings` stand in for options not given."""
    parser = Parser(prog="newsdesk", description=ABOUT, allow_abbrev=False)
    parser.add_argument("-V", "--version", action=_Version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    for name in only:
        command = COMMANDS[name]
        one = commands.add_parser(name, help=command.help, description=_sentence(command.help), allow_abbrev=False)
        command.part("add")(one)
        taken = {action.dest for action in one._actions}
        one.set_defaults(**{dest: value for dest, value in (settings or {}).items() if dest in taken})
    return parser


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def parse(argv: Sequence[str], settings: Mapping[str, Any] | None = None) -> argparse.Namespace:
    """Read the command line; `settings` stand in for options that are not given.

    Raises:
        UsageError: it cannot be read.
    """
    first = next(iter(argv), "")
    if first and not first.startswith("-") and first not in COMMANDS:
        raise UsageError(f"there is no command {first[:40]!r}; the commands are {', '.join(COMMANDS)}")
    args, strange = build_parser([first] if first in COMMANDS else COMMANDS, settings).parse_known_args(argv)
    more = _words_among(strange) if hasattr(args, "words") else None
    if more:
        args.words += more  # argparse takes words on one side of the options only
    elif strange:
        named = " ".join(strange)[:100]
        raise UsageError(f"unrecognized arguments: {named}; see `newsdesk {args.command} --help`")
    return args


def _words_among(strange: Sequence[str]) -> list[str] | None:
    """Return what argparse left over where all of it is words: none looks like an option, unless behind `--`."""
    at = strange.index("--") if "--" in strange else len(strange)
    if any(word.startswith("-") and word != "-" for word in strange[:at]):
        return None
    return [*strange[:at], *strange[at + 1 :]]
