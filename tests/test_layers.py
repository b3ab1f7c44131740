"""The arrows of the design: ingest <- index <- qa <- ui, eval."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "ingest": {"ingest"},
    "index": {"ingest", "index"},
    "qa": {"ingest", "index", "qa"},
    "ui": {"ingest", "index", "qa", "ui", "eval"},
    "eval": {"ingest", "index", "qa", "eval"},
}
HEAVY = ("torch", "sentence_transformers", "faiss", "gradio")


def imported(path: Path) -> set[str]:
    """Top-level names of every import in a file, lazy ones included."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_imports_follow_the_arrows(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        strangers = (imported(path) & set(MAY_IMPORT)) - MAY_IMPORT[package]
        assert not strangers, f"{path.relative_to(ROOT)} imports {sorted(strangers)}"


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_stands_in_one_file(library: str) -> None:
    files = [p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py") if library in imported(p)]
    assert len(files) <= 1, [str(p.relative_to(ROOT)) for p in files]


def test_langchain_lives_in_qa() -> None:
    for package in set(MAY_IMPORT) - {"qa"}:
        for path in (ROOT / package).rglob("*.py"):
            assert not {"langchain", "langchain_core"} & imported(path), path
