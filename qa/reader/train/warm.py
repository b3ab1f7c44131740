"""The weights of an int8 export as the start of another run: what shipped learns on from what is new."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.reader.export import GRAPH


def weights_of(export: Path) -> dict[str, NDArray[np.float32]]:
    """Return the weights of an export, float32, under their names in Hugging Face form.

    Matrices are found by the bias that is added to their product; each is its int8 values times the scale of its
    column. The word embeddings are left out: they are the encoder's own and were never trained.

    Raises:
        ValueError: the graph is not of the make that `qa.reader.export` writes.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(export / GRAPH)).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    found: dict[str, NDArray[np.float32]] = {}
    for name, values in stored.items():
        if name.startswith("model.") and name.endswith((".weight", ".bias")):
            found[name.removeprefix("model.")] = values
        elif name.endswith("_embeddings.weight_quantized") and "word_" not in name:
            plain = name.removesuffix("_quantized")
            steps = values.astype(np.float32) - stored[f"{plain}_zero_point"].astype(np.float32)
            found[plain.removeprefix("model.")] = steps * stored[f"{plain}_scale"]
    for node in graph.node:
        biases = [i for i in node.input if i.endswith(".bias") and "LayerNorm" not in i]
        matrices = [m for i in node.input if (m := _multiplied(i, makers))]
        for bias, matrix in zip(biases, matrices, strict=False):
            plain = matrix.removesuffix("_quantized")
            values = stored[matrix].astype(np.float32) * stored[f"{plain}_scale"]
            found[bias.removeprefix("model.").removesuffix("bias") + "weight"] = values.T
    if "qa_outputs.weight" not in found:
        raise ValueError(f"{export / GRAPH} is not an export of this project")
    return {name: np.array(values, np.float32) for name, values in found.items()}


def _multiplied(name: str, makers: dict[str, Any]) -> str:
    """Follow a product's output back to the name of its matrix; empty where it comes from no integer product."""
    while (node := makers.get(name)) is not None and node.op_type in ("Mul", "Cast"):
        name = node.input[0]
    return str(node.input[1]) if node is not None and node.op_type == "MatMulInteger" else ""
