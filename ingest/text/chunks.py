"""Group sentences into chunks that fit the encoder's window."""

import re
from collections.abc import Callable, Sequence

from ingest.types import Chunk, Sentence

# The window of all-MiniLM-L6-v2 is 256 word pieces; two are its own marks, and the title goes before the text.
WINDOW = 256
MARKS = 2
# Word pieces a chunk aims at, title included: long enough to hold a statement and its context, short enough
# that its vector is about one thing, and far enough below the window that a low estimate still fits.
MAX_TOKENS = 210
# A title takes at most this much of the window; the rest of a longer one is left to be cut off by the encoder.
MOST_TITLE_TOKENS = 40
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
# The tokenizer drops the accents of Latin letters before it looks a word up.
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
# English words of the news are mostly one piece; names and rare words take one per three or four letters.
# Fitted on SQuAD and XQuAD paragraphs against the tokenizer; see tests/ingest/test_chunks.py.
_ONE_PIECE = 6
_LETTERS_PER_PIECE = 4
_DIGITS_PER_PIECE = 2


def count_pieces(text: str) -> int:
    """Estimate the word pieces of a text without the tokenizer; meant to be too large rather than too small."""
    return sum(_pieces(token) for token in _TOKEN.findall(text))


def cut_chunks(
    text: str,
    sentences: Sequence[Sentence],
    *,
    title: str = "",
    max_tokens: int = MAX_TOKENS,
    count: Callable[[str], int] = count_pieces,
) -> tuple[Chunk, ...]:
    """Cut runs of whole sentences, in order and without overlap, of at most `max_tokens` word pieces each.

    The pieces of `title`, which is put before each chunk, count. A paragraph is kept together where it fits;
    a heading stays with what follows it; a sentence that is too long by itself is a chunk of its own.
    """
    room = max(1, max_tokens - min(count(title), MOST_TITLE_TOKENS) - MARKS)
    sizes = [count(text[sentence.start : sentence.end]) for sentence in sentences]
    chunks: list[Chunk] = []
    run: list[int] = []
    for group in _groups(sentences, sizes, room):
        size = sum(sizes[at] for at in group)
        if run and sum(sizes[at] for at in run) + size > room:
            chunks.append(_chunk(sentences, run))
            run = []
        run += group
    if run:
        chunks.append(_chunk(sentences, run))
    return tuple(chunks)


def _groups(sentences: Sequence[Sentence], sizes: Sequence[int], room: int) -> list[list[int]]:
    """Make the units that are not to be parted: paragraphs that fit, else single sentences; headings join the next."""
    groups: list[list[int]] = []
    for paragraph in _paragraphs(sentences):
        fits = sum(sizes[at] for at in paragraph) <= room
        groups += [paragraph] if fits else [[at] for at in paragraph]
    joined: list[list[int]] = []
    heading: list[int] = []
    for group in groups:
        if all(sentences[at].heading for at in group) and sum(sizes[at] for at in heading + group) <= room // 2:
            heading += group
            continue
        if heading and sum(sizes[at] for at in heading + group) > room:
            joined.append(heading)
            heading = []
        joined.append(heading + group)
        heading = []
    return [*joined, heading] if heading else joined


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[int]]:
    paragraphs: list[list[int]] = []
    for at, sentence in enumerate(sentences):
        if not at or sentences[at - 1].paragraph != sentence.paragraph:
            paragraphs.append([])
        paragraphs[-1].append(at)
    return paragraphs


def _chunk(sentences: Sequence[Sentence], run: Sequence[int]) -> Chunk:
    return Chunk(sentences[run[0]].start, sentences[run[-1]].end)


def _pieces(token: str) -> int:
    """Estimate one token: words by their letters, numbers by their digits, other scripts sign by sign."""
    if token.isdigit():
        return -(-len(token) // _DIGITS_PER_PIECE)
    if not _LATIN.fullmatch(token):
        return len(token)
    return 1 if len(token) <= _ONE_PIECE else -(-(len(token) - 2) // _LETTERS_PER_PIECE)
