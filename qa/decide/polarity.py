"""What did not happen: denied, rejected, only imagined."""

import re

from qa.reader.pick import Pick
from qa.understand.question import Question

_NOT_SO_BEFORE = re.compile(
    r"\b(?:not|never|no|none|nobody|without|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|threw out|thrown out"
    r"|vot(?:e|ed) down|turned down|acquitted|cleared|ruled out|rul(?:es|ing) out|dismiss(?:es|ed|ing)?|hoax"
    r"|myth|rumou?rs?"
    r"|false(?:ly)?|untrue|would have|could have|might have|had (?:planned|meant|hoped|wanted|intended)|failed"
    r"|fail(?:s|ing)? to"
    r"|refus\w+|cancel\w+|scrapp\w+|shelv\w+|abandon\w+|dropped (?:a |the |its )?plans?|n't)\b",
    re.IGNORECASE,
)
_NOT_SO_BEHIND = re.compile(
    r"^[^\w]{0,9}(?:\w[\w'’-]{0,40}[^\w'’-]{1,9}){0,4}?"
    r"(?:(?:were|was|are|is|have|has|had|did|do|does|will|would|could)(?: not|n't|n’t)|never)\b"
    r"|^[^.;]{0,60}\b(?:was|were|is|are) (?:rejected|denied|cancelled|canceled|scrapped|thrown out|voted down|false"
    r"|untrue)\b",
    re.IGNORECASE,
)
# A question that asks for the denied, the planned or the alleged itself is answered by it.
_ASKS_NOT_SO = re.compile(
    r"\b(?:not|never|no|none|n't|n’t|without|den(?:y|ied|ies)|reject\w*|accus\w*|alleg\w*|suspect\w*|acquit\w*"
    r"|clear\w*|plan\w*|propos\w*|would|could|might|claim\w*|rul\w+ out|dismiss\w*|cancel\w*|scrap\w*|fail\w*|want\w*"
    r"|hop(?:e|ed)|aim\w*|refus\w*|turn\w* down|shelv\w*|abandon\w*|avoid\w*|vot\w+|motion|bid|lack\w*|false\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.]|, (?:but|while|and|though|although|whereas|yet)\b|\bbut\b")


BEHIND = 120
"""Characters behind a figure in which a denial is looked for."""


def not_so(question: Question, pick: Pick) -> str | None:
    """A figure that its clause denies, rejects or only imagines is none of what happened."""
    figure = pick.figure
    if figure is None or _ASKS_NOT_SO.search(question.text):
        return None
    text = pick.candidate.text
    start, end = figure.start - pick.candidate.start, figure.end - pick.candidate.start
    before = _CLAUSE.split(text[:start])[-1]
    behind = _CLAUSE.split(text[end : end + BEHIND])[0]
    if _NOT_SO_BEFORE.search(before) or _NOT_SO_BEHIND.search(behind):
        return "the articles say that it was not so"
    return None
