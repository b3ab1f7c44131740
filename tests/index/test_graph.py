"""The rewritten graph is derived: the same bits, and the export where it is missing, damaged or cannot be written."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from index import graph
from index.encoder import Vectors
from index.export import GRAPH, ensure_export
from index.model import find_model

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    shutil.copy(ensure_export(find_model()) / GRAPH, folder / GRAPH)
    return folder


def states(folder: Path) -> Vectors:
    ids = np.arange(1000, 1024, dtype=np.int64).reshape(2, 12)
    arrays = dict(zip(INPUTS, (ids, np.ones_like(ids), np.zeros_like(ids)), strict=True))
    (found,) = graph.open_session(folder).run(["states"], arrays)
    return np.asarray(found)


def ready(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir()]


def test_the_same_bits_before_and_after(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(graph, "_rewrite", lambda folder, ready: False)
        plain = states(export)
    assert not ready(export)
    first = states(export)
    (made,) = ready(export)
    stamp = (made / graph.WEIGHTS).stat().st_mtime_ns
    assert (first == plain).all() and (states(export) == plain).all()
    assert (made / graph.WEIGHTS).stat().st_mtime_ns == stamp  # written once
    assert [path.name for path in export.iterdir() if path.name.startswith(".graph-")] == []


@pytest.mark.parametrize("damage", ["cut weights", "no weights", "cut graph"])
def test_damage_is_mended(export: Path, damage: str) -> None:
    plain = states(export)
    (made,) = ready(export)
    if damage == "no weights":
        (made / graph.WEIGHTS).unlink()
    else:
        path = made / (graph.WEIGHTS if damage == "cut weights" else GRAPH)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert (states(export) == plain).all()
    assert (states(export) == plain).all()


def test_a_folder_that_cannot_be_written(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError("read-only")

    plain = states(export)
    for made in ready(export):
        shutil.rmtree(made)
    monkeypatch.setattr(graph.tempfile, "mkdtemp", refuse)
    assert (states(export) == plain).all() and not ready(export)
