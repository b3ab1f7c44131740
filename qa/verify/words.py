"""The words of a claim against the words of its sources: what says the same, the opposite, or nothing of its own."""

import re

from qa.lexicon.words import Token, is_stop, words_like

# Carry nothing of their own in a claim: verbs of standing and telling, words for figures and for time.
GENERIC = words_like(
    """say report post reach record total stand amount see hit become come go get take make have number figure
    show announce state note add tell write describe mention explain accord source article newspaper publish
    approximately roughly nearly almost around exactly precisely estimated estimate alone altogether overall combined
    respectively compared compare percent percentage point basis year month week day quarter decade century annual
    annually yearly monthly daily fiscal period time date today yesterday tomorrow last next past previous earlier
    later ago early late end half monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december million billion trillion thousand hundred dozen
    lakh crore yuan dollar euro yen pound rupee worth value valued mean average include including among there
    currently recently latest new well however meanwhile further thus therefore namely also too same one two three
    equal equivalent correspond dr mr mrs ms prof range between least most many several few fewer change turn
    plan intend aim target goal expect forecast project predict hope anticipate
    before after since until until during long wide tall high deep heavy thick length width height depth weigh"""
)
DIRECTION = words_like(
    """rise grow increase climb jump surge soar gain expand advance leap higher lose ease slow fall decline drop
    decrease shrink slump plunge slip dip slide contract tumble lower reduce cut raise"""
)

_NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|nor|none|nobody|nothing|without|no|denied|denies|deny|failed to|fails to|refused to"
    r"|rather than|instead of|unable to|stopped short of)\b|n['’]t\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:not only|no fewer than|no less than|no more than|not more than|not less than|not exceeding|no later than"
    r"|no\.|not fewer than|no doubt|no longer than)(?!\w)",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|expect\w*|plan(?:s|ned|ning)?\b|aim(?:s|ed|ing)?|hope[sd]?|propos\w+"
    r"|forecast\w*|project(?:s|ed)\b|predict\w*|intend\w*|target(?:s|ed)\b|if|unless|alleg\w+|reportedly|rumou?r\w*"
    r"|allegation\w*|considering|seek(?:s|ing)?|set to|due to (?:open|start|begin|be|close)|likely|possibl[ey]"
    r"|perhaps|probably|accus\w+|suspect\w*|threaten\w*|urg(?:e|es|ed|ing)|call(?:s|ed)? for|want(?:s|ed)? to|vow\w*"
    r"|pledg\w+|ahead of|ha(?:s|ve) yet to|claim(?:s|ed)? (?:that|to))\b"
)


def negated(text: str) -> bool:
    """Return whether a stretch of text denies what it says; two denials cancel, "no fewer than" is none."""
    return len(_NEGATION.findall(_HARMLESS.sub(" ", text))) % 2 == 1


def unsure(text: str) -> bool:
    """Return whether a stretch of text tells of what may be, is planned or is alleged, not of what was."""
    return _UNSURE.search(text) is not None


def bears(token: Token) -> bool:
    """Return whether a token has content that a source must have too."""
    return not (is_stop(token.text) or token.stem in GENERIC or token.text[0].isdigit())
