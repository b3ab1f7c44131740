"""The words by which a question asks for arithmetic: times, rises, comparisons, things taken together."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
TIME = (
    r"(?:(?:the )?(?:end|start|beginning|middle|(?:first|second|third|fourth|last) (?:half|quarter)) of )?"
    rf"(?:(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}},?)? )?(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)"
    rf"|(?:last|this|the previous|the same) (?:year|month|quarter|week|{_MONTH})"
    rf"|(?:a|the|one) (?:year|month|quarter|week|decade) (?:earlier|before|ago)|q[1-4](?: (?:19|20)\d\d)?"
    rf"|(?:january|february|march|april|june|july|august|september|october|november|december)"
)
RISE = (
    r"(?:ris(?:e|en|es)|rose|gr(?:ow|ew|own|ows)|increas(?:e|ed)|climb(?:ed)?|jump(?:ed)?|gain(?:ed)?"
    r"|surg(?:e|ed)|soar(?:ed)?"
    r"|go up|gone up|expand(?:ed)?|widen(?:ed)?|improve[d]?|fall(?:en)?|fell|declin(?:e|ed)|drop(?:ped)?"
    r"|decreas(?:e|ed)"
    r"|shr(?:ink|ank|unk)|dip(?:ped)?|slump(?:ed)?|go down|gone down|sink|sunk|contract(?:ed)?"
    r"|narrow(?:ed)?|slid(?:e)?|slow(?:ed)?|cool(?:ed)?|eas(?:e|ed)"
    r"|come down|came down|weaken(?:ed)?|strengthen(?:ed)?|accelerat(?:e|ed)|chang(?:e|ed))"
)
MORE = (
    r"(?:more|fewer|less|higher|lower|larger|bigger|greater|smaller|longer|shorter|older|younger|taller"
    r"|deeper|wider|heavier"
    r"|lighter|faster|slower|farther|further|hotter|colder|dearer|cheaper|costlier|stronger|weaker)"
)
AUX = r"(?:did|does|do|has|have|had|will|is|was|are|were|may|might|can|could|would|should)"
EXPECTED = (
    r"(?:expected|planned|estimated|budgeted|forecast|targeted|predicted|scheduled|thought|feared|hoped"
    r"|first|initially)"
)
EXCEED = (
    r"(?:exceed(?:ed|s)?|outnumber(?:ed|s)?|surpass(?:ed|es)?|outstrip(?:ped|s)?|top(?:ped|s)?|outweigh(?:ed|s)?"
    r"|(?:fall|fell|fallen) (?:short of|below)|lag(?:ged|s)? behind|trail(?:ed|s)?|undershoot|overshoot|beat)"
)
LOWER = re.compile(r"^(?:fewer|less|lower|smaller|shorter|younger|lighter|slower|earlier|first|cheaper|colder)$", re.I)
TOGETHER = (
    r"(?:together|altogether|combined|in total|in all|in sum|added up|added together|put together|taken together)"
)
ENDS = re.compile(
    r"\b(?:the )?(?:(?:upper|lower|top|bottom|high|low) (?:end|bound|limit|figure|estimate)|(?:deepest"
    r"|shallowest|highest|lowest"
    r"|largest|smallest|biggest|longest|shortest|tallest|widest|narrowest|fastest|slowest|heaviest"
    r"|lightest|thickest|thinnest"
    r"|maximum|minimum|upper|lower))\b(?: (?:of|for))?",
    re.IGNORECASE,
)
HOW = {
    "deep": ("deepest", "shallowest"),
    "long": ("longest", "shortest"),
    "tall": ("tallest",),
    "wide": ("widest", "narrowest"),
    "thick": ("thickest", "thinnest"),
    "heavy": ("heaviest", "lightest"),
    "fast": ("fastest", "slowest"),
}
RATES = frozenset("year month week day hour minute second quarter capita cent head person share decade annum".split())
AHEAD = r"\b(?:may|might|will|would|could|expected to|forecast|projected|planned)\b"
RELATIVE = r"\b(?:last|this)\b"
CLOSE = r"\s*[?.!]*\s*$"


def find(pattern: str, text: str) -> re.Match[str] | None:
    """Search without regard to case."""
    return re.search(pattern, text, re.IGNORECASE)
