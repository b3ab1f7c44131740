"""The command reference, written from the parser: `python -m ui.cli.docs` writes docs/commands.md."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ui.cli.errors import __doc__ as endings
from ui.cli.parser import ABOUT, COMMANDS, build_parser

TARGET = Path(__file__).parents[2] / "docs" / "commands.md"


def write_reference() -> str:
    """Return the reference of all commands in Markdown, the same on every version of Python."""
    lines = [
        "# Commands",
        "",
        "Written by `python -m ui.cli.docs` from the program itself; a test compares the two.",
        "",
        ABOUT,
    ]
    for name, parser in _parsers():
        said = [a for a in parser._actions if a.help is not argparse.SUPPRESS and "--help" not in a.option_strings]
        lines += ["", f"## {_usage(name, parser)}", "", f"{parser.description}", ""]
        lines += [_line(action, parser) for action in said]
    lines += ["", "## Exit codes", "", "```", *_endings(), "```", ""]
    return "\n".join(lines)


def _parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    actions = build_parser()._actions
    choices = next(a.choices for a in actions if isinstance(a, argparse._SubParsersAction))
    yield from ((name, choices[name]) for name in COMMANDS)


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    """Return `newsdesk ask QUESTION`: what cannot be left out, and what may."""
    words = []
    for action in parser._get_positional_actions():
        if action.help is argparse.SUPPRESS:
            continue
        shown = str(action.metavar or action.dest)
        words.append({"?": f"[{shown}]", "+": f"{shown} ...", "*": f"[{shown} ...]"}.get(str(action.nargs), shown))
    return " ".join([f"newsdesk {name}", *words])


def _line(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    shown = str(action.metavar or action.dest.upper())
    names = [f"{o} {shown}" if action.nargs != 0 else o for o in action.option_strings] or [shown]
    return f"- `{', '.join(names)}`: {parser._get_formatter()._expand_help(action)}"


def _endings() -> list[str]:
    return [line.strip() for line in (endings or "").splitlines() if line.lstrip()[:1].isdigit()]


if __name__ == "__main__":
    TARGET.write_text(write_reference(), encoding="utf-8")
