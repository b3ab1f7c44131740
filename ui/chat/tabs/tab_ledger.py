"""The tab of the ledger: every figure, filtered; a timeline; CSV."""

import tempfile
from pathlib import Path
from typing import Any

from ui.chat.tabs.ledger import Wanted, as_csv, choices, figures, read_year, view
from ui.chat.tabs.page import Page

_QUIET = {"api_visibility": "private", "show_progress": "hidden"}
# What answers at once stays out of the queue: a question that joins it just as its last reply is sent, and the
# stream of replies closed, would wait for ever.
_AT_ONCE = {"queue": False, **_QUIET}
ANY = "any"
_FETCH = "() => setTimeout(() => document.querySelector('#nd-csv-file').click(), 150)"


def build_ledger(page: Page, tab: Any) -> None:
    """Lay the tab out and wire it."""
    gr = page.gr
    with gr.Row(elem_classes="nd-filters"):
        words = gr.Textbox(label="Search words", elem_id="nd-ledger-words", scale=2)
        unit = gr.Dropdown([ANY], value=ANY, label="Unit", elem_id="nd-ledger-unit", scale=1)
        publisher = gr.Dropdown([ANY], value=ANY, label="Publisher", elem_id="nd-ledger-publisher", scale=1)
        first = gr.Textbox(label="From year", max_length=4, elem_id="nd-ledger-from", scale=1, min_width=90)
        last = gr.Textbox(label="To year", max_length=4, elem_id="nd-ledger-to", scale=1, min_width=90)
        save = gr.Button("Download CSV", elem_id="nd-csv", scale=1, min_width=140)
        file = gr.DownloadButton("figures.csv", elem_id="nd-csv-file", visible="hidden")
    plot = gr.HTML("", elem_id="nd-timeline", apply_default_css=False)
    listing = gr.HTML("", elem_id="nd-ledger", apply_default_css=False)
    inputs = [page.index, words, unit, publisher, first, last]

    def shown(index: str, *filters: Any) -> tuple[str, str]:
        return view(page.desk(index), _wanted(*filters))

    def offered(index: str) -> tuple[Any, Any]:
        units, publishers = choices(page.desk(index))
        return gr.update(choices=[ANY, *units]), gr.update(choices=[ANY, *publishers])

    def saved(index: str, *filters: Any) -> str:
        rows = figures(page.desk(index), _wanted(*filters), most=None)
        path = Path(tempfile.mkdtemp(prefix="newsdesk-")) / "figures.csv"
        path.write_text(as_csv(rows), encoding="utf-8-sig", newline="")
        return str(path)

    tab.select(offered, page.index, [unit, publisher], **_AT_ONCE).then(shown, inputs, [listing, plot], **_AT_ONCE)
    for component in (words, unit, publisher, first, last):
        component.change(shown, inputs, [listing, plot], trigger_mode="always_last", **_AT_ONCE)
    # The file is written first; then the hidden button that holds it is pressed for the visitor.
    save.click(saved, inputs, file, **_AT_ONCE).then(None, None, None, js=_FETCH)


def _wanted(words: Any, unit: Any, publisher: Any, first: Any, last: Any) -> Wanted:
    def chosen(value: Any) -> str:
        return "" if value in (None, ANY) else str(value)

    return Wanted(str(words or "")[:300], chosen(unit), read_year(first), read_year(last), chosen(publisher))
