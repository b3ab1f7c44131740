"""The unit that a person's words name, read as the ledger reads it behind a number."""

from ingest.figures.quantity.measures import read_unit
from ingest.figures.tokens import Line


def read_named_unit(text: str) -> str | None:
    """Return the canonical unit of "percent", "US dollars", "km per hour" or "companies"; None where it names none.

    Words that are no measure are read as a noun that is counted, in the singular: "boats" is the unit "boat".
    """
    for number, single in (("5", False), ("1", True)):
        line = Line(f"{number} {text}", 0, len(number) + 1 + len(text))
        found = read_unit(line, 1, single, None, False)
        if found and found.end == line.n:
            return found.unit
    return None
