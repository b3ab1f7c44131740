"""Whose is a figure that a clause beside a name gives: "VTL, which has 900 members", "Leon, a city of 90,000".

Such a figure is of that name, whatever else the sentence speaks of; and people who did or suffered something are not
the people of a place.
"""

import re

from ingest.types import Figure
from qa.passages import Candidate
from qa.question import Question
from qa.words import stem, tokens, words_like

# A name, words set beside it, then what it has. Only verbs of having: "who counted 300 firms" has none of them.
_HAS = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)((?:, (?:the|an?|its|his|her) [^,;.]{2,40}(?=,))?)"
    r"(?:,? (?:which|who) (?:\w+ )?(?:has|have|had|employs?|employed|owns?|owned|runs?|operates?|holds?|earns?|earned)"
    r"|, home to|, an? (?:\w+ )?(?:city|town|village|district|port|company|island|region) (?:of|with))"
    r" (?:(?:about|some|around|nearly|almost|over|more than|roughly|only|just|at least) )?$"
)
# Words before a name that may say what it is: "the drivers' union, VTL, which has ...".
LEAD = 30
_PEOPLE = words_like("inhabitant resident population citizen")
_DID = re.compile(r"^\s+(?:\w+ed|were|was|have|had|fled|lost|left|took|came|went)\b")


def has_another(question: Question, figure: Figure, candidate: Candidate) -> str | None:
    """Return the name a clause says the figure is of, where the question names others and speaks not of it."""
    before = candidate.text[: max(0, figure.start - candidate.start)]
    match = _HAS.search(before)
    if match is None or not question.names:
        return None
    if {t.stem for t in tokens(match.group(1))} & question.stems:
        return None
    spoken = {t.stem for t in tokens(before[max(0, match.start() - LEAD) : match.start()] + match.group(2))}
    described = question.stems - question.name_stems - set(question.counted)
    return None if described & spoken else match.group(1)


def counts_a_deed(question: Question, figure: Figure, candidate: Candidate) -> bool:
    """Return whether a place's people are asked for and the figure counts some who did or suffered something."""
    if not set(question.counted) & _PEOPLE or (figure.unit and stem(figure.unit) in question.counted):
        return False
    return _DID.match(candidate.text[figure.end - candidate.start :]) is not None
