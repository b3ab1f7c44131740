"""The tab of the articles: list, search, sort, add, remove."""

from collections.abc import Iterator
from typing import Any

from ingest.errors import NewsdeskError
from ui.chat.tabs.page import Page, when_ready
from ui.chat.tabs.pile import FILE_TYPES, LONGEST_PASTE, SORTS, adding, address, kept_uploads, pasted, pile, removed
from ui.show.html.lists import problem_html

# The list asks to remove by an event of its own; `trigger` names it to Gradio.
_REMOVE = when_ready("window.newsdesk.remove = (id) => trigger('remove', {id: id});")
_QUIET = {"api_visibility": "private", "show_progress": "hidden"}
# What answers at once stays out of the queue: a question that joins it just as its last reply is sent, and the
# stream of replies closed, would wait for ever.
_AT_ONCE = {"queue": False, **_QUIET}
# One upload at a time goes in; the others wait in a queue of their own, and questions in another.
_ADDING = {"concurrency_id": "adding", "concurrency_limit": 1, **_QUIET}


def build_pile(page: Page, tab: Any) -> None:
    """Lay the tab out and wire it."""
    gr = page.gr
    removable = not page.settings.read_only
    with gr.Row(elem_classes="nd-filters"):
        words = gr.Textbox(label="Search titles, publishers and files", elem_id="nd-pile-words")
        sort = gr.Dropdown(list(SORTS), value=SORTS[0], label="Sort", elem_id="nd-pile-sort", filterable=False)
    said = gr.HTML("", elem_id="nd-pile-said", apply_default_css=False)
    listing = gr.HTML("", elem_id="nd-pile", apply_default_css=False, js_on_load=_REMOVE)

    def refreshed(index: str, wanted: str, order: str) -> str:
        return pile(page.desk(index), wanted, order, removable=removable)

    inputs = [page.index, words, sort]
    for event in (tab.select, words.change, sort.change):
        event(refreshed, inputs, listing, trigger_mode="always_last", **_AT_ONCE)
    if not removable:
        return

    def remove(index: str, wanted: str, order: str, event: Any) -> tuple[str, str]:
        told = removed(page.desks, index, str(event.id))
        return told, refreshed(index, wanted, order)

    # Gradio hands the event to the argument that is annotated so.
    remove.__annotations__["event"] = gr.EventData
    listing.remove(remove, inputs, [said, listing], **_ADDING)
    _build_adding(page, said, listing, inputs, refreshed)


def _build_adding(page: Page, said: Any, listing: Any, inputs: list[Any], refreshed: Any) -> None:
    gr, settings = page.gr, page.settings
    with gr.Accordion("Add articles", open=True, elem_id="nd-add"):
        files = gr.File(
            label=f"Drop files here, or click ({', '.join(FILE_TYPES)})",
            file_count="multiple",
            file_types=list(FILE_TYPES),
            elem_id="nd-upload",
            height=170,
        )
        with gr.Row():
            url = gr.Textbox(label="Web address", placeholder="https://", elem_id="nd-address", scale=4)
            fetch = gr.Button("Fetch", elem_id="nd-fetch", scale=1, min_width=120)
        with gr.Accordion("Paste an article", open=False, elem_id="nd-paste"):
            text = gr.Textbox(label="Text", lines=8, max_lines=16, max_length=LONGEST_PASTE, elem_id="nd-paste-text")
            with gr.Row():
                title = gr.Textbox(label="Title", max_length=300, elem_id="nd-paste-title")
                publisher = gr.Textbox(label="Publisher", max_length=200)
                published = gr.Textbox(label="Published (YYYY-MM-DD)", max_length=10, elem_id="nd-paste-date")
                original = gr.Textbox(label="Address of the original", max_length=2000)
            put = gr.Button("Add the pasted article", elem_id="nd-paste-add")

    def uploaded(paths: list[str] | None, index: str) -> Iterator[str]:
        folder = page.desks.folders[index or page.desks.names[0]]
        kept, refused = kept_uploads(folder, paths or [], settings.max_upload)
        if paths:
            yield from adding(page.desks, index, kept, refused)

    def fetched(where: str, index: str) -> Iterator[str]:
        yield from _told(lambda: [address(where)], page, index)

    def taken(index: str, *article: str) -> Iterator[str]:
        folder = page.desks.folders[index or page.desks.names[0]]
        yield from _told(lambda: [pasted(folder, *article)], page, index)

    where, more = page.index, (refreshed, inputs, listing)
    files.upload(uploaded, [files, where], said, **_ADDING).then(*more, **_AT_ONCE).then(
        lambda: None, None, files, **_AT_ONCE
    )
    for trigger in (fetch.click, url.submit):
        trigger(fetched, [url, where], said, **_ADDING).then(*more, **_AT_ONCE)
    put.click(taken, [where, text, title, publisher, published, original], said, **_ADDING).then(*more, **_AT_ONCE)


def _told(inputs: Any, page: Page, index: str) -> Iterator[str]:
    """Yield what putting inputs in says; inputs that cannot be used are said in one line."""
    try:
        found = inputs()
    except NewsdeskError as error:
        yield problem_html(str(error))
        return
    yield from adding(page.desks, index, found)
