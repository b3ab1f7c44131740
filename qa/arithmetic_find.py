"""Finding the two operands of a sum: picks that stand for the sub-questions, and their mates in the same sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ingest.types import Change, Figure, FigureKind
from qa.arithmetic_ask import Shape, Task
from qa.arithmetic_compute import Operation, same_sort
from qa.arithmetic_phrases import noun_phrase
from qa.kinds import asked_kind
from qa.passages import Candidate
from qa.pick import Pick
from qa.pick_figure import printed
from qa.times import latest
from qa.trust import Trust
from qa.types import Asks
from qa.units import alike, dimension
from qa.words import content, is_stop, stem, tokens


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
NEARLY = 8.0
# Two figures of one sentence are told to be compared.
TOGETHER = 3.0
# Two of one article are of one day and one source.
ONE_ARTICLE = 1.5
# For a figure among the words that only its own side of the question has.
OWN_WORDS = 3.0
# A mate in the sentence of the other operand must be named by so much of what only its side of the question says.
NAMED = 0.5
_BEFORE = re.compile(
    r"(?:\b(?:(?:from|against|compared with) (?:a|an|the) [\w ]{3,25} of|from|compared (?:with|to)|against|versus|than|(?:up|down) (?:from|on)|initially|originally|started with|began with"
    r"|used to (?:be|have)|had (?:been|only))\s+(?:about |around |some |only |just |over |nearly |almost )?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;]{0,25}?\b(?:(?:a|one) (?:year|month|quarter|week|decade) (?:earlier|ago|before)|at (?:first|the start)|initially|originally"
    r"|previously|(?:the|in the same (?:period|quarter|month)) (?:year before|last year|previous year|a year earlier))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOSS = re.compile(r"\b(?:loss(?:es)?|deficit|shortfall|minus)\b", re.IGNORECASE)
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
        ranges = [f for f in pick.candidate.figures if f.high is not None and f.kind is FigureKind.QUANTITY]
        if pick.figure is None and len(ranges) == 1:
            return as_pick(pick.candidate, ranges[0], pick.score), trust.probability
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
    if a.value is None or b.value is None:
        return False
    single = a.high is None and b.high is None
    return single and same_sort(a, b)


def opposed(a: Pick, b: Pick) -> bool:
    """Say whether one figure is a loss and the other is not: "a profit of 4 against a loss of 2" differ by 6."""
    return _is_loss(a) != _is_loss(b)


def _is_loss(pick: Pick) -> bool:
    at = pick.start - pick.candidate.start
    measure = pick.figure.measure if pick.figure else None
    return bool(_LOSS.search(f"{pick.candidate.text[max(0, at - 25) : max(0, at)]} {measure or ''}"))


def _same_place(a: Pick, b: Pick) -> bool:
    return a.candidate.article.id == b.candidate.article.id and a.start == b.start


def _same_sentence(a: Pick, b: Pick) -> bool:
    return a.candidate.article.id == b.candidate.article.id and a.candidate.start == b.candidate.start


def _closeness(a: Pick, b: Pick) -> float:
    return TOGETHER * _same_sentence(a, b) + ONE_ARTICLE * (a.candidate.article.id == b.candidate.article.id)


def _years_apart(a: Pick, b: Pick) -> bool:
    """Say whether two figures are of years that do not meet; one without a time is of the day of its article."""
    spans = []
    for pick in (a, b):
        period, day = pick.figure.period if pick.figure else None, pick.candidate.article.published
        start, end = (period.start or period.end, period.end or period.start) if period else (None, None)
        spans.append((start or day, end or day))
    (a_start, a_end), (b_start, b_end) = spans
    return bool(a_start and a_end and b_start and b_end and (a_end.year < b_start.year or b_end.year < a_start.year))


def _is_part(pick: Pick) -> bool:
    """Say whether a figure is only a part of one: the "50 minutes" of "2 hours 50 minutes"."""
    figure, text = pick.figure, pick.candidate.article.text
    if figure is None or dimension(figure) not in ("time", "length", "mass"):
        return False
    return any(
        f is not figure
        and dimension(f) == dimension(figure)
        and _joined(text[min(f.end, figure.end) : max(f.start, figure.start)])
        for f in pick.candidate.figures
    )


def _joined(between: str) -> bool:
    return between.strip(" ,") in ("", "and")


def _has_head(pick: Pick, phrase: str, question: str) -> bool:
    """Say whether a pick's sentence tells of what is asked: a question for revenue is not answered by an income."""
    if not question.startswith("What was"):
        return True
    words = noun_phrase(phrase)[0].split()
    if not words or is_stop(words[-1]) or words[-1][:1].isupper():
        return True
    head = stem(words[-1])
    said = pick.candidate.stems | {t.stem for t in tokens((pick.figure.measure or "") if pick.figure else "")}
    return any(head == s or alike(head, s) or min(len(s), len(head)) > 4 and s[:5] == head[:5] for s in said)


