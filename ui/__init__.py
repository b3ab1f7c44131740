"""What a person sees: the command line and the chat page. They show an Answer and decide nothing."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.show.html.copy import as_footnotes, as_markdown, as_plain
    from ui.show.html.turn import turn_html

__all__ = ["as_footnotes", "as_markdown", "as_plain", "turn_html"]


def __getattr__(name: str) -> Any:
    if name == "turn_html":
        from ui.show.html.turn import turn_html

        return turn_html
    if name in __all__:
        from ui.show.html import copy

        return getattr(copy, name)
    raise AttributeError(f"module 'ui' has no attribute {name!r}")
