"""Is arithmetic asked for, and of what? A question is split into the two questions its operands answer."""

import re
from dataclasses import replace

from ingest.figures import parse_figures
from ingest.figures.about.nouns import plural, singular
from ingest.figures.quantity.units import UNITS
from qa.compute.operations import Operation
from qa.compute.patterns import (
    AHEAD,
    AUX,
    CLOSE,
    ENDS,
    EXCEED,
    EXPECTED,
    HOW,
    LOWER,
    MORE,
    RATES,
    TIME,
    TOGETHER,
    find,
)
from qa.compute.phrases import (
    ask_for,
    ask_when,
    fill_heads,
    noun_phrase,
    plain_noun,
    split_pair,
    until_plural,
    without,
)
from qa.compute.task import Shape, Task
from qa.compute.times import times_task
from qa.lexicon.nouns import dimension
from qa.lexicon.words import is_stop


def find_task(text: str) -> Task | None:
    """Return the sum a question asks for, None for an ordinary question."""
    asked = " ".join(text.split()).rstrip("?!. ")
    for rule in _RULES:
        task = rule(asked)
        if task is not None:
            plain = replace(task, left=" ".join(task.left.split()), right=" ".join(task.right.split()))
            return _looking_ahead(plain) if find(AHEAD, asked) else plain
    return None


def _looking_ahead(task: Task) -> Task:
    """Ask for what is to come where the question does: a forecast is no answer to what was."""
    left, right = (re.sub("^What was ", "What is ", q) for q in (task.left, task.right))
    return replace(task, left=left, right=right)


