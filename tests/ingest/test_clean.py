"""Cleaning: what goes, what stays, and that no word of the rest changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.clean import clean_text, repair
from ingest.text.furniture import is_credited_caption, is_furniture

GOES = [
    ("< 1 2 3 >", "pager"),
    ("1 2 3 4 Next >", "pager with next"),
    ("Page 2 of 5", "page count"),
    ("Share - WeChat", "share line"),
    ("Share on Facebook", "share line"),
    ("Share this article via email", "share line"),
    ("Print", "tool"),
    ("Tweet", "tool"),
    ("Print | Email | Share", "tools"),
    ("Copyright©2024 Coast Daily. All rights reserved.", "rights"),
    ("© 2023 The Coast Times", "rights"),
    ("(c) Copyright 2020 by Acme Media Ltd.", "rights"),
    ("© Acme Media. All rights reserved. This material may not be published or redistributed.", "rights"),
    ("All rights reserved.", "rights"),
    ("京公网安备 11010102000001号", "licence number"),
    ("京ICP备12345678号-1", "licence number"),
    ("信息网络传播视听节目许可证：0100000", "licence number"),
    ("Search Trends", "search box"),
    ("Top Picks", "section head of the site"),
    ("Most Read", "box"),
    ("Trending now", "box"),
    ("Related stories", "box"),
    ("Editor's Picks", "box"),
    ("Editor’s picks", "box, curly"),
    ("You may also like", "box"),
    ("More from World", "box"),
    ("Newspapers in English", "directory footer"),
    ("Newspapers from Hong Kong", "directory footer"),
    ("Originally published at", "origin"),
    ("Originally published at https://example.com/a", "origin"),
    ("This article was originally published on Coast Daily.", "origin"),
    ("Images courtesy of", "credit"),
    ("Photos courtesy of the port authority", "credit"),
    ("Photo: Ana Lima/Coast Daily", "credit"),
    ("SOURCE Acme Holdings", "source line of a release"),
    ("Source: Xinhua", "source line"),
    ("(With input from agencies)", "credit"),
    ("With inputs from Reuters", "credit"),
    ("(Reporting by Ana Lima; Editing by Bo Chen)", "credit"),
    ("Additional reporting by Bo Chen in Lisbon", "credit"),
    ("Read more: Port closes for a week", "link"),
    ("READ MORE", "link"),
    ("Read more (4 min): Port closes", "link with the time it takes"),
    ("Related: 300 ships wait", "link"),
    ("3.4K views", "count of views"),
    ("Likes: 1,310", "count of likes"),
    ("\U0001f44d 31 \U0001f4ac 7", "counts with pictures"),
    ("Posted in Harbour | 6 Comments", "section and count"),
    ("Phone: 020 7946 0018 | Email: desk@coast.example", "how to reach the paper"),
    ("Call us on 0800 496 0018", "telephone number"),
    ("Click to share on Threads", "share line"),
    ("Share this: 27 shares", "count of shares"),
    ("Read more at Coast Daily. 31 comments", "two sentences of furniture"),
    ("Tel 020 7946 0018. Comments (17). Print this page.", "three, with a telephone number"),
    ("The post Port closes appeared first on Coast Daily.", "origin"),
    ("Also read: Ten ports to see", "link"),
    ("Click here to read the full report", "link"),
    ("Advertisement", "advertisement"),
    ("ADVERTISEMENT", "advertisement"),
    ("- Advertisement -", "advertisement"),
    ("Story continues below advertisement", "advertisement"),
    ("Sponsored content", "advertisement"),
    ("Subscribe", "subscription"),
    ("Subscribe to our newsletter", "newsletter"),
    ("Sign up for our daily newsletter and get the news in your inbox.", "newsletter"),
    ("Follow us on Twitter and Facebook", "follow"),
    ("Download our app for alerts", "app"),
    ("We use cookies to improve your experience.", "cookies"),
    ("This site uses cookies. By continuing to browse you agree to our use of cookies.", "cookies"),
    ("Accept all cookies", "cookies"),
    ("Cookie policy", "cookies"),
    ("Skip to main content", "menu"),
    ("Back to top", "menu"),
    ("Home > News > World", "bread crumbs"),
    ("3 min read", "reading time"),
    ("Comments (14)", "comments"),
    ("Terms of Use", "menu"),
    ("Privacy Policy", "menu"),
]
STAYS = [
    ("Print sales of the paper fell by a fifth last year.", "a sentence that starts like a tool"),
    ("Share prices rose 3 percent.", "a sentence that starts like a share line"),
    ("Share prices rise", "a heading of like kind"),
    ("Call 40 witnesses, judge urges", "a sentence that starts like a telephone number"),
    ("Views of 300 painters", "a heading that starts like a count"),
    ("Shares", "a heading"),
    ("Copyright law was changed in 2019.", "about copyright"),
    ("The court held that copyright in the songs had lapsed.", "about copyright"),
    ("The company said all rights in the mine were sold.", "rights in prose"),
    ("Top officials met on Monday.", "top"),
    ("Trending downward, the index lost 4 points.", "trending in prose"),
    ("Subscribers to the service rose to 4 million.", "about subscribers"),
    ("Most read the law as a ban.", "a sentence that starts like a box"),
    ("Related industries employ 40,000 people.", "related in prose"),
    ("Newspapers in the region have lost half of their readers since 2010.", "about newspapers"),
    ("Like many members, he left early.", "starts like a call to join"),
    ("Support for the new members fell.", "starts like a call to join"),
    ("Follow-up emails show that he knew.", "starts like a call to follow"),
    ("Images by the telescope show that the star grew.", "starts like a credit"),
    ("With reports from the field, officers moved north.", "starts like a credit"),
    ("The trial was extended to a month.", "starts like a subscription"),
    ("Newspapers in Kenya closed.", "starts like a directory"),
    ("More on that later.", "starts like a box"),
    ("By using terms like these, the court agreed with the port.", "starts like a cookie notice"),
    ("公司获得生产许可证，股价上涨", "a licence in a Chinese headline"),
    ("Read by millions, the paper was closed in May.", "read in prose"),
    ("Sources: two officials said the deal was off.", "sources in prose"),
    ("Advertisement spending fell 8 percent.", "about advertising"),
    ("Cookies made of oats sold well.", "about cakes"),
    ("1 2 buckle my shoe", "digits before words"),
    ("2023", "a year alone"),
    ("Photo sales rose.", "photo in prose"),
    ("Growing together", "a heading"),
    ("What happens next", "a heading"),
    ("Home prices fell 2 percent in May.", "home in prose"),
    ("Follow the money, said the judge.", "follow in prose"),
    ("More from the mine means less for the river.", "more from in prose"),
    ("The book, originally published in 1920, sold 4 million copies.", "origin in prose"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), GOES, ids=[row[0] for row in GOES])
def test_furniture_goes(line: str, kind: str) -> None:
    assert is_furniture(line), kind
    cleaned = clean_text(f"The port reopened on Monday.\n\n{line}\n\nTraffic was heavy.")
    assert cleaned.text == "The port reopened on Monday.\n\nTraffic was heavy."
    assert cleaned.dropped == (line,)


@pytest.mark.parametrize(("line", "reason"), STAYS, ids=[row[0] for row in STAYS])
def test_text_stays(line: str, reason: str) -> None:
    assert not is_furniture(line), reason
    assert line in clean_text(f"The port reopened on Monday.\n\n{line}\n\nTraffic was heavy.").text


REPAIRS = [
    ("of the\u00ac\u2020port", "of the port", "a no-break space that went through Mac Roman"),
    ("1\u00a0000", "1 000", "a no-break space"),
    ("cafÃ© sociÃ©tÃ©", "café société", "UTF-8 read as Latin-1"),
    ("itâ€™s", "it’s", "UTF-8 read as cp1252"),
    ("“Wait,” she said — it’s …", "“Wait,” she said — it’s …", "curly quotes and dashes stay"),
    ("naïve São Paulo Łódź", "naïve São Paulo Łódź", "good accents stay"),
    ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne", "line ends"),
    ("a\tb   c", "a b c", "spaces"),
    ("a\x00b\x07c\x1b[31m", "abc[31m", "control characters"),
    ("govern\u00adment zero\u200bwidth", "government zerowidth", "invisible signs"),
    ("cafe\u0301", "café", "a letter and its accent become one"),
    ("x \ud800 y", "x \ufffd y", "a lone surrogate"),
    ("price < 5 & > 3", "price < 5 & > 3", "signs of markup in prose"),
    ("<b>bold</b>", "<b>bold</b>", "markup in a text is text"),
    ("¬ and †", "¬ and †", "the two signs apart are wanted"),
    ("北京 １２３", "北京 １２３", "full-width digits stay as printed"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), REPAIRS, ids=[row[2] for row in REPAIRS])
def test_repairs(text: str, expected: str, reason: str) -> None:
    assert repair(text) == expected, reason


def test_repeated_captions_with_a_credit_go() -> None:
    caption = "A crane lifts a box in the port of Lisbon. /AGY"
    cleaned = clean_text(f"Title\n{caption}\n{caption}\n\n{caption}\n\nThe port reopened on Monday.")
    assert cleaned.text == "Title\n\nThe port reopened on Monday."
    assert cleaned.dropped == (caption,) * 3


def test_repeated_prose_and_single_captions_stay() -> None:
    text = "The port is open again.\n\nThe port is open again.\n\nA crane lifts a box in Lisbon. AGENCY"
    assert clean_text(text).text == text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Boats lie in the port of Lisbon. /AGY", True),
        ("Boats lie in the port of Lisbon. COAST DAILY", True),
        ("Boats lie in the port. [Photo by Ana Lima]", True),
        ("Boats lie in the port (file photo)", True),
        ("Boats lie in the port. Photo: Ana Lima", True),
        ("Traffic was heavy in the port by noon.", False),
        ("The talks were led by the U.N.", False),
        ("Short one. CFP", False),
    ],
)
def test_credited_captions(line: str, expected: bool) -> None:
    assert is_credited_caption(line) is expected


def test_hard_wrapped_lines_become_a_paragraph_and_its_words_are_safe() -> None:
    text = (
        "The town of Oban will close its last paper after a hundred and\n"
        "ten years, its owner said on Friday, because fewer people want\n"
        "print. Another forty papers in the west of the country closed\n"
        "last year.\n\nShare - WeChat"
    )
    cleaned = clean_text(text)
    assert cleaned.text.count("\n") == 0
    assert cleaned.text.split() == text.rsplit("\n\n", 1)[0].split()


LINES = st.lists(
    st.sampled_from([row[0] for row in GOES + STAYS] + ["", "", "It is so.", "cafÃ©", "A crane at work. /AGY"])
    | st.text(alphabet=st.characters(codec="utf-8"), max_size=30),
    max_size=25,
)


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_what_is_left_has_the_same_words_in_the_same_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    cleaned = clean_text(text)
    dropped = list(cleaned.dropped)
    words: list[str] = []
    for line in repair(text).split("\n"):
        if dropped and line.strip() == dropped[0]:
            dropped.pop(0)
        else:
            words += line.split()
    if not dropped and not any(line in cleaned.text for line in cleaned.dropped):  # of equals, which went is not told
        assert cleaned.text.split() == words
    assert not re.search(r"\n{3}|[ \t]\n|\n[ \t]|\r", cleaned.text)


def test_a_long_line_is_cleaned_in_linear_time() -> None:
    assert len(clean_text("x" * 1_000_000 + "é").text) == 1_000_001
    clean_text("Share " * 100_000)
    clean_text("< 1 2 3 " * 50_000)
