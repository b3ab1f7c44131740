"""A turn is flagged as wrong: the row is written, the answer keeps a mark, the browser keeps both."""

import secrets
from collections.abc import Sequence
from typing import Any

from ingest.errors import InputError, NewsdeskError
from ui.chat.flag.carry import carriers
from ui.chat.flag.file import FlagFiles
from ui.chat.flag.row import LONGEST, Flag, row_of
from ui.chat.tabs.page import AT_ONCE, Page, handed, when_ready
from ui.chat.tabs.tab_talks import kept_rows
from ui.chat.talk.turns import Turn
from ui.show.html.after import FLAGGED, reply_html

GONE = "The server no longer has this conversation: load the page anew, then flag the answer"


def build_flag(page: Page, transcript: Any) -> None:
    """Wire the event that the page's script sends: {"number", "right", "unknown"}."""
    gr = page.gr
    files = FlagFiles()
    reply = gr.HTML(
        "",
        elem_id="nd-flag-reply",
        apply_default_css=False,
        js_on_load=when_ready("watch('value', () => window.newsdesk.flagged(element));"),
    )

    def flag(request: Any, event: Any) -> str:
        try:
            turns = flagged(page, files, request.session_hash, event.number, event.right, event.unknown)
            said, fine = FLAGGED, True
        except NewsdeskError as error:
            turns, said, fine = (), str(error), False
        answer = {"number": event.number, "said": said, "fine": fine, "turns": kept_rows(turns, page.key)}
        # Two replies that say the same are two: the page's script hears of a value that changes.
        return reply_html({**answer, "reply": secrets.token_hex(4)})

    handed(page, flag)
    transcript.wrong(flag, None, reply, trigger_mode="multiple", **AT_ONCE)


def flagged(page: Page, files: FlagFiles, session: str, number: Any, right: Any, unknown: Any) -> Sequence[Turn]:
    """Write the row of a turn that a reader flagged, and return the turn with its mark.

    Raises:
        NewsdeskError: there is no such turn any more, or its row cannot be written.
    """
    turn = next((t for t in page.talks.get(session).turns if str(t.number) == str(number)), None)
    if turn is None or not turn.asked:
        raise InputError(GONE)
    answered = turn.part.head or (turn.part.lines[0][0] if turn.part.lines else "")
    flag = Flag(turn.asked, answered, str(right or "")[:LONGEST], unknown is True, turn.as_of)
    index = turn.index or page.desks.names[0]
    desk = page.desks.get(index)
    files.put(page.desks.folders[index], row_of(flag, carriers(desk, flag)))
    now = page.talks.change(session, lambda talk: talk.amended(turn, flagged=True))
    return [t for t in now.turns if t.number == turn.number]
