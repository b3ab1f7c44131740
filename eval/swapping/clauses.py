"""The plain main clause a figure stands in, without what stands around it: datelines, "X said", a time in front."""

import re
from dataclasses import dataclass
from datetime import date

from eval.swapping.verbs import FINITE, HELPERS
from ingest.figures import find_periods
from ingest.types import Figure
from qa.lexicon.clues import ANY_MONTH
from qa.lexicon.names import NameKind, find_names

LONGEST = 45
"""Words of a sentence that is read: longer ones have clauses within clauses."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATELINE = re.compile(r"^[A-Z]{3}[^a-z]*[A-Za-z.,’' \d-]*(?:\([A-Za-z]+\))?\s*(?:--|—|–|\s-)\s+")
_SAID = re.compile(
    rf"^(?:[^,;]{{3,60}}|[^,;]{{3,40}}, [^,;]{{3,60}},) (?:said|says|reported|announced)"
    rf"(?: (?:on |late |early )*{_DAY})? (?:that )?(?=[A-Z\d]|(?:it|he|she|the|they|its|about|some|more)\b)"
)
_NOT_PLAIN = re.compile(
    r"[\"“”?:\[\]•|]|\b(?:not|never|no|nor|neither|if|unless|denied|denies|would have|might|whether|instead)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^((?:In|By|During|Since) (?:the year to |early |late |mid-|the )?(?:{ANY_MONTH} )?(?:(?:19|20)\d\d)"
    rf"|(?:On|In) (?:{_DAY}|{ANY_MONTH}(?: \d+)?)|Last (?:year|month|week|spring|summer|autumn|fall|winter)|This year"
    r"|Yesterday|So far|To date"
    r"|(?:In|At|Near|Across|Around) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),? (?=\S)"
    r"|^((?:With|Under|For|At|In|Among|During|Near|Across)(?: (?!said\b)[\w’'-]+){1,8}), (?=\S)"
)
_APPOSED = re.compile(r"^([A-Z][\w.&’'-]*(?: [\w.&’'-]+){0,6}), (?:(?!\bsaid\b)[^,;]){1,80}, (?=[a-z])")
_STOPS = re.compile(
    r",(?!\d)|;|\s--|\s-\s|—|–|\(|\s(?:but|while|when|after|because|which|who|whose|that|as|than|although|though"
    r"|including"
    r"|compared|whereas|where|(?<!year\s)(?<!month\s)before|so|until|up from|down from|against|or"
    r"|since (?!(?:19|20)\d\d))\b"
)
_AND = re.compile(r"\sand\s+(\S+)")
_RELATIVE = re.compile(
    rf"\s*\b(?:on |in |by |since |from |until |at |during |for |over )?(?:the )?(?:early |late |mid-|end of )?"
    rf"(?:(?:last|this|next|past) (?:year|month|week|quarter|season|spring|summer|autumn|fall|winter|{_DAY}"
    rf"|{ANY_MONTH})|{_DAY}(?: (?:morning|night|evening|afternoon))?|yesterday|today|tonight|tomorrow|now|recently"
    r"|so far|to date"
    r"|already|(?:a|one|two|three|four|five|ten|\d+) (?:days?|weeks?|months?|years?) (?:ago|earlier|before|later))\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"(?:^|(?<=\s))(?:only|just|some|another|a further|a total of|as many as) $", re.IGNORECASE)
"""Words before a number that say no more than the number."""
_DANGLING = re.compile(r"(?:\s+(?:on|in|by|since|from|to|of|for|the|a|an|and|with|at|only|just|early|late))+$")
LOOSE = re.compile(
    r"\b(?:it|he|she|they|him|them|there|here|this|that|those|these|such|same|others?|another|we|us|our|I|my|you|each"
    r"|latter|former|one)\b",
    re.IGNORECASE,
)
"""Words that point at what stands before: a question that holds one is no question of its own."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A clause cut around its figure: before, the printed figure, after; the time in front is kept apart."""

    before: str
    figure: Figure
    after: str
    front: str = ""
    """What stood in front and asks at the end: "in 2019", "in Agatu"; empty where nothing did."""


