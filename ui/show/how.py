"""How a figure of the ledger is meant, in a few words: is it so, per what, whence and where to, of what whole."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.types import Figure

# What is told as so needs no word.
_POLARITY = {"denied": "denied", "not": "not so"}


def say_how(figure: "Figure") -> str:
    """Return "not so, per day, from Oslo, to Bergen, of the 112 graduates", each part where it is told; else empty.

    A rate that the printed figure holds itself ("60 km per hour") is not said again.
    """
    parts = (
        _POLARITY.get(figure.polarity.value),
        _say_rate(figure),
        figure.origin and f"from {figure.origin}",
        figure.destination and f"to {figure.destination}",
        figure.part_of and f"of {figure.part_of}",
    )
    return ", ".join(part for part in parts if part)


def _say_rate(figure: "Figure") -> str | None:
    rate = figure.rate
    if not rate or re.search(rf"\b{re.escape(rate)}\b", figure.text, re.IGNORECASE):
        return None
    return rate if rate == "each" else f"per {rate}"


def say_qualified(figure: "Figure") -> str:
    """Return a figure as printed, with its qualifier before it, or behind it for one that begins with "or"."""
    qualifier = figure.qualifier
    if not qualifier or qualifier.casefold() in figure.text.casefold():
        return figure.text
    return f"{figure.text} {qualifier}" if qualifier.startswith("or ") else f"{qualifier} {figure.text}"
