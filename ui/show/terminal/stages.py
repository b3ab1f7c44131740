"""What `--verbose` tells: how a question was understood, and how long each stage took."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ui.show.terminal.dates import say_short_period

if TYPE_CHECKING:
    from qa.understand.question import Question


def say_understood(question: "Question", kind: str = "fact") -> str:
    """Return what is asked for, of whom and when; `kind` is that of the answer."""
    parts = [
        ("asks for", question.asks.value if kind == "fact" else kind),
        ("names", ", ".join(question.names)),
        ("time", ", ".join(filter(None, map(say_short_period, question.periods)))),
        ("words", ", ".join(term.text for term in question.terms)),
    ]
    return f"understood {question.text}: " + "; ".join(f"{name} {said}" for name, said in parts if said)


def say_timings(milliseconds: Mapping[str, float]) -> str:
    """Return "took read 21.4 ms, decide 0.3 ms, total 52 ms", in the order of the stages."""
    return "took " + ", ".join(f"{stage} {_short(spent)} ms" for stage, spent in milliseconds.items())


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"
