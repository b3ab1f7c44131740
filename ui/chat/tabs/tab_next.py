"""What may be asked next, offered under an answer once it is shown: the page asks for it, so that no answer waits."""

import logging
import threading
from typing import Any

from ingest.errors import NewsdeskError
from qa.types import EXTRACTIVE
from ui.chat.ask import Choice, read_choice
from ui.chat.tabs.page import AT_ONCE, Page, handed, when_ready
from ui.chat.tabs.tab_talks import kept_rows
from ui.chat.talk.turns import Talk, Turn
from ui.show.html.after import onward_html, reply_html

# Seconds to wait for another visitor's follow-ups; on a busy server an answer goes without rather than hold up others.
PATIENCE = 3.0


def build_next(page: Page, transcript: Any) -> None:
    """Wire the event that the page's script sends once an answer is drawn: {"number"}."""
    gr = page.gr
    turn_taking = threading.Lock()
    reply = gr.HTML(
        "",
        elem_id="nd-next-reply",
        apply_default_css=False,
        js_on_load=when_ready("watch('value', () => window.newsdesk.offered(element));"),
    )

    def onward(request: Any, event: Any, *chosen: Any) -> Any:
        talk = page.talks.get(request.session_hash)
        turn = next((t for t in talk.turns if str(t.number) == str(event.number)), None)
        if turn is None or not turn.asked or not turn_taking.acquire(timeout=PATIENCE):
            return gr.skip()
        try:
            found = turn.onward or following(page, talk, turn, read_choice(*chosen))
        except NewsdeskError:
            return gr.skip()
        except Exception:  # an answer that is right must not get an error; the terminal has the trace
            logging.getLogger(__name__).exception("no follow-ups could be made")
            return gr.skip()
        finally:
            turn_taking.release()
        if not found:
            return gr.skip()
        now = page.talks.change(request.session_hash, lambda talk: talk.amended(turn, onward=found))
        turns = [t for t in now.turns if t.number == turn.number and t.onward]
        return reply_html({"number": turn.number, "html": onward_html(found), "turns": kept_rows(turns, page.key)})

    handed(page, onward)
    transcript.onward(onward, page.choices, reply, trigger_mode="multiple", **AT_ONCE)


def following(page: Page, talk: Talk, turn: Turn, choice: Choice) -> tuple[tuple[str, str], ...]:
    """Return what may follow a turn, as it is shown and as it is asked: each was tried and is answered.

    They are tried by the reader that needs no chat model, also where one answered: six questions of a model cost money.

    Raises:
        NewsdeskError: the index cannot be asked.
    """
    assert turn.asked
    desk = page.desks.get(turn.index or choice.index, EXTRACTIVE)
    scope = {"as_of": choice.as_of, "dated_only": choice.dated_only}
    before = [t.asked for t in talk.turns if t.asked]
    answer = desk.ask(turn.asked, **scope)  # type: ignore[arg-type]
    return tuple((one.shown, one.question) for one in desk.follow_ups(answer, previous=before, **scope))  # type: ignore[arg-type]
