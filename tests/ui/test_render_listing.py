"""Answers to requests as the page and the terminal show them: tables with marks, briefs with their sources, help."""

import re

from qa import Answer, Newsdesk
from ui.show.html.copy import as_footnotes, as_markdown, as_plain
from ui.show.html.turn import turn_html
from ui.show.terminal.answer import render_answer


def ask(samples: Newsdesk, question: str) -> Answer:
    return samples.ask(question)


def test_a_timeline_is_a_table_whose_rows_open_their_words(samples: Newsdesk) -> None:
    answer = ask(samples, "Timeline")
    assert answer.table is not None
    html = turn_html(answer)
    assert html.count('class="nd-cite') >= len(answer.table.rows)
    assert "February 2014" in html and "Weigh the figures" not in html
    text = render_answer(answer, width=100)
    assert re.search(r"February 2014 .*\[\d+\]", text) and text.index("2010") < text.index("June 2015")


def test_a_count_of_articles_stands_without_the_source_of_one(samples: Newsdesk) -> None:
    html = turn_html(ask(samples, "How many articles mention Hebei?"))
    assert '<p class="nd-short">5 of 5 articles</p>' in html and "nd-source" not in html


def test_a_brief_names_the_source_of_each_sentence(samples: Newsdesk) -> None:
    answer = ask(samples, "What are these articles about?")
    assert turn_html(answer).count("nd-source") == len(answer.claims)


def test_help_is_shown_and_cites_nothing(samples: Newsdesk) -> None:
    answer = ask(samples, "hello")
    assert "Summarise the articles" in turn_html(answer) and "Summarise the" in render_answer(answer)
    assert not answer.citations


def test_the_rows_are_copied_with_their_marks(samples: Newsdesk) -> None:
    answer = ask(samples, "How many articles mention Baodi?")
    title = "Tianjin's mayor promises closer ties"
    assert f"{title}" in as_plain(answer) and "[1]" in as_plain(answer).split("Sources")[0]
    assert "1 of 5 articles" in as_markdown(answer) and "[^1]" in as_footnotes(answer)
