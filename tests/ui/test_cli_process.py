"""The command line as a process: pipes, encodings, interrupts, cold start."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.cli.console import Console, to_json
from ui.cli.docs import TARGET, write_reference
from ui.cli.main import main

ROOT = Path(__file__).parents[2]
QUESTION = "How many companies has Hebei attracted?"
ASK = [sys.executable, "-m", "ui.cli.main"]


def start(
    *argv: str, shell: str | None = None, stdin: str | None = None, **environ: str
) -> "subprocess.CompletedProcess[str]":
    command = ["bash", "-c", shell] if shell else [*ASK, *argv]
    env = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"} | environ
    return subprocess.run(
        command, capture_output=True, input=stdin, text=True, env=env, cwd=ROOT, timeout=60, check=False
    )


def test_no_index_is_one_line(tmp_path: Path) -> None:
    done = start("ask", "How many ferries?", "--index", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("newsdesk: there is no index in ") and done.stderr.count("\n") == 1


def test_a_question_of_100_000_characters_is_refused(tmp_path: Path) -> None:
    done = start("ask", "x" * 100_000, NEWSDESK_INDEX=str(tmp_path))
    assert done.returncode == 2 and "100,000 characters" in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_index_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir(mode=0)
    done = start("ask", "How many ferries?", "--index", str(tmp_path / "index"))
    assert done.returncode in (1, 2) and done.stderr.count("\n") == 1


def test_a_file_in_the_place_of_the_index_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("x")
    done = start("articles", "--index", str(tmp_path / "index"))
    assert done.returncode in (1, 2) and done.stderr.count("\n") == 1 and "defect" not in done.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    done = start(shell=f"{sys.executable} -m ui.cli.main ask --help | true; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_on_standard_output_is_one_line() -> None:
    done = start(shell=f"{sys.executable} -m ui.cli.main --version > /dev/full; echo $?")
    assert done.stdout == "1\n" and done.stderr.count("\n") == 1 and "no space left" in done.stderr


def test_ctrl_c_is_one_line() -> None:
    # A shell that runs the tests in the background has its children ignore this signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    pipe = subprocess.PIPE
    process = subprocess.Popen([*ASK, "ask", "-"], stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT)
    signal.signal(signal.SIGINT, before)
    with process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)  # it waits for its standard input by now
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130 and err == "newsdesk: stopped; what was stored stays\n"


def test_the_command_line_itself_is_light() -> None:
    code = (
        "import sys, json; before = set(sys.modules); import ui.cli.main, ui.commands.ask, ui.show.terminal.answer;"
        "from ui.cli.parser import parse; parse(['ask', 'x']); print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = {name.split(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & {"numpy", "rich", "torch", "faiss", "gradio", "langchain_core", "onnxruntime", "httpx", "eval"}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("samples") / "index")
    assert main(["samples", "--index", folder], Console(io.StringIO(), io.StringIO(), io.StringIO())) == 0
    return folder


def test_an_answer_in_a_fresh_process_needs_nothing_heavy(samples: str) -> None:
    code = (
        "import sys; from ui.cli.main import main; code = main(); "
        "print(code, *sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    argv = [sys.executable, "-c", code, "ask", QUESTION, "--index", samples]
    done = subprocess.run(argv, capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    code_said, *loaded = done.stderr.split()
    assert code_said == "0" and "43,000 companies" in done.stdout.splitlines()[0]
    assert not {"torch", "transformers", "sentence_transformers", "gradio", "rich", "eval"} & set(loaded)


def test_each_quote_is_a_slice_of_the_article_shown(samples: str) -> None:
    answer = json.loads(start("ask", "-", "--json", "--index", samples, stdin=QUESTION).stdout)
    assert answer["citations"] and not answer["abstained"]
    for citation in answer["citations"]:
        article = json.loads(start("show", citation["article_id"], "--json", "--index", samples).stdout)
        assert article["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert article["source"] == citation["source"]


def test_a_terminal_of_few_letters_is_no_error(samples: str) -> None:
    done = start("ask", QUESTION, "--index", samples, PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and done.stdout.isascii() and not done.stderr
    printed = start(
        "show",
        json.loads(start("articles", "--json", "--index", samples).stdout)[0]["id"],
        "--json",
        "--index",
        samples,
        PYTHONIOENCODING="ascii",
    )
    assert printed.stdout.isascii() and "—" in json.loads(printed.stdout)["text"]


def test_a_reader_that_leaves_early_is_no_error(samples: str) -> None:
    ask = f"{sys.executable} -m ui.cli.main figures --json --index {samples}"
    done = start(shell=f"{ask} | head -1; echo ${{PIPESTATUS[0]}}")
    assert (done.stdout, done.stderr) == ("[\n0\n", "")


def test_reembed_counts_and_keeps_the_answers(samples: str) -> None:
    out = io.StringIO()
    console = Console(out, io.StringIO(), io.StringIO())
    assert main(["reembed", "--index", samples], console) == 0 and out.getvalue().startswith("5 articles embedded")
    assert main(["ask", QUESTION, "--index", samples], console) == 0 and "43,000 companies" in out.getvalue()


def test_json_is_safe_to_look_at_and_reads_back() -> None:
    value = {"text": "\x1b[31m \x9b \u202e \u2028 \ud800 é 京", "n": [1, None]}
    text = to_json(value)
    assert json.loads(text) == value and "é 京" in text
    assert not any(c in text for c in "\x1b\x9b\u202e\u2028\ud800")
    assert to_json(value, ascii_only=True).isascii()


def test_the_command_reference_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == write_reference(), "run: python -m ui.cli.docs"
