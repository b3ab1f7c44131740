"""Questions and checked answers: `from qa import ask, Newsdesk`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.desk import Newsdesk, ask
    from qa.types import Answer, Citation, Claim, Disagreement, Verdict

__all__ = ["Answer", "Citation", "Claim", "Disagreement", "Newsdesk", "Verdict", "ask"]


def __getattr__(name: str) -> Any:
    if name in ("Newsdesk", "ask"):
        from qa import desk

        return getattr(desk, name)
    if name in __all__:
        from qa import types

        return getattr(types, name)
    raise AttributeError(f"module 'qa' has no attribute {name!r}")