def plain_clause(sentence: str, figure: Figure, start: int) -> Plain | None:
    """Cut the clause of a figure out of its sentence, at `start` of its text; None where it is not plain."""
    if len(sentence.split()) > LONGEST:
        return None
    a, b = figure.start - start, figure.end - start
    if figure.qualifier and figure.qualifier in sentence[max(0, a - 30) : a]:
        a = sentence.rindex(figure.qualifier, max(0, a - 30), a)
    before, after = _HEDGED.sub("", sentence[:a]), sentence[b:]
    before = before.rsplit("; ", 1)[-1]
    before = re.split(r", (?:and|but|while) (?=[A-Z])|, but ", before)[-1]
    if dated := _DATELINE.match(before):
        before = before[dated.end() :]
    if said := _SAID.match(before + "1"):
        before = before[said.end() :]
    front = ""
    if lead := _LEAD.match(before + ("1" if not before or before.endswith(" ") else "")):
        words = lead[1] or lead[2]
        front, before = words[0].lower() + words[1:], before[lead.end() :]
    before = re.sub(r"^(?:he|she|it|they|[A-Z]\w+) (?:said|reported|added), ", "", before)
    if apposed := _APPOSED.match(before):
        before = f"{apposed[1]} {before[apposed.end() :]}"
    made = Plain(_with_subject(before.strip()), figure, cut_after(after), front)
    quoted = len(re.findall(r"[\"“”]", sentence[:a])) % 2
    return None if quoted or _NOT_PLAIN.search(f"{made.before} {made.after} {front}") else made


def _with_subject(before: str) -> str:
    """Give the second verb of a clause its subject: "X sold 3 ships and bought" is "X bought"; so "X, which sold"."""
    if relative := re.match(r"^((?:[\w.&’'-]+ ){0,5}[\w.&’'-]+), (?:which|who) ([^,]+)$", before):
        return f"{relative[1]} {relative[2]}"
    if re.search(r"\b(?:which|who|that|whose)\b", before):
        return before
    joined = re.match(r"^(.+?),? and ((?:\w+ ){0,3}\w+)$", before)
    if not joined:
        return before
    second = joined[2].split()[0]
    if not has_verb(second) and FINITE.get(second, ("",))[0] != "does":
        return before
    words = joined[1].split()
    verb = next((n for n, w in enumerate(words) if w in HELPERS or FINITE.get(w, ("do",))[0] != "do"), 0)
    subject = " ".join(words[:verb])
    return f"{subject} {joined[2]}" if subject and not re.search(r"[,;]", subject) else before


def cut_after(after: str) -> str:
    """Return what belongs to the clause behind its figure: up to a mark, a conjunction, another verb."""
    if stop := _STOPS.search(after):
        after = after[: stop.start()]
    for joined in _AND.finditer(after):
        word = joined[1]
        names = word[0].isupper() and re.search(r"[A-Z]\w*$", after[: joined.start()])
        if names or " between " in after[: joined.start()]:
            continue
        after = after[: joined.start()]
        break
    return after.rstrip(" .!")


def settle_time(text: str, figure: Figure) -> str:
    """Take words out that mean a time only to the article's readers; a whole year among them is named."""
    period, named = figure.period, ""
    if period and period.start and period.end and "year" in period.text and not re.search(r"\d{4}", text):
        year = period.start.year
        named = f" in {year}" if (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31)) else ""
    told = _RELATIVE.search(text)
    text = _DANGLING.sub("", _RELATIVE.sub("", text).rstrip())
    return " ".join(f"{text}{named if told else ''}".split())


def has_verb(words: str) -> bool:
    """Tell whether words hold a finite verb that is known."""
    return any(w in HELPERS or FINITE.get(w, ("do",))[0] == "did" for w in re.findall(r"[\w’'-]+", words))


def is_time(text: str) -> bool:
    """Tell whether a name is a time: a month, a day of the week, "New Year"."""
    holiday = re.search(r"\b(?:Day|Year|Eve|Christmas|Easter|Ramadan|Lent|Eid|Diwali)\b", text)
    return bool(holiday or re.search(rf"\b(?:{ANY_MONTH}|{_DAY}s?)\b", text, re.IGNORECASE) or find_periods(text))


def real_names(text: str) -> list[tuple[str, NameKind]]:
    """Return the names of a text that are no times."""
    return [(n.text, n.kind) for n in find_names(text) if not is_time(n.text)]
