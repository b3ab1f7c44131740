"""The wheel: everything is in it, and it goes into an empty environment and starts."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from docs.supply import wheel


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel.build(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_every_file_and_no_other(built: Path) -> None:
    with zipfile.ZipFile(built) as file:
        names = {name for name in file.namelist() if ".dist-info/" not in name}
        assert any(name.endswith(".dist-info/licenses/LICENSE") for name in file.namelist())
    assert names == wheel.sources()
    assert {"qa/reader/model/reader.onnx", "ui/static/newsdesk.js"} <= names
    assert sum(name.startswith("ingest/samples/") for name in names) == 5


def test_it_starts_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    """Without the packages it needs, which `make wheel` installs too: what it says of itself needs none of them."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "empty")], check=True)
    python = next((tmp_path / "empty").glob("*/python"))
    how = ["install", "--no-deps", "--no-index", "--quiet", "--disable-pip-version-check", str(built)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *how], check=True)
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run(*command: str) -> str:
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and not done.stderr, done.stderr
        return done.stdout

    assert run(str(python.parent / "newsdesk"), "--version").startswith("newsdesk ")
    assert "ingest" in run(str(python.parent / "newsdesk"), "--help")
    found = run(str(python), "-c", "import ingest, pathlib; print(*pathlib.Path(ingest.__path__[0]).glob('samples/*'))")
    assert len(found.split()) == 5 and str(tmp_path) in found
