"""Which reader answers: the extractive one, or a chat model by its `provider:model` name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.errors import SettingError
from qa.retrieve.passages import NEXT_BEFORE
from qa.retrieve.rank import Scored
from qa.types import EXTRACTIVE, Evidence

if TYPE_CHECKING:
    from qa.chat_model.llm import LlmReader

# Sentences offered to a chat model, best first.
OFFERED = 12


def is_model(reader: str) -> bool:
    """Return whether a reader's name is a chat model's.

    Raises:
        SettingError: it is neither that nor "extractive".
    """
    if reader == EXTRACTIVE:
        return False
    if ":" in reader.removeprefix("llm:"):
        return True
    raise SettingError(f"no reader is called {reader!r}: use extractive, or a chat model as provider:model")


def evidence(ranked: Sequence[Scored]) -> list[Evidence]:
    """Return the best sentences as evidence with keys S1, S2, ... for a chat model to cite by."""
    found = []
    for number, scored in enumerate(ranked[:OFFERED], start=1):
        candidate = scored.candidate
        text = candidate.article.text
        before = sorted(candidate.before[:NEXT_BEFORE])
        found.append(
            Evidence(
                key=f"S{number}",
                article=candidate.article,
                start=candidate.start,
                end=candidate.end,
                text=candidate.text,
                score=scored.score,
                context=" ".join(text[a:b] for a, b in before),
                figures=candidate.figures,
            )
        )
    return found


def make_model(reader: str) -> "LlmReader":
    """Return the `LlmReader` of a chat model's name; nothing is loaded before its first question.

    Raises:
        SettingError: NEWSDESK_CHAT_SECONDS is no number of seconds.
    """
    from qa.chat_model.call import seconds_allowed
    from qa.chat_model.llm import LlmReader

    return LlmReader(reader.removeprefix("llm:"), seconds=seconds_allowed())
