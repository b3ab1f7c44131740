"""Is a pick of the kind that is asked for, as far as its words tell?"""

import re

from ingest.types import FigureKind
from qa.lexicon.clues import A_NUMBER, A_TIME, TIME_ALONE
from qa.reader.pick import Pick
from qa.retrieve.rank import NUMERIC
from qa.types import Asks
from qa.understand.question import Question
from qa.understand.unit_fit import UNFIT, unit_fit


def other_class(question: Question, pick: Pick) -> str | None:
    """A month is no person, a weekday no place, and what has no number in it does not say how many."""
    if not pick.short:
        return None
    if re.match(r"no [a-z]+$", pick.short, re.IGNORECASE) and question.asks not in NUMERIC:
        return "it says that there is none"
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


def other_unit(question: Question, pick: Pick) -> str | None:
    """What counts or measures another thing than is asked is no answer, bound to the ledger or not."""
    if question.asks not in NUMERIC:
        return None
    figure, candidate = pick.figure, pick.candidate
    inside = [f for f in candidate.figures if f.start < pick.end and pick.start < f.end]
    told = [f for f in ([figure] if figure else inside) if f.kind is not FigureKind.DATE]
    unfit = told and all(unit_fit(question, f) < UNFIT for f in told)
    return "its figure counts or measures another thing" if unfit else None


def only_repeats(question: Question, pick: Pick) -> str | None:
    """What the question names itself is not what it asks for."""
    return "it only says what is asked" if pick.short and pick.fits.get("repeats", 0.0) >= 1.0 else None
