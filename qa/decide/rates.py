"""What a figure is per: a day, a year, a head, a share."""

import re
from collections.abc import Mapping

from ingest.types import Figure, FigureKind
from qa.reader.pick import Pick
from qa.understand.question import Question

_RATES: Mapping[str, re.Pattern[str]] = {
    unit: re.compile(rf"\b(?:per|a|an|each|every) {unit}\b|\b{word}\b|/{unit}\b", re.IGNORECASE)
    for unit, word in (
        ("hour", "hourly"),
        ("day", "daily"),
        ("week", "weekly"),
        ("month", "monthly"),
        ("year", "(?:yearly|annually|annual|per annum)"),
    )
}
RATE_BEHIND = 45
"""Characters behind a figure in which the rate it is per is printed."""
_PER = re.compile(r"\b(?:per|for every) (?!cent\b)(?:[\d,]+ )?([a-z]+)|\b(each|apiece)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:in all|in total|altogether|overall|total)\b", re.IGNORECASE)


def other_rate(question: Question, pick: Pick) -> str | None:
    """420 tonnes a day are no answer to how many a year, nor is a sum for each one to what is spent in all."""
    figure = pick.figure
    if figure is None or figure.kind is FigureKind.DATE:
        return None
    asked = {unit for unit, pattern in _RATES.items() if pattern.search(question.text)}
    total = _TOTAL.search(question.text) is not None
    if not asked and not total:
        return None
    said, per = _rates_said(pick, figure)
    if said and not said & asked:
        return f"the figure is per {sorted(said)[0]}"
    strange = [word for word in per if word not in question.text.casefold()]
    return f"the figure is for {strange[0]} of several" if strange else None


def _rates_said(pick: Pick, figure: Figure) -> tuple[set[str], list[str]]:
    """Return the times a figure is per, and other things that it is for each of."""
    candidate = pick.candidate
    after = [f.start for f in candidate.figures if f.start >= figure.end and f.kind is not FigureKind.DURATION]
    end = min([figure.end + RATE_BEHIND, *after])
    behind = re.split(r"[;.,]", candidate.article.text[figure.end : end])[0]
    words = f"{candidate.article.text[figure.start : figure.end]}{behind}"
    told = f"{words} /{figure.unit.split('/')[-1]}" if figure.unit and "/" in figure.unit else words
    said = {unit for unit, pattern in _RATES.items() if pattern.search(told)}
    per = [(m[1] or m[2]).casefold() for m in _PER.finditer(words)]
    return said, [word for word in per if word not in _RATES]
