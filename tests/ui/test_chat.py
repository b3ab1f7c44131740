"""What stands behind the chat page, without a server: users, options, indexes, pile, ledger, examples."""

import argparse
import csv
import io
import json
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import InputError, SettingError
from ui.chat import auth
from ui.chat.api import endpoints
from ui.chat.args import ChatSettings, add_arguments, is_loopback, read_settings
from ui.chat.ask import read_choice, read_day
from ui.chat.desks import Desks
from ui.chat.evaluate import Reports, questions_of
from ui.chat.examples import examples
from ui.chat.tabs.ledger import Wanted, as_csv, choices, figures, read_year, view
from ui.chat.tabs.pile import (
    ADDED,
    SORTS,
    adding,
    address,
    keep,
    kept_uploads,
    listed,
    pasted,
    pile,
    removed,
    safe_name,
)
from ui.chat.tabs.view import pane

STAR = """---
title: Trams return
publisher: Glasport Star
published: 2024-06-03
---

The city of Glasport bought 48 trams in 2023, the mayor said. The trams cost 95 million euros.
"""
HERALD = "The Orlow cannery packed 88,150 tins of herring in 2023. It employs 214 people.\n"


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "news").mkdir()
    (folder / "news" / "trams.md").write_text(STAR, encoding="utf-8")
    (folder / "news" / "cannery.txt").write_text(HERALD, encoding="utf-8")
    found = Desks([folder / "index"])
    assert "2 added" in list(adding(found, None, [folder / "news"]))[-1]
    yield found
    found.close()


# ---- users


def test_a_password_is_kept_as_a_salted_hash(tmp_path: Path) -> None:
    path = tmp_path / "users.json"
    auth.add_user(path, "ann", "correct horse")
    auth.add_user(path, "bo", "correct horse")
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert "correct horse" not in path.read_text(encoding="utf-8")
    assert stored["ann"].startswith("scrypt$")
    assert stored["ann"] != stored["bo"]
    assert path.stat().st_mode & 0o077 == 0


def test_only_the_right_password_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "users.json"
    auth.add_user(path, "ann", "correct horse")
    check = auth.gatekeeper(path)
    assert check("ann", "correct horse")
    assert not check("ann", "correct horse ")
    assert not check("bo", "correct horse")
    auth.add_user(path, "bo", "battery staple")
    assert check("bo", "battery staple")


def test_guessing_is_stopped_for_a_while(tmp_path: Path) -> None:
    path, now = tmp_path / "users.json", [0.0]
    auth.add_user(path, "ann", "correct horse")
    check = auth.gatekeeper(path, lambda: now[0])
    for _ in range(auth.MOST_FAILURES):
        assert not check("ann", "wrong")
    assert not check("ann", "correct horse")
    now[0] = auth.WINDOW_SECONDS + 1
    assert check("ann", "correct horse")


@pytest.mark.parametrize("stored", ["", "x", "scrypt$1$2$3", "scrypt$999999999$8$1$00$00", "md5$1$1$1$00$00"])
def test_a_strange_hash_lets_nobody_in(stored: str) -> None:
    assert not auth.verify_password("x", stored)


@pytest.mark.parametrize(("name", "password"), [("", "long enough"), ("a b", "long enough"), ("ann", "short")])
def test_users_that_cannot_be(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(SettingError):
        auth.add_user(tmp_path / "users.json", name, password)


@pytest.mark.parametrize("content", [None, "{}", "[]", "no json", '{"ann": 3}'])
def test_a_file_that_names_no_users_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "users.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingError):
        auth.gatekeeper(path)


# ---- options


def settings(*words: str) -> ChatSettings:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return read_settings(parser.parse_args(words))


def test_other_machines_are_let_in_only_with_users_or_force() -> None:
    assert settings().host == "127.0.0.1"
    with pytest.raises(SettingError, match="--auth"):
        settings("--host", "0.0.0.0")
    assert settings("--host", "0.0.0.0", "--force").host == "0.0.0.0"
    assert settings("--host", "0.0.0.0", "--auth", "u.json").auth == Path("u.json")


@pytest.mark.parametrize(
    ("host", "said"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True), ("0.0.0.0", False), ("a.b", False)],
)
def test_is_loopback(host: str, said: bool) -> None:
    assert is_loopback(host) is said


