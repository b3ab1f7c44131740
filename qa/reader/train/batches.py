"""One epoch of training windows, drawn anew each time, and their grouping into batches of like length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from qa.reader.train.examples import Example
from qa.reader.train.nearmiss import names_in, near_misses
from qa.reader.train.rewording import reword
from qa.reader.train.scenes import scenes
from qa.reader.train.windows import Window, right_window, wrong_windows
from qa.reader.windows import prefix_of

BATCH_TOKENS = 4096
"""Padded tokens in a batch."""
POOL = 40
"""Batches whose rows are sorted by length together; between pools the order is random."""


class Share(NamedTuple):
    """How a source is drawn in one epoch."""

    questions: float
    """Share of its questions."""
    rights: int
    """Windows cut around the answer, each another way."""
    wrong: float
    """Wrong windows of the same passage for each question, on average."""
    missed: float
    """Near misses for each right window, on average."""


FIRST_EPOCHS = 2
"""Epochs on the public sets alone, to learn what a question asks; news and near misses come after."""
PUBLIC = {
    "qamr": Share(0.6, 1, 0.0, 0.1),
    "squad": Share(1.0, 1, 0.6, 0.3),
    "xquad": Share(1.0, 1, 0.8, 0.3),
    "ramdocs": Share(0.7, 1, 0.3, 0.1),
}
ALL = {
    "qamr": Share(0.35, 1, 0.0, 0.15),
    "squad": Share(1.0, 1, 0.6, 0.3),
    "xquad": Share(1.0, 1, 0.8, 0.3),
    "ramdocs": Share(0.5, 1, 0.3, 0.1),
    "news": Share(1.0, 2, 2.0, 0.5),
    "contrast": Share(1.0, 1, 0.5, 0.2),
}
LEARN_ON = {
    "qamr": Share(0.05, 1, 0.0, 0.3),
    "squad": Share(0.2, 1, 0.6, 0.4),
    "xquad": Share(0.2, 1, 0.8, 0.4),
    "ramdocs": Share(0.05, 1, 0.3, 0.1),
    "news": Share(0.3, 1, 0.8, 0.6),
    "contrast": Share(0.6, 1, 0.5, 0.5),
}
"""What a reader that has learnt before reads again, so that nothing is forgotten over what is new."""
SCENES = 8_000
"""Windows of patterned scenes in one epoch."""
STRANGERS = 0.35
"""Wrong windows from other passages for each question that has an answer: the nearest by words of the same source."""


class Row(NamedTuple):
    """A window as the model takes it; null answers point at the first token."""

    ids: list[int]
    types: list[int]
    start: int
    end: int


def shares_of(epoch: int, learns_on: bool) -> dict[str, Share]:
    """Return how each source is drawn in an epoch, counted from 0."""
    if learns_on:
        return LEARN_ON
    return PUBLIC if epoch < FIRST_EPOCHS else ALL


def epoch_windows(
    examples: Sequence[Example], strangers: "Strangers", rng: random.Random, shares: dict[str, Share] = ALL
) -> list[Window]:
    """Draw the windows of one epoch in random order."""
    windows: list[Window] = list(scenes(SCENES, rng))
    for example in examples:
        share = shares.get(example.source)
        if share is None or rng.random() >= share.questions:
            continue
        if not example.answers:
            windows += wrong_windows(example, 1 + (rng.random() < 0.3), rng)
            continue
        rights = [w for _ in range(share.rights) if (w := right_window(example, rng)) is not None]
        windows += rights
        windows += wrong_windows(example, _about(share.wrong, rng), rng)
        if rng.random() < STRANGERS and (stranger := strangers.for_question(example, rng)) is not None:
            windows.append(stranger)
        for window in rights:
            names = names_in(example.text) if rng.random() < 0.5 else strangers.names(example.source, rng)
            misses = near_misses(window, names, rng)
            windows += [m for m, _ in zip(misses, range(_about(share.missed, rng)), strict=False)]
    windows = [replace(w, question=reword(w.question, rng)) for w in windows]
    rng.shuffle(windows)
    return windows


def _about(mean: float, rng: random.Random) -> int:
    return int(mean) + (rng.random() < mean % 1)


class Strangers:
    """Finds, for a question, a window of another passage that shares its words: what a search would fetch in error."""

    def __init__(self, examples: Sequence[Example]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]

        self._texts: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[str, list[str]] = {}
        self._nearest: dict[tuple[str, str], list[int]] = {}
        for source in sorted({e.source for e in examples}):
            of_source = [e for e in examples if e.source == source]
            texts = sorted({(e.text, e.title) for e in of_source})
            vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True)
            rows = vectorizer.fit_transform([t for t, _ in texts])
            questions = sorted({e.question for e in of_source if e.answers})
            self._texts[source] = texts
            self._names[source] = sorted({n for t, _ in texts for n in names_in(t)})
            for low in range(0, len(questions), 2000):
                part = questions[low : low + 2000]
                scores = (vectorizer.transform(part) @ rows.T).tocsr()
                for number, question in enumerate(part):
                    row = scores[number]
                    best = sorted(zip(row.data.tolist(), row.indices.tolist(), strict=True), reverse=True)[:6]
                    self._nearest[source, question] = [at for _, at in best]

    def names(self, source: str, rng: random.Random) -> list[str]:
        """Return some names of other passages of the source."""
        return rng.sample(self._names[source], min(8, len(self._names[source])))

    def for_question(self, example: Example, rng: random.Random) -> Window | None:
        """Return a window of one of the nearest other passages; it holds none of the answer's words."""
        answer = example.text[slice(*example.answers[0])].casefold()
        near = [self._texts[example.source][at] for at in self._nearest.get((example.source, example.question), ())]
        near = [(text, title) for text, title in near if text != example.text and answer not in text.casefold()]
        if not near:
            return None
        text, title = rng.choice(near[:4])
        other = Example(example.question, text, (), title, example.source)
        found = wrong_windows(other, 1, rng)
        return found[0] if found else None


def encode_windows(windows: Sequence[Window], tokenizer: Any, longest: int) -> list[Row]:
    """Turn windows into token ids: [CLS] question [SEP] title. text [SEP]; a span that is cut off is left out."""
    prefixes = [prefix_of(w.title) for w in windows]
    pairs = [(w.question, prefix + w.text) for w, prefix in zip(windows, prefixes, strict=True)]
    rows = []
    for window, prefix, encoding in zip(windows, prefixes, tokenizer.encode_batch(pairs), strict=True):
        ids, types = encoding.ids[:longest], encoding.type_ids[:longest]
        if window.span is None:
            rows.append(Row(ids, types, 0, 0))
            continue
        start, end = window.span[0] + len(prefix), window.span[1] + len(prefix)
        inside = [
            n
            for n, (a, b) in enumerate(encoding.offsets[:longest])
            if types[n] == 1 and a < b and a < end and start < b
        ]
        if inside and inside[-1] < longest - 1:
            rows.append(Row(ids, types, inside[0], inside[-1]))
    return rows


def batches(rows: Sequence[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Yield batches of at most BATCH_TOKENS padded tokens, of rows of like length, in random order."""
    pool_size = POOL * BATCH_TOKENS // 64
    for low in range(0, len(rows), pool_size):
        pool = sorted(rows[low : low + pool_size], key=lambda r: len(r.ids))
        made: list[list[Row]] = []
        batch: list[Row] = []
        for row in pool:
            if batch and (len(batch) + 1) * len(row.ids) > BATCH_TOKENS:
                made.append(batch)
                batch = []
            batch.append(row)
        made.append(batch)
        rng.shuffle(made)
        yield from made
