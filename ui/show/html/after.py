"""What is put under a turn after its answer was shown, and how the page's script is told of it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ui.show.html.text import esc, line

FLAGGED = "You flagged this answer as wrong."


def wrong_html(number: int) -> str:
    """Return the button that opens the form in which an answer is flagged."""
    return (
        f'<button type="button" class="nd-link nd-wrong" data-wrong="{number}" '
        f'aria-label="Wrong? Flag answer {number}">Wrong?</button>'
    )


def onward_html(questions: Sequence[tuple[str, str]]) -> str:
    """Return buttons for what may be asked next, each as it is shown and as it is asked."""
    buttons = "".join(
        f'<button type="button" class="nd-example" data-ask="{esc(asked)}" '
        f'aria-label="{line(shown if shown == asked else f"{shown} {asked}")}">{line(shown)}</button>'
        for shown, asked in questions
    )
    return f'<div class="nd-onward" role="group" aria-label="Ask next">{buttons}</div>' if buttons else ""


def with_more(html: str, flagged: bool, onward: Sequence[tuple[str, str]] = ()) -> str:
    """Return a turn with what came under it since."""
    more = onward_html(onward) + (f'<p class="nd-flagged">{line(FLAGGED)}</p>' if flagged else "")
    return f"{html.removesuffix('</section>')}{more}</section>" if more else html


def reply_html(said: Mapping[str, Any]) -> str:
    """Return a reply to the page's script: JSON in an attribute of a hidden element."""
    return f'<div hidden data-reply="{esc(json.dumps(said))}"></div>'
