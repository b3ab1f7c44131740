"""Lists and articles on a terminal; for another program the same as tab-separated lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.show.terminal.dates import say_day
from ui.show.terminal.table import draw_table, tab_line
from ui.show.terminal.text import Paint, disarm, one_line

if TYPE_CHECKING:
    from ingest.types import Article
    from ui.cli.console import Console


# Columns that are copied or compared, and so are kept on one line as long as there is room.
FIRM = ("id", "article", "date", "figure")


def print_table(console: "Console", headers: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> None:
    """Print rows as a table on a terminal, tab-separated under a line of headers elsewhere; `empty` where none."""
    if not rows:
        console.say(empty)
    elif console.out.isatty():
        console.write("\n".join(draw_table(headers, rows, console.width, console.paint, firm=FIRM)) + "\n")
    else:
        console.write("".join(tab_line(row) + "\n" for row in (headers, *rows)))


def render_article(article: "Article", paint: Paint) -> str:
    """Return an article as text: title, what is known of it, and its words."""
    facts = (
        ("publisher", article.publisher),
        ("published", say_day(article.published) if article.published else "undated"),
        ("authors", ", ".join(article.authors)),
        ("address", article.url),
        ("source", article.source),
        ("id", article.id),
    )
    lines = [paint.bold(one_line(article.title))]
    lines += [paint.dim(f"{name}: {one_line(value)}") for name, value in facts if value]
    return "\n".join(lines) + "\n\n" + disarm(article.text) + "\n"
