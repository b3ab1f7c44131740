"""What a figure is per: a day, a year, a head, a share."""

import re
from collections.abc import Mapping

from ingest.types import FigureKind
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
_HEADS = ("head", "capita", "person", "people", "each")
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
    rate = figure.rate
    if rate is None or rate in asked:
        return None
    if rate in _RATES:
        return f"the figure is per {rate}"
    words = _HEADS if rate == "head" else (rate.split()[-1],)
    named = any(word in question.text.casefold() for word in words)
    return None if named else f"the figure is for {rate} of several"
