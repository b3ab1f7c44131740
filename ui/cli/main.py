"""The command line: read it, run one command, and end with one line and an exit code whatever happens."""

import os
import sys
from collections.abc import Sequence

from ui.cli.config import apply_settings, read_settings
from ui.cli.console import Console, standard_console
from ui.cli.errors import DEBUG_SETTING, DONE, FAILED, USAGE, report
from ui.cli.parser import COMMANDS, UsageError, parse


def main(argv: Sequence[str] | None = None, console: Console | None = None) -> int:
    """Run newsdesk with the arguments given (default: the process's); return the exit code (see `ui.cli.errors`)."""
    if argv is None and not sys.warnoptions:
        import warnings

        warnings.simplefilter("ignore")  # a library's advice to programmers is no news to a reader
    console = console or standard_console()
    try:
        code = _run(sys.argv[1:] if argv is None else argv, console)
        console.out.flush()
        return code
    except BrokenPipeError:  # the reader of our output (head, less) has left, which is its right
        _mute(console)
        return DONE
    except BaseException as error:  # the boundary: nothing may leave as a traceback
        code = report(error, console.say, debug=bool(console.environ.get(DEBUG_SETTING)))
        _flush(console)
        return code


def _run(argv: Sequence[str], console: Console) -> int:
    try:
        args = parse(argv or ["--help"])
        if hasattr(args, "index") and (settings := read_settings(console.settings)):
            args = parse(argv, apply_settings(settings, console.environ))
        console.verbose = getattr(args, "verbose", False)
        console.quiet = getattr(args, "quiet", False)
        return COMMANDS[args.command].run(args, console)
    except UsageError as error:
        console.say(str(error))
        return USAGE
    except SystemExit as leaving:  # --help, --version, and a library that ends the process
        return leaving.code if isinstance(leaving.code, int) else FAILED if leaving.code else DONE


def _flush(console: Console) -> None:
    """Write what is left, and where that fails too (a full disk) keep the interpreter from saying so again."""
    try:
        console.out.flush()
    except (OSError, ValueError):
        _mute(console)


def _mute(console: Console) -> None:
    """Point standard output nowhere, so that closing it at exit cannot fail."""
    if console.out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
