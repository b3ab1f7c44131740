"""What kind of answer a question asks for, by its question words."""

import re

from qa.types import Asks


def _any(words: str) -> str:
    return "(?:" + "|".join(re.escape(w).replace("_", " ") for w in words.split()) + ")"


_MONEY = _any("yuan renminbi dollar dollars euro euros pounds yen rupees won francs pesos naira rand")
_SHARES = _any("percentage percent per_cent share proportion fraction portion")
_PARTS = _any("percentage percent per_cent share proportion fraction")
_GROWS = _any(
    "grow grown growing rise risen increase increased fall fallen decline drop shrink expand climb accelerate"
)
_AMOUNTS = _any(
    """gdp price cost value worth revenue income sales turnover profit budget capital debt fine salary wage
    fee funding earnings investment spending sum amount market_capitalisation market_capitalization added_value
    value_added loss deficit surplus bill ransom bonus subsidy loan payout"""
)
_SIZES = _any(
    """area depth speed length height width weight capacity temperature output size distance volume magnitude altitude
    radius diameter threshold ratio figure level total age range"""
)
_OFFICES = _any(
    """person man woman people official minister president mayor governor secretary manager director professor author
    reporter journalist spokesman spokeswoman spokesperson king queen leader scientist player coach artist
    writer general chairwoman emperor ruler philosopher poet engineer inventor executive ceo chairman head chief founder
    analyst economist captain judge senator member employee resident premier prime_minister chancellor"""
)
_PLACES = _any(
    """city cities country countries province provinces place places town towns district districts county state states
    region regions village continent location street island port capital"""
)
_THINGS = _any(
    """company companies firm firms group university universities bank team club party organisation organization agency
    ministry newspaper outlet publisher project programme program law treaty act product model ship aircraft river
    mountain lake language religion award prize book film song name title dynasty battle war industry sector body
    department line document plan airline hospital school museum"""
)
_NO_QUESTION_WORD = r"(?!.*\b(?:why|how|what|who|which|where|whose|whom|does|do|did|is|are|was|were)\b)"
_LEAD = "(?:(?:the|a|an|its|their|his|her|total|overall|combined|average|mean|current|latest|exact|annual) )*"

