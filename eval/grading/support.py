"""Check that the cited words carry what an answer shows."""

import re
from decimal import Decimal
from itertools import combinations, permutations

from eval.grading.match import numbers_of, round_alike, units_agree
from eval.grading.read import Said, apart, family, read_dates, read_figures
from eval.grading.shown import Cited, Shown
from eval.grading.words import holds
from ingest.figures.quantity.units import describe_unit

# A result of arithmetic is looked for among pairs of the cited figures; longer lists are no calculation.
MOST_OPERANDS = 12
# A result has no printed place of its own; what is shown decides how far it is rounded.
FINEST = Decimal("1e-9")
_YEAR = re.compile(r"[12]\d{3}")
SECONDS_A_DAY = Decimal(86_400)


def carries(printed: Said, shown: Said) -> bool:
    """Say whether a printed figure is the one shown: unit, value at the printed place, and no finer than printed."""
    if shown.unit is None and printed.high is not None and shown.value in (printed.value, printed.high):
        return True  # an end of a range, whose unit stands behind the other end
    how = units_agree(shown, printed.unit, f"{printed.text} {printed.measure}")
    if how is None or how == "other thing":
        return False
    value, high, step = numbers_of(shown, how, printed.unit)
    agree = round_alike(value, step, printed.value, printed.step)
    if agree is None or (agree == "finer" and how != "converted"):
        return printed.high is not None and high is None and value == printed.high
    if high is None or printed.high is None:
        return high is None
    return round_alike(high, step, printed.high, printed.step) is not None


def is_carried(shown: Said, cited: list[Cited]) -> bool:
    """Say whether one of the cited passages, or the title of its article, prints the figure."""
    texts = [(text, c.published) for c in cited for text in (c.quote, c.title)]
    if shown.unit is None and _YEAR.fullmatch(shown.text) and any(holds(text, shown.text) for text, _ in texts):
        return True  # a year read as a number
    return any(carries(printed, shown) for text, published in texts for printed in read_figures(text, published))


def _results(a: Decimal, b: Decimal) -> list[Decimal]:
    """Return what arithmetic makes of two operands: difference, sum, product, ratio, percentage, percentage change."""
    found = [a - b, a + b, a * b]
    if b:
        found += [a / b, a / b * 100, (a - b) / b * 100]
    return found


def _is_result(shown: Said, values: list[Decimal]) -> bool:
    """Say whether a figure is a result of two of the values, or the sum of three, rounded as it is printed."""
    results = [abs(result) for a, b in permutations(values, 2) for result in _results(a, b)]
    results += [sum(three, Decimal(0)) for three in combinations(values, 3)]
    return any(result and round_alike(shown.value, shown.step, result, FINEST) for result in results)


def is_computed(shown: Said, cited: list[Cited]) -> bool:
    """Say whether the figure is computed from figures, or is the time between dates, in the cited words."""
    operands = [said for c in cited for said in read_figures(c.quote, c.published)][:MOST_OPERANDS]
    if _is_result(shown, [v for said in operands for v in (said.value, said.high) if v is not None]):
        return True
    return shown.unit is not None and family(shown.unit) == "time" and _lies_between(shown, cited)


def _lies_between(shown: Said, cited: list[Cited]) -> bool:
    """Say whether a duration is the time between two cited dates, to one unit: "16 months" from February to June."""
    days = [d.start for c in cited for d in read_dates(c.quote, c.published) if d.start]
    length = describe_unit(shown.unit or "day").factor / SECONDS_A_DAY
    return any(abs(abs((a - b).days) / length - shown.value) <= 1 for a, b in combinations(days, 2))


def shown_figures(shown: Shown) -> list[tuple[Said, list[Cited]]]:
    """Return every figure an answer shows with the citations it may stand on."""
    pairs = [(said, list(shown.citations)) for said in read_figures(shown.short)]
    for text, keys in shown.claims:
        pairs += [(said, shown.cited_by(keys)) for said in read_figures(text)]
    for row in (row for side in shown.sides for row in side):
        keys = (str(row["citation"]),) if row.get("citation") else ()
        pairs += [(said, shown.cited_by(keys)) for said in read_figures(str(row.get("text") or ""))]
    return pairs


def count_unsupported(shown: Shown, *, computed: bool = False, echoed: str = "") -> tuple[int, int]:
    """Return how many different figures are shown, and how many of them no cited words carry.

    `computed` admits results of arithmetic on cited figures. Figures that the question itself prints (`echoed`) are
    nobody's claim. An abstention shows none.
    """
    if shown.abstained:
        return 0, 0
    said_before = read_figures(echoed)
    pairs = [(s, c) for s, c in shown_figures(shown) if not any(s.value == e.value for e in said_before)]
    bad = [s for s, c in pairs if not is_carried(s, c) and not (computed and is_computed(s, c))]
    return len(apart([s for s, _ in pairs])), len(apart(bad))
