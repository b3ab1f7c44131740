"""Finding the two operands of a sum: picks that stand for the sub-questions, and their mates in the same sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ingest.types import Bound, Change, Figure, FigureKind
from qa.arithmetic_ask import Shape, Task
from qa.arithmetic_compute import Operation, same_sort
from qa.kinds import asked_kind
from qa.passages import Candidate
from qa.pick import Pick
from qa.pick_figure import printed
from qa.times import latest
from qa.trust import Trust
from qa.types import Asks
from qa.units import alike, dimension
from qa.words import content, stem, tokens


@dataclass(frozen=True, slots=True)
class Found:
    """What a sub-question found."""

    picks: Sequence[tuple[Pick, Trust]] = ()
    """Those that stand, best first."""
    sentences: Sequence[Candidate] = ()
    """The best sentences, whether a pick of theirs stands or not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two operands and how far they can be trusted."""

    left: Pick
    right: Pick
    trust: float


Ask = Callable[[str], Found]

# A pick so far below the best of its sub-question is another thing (scores run from 0 to about 15).
NEARLY = 4.0
# Two figures of one sentence are told to be compared.
TOGETHER = 2.0
# For a figure among the words that only its own side of the question has.
OWN_WORDS = 3.0
# A mate in the sentence of the other operand must be named by so much of what only its side of the question says.
NAMED = 0.5
_BEFORE = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|against|versus|than|(?:up|down) (?:from|on)|initially|originally|started with|began with"
    r"|used to (?:be|have)|had (?:been|only))\s+(?:about |around |some |only |just |over |nearly |almost )?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;]{0,25}?\b(?:(?:a|one) (?:year|month|quarter|week|decade) (?:earlier|ago|before)|at (?:first|the start)|initially|originally"
    r"|previously|(?:the|in the same (?:period|quarter|month)) (?:year before|last year|previous year|a year earlier))\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|apiece|a piece|per \w+|every one)\b", re.IGNORECASE)


def find_pair(task: Task, ask: Ask) -> Pair | None:
    """Return the operands of a sum, None where they cannot both be found."""
    if task.shape is Shape.TIMES:
        return _at_two_times(task, ask)
    if task.shape is Shape.SHARED:
        return _each_of_many(ask(task.left)) if task.operation is Operation.PRODUCT else _shared(task, ask)
    return _two_things(task, ask)


def find_range(task: Task, ask: Ask) -> tuple[Pick, float] | None:
    """Return the range both of whose ends are asked for."""
    found = ask(task.left)
    for pick, trust in found.picks:
        if pick.figure is not None and pick.figure.high is not None:
            return pick, trust.probability
    return None


def own_words(phrase: str, other: str) -> frozenset[str]:
    """Return the stems only one of two phrases has."""
    return frozenset(t.stem for t in content(phrase)) - {t.stem for t in content(other)}


def beside(candidate: Candidate, figure: Figure) -> frozenset[str]:
    """Return the stems that stand with a figure: its own words and those up to the figures around it."""
    text, start = candidate.text, candidate.start
    others = [f for f in candidate.figures if f.kind is not FigureKind.DATE and f is not figure]
    a = max((f.end for f in others if f.end <= figure.start), default=start) - start
    b = min((f.start for f in others if f.start >= figure.end), default=candidate.end) - start
    words = f"{figure.measure or ''} {figure.subject or ''} {text[a:b]}"
    return frozenset(t.stem for t in tokens(words))


def named(figure: Figure, candidate: Candidate, wanted: frozenset[str]) -> float:
    """Return the share of the wanted stems that stand with a figure, 0 to 1."""
    if not wanted:
        return 0.0
    said = beside(candidate, figure)
    return sum(any(w == s or alike(w, s) for s in said) for w in wanted) / len(wanted)


def as_pick(candidate: Candidate, figure: Figure, score: float) -> Pick:
    """Return the pick of a figure found beside another."""
    return Pick(candidate, score, printed(figure, candidate), figure.start, figure.end, figure)


def _fit(a: Figure | None, b: Figure | None, dates: bool) -> bool:
    if a is None or b is None:
        return False
    if dates:
        return a.kind is FigureKind.DATE and b.kind is FigureKind.DATE
    single = a.high is None and b.high is None and a.value is not None and b.value is not None
    return single and same_sort(a, b)


def _same_place(a: Pick, b: Pick) -> bool:
    return a.candidate.article.id == b.candidate.article.id and a.start == b.start


def _same_sentence(a: Pick, b: Pick) -> bool:
    return a.candidate.article.id == b.candidate.article.id and a.candidate.start == b.candidate.start


def _near(picks: Sequence[tuple[Pick, Trust]]) -> list[tuple[Pick, Trust]]:
    return [(p, t) for p, t in picks if p.score >= picks[0][0].score - NEARLY]


def _two_things(task: Task, ask: Ask) -> Pair | None:
    lefts, rights = _near(ask(task.left).picks), _near(ask(task.right).picks)
    mine, theirs = own_words(*task.names), own_words(task.names[1], task.names[0])
    dates = task.operation in (Operation.EARLIER, Operation.ELAPSED)

    def score(l: Pick, r: Pick) -> float:
        assert l.figure is not None and r.figure is not None
        straight = named(l.figure, l.candidate, mine) + named(r.figure, r.candidate, theirs)
        crossed = named(l.figure, l.candidate, theirs) + named(r.figure, r.candidate, mine)
        return l.score + r.score + TOGETHER * _same_sentence(l, r) + OWN_WORDS * (straight - crossed)

    pairs = [
        Pair(l, r, min(t.probability, u.probability))
        for (l, t), (r, u) in product(lefts, rights)
        if not _same_place(l, r) and _fit(l.figure, r.figure, dates)
    ]
    if pairs:
        best = max(pairs, key=lambda p: score(p.left, p.right))
        return best if dates or _tells_apart(best, mine, theirs) else None
    mates = [Pair(l, m, t.probability) for l, t in lefts[:2] for m in _mates(l, theirs, mine, dates)]
    mates += [Pair(m, r, t.probability) for r, t in rights[:2] for m in _mates(r, mine, theirs, dates)]
    return mates[0] if mates else None


def _tells_apart(pair: Pair, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Refuse two figures of which neither is named by what its side alone says."""
    left, right = pair.left, pair.right
    assert left.figure is not None and right.figure is not None
    said_left = named(left.figure, left.candidate, mine) or named(left.figure, left.candidate, theirs) == 0
    said_right = named(right.figure, right.candidate, theirs) or named(right.figure, right.candidate, mine) == 0
    return bool(said_left and said_right)


