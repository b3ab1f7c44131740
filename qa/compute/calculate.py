"""Arithmetic that is asked for, done in code: a difference, a sum, a ratio, a change, an average, which is larger.

Each operand is a pick that stands for a question of its own and is cited; where one is missing the answer says what
was found and declines, because one operand is no answer to "how many more".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.types import Bound, Change, Figure, FigureKind, Status
from qa.answer.cite import Citations
from qa.answer.compose import NOT_SAID
from qa.compute.ask import find_task
from qa.compute.operands import Ask, Pair, find_pair, find_range
from qa.compute.operations import Operation, Result, compute, elapsed, ends, formula, operand, surely_larger
from qa.compute.task import Shape, Task
from qa.compute.told import opposed
from qa.decide.weigh import Trust
from qa.lexicon.wording import read_by, source_line
from qa.reader.pick import Pick
from qa.types import EXTRACTIVE, Answer, CitedFigure, Claim, Computed

# Words that make a printed figure the result itself: "12 more", "a gap of 12", "three times".
_RESULT_AFTER = re.compile(
    r"^[\w\s%-]{0,20}?\b(?:more|fewer|less|higher|lower|larger|greater|smaller|short of|above|below|ahead)\b", re.I
)
_RESULT_BEFORE = re.compile(
    r"\b(?:difference|gap|margin|spread|lead|increase|rise|growth|decrease|decline|drop|exceed\w*"
    r"|outnumber\w*|by)\b[^.;]{0,25}$",
    re.I,
)
_RESULT_RISE = re.compile(r"\b(?:increase|rise|growth|decrease|decline|drop|fall|gain)\b[^.;]{0,25}$", re.IGNORECASE)
_RESULT_TOTAL = re.compile(r"\b(?:total|combined|together|altogether|in all|sum)\b", re.IGNORECASE)
_RESULT_PER = re.compile(r"\b(?:average|averag\w+|mean|typical|per|each|apiece|every)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:fewer|less|lower|smaller|shorter|f[ae]ll(?:en)?|short of|below|declin\w+|drop\w*|decreas\w+|behind|trail\w*"
    r"|shr[aiu]nk|narrow\w*|slow(?:ed)?|eas(?:e|ed)|cool(?:ed)?|weaken\w*|slide?|dip(?:ped)?|contract(?:ed)?)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:more|higher|larger|bigger|greater|exceed\w*|outnumber\w*|surpass\w*|ris(?:e|en)|grow[n]?|increas(?:e|ed))\b",
    re.I,
)
_RESULT_TIME = re.compile(r"^\W*(?:after|later|before|earlier|between|passed|elapsed)\b", re.IGNORECASE)
_ZERO = Decimal(0)


def calculate(question: str, ordinary: Sequence[tuple[Pick, Trust]], ask: Ask, citations: Citations) -> Answer | None:
    """Calculate what a question asks for from the figures its sub-questions find.

    `ordinary` are the picks that answer the question as it stands. None where it asks for no arithmetic, where the
    articles give the result themselves, or where the ordinary way declines anyway. A question that one operand cannot
    answer is declined when only that is found.
    """
    task = find_task(question)
    if task is None:
        return None
    answer = _solve(question, task, ask, citations)
    told = ordinary and gives_itself(task, ordinary[0][0])
    if told and (answer is None or task.shape is not Shape.TIMES or len(answer.citations) > 1):
        return None
    if answer is None and ordinary and task.firm:
        return _decline(question, *ordinary[0])
    return answer


def gives_itself(task: Task, pick: Pick) -> bool:
    """Say whether a pick is the very result asked for: the article says "rose by 3 points" or "12 more than"."""
    figure, candidate = pick.figure, pick.candidate
    if figure is None or figure.kind is FigureKind.DATE or task.shape is Shape.RANGE:
        return False
    text = candidate.text
    before, after = text[: figure.start - candidate.start], text[figure.end - candidate.start :]
    match task.operation:
        case Operation.DIFFERENCE | Operation.CHANGE:
            return _is_result(task, figure, before, after)
        case Operation.RATIO:
            return figure.unit == "times" and _names_time(task, pick)
        case Operation.SUM | Operation.PRODUCT:
            return bool(_RESULT_TOTAL.search(text)) and not (
                task.operation is Operation.PRODUCT and _RESULT_PER.search(text)
            )
        case Operation.PER:
            told = _RESULT_PER.search(before[-40:]) or _RESULT_PER.search(after[:25])
            return "/" in (figure.unit or "") or (told is not None and _of_what_is_asked(task, told, text))
        case Operation.ELAPSED:
            return bool(_RESULT_TIME.search(after))
    return False


def _of_what_is_asked(task: Task, told: re.Match[str], text: str) -> bool:
    """Tell "each loan" from "each of the harbours" where the question is of loans; an average needs no such word."""
    shares = told[0].casefold() in ("per", "each", "apiece", "every")
    return not (shares and task.unit) or re.search(rf"\b{re.escape((task.unit or '')[:4])}", text, re.I) is not None


def _is_result(task: Task, figure: Figure, before: str, after: str) -> bool:
    """Say whether a figure is a change or a difference itself; percentage points are never told by a share."""
    if task.left.startswith("What percentage was") and figure.unit == "%":
        return False
    if figure.unit == "pp" or (_RESULT_BEFORE.search(before[-40:]) and figure.change is not Change.FROM):
        return True
    if task.shape is Shape.TIMES and (
        figure.change in (Change.RISE_BY, Change.FALL_BY)
        or (figure.change is None and _RESULT_RISE.search(before[-40:]))
    ):
        return True
    return figure.change is None and _RESULT_AFTER.search(after[:40]) is not None


def _names_time(task: Task, pick: Pick) -> bool:
    """A multiple is the one asked for if its sentence names the year that is compared with."""
    years = set(re.findall(r"\b(?:19|20)\d\d\b", task.right)) - set(re.findall(r"\b(?:19|20)\d\d\b", task.left))
    return not years or any(year in pick.candidate.text for year in years)


def _solve(question: str, task: Task, ask: Ask, citations: Citations) -> Answer | None:
    if task.shape is Shape.RANGE:
        return _of_range(question, task, ask, citations)
    pair = find_pair(task, ask)
    if pair is None or pair.left.figure is None or pair.right.figure is None:
        return None
    if task.operation in (Operation.EARLIER, Operation.ELAPSED):
        return _of_dates(question, task, pair, citations)
    a, b = operand(pair.left.figure, pair.left.short), operand(pair.right.figure, pair.right.short)
    if a is None or b is None or opposed(pair.left, pair.right):
        return None
    if task.operation is Operation.LARGER:
        first = surely_larger(a, b)
        if first is None:
            return None
        line = f"{a.text} {'>' if first else '<'} {b.text}"
        result = _winner(task, pair, first)
        return _answer(question, task, result, line, (pair.left, pair.right), pair.trust, citations)
    found = compute(task.operation, a, b)
    if found is None:
        return None
    line = formula(task.operation, a, b, found)
    return _answer(question, task, _worded(task, question, found), line, (pair.left, pair.right), pair.trust, citations)


def _worded(task: Task, question: str, result: Result) -> Result:
    """Say so when what was asked as a rise is a fall, or the other way round."""
    if task.operation not in (Operation.DIFFERENCE, Operation.CHANGE) or not result.value:
        return result
    down, up = _DOWN.search(question), _UP.search(question)
    if down and not result.falls:
        return replace(result, text=f"{result.text} more, not less")
    return replace(result, text=f"{result.text} less, not more") if up and not down and result.falls else result


def _winner(task: Task, pair: Pair, left_larger: bool) -> Result:
    left = left_larger != (task.unit == "smaller")
    pick, name = (pair.left, task.names[0]) if left else (pair.right, task.names[1])
    assert pick.figure is not None
    if task.yes_no:
        return Result(
            pick.figure.value or _ZERO, pick.figure.unit, pick.figure.bound, f"{'yes' if left else 'no'}: {pick.short}"
        )
    shown = operand(pick.figure, pick.short)
    short = shown.text if shown else pick.short
    said = short if (pick.figure.unit or "\0") in name or not name[:1].isupper() else f"{name} ({short})"
    return Result(pick.figure.value or _ZERO, pick.figure.unit, pick.figure.bound, said)


def _of_range(question: str, task: Task, ask: Ask, citations: Citations) -> Answer | None:
    found = find_range(task, ask)
    both = ends(found[0].figure) if found and found[0].figure else None
    if not found or not both:
        return None
    result = compute(Operation.DIFFERENCE, *both)
    if result is None:
        return None
    return _answer(question, task, result, formula(task.operation, *both, result), (found[0],), found[1], citations)


def _of_dates(question: str, task: Task, pair: Pair, citations: Citations) -> Answer | None:
    left, right = pair.left, pair.right
    first, second = (p.figure.period if p.figure else None for p in (left, right))
    if not (first and second and first.start and first.end and second.start and second.end):
        return None
    if task.operation is Operation.ELAPSED:
        found = elapsed(first, second, task.unit)
        if found is None:
            return None
        sooner, later = (right, left) if first.start > second.start else (left, right)
        line = f"{sooner.short} to {later.short} = {found.text}"
        return _answer(question, task, found, line, (left, right), pair.trust, citations)
    if first.start <= second.end and second.start <= first.end:
        return None  # "2021" and "May 2021": which came first is not said
    early = first.start < second.start
    pick, name = (left, task.names[0]) if early != (task.unit == "later") else (right, task.names[1])
    line = f"{left.short} is {'before' if early else 'after'} {right.short}"
    result = Result(_ZERO, None, Bound.EXACT, f"{name} ({pick.short})")
    return _answer(question, task, result, line, (left, right), pair.trust, citations)


def _answer(
    question: str, task: Task, result: Result, line: str, picks: tuple[Pick, ...], trust: float, citations: Citations
) -> Answer:
    keys = [citations.cite(p.candidate) for p in picks]
    sentences = dict(zip(keys, (p.candidate for p in picks), strict=True))
    claims = tuple(Claim(c.text, (key,)) for key, c in sentences.items())
    told = [p.figure for p in picks if p.figure is not None]
    forecast = all(f.status in (Status.FORECAST, Status.TARGET) for f in told)
    short = f"{result.text} (forecast)" if forecast else result.text
    calculated = f"calculated: {line}"
    lines = [f"{short}.", calculated]
    lines += [f"“{c.text.strip()}” [{key}]\n— {source_line(c.article)}" for key, c in sentences.items()]
    return Answer(
        question=question,
        answer="\n".join(lines),
        short=short,
        abstained=False,
        missing=None,
        reader=EXTRACTIVE,
        claims=claims,
        citations=citations.all(),
        figures=tuple(CitedFigure(f, k) for f, k in zip(told, keys, strict=True)),
        notes=(calculated, *_notes(task, told)),
        computed=Computed(
            operation=task.operation.value,
            value=None if task.operation is Operation.EARLIER else result.value,
            unit=result.unit,
            bound=result.bound.value,
            formula=line,
            operands=tuple(keys),
        ),
        confidence=trust,
    )


def _notes(task: Task, figures: list[Figure]) -> list[str]:
    """Return how relative times were read, and that two things are told of different times."""
    periods = [f.period for f in figures if f.period is not None]
    ahead = [f.text for f in figures if f.status in (Status.FORECAST, Status.TARGET)]
    notes = [f"“{text}” is a forecast" for text in ahead] if len(ahead) < len(figures) else []
    notes += [read_by(p) for p in periods if p.resolved_from is not None and p.start is not None]
    spans = {(p.start, p.end): p.text for p in periods if p.text and (p.start or p.end)}
    if task.shape is Shape.THINGS and task.operation not in (Operation.EARLIER, Operation.ELAPSED) and len(spans) > 1:
        notes.append(f"the figures are of different times: {' and '.join(spans.values())}")
    return list(dict.fromkeys(notes))


def _decline(question: str, pick: Pick, trust: Trust) -> Answer:
    """Say what was found and that it is only a part of what is asked."""
    citations = Citations()
    key = citations.cite(pick.candidate)
    found = f"only a part of it is found: “{pick.candidate.text.strip()}” [{key}]"
    return Answer(
        question=question,
        answer=NOT_SAID,
        short=None,
        abstained=True,
        missing=found,
        reader=EXTRACTIVE,
        citations=citations.all(),
        confidence=trust.probability,
    )
