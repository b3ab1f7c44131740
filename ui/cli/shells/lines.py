"""What a shell must know of the command line: commands, their options, and what kind of word each takes."""

import argparse
from dataclasses import dataclass

from ui.cli.parser import COMMANDS, build_parser

# What a word stands for, by the name that the help gives it; of others nothing can be guessed.
_FILES = frozenset({"FILE", "PATH|URL|-", "QUESTIONS", "A.json", "B.json"})
_FOLDERS = frozenset({"DIR"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a command: an option with its names, or, without any, what stands by itself."""

    names: tuple[str, ...]
    help: str
    value: str | None
    """The name of its value; None for an option that takes none."""
    choices: tuple[str, ...] = ()
    many: bool = False
    """It may be given several times."""

    @property
    def is_file(self) -> bool:
        """True where it is a file (or folder)."""
        return self.value in _FILES

    @property
    def is_folder(self) -> bool:
        """True where it is a folder."""
        return self.value in _FOLDERS


@dataclass(frozen=True, slots=True)
class Line:
    """A command and what it takes."""

    name: str
    help: str
    words: tuple[Word, ...]

    @property
    def options(self) -> tuple[Word, ...]:
        """The words that have names."""
        return tuple(word for word in self.words if word.names)

    @property
    def arguments(self) -> tuple[Word, ...]:
        """The words that stand by themselves."""
        return tuple(word for word in self.words if not word.names)


def read_lines() -> list[Line]:
    """Return every command, in the order of the help."""
    actions = build_parser()._actions
    choices = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))
    return [Line(name, command.help, _words(choices[name])) for name, command in COMMANDS.items()]


def top_options() -> tuple[Word, ...]:
    """Return the options that stand before a command."""
    return tuple(word for word in _words(build_parser([])) if word.names)


def _words(parser: argparse.ArgumentParser) -> tuple[Word, ...]:
    return tuple(
        Word(
            names=tuple(action.option_strings),
            help=parser._get_formatter()._expand_help(action),
            value=None if action.nargs == 0 else str(action.metavar or action.dest.upper()),
            choices=tuple(action.choices or ()),
            many=action.nargs in ("+", "*") or isinstance(action, argparse._AppendAction),
        )
        for action in parser._actions
        if action.help is not argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction)
    )
