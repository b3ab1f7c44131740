"""Title, publisher, authors and date from an article's own head and foot."""

from datetime import date
from pathlib import Path

import pytest

from ingest.documents import prepare
from ingest.head.headline import read_head_line
from ingest.head.metadata import make_title, read_metadata
from ingest.head.people import read_byline
from ingest.raw import RawArticle
from ingest.read.source import read_source
from ingest.text.clean import clean_text

PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, and traffic was heavy by noon."
ARTICLES = Path(__file__).parents[3] / "shared" / "articles"

LINES = [
    (
        "Updated: Mar 7, 2024 By ANA LIMA and BO CHEN in Lisbon Coast Daily Global Print",
        (date(2024, 3, 7), ("Ana Lima", "Bo Chen"), "Coast Daily Global"),
        "a portal's line",
    ),
    (
        "Updated: Jan 13, 2023 By ANA LIMA coastdaily.com Print",
        (date(2023, 1, 13), ("Ana Lima",), "coastdaily.com"),
        "a site as publisher",
    ),
    ("- By ANA LIMA", (None, ("Ana Lima",), None), "a dash before the byline"),
    (
        "By Jane Doe and John Smith | Reuters | 12 March 2021",
        (date(2021, 3, 12), ("Jane Doe", "John Smith"), "Reuters"),
        "bars",
    ),
    ("By Jane Doe, Economics Correspondent", (None, ("Jane Doe",), None), "a role is no author"),
    ("By Jane Doe, The Coast Times", (None, ("Jane Doe",), "The Coast Times"), "an outlet is no author"),
    ("By Jane Doe in Nairobi", (None, ("Jane Doe",), None), "a place is no author"),
    ("By Jane van der Berg", (None, ("Jane van der Berg",), None), "particles"),
    ("By José Núñez and Zoë O’Hara", (None, ("José Núñez", "Zoë O’Hara"), None), "accents and apostrophes"),
    ("By JEAN-PAUL O'BRIEN", (None, ("Jean-Paul O'Brien",), None), "capitals become a name"),
    ("By Reuters", (None, (), "Reuters"), "a wire signs"),
    ("Published 4 May 2022", (date(2022, 5, 4), (), None), "a labelled date"),
    ("Published: 4 May 2022 | Updated: 6 May 2022", (date(2022, 5, 4), (), None), "published before updated"),
    ("Updated 6 May 2022 | Published 4 May 2022", (date(2022, 5, 4), (), None), "in either order"),
    ("January 13, 2023, 10:15 AM EST", (date(2023, 1, 13), (), None), "clock and zone"),
    ("2024-03-07 08:15", (date(2024, 3, 7), (), None), "ISO and a clock"),
    ("Last updated on Friday, 7 March 2024 at 08.15 GMT", (date(2024, 3, 7), (), None), "an update alone"),
    ("Posted on 2 June 2021 by Ana Lima", (date(2021, 6, 2), ("Ana Lima",), None), "date before the byline"),
    ("Coast Daily | 2024-03-07", (date(2024, 3, 7), (), "Coast Daily"), "outlet and date"),
    ("Source: Xinhua | 2024-03-07", (date(2024, 3, 7), (), "Xinhua"), "a source and a date"),
    ("SOURCE Acme Holdings", (None, (), "Acme Holdings"), "a press release names its source"),
    ("LYON, April 2, 2021 /PRNewswire/ -- This is a report from Coast Daily:", (date(2021, 4, 2), (), "Coast Daily"),
     "a wire hands on a report"),
    ("03/04/2022", None, "two readings: no date line"),
    ("By TOBY ASHBY, SHELBY BYRNE and COLBY RUGBY", (None, ("Toby Ashby", "Shelby Byrne", "Colby Rugby"), None),
     "names that end in by, in capitals, joined by a small word"),
    ("BY ANA LIMA, BO CHEN AND IDA HOLM", (None, ("Ana Lima", "Bo Chen", "Ida Holm"), None), "all in capitals"),
    ("By Ana Lima, Bo Chen and Ida Holm", (None, ("Ana Lima", "Bo Chen", "Ida Holm"), None), "three authors"),
    ("By Ana Lima in New York and Bo Chen", (None, ("Ana Lima", "Bo Chen"), None), "a place between two names"),
    ("By Ana Lima in Paris, Bo Chen in Oslo and Ida Holm in Lisbon", (None, ("Ana Lima", "Bo Chen", "Ida Holm"), None),
     "a place behind each name"),
    ("By Ana Lima, MD, and Bo Chen, Chief Business Correspondent", (None, ("Ana Lima", "Bo Chen"), None),
     "titles behind the names"),
    ("By Ana Lima with Bo Chen", (None, ("Ana Lima", "Bo Chen"), None), "one with another"),
    ("By Ana Lima ana.lima@coastdaily.com", (None, ("Ana Lima",), None), "an address"),
    ("By Ana Lima @analima", (None, ("Ana Lima",), None), "a handle"),
    ("Words by Ana Lima", (None, ("Ana Lima",), None), "words by"),
    ("Analysis by Ana Lima", (None, ("Ana Lima",), None), "analysis by"),
    ("Ana Lima | Staff Writer", (None, ("Ana Lima",), None), "a name and a role without by"),
    ("Published 03.05.2024 | Updated 04.05.2024", (date(2024, 5, 3), (), None), "dotted dates have the day first"),
    ("Veröffentlicht am 03.05.2024, 10:15 Uhr", (date(2024, 5, 3), (), None), "a German label"),
    ("Aktualisiert: 4. Mai 2024 - Veröffentlicht: 3. Mai 2024", (date(2024, 5, 3), (), None), "in either order"),
    ("Publié le 3 mai 2024", (date(2024, 5, 3), (), None), "a French label"),
    ("Built by Norvik Yards", None, "by in a sentence"),
    ("Side By Side", None, "by between two words"),
    ("Ferry Struck By Ana Lima Crane", None, "by in a headline"),
    ("By Train Through Norway", None, "a headline that starts with by"),
    ("By Monday Norvik Will Be Dry", None, "a headline that starts with by and a day"),
    ("By Tuesday, 4 May 2022, the water had fallen by a metre and people returned to the town.", None, "prose"),
    ("By the numbers", None, "a heading"),
    ("By The Numbers", None, "a heading in capitals"),
    ("The law of 4 May 2022 changed how the port is run.", None, "a date in prose"),
    ("Port reopens after storm", None, "a title"),
    ("Print media face a hard year", None, "a title that starts like a tool"),
    ("From Lagos With Love", None, "a title that starts like a byline"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected", "reason"), LINES, ids=[row[2] for row in LINES])
def test_head_lines(line: str, expected: tuple[date | None, tuple[str, ...], str | None] | None, reason: str) -> None:
    head = read_head_line(line)
    if expected is None:
        assert head is None, reason
        return
    assert head is not None, reason
    published = min(head.dates)[1] if head.dates else None
    assert (published, head.authors, head.publisher) == expected, reason


HEADS = [
    ("Port reopens\n\n{p}", ("Port reopens", None, (), None), "title and text"),
    ("Coast Daily\n\nPort reopens after storm\n\n- By ANA LIMA\n\n{p}",
     ("Port reopens after storm", "Coast Daily", ("Ana Lima",), None), "the first line is the publisher"),
    ("Ten years on\n\nPort city counts its gains after the storm\n\nUpdated: Mar 7, 2024 By ANA LIMA Print\n\n{p}",
     ("Port city counts its gains after the storm", None, ("Ana Lima",), date(2024, 3, 7)),
      "a section name before the title"),
    ("{p}\n\n{p}", (None, None, (), None), "no head at all"),
    ("Port reopens\n\nLONDON, March 3 (Reuters) - {p}", ("Port reopens", "Reuters", (), None),
     "a dateline without a year"),
    ("Port reopens\n\nLONDON, March 3, 2021 (Reuters) - {p}", ("Port reopens", "Reuters", (), date(2021, 3, 3)),
     "a dateline with a year"),
    ("Port reopens\n\n{p} It was built on 4 May 2012.", ("Port reopens", None, (), None), "a date in the text"),
    ("Port reopens\n\n4 May 2022\n\n{p}\n\nCopyright © 2024 Coast Daily. All rights reserved.",
     ("Port reopens", "Coast Daily", (), date(2022, 5, 4)), "a copyright year is no date"),
    ("Port reopens\n\n{p}\n\nCopyright 2024", ("Port reopens", None, (), None), "nor here"),
    ("Port reopens\nBy Jane Doe\nReuters\n12 March 2021\n\n{p}", ("Port reopens", "Reuters", ("Jane Doe",),
     date(2021, 3, 12)),
     "one fact a line"),
    ("Port reopens\n\nBy Ana Lima\nBBC News, Lisbon\n\nPublished\n4 May 2022\n\n{p}",
     ("Port reopens", None, ("Ana Lima",), date(2022, 5, 4)), "label and date on two lines"),
    ("Port reopens\nReuters\nMay 4, 20228:15 AM GMT+1Last Updated 2 years ago\n\nLISBON, May 4 (Reuters) - {p}",
     ("Port reopens", "Reuters", (), date(2022, 5, 4)), "a clock glued to the year"),
    ("Port reopens | Coast Daily\n\nThe city says it is done.\n\nWed 4 May 2022 10.15 BST\n\n{p}",
     ("Port reopens", "Coast Daily", (), date(2022, 5, 4)), "a page title and a standfirst"),
    ("Acme opens port\n\nLISBON, Portugal, May 4, 2022 (GLOBE NEWSWIRE) -- {p}",
     ("Acme opens port", "GLOBE NEWSWIRE", (), date(2022, 5, 4)), "a press release"),
    ("Port reopens\n\nSource: Xinhua\n\nEditor: someone\n\n2022-05-04 10:15:30\n\nLISBON, May 4 (Xinhua) -- {p}",
     ("Port reopens", "Xinhua", (), date(2022, 5, 4)), "an agency page"),
    ("港口重新开放\n\n2022年5月4日 10:15 来源：新华社\n\n{p}", ("港口重新开放", "新华社", (),
     date(2022, 5, 4)), "Chinese"),
    ("Title: Port reopens\nAuthor: Ana Lima\nDate: 4 May 2022\nSource: Coast Daily\n\n{p}",
     ("Port reopens", "Coast Daily", ("Ana Lima",), date(2022, 5, 4)), "named fields"),
    ("# Port reopens\n\n{p}", ("Port reopens", None, (), None), "a markdown heading in a text file"),
    ("Port reopens\n\n{p}\n\nPublished 4 May 2022", ("Port reopens", None, (), date(2022, 5, 4)), "a labelled foot"),
    ("Port reopens\n\n{p}\n\n4 May 2022", ("Port reopens", None, (), None), "a bare date at the end may be anything"),
    ("Port reopens\n\nUpdated 6 May 2022\n\nLISBON, May 4, 2022 (Reuters) - {p}",
     ("Port reopens", "Reuters", (), date(2022, 5, 4)), "a dateline before an update"),
    ("Port reopens\n\nPublished 5 May 2022\n\nLISBON, May 4, 2022 (Reuters) - {p}",
     ("Port reopens", "Reuters", (), date(2022, 5, 5)), "a published date before a dateline"),
    ("Port reopens\n\nUpdated 6 May 2022\n\n{p}", ("Port reopens", None, (), date(2022, 5, 6)), "an update alone"),
    ("Derby by night\n\nBy Shelby Digby\n\n03.05.2024\n\n{p}",
     ("Derby by night", None, ("Shelby Digby",), date(2024, 5, 3)), "by in the title"),
    ("Port reopens\n\nOrsk, 3 May 2024. {p}", ("Port reopens", None, (), date(2024, 5, 3)), "place, whole day, a stop"),
    ("Port reopens\n\nLAGOS, Nigeria, May 3, 2024 (Reuters): {p}", ("Port reopens", "Reuters", (), date(2024, 5, 3)),
     "place, whole day, a colon"),
    ("Port reopens\n\nOrsk, 3 May. {p}", ("Port reopens", None, (), None), "a stop behind a day without its year"),
    ("Port reopens\n\nThe port, 3 May 2024 onwards, is open. {p}", ("Port reopens", None, (), None),
     "a day that is a part of a sentence"),
    ("Ten years of the bridge\n\n4 May 1993\n\nThe bridge opens.\n\n6 May 2003\n\nIt burns.\n\n{p}",
     ("Ten years of the bridge", None, (), None), "a timeline"),
    ("Interview\n\nQ: Who are you?\n\nA: An engineer.\n\n{p}", ("Interview", None, (), None), "questions and answers"),
    ("Ana Lima, engineer\n\nBorn 4 May 1950\n\n{p}", ("Ana Lima, engineer", None, (), None), "a birthday"),
    ("Port reopens\n\nOn 4 May 2012 - a Friday - the old port burned. {p}", ("Port reopens", None, (), None),
     "a date and dashes in prose"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), HEADS, ids=[row[2] for row in HEADS])
def test_heads(text: str, expected: tuple[object, ...], reason: str) -> None:
    found = read_metadata(clean_text(text.replace("{p}", PROSE)))
    assert (found.title, found.publisher, found.authors, found.published) == expected, reason
    assert PROSE in found.text
    assert not found.title or found.title not in found.text.split("\n")


def test_the_dates_of_a_timeline_stay_in_its_text() -> None:
    text = f"4 May 1993\n\nThe bridge opens.\n\n6 May 2003\n\nIt burns.\n\n{PROSE}"
    assert read_metadata(clean_text(f"Ten years of the bridge\n\n{text}")).text == text


def test_a_given_title_goes_before_the_text_and_leaves_it() -> None:
    found = read_metadata(clean_text(f"Port Reopens!\n\n{PROSE}"), title="Port reopens")
    assert (found.title, found.text) == ("Port reopens", PROSE)


def test_a_made_title_is_short_and_from_the_text() -> None:
    assert make_title(PROSE).endswith("…")
    assert PROSE.startswith(make_title(PROSE).rstrip("…"))
    assert len(make_title("x" * 500)) <= 81


def test_byline_fields() -> None:
    assert read_byline("Jane Doe, John Smith and Ana Lima") == ("Jane Doe", "John Smith", "Ana Lima")


def test_what_the_source_gives_counts_more_than_the_text() -> None:
    raw = RawArticle(
        "a.txt", b"", f"Title\n\nPublished 4 May 2022\n\n{PROSE}", media="text", published=date(2020, 1, 1)
    )  # type: ignore[arg-type]
    assert prepare(raw).article.published == date(2020, 1, 1)


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five articles are not beside this checkout")
def test_the_five_articles() -> None:
    found = []
    for path in sorted(ARTICLES.glob("*.txt")):
        raw = next(read_source(path))
        assert isinstance(raw, RawArticle)
        article = prepare(raw).article
        found.append((article.published, article.publisher, article.authors))
        assert not any(
            junk in article.text
            for junk in ("Share - ", "Search Trends", "Top Picks", "< 1 2", "Copyright", "公网安", "Newspapers", "/CFP",
                         "Originally published", "courtesy", "With input", "\u00ac", "\u2020")
        )  # fmt: skip
        assert article.title not in article.text.split("\n")
    assert found == [
        (date(2024, 4, 29), "China Daily", ()),
        (date(2024, 3, 7), "China Daily Global", ("Zheng Jinran", "Zhang Yu")),
        (None, "China Daily", ("Yuan Shenggao",)),
        (None, None, ()),
        (date(2023, 1, 13), "chinadaily.com.cn", ("Yang Cheng",)),
    ]
