"""Files, pages and feeds in; articles, sentences, chunks and figures out. Knows nothing of search."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.documents import prepare
    from ingest.errors import NewsdeskError
    from ingest.raw import Failure, Note, RawArticle
    from ingest.read.source import read_source
    from ingest.sources import discover
    from ingest.types import Article, Document

__all__ = [
    "Article",
    "Document",
    "Failure",
    "NewsdeskError",
    "Note",
    "RawArticle",
    "discover",
    "prepare",
    "read_source",
]
_HOMES = {
    "Article": "ingest.types",
    "Document": "ingest.types",
    "Failure": "ingest.raw",
    "NewsdeskError": "ingest.errors",
    "Note": "ingest.raw",
    "RawArticle": "ingest.raw",
    "discover": "ingest.sources",
    "prepare": "ingest.documents",
    "read_source": "ingest.read.source",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import ingest` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ingest' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
