"""Scores of a reader on questions whose titles or articles it was not trained on, each read in its own passage."""

import random
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.reader.spans import SpanReader
from qa.reader.train.examples import Example
from qa.reader.train.windows import sentences_of
from qa.reader.windows import cut_windows, prefix_of


@dataclass(frozen=True, slots=True)
class Score:
    """Means over the questions of one source."""

    questions: int
    f1: float
    """Token F1 of the best span of the passage against the nearest answer, answerable questions, never declining."""
    half: float
    """Share of these with F1 above one half."""
    exact: float
    sentence: float
    """Share of these whose span stands in a sentence that holds an answer."""
    area: float
    """Area under the curve of the margin, answerable against not; 0.5 where all are of one class."""


def measure(examples: Sequence[Example], reader: SpanReader) -> Score:
    """Read each question in the windows of its passage and score the best span."""
    rows = [_one(example, reader) for example in examples]
    right = [r for r in rows if r[1] is not None]
    scores = [r[1] for r in right if r[1] is not None]
    return Score(
        questions=len(rows),
        f1=_mean(s[0] for s in scores),
        half=_mean(s[0] > 0.5 for s in scores),
        exact=_mean(s[0] == 1.0 for s in scores),
        sentence=_mean(s[1] for s in scores),
        area=area_under_curve([m for m, s in rows if s is not None], [m for m, s in rows if s is None]),
    )


def _one(example: Example, reader: SpanReader) -> tuple[float, tuple[float, bool] | None]:
    windows = cut_windows(sentences_of(example.text))
    prefix = prefix_of(example.title)
    readings = reader.read(example.question, [(prefix, example.text[a:b]) for a, b in windows])
    found = [
        (margin, a + start, a + end)
        for (a, _), reading in zip(windows, readings, strict=True)
        for margin, start, end in reading.best(1)
    ]
    if not found:
        return float("-inf"), (0.0, False) if example.answers else None
    margin, start, end = max(found)
    if not example.answers:
        return margin, None
    said = example.text[start:end]
    f1 = max(token_f1(said, example.text[a:b]) for a, b in example.answers)
    inside = [(a, b) for a, b in sentences_of(example.text) if a < end and start < b]
    cited = any(a < y and x < b for a, b in inside for x, y in example.answers)
    return margin, (f1, cited)


def token_f1(said: str, gold: str) -> float:
    """Return the F1 over words of two answers, letter case, articles and marks apart (as SQuAD's own script)."""
    a, b = Counter(_words(said)), Counter(_words(gold))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else float(not a and not b)


def _words(text: str) -> list[str]:
    plain = "".join(c if c.isalnum() or c.isspace() else " " for c in text.casefold())
    return [w for w in plain.split() if w not in ("a", "an", "the")]


def area_under_curve(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Return the chance that a positive's score is above a negative's, ties half."""
    if not positives or not negatives:
        return NO_AREA
    below = sorted(negatives)
    wins = sum(bisect_left(below, p) + bisect_right(below, p) for p in positives)
    return wins / 2 / len(positives) / len(negatives)


def _mean(values: Iterable[float]) -> float:
    kept = list(values)
    return sum(kept) / len(kept) if kept else 0.0


def score_table(examples: Sequence[Example], reader: SpanReader, most: int = 1000) -> list[str]:
    """Return a markdown table of the scores on the held-back questions of each source, at most so many of each."""
    lines = [
        "| held back of | questions | F1 | F1 > .5 | exact | sentence | area under the curve |",
        "|---|---|---|---|---|---|---|",
    ]
    for source in sorted({e.source for e in examples if e.held_back}):
        s = measure(sample([e for e in examples if e.held_back and e.source == source], most), reader)
        area = f"{s.area:.2f}" if s.area != NO_AREA else "-"
        lines.append(
            f"| {source} | {s.questions:,} | {s.f1:.2f} | {s.half:.2f} | {s.exact:.2f} | {s.sentence:.2f} | {area} |"
        )
    return lines


NO_AREA = 0.5
"""What is said where all questions are of one class."""


def sample(examples: Sequence[Example], count: int, seed: int = 5) -> list[Example]:
    """Return so many examples, the same for the same seed."""
    return random.Random(seed).sample(list(examples), min(count, len(examples)))
