"""Fixtures for the tests that go the whole way, from article files to answers."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from index import OnnxEncoder
from qa import Newsdesk


def _load(name: str) -> ModuleType:
    """Make helpers beside this file importable: pytest's importlib mode gives tests no package to import them from."""
    file = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name.replace("/", "_"), file)
    assert spec and spec.loader
    sys.modules[name.replace("/", "_")] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


newsroom = _load("newsroom")
_load("generated")
_load("qa/reading")  # as qa_reading
SAMPLES = Path(__file__).parents[1] / "ingest" / "samples"


@pytest.fixture(scope="session")
def real_encoder() -> OnnxEncoder:
    """The encoder newsdesk ships with, loaded once; in a clean home its export is made here (half a minute)."""
    encoder = OnnxEncoder()
    encoder.encode(["warm"])
    return encoder


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, real_encoder: OnnxEncoder) -> Iterator[Newsdesk]:
    """A desk over the bundled articles; tests only read from it."""
    from index import Index

    with Newsdesk(Index.open(tmp_path_factory.mktemp("samples"), encoder=real_encoder, create=True)) as desk:
        assert not desk.ingest([SAMPLES]).failed
        yield desk


@pytest.fixture(scope="module")
def open_desk(tmp_path_factory: pytest.TempPathFactory, real_encoder: OnnxEncoder) -> Iterator[Callable[..., Newsdesk]]:
    """Open a desk over invented stories: `open_desk([Story(...), ...])`; closed when the module is done."""
    opened: list[Newsdesk] = []

    def open_them(stories: list) -> Newsdesk:  # type: ignore[type-arg]
        opened.append(newsroom.open_newsroom(tmp_path_factory.mktemp("news"), stories, real_encoder))
        return opened[-1]

    yield open_them
    for desk in opened:
        desk.close()


LONGEST = ("test_reading_cases.py", "test_gate.py", "test_growth.py", "test_kill.py", "test_lost.py")
"""Files that take minutes: dealt out first, so that no process waits at the end for another's."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the order within files stays."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what tests measured and do not assert, for whoever reads the run."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties if report.when == "call" else ():
            terminalreporter.write_line(f"{name}: {value}")
