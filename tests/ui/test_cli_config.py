"""newsdesk.toml: what it sets, what comes before it, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli.config import apply_settings, places, read_settings

Go = Callable[..., Any]


@pytest.fixture
def settings(tmp_path: Path) -> list[Path]:
    return [tmp_path / "here" / "newsdesk.toml", tmp_path / "home" / "newsdesk.toml"]


@pytest.fixture
def put(settings: list[Path]) -> Callable[[int, str], Path]:
    def write(which: int, text: str) -> Path:
        settings[which].parent.mkdir(exist_ok=True)
        settings[which].write_text(text, encoding="utf-8")
        return settings[which]

    return write


def test_the_file_stands_in_for_options_and_they_come_before_it(run: Go, desk: Any, put: Any) -> None:
    file = put(0, 'index = "pile"\nreader = "other"\nk = 7\nmin_confidence = 0.5\n')
    done = run("ask", "ferries?")
    _, asked = desk.calls[0]
    assert (asked["k"], asked["min_confidence"]) == (7, 0.5)
    assert (done.opened[0]["folder"], done.opened[0]["reader"]) == (str(file.parent / "pile"), "other")
    desk.calls.clear()
    done = run("ask", "ferries?", "-k", "3", "--index", "named", "--reader", "mine", "--min-confidence", "0")
    _, asked = desk.calls[0]
    assert (asked["k"], asked["min_confidence"]) == (3, 0.0)
    assert (done.opened[0]["folder"], done.opened[0]["reader"]) == ("named", "mine")


def test_the_environment_comes_before_the_file(run: Go, put: Any) -> None:
    put(0, 'index = "pile"\nmodel = "other-model"\n')
    assert run("articles", NEWSDESK_INDEX="theirs").opened[0]["folder"] is None
    for environ, model in (({}, "other-model"), ({"NEWSDESK_MODEL": "theirs"}, "theirs")):
        assert "index" in apply_settings({"index": "pile", "model": "other-model"}, environ)
        assert environ == {"NEWSDESK_MODEL": model}


def test_a_key_of_the_folder_comes_before_that_of_the_user(put: Any, settings: list[Path]) -> None:
    put(0, "k = 7\n")
    put(1, 'k = 9\nreader = "other"\nindex = "/pile"')
    assert read_settings(settings) == {"k": 7, "reader": "other", "index": "/pile"}


def test_k_is_that_of_answers_and_not_of_a_search(run: Go, desk: Any, put: Any) -> None:
    put(0, "k = 7\n")
    run("search", "ferries")
    assert desk.calls[0][1] == 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 1", "there is no key 'colour'; the keys are index, reader, k, min_confidence, model"),
        ("[ask]\nk = 3", "there is no key 'ask'"),
        ("k = 'many'", "k must be a whole number from 1 to 1000, not 'many'"),
        ("k = true", "k must be a whole number"),
        ("k = 0", "k must be a whole number"),
        ("min_confidence = 80", "min_confidence must be a number from 0 to 1, not '80'"),
        ("index = 3", "index must be a text in quotes"),
        ("model = ''", "model must be a text in quotes"),
        ("k = ", "is not TOML"),
    ],
)
def test_what_is_wrong_is_one_line_with_file_and_key(run: Go, put: Any, text: str, words: str) -> None:
    file = put(1, text)
    done = run("articles")
    assert done.code == 2 and done.line.startswith(f"newsdesk: {file}") and words in done.line and not done.opened


def test_a_wrong_file_is_no_hindrance_to_help(run: Go, put: Any, capsys: pytest.CaptureFixture[str]) -> None:
    put(0, "colour = 1")
    assert run("ask", "--help").code == 0 and "QUESTION" in capsys.readouterr().out


def test_it_is_looked_for_here_and_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert places() == (Path("newsdesk.toml"), Path("/home/ann/.config/newsdesk/newsdesk.toml"))


def test_the_example_in_readme_can_be_read(put: Any, settings: list[Path]) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    put(0, readme.split("```toml\n")[1].split("```")[0])
    assert set(read_settings(settings)) == {"index", "reader", "k", "min_confidence", "model"}