def _range(text: str) -> Task | None:
    """Both ends of one thing: "the difference between the deepest and the shallowest ..."."""
    found = list(ENDS.finditer(text))
    if len(found) != 2 or not find(rf"\bdifference\b|\bgap\b|\bspread\b|\bhow (?:far|much|many|wide)\b|{EXCEED}", text):
        return None
    noun = find(r"\bby how many (.+?) (?:does|do|did|is|are|was|were)\b", text)
    rest = ENDS.sub(" ", text)
    rest = re.sub(
        rf"(?i)\b(?:what (?:is|was|are|were|'s)|the|difference|gap|spread|between|by how (?:many|much))\b|\b{EXCEED}\b",
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
    how = next((how for how, words in HOW.items() if word in words), None)
    return f"How {how} is {thing}?" if how else ask_for(thing)


def _elapsed(text: str) -> Task | None:
    """How many months lay between two events."""
    lead = r"how (?:many (?P<unit>day|week|month|year|decade)s|long|much time)\b"
    between = find(rf"{lead}[^?]*?\b(?:between|from) (?P<both>.+){CLOSE}", text)
    if between and find(r"\b(?:lay|lie|lies|pass|passed|elapsed?|went by|there|separated?|between)\b", text):
        pair = split_pair(between["both"], r"and|to")
        if pair:
            return _dates(pair, between["unit"])
    after = find(rf"{lead} (?P<way>after|before) (?P<one>.+?),? {AUX} (?P<two>.+){CLOSE}", text)
    return _dates((after["two"], after["one"]), after["unit"]) if after else None


def _dates(pair: tuple[str, str], unit: str | None) -> Task:
    return Task(Operation.ELAPSED, Shape.THINGS, ask_when(pair[0]), ask_when(pair[1]), pair, unit and unit.lower())


def _which(text: str) -> Task | None:
    """Which of two is larger, or came first; the two stand at the end."""
    found = find(
        rf"^(?P<lead>(?:of .+?, )?(?:which|what|who)\b.*?)(?:[:,]| ?[–—-] )\s*(?P<both>[^:]+?\bor\b.+){CLOSE}", text
    )
    pair = split_pair(found["both"], "or") if found else None
    if not found or not pair:
        return None
    lead = found["lead"]
    if find(r"\b(?:earlier|first|later|older event|last)\b", lead) and not find(r"\bmore|larger|higher\b", lead):
        later = bool(find(r"\b(?:later|last)\b", lead))
        return Task(
            Operation.EARLIER, Shape.THINGS, ask_when(pair[0]), ask_when(pair[1]), pair, "later" if later else None
        )
    word = find(rf"\b(?P<word>{MORE}|most|fewest|least|largest|biggest|highest|lowest|smallest)\b", lead)
    if not word:
        return None
    lower = bool(LOWER.match(word["word"]) or word["word"].casefold() in ("fewest", "least", "lowest", "smallest"))
    tail = find(rf"\b{re.escape(word['word'])}(?: (?:number|figure|amount|sum|one|share))?\b(?P<tail>.*)$", lead)
    rest = (tail["tail"] if tail else "").strip()
    one, two = fill_heads(*pair)
    verb = find(r"\b(?:which|what|who)\b.*?\b(?P<verb>has|have|had|[a-z]+ed|won|sold|made|spent|built|got)\b", lead)
    if verb and rest and not rest.casefold().startswith(("in ", "at ", "for ", "of ", "by ")):
        left, right = (f"How many {rest} {verb['verb']} {p}?" for p in (one, two))
    else:
        counts = bool(find(r"\bnumber\b", lead))
        left, right = ask_for(one, rest, "", counts), ask_for(two, rest, "", counts)
    numbers = bool(find(r"\b(?:number|figure|amount|sum|many|more)\b", lead)) and "How many" in left
    return Task(Operation.LARGER, Shape.THINGS, left, right, (one, two), "smaller" if lower else None, numbers)


def _are_there_more(text: str) -> Task | None:
    """A yes-or-no question that compares two counts."""
    found = find(rf"^(?:are|were|is|was) there (?P<word>more|fewer|less) (?P<a>.+?) than (?P<b>.+){CLOSE}", text)
    if not found:
        return None
    smaller = "smaller" if LOWER.match(found["word"]) else None
    a, b = found["a"], found["b"]
    return Task(
        Operation.LARGER, Shape.THINGS, f"How many {a} are there?", f"How many {b}?", (a, b), smaller, False, True
    )


def _exceed(text: str) -> Task | None:
    """By how much one thing exceeds another."""
    found = find(
        rf"^(?:and |so )?(?:by how (?:much|many)|how far|by what|how many)(?: (?P<noun>[\w\s-]+?))?? {AUX}"
        rf" (?P<a>.+?) {EXCEED} (?P<b>.+){CLOSE}",
        text,
    )
    if not found:
        return None
    noun = found["noun"] or ""
    if re.fullmatch(r"(?i)(?:factor|multiple|times|extent)", noun):
        return None
    unit = "pp" if find(r"\bpercent|per cent", noun) else noun
    a, b = found["a"], _back(found["b"], found["a"])
    clause = find(r"^what (?P<rest>.+)$", b)
    if clause and not unit:
        other = f"What {noun_phrase(a)[0].split()[-1]} {clause['rest']}?"
        return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(a), other, (a, b))
    counts = bool(find(r"\bhow many\b", text)) and not noun
    return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(a, "", unit, counts), ask_for(b, "", unit, counts), (a, b))


def _back(phrase: str, other: str) -> str:
    """Write out a pronoun: "that of X" after "the forecast of Y" is "the forecast of X"."""
    lone, owned = find(r"(?:['’]s|s['’])$", phrase), find(r"(?:['’]s|s['’]) (?P<what>[\w -]+)$", other)
    if lone and owned:
        return f"{phrase} {owned['what']}"
    found = find(
        r"^(?:that|those|the one|the ones|the number|the figure) (?P<link>of|for|in|at|from|given)\b (?P<rest>.+)$",
        phrase,
    )
    if not found:
        return phrase
    head = re.split(rf"\b{found['link']}\b", other, maxsplit=1, flags=re.IGNORECASE)
    return f"{head[0].strip()} {found['link']} {found['rest']}" if len(head) == 2 else phrase


