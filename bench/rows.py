"""The result of a benchmark: rows of ours, the baseline's and their ratio, printed as they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing."""

    name: str
    ours: float
    unit: str
    baseline: float | None = None
    """What the plain pipeline takes, in the same unit; None where it does no such thing."""
    budget: str = ""
    """What the design allows, in words."""
    within: bool | None = None
    """Whether it is kept; None where there is none."""
    more_is_better: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times better ours is: above 1 ours wins."""
        if self.baseline is None or not self.baseline or not self.ours:
            return None
        return self.ours / self.baseline if self.more_is_better else self.baseline / self.ours

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON holds it."""
        return {
            "name": self.name,
            "ours": self.ours,
            "baseline": self.baseline,
            "ratio": self.ratio,
            "unit": self.unit,
            "budget": self.budget,
            "within": self.within,
            "note": self.note,
        }


HEAD = f"{'what':<44} {'ours':>9} {'plain':>9} {'':<11} {'ratio':>7}  budget"


def show(row: Row) -> str:
    """Return the row as a line of the table under `HEAD`."""
    baseline = _number(row.baseline) if row.baseline is not None else "-"
    ratio = f"{row.ratio:.2f}x" if row.ratio is not None else "-"
    kept = {None: "", True: " (kept)", False: " (MISSED)"}[row.within]
    tail = f"  {row.budget}{kept}" if row.budget else ""
    note = f"  [{row.note}]" if row.note else ""
    return f"{row.name:<44} {_number(row.ours):>9} {baseline:>9} {row.unit:<11} {ratio:>7}{tail}{note}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def report(rows: Sequence[Row], **more: Any) -> dict[str, Any]:
    """Return everything as one JSON object."""
    return {**more, "rows": [row.to_dict() for row in rows]}
