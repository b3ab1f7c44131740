"""The tab to run a question set in, watch it, and open its report."""

from collections.abc import Iterator

from ingest.errors import NewsdeskError
from ui.chat.evaluate import SETS, Reports, questions_of, running
from ui.chat.tabs.page import Page
from ui.show.html.lists import problem_html

_QUIET = {"api_visibility": "private", "show_progress": "hidden"}


def build_eval(page: Page, reports: Reports) -> None:
    """Lay the tab out and wire it."""
    gr = page.gr
    gr.HTML(
        '<p class="nd-count">Ask every question of a set and grade the answers: figures exactly, with their unit, '
        "period and the words they stand on.</p>",
        apply_default_css=False,
    )
    with gr.Row(elem_classes="nd-filters"):
        chosen = gr.Dropdown(list(SETS), value=SETS[0], label="Question set", elem_id="nd-set", filterable=False)
        start = gr.Button("Run", variant="primary", elem_id="nd-run", scale=0, min_width=120)
        stop = gr.Button("Stop", elem_id="nd-run-stop", scale=0, min_width=120)
    own = gr.File(
        label="or your own questions (.jsonl, or .csv with question and expected)",
        file_types=[".jsonl", ".csv"],
        elem_id="nd-own-set",
        height=160,
    )
    said = gr.HTML("", elem_id="nd-eval-said", apply_default_css=False)

    def run(index: str, name: str, upload: str | None) -> Iterator[str]:
        try:
            questions = questions_of(name, upload)
        except NewsdeskError as error:
            yield problem_html(str(error))
            return
        yield from running(page.desks, index, questions, reports)

    limits = {"concurrency_id": "evaluating", "concurrency_limit": 1}
    event = start.click(run, [page.index, chosen, own], said, **limits, **_QUIET)
    stop.click(lambda: problem_html("stopped"), None, said, cancels=[event], queue=False, **_QUIET)
