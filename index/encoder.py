"""Text to vectors: the encoder a caller may supply, and the ONNX one that newsdesk uses."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.export import MANIFEST, TOKENIZER, Status, ensure_export
from index.model import find_model, weights_hash
from ingest.errors import ModelError

Vectors = NDArray[np.float32]
Span = tuple[int, int]

BATCH_TOKENS = 256
"""Padded tokens per forward pass: on one core a text of 200 tokens alone costs 47 ms, among 16 of them 58 (the
states leave the cache); texts of 30 tokens cost 8.8 ms alone and 6 among 8."""

BATCH_TEXTS = 32
"""Most texts per forward pass."""

IN_FLIGHT = 64
"""Batches handed to the threads at a time: their states take 64 * 256 * 384 * 4 bytes = 25 MB at most."""


class Encoder(Protocol):
    """What the index asks of an encoder; tests hand in a fake."""

    @property
    def model(self) -> str:
        """Name of the model."""

    @property
    def sha256(self) -> str:
        """Hash of its weights; vectors of different hashes are never mixed."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode n texts into float32 (n, dimension), each of length one."""

    def encode_parts(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[tuple[Vectors, Vectors]]:
        """Encode n texts and spans of each: per text its vector (dimension,) and those of its spans (m, dimension)."""


@dataclass(slots=True)
class _Loaded:
    session: Any
    tokenizer: Any
    settings: dict[str, Any]


@dataclass(slots=True)
class OnnxEncoder:
    """A sentence-transformers model run by onnxruntime; loaded at the first text it is given.

    `setting` names the model (see `index.model.find_model`); `status` hears about a first export.
    """

    setting: str | None = None
    status: Status | None = None
    threads: int | None = None
    _loaded: _Loaded | None = field(default=None, repr=False)
    _identity: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def model(self) -> str:
        """Name of the model as set."""
        return self._known()[0]

    @property
    def sha256(self) -> str:
        """Hash of the model's weights; raises ModelError where the model is missing."""
        return self._known()[1]

    @property
    def dimension(self) -> int:
        """Length of a vector; loads the model."""
        return int(self._ready().settings["dimension"])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode n texts into float32 (n, d) as sentence-transformers does (cosine above 0.9999).

        Texts longer than the model's window are cut there, as sentence-transformers cuts them.
        """
        loaded = self._ready()
        out = np.empty((len(texts), int(loaded.settings["dimension"])), np.float32)
        for rows, states, encodings in self._passes(texts):
            for row, state, encoding in zip(rows, states, encodings, strict=True):
                out[row] = _pool(state, len(encoding.ids), loaded.settings)
        return out

    def knows_word(self, word: str) -> bool:
        """Return whether a word stands whole in the model's vocabulary, as the common words of a language do."""
        return self._ready().tokenizer.token_to_id(word.casefold()) is not None

    def encode_parts(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[tuple[Vectors, Vectors]]:
        """Encode n texts and, from the same token states, the spans of each ("late chunking").

        Per text: its vector (d,), equal to `encode`'s, and float32 (m, d), the mean of the states of the
        tokens that lie in each span, scaled to length one. A span past the model's window gets a zero vector.
        """
        loaded = self._ready()
        out: list[tuple[Vectors, Vectors] | None] = [None] * len(texts)
        for rows, states, encodings in self._passes(texts):
            for row, state, encoding in zip(rows, states, encodings, strict=True):
                whole = _pool(state, len(encoding.ids), loaded.settings)
                out[row] = (whole, _pool_spans(state, encoding.offsets, spans[row]))
        return [item for item in out if item is not None]

    def _known(self) -> tuple[str, str]:
        if self._identity is None:
            found = find_model(self.setting)
            self._identity = (found.name, weights_hash(found))
        return self._identity

    def _ready(self) -> _Loaded:
        if self._loaded is None:
            self._loaded = _load(ensure_export(find_model(self.setting), self.status))
        return self._loaded

    def _passes(self, texts: Sequence[str]) -> Iterator[tuple[list[int], Vectors, list[Any]]]:
        """Run the model over batches of texts of like length; yield row numbers, token states, encodings."""
        loaded = self._ready()
        encodings = loaded.tokenizer.encode_batch(list(texts))
        groups = list(batches([len(encoding.ids) for encoding in encodings]))

        def run(rows: list[int]) -> Vectors:
            (states,) = loaded.session.run(["states"], _feed([encodings[row] for row in rows], loaded.settings))
            return np.asarray(states, np.float32)

        if len(groups) == 1:
            yield groups[0], run(groups[0]), [encodings[row] for row in groups[0]]
            return
        with ThreadPoolExecutor(self.threads or _cores()) as pool:
            for part in range(0, len(groups), IN_FLIGHT):
                ahead = groups[part : part + IN_FLIGHT]
                for rows, states in zip(ahead, pool.map(run, ahead), strict=True):
                    yield rows, states, [encodings[row] for row in rows]


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group row numbers by length, longest first, so that each group pads little and fits BATCH_TOKENS."""
    group: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: (-lengths[row], row)):
        if group and (len(group) >= BATCH_TEXTS or (len(group) + 1) * lengths[group[0]] > BATCH_TOKENS):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _feed(encodings: Sequence[Any], settings: dict[str, Any]) -> dict[str, NDArray[np.int64]]:
    """Lay token ids, mask and types of a batch into int64 (batch, tokens) arrays."""
    width = max(len(encoding.ids) for encoding in encodings)
    ids = np.full((len(encodings), width), settings["pad_id"], np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    named = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    return {name: named[name] for name in settings["inputs"]}


def _pool(states: Vectors, length: int, settings: dict[str, Any]) -> Vectors:
    """Pool the states (tokens, d) of one text into its vector (d,), as the model's settings say."""
    vector = states[0] if settings["pooling"] == "cls" else states[:length].mean(axis=0)
    return _unit(vector) if settings["normalize"] else vector


def _pool_spans(states: Vectors, offsets: Sequence[Span], spans: Sequence[Span]) -> Vectors:
    """Average the states of the tokens that begin in each span; float32 (spans, d), zero where none does."""
    out = np.zeros((len(spans), states.shape[1]), np.float32)
    starts = np.array([start if end > start else -1 for start, end in offsets])
    for row, (start, end) in enumerate(spans):
        inside = np.flatnonzero((starts >= start) & (starts < end))
        if inside.size:
            out[row] = _unit(states[inside[0] : inside[-1] + 1].mean(axis=0))
    return out


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12), np.float32)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _load(folder: Path) -> _Loaded:
    """Load graph and tokenizer of an export folder; raise ModelError where its files are damaged."""
    import json

    from tokenizers import Tokenizer

    from index.graph import open_session

    try:
        settings = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        session = open_session(folder)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    except (MemoryError, ImportError):
        raise
    except Exception as error:  # onnxruntime and tokenizers raise kinds of their own, all meaning a damaged file
        why = (str(error).splitlines() or [type(error).__name__])[0][:100]
        raise ModelError(f"the encoder in {folder} is damaged ({why}): delete that folder, it is made anew") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings["max_length"])
    return _Loaded(session, tokenizer, settings)
