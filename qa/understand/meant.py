"""A question that says first what it does not mean: "Not the county ones: how many are there?"."""

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


def what_is_meant(text: str) -> str:
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
