"""Is a pick of the kind that is asked for, as far as its words tell?"""

import re

from qa.lexicon.clues import A_NUMBER, A_TIME, TIME_ALONE
from qa.reader.pick import Pick
from qa.retrieve.rank import NUMERIC
from qa.types import Asks
from qa.understand.question import Question


def other_class(question: Question, pick: Pick) -> str | None:
    """A month is no person, a weekday no place, and what has no number in it does not say how many."""
    if not pick.short:
        return None
    if question.asks in (Asks.PERSON, Asks.PLACE, Asks.NAME) and TIME_ALONE.match(pick.short):
        return "it is a time"
    if pick.figure is None:
        if question.asks in NUMERIC and re.fullmatch(r"[\d.,\s]+", pick.short):
            return "it is a number that measures nothing"
        if question.asks in NUMERIC and not A_NUMBER.search(pick.short):
            return "it is no figure"
        if question.asks is Asks.DATE and not A_TIME.search(pick.short):
            return "it is no time"
    if question.asks in (Asks.PERSON, Asks.PLACE) and pick.short.replace(",", "").replace(".", "").isdigit():
        return "it is a number"
    return None