def _than_thing(text: str) -> Task | None:
    """How many more of one thing than of another, or than somebody else."""
    share = find(rf"^(?:by )?(?:how many|what) (?:percent|per cent|percentage) (?={MORE} )", text)
    text = f"how much {text[share.end() :]}" if share else text
    found = find(rf"^(?:by )?how (?P<q>many|much) {MORE}(?P<a> .+?)? than (?P<b>.+){CLOSE}", text)
    times = find(rf"^how many times (?:as )?(?:{MORE}|many|much|large)(?P<a> .+?) (?:as|than) (?P<b>.+){CLOSE}", text)
    found = found or times
    if not found or not (found["a"] or "").strip():
        return None
    operation = Operation.RATIO if times and "times" in text[:16].casefold() else Operation.DIFFERENCE
    operation = Operation.CHANGE if share else operation
    how = "How much" if "q" in found.groupdict() and found["q"].casefold() == "much" else "How many"
    a, b = found["a"].strip(), found["b"].strip()
    inside = find(rf"^(?P<n>.*?)\s*\b(?P<aux>{AUX})\b (?P<s>.+)$", a)
    if not inside:
        thing, tail = noun_phrase(b)
        one, two = fill_heads(a, thing)
        return Task(operation, Shape.THINGS, f"{how} {one} {tail}?", f"{how} {two} {tail}?", (one, two))
    head = inside["n"] or noun_phrase(inside["s"])[0].split()[-1]
    bare = re.sub(r"(?i) be$", "", inside["s"])
    if re.match(
        rf"(?i)(?:was |had been |were )?{EXPECTED}\b|(?:the|its|an) (?:\w+ )?(?:estimate|budget|plan|target)\b", b
    ):
        return Task(
            operation, Shape.TIMES, f"{how} {inside['n']} {inside['aux']} {bare}?" if inside["n"] else ask_for(bare), ""
        )
    if not inside["n"] and find(rf" {AUX} ", b):
        return Task(operation, Shape.THINGS, ask_for(bare), f"What {head} {b}?", (bare, b))
    other = _swap(inside["s"], b)
    lead = (
        f"{how} {inside['n']} {inside['aux']}" if inside["n"] or inside["aux"] in ("did", "does", "do") else "What was"
    )
    return Task(operation, Shape.THINGS, f"{lead} {inside['s']}?", f"{lead} {other}?", (inside["s"], b))


def _swap(clause: str, other: str) -> str:
    """Put another subject, or another place, into a clause: "the Reds win" with "the Blues" is "the Blues win"."""
    place = find(r"^(?P<link>in|at|from|for|to|on|by) (?P<rest>.+)$", other)
    if place:
        theirs = find(rf"\b{place['link']} (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*", clause)
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
    found = find(rf"\b(?P<op>difference|gap|margin)(?: in (?P<of>[\w\s-]+?))? between (?P<both>.+){CLOSE}", text)
    pair = split_pair(found["both"], "and") if found else None
    if found and pair:
        if re.fullmatch(TIME, pair[0], re.IGNORECASE):
            return None
        one, two = fill_heads(*pair)
        if found["of"]:
            one, two = f"{found['of']} of {one}", f"{found['of']} of {two}"
        return Task(Operation.DIFFERENCE, Shape.THINGS, ask_for(one), ask_for(two), (one, two))
    found = find(rf"\bratio (?:of|between) (?P<both>.+){CLOSE}", text)
    pair = split_pair(found["both"], "to|and") if found else None
    if pair:
        one, two = fill_heads(*pair)
        return Task(Operation.RATIO, Shape.THINGS, ask_for(one), ask_for(two), (one, two), firm=False)
    return None


def _sum(text: str) -> Task | None:
    """Two things taken together."""
    asked = find(rf"\b{TOGETHER}\b|\b(?:sum|total|combined (?:number|total|sum)) of\b|\bcombined\b", text)
    found = find(
        r"^(?P<lead>how many|how much|what (?:is|was|are|were) (?:the )?(?:sum|total|combined number|combined"
        r" total)(?: number)? of|"
        r"what (?:is|was|are|were) the (?P<of>[\w-]+(?: [\w-]+)?) of) (?P<both>.+\band\b.+)$",
        re.sub(rf"(?i),?\s*\b{TOGETHER}\b", "", text),
    )
    pair = split_pair(found["both"], "and") if found and asked else None
    if not found or not pair or find(rf"\b{AUX}\b", pair[0]):
        return None  # "into A and B": one figure is of both places
    thing, tail = noun_phrase(pair[1])
    one, two = fill_heads(pair[0], thing)
    if found["of"]:
        one, two = f"{found['of']} of {one}", f"{found['of']} of {two}"
    many = found["lead"].casefold() == "how many"
    left, right = (f"How many {p} {tail}?" if many else ask_for(p, tail) for p in (one, two))
    return Task(Operation.SUM, Shape.THINGS, left, right, (one, two), firm=False)


