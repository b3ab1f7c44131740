"""What figures measure, and which nouns news uses for one another."""

from ingest.figures.quantity.currencies import CODES, FAMILIES
from ingest.figures.quantity.units import UNITS
from ingest.types import Figure, FigureKind
from qa.lexicon.words import words_like


def groups(table: str) -> tuple[frozenset[str], ...]:
    """Return the groups of a table, parted by a bar or a new line, as stems."""
    return tuple(words_like(group) for group in table.strip().replace("\n", "|").split("|"))


ALIKE = groups("""
    company firm enterprise business corporation employer startup outfit
    employee worker staff person job people headcount staffer workforce
    person people resident inhabitant citizen population individual man woman
    death fatality victim casualty dead toll people person life body | vehicle car automobile train carriage
    vehicle bus coach lorry truck van tram | house home household dwelling apartment flat | school college academy
    student pupil | plant factory facility works mill | branch office outlet store shop subsidiary outpost
    country nation state | member people person | spectator fan people person attendance crowd | ticket fare
    bridge viaduct | attack strike raid | book title volume | game match | school kindergarten | hospital clinic
    flight plane | farm farmer holding | village settlement town | tree sapling | dollar cent | order purchase
    complaint report | film movie | investment deal transaction | project scheme programme program initiative
    ship vessel boat | soldier troop | industry sector field | task assignment | type kind model sort variety
    visitor tourist traveller passenger | patient case infection | machine device | seat member | vote ballot
    aircraft plane jet airliner | goal target | arrest detainee suspect | injury wounded casualty
    prisoner inmate convict | child kid minor youngster pupil | baby birth newborn infant | vaccination shot jab dose
    job post position | engine truck vehicle | concert show gig | shop store stall | fan supporter
    worker miner crew | cow head cattle | sheep head | accident crash collision""")
"""Nouns that are counted, each used for the other: "firms" may answer for "companies"."""


def dimension(figure: Figure) -> str:
    """Return what a figure measures: currency, share, length ...; "count" for counted things and bare numbers."""
    if figure.kind is FigureKind.SCORE:
        return "score"
    unit = (figure.unit or "").split("/")[0]
    if unit in CODES or unit in FAMILIES or unit in ("$", "¥", "£"):
        return "currency"
    known = UNITS.get(figure.unit or "") or UNITS.get(unit)
    if known is not None:
        return known.dimension
    return "count"


def alike(a: str, b: str) -> bool:
    """Return whether two noun stems may stand for one another."""
    return a == b or any(a in group and b in group for group in ALIKE)
