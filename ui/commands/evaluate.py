"""newsdesk batch, eval and compare: runs over question sets, which `eval.reporting.cli` knows how to do."""

import argparse

from ui.cli.console import Console
from ui.cli.options import add_loudness


def add_batch(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk batch` takes."""
    from eval.reporting.cli import add_batch

    add_batch(parser)
    add_loudness(parser, "how long each stage took")


def add_eval(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk eval` takes."""
    from eval.reporting.cli import add_eval

    add_eval(parser)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk compare` takes."""
    from eval.reporting.cli import add_compare

    add_compare(parser)


def run_batch(args: argparse.Namespace, console: Console) -> int:
    """Answer a file of questions."""
    from eval.reporting.cli import run_batch

    return run_batch(args, quiet=console.quiet, verbose=console.verbose)


def run_eval(args: argparse.Namespace, console: Console) -> int:
    """Grade answers."""
    from eval.reporting.cli import run_eval

    return run_eval(args)


def run_compare(args: argparse.Namespace, console: Console) -> int:
    """Compare two evaluations."""
    from eval.reporting.cli import run_compare

    return run_compare(args)
