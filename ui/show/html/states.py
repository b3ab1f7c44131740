"""A turn without an answer: still to come, failed, not to be trusted; and an empty chat."""

from collections.abc import Sequence

from ui.show.html.text import esc, line


def again_html(question: str, number: int) -> str:
    """Return the buttons that change a question, or ask it once more, in its own place."""
    said, at = esc(question), f'data-place="{number}"'
    return (
        f'<button type="button" class="nd-action" data-edit="{said}" {at}>Edit question</button>'
        f'<button type="button" class="nd-action" data-again="{said}" {at}>Ask again</button>'
    )


def pending_html(question: str, words: str = "Reading the articles …") -> str:
    """Return a turn whose answer is not there yet."""
    return (
        f'<section class="nd-turn nd-pending" aria-busy="true"><h2 class="nd-question">{line(question)}</h2>'
        f'<p class="nd-wait">{line(words)}</p></section>'
    )


def error_html(question: str, message: str, number: int = 1) -> str:
    """Return a turn that failed: the message is one line of our own exceptions."""
    return (
        f'<section class="nd-turn nd-failed" data-turn="{number}"><h2 class="nd-question">{line(question)}</h2>'
        f'<p class="nd-error">{line(message)}</p><div class="nd-actions">'
        f"{again_html(question, number)}</div></section>"
    )


def lost_html(question: str, number: int) -> str:
    """Return a turn of which only the question is known."""
    said = "Its answer was kept by another newsdesk, or has been changed since, and is not shown."
    return error_html(question, said, number)


def stale_html() -> str:
    """Return the mark of a turn after one that was asked anew."""
    return '<p class="nd-stale">A question before this one was asked anew; this is the answer as it was.</p>'


def welcome_html(examples: Sequence[str], articles: int) -> str:
    """Return what an empty chat shows: how many articles there are, and questions made from their figures."""
    if not articles:
        return (
            '<div class="nd-welcome"><p>There are no articles yet. Put some in under “Articles”: '
            "files, an address, or pasted text.</p></div>"
        )
    buttons = "".join(
        f'<li><button type="button" class="nd-example" data-ask="{esc(e)}">{line(e)}</button></li>' for e in examples
    )
    some = f"<p>For example:</p><ul>{buttons}</ul>" if buttons else ""
    return (
        f'<div class="nd-welcome"><p>Ask about the {articles:,} article{"s" if articles != 1 else ""} here. '
        f"Every answer shows the exact words it stands on.</p>{some}</div>"
    )
