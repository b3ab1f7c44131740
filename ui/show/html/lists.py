"""The pile and the ledger as tables, and the summary of what was put in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.types import Article, Figure
from ui.show.how import say_how
from ui.show.html.tables import table, unit_words
from ui.show.html.text import esc, line, period_words, qualifier_words, short_day

if TYPE_CHECKING:
    from index.types import Listing
    from index.updating import Summary

# Rows a table shows: what a reader can scroll through; the search narrows the rest.
MOST_ROWS = 200


def file_name(source: str) -> str:
    """Return the last part of a source: a file's name, or an address as it is."""
    if source.startswith(("http://", "https://")):
        return source
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def _more(shown: int, total: int, what: str) -> str:
    if total <= shown:
        return f'<p class="nd-count">{total:,} {what}</p>'
    return f'<p class="nd-count">The first {shown:,} of {total:,} {what}: search to narrow them down.</p>'


def pile_html(rows: Sequence["Listing"], total: int, *, removable: bool) -> str:
    """Return the table of articles; each title opens its article, each row can be removed where that is allowed."""
    if not total:
        return '<p class="nd-count">No articles.</p>'
    body = []
    for item in rows[:MOST_ROWS]:
        title = line(item.title or file_name(item.source))
        cells = [
            f'<button type="button" class="nd-link" data-article="{esc(item.id)}">{title}</button>'
            f'<span class="nd-file">{line(file_name(item.source))}</span>',
            line(item.publisher or "not said"),
            line(short_day(item.published)),
            f"{item.sentences:,} sentences",
            f"{item.figures:,}",
        ]
        if removable:
            cells.append(
                f'<button type="button" class="nd-action" data-remove="{esc(item.id)}" data-title="{title}" '
                f'aria-label="Remove {title}">Remove</button>'
            )
        body.append(cells)
    head = ["Article", "Publisher", "Date", "Length", "Figures", *(["Remove"] if removable else [])]
    return _more(len(body), total, "articles") + table(head, body, "Articles", "nd-pile")


def ledger_html(rows: Sequence[tuple[Article, Figure]], total: int) -> str:
    """Return the table of figures; each value opens its article at its own place."""
    if not rows:
        return '<p class="nd-count">No figure fits.</p>'
    body = [
        [
            f'<button type="button" class="nd-fig" data-article="{esc(a.id)}" data-from="{f.start}" data-to="{f.end}">'
            f"{line(f.text)}</button>",
            line(unit_words(f.unit)),
            line(f.measure or f.subject or "–"),
            line(period_words(f.period) or "not said"),
            line(qualifier_words(f) or "–"),
            line(say_how(f) or "–"),
            line(a.publisher or "not said"),
            line(short_day(a.published)),
        ]
        for a, f in rows[:MOST_ROWS]
    ]
    head = ["Figure", "Unit", "What", "Period", "Qualifier", "How", "Publisher", "Published"]
    return _more(len(body), total, "figures") + table(head, body, "Figures of all articles", "nd-ledger")


def progress_html(done: int, total: int | None, name: str) -> str:
    """Return how far an ingest is, as a progress bar where the total is known."""
    words = f"{done:,} of {total:,}" if total else f"{done:,}"
    bar = f'<progress value="{done}" max="{total}"></progress>' if total else "<progress></progress>"
    return f'<p class="nd-progress" role="status"><label>{words} read {bar}</label> {line(file_name(name))}</p>'


def summary_html(summary: "Summary") -> str:
    """Return what an ingest did, what was left out, and each input that could not be read with its reason."""
    counts = (
        (summary.added, "added"),
        (summary.changed, "changed"),
        (summary.unchanged, "known already"),
        (summary.duplicates, "known from another source"),
    )
    said = ", ".join(f"{n:,} {word}" for n, word in counts if n) or "nothing added"
    failed = "".join(f"<li><strong>{line(file_name(f.source))}</strong>: {line(f.reason)}</li>" for f in summary.failed)
    errors = f'<ul class="nd-errors" role="alert">{failed}</ul>' if failed else ""
    told = "".join(f"<li><strong>{line(file_name(n.source))}</strong>: {line(n.reason)}</li>" for n in summary.notes)
    notes = f'<ul class="nd-notes">{told}</ul>' if told else ""
    return f'<p class="nd-done" role="status">{line(said[0].upper() + said[1:])}.</p>{notes}{errors}'


def problem_html(message: str) -> str:
    """Return one line of an error."""
    return f'<p class="nd-error" role="alert">{line(message)}</p>'
