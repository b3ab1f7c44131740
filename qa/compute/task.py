"""A sum that is asked for: what is done, and the two questions whose answers go into it."""

from dataclasses import dataclass
from enum import StrEnum

from qa.compute.operations import Operation


class Shape(StrEnum):
    """Where the operands come from."""

    THINGS = "things"
    """Each of two sub-questions gives one."""
    TIMES = "times"
    """Two times of one thing; an empty sub-question stands for a time that is not named."""
    RANGE = "range"
    """Both ends of one range."""
    SHARED = "shared"
    """An amount and the count it belongs to, told together."""


@dataclass(frozen=True, slots=True)
class Task:
    """A sum that is asked for."""

    operation: Operation
    shape: Shape
    left: str
    """The question for the first operand (the later time, the amount)."""
    right: str
    names: tuple[str, str] = ("", "")
    """What the two operands are of, as the question says it."""
    unit: str | None = None
    """The unit of time asked for, or the noun an amount is divided by."""
    firm: bool = True
    """One operand alone is no answer to the question."""
    yes_no: bool = False
