"""newsdesk reembed: vectors anew, for another embedding model."""

import argparse

from ui.cli.console import Console
from ui.cli.errors import DONE
from ui.cli.options import add_index


def add_reembed(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk reembed` takes."""
    add_index(parser)


def run_reembed(args: argparse.Namespace, console: Console) -> int:
    """Embed every article with the present model; stopped half-way, the index stays as it was."""
    from index import Index, OnnxEncoder, reembed
    from qa.desk import index_folder
    from ui.show.terminal.progress import show_progress

    encoder = OnnxEncoder(status=console.say)
    with (
        Index.open(index_folder(args.index), encoder=encoder, read_only=False, any_model=True) as index,
        show_progress(console, "articles") as progress,
    ):
        count = reembed(index, progress)
    console.line(f"{count:,} articles embedded with {encoder.model}")
    return DONE
