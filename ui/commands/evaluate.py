"""newsdesk batch, eval and compare: runs over question sets, which `eval.cli` knows how to do."""

import argparse
from importlib import import_module
from typing import Any

from ingest.errors import SettingError
from ui.cli_console import Console

HOME = "eval.cli"


def add_batch(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk batch` takes."""
    _add("batch", parser)


def add_eval(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk eval` takes."""
    _add("eval", parser)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk compare` takes."""
    _add("compare", parser)


def run_batch(args: argparse.Namespace, console: Console) -> int:
    """Answer a file of questions."""
    return _run("batch", args)


def run_eval(args: argparse.Namespace, console: Console) -> int:
    """Grade answers."""
    return _run("eval", args)


def run_compare(args: argparse.Namespace, console: Console) -> int:
    """Compare two evaluations."""
    return _run("compare", args)


def _home() -> Any:
    try:
        return import_module(HOME)
    except ModuleNotFoundError as error:
        if error.name != HOME:
            raise
        raise SettingError("this copy of newsdesk cannot evaluate; use `newsdesk ask`") from error


def _add(name: str, parser: argparse.ArgumentParser) -> None:
    """Let eval.cli add its options; without it the command stays in the help and takes anything."""
    try:
        home = _home()
    except SettingError:
        parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    else:
        getattr(home, f"add_{name}")(parser)


def _run(name: str, args: argparse.Namespace) -> int:
    return int(getattr(_home(), f"run_{name}")(args) or 0)
