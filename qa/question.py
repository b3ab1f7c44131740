"""Reading a question: what kind of answer it asks for, of what, and when."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.types import Period
from qa.types import Asks
from qa.words import Token, is_stop, stem, tokens

_HEAD = r"(?:the |a |an |its |their |his |her |total |overall |combined |average |mean |current |latest |exact )*"

# The order matters: the first pattern that is found decides.
PATTERNS: tuple[tuple[re.Pattern[str], Asks], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), asks)
    for pattern, asks in (
        (r"\bhow old\b|\bwhat age\b|\bat what age\b", Asks.AGE),
        (r"\bhow long ago\b|\bhow recently\b", Asks.DATE),
        (r"\bhow long (?:is|was|are|were) the\b", Asks.MEASURE),
        (r"\bhow long\b|\bfor how many (?:years|months|weeks|days|hours|decades)\b", Asks.DURATION),
        (r"\bhow (?:many|much) (?:percent|per cent|percentage)", Asks.SHARE),
        (
            r"\bhow much (?:more|less|higher|lower|larger|bigger|smaller|longer|faster|greater)\b",
            Asks.MEASURE,
        ),
        (
            r"\bhow many (?:[\w-]+ ){0,2}?(?:yuan|renminbi|dollars|euros|pounds|yen|rupees|won|francs)\b",
            Asks.AMOUNT,
        ),
        (r"\bhow many times\b", Asks.MEASURE),
        (r"\bhow many\b|\bnumber of\b|\bcount of\b|\bhow numerous\b|\bno\. of\b|\bquantity of\b", Asks.COUNT),
        (
            r"\bheadcount\b|\bdeath toll\b|\bbody count\b|\bpopulation\b(?!.*\b(?:growth|density|share)\b)",
            Asks.COUNT,
        ),
        (
            r"\b(?:what|which) (?:percentage|percent|per cent|share|proportion|fraction|portion|part)\b"
            r"|\b(?:percentage|per cent|percent|proportion|share) of\b(?! the vote held)|\bhow much of\b|\brate of\b"
            r"|\b(?:growth|interest|inflation|unemployment|jobless|vacancy|turnout|tax|market|annual|average)"
            r"(?: annual| average)? (?:rate|share|growth)\b"
            r"|\bhow (?:fast|much|quickly|strongly) (?:did|has|have|had|does|do|is|was|were|will)\b"
            r".*\b(?:grow|grown|growing|rise|risen|increase|increased|fall|fallen|decline|drop|shrink|expand|climb)",
            Asks.SHARE,
        ),
        (
            r"\bhow (?:big|large|tall|high|deep|wide|far|fast|heavy|thick|hot|cold|broad|quickly|often)\b",
            Asks.MEASURE,
        ),
        (r"\bhow much\b", Asks.AMOUNT),
        (
            r"\b(?:what|which|name the|give the|state the)\b(?: \w+){0,1}? "
            + _HEAD
            + r"(?:price|cost|value|worth|revenue|revenues|income|sales|turnover|profit|profits|budget|capital|debt|fine"
            r"|salary|wage|fee|funding|earnings|investment|spending|sum|amount|market capitalisation"
            r"|market capitalization|added value|value added|loss|deficit|surplus)\b",
            Asks.AMOUNT,
        ),
        (
            r"\b(?:what|which)\b(?: (?:is|was|are|were))? " + _HEAD + r"(?:[\w-]+ ){0,3}?"
            r"(?:area|depth|speed|length|height|width|weight|capacity|temperature|output|size|distance|volume|magnitude"
            r"|altitude|radius|diameter|threshold|ratio|figure|level|total)\b",
            Asks.MEASURE,
        ),
        (
            r"\bwhen\b|\b(?:what|which) (?:year|month|date|day|decade|century|time|week|quarter)\b|\bsince when\b"
            r"|\b(?:date|year|month|day) (?:of|on which|in which|that|when)\b|\bwhat was the (?:date|year)\b",
            Asks.DATE,
        ),
        (r"\bwho\b|\bwhom\b|\bwhose\b", Asks.PERSON),
        (
            r"\b(?:which|what)(?: \w+)? (?:person|man|woman|people|official|minister|president|mayor|governor|secretary|manager|director"
            r"|professor|author|reporter|journalist|spokesman|spokeswoman|spokesperson|king|queen|leader|scientist|player"
            r"|coach|artist|writer|general|emperor|ruler|philosopher|poet|engineer|inventor|chief executive|ceo)\b"
            r"|\bname (?:of )?the (?:\w+ )?(?:person|man|woman|official|minister|president|mayor|governor|secretary|manager|director"
            r"|professor|author|reporter|leader|chief|head)\b"
            r"|\b(?:name of|what is the name of) (?:the )?(?:[\w-]+ )?(?:mayor|president|minister|secretary|manager|director|governor|head"
            r"|chief|leader)\b",
            Asks.PERSON,
        ),
        (
            r"\bwhere\b|\b(?:what|which)(?: \w+)? (?:city|cities|country|countries|province|provinces|place|places|town|towns|district"
            r"|districts|county|state|states|region|regions|village|continent|location|street|island|port|capital)\b",
            Asks.PLACE,
        ),
        (
            r"\b(?:which|what) (?:[\w-]+ ){0,2}?(?:company|companies|firm|firms|group|university|universities|bank|team|club|party"
            r"|organisation|organization|agency|ministry|newspaper|outlet|publisher|project|programme|program|law|treaty|act"
            r"|product|model|ship|aircraft|river|mountain|lake|language|religion|award|prize|book|film|song|name|title"
            r"|dynasty|battle|war|industry|sector)\b|\bname of\b|\bwhat (?:is|was|are|were) .{1,60} (?:called|named|known as)\b"
            r"|\bname (?:the|a|one)\b",
            Asks.NAME,
        ),
    )
)
YES_NO = re.compile(
    r"^(?:so |and |but |ok |hi |please )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b",
    re.IGNORECASE,
)
# Which noun is counted: what stands after "how many" up to a verb.
COUNTED = re.compile(
    r"\b(?:how many|number of|count of|no\. of|quantity of)\s+((?:[\w'’-]+[\s,]*){1,8})", re.IGNORECASE
)
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "there",
        "exist",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "of",
        "with",
        "that",
        "which",
        "who",
        "whom",
        "according",
        "work",
        "works",
        "worked",
        "live",
        "lives",
        "came",
        "come",
        "went",
        "go",
        "make",
        "makes",
        "made",
        "left",
        "leave",
        "were",
    ]
)
TRAILING_COUNT = re.compile(r"([\w'’-]+)\s+(?:attracted |there )?how many\W*$", re.IGNORECASE)
OPERATIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"\bpercentage[- ]point|\bpercentage points\b", "difference"),
        (
            r"\b(?:by )?(?:what|how many) (?:percent|percentage|per cent) (?:more|less|higher|lower|larger|smaller)\b",
            "change",
        ),
        (r"\bpercentage (?:change|increase|decrease|difference)\b|\bpercent(?:age)? change\b", "change"),
        (
            r"\bhow (?:many|much) (?:more|fewer|less|higher|lower|larger|bigger|smaller|greater)\b|\bdifference (?:between|in)\b"
            r"|\bgap between\b|\bexceed(?:s|ed)? .* by how\b|\bby how (?:much|many)\b",
            "difference",
        ),
        (r"\bratio (?:of|between)\b|\bhow many times (?:as|more|larger|bigger|greater|higher)\b", "ratio"),
        (
            r"\b(?:sum of|combined number|combined total|added together|in total together|altogether|put together|total of)\b"
            r".*\band\b",
            "sum",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood."""

    text: str
    asks: Asks
    terms: tuple[Token, ...]
    """Its content words in order, each stem once."""
    names: tuple[str, ...] = ()
    """Runs of capitalised words: who and what it is about."""
    counted: tuple[str, ...] = ()
    """Stems of the noun phrase that is counted, head last."""
    periods: tuple[Period, ...] = ()
    """The times it names, resolved by the day it is asked on."""
    operation: str | None = None
    """difference, sum, ratio or change, where arithmetic is asked for."""
    stems: frozenset[str] = frozenset()


