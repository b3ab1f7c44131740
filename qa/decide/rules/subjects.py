"""The subject that the ledger gives a figure: what is told of another name is no answer about the one asked for."""

import re

from ingest.text.tables import is_number, read_row
from ingest.types import Figure, FigureKind
from qa.decide.cells import row_name, rows_beside
from qa.lexicon.denote import says_name
from qa.lexicon.names import Name, find_names
from qa.lexicon.words import stems_of
from qa.reader.pick import Pick
from qa.types import Asks
from qa.understand.question import Question

_CHANGES = re.compile(r"\b(?:change[ds]?|differ(?:ed|ence)?)\b", re.IGNORECASE)
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


def other_row(question: Question, pick: Pick) -> str | None:
    """A row of a table is not the one asked for where another row's name says all that its name says, and more."""
    text = pick.candidate.article.text
    cells = read_row(text, pick.candidate.start, pick.candidate.end)
    if not cells or pick.figure is None:
        return None
    asked = stems_of(question.text)
    mine = row_name(text, cells)
    own = asked & stems_of(mine)
    for start, end in rows_beside(text, pick.candidate.start, pick.candidate.end):
        other = read_row(text, start, end)
        if not other or [text[c.label_start : c.label_end] for c in other[:1]] != [
            text[c.label_start : c.label_end] for c in cells[:1]
        ]:
            continue
        name = row_name(text, other)
        pairs = zip(_parts(mine), _parts(name), strict=False)
        if own < asked & stems_of(name) or any(asked & stems_of(a) < asked & stems_of(b) for a, b in pairs):
            return f"it tells of {mine}"
    return None


def other_column(question: Question, pick: Pick) -> str | None:
    """Nor is a column where another's header says all that its header says of the question, and more.

    Of two headers that are both said, in "the value of the catch" the first is meant, and what changed is a change.
    """
    text = pick.candidate.article.text
    cells = read_row(text, pick.candidate.start, pick.candidate.end)
    at = next((n for n, cell in enumerate(cells) if cell.start <= pick.start < cell.end), None)
    if pick.figure is None or not at or not cells[at].labelled:
        return None
    asked = stems_of(question.text)
    label = text[cells[at].label_start : cells[at].label_end]
    own = asked & stems_of(label)
    for number, cell in enumerate(cells):
        other = text[cell.label_start : cell.label_end]
        said = asked & stems_of(other)
        if not number or number == at or not is_number(text[cell.start : cell.end]) or said <= own:
            continue
        if own < said or _is_of(question.text, other, label) or _is_change(question.text, other, label):
            return f"it is the {label}"
    return None


def _is_of(question: str, first: str, second: str) -> bool:
    """Tell "the value of the landings" for the headers "Value (€)" and "Landings (tonnes)"."""
    words = [re.split(r"[^\w\s]", header)[0].strip() for header in (first, second)]
    if not all(words):
        return False
    return bool(
        re.search(rf"\b{re.escape(words[0])} of (?:the |all |its )*{re.escape(words[1])}", question, re.IGNORECASE)
    )


def _is_change(question: str, header: str, other: str) -> bool:
    return bool(_CHANGES.search(question) and _CHANGES.search(header)) and not _CHANGES.search(other)


def _parts(name: str) -> tuple[str, ...]:
    """Part a row's name from the head of its section: ("Senna", "Northern line")."""
    thing, comma, section = name.rpartition(", ")
    return (thing, section) if comma else (name,)
