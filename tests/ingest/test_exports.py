"""The public names of the package, and what importing them costs."""

import subprocess
import sys

import ingest

HEAVY = {
    "torch", "numpy", "trafilatura", "lxml", "pypdf", "docx", "feedparser", "httpx", "ftfy", "charset_normalizer",
    "yaml", "markdown_it", "dateparser",
}  # fmt: skip


def test_the_names_are_these() -> None:
    assert sorted(ingest.__all__) == [
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
    for name in ingest.__all__:
        assert callable(getattr(ingest, name))


def test_importing_is_light() -> None:
    code = (
        "import sys, ingest, ingest.types, ingest.errors, ingest.sources; from ingest import *; "
        "print(' '.join({name.split('.')[0] for name in sys.modules}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(ingest, "nonsense")
