"""Say whether a figure is told as so: said, denied, or told not to have happened; by the words of its own clause."""

import re

from ingest.types import Polarity

# A lower or upper bound, and "not only", deny nothing.
_BOUNDS = re.compile(
    r"\b(?:no|not) (?:fewer|less|more|lower|higher|later|earlier|longer) than\b"
    r"|\bnot (?:only|just|exceeding|to exceed)\b",
    re.IGNORECASE,
)
_CLAIMS = (
    r"(?:the |a |an |any |all |these |those )?(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|suggestions?)"
)
_DENIED = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|(?:dismiss|reject)(?:es|s|ed|ing)? {_CLAIMS})\b", re.IGNORECASE
)
_NOT_BEFORE = re.compile(
    r"\b(?:not|never|no|none|nobody|cannot|reject(?:s|ed|ing)?|threw out|thrown out|call(?:s|ed|ing) off"
    r"|vot(?:e|ed) down|turned down|acquitted|cleared|ruled out|rul(?:es|ing) out|dismiss(?:es|ed|ing)?|hoax"
    r"|myth|rumou?rs?|wrongly|mistakenly"
    r"|false(?:ly)?|untrue|would have|could have|might have|had (?:planned|meant|hoped|wanted|intended)|failed"
    r"|fail(?:s|ing)? to|threaten(?:s|ed|ing)(?: [\w’'-]+){0,3} to"
    r"|refus\w+|cancel\w+|scrapp\w+|shelv\w+|abandon\w+|dropped (?:a |the |its )?plans?)\b"
    r"|n['’]t\b"
    # "Without help the town lost 20" lost them: only what stands right behind "without" was not.
    r"|\bwithout (?:\w+ing )?(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(
    r"^[^\w]{0,9}(?:\w[\w'’-]{0,40}[^\w'’-]{1,9}){0,4}?"
    r"(?:(?:were|was|are|is|have|has|had|did|do|does|will|would|could)(?: not| never|n't|n’t)|never)\b"
    r"|^[^.;]{0,60}\b(?:was|were|is|are|proved|turned out to be) (?:only |just )?(?:a |an )?"
    r"(?:rejected|cancelled|canceled|scrapped|thrown out|voted down|false|untrue|hoax|myth|rumou?r|lie|called off"
    r"|put off|postponed)\b"
    # "Had the dam broken, 6,000 people would have drowned."
    r"|^(?: [\w’'-]+){0,3} (?:would|could|might) have [\w’'-]+(?:ed|en|wn|ne|lt|st|pt|id|nt)\b",
    re.IGNORECASE,
)
# "Saved four clients and had never been saved": behind "and" another deed is denied.
_AND_DID = re.compile(r"\band (?=(?:has|have|had|is|are|was|were|did|does|do|will|would|could)\b)")
_DENIED_BEHIND = re.compile(r"^[^.;]{0,60}\b(?:was|were|is|are) denied\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:.]|[,!?][\"”]|, (?:but|while|and|so|though|although|whereas|yet|who|whose|which|where|(?:for|in|of) which)\b"
    r"|\b(?:but|when|because|until|after)\b"
)
# "With no help at hand, he ploughed in 20 acres" ploughed them in.
_ASIDE = re.compile(r", (?:who|whose|which|where)\b[^,;]*,|^\W*With (?:no|none|not)\b[^,;]*,")
# "No one was hurt and 400 fans went home": behind "and" the figure opens a clause of its own.
_OPENS = re.compile(r"\band (?:(?:about|some|nearly|almost|around|over|at least|more than|the|another|all) )*$")
_ITS_VERB = re.compile(
    r"^\W{0,3}(?:[\w’'-]+ ){0,3}?(?:were|was|are|is|had|have|has|will|went|came|left|took|fell|rose|\w{2,}ed)\b"
)
# Workers that are dismissed are dismissed; an appeal that is dismissed has failed.
_SENT_AWAY = re.compile(r"\bdismiss(?:es|ed|ing)? (?:[\w’'-]+ ){0,2}$", re.IGNORECASE)
_STAFF = frozenset(
    "person worker employee teacher officer official soldier judge member miner nurse doctor driver pilot journalist"
    " player manager minister guard man woman staff personnel".split()
)

BEHIND = 120
"""Characters behind a figure in which a denial is looked for."""


def read_polarity(sentence: str, start: int, end: int, unit: str | None = None) -> Polarity:
    """Return how the clause around `sentence[start:end]` tells that figure; `unit` is what it counts."""
    before = _BOUNDS.sub("", _CLAUSE.split(_ASIDE.sub(" ", sentence[:start]))[-1])
    behind = _AND_DID.split(_CLAUSE.split(sentence[end : end + BEHIND])[0])[0]
    opening = _OPENS.search(before)
    if opening and _ITS_VERB.search(behind):
        before = ""
    if unit in _STAFF:
        before = _SENT_AWAY.sub("", before)
    if _DENIED.search(before) or _DENIED_BEHIND.search(behind):
        return Polarity.DENIED
    if _NOT_BEFORE.search(before) or _NOT_BEHIND.search(behind):
        return Polarity.NOT
    return Polarity.SAID
