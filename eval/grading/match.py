"""Compare one figure of an answer with one that is expected: strict about the figure, fair about the wording."""

import re
from dataclasses import dataclass
from decimal import Decimal

from eval.grading.read import Said, Span, family, last_place, read_figures
from eval.grading.words import fold
from eval.types import ExpectedFigure, Grade
from ingest.figures.about.nouns import singular
from ingest.figures.quantity.units import compatible, describe_unit, to_base

# From best to worst: which comparison counts when an answer or a question has several figures.
ORDER = (
    Grade.CORRECT,
    Grade.WRONG_QUALIFIER,
    Grade.WRONG_PERIOD,
    Grade.WRONG_SUBJECT,
    Grade.WRONG_SCALE,
    Grade.WRONG_VALUE,
    Grade.WRONG_UNIT,
)
# An answer may round what is printed, but not away: "2 trillion" does not stand for 2.43.
FEWEST_DIGITS = 2
_LOW = frozenset({"more than", "at least"})
_HIGH = frozenset({"less than", "at most"})
# Words of the news for one counted thing; other pairs have to share a word with what is expected or with the question.
_SAME_THING = (
    {"company", "firm", "enterprise", "business", "corporation"},
    {"person", "people", "individual", "resident", "inhabitant", "man", "woman"},
    {"employee", "worker", "staff", "staffer", "workforce", "person"},
    {"type", "kind", "variety", "sort", "model"},
    {"car", "vehicle", "automobile"},
    {"home", "house", "dwelling"},
    {"job", "post", "position"},
    {"death", "fatality", "person"},
    {"nation", "country"},
    {"child", "kid", "pupil", "student"},
)


@dataclass(frozen=True, slots=True)
class Match:
    """How a figure of an answer compares with the expected one."""

    grade: Grade
    why: str = ""
    notes: tuple[str, ...] = ()


def wanted_step(wanted: ExpectedFigure) -> Decimal:
    """Return one unit in the last printed place of an expected figure."""
    printed = [said.step for said in read_figures(wanted.text) if said.value == abs(wanted.value)]
    return printed[0] if printed else last_place(wanted.value)


def _digits(value: Decimal, step: Decimal) -> int:
    return len(str(int(abs(value) / step))) if step else 0


def round_alike(value: Decimal, step: Decimal, wanted: Decimal, finest: Decimal) -> str | None:
    """Say how two numbers agree: "same", "rounded", "finer", or None where they do not.

    They agree when they differ by at most half a unit in the last printed place of the coarser one; the answer must
    keep `FEWEST_DIGITS` digits, or all there are.
    """
    if value == wanted:
        return "same"
    if abs(value - wanted) * 2 > max(step, finest):
        return None
    if step <= finest:
        return "finer"
    return "rounded" if _digits(value, step) >= min(FEWEST_DIGITS, _digits(wanted, finest)) else None


def _words(text: str) -> set[str]:
    return {singular(word) for word in re.findall(r"[^\W\d_]+", fold(text))}


def same_thing(a: str, a_text: str, b: str, b_text: str, question: str = "") -> bool:
    """Say whether two counted nouns, each with the words around it, may name one thing."""
    a, b = a.split("/")[0], b.split("/")[0]
    if a == b or any(a in group and b in group for group in _SAME_THING):
        return True
    return b in _words(a_text) or a in _words(b_text) or b in _words(question)


def units_agree(said: Said, unit: str | None, text: str, question: str = "") -> str | None:
    """Say how the unit of a figure fits: "same", "bare" (none said), "loose", "converted", "other thing", or None."""
    if said.unit is None:
        bare = family(unit) == "count" or all(s.unit is None for s in read_figures(text))
        return "same" if unit is None else "bare" if bare else None
    if unit is None or said.unit == unit:
        return "same"
    if compatible(said.unit, unit):
        return "loose"
    if family(said.unit) == family(unit) == "count":
        alike = same_thing(unit, text, said.unit, f"{said.text} {said.measure}", question)
        return "same" if alike else "other thing"
    if describe_unit(said.unit).dimension == describe_unit(unit).dimension:
        return "converted"
    short, long = sorted((said.unit, unit), key=len)
    return "loose" if long.startswith(f"{short}/") else None


def numbers_of(said: Said, how: str, unit: str | None) -> tuple[Decimal, Decimal | None, Decimal]:
    """Return value, high end and step of a figure in `unit`."""
    if how != "converted" or said.unit is None or unit is None:
        return said.value, said.high, said.step
    scale = describe_unit(said.unit).factor / describe_unit(unit).factor
    if family(unit) == "temperature":
        base = to_base(said.value, said.unit)
        return base, to_base(said.high, said.unit) if said.high is not None else None, said.step * scale
    return said.value * scale, said.high * scale if said.high is not None else None, said.step * scale


