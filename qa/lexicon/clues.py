"""Words by which a few words are told to be a time, a number, or of what is to come."""

import re

from ingest.figures.quantity.numbers import NUMBER_WORDS
from qa.lexicon.words import words_like

MONTHS = "january february march april may june july august september october november december".split()
ANY_MONTH = f"(?:{'|'.join(MONTHS)})"
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
TIME_ALONE = re.compile(
    rf"^(?:(?:on|in|last|next|this|early|late|mid) )*(?:{ANY_MONTH}|{_DAY}|today|yesterday|tomorrow|\d{{4}})"
    r"(?:['’]s|s)?(?: \d+)?(?: (?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
"""A text that is a time and nothing else."""
A_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join(NUMBER_WORDS)}|no|none|nobody|nothing|dozens?|scores?|half|thirds?|quarters?|hundreds?"
    r"|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|thrice|an? (?:second|minute|hour|day|night|week|month|year)"
    r"|an? (?:decade|century)"
    r"|thousands?|millions?|billions?|twice|double|triple|once|several|few|many|most|all|both)\b",
    re.IGNORECASE,
)
"""A text that says how many, in digits or words."""
A_TIME = re.compile(
    rf"\d|\b(?:{ANY_MONTH}|{_DAY}|after|before|when|while|during|since|until|by|as|once|ago|later|earlier|now|soon|then"
    r"|time|century|decade|day|week|month|year|hour|minute|morning|night|evening|afternoon|noon|midnight|dawn|dusk|spring"
    r"|summer|autumn|fall|winter|weekend|today|tomorrow|yesterday|tonight|christmas|easter|ramadan)s?\b",
    re.IGNORECASE,
)
"""A text that says when."""
FUTURE = words_like("expect forecast plan target aim predict project scheduled goal hope want")
"""Stems by which what is to come is asked for, beside "will" and its like."""
