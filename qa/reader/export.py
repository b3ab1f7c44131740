"""Export of a span reader in Hugging Face form to an int8 ONNX graph: run once for a model, or by who ships one."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ingest.errors import ModelError

GRAPH, TOKENIZER, MANIFEST = "reader.onnx", "tokenizer.json", "reader.json"
EXPORT_VERSION = 1
"""Raised whenever the files written here change, so that older exports are left aside."""


def export_reader(folder: Path, out: Path, *, quantize: bool = True) -> None:
    """Write graph, tokenizer and manifest of the reader in a folder.

    The graph takes token ids, mask and (where the model has them) types, int64 (windows, tokens), and gives start and
    end logits, float32 (windows, tokens). Weights are int8 by row, activations are scaled as they come.

    Raises:
        ModelError: the folder holds no model with a start and an end head.
    """
    import torch
    from transformers import AutoConfig, AutoModelForQuestionAnswering, AutoTokenizer

    try:
        config = AutoConfig.from_pretrained(str(folder))
        model, loading = AutoModelForQuestionAnswering.from_pretrained(
            str(folder), dtype=torch.float32, attn_implementation="eager", output_loading_info=True
        )
        tokenizer = AutoTokenizer.from_pretrained(str(folder), use_fast=True)
    except (OSError, ValueError) as error:
        raise ModelError(f"no reader in {folder}: {str(error).splitlines()[0][:200]}") from error
    if any("qa_outputs" in key for key in loading["missing_keys"]):
        raise ModelError(f"the model in {folder} has no start and end head: name one that was trained on questions")
    names = [n for n in ("input_ids", "attention_mask", "token_type_ids") if n in tokenizer.model_input_names]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as aside:
        plain = Path(aside) / GRAPH
        _write_graph(model.eval(), names, plain)
        if quantize:
            _quantize(plain, out / GRAPH)
        else:
            shutil.copyfile(plain, out / GRAPH)
    tokenizer.backend_tokenizer.save(str(out / TOKENIZER))
    longest = min(int(getattr(config, "max_position_embeddings", 512)), 512)
    manifest = {
        "version": EXPORT_VERSION,
        "inputs": names,
        "pad_id": int(tokenizer.pad_token_id or 0),
        "null_id": int(tokenizer.cls_token_id),
        "longest": longest - 2 if config.model_type in ("roberta", "xlm-roberta", "mpnet") else longest,
    }
    (out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _write_graph(model: Any, names: Sequence[str], path: Path) -> None:
    import torch

    class Spans(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: torch.Tensor) -> Any:
            got = self.model(**dict(zip(names, tensors, strict=True)))
            return got.start_logits, got.end_logits

    ids = torch.arange(60).reshape(3, 20) % 90 + 10
    mask = torch.ones_like(ids)
    mask[-1, -7:] = 0
    given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}
    free = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    torch.onnx.export(
        Spans().eval(),
        tuple(given[n] for n in names),
        str(path),
        input_names=names,
        output_names=["start", "end"],
        dynamic_shapes=((free,) * len(names),),
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def _quantize(plain: Path, path: Path) -> None:
    import onnxruntime  # type: ignore[import-untyped]
    from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]

    # Fused first: attention, normalising and GELU become one node each, and their matrices are quantized as a whole.
    fused = plain.with_name("fused.onnx")
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(fused)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    onnxruntime.InferenceSession(str(plain), options, providers=["CPUExecutionProvider"])
    quantize_dynamic(str(fused), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
