"""Find the subject of a figure among the clauses of its sentence."""

from ingest.figures.about.nouns import STOP
from ingest.figures.about.whose.clauses import CONDITIONS, RELATIVE, Clause
from ingest.figures.about.whose.phrases import OWNERS, PRONOUNS, Span, noun_phrase, skip_lead
from ingest.figures.about.whose.verbs import is_verb
from ingest.figures.tokens import Line, wordset

# May stand before a number that opens a clause.
_ROUND = wordset(
    "about around some nearly almost over more than at least the another only up to as many of a an total roughly"
)

_OPENERS = PRONOUNS | frozenset({"the", "a", "an", *OWNERS})


def subject_of(line: Line, clauses: list[Clause], first: int) -> Span | None:
    """Return the tokens of the subject of the figure that starts at token `first`, None where it has none.

    Where the figure itself opens its clause ("300 people came") it is its own, and there is none.
    """
    number = next((n for n, one in enumerate(clauses) if one.a <= first < one.b), None)
    if number is None:
        return None
    one = clauses[number]
    if one.verb is not None and one.verb < first:
        return one.subject or (_inherited(line, clauses, number) if one.goes_on else None)
    start = skip_lead(line, one.a, first)
    if start < first and line.low[start] in ("including", "plus", "excluding"):
        return None
    if _ROUND.issuperset(line.low[start:first]):
        return None if one.verb is not None else _inherited(line, clauses, number)
    return _before_unknown_verb(line, start, first)


def main_subject(line: Line, clauses: list[Clause]) -> Span | None:
    """Return the tokens of the subject of a sentence's first main clause."""
    for number, one in enumerate(clauses):
        if one.verb is not None and one.lead not in CONDITIONS and one.lead not in RELATIVE:
            return one.subject or (_inherited(line, clauses, number) if one.goes_on else None)
    return None


def _before_unknown_verb(line: Line, start: int, first: int) -> Span | None:
    """Read "the mill burns 420": a word in -s or -t before the figure, behind a noun with its article or a name."""
    end = first
    while end > start and line.low[end - 1] in _ROUND:
        end -= 1
    verb = line.word(end - 1)
    if end - start < 2 or not line.raw[end - 1].islower() or verb in STOP or not verb.endswith("s"):
        return None
    opened = line.low[start] in _OPENERS or line.is_capital(start)
    return noun_phrase(line, start, end - 1) if opened else None


def _inherited(line: Line, clauses: list[Clause], number: int) -> Span | None:
    """Return the subject that a clause without one of its own goes on with."""
    if clauses[number].lead in RELATIVE:
        return _noun_before(line, clauses[number].a - 1)
    for n in range(number - 1, -1, -1):
        one = clauses[n]
        if one.lead in CONDITIONS:
            continue
        if one.verb is not None and one.lead in RELATIVE and clauses[number].lead == ",":
            continue
        if one.subject and (one.verb is not None or _opens(clauses, n)):
            # "Anna Holt, the mayor, planted": the first of nouns in a row is the name.
            row: list[Span | None] = [one.subject]
            while n and one.verb is None and clauses[n - 1].verb is None:
                n -= 1
                row.append(clauses[n].subject)
            return next((span for span in reversed(row) if span), None)
        if one.verb is not None and one.lead in RELATIVE:
            return _noun_before(line, one.a - 1)
    return None


def _opens(clauses: list[Clause], number: int) -> bool:
    return all(one.verb is None or one.lead in CONDITIONS for one in clauses[:number])


def _in_noun(line: Line, k: int) -> bool:
    if not line.is_word(k):
        return line.low[k] == "-" and line.glued(k)
    return (line.low[k] not in STOP or line.glued(k)) and not is_verb(line, k)


def _noun_before(line: Line, k: int) -> Span | None:
    """Return the noun phrase right before the relative word at `k`."""
    end = k - (line.word(k - 1) == ",")
    start = end
    while start > 0 and _in_noun(line, start - 1):
        start -= 1
    return noun_phrase(line, start, end)
