"""The most, the longest, the first: who it is, is told by who says so."""

import re

from qa.reader.pick import Pick
from qa.types import Asks
from qa.understand.question import Question

# In small letters only: Budapest and Everest are none.
_SUPERLATIVE = re.compile(
    r"\b(?:most|least|fewest|(?!(?:best|latest|forest|interest|honest|protest|contest|request|arrest|test|rest|guest"
    r"|invest|harvest|conquest|suggest|earnest|modest|nearest|closest|priest|chest|nest|quest|west|unrest|inquest"
    r"|southwest|northwest|manifest|dishonest|tempest)\b)[a-z]{3,}est)\b"
)
_SAYS_RANK = re.compile(
    r"\b(?:first|second|third|fourth|fifth|top|topp(?:ed|ing)|leading|record|number one|no\. 1|main(?:ly)?"
    r"|chief|biggest"
    r"|lead|leader|ahead of|more than any|outright|unprecedented|winn(?:er|ing)|won|best)\b",
    re.IGNORECASE,
)


def no_comparison(question: Question, pick: Pick) -> str | None:
    """Who invests the most is told by who says so, not by anyone who invests."""
    if question.asks not in (Asks.PERSON, Asks.PLACE, Asks.NAME) or not _SUPERLATIVE.search(question.text):
        return None
    around = f"{pick.candidate.article.title} {pick.candidate.text}"
    if _SUPERLATIVE.search(around) or _SAYS_RANK.search(around):
        return None
    return "no sentence says which it is"


_SECOND = re.compile(r"\b(?:second|third|fourth|fifth|2nd|3rd)[- ](?P<most>[a-z]+est|most)\b", re.IGNORECASE)


_ASKS_FIRST = re.compile(r"\b(?:most|highest|biggest|largest|won|wins?|winner|came first|finished first|beat)\b", re.I)
_PLACED = re.compile(
    r"^,?(?: who| which| had| has| only){0,2} (?P<place>(?:was|is) (?:the )?runner-up|lost"
    r"|(?:came|come|finished|placed|ended) (?:up )?(?:second|third|fourth|fifth|last))\b",
    re.IGNORECASE,
)


def second_best(question: Question, pick: Pick) -> str | None:
    """The second-longest pier is not the longest, and who came third did not get the most votes."""
    behind = pick.candidate.text[max(0, pick.end - pick.candidate.start) :]
    if question.asks in (Asks.PERSON, Asks.PLACE, Asks.NAME) and _ASKS_FIRST.search(question.text):
        placed = _PLACED.match(behind)
        if placed is not None:
            return f"it tells of who {placed['place'].lower()}"
    told = _SECOND.search(pick.candidate.text)
    if told is None or _SECOND.search(question.text):
        return None
    most = re.compile(rf"\b{told['most']}\b", re.IGNORECASE)
    if not most.search(question.text) or most.search(_SECOND.sub(" ", pick.candidate.text)):
        return None
    return f"it tells of the {told.group().lower()}"
