"""One figure of a claim against one of its source: value, unit, scale, bound and direction.

The comparison itself is `ingest.figures.compare_figures`; here stands what only a claim needs: nouns used for one
another, roundings that a qualifier allows, and which fault is named when several could be.
"""

from dataclasses import replace
from decimal import Decimal

from ingest.figures import Difference, compare_figures, parse_figures
from ingest.figures.quantity.units import compatible, describe_unit
from ingest.types import Bound, Figure, FigureKind, Status
from qa.lexicon.kin import same_word
from qa.lexicon.words import stem
from qa.types import Verdict

# "About 100,000" is not said of 140,000: a rounding in the news stays within a tenth.
ROUNDING = Decimal("0.1")
_ABOVE = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_BELOW = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
_SHORT_OF = ("nearly", "almost", "close to", "approaching", "nearing", "just shy of", "virtually")
_VERDICTS = {
    Difference.VALUE: Verdict.WRONG_VALUE,
    Difference.UNIT: Verdict.WRONG_UNIT,
    Difference.SCALE: Verdict.WRONG_SCALE,
    Difference.DIRECTION: Verdict.WRONG_DIRECTION,
    Difference.PERIOD: Verdict.WRONG_PERIOD,
}


def is_count(unit: str | None) -> bool:
    """Return whether a unit is a counted noun."""
    return unit is not None and describe_unit(unit).dimension.startswith("count:")


def figure_fault(claim: Figure, source: Figure) -> Verdict | None:
    """Return what is wrong with a claim's figure against a source's, time and subject left aside; None if nothing.

    Of an inequality the source must say as much: "more than 40" is not carried by "40", nor "40" by "up to 40".
    """
    plain = _aligned(claim, source)
    fault = compare_figures(plain, replace(source, period=None, status=Status.OUTCOME))
    if fault is None and any(figure_fault(again, replace(source, bound=Bound.EXACT)) for again in said_again(claim)):
        return Verdict.WRONG_VALUE
    if fault is None:
        return Verdict.WRONG_VALUE if _too_round(plain, source) else _bound_fault(claim, source)
    if fault is Difference.DIRECTION and _rounds(plain, source):
        return None
    if fault in (Difference.VALUE, Difference.SCALE):
        return _value_fault(claim, plain, source, fault)
    if fault is Difference.UNIT:
        return _unit_fault(claim, source)
    return _VERDICTS[fault]


def _aligned(claim: Figure, source: Figure) -> Figure:
    """Return the claim's figure without time and standing, its counted noun replaced by one the source uses for it."""
    unit = claim.unit
    if claim.unit != source.unit and is_count(claim.unit) and is_count(source.unit):
        assert claim.unit is not None and source.unit is not None
        if same_word(stem(claim.unit), stem(source.unit)):
            unit = source.unit
    return replace(claim, unit=unit, period=None, status=Status.OUTCOME)


def _too_round(claim: Figure, source: Figure) -> bool:
    """Return whether "about" stretches a value too far, or rounds again what the source had rounded."""
    if claim.bound is not Bound.ABOUT or claim.unit != source.unit or claim.value is None or source.value is None:
        return False
    gap = abs(claim.value - source.value)
    far = abs((claim.high or claim.value) - (source.high or source.value))
    if source.bound is Bound.ABOUT and max(gap, far) * 2 > max(claim.step, source.step):
        return True
    return gap > ROUNDING * abs(source.value)


def _bound_fault(claim: Figure, source: Figure) -> Verdict | None:
    """A source that only gives a limit does not carry the bare value, nor the limit of the other side."""
    if source.bound in _BELOW and claim.bound not in _BELOW:
        return Verdict.WRONG_DIRECTION
    if source.bound in _ABOVE and claim.bound not in _ABOVE:
        return Verdict.WRONG_DIRECTION
    if source.bound is Bound.ABOUT and claim.bound in _ABOVE | _BELOW:
        short = (source.qualifier or "").casefold() in _SHORT_OF
        return None if short and claim.bound in _BELOW else Verdict.WRONG_DIRECTION
    if source.bound is Bound.AT_LEAST and claim.bound is Bound.MORE_THAN:
        return Verdict.WRONG_DIRECTION
    if source.bound is Bound.AT_MOST and claim.bound is Bound.LESS_THAN:
        return Verdict.WRONG_DIRECTION
    return None


