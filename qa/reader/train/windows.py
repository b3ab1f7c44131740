"""From a passage to the windows that the reader is trained on: right ones and tempting ones."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.sentences import split_sentences
from qa.reader.train.examples import Example, Span
from qa.reader.windows import LONGEST

WITH_TITLE = {"news": 0.85, "contrast": 0.5, "squad": 0.4, "xquad": 0.4}
"""Share of the windows of a source that carry the title in front, as nearly all do when an answer is read."""
_WORD = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class Window:
    """A question with a piece of text; `span` is the answer in `text`, None where the piece does not answer."""

    question: str
    title: str
    text: str
    span: Span | None


@lru_cache(maxsize=8192)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the spans of a text's sentences."""
    return tuple((s.start, s.end) for s in split_sentences(text))


def right_window(example: Example, rng: random.Random) -> Window | None:
    """Cut a window around the first answer: its sentence, up to two before it and two after it."""
    start, end = example.answers[0]
    sentences = sentences_of(example.text)
    inside = [n for n, (a, b) in enumerate(sentences) if a < end and start < b]
    if not inside:
        return None
    span = _widen(sentences, inside[0], inside[-1], rng)
    text = example.text[span[0] : span[1]]
    if not span[0] <= start < end <= span[1]:
        return None
    return Window(example.question, _title(example, rng), text, (start - span[0], end - span[0]))


def wrong_windows(example: Example, count: int, rng: random.Random) -> list[Window]:
    """Cut windows that share the question's words and hold no answer: the best of the passage by words."""
    sentences = sentences_of(example.text)
    taken = [n for n, (a, b) in enumerate(sentences) if any(a < end and start < b for start, end in example.answers)]
    free = [n for n in range(len(sentences)) if n not in taken]
    if example.tempting is not None:
        first = [n for n in free if sentences[n][0] < example.tempting[1] and example.tempting[0] < sentences[n][1]]
        free = first[:1] + [n for n in by_words(example.question, example.text, free) if n not in first[:1]]
    else:
        free = by_words(example.question, example.text, free)
    windows = []
    for n in free[:count]:
        low = max((t + 1 for t in taken if t < n), default=0)
        high = min((t - 1 for t in taken if t > n), default=len(sentences) - 1)
        a, b = _widen(sentences, n, n, rng, low, high)
        windows.append(Window(example.question, _title(example, rng), example.text[a:b], None))
    return windows


def by_words(question: str, text: str, numbers: Sequence[int]) -> list[int]:
    """Order sentences by the share of the question's words they have, best first."""
    asked = {w[:5] for w in _WORD.findall(question.casefold())}
    spans = sentences_of(text)

    def shared(n: int) -> float:
        words = {w[:5] for w in _WORD.findall(text[slice(*spans[n])].casefold())}
        return len(asked & words) / (len(asked) or 1)

    return sorted(numbers, key=lambda n: (-shared(n), n))


def _widen(
    sentences: Sequence[Span], first: int, last: int, rng: random.Random, low: int = 0, high: int | None = None
) -> Span:
    """Take in neighbours at random as long as the window stays short enough."""
    high = len(sentences) - 1 if high is None else high
    before, after = rng.choice((0, 0, 1, 1, 1, 2, 2)), rng.choice((0, 0, 1, 1, 2))
    for _ in range(before):
        if first > low and sentences[last][1] - sentences[first - 1][0] <= LONGEST:
            first -= 1
    for _ in range(after):
        if last < high and sentences[last + 1][1] - sentences[first][0] <= LONGEST:
            last += 1
    return sentences[first][0], sentences[last][1]


def _title(example: Example, rng: random.Random) -> str:
    return example.title if rng.random() < WITH_TITLE.get(example.source, 0.0) else ""