# The order matters: the first pattern that is found decides.
_PATTERNS = (
    # The word a question opens with decides, whatever stands in its clauses: "Who was minister when ...".
    (r"^\W*(?:and |but |so )?why\b", Asks.STATEMENT),
    (r"^\W*(?:and |but |so )?who(?:se|m)?\b", Asks.PERSON),
    (r"^\W*(?:and |but |so )?what (?:did|does|do|was|were|is) .*\b(?:do|doing)\b", Asks.STATEMENT),
    (
        r"^\W*what (?:did|does|do) (?:[\w’'.-]+ ){1,4}?(?:say|reply|argue|answer|claim) (?:to|about|of|in|on|when)\b",
        Asks.STATEMENT,
    ),
    (
        r"^\W*(?:and |but |so )?when (?:is|are|was|were|did|does|do|will|would|has|have|had|can|could|should)\b"
        r"(?!.*\bhow (?:many|much)\b)",
        Asks.DATE,
    ),
    (r"^\W*(?:what|which) part of (?:the )?(?-i:[A-Z])", Asks.PLACE),
    (r"\bhow old\b|\bwhat age\b", Asks.AGE),
    (r"\bhow long ago\b|\bhow recently\b", Asks.DATE),
    (r"\bhow long (?:is|was|are|were) (?:the|its)\b", Asks.MEASURE),
    (r"\bhow long\b|\bfor how many (?:years|months|weeks|days|hours|decades)\b", Asks.DURATION),
    (r"\bhow (?:many|much) (?:percent|per cent|percentage)", Asks.SHARE),
    (
        rf"\bhow much (?:more|less|higher|lower|larger|bigger|smaller|longer|faster|greater)\b|{_SIZES} threshold",
        Asks.MEASURE,
    ),
    (rf"\bhow many (?:[\w-]+ ){{0,2}}?{_MONEY}\b", Asks.AMOUNT),
    (r"\bhow many times\b", Asks.MEASURE),
    (r"\bhow many\b|\bnumbers? of\b|\bcount of\b|\bhow numerous\b|\bno\. of\b|\bquantity of\b", Asks.COUNT),
    (
        r"\b(?:count|number)\W*$|\bwhat number\b|\b(?:size|strength) of the (?:\w+ )?(?:workforce|staff|army)\b",
        Asks.COUNT,
    ),
    (r"\bheadcount\b|\bdeath toll\b|\bpopulation\b(?!.*\b(?:growth|density|share)\b)", Asks.COUNT),
    (rf"\b(?:what|which) (?:\w+ )?{_SHARES}\b|\b{_PARTS} of\b|\bhow much of\b|\b(?:what|which) part of\b", Asks.SHARE),
    (
        r"\brate (?:of|at which)\b|\bwhat rate\b|\b(?:growth|interest|inflation|unemployment|jobless|vacancy|turnout"
        r"|tax|market|annual|average)"
        r"(?: annual| average)? (?:rate|share|growth)\b",
        Asks.SHARE,
    ),
    (
        rf"\bhow (?:fast|much|quickly|strongly) (?:did|has|have|had|does|do|is|was|were|will)\b.*\b{_GROWS}\b"
        r"|\bpercentage\b",
        Asks.SHARE,
    ),
    (
        r"\bhow (?:big|large|small|tall|high|deep|wide|far|fast|heavy|thick|hot|cold|broad|quickly|often)\b",
        Asks.MEASURE,
    ),
    (
        r"\bweigh|\bhow much .*\bweigh|\b(?:by|to) what (?:level|factor|number|extent|value)\b|\bmultiple\b|\bscore\b",
        Asks.MEASURE,
    ),
    (
        # "How much waste went ...": a quantity of something, not of money.
        rf"\bhow much (?!(?:{_AMOUNTS}|did|does|do|is|was|were|are|has|have|had|will|would|can|could|money|cash|of|more"
        r"|less|it|he|she|they|the|a|an|each|every|one|per|in|to|on|for)\b)[a-z]+\b",
        Asks.MEASURE,
    ),
    (r"\bhow much\b|\bhow costly\b|\bhow expensive\b|\b(?:sum|amount) (?:of|that|which)\b", Asks.AMOUNT),
    # A country has a capital city, which is no sum.
    (r"\b(?:what(?: is|'s|’s| was)?|name) the capital(?: city)? of (?:the )?(?-i:[A-Z])", Asks.PLACE),
    # "Which analyst expects lower prices?" asks who, whatever stands after.
    (rf"\bwhich {_OFFICES}\b", Asks.PERSON),
    (r"\bwhat (?:is|are|was|were) .*\bworth\W*$", Asks.AMOUNT),
    (r"\bwhat (?:did|does|do|will) .*\b(?:sell for|cost|fetch|charge|pay|earn|raise)\b", Asks.AMOUNT),
    (
        rf"\b(?:what|which|name the|give the|state the)\b(?: \w+)?? {_LEAD}(?:[\w-]+ ){{0,2}}?{_AMOUNTS}(?:es|s)?\b",
        Asks.AMOUNT,
    ),
    (rf"\b(?:what|which)\b(?: (?:is|was|are|were))? {_LEAD}(?:[\w-]+ ){{0,3}}?{_SIZES}\b", Asks.MEASURE),
    (
        r"^(?!\W*(?:what|which|where|how)\b).*\bwhen\b|\bsince when\b"
        r"|\b(?:what|which) (?:year|month|date|day|decade|century|time|week|quarter)\b"
        r"|\b(?:date|year|month|day) (?:of|on which|in which|that)\b|\bwhat was the (?:date|year)\b",
        Asks.DATE,
    ),
    (r"\bwho\b|\bwhom\b|\bwhose\b", Asks.PERSON),
    (
        rf"\b(?:which|what)(?: \w+)? {_OFFICES}\b|\bname (?:of )?the (?:[\w-]+ )?{_OFFICES}\b"
        rf"|\b{_OFFICES}\b.{{0,20}}\bname\b|\bname of .*\b{_OFFICES}\b",
        Asks.PERSON,
    ),
    (
        # "Which industries has ...": a list, which a sentence gives better than one name.
        r"\b(?:which|what) (?:[\w-]+ ){0,3}?[a-z-]+(?:[^su\W]s|ies|ches) "
        r"(?:has|have|does|do|did|will|are|were|is|can|should)\b",
        Asks.STATEMENT,
    ),
    (rf"\bwhere\b|\b(?:what|which)(?: \w+)? {_PLACES}\b", Asks.PLACE),
    (
        rf"\b(?:which|what) (?:[\w-]+ ){{0,2}}?{_THINGS}\b(?! about\b)|\bname of\b|\bname (?:the|a|one)\b"
        r"|\bwhat (?:is|was|are|were) .{1,60} (?:called|named|known as)\b",
        Asks.NAME,
    ),
    # "Which steelmaker ..." asks for a name, "which industries ..." for a list, which a sentence gives better.
    (r"\bwhich (?!of\b)[a-z-]*(?:[^s\W]|ss)\b(?! of\b)", Asks.NAME),
    (rf"\b{_MONEY}\b", Asks.AMOUNT),
    (r"%|\brate\b", Asks.SHARE),
    # Fragments such as people type into a search box.
    (rf"^{_NO_QUESTION_WORD}.*\b(?:staff|workforce|employees|inhabitants|casualties)\b", Asks.COUNT),
    (rf"^{_NO_QUESTION_WORD}.*\b(?:date|day|month|year)\W*$", Asks.DATE),
    (rf"^{_NO_QUESTION_WORD}.*\b(?:growth|yoy)\b", Asks.SHARE),
    (rf"^{_NO_QUESTION_WORD}.*\b{_SHARES}\b", Asks.SHARE),
    (rf"^{_NO_QUESTION_WORD}.*\b{_AMOUNTS}(?:es|s)?\b", Asks.AMOUNT),
    (rf"^{_NO_QUESTION_WORD}.*\b{_SIZES}\b", Asks.MEASURE),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), asks) for pattern, asks in _PATTERNS)
_YES_NO = re.compile(
    r"^(?:(?:so|and|but|ok|hi|please),? )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b",
    re.IGNORECASE,
)
# "Can you tell me how many ..." and "Do we know when ..." open like a yes-or-no question and are none.
_ASKS_INSIDE = re.compile(r"\b(?:how|when|who|whom|whose|what|which|where|why|number of)\b", re.IGNORECASE)


def asked_kind(text: str) -> Asks:
    """Return what kind of answer a question asks for."""
    if _YES_NO.search(text) and not _ASKS_INSIDE.search(text):
        return Asks.YES_NO
    for pattern, asks in PATTERNS:
        if pattern.search(text):
            return asks
    return Asks.STATEMENT
