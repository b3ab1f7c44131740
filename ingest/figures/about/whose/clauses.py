"""Cut a sentence into clauses, and find the noun phrase that is the subject of each."""

from dataclasses import dataclass

from ingest.figures.about.whose.phrases import Span, is_only_lead, noun_phrase, skip_lead
from ingest.figures.quantity.numbers import SMALL
from ingest.figures.tokens import Line, wordset

_WALLS = wordset('; : — – ( ) “ ” "')
RELATIVE = wordset("that which who whom whose")
CONDITIONS = wordset("when where while because although though if unless since after before until whereas once")
_SAID = frozenset({"said", "says", "say"})
_HOLDS = wordset("claimed claims denied denies argued believes thinks warned predicted predicts insisted told")
_DATELINE = 14
_JOINS = wordset("and or but so")


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `a` to `b - 1` behind the word `lead`; the tokens of its subject and its verb, None where it has none."""

    a: int
    b: int
    lead: str
    subject: Span | None
    verb: int | None
    goes_on: bool = False
    """It opens with its verb: its subject is that of the clause before."""


def cut_clauses(line: Line, verbs: frozenset[int]) -> list[Clause]:
    """Return the clauses of a sentence in order; `verbs` are its tokens that can be finite verbs."""
    found: list[Clause] = []
    start, lead, verb_seen = _past_dateline(line), "", False
    for k in range(start, line.n + 1):
        if k == line.n:
            found.append(_clause(line, start, k, lead, verbs))
        elif k in line.taken:
            continue
        elif _is_boundary(line, k, verb_seen):
            if k > start:
                found.append(_clause(line, start, k, lead, verbs))
                lead = ""
            lead = line.low[k] if line.low[k] != "," or k > start else lead
            start, verb_seen = k + 1, False
        elif k in verbs:
            verb_seen = True
            if _takes_clause(line, k):
                found.append(_clause(line, start, k + 1, lead, verbs))
                start, lead, verb_seen = k + 1, "said", False
    return found


def _takes_clause(line: Line, k: int) -> bool:
    """Say whether what follows the verb at `k` is a clause that somebody says."""
    after = line.word(k + 1)
    if after in (",", ".") or after.endswith("ing"):
        return False
    return line.low[k] in _SAID or (line.low[k] in _HOLDS and not _is_number(line, k + 1))


def _is_number(line: Line, k: int) -> bool:
    return line.is_digits(k) or line.word(k) in SMALL


def _past_dateline(line: Line) -> int:
    """Return the token behind "OSLO, May 22 -", 0 where a sentence has no dateline."""
    if not line.n or not (line.raw[0].isupper() or line.raw[0] == "(") or line.low[0] == "a":
        return 0
    return next((k + 1 for k in range(1, min(line.n, _DATELINE)) if _is_dash(line, k)), 0)


def _is_dash(line: Line, k: int) -> bool:
    return line.low[k] in ("—", "–") or (line.low[k] == "-" and not (line.glued(k) and line.glued(k + 1)))


def _is_boundary(line: Line, k: int, verb_seen: bool) -> bool:
    word = line.low[k]
    if word in _WALLS or word == "," or _is_dash(line, k):
        return True
    if word == "that" and line.word(k - 1) in ("of", "like", "than", "as"):
        return False
    return word in RELATIVE or word in CONDITIONS or (word in _JOINS and verb_seen)


def _clause(line: Line, a: int, b: int, lead: str, verbs: frozenset[int]) -> Clause:
    start, first = skip_lead(line, a, b), None
    for k in range(start, b):
        if k in verbs:
            span = noun_phrase(line, start, k)
            if span or k == start:
                return Clause(a, b, lead, span, k, goes_on=k == start)
            first = k if first is None else first
            if not is_only_lead(line, start, k):
                break
    return Clause(a, b, lead, noun_phrase(line, start, b) if first is None else None, first)
