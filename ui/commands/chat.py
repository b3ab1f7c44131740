"""newsdesk chat: the chat page."""

import argparse
from importlib import import_module

from ingest.errors import SettingError
from ui.cli_console import Console
from ui.cli_options import add_index

PAGE = "ui.chat"


def add_chat(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk chat` takes; the page reads whatever else it is given itself."""
    add_index(parser)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)


def run_chat(args: argparse.Namespace, console: Console) -> int:
    """Open the chat page."""
    try:
        page = import_module(PAGE)
    except ModuleNotFoundError as error:
        if error.name != PAGE:
            raise
        raise SettingError("this copy of newsdesk has no chat page; use `newsdesk ask`") from error
    given = (["--index", args.index] if args.index else []) + args.rest
    return int(page.main(given) or 0)
