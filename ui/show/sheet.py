"""Words for a cell of a spreadsheet, none of which it would run."""

import re

from ui.show.terminal.text import one_line

# What begins so is a formula to one spreadsheet or another; the wide forms are read like the narrow ones.
_FORMULA = re.compile(r"[=+\-@|%＝＋－＠\u2212]")
# Of what begins so only this is a number and stays one.
_NUMBER = re.compile(r"-\d[\d,]*(?:\.\d+)?")


def cell(value: object) -> str:
    """Return a value as one line of plain text, "" for None; what would be a formula gets an apostrophe before it."""
    line = "" if value is None else one_line(str(value))
    return f"'{line}" if _FORMULA.match(line) and not _NUMBER.fullmatch(line) else line