def counted_noun(text: str) -> tuple[str, ...]:
    """Return the stems of the noun phrase a "how many" question counts, head last; empty where there is none."""
    match = COUNTED.search(text)
    if match is None:
        trailing = TRAILING_COUNT.search(text)
        return (stem(trailing.group(1)),) if trailing else ()
    phrase: list[str] = []
    for word in re.findall(r"[\w'’-]+|,", match.group(1)):
        if word == "," or word.casefold() in _VERBS or (phrase and is_stop(word)):
            break
        if not is_stop(word):
            phrase.append(word)
    # A capitalised word after the noun starts the subject ("how many companies Hebei has"), unless it leads the phrase.
    for i, word in enumerate(phrase):
        if i and word[0].isupper() and not phrase[i - 1][0].isupper():
            phrase = phrase[:i]
            break
    return tuple(stem(w) for part in phrase for w in part.split("-"))


_NAME = re.compile(
    r"[A-Z][\w’'&.-]*(?:(?:\s+(?:of|the|and|de|du|al|bin|von|van|der|for)){0,2}\s+[A-Z0-9][\w’'&.-]*)*",
    re.UNICODE,
)


def proper_names(text: str) -> tuple[str, ...]:
    """Return the runs of capitalised words, without a capital that only opens the question."""
    names = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        while words and is_stop(words[0]):
            words = words[1:]
        while words and is_stop(words[-1]):
            words = words[:-1]
        if not words:
            continue
        opens = match.start() == 0 and len(words) == len(match.group().split()) == 1
        if not opens:
            names.append(" ".join(words).rstrip("?.,"))
    return tuple(dict.fromkeys(names))


def asked_kind(text: str) -> Asks:
    """Return what kind of answer a question asks for."""
    if YES_NO.search(text) and not re.search(r"\bhow (?:many|much)\b|\bwhen\b|\bwho\b|\bwhat\b", text, re.IGNORECASE):
        return Asks.YES_NO
    for pattern, asks in PATTERNS:
        if pattern.search(text):
            return asks
    return Asks.STATEMENT


def understand(text: str, today: date | None = None) -> Question:
    """Read a question; `today` is the day relative times in it ("last year") are counted from."""
    from ingest.figures import find_periods

    terms: dict[str, Token] = {}
    for token in tokens(text):
        if not is_stop(token.text):
            terms.setdefault(token.stem, token)
    operation = next((name for pattern, name in OPERATIONS if pattern.search(text)), None)
    return Question(
        text=text,
        asks=asked_kind(text),
        terms=tuple(terms.values()),
        names=proper_names(text),
        counted=counted_noun(text),
        periods=tuple(find_periods(text, today)),
        operation=operation,
        stems=frozenset(terms),
    )
