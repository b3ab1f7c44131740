"""What was lost once: each loss with the likes of it that have to go on being left out."""

import pytest

from ingest.raw import Media
from ingest.read.layout.running import find_running
from ingest.read.wrapped.mail_text import drop_footer
from tests.ingest.office_files import document_of

MORE = (
    "Traffic over it will be counted for a year, and the fee of 9 euros stays, the council of Lindhavn decided in May."
)
PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said, and traffic was heavy."
ITEMS = "<ul><li>12 ferries a day</li><li>no service on 1 May</li></ul>"


@pytest.mark.parametrize(
    ("pages", "gone", "reason"),
    [
        (
            [["a deal that cost it 3 million in"], ["2023."]],
            [set(), set()],
            "a sentence's end on a page of its own",
        ),
        ([["It fell by", "12."]], [set()], "the end of a sentence below a page"),
        ([["Some text.", "12"]], [{1}], "a page number"),
        ([["Some text.", "- 12 -"]], [{1}], "a page number between strokes"),
        ([["Some text.", "1."], ["More of it.", "2."]], [{1}, {1}], "numbers with a stop that count the pages"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_numbers_at_the_edge_of_a_page(pages: list[list[str]], gone: list[set[int]], reason: str) -> None:
    assert find_running(pages) == gone, reason


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Copyright cases before the court doubled, to 86.", True),
        ("Copyright law was changed in 2019, and then again.", True),
        ("Copyright 2023 Vell Press", False),
        ("Copyright © Vell Press", False),
        ("© Vell Press, 12 Quay Street", False),
        ("(c) 2019-2023 Vell Press. All rights reserved.", False),
        ("Copyright by Vell Press", False),
        ("Copyright Vell Press 2023.", False),
        ("Copyright Vell Press. All rights reserved.", False),
    ],
)
def test_rights_in_a_mail(line: str, stays: bool) -> None:
    assert (line in drop_footer(f"{PROSE}\n\n{line}\n\n{PROSE}")[0]) is stays


BARE = f"<html><body><h1>Bridge reopens</h1><p>{PROSE}</p>{ITEMS}<h2>The numbers</h2><p>{MORE}</p></body></html>"


def test_lists_and_headings_of_a_bare_page() -> None:
    text = document_of(BARE.encode(), Media.HTML).article.text
    assert text.split() == f"{PROSE} - 12 ferries a day - no service on 1 May The numbers {MORE}".split()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<nav><ul><li>Home</li><li>Sport</li></ul></nav>", ""),
        ("<header><p>Vell Observer</p></header>", "<footer><p>Terms of use</p></footer>"),
        ("<div><ul><li><a href='/1'>Home</a></li><li><a href='/2'>Sport</a></li></ul></div>" * 9, ""),
        ("<script>var Home = 'Sport';</script>", "<style>p {}</style>"),
    ],
    ids=["a menu", "head and foot", "a menu of links", "script"],
)
def test_what_stands_around_an_article_stays_out(before: str, after: str) -> None:
    markup = f"<html><body>{before}<h1>Bridge reopens</h1><p>{PROSE}</p><p>{MORE}</p>{after}</body></html>"
    text = document_of(markup.encode(), Media.HTML).article.text
    assert text.split() == f"{PROSE} {MORE}".split()
