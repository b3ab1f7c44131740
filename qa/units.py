"""Does a figure's unit fit what is asked?"""

import re

from ingest.types import Figure
from qa.words import stem

# Nouns news uses for one another; general English, so that "firms" may answer for "companies".
ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(stem(w) for w in group.split())
    for group in (
        "company firm enterprise business corporation employer startup start-up outfit",
        "employee worker staff person job people headcount member staffer workforce",
        "person people resident inhabitant citizen population individual man woman",
        "death fatality victim casualty dead toll people person life",
        "vehicle car automobile train carriage bus",
        "house home household dwelling apartment flat unit",
        "school college academy",
        "student pupil",
        "plant factory facility works mill",
        "branch office outlet store shop location subsidiary",
        "investment deal transaction project",
        "project scheme programme program initiative",
        "ship vessel boat",
        "soldier troop",
        "industry sector field area",
        "task assignment project",
        "type kind model sort variety",
        "goal target point",
        "visitor tourist traveller passenger",
        "patient case infection",
        "machine device unit",
        "seat member",
        "vote ballot",
        "aircraft plane jet airliner",
        "firm lab institute institution",
    )
)
_LENGTH = {"m", "km", "cm", "mm", "ft", "in", "mi", "yd", "metre", "kilometre", "mile", "foot", "inch"}
_DIMENSION_ASKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p, re.IGNORECASE), d)
    for p, d in (
        (r"\barea\b|\bfloor space\b|\bhow (?:big|large)\b", "area"),
        (r"\bhow (?:fast|quickly)\b|\bspeed\b|\brpm\b|\brevolutions\b", "speed"),
        (
            r"\bhow (?:long|tall|high|deep|wide|far|thick|broad)\b|\b(?:length|depth|height|width|distance|altitude)\b",
            "length",
        ),
        (r"\bhow heavy\b|\bweigh", "mass"),
        (r"\bhow (?:hot|cold)\b|\btemperature\b", "temperature"),
        (r"\bhow many times\b|\bmultiple\b|\bratio\b", "times"),
    )
)


def is_money(figure: Figure) -> bool:
    """Return whether a figure is an amount of money."""
    from ingest.figures import dimension_of

    return figure.unit is not None and dimension_of(figure.unit) == "currency"


def is_share(figure: Figure) -> bool:
    """Return whether a figure is a share or a rate in parts of a whole."""
    if figure.unit in ("%", "pp", "bp"):
        return True
    return figure.unit is None and figure.value is not None and 0 < figure.value < 1


def alike(a: str, b: str) -> bool:
    """Return whether two noun stems may stand for one another."""
    return a == b or any(a in group and b in group for group in ALIKE)
