"""What the page does with question sets: run one, watch it, keep its report to be opened."""

import queue
import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.errors import InputError, NewsdeskError
from ui.chat.desks import Desks
from ui.show.html.lists import problem_html
from ui.show.html.tables import table
from ui.show.html.text import esc, line

# Sets that come with newsdesk, those on the bundled articles first.
SETS = ("bundled", "facts", "smoke", "elsewhere")
# Reports kept in memory until the server ends; each has about 1 MB.
KEPT_REPORTS = 12


class Reports:
    """The pages of the last runs, each under a name nobody can guess."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, page: str) -> str:
        """Keep a page and return the name it can be opened by."""
        name = secrets.token_urlsafe(18)
        with self._lock:
            self._pages[name] = page
            while len(self._pages) > KEPT_REPORTS:
                self._pages.popitem(last=False)
        return name

    def get(self, name: str) -> str | None:
        """Return a page, None where there is none of that name."""
        with self._lock:
            return self._pages.get(name)


class _Stopped(Exception):
    """Ends a run from inside its own progress call."""


def questions_of(chosen: str, upload: str | None) -> Path:
    """Return the file of questions: an uploaded one, else a set of newsdesk's own by its name.

    Raises:
        InputError: neither is named, or the upload is of another kind.
    """
    from eval.sets.corpora import find_questions

    if upload:
        path = Path(upload)
        if path.suffix.casefold() not in (".jsonl", ".csv"):
            raise InputError("a question set is a .jsonl or .csv file")
        return path
    if chosen not in SETS:
        raise InputError("choose a question set")
    return find_questions(chosen)


def running(desks: Desks, index: str | None, questions: Path, reports: Reports) -> Iterator[str]:
    """Run a set on an index; yield HTML of the progress, then of the result with a link to its report."""
    messages: queue.Queue[str | None] = queue.Queue()
    stop = threading.Event()
    last: list[str] = []

    def told(tally: Any) -> None:
        if stop.is_set():
            raise _Stopped
        messages.put(progress(tally.done, tally.total, tally.right, tally.graded))

    def work() -> None:
        try:
            results = graded(desks.folders[index or desks.names[0]], desks.readers[0], questions, told)
            from eval.reporting.report import report_page

            last.append(result_html(results, reports.add(report_page(results))))
        except NewsdeskError as error:
            last.append(problem_html(str(error)))
        except _Stopped:
            last.append(problem_html("stopped"))
        finally:
            messages.put(None)

    thread = threading.Thread(target=work, name="newsdesk-evaluating")
    thread.start()
    try:
        yield progress(0, 0, 0, 0)
        while (message := messages.get()) is not None:
            yield message
        thread.join()
        yield last[0] if last else problem_html("the run failed: see the terminal")
    finally:
        stop.set()


def graded(folder: Path, reader: str, questions: Path, told: Any) -> Mapping[str, Any]:
    """Answer and grade a question set; `told(tally)` is called after each answer.

    Raises:
        InputError: the set cannot be read.
    """
    from eval.running.answerer import DeskSource
    from eval.running.batch import run_questions
    from eval.running.run import grade_set
    from eval.sets.articles import load_mapping

    source = DeskSource(str(folder), reader)
    with tempfile.TemporaryDirectory(prefix="newsdesk-") as place:
        out = Path(place) / "answers.jsonl"
        return grade_set(
            questions, lambda file: run_questions(questions, file, source, progress=told), out, load_mapping()
        )


def progress(done: int, total: int, right: int, graded_: int) -> str:
    """Return how far a run is, and the share of right answers so far."""
    share = f", {right:,} of {graded_:,} right so far" if graded_ else ""
    bar = f'<progress value="{done}" max="{total}"></progress>' if total else "<progress></progress>"
    return f'<p class="nd-progress" role="status"><label>{done:,} of {total:,} answered{share} {bar}</label></p>'


def result_html(results: Mapping[str, Any], report: str) -> str:
    """Return the measures of a run with their intervals, its misses, and the link to the report."""
    measures = results["summary"]["measures"]
    rows = [[line(name.replace("_", " ")), _share(found), _between(found)] for name, found in measures.items()]
    link = f'<p><a class="nd-open" href="/newsdesk-report/{esc(report)}" target="_blank">Open the report</a></p>'
    shown = table(["Measure", "Value", "95 percent interval"], [r for r in rows if r[1]], "What was measured")
    return f'<div class="nd-result">{link}{shown}</div>'


def _share(found: object) -> str:
    value = found.get("value") if isinstance(found, Mapping) else found
    return f"{value:.3f}" if isinstance(value, float | int) else ""


def _between(found: object) -> str:
    if not isinstance(found, Mapping) or not isinstance(found.get("low"), float | int):
        return "–"
    return f"{found['low']:.3f} to {found['high']:.3f}"
