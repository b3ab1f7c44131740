"""What reading tells of its inputs, failures and notes, a line for each file and reason."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.raw import Failure, Note

# Rows that are named of many: enough to look one up.
NAMED = 5
_NUMBER = re.compile(r"\d+")


def say_told(items: "Iterable[Failure | Note]", what: str = "rows") -> list[str]:
    """Return a line for each item, one for all rows of a file that have the same reason; `what` is said of those.

    Reasons that differ in numbers only, as in a column or a count of cells, are the same; the first is shown.
    """
    groups: dict[tuple[str, str], list[Failure | Note]] = {}
    for item in items:
        file, _, row = item.source.rpartition("#")
        key = (file, _NUMBER.sub("0", _bare(item))) if file and row else (item.source, item.reason)
        groups.setdefault(key, []).append(item)
    return [
        _say_one(group[0]) if len(group) == 1 else _say_many(file, group, what) for (file, _), group in groups.items()
    ]


def _say_one(item: "Failure | Note") -> str:
    named = item.source.rsplit("#", 1)[0] in item.reason  # a row's reason names its file and line
    return item.reason if named else f"{item.source}: {item.reason}"


def _say_many(file: str, group: "list[Failure | Note]", what: str) -> str:
    rows = [item.source.rpartition("#")[2] for item in group]
    first = ", ".join(rows[:NAMED]) + (", ..." if len(rows) > NAMED else "")
    return f"{file}: {len(group):,} {what} ({first}): {_bare(group[0])}"


def _bare(item: "Failure | Note") -> str:
    """Return the reason without the file and row that it names first."""
    file, _, row = item.source.rpartition("#")
    for place in (f"{file} line {row}: ", f"{item.source}: ", f"{file}: "):
        if item.reason.startswith(place):
            return item.reason.removeprefix(place)
    return item.reason
