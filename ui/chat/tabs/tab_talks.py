"""What the page does with a conversation as a whole: put a kept one back, save it as a file."""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ui.chat.tabs.page import AT_ONCE, Page, handed
from ui.chat.talk.markdown import as_document
from ui.chat.talk.seal import seal, unsealed
from ui.chat.talk.turns import Talk, Turn
from ui.chat.talk.word import as_word
from ui.show.html.text import esc

_FETCH = "() => setTimeout(() => document.querySelector('#nd-saved-file').click(), 150)"


def kept_html(turns: Sequence[Turn], key: bytes) -> str:
    """Return turns as the page's script puts them into the browser's store, as JSON in an attribute."""
    return f'<div hidden data-turns="{esc(json.dumps(kept_rows(turns, key)))}"></div>'


def kept_rows(turns: Sequence[Turn], key: bytes) -> list[dict[str, Any]]:
    """Return turns as a browser keeps them: number, question, and the whole of it sealed."""
    return [{"number": t.number, "question": t.question, "token": seal(t, key)} for t in turns]


def written(talk: Talk, kind: str) -> tuple[str, bytes]:
    """Return the name and the content of the file a conversation is saved as."""
    if kind == "word":
        return "conversation.docx", as_word(talk)
    return "conversation.md", as_document(talk).encode("utf-8", "replace")


def build_talks(page: Page, transcript: Any, welcome: Callable[[str], str]) -> None:
    """Wire the events the page's script sends; `welcome` makes what an empty chat of an index shows."""
    gr = page.gr
    file = gr.DownloadButton("conversation", elem_id="nd-saved-file", visible="hidden")

    def restore(request: Any, event: Any, index: str) -> str:
        back = Talk(tuple(unsealed(event.turns, page.key)))
        return page.talks.change(request.session_hash, lambda _: back).html(welcome(index))

    def save(request: Any, event: Any) -> str:
        name, content = written(page.talks.get(request.session_hash), str(event.kind))
        path = Path(tempfile.mkdtemp(prefix="newsdesk-")) / name
        path.write_bytes(content)
        return str(path)

    handed(page, restore, save)
    transcript.restore(restore, page.index, transcript, **AT_ONCE)
    # The file is written first; then the hidden button that holds it is pressed for the visitor.
    transcript.save(save, None, file, **AT_ONCE).then(None, None, None, js=_FETCH)
