"""What did not happen: denied, rejected, only imagined."""

import re

from ingest.types import Polarity
from qa.reader.pick import Pick
from qa.understand.question import Question

# A question that asks for the denied, the planned or the alleged itself is answered by it.
_ASKS_NOT_SO = re.compile(
    r"\b(?:not|never|no|none|n't|n’t|without|den(?:y|ied|ies)|reject\w*|accus\w*|alleg\w*|suspect\w*|acquit\w*"
    r"|clear\w*|plan\w*|propos\w*|would|could|might|claim\w*|rul\w+ out|dismiss\w*|cancel\w*|scrap\w*|fail\w*|want\w*"
    r"|hop(?:e|ed)|aim\w*|refus\w*|turn\w* down|shelv\w*|abandon\w*|avoid\w*|vot\w+|motion|bid|lack\w*|false\w*)\b",
    re.IGNORECASE,
)


def not_so(question: Question, pick: Pick) -> str | None:
    """A figure that its clause denies, rejects or only imagines is none of what happened."""
    if pick.figure is None or pick.figure.polarity is Polarity.SAID or _ASKS_NOT_SO.search(question.text):
        return None
    return "the articles say that it was not so"
