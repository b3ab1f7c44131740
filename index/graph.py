"""The graph of an export as this onnxruntime runs it: rewritten once, its weights in a file that is mapped.

Loading the export itself reads 90 MB and rewrites the graph: 0.16 s and 187 MB each time. The rewritten graph beside a
file of weights takes 0.05 s and 104 MB and gives the same bits. It is derived: it may be deleted, and where it cannot
be written or read the export is used.
"""

import os
import platform
import shutil
import tempfile
from pathlib import Path
from typing import Any

from index.export import GRAPH

WEIGHTS = "weights.bin"

SMALLEST = 1024
"""Bytes from which a tensor goes to the file of weights; below, a graph of its own is quicker to read."""

SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""Rewritings onnxruntime does better without: with this one a text of 200 tokens costs 44 ms, without it 40."""


def open_session(folder: Path) -> Any:
    """Return an onnxruntime session for an export folder."""
    import onnxruntime  # type: ignore[import-untyped]

    # What a graph is rewritten to depends on version and processor; a cache may be shared by several.
    ready = folder / f"onnxruntime-{onnxruntime.__version__}-{platform.machine()}"
    try:
        if (ready / WEIGHTS).is_file() or _rewrite(folder, ready):
            options = _options()
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
            return _session(ready / GRAPH, options)
    except Exception:  # onnxruntime's errors share no base; whatever is wrong with what is derived, the export is there
        shutil.rmtree(ready, ignore_errors=True)
    return _session(folder / GRAPH, _options(), disabled_optimizers=SLOW_FUSIONS)


def _rewrite(folder: Path, ready: Path) -> bool:
    """Write the rewritten graph aside and rename it to its place; False where the folder cannot be written."""
    try:
        aside = Path(tempfile.mkdtemp(prefix=".graph-", dir=folder))
    except OSError:
        return False
    try:
        options = _options()
        options.optimized_model_filepath = str(aside / GRAPH)
        options.graph_optimization_level = _extended()
        entry = "session.optimized_model_external_initializers_"
        options.add_session_config_entry(f"{entry}file_name", WEIGHTS)
        options.add_session_config_entry(f"{entry}min_size_in_bytes", str(SMALLEST))
        _session(folder / GRAPH, options, disabled_optimizers=SLOW_FUSIONS)
        if not (ready / WEIGHTS).is_file():
            shutil.rmtree(ready, ignore_errors=True)  # half of one
        aside.rename(ready)
        return True
    except OSError:
        return (ready / WEIGHTS).is_file()  # another process was first
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _extended() -> Any:
    """Return the highest level of rewriting whose result is the same on every processor of a kind."""
    import onnxruntime

    return onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED


def _options() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread per run and one run per core: runs that share their work wait for each other, and spin while they do.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _session(path: Path, options: Any, **settings: Any) -> Any:
    import onnxruntime

    return onnxruntime.InferenceSession(os.fspath(path), options, providers=["CPUExecutionProvider"], **settings)
