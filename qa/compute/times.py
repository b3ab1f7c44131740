"""Questions that compare one thing at two times: a rise, a growth, a multiple, "than in 2019"."""

import re

from qa.compute.operations import Operation
from qa.compute.patterns import (
    AUX,
    CLOSE,
    MORE,
    RELATIVE,
    RISE,
    TIME,
    find,
)
from qa.compute.phrases import (
    ask_for,
    without,
)
from qa.compute.task import Shape, Task


def times_task(text: str) -> Task | None:
    """One thing at two times: a rise, a growth, a multiple, a comparison "than in ..."."""
    for rule in (_rise, _multiple, _noun_of_change, _than_time):
        task = rule(text)
        if task:
            return task
    return None


def _two_times(text: str) -> tuple[str, str, str]:
    """Return a text without its two times, the earlier and the later; empty where it is not named."""
    found = find(rf"\b(?:from|between) (?P<a>{TIME}) (?:to|and|until|till) (?P<b>{TIME})(?!\w)", text)
    if found:
        return without(text, found.group()), found["a"], found["b"]
    found = find(rf"\b(?:from|since|over|compared (?:with|to)|on|against|versus) (?:in )?(?P<a>{TIME})(?!\w)", text)
    if not found:
        return text, "", ""
    rest = without(text, found.group())
    later = find(rf"\b(?:in|by|to|until) (?P<b>{TIME})(?!\w)", rest)
    return (without(rest, later.group()) if later else rest), found["a"], later["b"] if later else ""


def _at(phrase: str, time: str, unit: str = "") -> str:
    return ask_for(phrase, ("" if find(RELATIVE, time) else "in ") + time if time else "", unit)


def _named(time: str) -> bool:
    """ "A year earlier" names no time of its own: the sentence that says so gives both figures."""
    return bool(time) and not find(r"\b(?:earlier|before|ago|previous|same)\b", time)


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
    found = find(
        rf"(?P<how>\bby how (?:much|many)|\b(?:by )?(?:how many|what) (?:percentage|percent|per cent)(?:"
        rf" points?)?|\bhow much)"
        rf"(?P<noun> [\w\s-]+?)?? {AUX} (?P<s>.+?) (?:been )?{RISE}\b(?P<tail>.*)$",
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
        firm=points or ("by how" in how and bool(earlier)),
    )


def _multiple(text: str) -> Task | None:
    """How many times as large as at another time."""
    than = find(
        rf"^(?:by )?how many times (?:(?:as )?\w+ )?(?:as|than) (?:in |at |it was in |that of )?(?P<a>{TIME})"
        rf" {AUX} (?P<s>.+){CLOSE}",
        text,
    ) or find(
        rf"^how many times (?:(?:as )?\w+ )?{AUX} (?P<s>.+?) (?:as|than|that of) (?:in |at |it was in |of"
        rf" )?(?P<a>{TIME}){CLOSE}",
        text,
    )
    if than:
        later = find(rf"\b(?:in|by|at) (?P<b>{TIME})(?!\w)", than["s"])
        phrase = without(than["s"], later.group()) if later else than["s"]
        return _of_times(Operation.RATIO, phrase, than["a"], later["b"] if later else "")
    first = find(
        rf"^how many times (?:as (?:many|much|large) as )?(?:its|their|his|her|the)? ?(?:starting|initial"
        rf"|original|first|founding) (?P<n>[\w-]+)"
        rf" {AUX} (?P<s>.+){CLOSE}",
        text,
    )
    return Task(Operation.RATIO, Shape.TIMES, f"How many {first['n']} {first['s']}?", "") if first else None


def _noun_of_change(text: str) -> Task | None:
    rest, earlier, later = _two_times(text)
    if not (earlier and later):
        return None
    found = find(
        r"\bwhat (?:is|was|were) the (?P<kind>(?:percentage|percent|per cent|total|net|overall)? ?(?:points?"
        r" )?(?:change|increase|rise|growth|"
        rf"difference|gap|decrease|fall|drop|decline)) (?:in|of) (?P<s>.+){CLOSE}",
        rest,
    )
    if not found:
        return None
    change = find(r"percentage (?!point)|percent |per cent |growth", found["kind"])
    return _of_times(Operation.CHANGE if change else Operation.DIFFERENCE, found["s"], earlier, later, firm=False)


def _than_time(text: str) -> Task | None:
    """How much higher, or how many more, at one time than at another."""
    found = find(
        rf"^(?:by )?how (?P<q>many|much) {MORE} (?P<s>.+) (?:than|compared with) (?:it was |the one |that"
        rf" )?(?:given )?(?:in |for |at |of |on )*(?P<a>{TIME}){CLOSE}",
        text,
    )
    if not found:
        return None
    phrase = found["s"]
    later = find(rf"\b(?:in|for|by|at|of|on) (?P<b>{TIME})(?!\w)", phrase) or find(rf"(?P<b>{TIME})(?!\w)", phrase)
    if later:
        phrase = without(phrase, later.group())
    how = "How many " if found["q"].casefold() == "many" else "How much " if find("^(?:did|does|do) ", phrase) else ""
    clean = phrase if how else re.sub(rf"(?i)^{AUX} | be$", "", phrase)
    spoken = [
        f"{how}{clean} in {t}?" if how and t else f"{how}{clean}?" if how else _at(re.sub(r" given$", "", clean), t)
        for t in (later["b"] if later else "", found["a"] if _named(found["a"]) else "")
    ]
    return Task(Operation.DIFFERENCE, Shape.TIMES, spoken[0], spoken[1] if _named(found["a"]) else "")
