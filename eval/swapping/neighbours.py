"""The same question about a neighbour: another name of the same kind, another year, status, part or direction."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from eval.swapping.parts import Asked, is_planned
from eval.swapping.pile import Names, Original
from eval.swapping.verbs import PAST
from qa.lexicon.clues import ANY_MONTH

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STEPS = (-9, -6, -4, -3, -2, 2, 3, 4)
_OPPOSITE = {"rise": "fall", "grow": "shrink", "climb": "drop", "jump": "fall", "increase": "decrease"}
_OPPOSITE |= {"fall": "rise", "drop": "climb", "decline": "rise", "shrink": "grow", "slide": "climb"}
_OPPOSITE |= {"decrease": "increase", "gain": "lose", "lose": "gain", "surge": "plunge", "plunge": "surge"}
_MOVED = frozenset(
    "move moved come came go went gone bring brought take took taken send sent ship shipped relocate relocated transfer"
    " transferred travel cross crossed flee fled return returned export run".split()
)
"""Verbs beside which from and to tell a way."""
_LASTING = re.compile(r"\b(?:years?|months?|weeks?|days?|half|quarter|so far|of the|for)\b")
_TO_COME = re.compile(r"\s*\b(?:by|in|from|until) (?:the end of )?(?:\w+ )?20\d\d\b|\s*\bin the coming .*$")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A question about a neighbour, and the one it was made of."""

    text: str
    kind: str
    """place, person, organisation, year, direction, status or part."""
    original: Original


def neighbours(original: Original, names: Names, rng: random.Random, most: int) -> list[Neighbour]:
    """Return up to `most` questions about neighbours, no two alike, drawn by `rng`."""
    made = [*_status(original), *_part(original), *_direction(original)]
    years = list(_years(original, rng))
    renamed = list(_names(original, names, rng, most))
    # A third of what is left are years: the rest are names, which are most of what readers mix up.
    room = max(0, most - len(made))
    kept = years[: max(room // 3, room - len(renamed))]
    texts: dict[str, Neighbour] = {}
    for one in [*made, *kept, *renamed[: room - len(kept)]]:
        if one.text != original.asked.text:
            texts.setdefault(one.text, one)
    return list(texts.values())


def _names(original: Original, names: Names, rng: random.Random, most: int) -> Iterator[Neighbour]:
    """Put another name of the same kind for each name asked about; nearest first: article, then unit, then the rest."""
    text = original.asked.text
    own = [n for n in names.kinds if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", text)]
    own = [n for n in own if not any(n != other and n in other for other in own)]
    unit = original.asked.figure.unit or ""
    drawn = []
    for name in sorted(own):
        likes = [n for n in sorted(names.kinds) if is_like(name, n, original, names)]
        rng.shuffle(likes)
        likes.sort(key=lambda n: (original.article.id not in names.articles[n], unit not in names.units[n]))
        drawn.append([(name, like) for like in likes[:most]])
    for round_ in range(most):
        for pairs in drawn:
            if round_ < len(pairs):
                name, like = pairs[round_]
                swapped = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", like, text, count=1)
                yield Neighbour(swapped, names.kinds[name].value, original)


def is_like(name: str, other: str, original: Original, names: Names) -> bool:
    """Tell whether another name is of the same kind and surely another: no word shared, not told of here, no whole."""
    if names.kinds[name] is not names.kinds[other] or set(_WORDS.findall(name)) & set(_WORDS.findall(other)):
        return False
    if (name in names.after_the) is not (other in names.after_the):
        return False
    if other in original.sentence or other in original.asked.text:
        return False
    # A whole of this article, or "Izmir, Turkey": what happens in the one happens in the other too.
    if original.article.id in names.articles[other] and other.casefold() in names.scope[original.article.id]:
        return False
    return frozenset((name, other)) not in names.beside


def _years(original: Original, rng: random.Random) -> Iterator[Neighbour]:
    """Put another year for the one asked for, or add one that is neither told nor the article's."""
    asked, published = original.asked, original.article.published
    told = {int(y) for y in _YEAR.findall(original.article.text)} | ({published.year} if published else set())
    printed = _YEAR.search(asked.rest) or _YEAR.search(asked.subject)
    around = int(printed.group()) if printed else published.year if published else None
    if around is None:
        return
    years = [around + step for step in _STEPS if around + step not in told and around + step - 1 not in told]
    rng.shuffle(years)
    told_once = re.match(r"(?:did|was|were|had|has|have|does|do)$", asked.aux or asked.verb)
    past = bool(told_once or (not asked.aux and asked.verb in PAST)) and not _LASTING.search(asked.rest)
    for year in years:
        if printed:
            yield Neighbour(asked.text.replace(printed.group(), str(year)), "year", original)
        elif past and published and year < published.year:
            yield Neighbour(_in_year(asked, year).text, "year", original)


def _in_year(asked: Asked, year: int) -> Asked:
    """Return a question asked of a past year: "has X sold" and "does X sell" become "did X sell"."""
    month = re.search(rf"\bin {ANY_MONTH}$", asked.rest, re.IGNORECASE)
    rest = f"{asked.rest} {year}" if month else f"{asked.rest} in {year}".strip()
    if asked.aux in ("does", "do"):
        return replace(asked, aux="did", rest=rest)
    if asked.aux in ("has", "have"):
        return replace(asked, aux="had", rest=f"{asked.rest} by the end of {year}".strip())
    return replace(asked, rest=rest)


def _direction(original: Original) -> Iterator[Neighbour]:
    """Turn round from and to where the ledger has where it comes from or goes, and a rise into a fall."""
    asked = original.asked
    figure = asked.figure
    turned = asked.rest
    if any(end and end in asked.rest for end in (figure.origin, figure.destination)):
        turned = re.sub(r"\b(from|to)\b", lambda m: "to" if m[0] == "from" else "from", asked.rest)
    if turned != asked.rest and asked.verb.split(" ")[-1] in _MOVED:
        yield Neighbour(replace(asked, rest=turned).text, "direction", original)
    first, _, more = asked.verb.partition(" ")
    if asked.what in ("by how much", "to what level") and first in _OPPOSITE:
        yield Neighbour(replace(asked, verb=f"{_OPPOSITE[first]} {more}".strip()).text, "direction", original)


def _status(original: Original) -> Iterator[Neighbour]:
    """Ask for what is only planned or foreseen as if it had come about."""
    asked = original.asked
    if is_planned(asked):
        verb = re.sub(r"^(?:\w+ )?to ", "", asked.verb)
        rest = _TO_COME.sub("", asked.rest)
        yield Neighbour(replace(asked, aux="did", verb=verb, rest=rest).text, "status", original)


def _part(original: Original) -> Iterator[Neighbour]:
    """Ask for the whole where the figure is a part of one whose number is printed: "22 of its 418 stores"."""
    asked = original.asked
    if asked.whole and asked.subject:
        yield Neighbour(f"How many {asked.whole} did {asked.subject} have in all?", "part", original)
    elif asked.whole and re.match(r"(?:in|at|on|near) ", asked.rest):
        yield Neighbour(f"How many {asked.whole} were there in all {asked.rest}?", "part", original)
