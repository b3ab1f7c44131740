"""newsdesk chat: the chat page."""

import argparse

from ui.cli.console import Console


def add_chat(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk chat` takes."""
    from ui.chat.args import add_arguments

    add_arguments(parser)


def run_chat(args: argparse.Namespace, console: Console) -> int:
    """Open the chat page and stay until it is stopped."""
    from ui.chat.app import main

    return main(args)
