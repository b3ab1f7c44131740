"""What the parts of the page share. Gradio itself is handed in: only `ui.chat.app` imports it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.errors import NewsdeskError
from ui.chat.args import ChatSettings
from ui.chat.desks import Desks
from ui.chat.talk.sessions import Sessions

if TYPE_CHECKING:
    from qa.desk import Newsdesk

HEADER = """<header class="nd-header"><h1>newsdesk</h1><p>Answers from your articles, with the exact words.</p>
<nav aria-label="Conversations"><button type="button" class="nd-action" data-talks="open">Conversations</button>
<button type="button" class="nd-action" data-talks="new" aria-label="New conversation">New</button>
<button type="button" class="nd-action" data-theme="toggle" aria-label="Light or dark">◐</button></nav></header>"""
SHEET = """<aside id="nd-sheet" aria-label="Article" hidden><div class="nd-bar">
<button type="button" class="nd-action" data-step="-1" aria-label="Previous citation" hidden>‹ Previous</button>
<button type="button" class="nd-action" data-step="1" aria-label="Next citation" hidden>Next ›</button>
<span id="nd-where"></span>
<button type="button" class="nd-action nd-close" data-close="1" aria-label="Close the article">Close</button></div>
<div id="nd-sheet-body" tabindex="0" role="region" aria-label="Article text"></div></aside>
<div id="nd-tip" role="tooltip" hidden></div><div id="nd-toast" role="status"></div>
<p id="nd-said" class="nd-unseen" role="status"></p>
<div id="nd-lost" role="alert" hidden><p></p>
<button type="button" class="nd-action" data-retry="1">Try again</button></div>
<dialog id="nd-talks" aria-labelledby="nd-talks-head"><div class="nd-bar"><h2 id="nd-talks-head">Conversations</h2>
<button type="button" class="nd-action nd-close" data-talks="close">Close</button></div>
<label class="nd-find">Search <input type="search" id="nd-talks-find" autocomplete="off"></label>
<ul id="nd-talks-list"></ul><p id="nd-talks-none"></p>
<div class="nd-save"><p>Save the open conversation as</p>
<button type="button" class="nd-action" data-save="markdown">Markdown</button>
<button type="button" class="nd-action" data-save="word">Word</button>
<button type="button" class="nd-action" data-save="print">Print or PDF</button></div>
<p class="nd-kept-where">Kept in this browser alone, the oldest going first when there is no more room.</p></dialog>
<dialog id="nd-confirm" aria-label="Remove an article"><p></p><form method="dialog">
<button class="nd-action" value="keep" autofocus>Keep it</button>
<button class="nd-action nd-danger" value="remove">Remove it</button></form></dialog>"""


AT_ONCE = {"queue": False, "api_visibility": "private", "show_progress": "hidden"}
"""How an event is wired that answers at once and by itself shows what came of it."""


def when_ready(code: str) -> str:
    """Return script that runs once the page's own script is there (Gradio may mount a component before it)."""
    return f"(function go() {{ if (!window.newsdesk) return setTimeout(go, 20); {code} }})();"


def handed(page: "Page", *handlers: Callable[..., Any]) -> None:
    """Let Gradio hand its event and its request to the arguments of these names: it goes by what they are annotated."""
    kinds = {"event": page.gr.EventData, "request": page.gr.Request}
    for handler in handlers:
        handler.__annotations__ |= {name: kind for name, kind in kinds.items() if name in handler.__annotations__}


@dataclass(slots=True)
class Page:
    """The page being built: Gradio, the indexes, and the settings every part reads."""

    gr: Any
    desks: Desks
    settings: ChatSettings
    choices: list[Any] = field(default_factory=list)
    """The components index, reader, as-of day, number of sources, in that order."""
    examples: list[str] = field(default_factory=list)
    key: bytes = b""
    """What turns that a browser keeps are sealed with."""
    talks: Sessions = field(default_factory=Sessions)
    """The conversations, by the number of the page that holds each."""

    @property
    def index(self) -> Any:
        """The component that names the chosen index."""
        return self.choices[0]

    def desk(self, index: str | None = None, reader: str | None = None) -> "Newsdesk":
        """Return an open index; what is wrong with it is told to the visitor in one line."""
        try:
            return self.desks.get(index, reader)
        except NewsdeskError as error:
            raise self.fail(str(error)) from error

    def fail(self, message: str) -> Exception:
        """Return the exception that shows one line to the visitor."""
        from ui.show.html.text import line

        made: Exception = self.gr.Error(line(message), print_exception=False, title="newsdesk")
        return made
