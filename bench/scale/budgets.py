"""What is allowed at a million chunks, and what the rows say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.scale.rows import Row

AT = 1_000_000
"""Chunks the budgets are for."""

NEAREST = AT // 10
"""From the sizes below nothing is said of AT: there the fixed costs hide those that grow."""


@dataclass(frozen=True, slots=True)
class Budget:
    """A limit on a field of `Row`; for `at_least` a floor."""

    name: str
    field: str
    limit: float
    unit: str
    at_least: bool = False


BUDGETS = (
    Budget("retrieval, p95", "both_p95_ms", 100, "ms"),
    Budget("memory, at most", "most_mb", 4000, "MB"),
    Budget("open", "open_s", 2, "s"),
    Budget("recall@10 of the vectors", "recall", 0.98, "", at_least=True),
    Budget("add one article, open index", "add_s", 1, "s"),
    Budget("change one, open index", "change_s", 1, "s"),
    Budget("remove one, open index", "remove_s", 1, "s"),
    Budget("add one by a command", "command_add_s", 1, "s"),
    Budget("change one by a command", "command_change_s", 1, "s"),
    Budget("remove one by a command", "command_remove_s", 1, "s"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a budget stands at a million chunks."""

    budget: Budget
    value: float | None
    """None where it was neither measured nor can be extrapolated."""
    measured: bool
    """False for an extrapolated value."""
    busy: float | None = None
    """The same of the processor alone, for a time."""

    @property
    def kept(self) -> bool:
        """Say whether the value is within the budget."""
        if self.value is None:
            return False
        return self.value >= self.budget.limit if self.budget.at_least else self.value <= self.budget.limit


def standings(rows: Sequence[Row]) -> list[Standing]:
    """Return how each budget stands, by measurement where there is one."""
    return [_standing(budget, rows) for budget in BUDGETS]


def _standing(budget: Budget, rows: Sequence[Row]) -> Standing:
    last = rows[-1]
    field = budget.field
    if last.chunks >= AT:
        return Standing(budget, getattr(last, field), True, last.busy.get(field))
    if len(rows) < 2 or last.chunks < NEAREST:
        return Standing(budget, None, False)
    if budget.at_least:  # a share does not grow with size; what the largest size had is the best guess
        return Standing(budget, getattr(last, field), False)
    first = rows[-2]
    busy = extrapolate(first, last, first.busy[field], last.busy[field]) if field in last.busy else None
    return Standing(budget, extrapolate(first, last, getattr(first, field), getattr(last, field)), False, busy)


def extrapolate(first: Row, last: Row, low: float, high: float) -> float:
    """Go on to AT along the straight line through the values of two sizes, never downwards.

    The line is a fixed part and one for each chunk: so costs a flat index, and so do long lists of finds. What grows
    more slowly comes out too large.
    """
    a_chunk = max(0.0, (high - low) / (last.chunks - first.chunks))
    return high + (AT - last.chunks) * a_chunk
