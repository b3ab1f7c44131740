"""Units of measurement: canonical name, dimension and factor of each, and how they are printed.

Factors are those of the SI brochure and the 1959 yard and pound agreement; tests compare every one with `pint`.
"""

from decimal import Decimal
from typing import NamedTuple

from ingest.figures.quantity.currencies import CODES, FAMILIES


class Unit(NamedTuple):
    """Dimension of a unit and its size in the dimension's base unit."""

    dimension: str
    factor: Decimal


# canonical name, factor to the dimension's first unit, printed forms (lower case unless case says which unit it is)
_TABLE = {
    "length": """m 1 metre meter metres meters
        km 1000 kilometre kilometer kilometres kilometers kms
        cm 0.01 centimetre centimeter centimetres centimeters
        mm 0.001 millimetre millimeter millimetres millimeters
        nm 1e-9 nanometre nanometer nanometres nanometers
        µm 1e-6 micron microns micrometre micrometer micrometres micrometers
        mile 1609.344 miles mi
        ft 0.3048 foot feet
        inch 0.0254 inches
        yard 0.9144 yards yd yds
        nmi 1852 nautical_mile nautical_miles
        light-year 9460730472580800 light_year light_years""",
    "area": """m2 1 sqm m² m^2
        km2 1000000 km² sqkm
        cm2 0.0001 cm²
        mm2 0.000001 mm²
        ft2 0.09290304 sqft sq_ft
        mi2 2589988.110336
        yd2 0.83612736
        inch2 0.00064516
        ha 10000 hectare hectares
        acre 4046.8564224 acres
        mu 666.6666666666666666666666667""",
    "volume": """m3 1 m³ cbm
        km3 1000000000 km³
        cm3 0.000001 cm³ cc
        ft3 0.028316846592
        L 0.001 litre liter litres liters l
        mL 0.000001 millilitre milliliter millilitres milliliters ml
        gallon 0.003785411784 gallons gal
        bbl 0.158987294928 barrel barrels bbls
        dL 0.0001 dl decilitre deciliter""",
    "mass": """kg 1 kilogram kilograms kilogramme kilogrammes kilo kilos kgs
        g 0.001 gram grams gramme grammes
        mg 0.000001 milligram milligrams
        µg 1e-9 microgram micrograms mcg
        t 1000 tonne tonnes metric_ton metric_tons
        ton 1000 tons
        kt 1000000 kilotonne kilotonnes kiloton kilotons
        Mt 1000000000 megatonne megatonnes megaton megatons
        lb 0.45359237 lbs
        oz 0.028349523125 ounce ounces
        stone 6.35029318
        quintal 100 quintals""",
    "time": """second 1 seconds sec secs
        minute 60 minutes min mins
        hour 3600 hours hr hrs h
        day 86400 days
        week 604800 weeks
        month 2629746 months
        year 31556952 years yr yrs
        decade 315569520 decades
        century 3155695200 centuries
        ms 0.001 millisecond milliseconds""",
    "energy": """J 1 joule joules
        kJ 1000 kilojoule kilojoules
        MJ 1000000 megajoule megajoules
        Wh 3600 watt_hour watt_hours
        kWh 3600000 kilowatt_hour kilowatt_hours
        MWh 3600000000 megawatt_hour megawatt_hours
        GWh 3600000000000 gigawatt_hour gigawatt_hours
        TWh 3600000000000000 terawatt_hour terawatt_hours
        calorie 4.184 calories
        kcal 4184 kilocalorie kilocalories""",
    "power": """W 1 watt watts
        kW 1000 kilowatt kilowatts
        MW 1000000 megawatt megawatts
        GW 1000000000 gigawatt gigawatts
        TW 1000000000000 terawatt terawatts
        hp 745.69987158227022 horsepower""",
    "data": """bit 1 bits
        kbit 1000 kilobit kilobits
        Mbit 1000000 megabit megabits
        Gbit 1000000000 gigabit gigabits
        B 8 byte bytes
        KB 8000 kB kilobyte kilobytes
        MB 8000000 megabyte megabytes
        GB 8000000000 gigabyte gigabytes
        TB 8000000000000 terabyte terabytes
        PB 8000000000000000 petabyte petabytes""",
    "frequency": """Hz 1 hertz
        kHz 1000 kilohertz
        MHz 1000000 megahertz
        GHz 1000000000 gigahertz""",
    "pressure": """Pa 1 pascal pascals
        hPa 100 hectopascal hectopascals millibar millibars
        kPa 1000 kilopascal kilopascals
        MPa 1000000 megapascal megapascals
        psi 6894.757293168361336722673445""",
    "voltage": "V 1 volt volts\nkV 1000 kilovolt kilovolts",
    "current": "ampere 1 amp amps amperes\nmA 0.001 milliamp milliamps",
    "charge": "Ah 3600 amp_hour amp_hours\nmAh 3.6 milliamp_hour milliamp_hours",
    "speed": """m/s 1
        km/h 0.2777777777777777777777777778 kph kmh kmph
        mph 0.44704
        knot 0.5144444444444444444444444444 knots kt
        Mach 340.29""",
    "temperature": "degC 1 °c ℃\ndegF 1 °f ℉\nK 1 kelvin kelvins",
    "angle": "degree 1 degrees °",
    "rotation": "rpm 1",
    "sound": "dB 1 decibel decibels",
    "share": """% 0.01 percent pct per_cent ％ percents
        ‰ 0.001 permille
        share 1
        ppm 0.000001 parts_per_million
        ppb 0.000000001 parts_per_billion""",
    "points": """pp 1 percentage_point percentage_points ppt ppts percent_point percent_points
        bp 0.01 basis_point basis_points bps""",
    "times": "times 1 ×",
}
UNITS: dict[str, Unit] = {}
FORMS: dict[str, str] = {}
for _dimension, _rows in _TABLE.items():
    for _row in _rows.split("\n"):
        _name, _factor, *_forms = _row.split()
        UNITS[_name] = Unit(_dimension, Decimal(_factor))
        FORMS[_name] = _name
        FORMS.update((_form.replace("_", " "), _name) for _form in _forms)
