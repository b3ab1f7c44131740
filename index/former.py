"""Figures that a former version of newsdesk stored: what it did not read of them is read from their sentences.

So an index keeps to the rules of today as soon as it is opened; its file is written anew by the next ingest of the same
sources, or by `newsdesk reembed`.
"""

import sqlite3
from collections.abc import Sequence

from index import store
from ingest.types import Figure


def complete(connection: sqlite3.Connection, row: int, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return an article's figures, in order, with polarity, rate, flow and whole; the subject stays as it was read."""
    from ingest.figures.about.told import tell  # asking needs it only where a former version stored the article

    text = store.read_article(connection, row).text
    done: list[Figure] = []
    for sentence in store.read_sentences(connection, row):
        first = last = len(done)
        while last < len(figures) and figures[last].start < sentence.end:
            last += 1
        done += tell(text, sentence.start, sentence.end, figures[first:last])
    return (*done, *figures[len(done) :])


def read_anew(connection: sqlite3.Connection, row: int) -> None:
    """Read the figures of a stored article once more, in the place of the old ones, inside a transaction."""
    from ingest.figures import extract_figures

    article = store.read_article(connection, row)
    figures = extract_figures(
        article.text,
        sentences=store.read_sentences(connection, row),
        published=article.published,
        title=article.title,
        publisher=article.publisher,
    )
    connection.execute("DELETE FROM figures WHERE article = ?", (row,))
    store.write_figures(connection, row, figures)
