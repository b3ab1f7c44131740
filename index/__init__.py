"""Chunks in one SQLite file and a FAISS file derived from it; ranked hits out. Knows nothing of answers."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder, OnnxEncoder
    from index.index import Index
    from index.types import Hit, ScoredSentence
    from index.updating import Summary, reembed, update

__all__ = ["Encoder", "Hit", "Index", "OnnxEncoder", "ScoredSentence", "Summary", "reembed", "update"]
_HOMES = {
    "Encoder": "index.encoder",
    "Hit": "index.types",
    "Index": "index.index",
    "OnnxEncoder": "index.encoder",
    "ScoredSentence": "index.types",
    "Summary": "index.updating",
    "reembed": "index.updating",
    "update": "index.updating",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import index` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'index' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
