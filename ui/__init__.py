"""What a person sees: the command line and the chat page. They show an Answer and decide nothing."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.render import turn_html
    from ui.render_copy import as_footnotes, as_markdown, as_plain

__all__ = ["as_footnotes", "as_markdown", "as_plain", "turn_html"]


def __getattr__(name: str) -> Any:
    if name == "turn_html":
        from ui.render import turn_html

        return turn_html
    if name in __all__:
        from ui import render_copy

        return getattr(render_copy, name)
    raise AttributeError(f"module 'ui' has no attribute {name!r}")
