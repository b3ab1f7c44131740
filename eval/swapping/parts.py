"""What questions are put together from: what is asked for, whose it is, and the rest of the clause."""

import re
from dataclasses import dataclass

from eval.swapping.clauses import Plain, has_verb, real_names, settle_time
from eval.swapping.verbs import VERBS
from ingest.figures.quantity.numbers import SCALES, SMALL, TENS, VAGUE
from ingest.figures.quantity.units import is_money
from ingest.types import Figure, Status

_LONGEST_SUBJECT = 10
_NUMBER = re.compile(rf"^(?:[\d.,]+|(?i:{'|'.join([*SCALES, *VAGUE, *SMALL, *TENS, 'and'])})\b|[\s-])+")
_PLURAL = re.compile(r"(?:s|people|men|women|children|police|troops|sheep|fish|cattle|geese|feet|teeth|lives)$")
AFTER = re.compile(
    r"^(?:$| (?:in|at|on|from|to|for|during|since|by|with|over|between|across|near|under|among|through|off|into|along"
    r"|last|this|around|per|every|out|throughout|within|abroad|nationwide|worldwide|home|yesterday|there|inside|outside"
    r"|toward|towards|beyond|about|so far|to date|earlier|annually|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_OF = re.compile(
    r"^ (of (?:(?!(?:in|at|on|from|to|for|during|since|by|with|over|between|across|last|this|through|into)\b)\S+ ?)+)"
)
_TO_LEVEL = re.compile(
    r"\s(?:to|from)\s(?!(?:19|20)\d\d\b)\S*\d\S*(?:\s(?!(?:in|on|at|between|over|by|during|since|for)\b)[a-z]+)*"
)
_LEFT_OVER = re.compile(r"\d,\d|\d+\.\d|\d%|[$€£]\d|\b(?:from|to) (?!(?:19|20)\d\d)\d|\bin the (?!\w+ of).* in the\b")
"""Another figure, or two times: more than the rest of a plain clause holds."""
_NO_SUBJECT = re.compile(
    r"^(?:of|in|at|on|by|for|from|with|after|before|since|during|under|among|to|and|but|or|also|not|only|about|there"
    rf"|what|who|which|as|{'|'.join(SMALL)}|the (?:rate|figure|number|total|share|price)(?! of)|last|next|this|each"
    r"|across|along|over|like|both|some|most|many|others?|all|none|more|fewer|less|nearly|almost|then|so)\b|\w+ing\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:[a-z-]+ )?[a-z]+)$")
_OWN = re.compile(r"^(?:its|his|her|their) ", re.IGNORECASE)
_VERBAL = re.compile(r"\b(?:[a-z]{3,}ed|expects|hopes|plans|aims|wants)\b")
"""Words in a subject that may be its verb."""
SUBORDINATE = re.compile(r"\b(?:that|which|who|whose|when|where|if|as|than|because|said|says|although|though|while)\b")


@dataclass(frozen=True, slots=True)
class What:
    """What is asked for, and what is left behind the figure."""

    words: str
    left: str
    whole: str = ""
    """What is counted in all, where the figure is said to be a part of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its parts, and the figure that answers it."""

    what: str
    """"How many people", "How much", "What percentage of the vote"."""
    aux: str
    """"did", "has", "is", "plans" for "does ... plan to"; empty where the figure is the subject."""
    subject: str
    verb: str
    rest: str
    figure: Figure
    whole: str = ""
    """What is counted, where the figure is a part of it: "firms"."""

    @property
    def text(self) -> str:
        """The question as asked."""
        said = " ".join(f"{self.what} {self.aux} {self.subject} {self.verb} {self.rest}".split())
        return f"{said[0].upper()}{said[1:]}?"


def what_asks(figure: Figure, after: str) -> What | None:
    """Return what is asked for and what is left behind the figure; None where the figure's noun is not whole."""
    of = _OF.match(after)
    whole = of[1].strip() if of else ""
    left = after[of.end() - of[0].endswith(" ") :] if of else after
    if figure.unit == "%":
        return What(f"what percentage {whole}", left) if of else None
    if is_money(figure.unit):
        return What("how much", after) if AFTER.match(after) and not of else None
    noun = _NUMBER.sub("", figure.text)
    if noun == figure.text or figure.text.split()[0].casefold() in VAGUE:
        return None
    if not noun and (part := re.match(r"^of (?:the|its|their|his|her) [\d,]+ ([a-z -]+?s)$", whole)):
        return What(f"how many {whole}", left, part[1])
    if not noun and re.match(r"^of the [a-z -]+$", whole):
        return What(f"how many {whole}", left)
    if not re.fullmatch(r"[A-Za-z’' -]+", noun) or not _PLURAL.search(noun):
        return None
    if of:
        return What(f"how many {noun} {whole}", left)
    return What(f"how many {noun}", after) if AFTER.match(after) else None


def put_together(plain: Plain, aux: str, subject: str, verb: str, *, what: str = "") -> Asked | None:
    """Make a question of its parts; None where the rest of the clause is not plain."""
    asks = What(what, _TO_LEVEL.sub("", plain.after)) if what else what_asks(plain.figure, plain.after)
    if asks is None or has_verb(asks.left):
        return None
    rest = settle_rest(asks.left, plain)
    if rest is None or (not rest and re.match(r"an? ", subject)):
        return None
    return Asked(asks.words, aux, subject, verb, rest, plain.figure, asks.whole)


def settle_rest(words: str, plain: Plain) -> str | None:
    """Return the rest of a clause with what stood in front of it, None where it holds more than one may ask."""
    rest = settle_time(f"{words} {plain.front}", plain.figure)
    return None if _LEFT_OVER.search(rest) or SUBORDINATE.search(rest) else rest


def fit_subject(words: str, figure: Figure) -> str | None:
    """Return a subject fit to be asked about: short, plain, a pronoun as the name it stands for; else None."""
    words = words.strip()
    if len(words.split()) > _LONGEST_SUBJECT or _NO_SUBJECT.match(words) or re.search(r"[,;()]|^\d|--|—", words):
        return None
    if words.endswith(("’s", "'s")) or has_verb(words) or SUBORDINATE.search(words) or _VERBAL.search(words):
        return None
    if (VERBS - {"plant"}) & set(words.split()[1:]):
        return None
    named = figure.subject if figure.subject and real_names(f"x {figure.subject}") else None
    if _PRONOUN.match(words):
        return named or (f"the {words[4:]}" if words.casefold().startswith("the ") else None)
    if _OWN.match(words):
        return None
    if words.split()[0][0].islower() and not re.match(r"(?:the|a|an)\b", words) and not real_names(f"x {words}"):
        return None
    first = words.split()[0]
    named_first = any(name.startswith(first) for name, _ in real_names(f"x {words}"))
    common = first in ("The", "A", "An", "Some") or not named_first
    return f"{words[0].lower()}{words[1:]}" if common else words


def is_planned(asked: Asked) -> bool:
    """Tell whether a question asks for what is yet to come."""
    if asked.figure.status not in (Status.TARGET, Status.FORECAST):
        return False
    return asked.aux == "will" or bool(re.match(r"(?:\w+ )?to ", asked.verb))
