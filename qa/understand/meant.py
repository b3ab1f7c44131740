"""The question inside what people type: behind what they do not mean, in an order, or put last behind its subject."""

import re

_NOT_MEANT = re.compile(
    r"^\W*(?:not|never mind|i (?:don['’]t|do not) (?:mean|want|need))\b[^:;?]{1,80}?[:;,–—-]\s+"
    r"(?:but |just |only )?"
    r"(?=(?:(?:on|in|at|to|of|for|by|from|with) )?(?:how|what|which|who|whom|whose|when|where|why)\b)",
    re.IGNORECASE,
)
_BUT = re.compile(r"\bbut (?:the |only |just )*(?P<noun>[\w’'-]+(?: [\w’'-]+)?)\s*[:;,–—-]\s*$", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"^(?P<how>(?:\w+ )?how many)(?= (?:do|does|did|has|have|had|is|are|was|were|will|can|could)\b)", re.IGNORECASE
)
_ONES = re.compile(r"\bones\b", re.IGNORECASE)
_LAST = re.compile(
    r"^(?P<what>(?!.*\b(?:who|what|which|when|where|why|how)\b.*[,–—-]\s+how)[^,;:?]{3,80}?)(?:,|\s[–—-])\s+"
    r"(?P<how>how (?:many|much))(?: (?P<noun>[\w’'-]+))?\W*$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^\W*(?:please,? )?(?:report|state|give|tell|show|i (?:need|want|would like))(?: me| us)?(?: to know)? "
    r"(?P<what>the [^,;:?]+?)(?:,? please)?\W*$",
    re.IGNORECASE,
)
_SAY_ABOUT = re.compile(
    r"^\W*what (?:do|does) (?:the|these|those) (?:sources?|articles?|papers?|reports?|texts?) (?:say|tell us|report)"
    r" (?:about|on) (?=(?:how|what|who|when|where|why|which)\b)",
    re.IGNORECASE,
)


def what_is_meant(text: str) -> str:
    """Return the question as one would ask it of a person.

    "Schools in Arles, how many?" is "how many Schools in Arles?"; "Please report the output of Arles." is "What is the
    output of Arles?"; "What do the articles say about who paid?" is "who paid?".
    """
    text = _SAY_ABOUT.sub("", _without_exclusion(text))
    last = _LAST.match(text)
    # "Palvic's works, how many posts?" asks for posts, which its first part does not name.
    if last is not None and (last["noun"] or "").casefold() in last["what"].casefold():
        return f"{last['how']} {last['what']}?"
    order = _ORDER.match(text)
    return f"What is {order['what']}?" if order is not None else text


def _without_exclusion(text: str) -> str:
    """Return the question behind what is not meant, for whoever reads the words meets what is excluded.

    "Not staff but branches: how many does it run?" becomes "how many branches does it run?".
    """
    match = _NOT_MEANT.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    but = _BUT.search(match.group())
    if but is None:
        return rest
    noun = but["noun"]
    if _ONES.search(rest):
        return _ONES.sub(lambda _: noun, rest, count=1)
    return _HOW_MANY.sub(lambda m: f"{m['how']} {noun}", rest, count=1)