def _value_fault(claim: Figure, plain: Figure, source: Figure, fault: Difference) -> Verdict | None:
    if _rounds(plain, source) or _is_end(plain, source):
        return None
    if claim.value == source.value and claim.high == source.high and claim.unit != source.unit:
        return Verdict.WRONG_UNIT
    if fault is Difference.SCALE or _other_scale(claim, source):
        return Verdict.WRONG_SCALE
    return Verdict.WRONG_VALUE


def _unit_fault(claim: Figure, source: Figure) -> Verdict:
    """Two nouns that are counted are two subjects; anything else is another unit, if the number is the same."""
    if claim.value != source.value or claim.high != source.high:
        return Verdict.NOT_IN_SOURCE
    return Verdict.WRONG_SUBJECT if is_count(claim.unit) and is_count(source.unit) else Verdict.WRONG_UNIT


def _other_scale(claim: Figure, source: Figure) -> bool:
    """Return whether the digits agree under different scale words ("4 lakh" for "4 crore")."""
    if not claim.value or not source.value or (claim.scale or "").casefold() == (source.scale or "").casefold():
        return False
    return abs(claim.value).normalize().as_tuple().digits == abs(source.value).normalize().as_tuple().digits


def _rounds(claim: Figure, source: Figure) -> bool:
    """Return whether the qualifier makes the claim a true rounding: "more than 43,000" and "nearly 44,000" of 43,217.

    Only to the last digit printed that is not a zero: "more than 10" says nothing of 43,217.
    """
    if claim.value is None or source.value is None or claim.high is not None or source.high is not None:
        return False
    if claim.unit != source.unit and not (claim.unit and source.unit and compatible(claim.unit, source.unit)):
        return False
    place = _place(claim.value, claim.step)
    gap = source.value - claim.value
    if claim.value * source.value <= 0 or (source.bound in _BELOW | _ABOVE):
        return False
    if claim.bound in _ABOVE:
        return 0 < gap < place or (gap == 0 and claim.bound is Bound.AT_LEAST)
    if claim.bound is Bound.LESS_THAN or (claim.qualifier or "").casefold() in _SHORT_OF:
        return -place < gap < 0
    return claim.bound is Bound.ABOUT and abs(gap) * 2 <= place and abs(gap) <= ROUNDING * abs(source.value)


def _place(value: Decimal, step: Decimal) -> Decimal:
    """Return one unit in the last place of a number that is not a zero: 1000 of 43,000."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(Decimal(1).scaleb(exponent), step)


def _is_end(claim: Figure, source: Figure) -> bool:
    """Return whether the claim names one end of the source's range as the limit it is."""
    if source.high is None or claim.high is not None:
        return False
    if claim.bound is Bound.AT_LEAST:
        return claim.value == source.value
    return claim.bound is Bound.AT_MOST and claim.value == source.high


def said_again(claim: Figure) -> list[Figure]:
    """Return the equivalents of a claim's figure as figures: each must be carried too."""
    again = []
    for other in claim.equivalents:
        read = [f for f in parse_figures(other.text) if f.value == other.value]
        step = read[0].step if read else Decimal(1)
        again.append(
            Figure(FigureKind.QUANTITY, other.start, other.end, other.text, other.value, unit=other.unit, step=step)
        )
    return again


def same_kind(claim: Figure, source: Figure) -> bool:
    """Return whether two figures could be of one thing: like dimension, and not an ordinal beside a count."""
    if FigureKind.ORDINAL in (claim.kind, source.kind) and claim.kind is not source.kind:
        return False
    if claim.unit is None or source.unit is None:
        return (claim.unit or source.unit) is None or is_count(claim.unit or source.unit)
    if is_count(claim.unit) and is_count(source.unit):
        return same_word(stem(claim.unit), stem(source.unit))
    return describe_unit(claim.unit).dimension == describe_unit(source.unit).dimension