def _mates(pick: Pick, wanted: frozenset[str], not_wanted: frozenset[str], dates: bool) -> Iterator[Pick]:
    """Yield the figures of a pick's sentence that the other side of the question names, best first."""
    candidate = pick.candidate
    rated = [
        (named(f, candidate, wanted) - named(f, candidate, not_wanted), f)
        for f in candidate.figures
        if f.start != pick.start and _fit(pick.figure, f, dates)
    ]
    for share, figure in sorted(rated, key=lambda r: -r[0]):
        if share >= NAMED:
            yield as_pick(candidate, figure, pick.score)


def told_as_before(figure: Figure, candidate: Candidate) -> bool:
    """Say whether a sentence tells a figure as what was so earlier."""
    if figure.change is Change.FROM:
        return True
    text, start = candidate.text, candidate.start
    before, after = text[: figure.start - start], text[figure.end - start :]
    own = after[
        : min(
            (f.start - figure.end for f in candidate.figures if f.start > figure.end and f.kind is not FigureKind.DATE),
            default=60,
        )
    ]
    return bool(_BEFORE.search(before[-40:]) or _AFTER.search(own))


def _is_change(figure: Figure) -> bool:
    return figure.change in (Change.RISE_BY, Change.FALL_BY)


def _at_two_times(task: Task, ask: Ask) -> Pair | None:
    nows = [(p, t) for p, t in ask(task.left).picks if p.figure is not None and not _is_change(p.figure)]
    if not task.right:
        return next((pair for p, t in nows for pair in _then_and_now(p, t)), None)
    thens = [(p, t) for p, t in ask(task.right).picks if p.figure is not None and not _is_change(p.figure)]
    pairs = [
        Pair(n, e, min(t.probability, u.probability))
        for (n, t), (e, u) in product(_near(nows), _near(thens))
        if not _same_place(n, e) and _fit(n.figure, e.figure, False) and _later(n, e) and _one_measure(n, e)
    ]
    if pairs:
        return max(pairs, key=lambda p: p.left.score + p.right.score + TOGETHER * _same_sentence(p.left, p.right))
    return next((Pair(n, e, t.probability) for e, t in thens for n in _later_mates(e)), None)


def _later(now: Pick, then: Pick) -> bool:
    """Say whether one figure is of a later time than the other, as its words or its period tell."""
    a, b = now.figure, then.figure
    assert a is not None and b is not None
    if told_as_before(a, now.candidate):
        return False
    if told_as_before(b, then.candidate) and _same_sentence(now, then):
        return True
    if b.period is None or not (b.period.start or b.period.end):
        return False
    return (a.period is None and _same_sentence(now, then)) or latest(a.period, now.candidate.article) > latest(
        b.period, then.candidate.article
    )


