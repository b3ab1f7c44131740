"""Whom a question names: an article that never speaks of it does not answer, nor a namesake."""

import re

from ingest.types import FigureKind
from qa.decide.measure import LEAD
from qa.lexicon.denote import says_name
from qa.lexicon.names import NameKind, find_names, without_role
from qa.reader.pick import Pick
from qa.understand.question import Question


def other_name(question: Question, pick: Pick) -> str | None:
    """An article that never speaks of whom the question names is no answer, nor is a figure told far from the name."""
    candidate, article = pick.candidate, pick.candidate.article
    whole = near = f"{article.title}. {article.text} {article.publisher or ''}"
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        # A figure is told of whom the words around it, the title or the lead name, not of all that the article names.
        start = candidate.before[-1][0] if candidate.before else candidate.start
        lead, around = article.text[:LEAD], article.text[start : candidate.end]
        near = f"{article.title}. {lead} {around} {article.publisher or ''}"
    for name in question.names:
        if says_name(name, near) == 0.0:
            told = "its article does" if says_name(name, whole) == 0.0 else "the words around it do"
            return f"{told} not speak of {name}"
        if missing := _part_unsaid(name, whole):
            return f"its article does not speak of {missing}"
    return None


def _part_unsaid(name: str, whole: str) -> str | None:
    """Return what a text does not say of a name that it half says: "Kolda Foods of Peru", "Captain Ivo Paz".

    Where it is of is named somewhere; a first word that only ever stands before other names is a title, not a name.
    """
    first, *places = name.split(" of ")
    unsaid = next((p for p in places if p[:1].isupper() and says_name(p, whole) == 0.0), None)
    words = first.split()
    if unsaid or len(words) == 1 or says_name(" ".join(words[1:]), whole) > 0.0:
        return unsaid
    behind = [whole[m.end() : m.end() + 3] for m in re.finditer(rf"\b{re.escape(words[0])}\b", whole)]
    titles = behind and all(re.match(r" [A-Z][a-z]", after) for after in behind)
    return " ".join(words[1:]) if titles else None


def other_person(question: Question, pick: Pick) -> str | None:
    """Irena Dolmar is not Anton Dolmar: who shares a surname only is another."""
    text = pick.candidate.text
    for name in question.names:
        words = name.split()
        if not 2 <= len(words) <= MOST_WORDS or says_name(name, text) == 1.0:
            continue
        for found in find_names(text):
            if found.kind not in (NameKind.PLACE, NameKind.ORGANISATION) and _namesake(
                words, without_role(found).text.split()
            ):
                return f"it tells of {found.text}"
    return None


MOST_WORDS = 4
"""Words of a person's name at most."""


def _namesake(asked: list[str], said: list[str]) -> bool:
    """Tell two full names with one surname and no given name or initial in common."""
    mine, other = _folded(asked), _folded(said)
    if len(other) < 2 or mine[-1] != other[-1] or set(mine[:-1]) & set(other[:-1]):
        return False
    first, second = sorted((mine[0], other[0]), key=len)
    return not (len(first) == 1 and second.startswith(first))


def _folded(words: list[str]) -> list[str]:
    return [w.casefold().removesuffix("'s").removesuffix("’s").strip(".,") for w in words]
