"""What is put under a turn after its answer was shown, and how the page's script is told of it."""

import json
from collections.abc import Mapping
from typing import Any

from ui.show.html.text import esc, line

FLAGGED = "You flagged this answer as wrong."


def wrong_html(number: int) -> str:
    """Return the button that opens the form in which an answer is flagged."""
    return (
        f'<button type="button" class="nd-link nd-wrong" data-wrong="{number}" '
        f'aria-label="Wrong? Flag answer {number}">Wrong?</button>'
    )


def with_more(html: str, flagged: bool) -> str:
    """Return a turn with what came under it since."""
    if not flagged:
        return html
    return f'{html.removesuffix("</section>")}<p class="nd-flagged">{line(FLAGGED)}</p></section>'


def reply_html(said: Mapping[str, Any]) -> str:
    """Return a reply to the page's script: JSON in an attribute of a hidden element."""
    return f'<div hidden data-reply="{esc(json.dumps(said))}"></div>'