@pytest.mark.parametrize("words", [("--port", "70000"), ("--max-upload", "0")])
def test_numbers_that_cannot_be_used(words: tuple[str, ...]) -> None:
    with pytest.raises(SettingError):
        settings(*words)


@pytest.mark.parametrize("k", ["x", 0, 31, -1])
def test_settings_from_a_browser_are_checked(k: object) -> None:
    with pytest.raises(SettingError):
        read_choice(None, None, "", k)
    with pytest.raises(SettingError, match="not a day"):
        read_day("7.3.2024")


# ---- examples


def test_examples_are_answered(desks: Desks) -> None:
    found = examples(desks.get())
    assert found
    assert all(not desks.get().ask(q).abstained for q in found)


# ---- the pane


def test_the_pane_marks_a_figure_in_its_sentence(desks: Desks) -> None:
    article, figure = next((a, f) for a, f in desks.get().figures("trams") if f.text == "48 trams")
    shown = pane(desks.get(), {"article": article.id, "from": str(figure.start), "to": str(figure.end)})
    assert '<mark class="nd-figure">48 trams</mark>' in shown
    assert "the mayor said.</mark>" in shown


@pytest.mark.parametrize(
    "asked", [None, [], {"article": "no"}, {"article": {}}, {"article": "x", "start": "y"}, "text", {"start": 1}]
)
def test_the_pane_answers_anything(desks: Desks, asked: object) -> None:
    assert "nd-error" in pane(desks.get(), asked)


def test_offsets_outside_the_text_mark_nothing(desks: Desks) -> None:
    article = desks.get().articles()[0]
    for start, end in ((-1, 5), (0, 10**9), (9, 3), ("a", "b")):
        assert "<mark" not in pane(desks.get(), {"article": article.id, "start": start, "end": end})


# ---- the pile


def test_articles_are_searched_and_sorted(desks: Desks) -> None:
    desk = desks.get()
    assert [row.title for row in listed(desk, "star trams")] == ["Trams return"]
    for sort in SORTS:
        assert len(listed(desk, "", sort)) == 2
    assert listed(desk)[0].title == "Trams return"
    assert "Remove" not in pile(desk, removable=False)


def test_what_was_added_is_there_after_a_restart_and_gone_after_removal(desks: Desks, tmp_path: Path) -> None:
    folder = desks.folders[desks.names[0]]
    path = pasted(
        folder, "The Varnholm lighthouse drew 5,214 visitors in May 2024.", "Lighthouse", "Star", "2024-06-01"
    )
    assert "1 added" in list(adding(desks, None, [path]))[-1]
    again = Desks([folder])
    article = next(a for a in again.get().articles() if a.title == "Lighthouse")
    assert (article.publisher, article.published) == ("Star", date(2024, 6, 1))
    assert "5,214" in (again.get().ask("How many visitors did the Varnholm lighthouse draw?").short or "")
    assert "1 known already" in list(adding(again, None, [path]))[-1]
    assert "Removed" in removed(again, None, article.id)
    assert not path.exists()
    assert len(desks.get().articles()) == 2
    assert "nd-error" in removed(again, None, article.id)
    again.close()


def test_a_question_does_not_wait_for_an_upload(desks: Desks) -> None:
    answered = threading.Event()

    def ask() -> None:
        desks.get().ask("How many trams did Glasport buy in 2023?")
        answered.set()

    with desks.writing() as writer, writer.index.changing():
        threading.Thread(target=ask).start()
        assert answered.wait(10)


