"""The word of the corpus that a mistyped word most likely stands for.

Only one slip is mended: two letters swapped, one left out, one too many, or one wrong. The vocabulary is that of the
full-text index, which keeps stems.
"""

import sqlite3
from collections.abc import Callable, Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Shorter words have too many neighbours ("rail", "mail", "bail"); for a wrong letter the word must be longer still.
SHORTEST = 5
LONG = 6
# No word of the news is longer; the slips of a longer one would be looked up by the ten thousand.
LONGEST = 24


def suggest(
    connection: sqlite3.Connection, word: str, stem: Callable[[str], str], *, is_name: bool = False
) -> str | None:
    """Return the most frequent stem of the index one slip away from a word, None if there is none.

    `stem` is the stemmer the index and its words meet by. In a name a wrong letter is not mended: Hunan is not Henan.
    """
    typed = word.casefold()
    if not SHORTEST <= len(typed) <= LONGEST or not typed.isalpha() or not typed.isascii():
        return None
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)")
    kinds = [_swapped, _missing_or_doubled] if is_name or len(typed) < LONG else [_swapped, _missing_or_doubled, _wrong]
    for kind in kinds:
        found = _most_frequent(connection, sorted({stem(w) for w in kind(typed)} - {stem(typed)}))
        if found:
            return found
    return None


def _swapped(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _missing_or_doubled(word: str) -> Iterator[str]:
    for i in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
    for i in range(1, len(word)):
        yield word[:i] + word[i + 1 :]


def _wrong(word: str) -> Iterator[str]:
    for i in range(1, len(word)):
        for letter in _LETTERS:
            yield word[:i] + letter + word[i + 1 :]


def _most_frequent(connection: sqlite3.Connection, words: list[str]) -> str | None:
    best: tuple[int, str] | None = None
    for word in words:
        row = connection.execute("SELECT doc FROM temp.vocabulary WHERE term = ?", (word,)).fetchone()
        if row and (best is None or row[0] > best[0]):
            best = (int(row[0]), word)
    return best[1] if best else None


def surface(connection: sqlite3.Connection, stem: str) -> str | None:
    """Return a printed form of a stem, from the first chunk that has it."""
    query = "SELECT highlight(words, ?, char(2), char(3)) FROM words WHERE words MATCH ? ORDER BY rowid LIMIT 1"
    for column, name in enumerate(("title", "text")):
        row = connection.execute(query, (column, f'{name} : "{stem}"')).fetchone()
        if row and chr(2) in row[0]:
            return str(row[0].split(chr(2), 1)[1].split(chr(3), 1)[0])
    return None
