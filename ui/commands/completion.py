"""newsdesk completion: a script by which a shell completes the command line."""

import argparse

from ui.cli.console import Console
from ui.cli.errors import DONE

SHELLS = ("bash", "zsh", "fish")


def add_completion(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk completion` takes."""
    how = "the shell; for bash: source <(newsdesk completion bash)"
    parser.add_argument("shell", choices=SHELLS, metavar="bash|zsh|fish", help=how)


def run_completion(args: argparse.Namespace, console: Console) -> int:
    """Print the script."""
    from ui.cli.shells.bash import write_bash
    from ui.cli.shells.fish import write_fish
    from ui.cli.shells.lines import read_lines, top_options
    from ui.cli.shells.zsh import write_zsh

    write = {"bash": write_bash, "zsh": write_zsh, "fish": write_fish}[args.shell]
    console.write(write(read_lines(), top_options()))
    return DONE