def _near(picks: Sequence[tuple[Pick, Trust]]) -> list[tuple[Pick, Trust]]:
    return [(p, t) for p, t in picks if p.score >= picks[0][0].score - NEARLY]


def _two_things(task: Task, ask: Ask) -> Pair | None:
    lefts, rights = (
        _near([(p, t) for p, t in ask(question).picks if _has_head(p, name, question) and not _is_part(p)])
        for question, name in ((task.left, task.names[0]), (task.right, task.names[1]))
    )
    mine, theirs = own_words(*task.names), own_words(task.names[1], task.names[0])
    dates = task.operation in (Operation.EARLIER, Operation.ELAPSED)
    mixed = dates or _YEAR.search(task.left + task.right) is not None

    def score(a: Pick, b: Pick) -> float:
        assert a.figure is not None and b.figure is not None
        straight = named(a.figure, a.candidate, mine) + named(b.figure, b.candidate, theirs)
        crossed = named(a.figure, a.candidate, theirs) + named(b.figure, b.candidate, mine)
        return a.score + b.score + _closeness(a, b) + OWN_WORDS * (straight - crossed)

    pairs = [
        Pair(a, b, min(t.probability, u.probability))
        for (a, t), (b, u) in product(lefts, rights)
        if not _same_place(a, b) and _fit(a.figure, b.figure, dates) and (mixed or not _years_apart(a, b))
    ]
    pairs = [p for p in pairs if dates or _tells_apart(p, task.names)]
    if pairs:
        return max(pairs, key=lambda p: score(p.left, p.right))
    mates = [Pair(a, m, t.probability) for a, t in lefts[:2] for m in _mates(a, theirs, mine, dates)]
    mates += [Pair(m, b, t.probability) for b, t in rights[:2] for m in _mates(b, mine, theirs, dates)]
    if (
        not mates
        and task.names[1]
        and re.search(r"\b(?:expected|planned|estimated|forecast|asked for)\b", task.names[1])
    ):
        mates = [pair for pick, trust in lefts[:2] for pair in _then_and_now(pick, trust)]
    return mates[0] if mates else None


def _tells_apart(pair: Pair, names: tuple[str, str]) -> bool:
    """Refuse a pair unless each figure is named by a word that only its side of the question says."""
    together = _same_sentence(pair.left, pair.right)
    sides = ((pair.left, *names), (pair.right, names[1], names[0]))
    return all(_is_named(pick, own_words(mine, theirs), mine, together) for pick, mine, theirs in sides)


def _is_named(pick: Pick, own: frozenset[str], phrase: str, together: bool) -> bool:
    if not own or pick.figure is None:
        return True
    if together:
        return named(pick.figure, pick.candidate, own) > 0
    # Alone in its sentence a figure may leave its subject to the sentence before: "It has 40 members."
    capital = {t.stem for t in tokens(phrase) if t.text[0].isupper()}
    said = pick.candidate.stems | (capital & (pick.candidate.before_stems | pick.candidate.title_stems))
    return any(w == s or alike(w, s) for w in own for s in said)


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
    in_order = _differ if _YEAR.search(task.left) else _later
    if not task.right:
        return next((pair for p, t in nows for pair in _then_and_now(p, t)), None)
    thens = [(p, t) for p, t in ask(task.right).picks if p.figure is not None and not _is_change(p.figure)]
    pairs = [
        Pair(n, e, min(t.probability, u.probability))
        for (n, t), (e, u) in product(_near(nows), _near(thens))
        if not _same_place(n, e) and _fit(n.figure, e.figure, False) and in_order(n, e) and _one_measure(n, e)
    ]
    if pairs:
        return max(pairs, key=lambda p: p.left.score + p.right.score + _closeness(p.left, p.right))
    return next((Pair(n, e, t.probability) for e, t in thens for n in _later_mates(e)), None)


def _differ(a: Pick, b: Pick) -> bool:
    """Say whether two figures are of different times; both were asked for by name, in either order."""
    assert a.figure is not None and b.figure is not None
    if a.figure.period is None or b.figure.period is None:
        return _later(a, b)
    return (a.figure.period.start, a.figure.period.end) != (b.figure.period.start, b.figure.period.end)


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


def _filled(figure: Figure, model: Figure | None) -> Figure:
    """Return a figure with the unit its sentence says once: "27 cents per litre, compared with 31 cents"."""
    if model is None or not figure.unit or not (model.unit or "").startswith(f"{figure.unit}/"):
        return figure
    return replace(figure, unit=model.unit)


def _then_and_now(pick: Pick, trust: Trust) -> Iterator[Pair]:
    """Yield the pairs of one sentence that tell what was before beside what is now."""
    figures = [_filled(f, pick.figure) for f in pick.candidate.figures if f.start != pick.start and not _is_change(f)]
    mates = [as_pick(pick.candidate, f, pick.score) for f in figures if _fit(pick.figure, f, False)]
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
        return max(pairs, key=lambda p: p.left.score + p.right.score + _closeness(p.left, p.right))
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
