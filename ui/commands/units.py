"""From the unit that was typed to the units of the ledger that are meant."""

from collections.abc import Mapping, Sequence

# Units that are named where none fits: a line's worth.
NAMED = 8


def units_meant(typed: str, held: Mapping[str, int]) -> list[str]:
    """Return the units in `held` (unit -> number of figures) that are meant; none where the ledger has no such unit.

    A unit as the ledger writes it means only itself; a word means its unit, and a word like "dollars", which does not
    say whose, every currency it may be. Where there is none of these, what stands for the same is taken: "firms" for
    companies, "tonnes" for tons.
    """
    from ingest.figures.quantity.currencies import FAMILIES
    from ingest.figures.quantity.named import read_named_unit
    from ingest.figures.quantity.units import compatible

    typed = typed.strip()
    if typed in held:
        return [typed]
    if same := [unit for unit in held if unit.casefold() == typed.casefold()]:
        return same
    named = read_named_unit(typed)
    if named is None:
        return []
    family = [unit for unit in held if unit == named or unit in FAMILIES.get(named, ())]
    return family or [unit for unit in held if compatible(named, unit)]


def say_unknown(typed: str, held: Mapping[str, int]) -> str:
    """Return that no figure has the unit, and which most of them have."""
    from ui.cli.options import shown

    most: Sequence[str] = sorted(held, key=lambda unit: (-held[unit], unit))[:NAMED]
    named = ", ".join(f"{unit} ({held[unit]:,})" for unit in most)
    return f"no figure has the unit {shown(typed)}; the most frequent are {named}"
