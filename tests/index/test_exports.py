"""The names of the package, and what importing it costs."""

import subprocess
import sys

import index

HEAVY = ("torch", "sentence_transformers", "transformers", "faiss", "onnxruntime", "tokenizers", "onnx")


def test_the_names_are_pinned() -> None:
    assert index.__all__ == [
        "Encoder",
        "Hit",
        "Index",
        "OnnxEncoder",
        "ScoredSentence",
        "Summary",
        "reembed",
        "update",
    ]
    assert all(getattr(index, name) for name in index.__all__)


def test_importing_is_light() -> None:
    code = (
        "import sys, index\nfrom index import *\n"
        f"loaded = [name for name in {HEAVY} if name in sys.modules]\n"
        "assert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
