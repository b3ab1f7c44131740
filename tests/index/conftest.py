"""Fixtures for the tests of the index."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from index import Index

_SPEC = importlib.util.spec_from_file_location("index_fakes", Path(__file__).with_name("fakes.py"))
assert _SPEC and _SPEC.loader
fakes: ModuleType = importlib.util.module_from_spec(_SPEC)
sys.modules["index_fakes"] = fakes
_SPEC.loader.exec_module(fakes)


@pytest.fixture
def encoder():
    return fakes.FakeEncoder()


@pytest.fixture
def new_index(tmp_path: Path, encoder) -> Callable[..., Index]:
    """Open the index of the test's own folder for writing."""

    def open_index(name: str = "index") -> Index:
        return Index.open(tmp_path / name, encoder=encoder, create=True)

    return open_index
