"""Find the headline of a printed page: the lines in its largest type."""

from collections.abc import Sequence

from ingest.head.outlets import is_outlet
from ingest.head.people import title_case
from ingest.read.layout.lines import Row

# Of the size of the text: smaller type is a heading or a standfirst at most.
LARGER = 1.25
# Lines of one headline have one size, up to this share.
SAME_SIZE = 0.04
# Fewer words are a section, more are no headline.
FEWEST_WORDS, MOST_WORDS = 2, 25


def find_headline(rows: Sequence[Row], usual: float) -> str | None:
    """Return the words of the headline of a page; None where no lines are clearly larger than the text.

    `rows` are those of the page from the top down, `usual` the size of its text. The name of the paper, which
    the first page prints larger still, is passed over.
    """
    for size in sorted({row.size for row in rows if row.size >= LARGER * usual}, reverse=True):
        same = [abs(row.size - size) <= SAME_SIZE * size for row in rows]
        first = same.index(True)
        last = next((at for at in range(first, len(rows)) if not same[at]), len(rows))
        words = " ".join(row.text for row in rows[first:last])
        if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS and not is_outlet(" ".join(map(title_case, words.split()))):
            return words
    return None
