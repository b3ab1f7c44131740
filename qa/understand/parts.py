"""Questions that ask two things at once: "How many trams did it buy, and what did they cost?"."""

import re

_ASKS = r"(?:how\s+(?:many|much|long|old|far|often|high|big|large)|what|which|who|whom|whose|when|where|why|how)"
# A question word after a mere comma opens a clause more often than a question: "the firm, which ...".
_SECOND = re.compile(
    rf"^(?P<one>\W*(?:\w+\W+){{0,3}}?{_ASKS}\b.*?\S)\s*(?:[,;?]\s*)?\band\s+(?P<two>{_ASKS}\b.+)$", re.I
)
_BOTH = re.compile(r"^(?P<one>when|where|how|why|who)\s+and\s+(?P<two>when|where|how|why|who)\s+(?P<rest>.+)$", re.I)
_SENTENCES = re.compile(rf"^(?P<one>{_ASKS}\b[^?]+)\?\s+(?P<two>{_ASKS}\b[^?]+)\??$", re.I)
_PLACED = r"(?:in|at|for|by|from|to|of)"
# "Who was elected in Riga and who in Oslo?": the second leaves out what the first has said.
_LEFT_OUT = re.compile(
    r"^(?P<ask>(?i:who|what|when|where|how (?:many|much)))\b(?P<said>[^?]+?)"
    rf" {_PLACED} (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    rf",? and (?P<again>who|what|when|where|how (?:many|much)) (?P<two>{_PLACED} (?:the )?[A-Z][^?]*)\??$"
)
# "the hospital where and how", "knows what": a question inside a question is not a second one.
_INSIDE = re.compile(r"\b(?:know|knows|explain|explains|say|says|said|tell|tells|show|shows|see|of|about)\s*$", re.I)
# "why it mattered" is part of what was said; "why did it matter" is asked.
_INVERTED = re.compile(
    rf"^{_ASKS}\s+(?:\w+\s+){{0,3}}?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\s+\w", re.I
)
# Two figures of one comparison are one question.
_RELATES = re.compile(
    r"\b(?:difference|differ|compar\w+|between|ratio|together|altogether|in total|sum of|combined)\b", re.I
)


def split_parts(text: str) -> tuple[str, ...]:
    """Return the two questions of a text as they stand, pronouns and all; () for a single question."""
    whole = " ".join(text.split())
    both = _BOTH.match(whole)
    if both:
        rest = both["rest"]
        return f"{both['one']} {rest}", f"{both['two'].capitalize()} {rest}"
    left_out = _LEFT_OUT.match(whole)
    if left_out and left_out["ask"].casefold() == left_out["again"] and not _RELATES.search(whole):
        one = whole[: left_out.start("again")].removesuffix(" and ").rstrip(", ")
        return f"{one}?", f"{left_out['ask']}{left_out['said']} {left_out['two'].rstrip()}?"
    found = _SENTENCES.match(whole) or _SECOND.match(whole)
    if not found or _RELATES.search(whole) or _INSIDE.search(found["one"]) or not _INVERTED.match(found["two"]):
        return ()
    one, two = found["one"].rstrip(" ,;?") + "?", found["two"].rstrip(" ?") + "?"
    return one, two[0].upper() + two[1:]
