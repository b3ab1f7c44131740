"""Pairs of claim and source, written by hand: what checking must find, and why."""

from datetime import date
from typing import NamedTuple

from qa.types import Verdict

OK = Verdict.SUPPORTED
VALUE = Verdict.WRONG_VALUE
UNIT = Verdict.WRONG_UNIT
SCALE = Verdict.WRONG_SCALE
PERIOD = Verdict.WRONG_PERIOD
SUBJECT = Verdict.WRONG_SUBJECT
DIRECTION = Verdict.WRONG_DIRECTION
ABSENT = Verdict.NOT_IN_SOURCE
JAN23, MAR24, JUN19 = date(2023, 1, 12), date(2024, 3, 6), date(2019, 6, 14)


class Case(NamedTuple):
    """One pair; `published` is the day of the source's article, `context` the sentences before it."""

    claim: str
    source: str
    verdict: Verdict
    reason: str
    published: date | None = None
    context: str = ""
    title: str = "News in brief"
    also: tuple[Verdict, ...] = ()
    """Verdicts that are as good where two faults are equally near."""
