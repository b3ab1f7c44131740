"""The Makefile over stand-ins for Python and newsdesk: words arrive as typed, nothing is stamped by halves."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

NEWSDESK = '#!/bin/sh\nfor word in "$@"; do printf \'[%s]\' "$word"; done\n'
# Stands for the system's Python: any version check passes, `-m venv` makes a folder with itself as its python.
PYTHON = """#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in
  *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp newsdesk .venv/bin/newsdesk ;;
  *"pip install"*) exit "${PIP_FAILS:-0}" ;;
esac
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name, text in (("newsdesk", NEWSDESK), ("python", PYTHON)):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    return tmp_path


def make(copy: Path, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    env = {"PATH": os.environ["PATH"], "PYTHON": str(copy / "python"), "LOG": str(copy / "log"), **environ}
    return subprocess.run(["make", *words], cwd=copy, env=env, capture_output=True, text=True, check=False, timeout=60)


def installs(copy: Path) -> int:
    return (copy / "log").read_text().count("pip install")


@pytest.mark.parametrize(
    "question",
    [
        "How many?",
        'it\'s "5" & `id` ; $HOME $(shell touch made) ${x} $$ $',
        "-k 3",
        "100% \\n #tag * ? ~",
        "two\nlines",
        "Zürich – 京",
    ],
)
@pytest.mark.parametrize("way", ["argument", "environment"])
def test_a_question_arrives_as_typed(copy: Path, question: str, way: str) -> None:
    done = make(copy, "ask", f"q={question}") if way == "argument" else make(copy, "ask", q=question)
    assert done.stdout.endswith(f"[ask][--samples-if-empty][--][{question}]"), done.stderr
    assert not (copy / "made").exists()


def test_without_a_question_it_says_how(copy: Path) -> None:
    done = make(copy, "ask")
    assert done.returncode == 2 and 'make ask q="' in done.stdout


def test_it_is_installed_once_and_again_when_the_pins_change(copy: Path) -> None:
    for _ in range(2):
        assert make(copy, "setup").returncode == 0
    assert installs(copy) == 2
    later = (copy / ".venv" / ".installed").stat().st_mtime + 5
    os.utime(copy / "constraints.txt", (later, later))
    assert make(copy, "setup").returncode == 0 and installs(copy) == 4


def test_the_first_answer_does_not_wait_for_the_tools_of_the_tests(copy: Path) -> None:
    assert make(copy, "ask", "q=How many?").returncode == 0
    assert installs(copy) == 1 and "[dev]" not in (copy / "log").read_text()
    make(copy, "test")
    assert installs(copy) == 2 and "[dev]" in (copy / "log").read_text()


def test_half_an_install_is_not_taken_for_one(copy: Path) -> None:
    failed = make(copy, "setup", PIP_FAILS="1")
    assert failed.returncode != 0 and "run make again" in failed.stdout and not (copy / ".venv" / ".installed").exists()
    assert make(copy, "setup").returncode == 0 and (copy / ".venv" / ".installed").exists()


def test_an_old_python_is_named(copy: Path) -> None:
    (copy / "python").write_text("#!/bin/sh\nexit 1\n")
    done = make(copy, "setup")
    assert done.returncode != 0 and "3.11" in done.stdout and "PYTHON=" in done.stdout
