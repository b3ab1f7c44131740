"""Choose for each figure of a sentence the time expression that governs it."""

from ingest.figures.quantity.scan import Spotted
from ingest.figures.time.phrases import Found, Role
from ingest.figures.tokens import Line, wordset

# Between a figure and the time behind it these end the figure's reach.
_WALLS = wordset(
    ", ; : — – said says adding while which who that whereas but although though because after before when where"
    " since ( ) was were is are will has had have"
)
_LEADERS = wordset(
    "in on at by for during as of the over since until between from within through around about early late for"
    " end \" “ ' ‘ ( and but while whereas that with so compared also then mid - , — –"
)
_FOUNDED = wordset(
    "founded established born built opened launched created signed introduced set unveiled started began begun"
    " adopted passed elected appointed joined left issued enacted died married formed incorporated"
)
_CONTRAST = frozenset({"compared", "from", "than", "versus", "against", "up", "down"})
_PHRASE_STARTS = frozenset({"as", "at", "in", "by", "during", "for", "on", "since", "according"})
_NEW_CLAUSE = wordset("and but while whereas which who ; : said was were is are has had have will than from compared ,")
_LINKS = wordset("and or as well plus , & with")


def assign_periods(line: Line, figures: list[Spotted], times: list[Found]) -> list[Found | None]:
    """Return for each figure the expression it is about, None where the sentence gives none.

    In order: the expression right behind the figure; that of a figure it is joined to; the last expression that
    leads the sentence or its clause; one between subject and verb. Bases of comparison and days of a statement
    govern nothing; an average rate reaches from its base to the main time.
    """
    usable = [one for one in times if one.role is Role.TIME]
    behind = [_behind(line, figures, number, times) for number in range(len(figures))]
    owned = {id(one) for one in behind if one}
    result: list[Found | None] = []
    for number, figure in enumerate(figures):
        one = behind[number] or _joined(line, figures, behind, number) or _before(line, figure, usable, owned)
        one = one or (_apposed(line, figures, number, behind, result) if number else None)
        result.append(_averaged(line, figure, one, times))
    return _respectively(line, figures, usable) or result


def _behind(line: Line, figures: list[Spotted], number: int, times: list[Found]) -> Found | None:
    """Find the expression behind a figure with nothing but its own words between."""
    b = figures[number].quantity.b
    if figures[number].equivalents:
        b = figures[number].equivalents[-1][1]
        b = b + 1 if line.word(b) == ")" else b
    limit = figures[number + 1].quantity.a if number + 1 < len(figures) else line.n
    for one in times:
        if b <= one.a <= limit and one.role in (Role.TIME, Role.BASE):
            if one.role is Role.BASE:
                if set(line.low[b : one.a]) <= {"in", "the"}:
                    return one
                continue
            gap = line.low[b : one.a]
            if len(gap) > 14 or _WALLS.intersection(gap):
                return None
            return None if (gap and gap[-1] == "from") or _FOUNDED.intersection(gap) else one
    return None


def _joined(line: Line, figures: list[Spotted], behind: list[Found | None], number: int) -> Found | None:
    """Share the expression of the next figure when the two are listed together ("5 schools and 3 clinics in 2022")."""
    if number + 1 >= len(figures) or behind[number + 1] is None:
        return None
    gap = line.low[figures[number].quantity.b : figures[number + 1].quantity.a]
    if not gap or len(gap) > 6 or _WALLS.intersection(gap[1:]) or _CONTRAST.intersection(gap):
        return None
    # "fell 5% to 6 million in May" is one change; "rose from 3 in May to 5 in June" is two times.
    changed = gap[0] == "to" and line.word(figures[number].quantity.a - 1) != "from"
    return behind[number + 1] if changed or gap[0] in _LINKS else None


def _apposed(
    line: Line, figures: list[Spotted], number: int, behind: list[Found | None], result: list[Found | None]
) -> Found | None:
    """Share the expression of the figure before when this one only adds to it ("5 tonnes in 2022, up 3 percent")."""
    last = behind[number - 1]
    start = last.b if last else figures[number - 1].quantity.b
    gap = line.low[start : figures[number].quantity.a]
    if gap[:1] != [","] or len(gap) > 8 or _NEW_CLAUSE.intersection(gap[1:]):
        return None
    return result[number - 1]


def _before(line: Line, figure: Spotted, times: list[Found], owned: set[int]) -> Found | None:
    """Find the expression before a figure that governs its clause."""
    chosen = None
    for one in times:
        if one.b > figure.quantity.a:
            break
        if _leads(line, one) or (id(one) not in owned and _within(line, one, figure.quantity.a)):
            chosen = one
    return chosen


def _leads(line: Line, one: Found) -> bool:
    """Say whether an expression opens the sentence or, set off by a comma, a clause."""
    k = one.a - 1
    while k >= 0 and line.low[k] in _LEADERS and k > one.a - 6:
        if line.low[k] in (",", "—", "that", "while", "whereas", "and", "but") and k < one.a - 1:
            return line.word(one.b) == "," or line.low[k] in ("that", "while", "whereas")
        k -= 1
    return k < 0 or line.low[k] in (";", ":") or _opens(line, one)


def _opens(line: Line, one: Found) -> bool:
    """Say whether the expression ends an opening phrase: "As of the census of 2010, ..."."""
    return line.word(one.b) == "," and one.a < 8 and line.low[0] in _PHRASE_STARTS and "," not in line.low[: one.a]


def _within(line: Line, one: Found, a: int) -> bool:
    """Say whether an expression stands in the figure's own clause, before its verb or right before the figure."""
    gap = line.low[one.b : a]
    if {",", ";", ":", "while", "which", "who"}.intersection(gap) or len(gap) > 16:
        return False
    lead = line.low[max(0, one.a - 3) : one.a]
    return not _FOUNDED.intersection(lead)


def _averaged(line: Line, figure: Spotted, one: Found | None, times: list[Found]) -> Found | None:
    """Let an average annual rate reach from the base year named before it to the main time."""
    q = figure.quantity
    words = line.low[max(0, q.a - 8) : q.b + 4]
    if one is None or one.days is None or not {"average", "compound", "annualized", "annualised"}.intersection(words):
        return one
    bases = [base for base in times if base.role is Role.BASE and base.days and base.grain == "year"]
    if not bases or bases[-1].days is None or bases[-1].days[0] >= one.days[1]:
        return one
    return Found(one.a, one.b, (bases[-1].days[0], one.days[1]), one.relative, "window")


def _respectively(line: Line, figures: list[Spotted], times: list[Found]) -> list[Found | None] | None:
    """Pair figures and times one by one where the sentence says "respectively"."""
    if "respectively" not in line.low or len(times) != len(figures) or len(times) < 2:
        return None
    return list(times)
