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
# "Anything new after 20 March": a day follows, or "after the strike" would be a time too.
_AFTER_DAY = re.compile(r"(\bnew(?:s)?\b.*?\b)after(?= (?:\d|[A-Z][a-z]+ \d))")
_ABOUT_BEHIND = re.compile(r"\s*\b(?:since|after)?\s*\b(?:about|regarding|concerning) (?P<topic>\S.*)$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:,? (?:for me|please|to me|so far|again|in short|briefly"
    r"|(?:affair|story|stories|case|saga|issue|situation|matter|topic|news|coverage)))+$",
    re.IGNORECASE,
)
"""What a topic may end with and still be the same one: "the hospital affair", "the strike for me"."""
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
    text = _AFTER_DAY.sub(r"\1since", text)
    since = _SINCE.search(text) is not None
    behind = _ABOUT_BEHIND.search(timeless) if since else None
    if behind is not None:  # "what is new since March about the port"
        timeless = f"{timeless[: behind.start()]} about {behind['topic'].rstrip(' ?.!')} since"
    for kind, pattern in FORMS:
        found = pattern.fullmatch(f"{timeless.rstrip(' ?.!')} since" if kind is RequestKind.NEW and since else timeless)
        if found is None and kind is RequestKind.NEW and since:
            found = pattern.match(f"{timeless.rstrip(' ?.!')} since")
        if found is not None and kind is RequestKind.BRIEF and since:  # "what is new about the port since March"
            continue
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
        words = _TAIL.sub("", words) if name == "topic" else words
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