def _off_by_scale(value: Decimal, wanted: Decimal, said: Said, text: str) -> bool:
    """Say whether two numbers have the same digits and differ by a scale word."""
    if not value or not wanted:
        return False
    ratio = max(value, wanted) / min(value, wanted)
    power = ratio.adjusted()
    named = [s.scale for s in read_figures(text)]
    other_word = bool(said.scale) and said.scale not in named
    return power > 0 and ratio == Decimal(1).scaleb(power) and (power % 3 == 0 or other_word)


def _values(said: Said, wanted: ExpectedFigure, how: str) -> Match:
    value, high, step = numbers_of(said, how, wanted.unit)
    goal, finest = abs(wanted.value), wanted_step(wanted)
    if family(wanted.unit) == "temperature" and how == "converted":
        goal = to_base(goal, wanted.unit or "")
    low_end = round_alike(value, step, goal, finest)
    if (high is None) != (wanted.high is None):
        return Match(Grade.WRONG_VALUE, "one is a range, the other is not")
    if wanted.high is not None and high is not None:
        same = low_end and round_alike(high, step, abs(wanted.high), finest)
        return Match(Grade.CORRECT) if same else Match(Grade.WRONG_VALUE, "another range")
    if low_end:
        return Match(Grade.CORRECT, notes=() if low_end == "same" else (f"{low_end} at the printed place",))
    if _off_by_scale(value, goal, said, wanted.text):
        return Match(Grade.WRONG_SCALE, "the digits are right, the scale is not")
    return Match(Grade.WRONG_VALUE, "another number")


def compare_directions(said: Said, wanted: ExpectedFigure) -> Match:
    """Refuse a rise for a fall; a direction that only one of them says is no matter, a minus sign is one."""
    goal = -1 if wanted.value < 0 else next((s.direction for s in read_figures(wanted.text) if s.direction), 0)
    if said.direction * goal < 0 or (wanted.value < 0) > (said.direction < 0):
        return Match(Grade.WRONG_VALUE, "the direction is the opposite one, or lost")
    if goal == 0 and said.direction < 0 and re.search(r"[-−]\s*\d", said.text):
        return Match(Grade.WRONG_VALUE, "a minus sign that is not expected")
    return Match(Grade.CORRECT)


def compare_bounds(said: str, wanted: str) -> Match:
    """Judge a qualifier: the opposite one is an error, one left out or added is a note.

    "More than" or "less than" added to an exact figure is an error, because it denies the figure.
    """
    if said == wanted:
        return Match(Grade.CORRECT)
    if (said in _LOW and wanted in _HIGH) or (said in _HIGH and wanted in _LOW):
        return Match(Grade.WRONG_QUALIFIER, f"“{said}” for “{wanted}”")
    if wanted == "exact" and said in ("more than", "less than"):
        return Match(Grade.WRONG_QUALIFIER, f"“{said}” for an exact figure")
    if said == "exact":
        return Match(Grade.CORRECT, notes=(f"leaves out “{wanted}”",))
    return Match(Grade.CORRECT, notes=(f"says “{said}”, expected “{wanted}”",))


def within(inner: Span, outer: Span) -> bool:
    """Say whether one time lies in another; an end that is None is open."""
    starts = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends


def compare_periods(said: Span | None, wanted: Span | None) -> Match:
    """Judge the time a figure is said to be about: part of the expected time agrees, a longer or other one does not.

    "By the end of 2022" is open at its start; there the last day decides.
    """
    if wanted is None or said is None:
        return Match(Grade.CORRECT, notes=("does not say the period",) if wanted and not said else ())
    if said[0] is None and said[1] is not None:
        said = (said[1], said[1])
    if within(said, wanted):
        return Match(Grade.CORRECT)
    return Match(Grade.WRONG_PERIOD, "the figure of another time")


def compare_figure(said: Said, wanted: ExpectedFigure, question: str = "") -> Match:
    """Compare a figure with an expected one: unit, value, scale, direction, qualifier, period, in this order."""
    how = units_agree(said, wanted.unit, wanted.text, question)
    if how is None:
        return Match(Grade.WRONG_UNIT, f"{said.unit or 'no unit'} for {wanted.unit}")
    period = compare_periods(said.period, wanted.period)
    values = _values(said, wanted, how)
    if values.grade is Grade.WRONG_VALUE and period.grade is not Grade.CORRECT:
        return period
    if how == "other thing" and values.grade is Grade.CORRECT:
        return Match(Grade.WRONG_SUBJECT, f"counts {said.unit}, expected {wanted.unit}")
    steps = (values, compare_directions(said, wanted), compare_bounds(said.bound, wanted.bound), period)
    failed = [step for step in steps if step.grade is not Grade.CORRECT]
    if failed:
        return failed[0]
    notes = tuple(note for step in steps for note in step.notes)
    return Match(Grade.CORRECT, notes=notes + ((f"unit: {how}",) if how in ("bare", "loose", "converted") else ()))