def _one_measure(a: Pick, b: Pick) -> bool:
    """Two sentences must say the same of what they measure; in one sentence the second figure may leave it out."""
    assert a.figure is not None and b.figure is not None
    if _same_sentence(a, b):
        return not (a.figure.measure and b.figure.measure) or bool(
            {t.stem for t in content(a.figure.measure)} & {t.stem for t in content(b.figure.measure)}
        )
    said = [{t.stem for t in content(f"{p.figure.measure or ''} {p.figure.unit or ''}")} for p in (a, b) if p.figure]
    return bool(said[0] & said[1]) or not (a.figure.measure and b.figure.measure)


def _later_mates(then: Pick) -> Iterator[Pick]:
    for figure in then.candidate.figures:
        mate = as_pick(then.candidate, figure, then.score) if figure.start != then.start else None
        if mate and _fit(figure, then.figure, False) and not _is_change(figure) and _later(mate, then):
            yield mate


def _then_and_now(pick: Pick, trust: Trust) -> Iterator[Pair]:
    """Yield the pairs of one sentence that tell what was before beside what is now."""
    mates = [
        as_pick(pick.candidate, f, pick.score)
        for f in pick.candidate.figures
        if f.start != pick.start and _fit(pick.figure, f, False) and not _is_change(f)
    ]
    for mate in mates:
        assert mate.figure is not None and pick.figure is not None
        mine, theirs = told_as_before(pick.figure, pick.candidate), told_as_before(mate.figure, pick.candidate)
        if mine != theirs and _one_measure(pick, mate):
            now, then = (mate, pick) if mine else (pick, mate)
            yield Pair(now, then, trust.probability)


def _shared(task: Task, ask: Ask) -> Pair | None:
    """An amount and a count of one sentence, or of two that follow one another."""
    amounts, counts = ask(task.left), ask(task.right)
    kind = "count" if asked_kind(task.left) is Asks.COUNT else "currency"
    found_counts = [
        (p, t) for p, t in counts.picks if p.figure and dimension(p.figure) == "count" and p.figure.high is None
    ]
    found = [(p, t) for p, t in amounts.picks if p.figure and dimension(p.figure) == kind and p.figure.high is None]
    head = stem(task.unit or "")
    found_counts = [(p, t) for p, t in found_counts if p.figure and p.figure.unit and alike(stem(p.figure.unit), head)]
    pairs = [
        Pair(a, c, min(t.probability, u.probability))
        for (a, t), (c, u) in product(found, found_counts)
        if _neighbours(a.candidate, c.candidate) and not _same_place(a, c)
    ]
    if pairs:
        return max(pairs, key=lambda p: p.left.score + p.right.score + TOGETHER * _same_sentence(p.left, p.right))
    for amount, trust in found:
        for candidate in (amount.candidate, *counts.sentences, *amounts.sentences):
            for f in candidate.figures if _neighbours(amount.candidate, candidate) else ():
                if dimension(f) == "count" and f.unit and f.high is None and f.value and alike(stem(f.unit), head):
                    return Pair(amount, as_pick(candidate, f, amount.score), trust.probability)
    return None


def _neighbours(a: Candidate, b: Candidate) -> bool:
    return a.article.id == b.article.id and abs(a.number - b.number) <= 1


def _each_of_many(found: Found) -> Pair | None:
    """A count and what each of them is worth, in one sentence."""
    for pick, trust in found.picks:
        candidate = pick.candidate
        for f in candidate.figures:
            a, b = f.start - candidate.start, f.end - candidate.start
            each = _EACH.search(candidate.text[max(0, a - 25) : a]) or _EACH.match(
                candidate.text[b : b + 12].lstrip(" ,")
            )
            if dimension(f) == "count" or f.kind is not FigureKind.QUANTITY or f.value is None or f.high or not each:
                continue
            counts = [
                c for c in candidate.figures if dimension(c) == "count" and c.end <= f.start and c.unit and c.value
            ]
            if counts and counts[-1].high is None and counts[-1].kind is FigureKind.QUANTITY:
                return Pair(
                    as_pick(candidate, counts[-1], pick.score), as_pick(candidate, f, pick.score), trust.probability
                )
    return None


def is_loose(pick: Pick) -> bool:
    """Say whether a figure is printed with a bound."""
    return pick.figure is not None and pick.figure.bound is not Bound.EXACT
