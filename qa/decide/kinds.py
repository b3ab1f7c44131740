"""Is a pick of the kind that is asked for, as far as its words tell?"""

import re

from qa.reader.pick import Pick
from qa.retrieve.rank import NUMERIC
from qa.types import Asks
from qa.understand.question import Question

_TIME_WORD = re.compile(
    r"^(?:(?:on|in|last|next|this|early|late|mid) )*(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|\d{4})(?:['’]s|s)?"
    r"(?: \d+)?(?: (?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\d|\b(?:no|none|nobody|nothing|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?"
    r"|scores?|half|thirds?"
    r"|quarters?|hundreds?|thousands?|millions?|billions?|twice|double|triple|once|several|few|many|most|all"
    r"|both|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|zero)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d|\b(?:after|before|when|while|during|since|until|by|as|once|ago|later|earlier|now|soon|then|time|century|decade"
    r"|day|week|month|year|hour|minute|morning|night|evening|afternoon|noon|midnight|dawn|dusk|spring|summer|autumn"
    r"|fall|winter|weekend|today|tomorrow|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|christmas|easter|ramadan)s?\b",
    re.IGNORECASE,
)


def other_class(question: Question, pick: Pick) -> str | None:
    """A month is no person, a weekday no place, and what has no number in it does not say how many."""
    if not pick.short:
        return None
    if question.asks in (Asks.PERSON, Asks.PLACE, Asks.NAME) and _TIME_WORD.match(pick.short):
        return "it is a time"
    if question.asks in NUMERIC and pick.figure is None and re.fullmatch(r"[\d.,\s]+", pick.short):
        return "it is a number that measures nothing"
    if question.asks in NUMERIC and pick.figure is None and not _NUMBER_WORD.search(pick.short):
        return "it is no figure"
    if question.asks is Asks.DATE and pick.figure is None and not _WHEN.search(pick.short):
        return "it is no time"
    if question.asks in (Asks.PERSON, Asks.PLACE) and pick.short.replace(",", "").replace(".", "").isdigit():
        return "it is a number"
    return None
