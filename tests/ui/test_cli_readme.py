"""What README shows works as shown."""

import re
import runpy
import shutil
from pathlib import Path

import pytest

from ui.cli.parser import COMMANDS, parse

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "ingest" / "samples", tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    assert "43,000 companies" in capsys.readouterr().out
    assert names["summary"].added == 5  # type: ignore[attr-defined]


def test_the_exchange_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exchange = runpy.run_path(str(ROOT / "docs" / "exchange.py"))
    assert exchange["put"](README, exchange["write_exchange"](str(tmp_path / "index"))) == README, "run `make docs`"


def test_every_command_line_in_readme_can_be_read() -> None:
    lines = re.findall(r"^    (?:\.venv/bin/)?newsdesk (.*?)(?:   .*)?$", README, re.MULTILINE)
    assert len(lines) >= 6
    for line in lines:
        words = [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', line)]
        assert words[0] in COMMANDS
        assert parse(words).command == words[0]


def test_links_lead_somewhere() -> None:
    for paper in ("README.md", "CONTRIBUTING.md", "LICENSES.md"):
        text = (ROOT / paper).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / target).exists(), f"{paper} links to {target}"


def test_every_pin_has_its_licence() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \|", (ROOT / "LICENSES.md").read_text(encoding="utf-8"), re.MULTILINE)
    pins = re.findall(r"^([\w.-]+)==", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    missing = {normal(pin) for pin in pins} - {normal(row) for row in rows}
    assert not missing, f"run `make docs`: {sorted(missing)}"


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
