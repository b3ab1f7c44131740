"""The commands one after another on one index, the way a reader of the README uses them."""

import json
from pathlib import Path

import pytest

from index import OnnxEncoder
from ui.cli.main import main

FERRY = "Ferries carry more\n\nLINDHAVN, May 4, 2024 -- The \U0001f6a2 ferries carried {count} passengers last year.\n"
QUESTION = "How many passengers did the ferries carry in 2023?"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, real_encoder: OnnxEncoder):
    """Run a command in a folder of its own that holds news/ferry.txt; return exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSDESK_INDEX", str(tmp_path / "index"))
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(FERRY.format(count="412,000"), encoding="utf-8")

    def run_one(*argv: str) -> tuple[int, str, str]:
        code = main(argv)
        return code, *capsys.readouterr()

    return run_one


def test_an_article_comes_changes_and_goes(run) -> None:
    assert run("ingest", "news")[:2] == (0, "1 added\n")
    assert run("ingest", str(Path("news").resolve()))[:2] == (0, "nothing changed: 1 unchanged\n")
    answer = json.loads(run("ask", QUESTION, "--json")[1])
    citation = answer["citations"][0]
    shown = json.loads(run("show", citation["article_id"][:6], "--json")[1])
    assert answer["short"].startswith("412,000")
    assert shown["text"][citation["start"] : citation["end"]] == citation["quote"]
    Path("news/ferry.txt").write_text(FERRY.format(count="498,000"), encoding="utf-8")
    assert run("ingest", "news")[:2] == (0, "1 changed\n")
    assert "498,000 passengers" in run("ask", QUESTION)[1]
    (article,) = json.loads(run("articles", "--json")[1])
    assert "version 1 to 2: 1 figure gone, 1 new" in run("show", article["id"], "--versions")[1]
    assert run("remove", article["id"][:6])[:2] == (0, f"removed {article['id']} {article['title']}\n")
    assert run("remove", article["id"][:6])[0] == 2
    assert json.loads(run("ask", QUESTION, "--json")[1])["abstained"]


def test_a_damaged_vector_file_is_made_anew_by_a_question(run) -> None:
    run("ingest", "news")
    file = Path("index/vectors.faiss")
    whole = file.read_bytes()
    for broken in (b"", whole[:-9], bytes(len(whole)), whole[:-1] + bytes([whole[-1] ^ 1])):
        file.write_bytes(broken)
        assert "412,000 passengers" in run("ask", QUESTION)[1]
        assert file.read_bytes() == whole


def test_a_file_where_the_index_folder_should_be(run) -> None:
    Path("plain").touch()
    code, _, said = run("ingest", "news", "--index", "plain")
    assert (code, said.count("\n")) == (1, 1)
    assert "plain is a file" in said
