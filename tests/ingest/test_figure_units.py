"""The table of units against `pint`, which the product itself never imports."""

import subprocess
import sys
from decimal import Decimal

import pint
import pytest

from ingest.figures.quantity.units import UNITS, compatible, describe_unit

NAMES = {
    "m2": "m**2", "km2": "km**2", "cm2": "cm**2", "mm2": "mm**2", "ft2": "ft**2", "mi2": "mile**2", "yd2": "yard**2",
    "inch2": "inch**2", "m3": "m**3", "km3": "km**3", "cm3": "cm**3", "ft3": "ft**3",
    "nmi": "nautical_mile", "light-year": "light_year", "bbl": "oil_barrel", "t": "tonne", "ton": "tonne",
    "kt": "kilotonne", "Mt": "megatonne", "quintal": "100 kg", "Wh": "W*h", "kWh": "kW*h", "MWh": "MW*h",
    "GWh": "GW*h", "TWh": "TW*h", "hp": "horsepower", "bit": "bit", "kbit": "kilobit", "Mbit": "megabit",
    "Gbit": "gigabit", "B": "byte", "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
    "PB": "petabyte", "Ah": "A*h", "mAh": "mA*h", "km/h": "km/h", "month": "30.436875 day", "year": "365.2425 day",
    "decade": "3652.425 day", "century": "36524.25 day", "%": "percent", "ppm": "ppm", "ppb": "1e-9", "‰": "1e-3",
    "share": "1", "gallon": "gallon", "calorie": "calorie", "kcal": "kilocalorie", "ampere": "ampere",
}  # fmt: skip
# No unit of measurement, or one pint does not know: a Chinese field measure, the speed of sound at sea level.
OURS = {"mu", "pp", "bp", "times", "magnitude", "dB", "rpm", "degC", "degF", "K", "Mach", "degree"}
BASES = {
    "length": "m", "area": "m**2", "volume": "m**3", "mass": "kg", "time": "s", "energy": "J", "power": "W",
    "data": "bit", "frequency": "Hz", "pressure": "Pa", "voltage": "V", "current": "A", "charge": "A*s",
    "speed": "m/s", "share": "dimensionless",
}  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize("unit", sorted(set(UNITS) - OURS))
def test_a_factor_is_that_of_pint(registry: pint.UnitRegistry, unit: str) -> None:
    dimension, factor = UNITS[unit]
    name = NAMES.get(unit, unit)
    quantity = registry.Quantity(name) if name[0].isdigit() or "/" in name else 1 * registry(name)
    theirs = registry.Quantity(quantity).to(BASES[dimension]).magnitude
    assert float(factor) == pytest.approx(float(theirs), rel=1e-5)  # survey and international acres differ by 4e-6


def test_rates_divide() -> None:
    assert describe_unit("kWh/day").dimension == "energy/time"
    assert describe_unit("t/ha").factor == Decimal("0.1")


@pytest.mark.parametrize(
    ("a", "b", "same", "reason"),
    [
        ("$", "USD", True, "an unsaid dollar may be this one"),
        ("$", "HKD", True, "or that one"),
        ("USD", "HKD", False, "two said ones are two"),
        ("rupee", "INR", True, "an unsaid rupee"),
        ("ton", "t", True, "an unsaid ton"),
        ("%", "pp", False, "never"),
        ("¥", "CNY", True, "yen or yuan"),
        ("¥", "USD", False, "but no dollar"),
    ],
)
def test_what_is_unsaid_is_weakly_the_same(a: str, b: str, same: bool, reason: str) -> None:
    assert compatible(a, b) is same and compatible(b, a) is same, reason


def test_figures_import_the_standard_library_only() -> None:
    """The package stands on the path of a cold question."""
    code = (
        "import sys; import ingest.figures;"
        "print([m for m in sys.modules if m.partition('.')[0] not in sys.stdlib_module_names"
        " and m.partition('.')[0] not in ('ingest', '__main__') and not m.startswith('_')])"
    )
    out = subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, '.'); {code}"],
                         capture_output=True, text=True, check=True)  # fmt: skip
    assert out.stdout.strip() == "[]"
