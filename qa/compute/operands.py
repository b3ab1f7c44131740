"""Finding the two operands of a sum: picks that stand for the sub-questions, and their mates in the same sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ingest.types import Figure, FigureKind
from qa.compute.operations import Operation, same_sort
from qa.compute.task import Shape, Task
from qa.compute.told import (
    differ,
    filled,
    has_head,
    is_change,
    is_later,
    is_part,
    named,
    one_measure,
    own_words,
    same_sentence,
    told_as_before,
    years_apart,
)
from qa.decide.weigh import Trust
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.wording import printed
from qa.lexicon.words import stem, tokens
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate
from qa.types import Asks
from qa.understand.kinds import asked_kind


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
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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


def as_pick(candidate: Candidate, figure: Figure, score: float) -> Pick:
    """Return the pick of a figure found beside another."""
    return Pick(
        candidate, score, printed(figure, candidate.article.text, candidate.start), figure.start, figure.end, figure
    )


def _fit(a: Figure | None, b: Figure | None, dates: bool) -> bool:
    if a is None or b is None:
        return False
    if dates:
        return a.kind is FigureKind.DATE and b.kind is FigureKind.DATE
    if a.value is None or b.value is None:
        return False
    single = a.high is None and b.high is None
    return single and same_sort(a, b)


def _same_place(a: Pick, b: Pick) -> bool:
    return a.candidate.article.id == b.candidate.article.id and a.start == b.start


def _closeness(a: Pick, b: Pick) -> float:
    return TOGETHER * same_sentence(a, b) + ONE_ARTICLE * (a.candidate.article.id == b.candidate.article.id)


def _near(picks: Sequence[tuple[Pick, Trust]]) -> list[tuple[Pick, Trust]]:
    return [(p, t) for p, t in picks if p.score >= picks[0][0].score - NEARLY]


def _two_things(task: Task, ask: Ask) -> Pair | None:
    lefts, rights = (
        _near([(p, t) for p, t in ask(question).picks if has_head(p, question) and not is_part(p)])
        for question in (task.left, task.right)
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
        if not _same_place(a, b) and _fit(a.figure, b.figure, dates) and (mixed or not years_apart(a, b))
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
    together = same_sentence(pair.left, pair.right)
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


def _tells_state(pick: Pick, question: str) -> bool:
    """A figure for one of two times is what was so then, not how far it rose, and of the thing that is asked."""
    return pick.figure is not None and not is_change(pick.figure) and has_head(pick, question)


def _at_two_times(task: Task, ask: Ask) -> Pair | None:
    nows = [(p, t) for p, t in ask(task.left).picks if _tells_state(p, task.left)]
    in_order = differ if _YEAR.search(task.left) else is_later
    if not task.right:
        return next((pair for p, t in nows for pair in _then_and_now(p, t)), None)
    thens = [(p, t) for p, t in ask(task.right).picks if _tells_state(p, task.right)]
    pairs = [
        Pair(n, e, min(t.probability, u.probability))
        for (n, t), (e, u) in product(_near(nows), _near(thens))
        if not _same_place(n, e) and _fit(n.figure, e.figure, False) and in_order(n, e) and one_measure(n, e)
    ]
    if pairs:
        return max(pairs, key=lambda p: p.left.score + p.right.score + _closeness(p.left, p.right))
    return next((Pair(n, e, t.probability) for e, t in thens for n in _later_mates(e)), None)


def _later_mates(then: Pick) -> Iterator[Pick]:
    for figure in then.candidate.figures:
        mate = as_pick(then.candidate, figure, then.score) if figure.start != then.start else None
        if mate and _fit(figure, then.figure, False) and not is_change(figure) and is_later(mate, then):
            yield mate


def _then_and_now(pick: Pick, trust: Trust) -> Iterator[Pair]:
    """Yield the pairs of one sentence that tell what was before beside what is now."""
    figures = [filled(f, pick.figure) for f in pick.candidate.figures if f.start != pick.start and not is_change(f)]
    mates = [as_pick(pick.candidate, f, pick.score) for f in figures if _fit(pick.figure, f, False)]
    for mate in mates:
        assert mate.figure is not None and pick.figure is not None
        mine, theirs = told_as_before(pick.figure, pick.candidate), told_as_before(mate.figure, pick.candidate)
        if mine != theirs and one_measure(pick, mate):
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
