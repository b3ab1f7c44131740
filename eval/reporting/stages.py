"""How long the stages of an answer take, over a file of answers."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from eval.types import Record


def say_stages(records: Iterable[Record]) -> str:
    """Return "median ms of 12 answers: survey 0.4, read 21.0, total 52.1", in the order of the stages."""
    spent: dict[str, list[float]] = defaultdict(list)
    answers = 0
    for record in records:
        timings = record.get("timings_ms") or {}
        answers += bool(timings)
        for stage, milliseconds in timings.items():
            spent[stage].append(milliseconds)
    return f"median ms of {answers:,} answers: " + ", ".join(
        f"{stage} {median(all_):.1f}" for stage, all_ in sorted(spent.items(), key=lambda item: item[0] == "total")
    )
