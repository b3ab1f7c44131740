"""In how many chunks a word stands: what makes a word of a question rare."""

import sqlite3
from collections.abc import Sequence


def document_frequencies(connection: sqlite3.Connection, words: Sequence[str]) -> dict[str, int]:
    """Return for each word the number of chunks (title and extra terms included) it stands in, in any ending."""
    found = {}
    for word in dict.fromkeys(words):
        quoted = '"' + word.replace('"', '""') + '"'
        row = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (quoted,)).fetchone()
        found[word] = int(row[0])
    return found
