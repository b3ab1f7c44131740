"""The span reader: question and window in, start and end scores for every token out. It points and cannot invent."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ingest.errors import ModelError
from qa.reader.export import GRAPH, MANIFEST, TOKENIZER

Floats = NDArray[np.float32]

LONGEST_QUESTION = 400
"""Characters of a question that are read; the longest in half of SQuAD 2.0 dev has 182."""
MOST_TOKENS = 30
"""Tokens of a span at most: of 2,910 answers of SQuAD half 9 in 1,000 are longer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader makes of one window."""

    offsets: tuple[tuple[int, int], ...]
    """Of each token of the window, in characters of its text; tokens of prefix and question are left out."""
    starts: Floats
    """Log probability that the answer starts at each of these tokens, (tokens,)."""
    ends: Floats
    null: float
    """Log probability that the window does not answer: start and end at the null token."""

    def margin(self, first: int, last: int) -> float:
        """Return by how much the span of tokens `first..last` beats "does not answer", in logits."""
        return float(self.starts[first] + self.ends[last] - self.null)

    def best(self, count: int) -> list[tuple[float, int, int]]:
        """Return the best spans as (margin, start, end) in characters, best first; no two overlap."""
        n = len(self.offsets)
        scores = self.starts[:, None] + self.ends[None, :] - self.null
        width = np.arange(n)[None, :] - np.arange(n)[:, None]
        scores = np.where((width < 0) | (width >= MOST_TOKENS), -np.inf, scores)
        found: list[tuple[float, int, int]] = []
        while n and len(found) < count:
            first, last = divmod(int(scores.argmax()), n)
            if not np.isfinite(scores[first, last]):
                break
            found.append((float(scores[first, last]), self.offsets[first][0], self.offsets[last][1]))
            scores[: last + 1, first:] = -np.inf  # every span that starts before this one ends and ends after it starts
        return found

    def over(self, start: int, end: int) -> float:
        """Return the best margin of a span that begins and ends within `start:end` in characters; -inf if none does."""
        inside = [n for n, (a, b) in enumerate(self.offsets) if a < end and start < b]
        if not inside:
            return float("-inf")
        first, last = inside[0], inside[-1] + 1
        heads = np.maximum.accumulate(self.starts[first:last])
        return float((heads + self.ends[first:last]).max() - self.null)


class SpanReader(Protocol):
    """What is asked of a reader; tests hand in a fake."""

    def read(self, question: str, windows: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read (prefix, text) windows for a question, in order."""


class OnnxSpanReader:
    """A span reader run by onnxruntime from an export folder; loaded at its first question."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads
        self._loaded: tuple[Any, Any, dict[str, Any]] | None = None
        self._lock = Lock()

    def read(self, question: str, windows: Sequence[tuple[str, str]]) -> list[Reading]:
        """Read (prefix, text) windows for a question; what does not fit the model's length is cut off behind."""
        if not windows:
            return []
        session, tokenizer, settings = self._ready()
        asked = question[:LONGEST_QUESTION]
        encodings = tokenizer.encode_batch([(asked, prefix + text) for prefix, text in windows])

        def run(row: int) -> Reading:
            starts, ends = session.run(["start", "end"], _feed(encodings[row], settings))
            return _reading(encodings[row], starts[0], ends[0], len(windows[row][0]), settings)

        # One window a pass, on two cores as fast as batches of any size: int8 activations are scaled by what is in the
        # pass, and what a window says must not depend on the windows beside it.
        if len(windows) == 1:
            return [run(0)]
        with ThreadPoolExecutor(self._threads or _cores()) as pool:
            return list(pool.map(run, range(len(windows))))

    def _ready(self) -> tuple[Any, Any, dict[str, Any]]:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._folder)
            return self._loaded


def _load(folder: Path) -> tuple[Any, Any, dict[str, Any]]:
    import onnxruntime  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    try:
        settings = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        missing = {"inputs", "pad_id", "null_id", "longest"} - set(settings)
        if missing:
            raise ValueError(f"{MANIFEST} lacks {', '.join(sorted(missing))}")
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        session = onnxruntime.InferenceSession(str(folder / GRAPH), options, providers=["CPUExecutionProvider"])
    except (MemoryError, ImportError):
        raise
    except Exception as error:  # onnxruntime and tokenizers raise kinds of their own, all meaning a damaged file
        why = (str(error).splitlines() or [type(error).__name__])[0][:100]
        raise ModelError(
            f"the reader in {folder} is damaged ({why}): install newsdesk again, or export it anew"
        ) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(int(settings["longest"]), strategy="longest_first")
    return session, tokenizer, settings


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _feed(encoding: Any, settings: dict[str, Any]) -> dict[str, NDArray[np.int64]]:
    """Lay token ids, mask and types of one window into int64 (1, tokens) arrays."""
    ids = np.array([encoding.ids], np.int64)
    named = {
        "input_ids": ids,
        "attention_mask": np.ones_like(ids),
        "token_type_ids": np.array([encoding.type_ids], np.int64),
    }
    return {name: named[name] for name in settings["inputs"]}


def _reading(encoding: Any, starts: Floats, ends: Floats, prefix: int, settings: dict[str, Any]) -> Reading:
    """Keep the window's own tokens; log probabilities are over the whole row, the null token with them."""
    length = len(encoding.ids)
    starts, ends = _log_softmax(starts[:length]), _log_softmax(ends[:length])
    inside = [
        n
        for n, (part, (a, b)) in enumerate(zip(encoding.sequence_ids, encoding.offsets, strict=True))
        if part == 1 and b > max(a, prefix)
    ]
    null = encoding.ids.index(settings["null_id"]) if settings["null_id"] in encoding.ids else 0
    offsets = tuple((max(0, encoding.offsets[n][0] - prefix), encoding.offsets[n][1] - prefix) for n in inside)
    return Reading(offsets, starts[inside], ends[inside], float(starts[null] + ends[null]))


def _log_softmax(row: Floats) -> Floats:
    top = row.max()
    return np.asarray(row - top - np.log(np.exp(row - top).sum()), np.float32)
