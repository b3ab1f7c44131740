"""newsdesk chat: the chat page."""

import argparse
from importlib import import_module

from ingest.errors import SettingError
from ui.cli_console import Console
from ui.cli_errors import DONE

PAGE = "ui.chat"


def add_chat(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk chat` takes."""
    from ui.chat_args import add_arguments

    add_arguments(parser)


def run_chat(args: argparse.Namespace, console: Console) -> int:
    """Open the chat page and stay until it is stopped."""
    try:
        page = import_module(PAGE)
    except ModuleNotFoundError as error:
        if error.name != PAGE:
            raise
        raise SettingError("this copy of newsdesk has no chat page; use `newsdesk ask`") from error
    return int(page.main(args) or DONE)
