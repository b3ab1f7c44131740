"""The subject that the ledger gives a figure: what is told of another name is no answer about the one asked for."""

import re

from ingest.types import Figure, FigureKind
from qa.lexicon.denote import says_name
from qa.lexicon.names import Name, find_names
from qa.reader.pick import Pick
from qa.types import Asks
from qa.understand.question import Question

_CLAUSES = re.compile(r";|, (?:while|whereas) ")


def other_subject(question: Question, pick: Pick) -> str | None:
    """A figure told of one name is none of another that its sentence does not even say."""
    told = _told_of_another(question, pick)
    if told is None or any(says_name(name, pick.candidate.text) > 0 for name in question.names):
        return None
    return f"it tells of {told.text}"


def other_clause(question: Question, pick: Pick) -> str | None:
    """What one clause tells of another name is no answer about the one its neighbour speaks of."""
    candidate = pick.candidate
    at = pick.start - candidate.start
    if at < 0 or not question.names:
        return None
    low, high = clause_around(candidate.text, at)
    clause = candidate.text[low:high]
    if high - low == len(candidate.text) or any(says_name(name, clause) > 0 for name in question.names):
        return None
    if not any(says_name(name, candidate.text) > 0 for name in question.names):
        return None
    if pick.figure is not None:
        told = _told_of_another(question, pick)
        return f"it tells of {told.text}" if told else None
    if question.asks not in (Asks.PERSON, Asks.NAME, Asks.PLACE) or len(question.names) != 1:
        return None
    for name in find_names(clause):
        if says_name(name.text, question.text) == 0 and not low + name.start <= at < low + name.end:
            return f"it tells of {name.text}"
    return None


def clause_around(text: str, at: int) -> tuple[int, int]:
    """Return where the clause around a place of a sentence begins and ends; only sure breaks part clauses."""
    cuts = [0, *(m.end() for m in _CLAUSES.finditer(text)), len(text)]
    return max((c for c in cuts if c <= at), default=0), min((c for c in cuts if c > at), default=len(text))


def _told_of_another(question: Question, pick: Pick) -> Name | None:
    """Return the name that the ledger says a figure is told of, where the question says none of its names."""
    figure: Figure | None = pick.figure
    if figure is None or figure.kind is FigureKind.DATE or not question.names or not figure.subject:
        return None
    names = list(find_names(figure.subject))
    if not names or any(says_name(name.text, question.text) > 0 for name in names):
        return None
    return None if any(says_name(name, figure.subject) > 0 for name in question.names) else names[0]