def test_one_bad_file_does_not_keep_the_others_out(desks: Desks, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 no")
    (tmp_path / "<b>good.txt").write_text("The mill ground 77 tons of rye in 2022, its owner said.", encoding="utf-8")
    folder = desks.folders[desks.names[0]]
    kept, refused = kept_uploads(folder, [str(p) for p in sorted(tmp_path.iterdir())], 10_000)
    told = list(adding(desks, None, kept, refused))
    assert "1 added" in told[-1]
    assert "bad.pdf" in told[-1]
    assert "<b>" not in told[-1]
    article = next(a for a in desks.get().articles() if "rye" in a.text)
    removed(desks, None, article.id)


def test_uploads_are_limited_by_kind_and_size(tmp_path: Path) -> None:
    (tmp_path / "run.exe").write_bytes(b"x")
    (tmp_path / "big.txt").write_bytes(b"x" * 2000)
    kept, refused = kept_uploads(tmp_path, [str(tmp_path / "run.exe"), str(tmp_path / "big.txt")], 1000)
    assert kept == []
    assert len(refused) == 2


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("<img onerror=x>.md", "_img onerror_x_.md"),
        ("...", "article"),
        ("a\x00b.txt", "a_b.txt"),
        ("x" * 300 + ".txt", "x" * 90 + ".txt"),
        ("新闻.md", "新闻.md"),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_kept_files_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = keep(tmp_path, "news.md", b"one"), keep(tmp_path, "news.md", b"two")
    assert first != second
    assert keep(tmp_path, "news.md", b"one") == first
    assert first.is_relative_to(tmp_path / ADDED)


@pytest.mark.parametrize("text", ["", "/etc/passwd", "file:///etc/passwd", "ftp://x.org/a", "http://", "http://[x"])
def test_only_web_addresses_are_fetched(text: str) -> None:
    with pytest.raises(InputError, match="not a web address"):
        address(text)


def test_a_paste_needs_text(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        pasted(tmp_path, "  ")
    with pytest.raises(SettingError):
        pasted(tmp_path, "text", published="yesterday")


# ---- the ledger


def test_the_ledger_is_filtered(desks: Desks) -> None:
    desk = desks.get()
    assert {f.text for _, f in figures(desk, Wanted(words="trams"))} >= {"48 trams"}
    assert all(f.unit == "EUR" for _, f in figures(desk, Wanted(unit="EUR")))
    assert figures(desk, Wanted(publisher="Nobody")) == []
    assert "48 trams" in view(desk, Wanted(year_from=2023, year_to=2023))[0]
    units, publishers = choices(desk)
    assert "EUR" in units
    assert publishers == ["Glasport Star"]


def test_csv_holds_every_figure_and_no_formula(desks: Desks) -> None:
    found = list(csv.DictReader(io.StringIO(as_csv(figures(desks.get(), Wanted())))))
    row = next(r for r in found if r["figure"] == "48 trams")
    assert (row["value"], row["unit"], row["publisher"]) == ("48", "tram", "Glasport Star")


@pytest.mark.parametrize(("text", "year"), [("2023", 2023), (" 1999 ", 1999), ("", None), ("x", None), ("0", None)])
def test_read_year(text: str, year: int | None) -> None:
    assert read_year(text) == year


# ---- for others


def test_endpoints_answer_and_say_what_is_wrong(desks: Desks) -> None:
    made = endpoints(desks, RuntimeError)
    assert made["ask"]("How many trams did Glasport buy in 2023?")["short"] == "48 trams"
    assert made["search"]("trams", 2)[0]["title"] == "Trams return"
    assert {row["title"] for row in made["articles"]()} >= {"Trams return"}
    for name, given in (("ask", ("",)), ("ask", ("x y", "tomorrow")), ("search", ("x", 99)), ("search", ("",))):
        with pytest.raises(RuntimeError):
            made[name](*given)
    assert all((function.__doc__ or "").strip() for function in made.values())


def test_indexes_are_named_and_strangers_refused(tmp_path: Path) -> None:
    found = Desks([tmp_path / "a" / "index", tmp_path / "b" / "index", tmp_path / "other"])
    assert found.names == (str(tmp_path / "a" / "index"), str(tmp_path / "b" / "index"), "other")
    with pytest.raises(SettingError):
        found.get("/etc")
    with pytest.raises(SettingError):
        found.get(reader="nobody:model")


def test_reports_are_found_by_their_name_only() -> None:
    reports = Reports()
    names = [reports.add(f"page {n}") for n in range(15)]
    assert reports.get(names[-1]) == "page 14"
    assert reports.get(names[0]) is None
    assert reports.get("0") is None


def test_a_question_set_is_chosen_or_uploaded(tmp_path: Path) -> None:
    assert questions_of("smoke", None).name == "smoke.jsonl"
    with pytest.raises(InputError):
        questions_of("/etc/passwd", None)
    with pytest.raises(InputError):
        questions_of("smoke", str(tmp_path / "x.exe"))
