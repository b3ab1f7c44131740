"""The versions of an article on a terminal: which there are, and what changed from each to the next."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from index.versions.kept import MOST
from ui.show.how import say_how, say_qualified
from ui.show.terminal.table import draw_table
from ui.show.terminal.text import Paint, one_line, wrap

if TYPE_CHECKING:
    from index.types import Version
    from index.versions.changes import Changes, Told

ONE = "one version of it is kept: its source gave no other text since it was read first"
VERSION_HEADERS = ("version", "read (UTC)", "replaced (UTC)", "published", "words", "title")
FIGURE_HEADERS = ("change", "figure", "how", "subject")
# Columns that are compared line by line, and so are squeezed last.
FIRM = (*VERSION_HEADERS[:5], "change", "figure")


def render_versions(
    title: str, versions: "Sequence[Version]", changes: "Sequence[Changes]", width: int, paint: Paint
) -> str:
    """Return the versions as a table, oldest first, and under it what changed from each to the next."""
    rows = [_row(number, version) for number, version in enumerate(versions, 1)]
    lines = [paint.bold(one_line(title)), *draw_table(VERSION_HEADERS, rows, width, paint, firm=FIRM)]
    if len(versions) > MOST:
        lines += wrap(f"no more than the last {MOST} are kept of what a source said before", width)
    if any(version.suffix for version in versions):
        lines += wrap("`newsdesk show` with the article's id and a version's @ and number behind it prints that", width)
    if not changes:
        lines += ["", *wrap(ONE, width)]
    for number, changed in enumerate(changes, 1):
        lines += ["", paint.bold(f"version {number} to {number + 1}: {say_changes(changed)}")]
        lines += _draw_figures(changed, width, paint)
        for mark, sentences in (("-", changed.sentences_gone), ("+", changed.sentences_new)):
            lines += [line for sentence in sentences for line in _hang(mark, sentence, width)]
    return "\n".join(lines) + "\n"


def say_changes(changed: "Changes") -> str:
    """Return "2 figures gone, 1 new; 3 sentences gone", each where there is one; or that the sentences are the same."""
    counts = (
        ("figure", len(changed.figures_gone), len(changed.figures_new)),
        ("sentence", len(changed.sentences_gone), len(changed.sentences_new)),
    )
    return "; ".join(filter(None, (_say_counts(*one) for one in counts))) or "the same sentences"


def _say_counts(noun: str, gone: int, new: int) -> str:
    counts = [(count, word) for count, word in ((gone, "gone"), (new, "new")) if count]
    if not counts:
        return ""
    first, word = counts[0]
    rest = [f"{count:,} {word}" for count, word in counts[1:]]
    return ", ".join([f"{first:,} {noun if first == 1 else f'{noun}s'} {word}", *rest])


def _row(number: int, version: "Version") -> tuple[str, ...]:
    return (
        f"{number} {version.suffix}".rstrip(),
        _say_time(version.read),
        _say_time(version.replaced),
        version.published.isoformat() if version.published else "undated",
        f"{len(version.text.split()):,}",
        version.title,
    )


def _say_time(time: datetime | None) -> str:
    return f"{time:%Y-%m-%d %H:%M}" if time else ""


def _draw_figures(changed: "Changes", width: int, paint: Paint) -> list[str]:
    pairs = [("gone", told) for told in changed.figures_gone] + [("new", told) for told in changed.figures_new]
    rows = [(word, say_qualified(told.figure), say_how(told.figure), told.figure.subject or "") for word, told in pairs]
    return draw_table(FIGURE_HEADERS, rows, width, paint, firm=FIRM) if rows else []


def _hang(mark: str, sentence: str, width: int) -> list[str]:
    """Return a sentence wrapped behind its mark."""
    first, *rest = wrap(sentence, max(width - len(mark) - 1, 1))
    return [f"{mark} {first}", *(f"  {line}" for line in rest)]


def to_dict(versions: "Sequence[Version]", changes: "Sequence[Changes]") -> dict[str, Any]:
    """Return versions and changes for JSON; the n-th of the changes leads from the n-th version to the next."""
    return {
        "versions": [
            {
                "suffix": version.suffix,
                "read": version.read.isoformat() if version.read else None,
                "replaced": version.replaced.isoformat() if version.replaced else None,
                "title": version.title,
                "published": version.published.isoformat() if version.published else None,
                "words": len(version.text.split()),
                "text": version.text,
            }
            for version in versions
        ],
        "changes": [
            {
                "figures_gone": [_told(told) for told in changed.figures_gone],
                "figures_new": [_told(told) for told in changed.figures_new],
                "sentences_gone": list(changed.sentences_gone),
                "sentences_new": list(changed.sentences_new),
            }
            for changed in changes
        ],
    }


def _told(told: "Told") -> dict[str, str | None]:
    figure = told.figure
    return {
        "text": figure.text,
        "qualifier": figure.qualifier,
        "how": say_how(figure) or None,
        "subject": figure.subject,
        "sentence": told.sentence,
    }
