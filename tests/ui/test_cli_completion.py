"""The scripts that complete the command line: whole, and in bash obeyed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli.parser import COMMANDS
from ui.cli.shells.lines import read_lines

Go = Callable[..., Any]
NEEDS_BASH = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def complete(run: Go, tmp_path: Path) -> Callable[..., list[str]]:
    """Return what bash offers for the last of some words, in a folder with two files and a folder."""
    (tmp_path / "news").mkdir()
    for name in ("notes.txt", "new questions.csv"):
        (tmp_path / name).touch()

    def offer(*words: str) -> list[str]:
        ask = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _newsdesk; printf "%s\\n" "${COMPREPLY[@]}"'
        argv = ["bash", "-c", run("completion", "bash").out + ask, "-", "newsdesk", *words]
        done = subprocess.run(argv, capture_output=True, text=True, cwd=tmp_path, check=True, timeout=60)
        assert not done.stderr
        return sorted(filter(None, done.stdout.split("\n")))

    return offer


@NEEDS_BASH
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["re"], ["reembed", "refresh", "remove"]),
        (["--ver"], ["--version"]),
        (["ask", "--as"], ["--as-of"]),
        (["ask", "n"], []),
        (["ask", "x", "--index", "n"], ["news"]),
        (["ask", "--as-of", "n"], []),
        (["ingest", "n"], ["new questions.csv", "news", "notes.txt"]),
        (["batch", "q", "--out", "not"], ["notes.txt"]),
        (["completion", "z"], ["zsh"]),
        (["samples", "n"], []),
        (["no-command", "n"], []),
    ],
)
def test_bash_offers(complete: Callable[..., list[str]], words: list[str], offered: list[str]) -> None:
    assert complete(*words) == offered


@NEEDS_BASH
def test_bash_offers_every_command(complete: Callable[..., list[str]]) -> None:
    assert set(complete("")) == {*COMMANDS, "-h", "--help", "-V", "--version"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_in_each_script(run: Go, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0 and not done.err and not done.opened
    for line in read_lines():
        here = "\n".join(re.findall(rf"(?m)^.*\b{line.name}\b.*(?:\n(?: +'.*)+)*", done.out))
        for name in (name for word in line.options for name in word.names):
            shown = name if shell != "fish" else f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
            assert shown in here, (line.name, name)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_help_is_quoted(run: Go, shell: str) -> None:
    """A quotation mark in the help (the page's settings) must not end the word it stands in."""
    script = run("completion", shell).out
    bare = script.replace("'\\''", "").replace("\\'", "")
    assert all(line.count("'") % 2 == 0 for line in bare.splitlines())
    assert "page's" not in script.replace("'\\''", "~").replace("\\'", "~")


def test_zsh_takes_a_folder_and_leaves_signs_of_its_own_plain(run: Go) -> None:
    script = run("completion", "zsh").out
    assert "'(--index)--index[index folder (else NEWSDESK_INDEX, else ./.newsdesk)]:DIR:_directories'" in script
    assert "(default 7860; 0\\: any free one)" in script
    assert "'*:PATH|URL|-:_files'" in script


def test_fish_takes_files_only_where_they_are_meant(run: Go) -> None:
    lines = run("completion", "fish").out.splitlines()
    there = "complete -c newsdesk -n '__fish_seen_subcommand_from"
    assert f"{there} ingest' -r -F" in lines and f"{there} completion' -x -a 'bash zsh fish'" in lines
    assert not [line for line in lines if line.startswith(f"{there} ask' -r")]


@pytest.mark.parametrize("argv", [["completion"], ["completion", "csh"]])
def test_another_shell_is_wrong_usage(run: Go, argv: list[str]) -> None:
    assert run(*argv).code == 2
