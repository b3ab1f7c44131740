"""Print a figure in one canonical way that `parse_figures` reads back."""

from datetime import date, timedelta
from decimal import Decimal

from ingest.figures.about.nouns import plural
from ingest.figures.quantity.numbers import VAGUE, scale_factor
from ingest.figures.quantity.units import UNITS
from ingest.figures.time.calendars import month_of
from ingest.types import Bound, Figure, FigureKind, Period

_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.LESS_THAN: "less than ",
    Bound.AT_MOST: "up to ",
}
_NAMES = "January February March April May June July August September October November December"
_MONTHS = _NAMES.split()
# Printed forms where the canonical name would not be read back as it stands.
_PRINTED = {"pp": "percentage points", "bp": "basis points", "degC": "°C", "degF": "°F", "K": "kelvins"}
_PRINTED |= {"kt": "kilotonnes", "B": "bytes", "°": "degrees", "share": "", "mu": "mu", "ampere": "amps"}
_PRINTED |= {"%": "%", "m/s": "m/s", "rpm": "revolutions per minute", "UScent": "US cents", "EURcent": "euro cents"}


def format_figure(figure: Figure) -> str:
    """Return the figure as text: bound, number at its printed precision, scale, unit; a date as its days.

    `parse_figures` of it gives the same value, high, unit, scale, step, bound and kind.
    """
    if figure.kind is FigureKind.DATE:
        return format_period(figure.period) if figure.period else figure.text
    if figure.value is None:
        return figure.text
    bound = _BOUNDS[figure.bound]
    if figure.kind is FigureKind.ORDINAL:
        return f"{bound}{_ordinal(int(figure.value))}"
    if figure.kind is FigureKind.SCORE:
        return f"score {figure.value:f}-{figure.high or Decimal(0):f}"
    if figure.kind is FigureKind.AGE:
        return f"{bound}{_amount(figure)} {plural(figure.unit or 'year')} old"
    if figure.scale and figure.scale.partition(" ")[0].lower() in VAGUE:
        return f"{figure.scale} of {_unit_words(figure.unit)}".strip()
    sign, _, under = (figure.unit or "").partition("/")
    if sign in ("$", "¥"):
        minus = "-" if figure.value < 0 else ""
        return f"{bound}{minus}{sign}{_amount(figure, True)}{' per ' + under if under else ''}"
    return f"{bound}{_amount(figure)}{_unit_part(figure)}"


def format_period(period: Period) -> str:
    """Return a period as its year, month, day or days; as printed where it could not be resolved."""
    start, end = period.start, period.end
    if start is None or end is None:
        return period.text
    if start == end:
        return start.isoformat()
    if start == month_first(end) and month_of(end.year, end.month) == (start, end):
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if start.month == start.day == 1 and (end.month, end.day) == (12, 31):
        sure = 1900 <= start.year <= 2099  # four digits beyond are a number unless a preposition dates them
        return f"{'' if sure else 'in '}{start.year}" if start.year == end.year else f"from {start.year} to {end.year}"
    return f"from {start.isoformat()} to {end.isoformat()}"


def month_first(day: date) -> date:
    """Return the first day of a day's month."""
    return day - timedelta(days=day.day - 1)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def _amount(figure: Figure, unsigned: bool = False) -> str:
    """Return number, range and scale words."""
    factor = scale_factor(figure.scale)
    step = figure.step / factor
    places = max(0, -int(step.normalize().as_tuple().exponent)) if step else 0
    low = (abs(figure.value or Decimal(0)) if unsigned else figure.value or Decimal(0)) / factor
    text = f"{low:,.{places}f}"
    if figure.unit == "share":
        return f"{figure.value or 0:.4f}".replace("0.", "", 1).lstrip("0") + "/10000"
    if figure.high is not None:
        text += f" to {figure.high / factor:,.{places}f}"
    return f"{text} {figure.scale}" if figure.scale else text


def _unit_words(unit: str | None) -> str:
    if unit is None:
        return ""
    over, slash, under = unit.rpartition("/")
    if slash and unit not in UNITS:
        return f"{_unit_words(over)} per {under}"
    if unit in _PRINTED:
        return _PRINTED[unit]
    return unit if unit in UNITS or unit.isupper() else plural(unit)


def _unit_part(figure: Figure) -> str:
    words = _unit_words(figure.unit)
    if not words:
        return ""
    return words if words in ("%", "°C", "°F") else f" {words}"
