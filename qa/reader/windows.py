"""How long a window is and what stands before it: the same when the reader is trained and when it reads."""

from collections.abc import Sequence

Span = tuple[int, int]

LONGEST = 620
"""Characters of a window, about 140 tokens."""


def prefix_of(title: str) -> str:
    """Return what the reader is shown before a window: the title of its article, as a sentence."""
    return f"{title.rstrip('. ')}. " if title.strip() else ""


def cut_windows(sentences: Sequence[Span], overlap: int = 1) -> list[Span]:
    """Cut a whole passage into windows of neighbouring sentences; each begins with the last one of that before."""
    windows: list[Span] = []
    first = 0
    while first < len(sentences):
        last = first
        while last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= LONGEST:
            last += 1
        windows.append((sentences[first][0], sentences[last][1]))
        if last + 1 >= len(sentences):
            break
        first = max(first + 1, last + 1 - overlap)
    return windows
