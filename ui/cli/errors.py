"""What went wrong, as one line and an exit code.

0    done; an answer that says the articles do not tell is an answer
1    the work failed, or part of it: files that could not be read, a full disk, a damaged index
2    wrong usage or input: an option, a question, an id, no index yet
70   a defect in newsdesk
130  stopped with Ctrl-C
"""

import errno
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from ingest.errors import InputError, NewsdeskError, NoIndex, NotFound, QuestionError, SettingError

DONE, FAILED, USAGE, DEFECT, STOPPED = 0, 1, 2, 70, 130
DEBUG_SETTING = "NEWSDESK_DEBUG"

_USAGE_ERRORS = (InputError, NoIndex, NotFound, QuestionError, SettingError)
_NEXT = {
    errno.ENOSPC: "free some space and run it again; what was stored stays",
    errno.EDQUOT: "free some space and run it again; what was stored stays",
    errno.EACCES: "check its permissions, or name another place",
    errno.EPERM: "check its permissions, or name another place",
    errno.EROFS: "name a place that can be written to",
    errno.ENOENT: "check the name",
    errno.ENOTDIR: "a file stands where a folder is needed; check the name",
    errno.EISDIR: "a folder stands where a file is needed; check the name",
    errno.ENAMETOOLONG: "the name is too long; check it",
    errno.EMFILE: "too many files are open; raise the limit with ulimit -n",
}
_SQLITE = (
    ("locked", "another process is writing to the index", "run it again in a moment"),
    ("busy", "another process is writing to the index", "run it again in a moment"),
    ("full", "the disk is full", "free some space and run it again; what was stored stays"),
    ("readonly", "the index cannot be written to", "check the permissions of its folder"),
    ("unable to open", "the index cannot be opened", "check its folder and permissions"),
    ("disk i/o", "the disk failed on the index", "check the disk, then run it again"),
    ("malformed", "the index is damaged", "move its folder away and ingest again"),
    ("not a database", "the index is damaged", "move its folder away and ingest again"),
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ends badly: its exit code and the line that says why."""

    code: int
    line: str


def explain(error: BaseException) -> Ending:
    """Return the ending for whatever a command raised."""
    if isinstance(error, KeyboardInterrupt):
        return Ending(STOPPED, "stopped; what was stored stays")
    if isinstance(error, NewsdeskError):
        return Ending(USAGE if isinstance(error, _USAGE_ERRORS) else FAILED, str(error))
    if isinstance(error, sqlite3.Error) and (line := _explain_sqlite(error)):
        return Ending(FAILED, line)
    if isinstance(error, OSError) and error.errno is not None:
        return Ending(FAILED, _explain_os(error))
    if isinstance(error, MemoryError):
        return Ending(FAILED, "out of memory; give it less at once, or close other programs")
    if isinstance(error, ModuleNotFoundError) and error.name:
        return Ending(FAILED, f"the Python package {error.name} is not installed; run `make setup`")
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return Ending(DEFECT, f"{said}; this is a defect in newsdesk ({DEBUG_SETTING}=1 shows where)")


def _explain_sqlite(error: sqlite3.Error) -> str | None:
    said = str(error).casefold()
    return next((f"{what} ({error}); {then}" for sign, what, then in _SQLITE if sign in said), None)


def _explain_os(error: OSError) -> str:
    where = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
    what = (error.strerror or type(error).__name__).lower()
    then = _NEXT.get(error.errno or 0)
    return f"{where}{what}" + (f"; {then}" if then else "")


def report(error: BaseException, say: Callable[[str], None], *, debug: bool) -> int:
    """Say in one line what went wrong and return the exit code; with `debug` a defect's traceback comes first."""
    ending = explain(error)
    if debug and not isinstance(error, NewsdeskError | KeyboardInterrupt):
        from traceback import print_exception

        print_exception(error)
    say(ending.line)
    return ending.code
