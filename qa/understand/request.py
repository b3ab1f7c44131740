"""Requests that are no question for one fact: a summary, a list, a count of articles, a timeline, a comparison.

They are told by how they are put, as a whole: what only looks like one is left to the reader.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ingest.types import Period
from qa.lexicon.names import NOT_NAMES, ROLES
from qa.understand.question import proper_names, without_times
from qa.understand.request_forms import FORMS, RequestKind


@dataclass(frozen=True, slots=True)
class Request:
    """A request as understood; None asks nothing."""

    kind: RequestKind
    topic: str | None = None
    """What it is about: "Xiong'an New Area"; for a comparison the first side."""
    other: str | None = None
    """The second side of a comparison."""
    noun: str | None = None
    """What is listed or compared: "industrial parks", "places"; for `MENTIONS` "how many" or "which"."""
    periods: tuple[Period, ...] = ()


NAME_WORDS = 4
"""Words of a bare name that stands for "tell me about it"."""
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:how|what|which|who|whom|whose|when|where|why)\b", re.IGNORECASE)
_VERBLESS = re.compile(r"^\W*(?:[A-Z][\w'’.-]*)(?: (?:of|the|and|de|[A-Z][\w'’.-]*))*[\s.?!]*$")


def read_request(text: str, today: date | None = None, *, follows: bool = False) -> Request | None:
    """Return what a text asks for where that is no single fact, None for a question to the reader.

    `today` is the day that "last year" is counted from. A text that `follows` another question may be the rest of one:
    a bare name then asks nothing by itself.
    """
    from ingest.figures import find_periods
    from ingest.figures.time.phrases import Role

    spans = [t for t in find_periods(text, today) if t.role is Role.TIME]
    timeless = without_times(text, [(t.start, t.end) for t in spans])
    periods = tuple(t.period for t in spans)
    since = _SINCE.search(text) is not None
    for kind, pattern in FORMS:
        found = pattern.fullmatch(f"{timeless.rstrip(' ?.!')} since" if kind is RequestKind.NEW and since else timeless)
        if found is None and kind is RequestKind.NEW and since:
            found = pattern.match(f"{timeless.rstrip(' ?.!')} since")
        if found is not None:
            part = _part_of(found)
            if _ASKS.search(part("topic") or ""):  # "what do they say about how many ..." asks for one fact
                continue
            if kind is RequestKind.NEW:  # "since 2023" has no end; what is needed is the day it begins with
                periods = tuple(t.period for t in find_periods(_SINCE.sub("in", text), today))
            return Request(kind, part("topic"), part("other"), part("noun"), periods)
    if not follows and _is_bare_name(text):
        return Request(RequestKind.BRIEF, text.strip(" .?!"))
    return None


def _part_of(found: re.Match[str]) -> Callable[[str], str | None]:
    groups = found.groupdict()

    def part(name: str) -> str | None:
        words = (groups.get(name) or "").strip(" ?.!,")
        return re.sub(r"^the (?=[A-Z])", "", words) or None

    return part


def _is_bare_name(text: str) -> bool:
    words = text.strip(" .?!").split()
    if (
        not 1 <= len(words) <= NAME_WORDS
        or not _VERBLESS.match(text)
        or words[0].casefold() in NOT_NAMES | ROLES
        or _ASKS.match(text)
    ):
        return False
    return bool(proper_names(f"about {text}")) and not text.isupper()
