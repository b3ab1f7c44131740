"""Export of a sentence-transformers model to ONNX: the only file that imports torch."""

import json
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.model import ModelFiles, cache_folder, check_weights, weights_hash
from ingest.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXPORT_VERSION = 2
"""Raised whenever the files written here change, so that older exports are left aside."""

GRAPH, TOKENIZER, MANIFEST = "model.onnx", "tokenizer.json", "encoder.json"

Status = Callable[[str], None]
"""Receives one line of what is being done."""


def export_folder(model: ModelFiles) -> Path:
    """Return the cache folder that belongs to a model's weights and the export version."""
    return cache_folder() / "encoders" / f"{weights_hash(model)[:32]}-v{EXPORT_VERSION}"


def ensure_export(model: ModelFiles, status: Status | None = None) -> Path:
    """Return the folder of the model's export, making it first where it is missing or incomplete.

    Only cheap things are checked on a ready export: its manifest and the sizes of its files.
    Raises ModelError for weights that are not the pinned ones and for models of an unknown make.
    """
    folder = export_folder(model)
    if is_complete(folder, model):
        return folder
    digest = check_weights(model)
    if status:
        status(f"preparing the encoder {model.name} (once)")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".export-", dir=folder.parent))
    except OSError as error:
        raise ModelError(
            f"cannot write the encoder cache {folder.parent}: {error.strerror}; set NEWSDESK_CACHE"
        ) from error
    try:
        _export(model, digest, aside)
        _put_in_place(aside, folder, model)
    except OSError as error:
        raise ModelError(f"cannot write the encoder cache {folder.parent}: {error.strerror}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def is_complete(folder: Path, model: ModelFiles) -> bool:
    """Tell whether a folder holds an export of these weights with all its files at their sizes."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        same_weights = manifest["weights_size"] == model.weights.stat().st_size
        return same_weights and all((folder / n).stat().st_size == s for n, s in manifest["files"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _put_in_place(aside: Path, folder: Path, model: ModelFiles) -> None:
    """Rename the finished export to its place; where another process was first, keep that one."""
    try:
        aside.rename(folder)
    except OSError:
        if is_complete(folder, model):
            return
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)


def _export(model: ModelFiles, digest: str, folder: Path) -> None:
    """Write graph, tokenizer and manifest of a model into a folder."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the files are on this disk by now
    with _silence():
        from sentence_transformers import SentenceTransformer

        loaded = SentenceTransformer(str(model.folder), device="cpu")
        settings = _settings(loaded, model)
        _write_graph(loaded, settings["inputs"], folder / GRAPH)
    _check_graph(loaded, settings["inputs"], folder / GRAPH, model)
    loaded.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER))
    manifest = {
        "version": EXPORT_VERSION,
        "model": model.name,
        "sha256": digest,
        "weights_size": model.weights.stat().st_size,
        **settings,
        "files": {name: (folder / name).stat().st_size for name in (GRAPH, TOKENIZER)},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _settings(loaded: Any, model: ModelFiles) -> dict[str, Any]:
    """Read pooling, normalising, length and inputs off a loaded model; raise ModelError for other makes."""
    kinds = [type(module).__name__ for module in loaded]
    if kinds[:2] != ["Transformer", "Pooling"] or set(kinds[2:]) - {"Normalize"}:
        raise ModelError(f"the model {model.name} is made of {', '.join(kinds)}; transformer + pooling is needed")
    pooling = loaded[1].pooling_mode
    if pooling not in ("mean", "cls"):
        raise ModelError(f"the model {model.name} pools by {pooling}; mean or cls is needed")
    names = loaded.tokenizer.model_input_names
    return {
        "dimension": int(loaded[1].get_embedding_dimension()),
        "max_length": int(loaded.max_seq_length),
        "pooling": pooling,
        "normalize": "Normalize" in kinds,
        "pad_id": int(loaded.tokenizer.pad_token_id or 0),
        "inputs": [n for n in ("input_ids", "attention_mask", "token_type_ids") if n in names],
    }


def _write_graph(loaded: Any, inputs: list[str], path: Path) -> None:
    """Write the transformer as one ONNX file: inputs (batch, tokens) int64, output states (batch, tokens, d)."""
    import torch

    transformer = loaded[0].auto_model.eval()
    # The fused attention of torch comes out as a longer graph: a fifth slower in onnxruntime than the plain one.
    transformer.set_attn_implementation("eager")

    class TokenStates(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, *tensors: torch.Tensor) -> Any:
            return self.transformer(**dict(zip(inputs, tensors, strict=True))).last_hidden_state

    # One tensor each, with something to mask: from a shared, unmasked example the mask is left out of the graph.
    examples = [torch.from_numpy(array) for array in _examples(2, 8)]
    free = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    torch.onnx.export(
        TokenStates(),
        tuple(examples[: len(inputs)]),
        str(path),
        input_names=inputs,
        output_names=["states"],
        dynamic_shapes=((free,) * len(inputs),),
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def _check_graph(loaded: Any, inputs: list[str], path: Path, model: ModelFiles) -> None:
    """Compare graph and model on a batch of another shape than the exported one; raise ModelError where they differ."""
    import numpy as np
    import onnxruntime  # type: ignore[import-untyped]
    import torch

    arrays = dict(zip(inputs, _examples(3, 21), strict=False))
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (got,) = session.run(["states"], arrays)
    with torch.inference_mode():
        tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
        expected = loaded[0].auto_model(**tensors).last_hidden_state.numpy()
    kept = arrays["attention_mask"] > 0
    if not np.allclose(got[kept], expected[kept], atol=1e-3):
        raise ModelError(f"the export of {model.name} does not give the model's own vectors: name another model")


def _examples(rows: int, width: int) -> "tuple[NDArray[np.int64], ...]":
    """Make token ids, mask and types (rows, width) of which the last row is padded in its last third."""
    import numpy as np

    ids = np.arange(rows * width, dtype=np.int64).reshape(rows, width) % 90 + 10
    mask = np.ones_like(ids)
    mask[-1, -(width // 3) :] = 0
    return ids, mask, np.zeros_like(ids)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep libraries from writing progress bars, logs and warnings to the terminal."""
    previous = logging.root.manager.disable
    logging.disable(logging.ERROR)
    bars = {name: os.environ.get(name) for name in ("HF_HUB_DISABLE_PROGRESS_BARS", "TQDM_DISABLE")}
    os.environ.update(dict.fromkeys(bars, "1"))
    try:
        with warnings.catch_warnings(), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(previous)
        for name, value in bars.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