for _double in ("kt", "mu", "share", "K", "B"):  # other words or units when they stand alone
    del FORMS[_double]
FORMS["mu"] = "mu"
# Rates with a name of their own.
NAMED_RATES = {
    ("km", "hour"): "km/h",
    ("mile", "hour"): "mph",
    ("m", "second"): "m/s",
    ("revolution", "minute"): "rpm",
    ("rotation", "minute"): "rpm",
}
POWERS = {"square": "2", "sq": "2", "cubic": "3", "cu": "3"}
SQUARED = {"m": "m", "km": "km", "cm": "cm", "mm": "mm", "ft": "ft", "mile": "mi", "yard": "yd", "inch": "inch"}
MONEY_PARTS = {"cent": ("$", 100), "UScent": ("USD", 100), "EURcent": ("EUR", 100), "pence": ("GBP", 100)}
# Tons are metric in most of the world's news; which ton is not said, so a tonne is only weakly the same.
WEAK_PAIRS = frozenset({frozenset({"ton", "t"})})


# Counted nouns that news uses for one another; a figure of one carries a claim of the other.
_SYNONYMS = (
    frozenset({"company", "enterprise", "firm", "business", "corporation"}),
    frozenset({"employee", "worker", "staff"}),
    frozenset({"person", "individual"}),
    frozenset({"home", "house"}),
)


def is_money(unit: str | None) -> bool:
    """Say whether `unit` is a currency, a part of one, or an unsaid one ("$", "rupee")."""
    return unit is not None and (unit in CODES or unit in MONEY_PARTS or (unit in FAMILIES and unit != "pound"))


def describe_unit(unit: str) -> Unit:
    """Return dimension and factor of a canonical unit; a counted noun is a dimension of its own.

    A rate "a/b" has the dimension of a over that of b and the quotient of their factors.
    """
    if unit in UNITS:
        return UNITS[unit]
    if unit in MONEY_PARTS:
        whole, parts = MONEY_PARTS[unit]
        return Unit(f"money:{whole}", Decimal(1) / parts)
    if is_money(unit):
        return Unit(f"money:{unit}", Decimal(1))
    over, slash, under = unit.rpartition("/")
    if slash and over and under:
        a, b = describe_unit(over), describe_unit(under)
        return Unit(f"{a.dimension}/{b.dimension}", a.factor / b.factor)
    return Unit(f"count:{unit}", Decimal(1))


def compatible(a: str, b: str) -> bool:
    """Say whether two units differ only in what one leaves unsaid: "$" and "USD", "rupee" and "INR", "ton" and "t"."""
    if a == b or frozenset({a, b}) in WEAK_PAIRS or any(a in words and b in words for words in _SYNONYMS):
        return True
    return b in FAMILIES.get(a, ()) or a in FAMILIES.get(b, ())


def to_base(value: Decimal, unit: str) -> Decimal:
    """Return `value` in the base unit of its dimension; temperatures in degrees Celsius."""
    if unit == "degF":
        return (value - 32) * 5 / 9
    if unit == "K":
        return value - Decimal("273.15")
    return value * describe_unit(unit).factor
