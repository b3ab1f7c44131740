"""Is arithmetic asked for, and of what? A question is split into the two questions its operands answer."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.figures.nouns import plural, singular
from qa.arithmetic_compute import Operation
from qa.arithmetic_phrases import (
    ask_for,
    ask_when,
    fill_heads,
    noun_phrase,
    plain_noun,
    split_pair,
    until_plural,
    without,
)
from qa.words import is_stop


class Shape(StrEnum):
    """Where the operands come from."""

    THINGS = "things"
    """Each of two sub-questions gives one."""
    TIMES = "times"
    """Two times of one thing; an empty sub-question stands for a time that is not named."""
    RANGE = "range"
    """Both ends of one range."""
    SHARED = "shared"
    """An amount and the count it belongs to, told together."""


@dataclass(frozen=True, slots=True)
class Task:
    """A sum that is asked for."""

    operation: Operation
    shape: Shape
    left: str
    """The question for the first operand (the later time, the amount)."""
    right: str
    names: tuple[str, str] = ("", "")
    """What the two operands are of, as the question says it."""
    unit: str | None = None
    """The unit of time asked for, or the noun an amount is divided by."""
    firm: bool = True
    """One operand alone is no answer to the question."""
    yes_no: bool = False


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
TIME = (
    r"(?:(?:the )?(?:end|start|beginning|middle|(?:first|second|third|fourth|last) (?:half|quarter)) of )?"
    rf"(?:(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},?)? )?(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)"
    rf"|(?:last|this|the previous|the same) (?:year|month|quarter|week|{_MONTH})"
    rf"|(?:a|the|one) (?:year|month|quarter|week|decade) (?:earlier|before|ago)|q[1-4](?: (?:19|20)\d\d)?"
    rf"|(?:january|february|march|april|june|july|august|september|october|november|december)"
)
_RISE = (
    r"(?:ris(?:e|en|es)|rose|gr(?:ow|ew|own|ows)|increas(?:e|ed)|climb(?:ed)?|jump(?:ed)?|gain(?:ed)?|surg(?:e|ed)|soar(?:ed)?"
    r"|go up|gone up|expand(?:ed)?|widen(?:ed)?|improve[d]?|fall(?:en)?|fell|declin(?:e|ed)|drop(?:ped)?|decreas(?:e|ed)"
    r"|shr(?:ink|ank|unk)|dip(?:ped)?|slump(?:ed)?|go down|gone down|sink|sunk|contract(?:ed)?|narrow(?:ed)?|slid(?:e)?|slow(?:ed)?|cool(?:ed)?|eas(?:e|ed)"
    r"|come down|came down|weaken(?:ed)?|strengthen(?:ed)?|accelerat(?:e|ed)|chang(?:e|ed))"
)
_MORE = (
    r"(?:more|fewer|less|higher|lower|larger|bigger|greater|smaller|longer|shorter|older|younger|taller|deeper|wider|heavier"
    r"|lighter|faster|slower|farther|further|hotter|colder|dearer|cheaper|costlier|stronger|weaker)"
)
_AUX = r"(?:did|does|do|has|have|had|will|is|was|are|were|may|might|can|could|would|should)"
_EXPECTED = r"(?:expected|planned|estimated|budgeted|forecast|targeted|predicted|scheduled|thought|feared|hoped|first|initially)"
_EXCEED = (
    r"(?:exceed(?:ed|s)?|outnumber(?:ed|s)?|surpass(?:ed|es)?|outstrip(?:ped|s)?|top(?:ped|s)?|outweigh(?:ed|s)?"
    r"|(?:fall|fell|fallen) (?:short of|below)|lag(?:ged|s)? behind|trail(?:ed|s)?|undershoot|overshoot|beat)"
)
_LOWER = re.compile(r"^(?:fewer|less|lower|smaller|shorter|younger|lighter|slower|earlier|first|cheaper|colder)$", re.I)
_TOGETHER = (
    r"(?:together|altogether|combined|in total|in all|in sum|added up|added together|put together|taken together)"
)
_ENDS = re.compile(
    r"\b(?:the )?(?:(?:upper|lower|top|bottom|high|low) (?:end|bound|limit|figure|estimate)|(?:deepest|shallowest|highest|lowest"
    r"|largest|smallest|biggest|longest|shortest|tallest|widest|narrowest|fastest|slowest|heaviest|lightest|thickest|thinnest"
    r"|maximum|minimum|upper|lower))\b(?: (?:of|for))?",
    re.IGNORECASE,
)
_HOW = {
    "deep": ("deepest", "shallowest"),
    "long": ("longest", "shortest"),
    "tall": ("tallest",),
    "wide": ("widest", "narrowest"),
    "thick": ("thickest", "thinnest"),
    "heavy": ("heaviest", "lightest"),
    "fast": ("fastest", "slowest"),
}
_RATES = frozenset("year month week day hour minute second quarter capita cent head person share decade annum".split())
_AHEAD = r"\b(?:may|might|will|would|could|expected to|forecast|projected|planned)\b"
_RELATIVE = r"\b(?:last|this)\b"
_CLOSE = r"\s*[?.!]*\s*$"


def _find(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)


def find_task(text: str) -> Task | None:
    """Return the sum a question asks for, None for an ordinary question."""
    asked = " ".join(text.split()).rstrip("?!. ")
    for rule in _RULES:
        task = rule(asked)
        if task is not None:
            return _looking_ahead(task) if _find(_AHEAD, asked) else task
    return None


def _looking_ahead(task: Task) -> Task:
    """Ask for what is to come where the question does: a forecast is no answer to what was."""
    left, right = (re.sub("^What was ", "What is ", q) for q in (task.left, task.right))
    return replace(task, left=left, right=right)


def _range(text: str) -> Task | None:
    """Both ends of one thing: "the difference between the deepest and the shallowest ..."."""
    found = list(_ENDS.finditer(text))
    if len(found) != 2 or not _find(
        rf"\bdifference\b|\bgap\b|\bspread\b|\bhow (?:far|much|many|wide)\b|{_EXCEED}", text
    ):
        return None
    noun = _find(r"\bby how many (.+?) (?:does|do|did|is|are|was|were)\b", text)
    rest = _ENDS.sub(" ", text)
    rest = re.sub(
        rf"(?i)\b(?:what (?:is|was|are|were|'s)|the|difference|gap|spread|between|by how (?:many|much))\b|\b{_EXCEED}\b",
        " ",
        rest,
    )
    rest = re.sub(r"(?i)^\W*|\b(?:and|does|do|did|of|in)\s*$", "", " ".join(rest.split()))
    rest = re.sub(r"(?i)\band\b\s*|\b(?:does|do|did|is|are|was|were)\b\s*", "", rest)
    left = f"How many {noun.group(1)} {without(rest, noun.group(1))}?" if noun else _size_of(rest, found[0].group())
    return Task(Operation.DIFFERENCE, Shape.RANGE, left, "", (found[0].group(), found[1].group()))


def _size_of(thing: str, superlative: str) -> str:
    """Return the question for a size: "the deepest ... cut" asks how deep the cut is."""
    word = superlative.casefold().split()[-1]
    how = next((how for how, words in _HOW.items() if word in words), None)
    return f"How {how} is {thing}?" if how else ask_for(thing)


def _elapsed(text: str) -> Task | None:
    """How many months lay between two events."""
    lead = r"how (?:many (?P<unit>day|week|month|year|decade)s|long|much time)\b"
    between = _find(rf"{lead}[^?]*?\b(?:between|from) (?P<both>.+){_CLOSE}", text)
    if between and _find(r"\b(?:lay|lie|lies|pass|passed|elapsed?|went by|there|separated?|between)\b", text):
        pair = split_pair(between["both"], r"and|to")
        if pair:
            return _dates(pair, between["unit"])
    after = _find(rf"{lead} (?P<way>after|before) (?P<one>.+?),? {_AUX} (?P<two>.+){_CLOSE}", text)
    return _dates((after["two"], after["one"]), after["unit"]) if after else None


def _dates(pair: tuple[str, str], unit: str | None) -> Task:
    return Task(Operation.ELAPSED, Shape.THINGS, ask_when(pair[0]), ask_when(pair[1]), pair, unit and unit.lower())


def _which(text: str) -> Task | None:
    """Which of two is larger, or came first; the two stand at the end."""
    found = _find(
        rf"^(?P<lead>(?:of .+?, )?(?:which|what|who)\b.*?)(?:[:,]| ?[–—-] )\s*(?P<both>[^:]+?\bor\b.+){_CLOSE}", text
    )
    pair = split_pair(found["both"], "or") if found else None
    if not found or not pair:
        return None
    lead = found["lead"]
    if _find(r"\b(?:earlier|first|later|older event|last)\b", lead) and not _find(r"\bmore|larger|higher\b", lead):
        later = bool(_find(r"\b(?:later|last)\b", lead))
        return Task(
            Operation.EARLIER, Shape.THINGS, ask_when(pair[0]), ask_when(pair[1]), pair, "later" if later else None
        )
    word = _find(rf"\b(?P<word>{_MORE}|most|fewest|least|largest|biggest|highest|lowest|smallest)\b", lead)
    if not word:
        return None
    lower = bool(_LOWER.match(word["word"]) or word["word"].casefold() in ("fewest", "least", "lowest", "smallest"))
    tail = _find(rf"\b{re.escape(word['word'])}(?: (?:number|figure|amount|sum|one|share))?\b(?P<tail>.*)$", lead)
    rest = (tail["tail"] if tail else "").strip()
    one, two = fill_heads(*pair)
    verb = _find(r"\b(?:which|what|who)\b.*?\b(?P<verb>has|have|had|[a-z]+ed|won|sold|made|spent|built|got)\b", lead)
    if verb and rest and not rest.casefold().startswith(("in ", "at ", "for ", "of ", "by ")):
        left, right = (f"How many {rest} {verb['verb']} {p}?" for p in (one, two))
    else:
        counts = bool(_find(r"\bnumber\b", lead))
        left, right = ask_for(one, rest, "", counts), ask_for(two, rest, "", counts)
    return Task(Operation.LARGER, Shape.THINGS, left, right, (one, two), "smaller" if lower else None)


def _are_there_more(text: str) -> Task | None:
    """A yes-or-no question that compares two counts."""
    found = _find(rf"^(?:are|were|is|was) there (?P<word>more|fewer|less) (?P<a>.+?) than (?P<b>.+){_CLOSE}", text)
    if not found:
        return None
    smaller = "smaller" if _LOWER.match(found["word"]) else None
    a, b = found["a"], found["b"]
    return Task(
        Operation.LARGER, Shape.THINGS, f"How many {a} are there?", f"How many {b}?", (a, b), smaller, False, True
    )


def _exceed(text: str) -> Task | None:
    """By how much one thing exceeds another."""
    found = _find(
        rf"^(?:and |so )?(?:by how (?:much|many)|how far|by what|how many)(?: (?P<noun>[\w\s-]+?))?? {_AUX} (?P<a>.+?) {_EXCEED} (?P<b>.+){_CLOSE}",
        text,
    )
    if not found:
        return None
    noun = found["noun"] or ""
    if re.fullmatch(r"(?i)(?:factor|multiple|times|extent)", noun):
        return None
    unit = "pp" if _find(r"\bpercent|per cent", noun) else noun
    a, b = found["a"], _back(found["b"], found["a"])
    clause = _find(r"^what (?P<rest>.+)$", b)
    if clause and not unit:
        other = f"What {noun_phrase(a)[0].split()[-1]} {clause['rest']}?"
        return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(a), other, (a, b))
    counts = bool(_find(r"\bhow many\b", text)) and not noun
    return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(a, "", unit, counts), ask_for(b, "", unit, counts), (a, b))


def _back(phrase: str, other: str) -> str:
    """Write out a pronoun: "that of X" after "the forecast of Y" is "the forecast of X"."""
    lone, owned = _find(r"(?:['’]s|s['’])$", phrase), _find(r"(?:['’]s|s['’]) (?P<what>[\w -]+)$", other)
    if lone and owned:
        return f"{phrase} {owned['what']}"
    found = _find(
        r"^(?:that|those|the one|the ones|the number|the figure) (?P<link>of|for|in|at|from|given)\b (?P<rest>.+)$",
        phrase,
    )
    if not found:
        return phrase
    head = re.split(rf"\b{found['link']}\b", other, maxsplit=1, flags=re.IGNORECASE)
    return f"{head[0].strip()} {found['link']} {found['rest']}" if len(head) == 2 else phrase


def _times(text: str) -> Task | None:
    """One thing at two times: a rise, a growth, a multiple, a comparison "than in ..."."""
    for rule in (_rise, _multiple, _noun_of_change, _than_time):
        task = rule(text)
        if task:
            return task
    return None


def _two_times(text: str) -> tuple[str, str, str]:
    """Return a text without its two times, the earlier and the later; empty where it is not named."""
    found = _find(rf"\b(?:from|between) (?P<a>{TIME}) (?:to|and|until|till) (?P<b>{TIME})(?!\w)", text)
    if found:
        return without(text, found.group()), found["a"], found["b"]
    found = _find(rf"\b(?:from|since|over|compared (?:with|to)|on|against|versus) (?:in )?(?P<a>{TIME})(?!\w)", text)
    if not found:
        return text, "", ""
    rest = without(text, found.group())
    later = _find(rf"\b(?:in|by|to|until) (?P<b>{TIME})(?!\w)", rest)
    return (without(rest, later.group()) if later else rest), found["a"], later["b"] if later else ""


def _at(phrase: str, time: str, unit: str = "") -> str:
    return ask_for(phrase, ("" if _find(_RELATIVE, time) else "in ") + time if time else "", unit)


def _named(time: str) -> bool:
    """ "A year earlier" names no time of its own: the sentence that says so gives both figures."""
    return bool(time) and not _find(r"\b(?:earlier|before|ago|previous|same)\b", time)


def _of_times(operation: Operation, phrase: str, earlier: str, later: str, unit: str = "", firm: bool = True) -> Task:
    return Task(
        operation,
        Shape.TIMES,
        _at(phrase, later, unit),
        _at(phrase, earlier, unit) if _named(earlier) else "",
        firm=firm,
    )


def _rise(text: str) -> Task | None:
    rest, earlier, later = _two_times(text)
    found = _find(
        rf"(?P<how>\bby how (?:much|many)|\b(?:by )?(?:how many|what) (?:percentage|percent|per cent)(?: points?)?|\bhow much)"
        rf"(?P<noun> [\w\s-]+?)?? {_AUX} (?P<s>.+?) (?:been )?{_RISE}\b(?P<tail>.*)$",
        rest,
    )
    if not found:
        return None
    how = found["how"].casefold()
    points = "point" in f"{how}{found['noun'] or ''}"
    share = not points and ("percent" in how or "per cent" in how)
    if (share and not earlier) or (how == "how much" and not ((earlier and later) or earlier)):
        return None  # "how much did sales rise last year": articles give the change itself
    return _of_times(
        Operation.CHANGE if share else Operation.DIFFERENCE,
        f"{found['s']} {found['tail']}".strip(),
        earlier,
        later,
        "pp" if points else (found["noun"] or "").strip(),
        firm=points or "by how" in how and bool(earlier),
    )


def _multiple(text: str) -> Task | None:
    """How many times as large as at another time."""
    than = _find(
        rf"^(?:by )?how many times (?:(?:as )?\w+ )?(?:as|than) (?:in |at |it was in |that of )?(?P<a>{TIME}) {_AUX} (?P<s>.+){_CLOSE}",
        text,
    ) or _find(
        rf"^how many times (?:(?:as )?\w+ )?{_AUX} (?P<s>.+?) (?:as|than|that of) (?:in |at |it was in |of )?(?P<a>{TIME}){_CLOSE}",
        text,
    )
    if than:
        later = _find(rf"\b(?:in|by|at) (?P<b>{TIME})(?!\w)", than["s"])
        phrase = without(than["s"], later.group()) if later else than["s"]
        return _of_times(Operation.RATIO, phrase, than["a"], later["b"] if later else "")
    first = _find(
        rf"^how many times (?:as (?:many|much|large) as )?(?:its|their|his|her|the)? ?(?:starting|initial|original|first|founding) (?P<n>[\w-]+)"
        rf" {_AUX} (?P<s>.+){_CLOSE}",
        text,
    )
    return Task(Operation.RATIO, Shape.TIMES, f"How many {first['n']} {first['s']}?", "") if first else None


def _noun_of_change(text: str) -> Task | None:
    rest, earlier, later = _two_times(text)
    if not (earlier and later):
        return None
    found = _find(
        r"\bwhat (?:is|was|were) the (?P<kind>(?:percentage|percent|per cent|total|net|overall)? ?(?:points? )?(?:change|increase|rise|growth|"
        rf"difference|gap|decrease|fall|drop|decline)) (?:in|of) (?P<s>.+){_CLOSE}",
        rest,
    )
    if not found:
        return None
    change = _find(r"percentage (?!point)|percent |per cent |growth", found["kind"])
    return _of_times(Operation.CHANGE if change else Operation.DIFFERENCE, found["s"], earlier, later, firm=False)


def _than_time(text: str) -> Task | None:
    """How much higher, or how many more, at one time than at another."""
    found = _find(
        rf"^(?:by )?how (?P<q>many|much) {_MORE} (?P<s>.+) (?:than|compared with) (?:it was |the one |that )?(?:given )?(?:in |for |at |of |on )*(?P<a>{TIME}){_CLOSE}",
        text,
    )
    if not found:
        return None
    phrase = found["s"]
    later = _find(rf"\b(?:in|for|by|at|of|on) (?P<b>{TIME})(?!\w)", phrase) or _find(rf"(?P<b>{TIME})(?!\w)", phrase)
    if later:
        phrase = without(phrase, later.group())
    how = "How many " if found["q"].casefold() == "many" else "How much " if _find("^(?:did|does|do) ", phrase) else ""
    clean = phrase if how else re.sub(rf"(?i)^{_AUX} | be$", "", phrase)
    spoken = [
        f"{how}{clean} in {t}?" if how and t else f"{how}{clean}?" if how else _at(re.sub(r" given$", "", clean), t)
        for t in (later["b"] if later else "", found["a"] if _named(found["a"]) else "")
    ]
    return Task(Operation.DIFFERENCE, Shape.TIMES, spoken[0], spoken[1] if _named(found["a"]) else "")


def _than_thing(text: str) -> Task | None:
    """How many more of one thing than of another, or than somebody else."""
    found = _find(rf"^(?:by )?how (?P<q>many|much) {_MORE}(?P<a> .+?)? than (?P<b>.+){_CLOSE}", text)
    times = _find(
        rf"^how many times (?:as )?(?:{_MORE}|many|much|large)(?P<a> .+?) (?:as|than) (?P<b>.+){_CLOSE}", text
    )
    found = found or times
    if not found or not (found["a"] or "").strip():
        return None
    operation = Operation.RATIO if times and "times" in text[:16].casefold() else Operation.DIFFERENCE
    how = "How much" if "q" in found.groupdict() and found["q"].casefold() == "much" else "How many"
    a, b = found["a"].strip(), found["b"].strip()
    inside = _find(rf"^(?P<n>.*?)\s*\b(?P<aux>{_AUX})\b (?P<s>.+)$", a)
    if not inside:
        thing, tail = noun_phrase(b)
        one, two = fill_heads(a, thing)
        return Task(operation, Shape.THINGS, f"{how} {one} {tail}?", f"{how} {two} {tail}?", (one, two))
    head = inside["n"] or noun_phrase(inside["s"])[0].split()[-1]
    bare = re.sub(r"(?i) be$", "", inside["s"])
    if re.match(rf"(?i)(?:was |had been |were )?{_EXPECTED}\b", b):
        return Task(
            operation, Shape.TIMES, f"{how} {inside['n']} {inside['aux']} {bare}?" if inside["n"] else ask_for(bare), ""
        )
    if not inside["n"] and _find(rf" {_AUX} ", b):
        return Task(operation, Shape.THINGS, ask_for(bare), f"What {head} {b}?", (bare, b))
    other = _swap(inside["s"], b)
    lead = (
        f"{how} {inside['n']} {inside['aux']}" if inside["n"] or inside["aux"] in ("did", "does", "do") else "What was"
    )
    return Task(operation, Shape.THINGS, f"{lead} {inside['s']}?", f"{lead} {other}?", (inside["s"], b))


def _swap(clause: str, other: str) -> str:
    """Put another subject, or another place, into a clause: "the Reds win" with "the Blues" is "the Blues win"."""
    place = _find(r"^(?P<link>in|at|from|for|to|on|by) (?P<rest>.+)$", other)
    if place:
        theirs = _find(rf"\b{place['link']} (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*", clause)
        return clause.replace(theirs.group(), other) if theirs else f"{clause} {other}"
    if (other[:4] == "the " and other[4:5].isupper()) or other[:1].isupper():
        name = re.search(r"(?:the )?[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)*", clause)
        return clause.replace(name.group(), other, 1) if name else f"{other} {clause}"
    if re.search(r"(?:['’]s|s['’])$", other):
        return _back(other, clause)
    words, said = clause.split(), {singular(w.casefold()) for w in other.split() if not is_stop(w)}
    ends = [i for i, w in enumerate(words) if singular(w.casefold()) in said]
    return " ".join([_back(other, clause), *words[ends[-1] + 1 :]]) if ends else _back(other, clause)


def _between(text: str) -> Task | None:
    """The difference between two things, their ratio, their sum."""
    found = _find(rf"\b(?P<op>difference|gap|margin)(?: in (?P<of>[\w\s-]+?))? between (?P<both>.+){_CLOSE}", text)
    pair = split_pair(found["both"], "and") if found else None
    if found and pair:
        if re.fullmatch(TIME, pair[0], re.IGNORECASE):
            return None
        one, two = fill_heads(*pair)
        if found["of"]:
            one, two = f"{found['of']} of {one}", f"{found['of']} of {two}"
        return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(one), ask_for(two), (one, two))
    found = _find(rf"\bratio (?:of|between) (?P<both>.+){_CLOSE}", text)
    pair = split_pair(found["both"], "to|and") if found else None
    if pair:
        one, two = fill_heads(*pair)
        return Task(Operation.RATIO, Shape.THINGS, ask_for(one), ask_for(two), (one, two))
    return None


def _sum(text: str) -> Task | None:
    """Two things taken together."""
    asked = _find(rf"\b{_TOGETHER}\b|\b(?:sum|total|combined (?:number|total|sum)) of\b|\bcombined\b", text)
    found = _find(
        r"^(?P<lead>how many|how much|what (?:is|was|are|were) (?:the )?(?:sum|total|combined number|combined total)(?: number)? of|"
        r"what (?:is|was|are|were) the (?P<of>[\w-]+(?: [\w-]+)?) of) (?P<both>.+\band\b.+)$",
        re.sub(rf"(?i),?\s*\b{_TOGETHER}\b", "", text),
    )
    pair = split_pair(found["both"], "and") if found and asked else None
    if not found or not pair or _find(rf"\b{_AUX}\b", pair[0]):
        return None  # "into A and B": one figure is of both places
    thing, tail = noun_phrase(pair[1])
    one, two = fill_heads(pair[0], thing)
    if found["of"]:
        one, two = f"{found['of']} of {one}", f"{found['of']} of {two}"
    many = found["lead"].casefold() == "how many"
    left, right = (f"How many {p} {tail}?" if many else ask_for(p, tail) for p in (one, two))
    return Task(Operation.SUM, Shape.THINGS, left, right, (one, two), firm=False)


def _per(text: str) -> Task | None:
    """An amount shared out: on average, per or for every one of something counted."""
    average = _find(r"\b(?:average|mean|on average)\b", text)
    found = _find(r"\b(?P<link>per|for every|for each|by each|each of(?: the)?|each|every) (?P<n>.+)$", text)
    if not found or not (average or found["link"].casefold() in ("for every", "for each")):
        return None
    rest = re.sub(r"(?i),?\s*\b(?:on average|the average|average|mean)\b", " ", text)
    things = re.sub(r"(?i),?\s*\bon average\b", "", found["n"])
    thing, tail = until_plural(things) if found["link"].casefold().startswith("each of") else noun_phrase(things)
    head = plain_noun(thing.split()[-1]) if thing else ""
    if not head or head in _RATES:
        return None
    each = found["link"].casefold().startswith("each")
    amount = (
        rest.replace(found["link"], "the", 1) if each else rest.replace(f"{found['link']} {thing}", f"with {thing}", 1)
    )
    left = re.sub(r"(?i)\bwhat (is|was) +amount\b", r"What \1 the amount", " ".join(amount.split()))
    counted = f"{thing[: -len(thing.split()[-1])]}{plural(head)}"
    return Task(Operation.PER, Shape.SHARED, f"{left}?", f"How many {counted} {tail}".strip() + "?", ("", thing), head)


def _each(text: str) -> Task | None:
    """What several things are worth together, where each is said to be worth so much."""
    asked = _find(rf"\b{_TOGETHER}\b|\btotal (?:value|cost|worth|amount|investment|price)\b", text)
    if not asked or not _find(r"\b(?:worth|cost|costs|value|amount|investment|invest|price|how much|pay|paid)\b", text):
        return None
    plain = re.sub(rf"(?i),?\s*\b{_TOGETHER}\b|\btotal\b", "", text)
    return Task(Operation.PRODUCT, Shape.SHARED, f"{plain}?", f"{plain}?", firm=False)


_RULES = (_range, _elapsed, _which, _are_there_more, _exceed, _times, _than_thing, _between, _per, _sum, _each)