_NAMED = r"(?-i:[A-Z][\w'’-]*(?: (?:of |the )?[A-Z][\w'’-]*)*)"


def _both(text: str) -> Task | None:
    """What two named ones did together, or what was so in two named places together."""
    if not find(rf"\b{TOGETHER}\b|\bin (?:all|total)\b|\bcombined\b", text):
        return None
    plain = " ".join(re.sub(rf"(?i),?\s*\b(?:{TOGETHER}|in all|in total|combined)\b", " ", text).split())
    found = find(rf"^(?P<lead>how (?:many|much)\b.*?) (?P<a>{_NAMED}) and (?P<b>(?:in )?{_NAMED})(?P<rest>.*)$", plain)
    if not found:
        return None
    place = re.search(r" (in|at|of|for|by|from)$", found["lead"])
    one, two = found["a"], re.sub(r"^in ", "", found["b"])
    if not place and not find(rf"\b{AUX}$", found["lead"]):
        return None
    left, right = (f"{found['lead']} {name}{found['rest']}?" for name in (one, two))
    return Task(Operation.SUM, Shape.THINGS, left, right, (one, two), firm=False)


def _per(text: str) -> Task | None:
    """An amount shared out: on average, per or for every one of something counted."""
    average = find(r"\b(?:average|mean|on average)\b", text)
    found = find(r"\b(?P<link>per|for every|for each|by each|each of(?: the)?|each|every) (?P<n>.+)$", text)
    ratio = (
        found and found["link"].casefold() in ("per", "for every", "for each") and find(r"^how (?:many|much)\b", text)
    )
    if not found or not (average or ratio):
        return None
    rest = re.sub(r"(?i),?\s*\b(?:on average|the average|average|mean)\b", " ", text)
    things = re.sub(r"(?i),?\s*\bon average\b", "", found["n"])
    thing, tail = until_plural(things) if found["link"].casefold().startswith("each of") else noun_phrase(things)
    head = plain_noun(thing.split()[-1]) if thing else ""
    if not head or head in RATES or plain_noun(thing.split()[0]) in RATES:
        return None
    if head in UNITS or (parse_figures(f"5 {head}s")[:1] and dimension(parse_figures(f"5 {head}s")[0]) != "count"):
        return None  # "per hectare": a rate that is told, not worked out
    each = found["link"].casefold().startswith("each")
    amount = (
        rest.replace(found["link"], "the", 1) if each else rest.replace(f"{found['link']} {thing}", f"with {thing}", 1)
    )
    left = re.sub(r"(?i)\bwhat (is|was) +amount\b", r"What \1 the amount", " ".join(amount.split()))
    counted = f"{thing[: -len(thing.split()[-1])]}{plural(head)}"
    return Task(
        Operation.PER,
        Shape.SHARED,
        f"{left}?",
        f"How many {counted} {tail}".strip() + "?",
        ("", thing),
        head,
        firm=bool(average),
    )


def _each(text: str) -> Task | None:
    """What several things are worth together, where each is said to be worth so much."""
    asked = find(rf"\b{TOGETHER}\b|\btotal (?:value|cost|worth|amount|price) of (?:all|the)\b", text)
    if not asked or not find(r"\b(?:worth|cost|costs|value|amount|investment|invest|price|how much|pay|paid)\b", text):
        return None
    plain = re.sub(rf"(?i),?\s*\b{TOGETHER}\b|\btotal\b", "", text)
    return Task(Operation.PRODUCT, Shape.SHARED, f"{plain}?", f"{plain}?", firm=False)


_RULES = (
    _range,
    _elapsed,
    _which,
    _are_there_more,
    _exceed,
    times_task,
    _than_thing,
    _between,
    _per,
    _both,
    _sum,
    _each,
)
