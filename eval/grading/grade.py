"""Grade what an answer says against what is expected, by the kind of the question; citations are checked elsewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from eval.grading.match import ORDER, Match, compare_figure
from eval.grading.read import Said, apart, family, read_figures
from eval.grading.shown import Shown, span
from eval.grading.words import is_quoted
from eval.types import ExpectedFigure, Grade

Figures = Sequence[ExpectedFigure]
_BRACKETS = re.compile(r"\([^()]*\)")


def best(matches: Sequence[Match]) -> Match:
    """Return the match that is least wrong."""
    return min(matches, key=lambda match: ORDER.index(match.grade))


def _number(value: object) -> Decimal | None:
    try:
        return abs(Decimal(str(value))) if value is not None else None
    except InvalidOperation:
        return None


def with_period(said: Said, figures: Sequence[Mapping[str, Any]]) -> Said:
    """Add the period that the answer's own list of figures gives for a figure whose words say none."""
    if said.period is not None:
        return said
    for row in figures:
        value = _number(row.get("value"))
        if value is not None and value == said.value and span(row.get("period")):
            return replace(said, period=span(row.get("period")))
    return said


def named(shown: Shown, *, computed: bool = False) -> tuple[list[Said], bool]:
    """Return the figures an answer gives as its answer, and whether they are named as such.

    Those of `short`; where it holds none, those of the claims. Where the answer is `computed`, what stands in brackets
    behind it is how: "95 (107 - 12)".
    """
    short = (computed and read_figures(_BRACKETS.sub(" ", shown.short))) or read_figures(shown.short)
    found = short or read_figures(shown.text)
    return [with_period(said, shown.figures) for said in apart(found)], bool(short)


def join_ends(figures: list[Said], expected: Figures) -> list[Said]:
    """Return the figures with both ends of an expected range as one: "6,000 and 8,000 tons" for "6,000 to 8,000"."""
    for one in expected:
        ends = [said for said in figures if said.high is None and said.value in (abs(one.value), one.high)]
        if one.high is not None and [said.value for said in ends] == [abs(one.value), one.high]:
            joined = replace(ends[0], high=one.high, unit=ends[1].unit, text=f"{ends[0].text} and {ends[1].text}")
            return [joined, *(said for said in figures if said not in ends)]
    return figures


def is_rival(said: Said, right: Said, expected: Figures) -> bool:
    """Say whether a second figure could be taken for the answer: same family of units, another figure.

    A bare number is a rival of anything ("12 or 15 percent"). An equivalent in another unit is one only where the
    expected figures say what it should be.
    """
    if family(said.unit) != family(right.unit) and said.group != right.group and said.unit is not None:
        return False
    matches = [compare_figure(said, one) for one in expected]
    if any(match.grade is Grade.CORRECT for match in matches):
        return False
    return said.group != right.group or any(match.grade is not Grade.WRONG_UNIT for match in matches)


def grade_figures(expected: Figures, shown: Shown, question: str = "", *, computed: bool = False) -> Match:
    """Grade an answer that has to name one of the expected figures.

    Right: the short answer (without one: the claims) names it, and no rival beside it. Several figures with the right
    one among them are hedging when they are the answer's own words, and "in the quote only" when they are a quoted
    sentence. No figure at all is "missing".
    """
    figures, short = named(shown, computed=computed)
    figures = join_ends(figures, expected)
    if not figures:
        return Match(Grade.MISSING, "no figure is named")
    matched = [(said, best([compare_figure(said, one, question) for one in expected])) for said in figures]
    right = [(said, match) for said, match in matched if match.grade is Grade.CORRECT]
    if not right:
        return _wrong([match for _, match in matched], expected, shown, question)
    if shown.short and not short:
        return Match(Grade.IN_QUOTE_ONLY, f"the short answer “{shown.short}” is no figure")
    rivals = [said for said in figures if is_rival(said, right[0][0], expected)]
    if not rivals:
        return right[0][1]
    if not short and is_quoted(shown.text, shown.quotes):
        return Match(Grade.IN_QUOTE_ONLY, "the sentence holds other figures, and none is named")
    return Match(Grade.HEDGED, f"names {right[0][0].text} and {rivals[0].text}")


def _wrong(matches: list[Match], expected: Figures, shown: Shown, question: str) -> Match:
    """Return the error of the best match, and say so where the right figure stands below a wrong short answer."""
    error = best(matches)
    below = [compare_figure(said, one, question) for said in read_figures(shown.text) for one in expected]
    if shown.short and any(match.grade is Grade.CORRECT for match in below):
        return replace(error, why=f"{error.why}; the right one stands in the text".lstrip("; "))
    return error


def _voices(shown: Shown) -> list[Said]:
    """Return the values an answer sets side by side, with their periods."""
    return [
        replace(said, period=span(row.get("period")) or said.period)
        for side in shown.sides
        for row in side
        for said in read_figures(str(row.get("text", "")))
    ]


def all_shown(expected: Figures, figures: Sequence[Said]) -> list[bool]:
    """Say of each different expected value whether one of the figures is it."""
    values = {(one.value, one.unit): [e for e in expected if e.value == one.value] for one in expected}
    return [any(compare_figure(s, e).grade is Grade.CORRECT for s in figures for e in ones) for ones in values.values()]


def grade_sides(expected: Figures, shown: Shown) -> Match:
    """Grade an answer that has to show every expected value, each with its own time; one side alone is "missing"."""
    figures = _voices(shown) + read_figures(shown.short) + read_figures(shown.text)
    held = all_shown(expected, figures)
    if all(held):
        return Match(Grade.CORRECT)
    undated = [replace(said, period=None) for said in figures]
    if all(all_shown(expected, undated)):
        return Match(Grade.WRONG_PERIOD, "a value is given for another time")
    if any(all_shown(expected, undated)):
        return Match(Grade.MISSING, "one side of the disagreement is not shown")
    if not figures:
        return Match(Grade.MISSING, "no value is shown")
    return _wrong([compare_figure(s, e) for s in figures for e in expected], expected, shown, "")


def found_disagreement(expected: Figures, shown: Shown) -> bool:
    """Say whether the expected values stand side by side as a disagreement."""
    return bool(shown.sides) and all(all_shown(expected, [replace(s, period=None) for s in _voices(shown)]))
