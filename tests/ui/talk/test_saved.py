"""A conversation saved as a file: the question stands in it, and every footnote is that of its mark."""

import io
import re

import docx
import pytest

from qa.desk import Newsdesk
from ui.chat.ask import asked_turn, read_choice
from ui.chat.tabs.tab_talks import written
from ui.chat.talk.markdown import as_document
from ui.chat.talk.turns import Talk, Turn
from ui.chat.talk.word import as_word
from ui.show.html.part import Part

CHOICE = read_choice(None, None, "", 8)
ODD = Part("<b>5</b> & \x0b6", (("A *line* & <more>", ("1", "9")),), (("1", "Star: “<i>5</i>”"),))


@pytest.fixture(scope="module")
def talk(desk: Newsdesk) -> Talk:
    first = asked_turn(desk, Talk(), "How many trams did Glasport buy in 2023?", CHOICE)
    return asked_turn(desk, first, "What did they cost?", CHOICE)


def test_markdown_has_questions_answers_and_footnotes_that_match(talk: Talk) -> None:
    text = as_document(talk)
    assert "## How many trams did Glasport buy in 2023?" in text
    assert "## What did they cost?" in text
    assert "*Understood as: " in text
    marks = set(re.findall(r"(?<!\\)\[\^([\d-]+)\](?!:)", text))
    notes = dict(re.findall(r"(?m)^\[\^([\d-]+)\]: (.*)$", text))
    assert marks == set(notes) == {f"{turn.number}-{key}" for turn in talk.turns for key, _ in turn.part.notes}
    assert {mark.partition("-")[0] for mark in marks} == {"1", "2"}
    assert "48 trams" in notes["1-1"]


def test_markdown_reads_no_markup_and_no_mark_points_at_nothing() -> None:
    text = as_document(Talk((Turn(1, "# *why*", "", None, ODD),)))
    assert text.startswith("## \\# \\*why\\*\n")
    assert "[^1-1]\n" in text
    assert "1-9" not in text


def test_word_opens_it_with_footnotes_that_match(talk: Talk) -> None:
    made = docx.Document(io.BytesIO(as_word(talk)))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert said[0] == "How many trams did Glasport buy in 2023?"
    assert made.paragraphs[0].style.name == "Heading 2"
    notes = next(p for p in made.part.package.iter_parts() if str(p.partname) == "/word/footnotes.xml").blob.decode()
    marks = re.findall(r'footnoteReference w:id="(\d+)"', made.element.xml)
    assert marks == re.findall(r'<w:footnote w:id="(\d+)"', notes)
    assert len(marks) == sum(len(turn.part.notes) for turn in talk.turns) >= 2
    assert "48 trams" in notes


def test_word_holds_odd_text_as_text() -> None:
    made = docx.Document(io.BytesIO(as_word(Talk((Turn(1, "<why> & how\x00", "", None, ODD),)))))
    assert [p.text.strip() for p in made.paragraphs] == ["<why> & how", "<b>5</b> & 6", "A *line* & <more>"]


def test_what_the_articles_do_not_say_is_saved_with_its_nearest_words(desk: Newsdesk) -> None:
    talk = asked_turn(desk, Talk(), "How many penguins live in Glasport?", CHOICE)
    text = as_document(talk)
    assert "The articles do not say." in text
    assert ("not an answer" in text) == ("[^1-1]: " in text)


def test_files_are_named_by_their_kind(talk: Talk) -> None:
    assert written(talk, "word")[0] == "conversation.docx"
    name, content = written(talk, "markdown")
    assert name == "conversation.md"
    assert content.decode() == as_document(talk)
