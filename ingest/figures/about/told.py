"""Add to the figures of a sentence what its words tell of each: is it so, per what, whence, where to, of what whole."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures.about.flows import read_flow
from ingest.figures.about.parts import read_whole
from ingest.figures.about.polarity import read_polarity
from ingest.figures.about.rates import read_rate
from ingest.types import Figure, FigureKind

_PER_MANY = re.compile(r"\b(?:per|for every|for each) $", re.IGNORECASE)


def tell(text: str, start: int, end: int, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the sentence `text[start:end]`, in order, with polarity, rate, flow and whole."""
    sentence = text[start:end]
    amounts = [one for one in figures if one.kind not in (FigureKind.DATE, FigureKind.DURATION)]
    told = []
    for one in figures:
        polarity = read_polarity(sentence, one.start - start, one.end - start, one.unit)
        if one.kind is FigureKind.DATE:
            told.append(replace(one, polarity=polarity))
            continue
        before = [other for other in amounts if other.end <= one.start]
        after = next((other for other in amounts if other.start >= one.end), None)
        since = before[-1].end if before else start
        lead, behind = text[start : one.start], text[one.end : after.start if after else end]
        per = text[one.end : after.end] if after and _PER_MANY.search(behind) else behind
        origin, destination = read_flow(text[since : one.start], behind, one.unit, one.kind is FigureKind.QUANTITY)
        told.append(
            replace(
                one,
                polarity=polarity,
                rate=read_rate(one, lead, per),
                origin=origin,
                destination=destination,
                part_of=read_whole(one, lead, text[one.end : end], before),
            )
        )
    return told
