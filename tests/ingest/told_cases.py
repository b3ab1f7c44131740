"""Read the hand-marked figures of `figure_cases/told`: whose each is, whether it is so, per what, whence, of what."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "figure_cases" / "told"
DEFAULTS = {"polarity": "said", "rate": "-", "from": "-", "to": "-", "part": "-"}
COLUMNS = ("subject", *DEFAULTS)


class Case(NamedTuple):
    """A text, the first words of one of its figures, and what each column may be."""

    text: str
    words: str
    marked: dict[str, tuple[str, ...]]
    reason: str


def cases() -> Iterator[Case]:
    """Yield the rows of all tables."""
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text, words, columns, reason = line.split(" | ")
            said = DEFAULTS | dict(pair.split("=", 1) for pair in columns.split("; "))
            yield Case(text.replace(" ¶ ", "\n\n"), words, {k: tuple(v.split("/")) for k, v in said.items()}, reason)
