"""The tab to ask in: transcript, question box, settings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ingest.errors import NewsdeskError
from qa.types import PASSAGES
from ui.chat.ask import FEWEST, MOST, Choice, failed, growing, read_choice, scope_of, waiting, welcome
from ui.chat.tabs.page import AT_ONCE, Page, handed, when_ready
from ui.chat.tabs.tab_flag import build_flag
from ui.chat.tabs.tab_next import build_next
from ui.chat.tabs.tab_talks import build_talks, kept_html
from ui.chat.talk.turns import Talk, Turn
from ui.show.html.scope import chip_html

# The page's script asks for these by events of the transcript; `trigger` names them to Gradio.
_EVENTS = "".join(
    f"window.newsdesk.{name} = (asked) => trigger('{name}', asked);"
    for name in ("again", "restore", "save", "wrong", "onward")
)
# What a link sets is of its question alone and is not kept. The browser keeps its settings by itself: asked of the
# server, an older reply could come last.
_KEPT = """(index, reader, as_of, k, dated_only, saved) =>
    window.newsdesk && window.newsdesk.isLinked() ? saved : { index, reader, as_of, k, dated_only }"""
# Articles may have come and gone when a visitor comes back to this tab.
_REFRESH = "window.newsdesk.refresh = () => trigger('refresh', {});"
_LINKED = "(saved) => window.newsdesk ? window.newsdesk.linked(saved) : saved"
DEFAULTS: dict[str, Any] = {"index": None, "reader": None, "as_of": "", "k": PASSAGES, "dated_only": False}


def build_ask(page: Page) -> None:
    """Lay the tab out and wire it."""
    gr = page.gr
    transcript = gr.HTML(
        Talk().html(),
        elem_id="nd-transcript",
        apply_default_css=False,
        js_on_load=when_ready(_EVENTS + "window.newsdesk.ready(element);"),
    )
    kept = gr.HTML(
        "",
        elem_id="nd-kept",
        apply_default_css=False,
        js_on_load=when_ready("watch('value', () => window.newsdesk.keep(element));"),
    )
    with gr.Row(elem_id="nd-compose"):
        chip = gr.HTML("", elem_id="nd-scope", apply_default_css=False, js_on_load=when_ready(_REFRESH))
        box = gr.Textbox(
            label="Your question",
            placeholder="Ask about the articles",
            elem_id="nd-box",
            lines=1,
            max_lines=4,
            max_length=2000,
            autofocus=False,
            container=False,
            scale=1,
        )
        ask = gr.Button("Ask", variant="primary", elem_id="nd-ask", scale=0, min_width=90)
        stop = gr.Button("Stop", elem_id="nd-stop", scale=0, min_width=90, visible=False)
    gr.HTML(
        '<p class="nd-keys"><kbd>Enter</kbd> asks, <kbd>↑</kbd> brings back the last question, '
        "<kbd>/</kbd> comes back here, <kbd>Esc</kbd> closes the article.</p>",
        apply_default_css=False,
    )
    _settings(page)
    _wire(page, transcript, kept, box, ask, stop)
    _remember(page, transcript, chip)
    build_flag(page, transcript)
    build_next(page, transcript)
    build_talks(page, transcript, lambda index: _welcome(page, index))


def _settings(page: Page) -> None:
    gr, desks = page.gr, page.desks
    with gr.Accordion("Settings", open=False, elem_id="nd-settings"), gr.Row():
        page.choices = [
            gr.Dropdown(
                list(desks.names),
                value=desks.names[0],
                label="Index",
                elem_id="nd-index",
                visible=True if len(desks.names) > 1 else "hidden",
            ),
            gr.Dropdown(
                list(desks.readers),
                value=desks.readers[0],
                label="Reader",
                elem_id="nd-reader",
                visible=True if len(desks.readers) > 1 else "hidden",
            ),
            gr.Textbox(
                label="As of",
                info="Only what was published until this day (YYYY-MM-DD)",
                placeholder="all articles",
                elem_id="nd-as-of",
                max_length=10,
            ),
            gr.Slider(FEWEST, MOST, value=PASSAGES, step=1, label="Sources", info="Passages to read", elem_id="nd-k"),
            gr.Checkbox(label="Leave out undated articles", elem_id="nd-dated-only"),
        ]


def _answering(page: Page, session: str, question: str, chosen: tuple[Any, ...], place: Any = None) -> Iterator[Any]:
    """Yield transcript, what the browser keeps, ask and stop buttons, as an answer comes."""
    gr, before = page.gr, page.talks.get(session)
    place = next((turn.number for turn in before.turns if str(turn.number) == str(place)), None)
    asked = " ".join((question or "").split())
    if not asked:
        yield (gr.skip(),) * 4
        return
    yield waiting(before, asked, place), gr.skip(), gr.update(visible=False), gr.update(visible=True)
    number = place or before.next
    with page.desks.metrics.question() as counted:
        for step in _steps(page, before, asked, chosen, place):
            if isinstance(step, str):
                yield step, *(gr.skip(),) * 3
                continue
            answered = step.turn(number)
            now = page.talks.change(session, partial(_with, answered))
            counted.failed = answered.asked is None
            changed = [turn for turn in now.turns if turn.number >= number]
            yield now.html(), kept_html(changed, page.key), gr.update(visible=True), gr.update(visible=False)


def _with(turn: Turn, talk: Talk) -> Talk:
    return talk.with_turn(turn)


def _steps(page: Page, before: Talk, asked: str, chosen: Sequence[Any], place: int | None) -> Iterator[str | Talk]:
    """Yield what an answer comes as; settings that cannot be used become a turn that says so."""
    try:
        choice = _choice(page, chosen)
        steps = growing(page.desk(choice.index, choice.reader), before, asked, choice, place)
    except NewsdeskError as error:
        steps = iter([failed(before, asked, str(error), place)])
    yield from steps


def _wire(page: Page, transcript: Any, kept: Any, box: Any, ask: Any, stop: Any) -> None:
    gr = page.gr

    def answer(request: Any, question: str, *chosen: Any) -> Iterator[Any]:
        yield from _answering(page, request.session_hash, question, chosen)

    def again(request: Any, event: Any, *chosen: Any) -> Iterator[Any]:
        yield from _answering(page, request.session_hash, str(event.question)[:2000], chosen, event.place)

    def stopped(request: Any, index: str) -> tuple[Any, ...]:
        html = page.talks.get(request.session_hash).html(_welcome(page, index))
        return html, gr.update(visible=True), gr.update(visible=False)

    handed(page, answer, again, stopped)

    quiet = {"api_visibility": "private", "show_progress": "hidden"}
    asking = {"concurrency_id": "asking", "concurrency_limit": page.settings.asking, **quiet}
    # The box is emptied by the page's script: Gradio keeps each update of an input for the session's life.
    outputs = [transcript, kept, ask, stop]
    events = [trigger(answer, [box, *page.choices], outputs, **asking) for trigger in (box.submit, ask.click)]
    events.append(transcript.again(again, page.choices, outputs, **asking))
    stop.click(stopped, page.index, [transcript, ask, stop], cancels=events, queue=False, **quiet)


def _choice(page: Page, chosen: Sequence[Any]) -> Choice:
    """Return the settings as they can be used, the index by name where there are several."""
    choice = read_choice(*chosen)
    several = choice.index or page.desks.names[0] if len(page.desks.names) > 1 else ""
    return replace(choice, several=several)


def _remember(page: Page, transcript: Any, chip: Any) -> None:
    """Wire the settings: kept in the browser, taken from a link, and what they mean said on the chip."""
    gr = page.gr
    saved = gr.BrowserState(DEFAULTS, storage_key="newsdesk-settings", secret="newsdesk")

    def said(*chosen: Any) -> str:
        try:
            choice = _choice(page, chosen)
            return chip_html(scope_of(page.desk(choice.index), choice).words)
        except NewsdeskError as error:
            return chip_html(str(error))

    def opened(request: Any, found: Any) -> tuple[Any, ...]:
        values = _saved(page, found)
        return page.talks.get(request.session_hash).html(_welcome(page, values[0])), said(*values), *values

    handed(page, opened)

    for component in page.choices:
        component.change(None, [*page.choices, saved], saved, js=_KEPT, **AT_ONCE)
    # Not while a day is typed; and one after another, the last with what then stands: of replies to events that overlap
    # an older one could come last.
    index, _, as_of, _, dated_only = page.choices
    events = [index.input, as_of.blur, as_of.submit, dated_only.input]
    gr.on(events, said, page.choices, chip, trigger_mode="always_last", **AT_ONCE)
    chip.refresh(said, page.choices, chip, **AT_ONCE)
    load = gr.context.Context.root_block.load
    load(opened, saved, [transcript, chip, *page.choices], js=_LINKED, **AT_ONCE)


def _saved(page: Page, saved: Any) -> tuple[Any, Any, str, int, bool]:
    """Return the settings a browser kept, those that no longer fit replaced by the defaults."""
    found = {**DEFAULTS, **(saved if isinstance(saved, dict) else {})}
    index = found["index"] if found["index"] in page.desks.names else page.desks.names[0]
    reader = found["reader"] if found["reader"] in page.desks.readers else page.desks.readers[0]
    try:
        choice = read_choice(index, reader, found["as_of"], found["k"], found["dated_only"])
    except NewsdeskError:
        return index, reader, "", PASSAGES, False
    return index, reader, choice.as_of.isoformat() if choice.as_of else "", choice.k, choice.dated_only


def _welcome(page: Page, index: str | None) -> str:
    first = index in (None, page.desks.names[0])
    return welcome(page.desk(index), page.examples if first else [])
