"""Names without a "by", fields of authors in their many forms: a name has to look like one, else its line is text."""

from datetime import date

import pytest

from ingest.documents import prepare
from ingest.head.fields import read_authors, read_given
from ingest.head.metadata import read_metadata
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.text.clean import clean_text

PROSE = "The weir at Hollin was closed on Tuesday for 14 months of repairs, and boats must turn back at the lock."
TITLE = "Weir at Hollin closes"
DAY = date(2024, 3, 5)
TWO = ("Greta Voss", "Milo Tarrant")

HEADS = [
    (f"{TITLE}\n\nGreta Voss and Milo Tarrant\nThe Hollin Courier\n05.03.2024 - 09:10 Uhr",
     (TITLE, "The Hollin Courier", TWO, DAY), "names, paper, day and a German clock"),
    (f"{TITLE.upper()}\n\nGRETA VOSS\n5 March 2024", (TITLE.upper(), None, ("Greta Voss",), DAY), "capitals"),
    ("BIG LOCK SHUT\n\nGreta Voss and Milo Tarrant\nHollin Courier\n5 March 2024",
     ("BIG LOCK SHUT", "Hollin Courier", TWO, DAY), "a title that is shorter than the names"),
    (f"{TITLE}\n5 March 2024\nGreta Voss", (TITLE, None, ("Greta Voss",), DAY), "behind the day"),
    (f"{TITLE}\n\nGreta Voss and Milo Tarrant", (TITLE, None, TWO, None), "two names right below the title"),
    (f"Greta Voss\nHollin Courier\n5 March 2024\n\n{TITLE}", (TITLE, "Hollin Courier", ("Greta Voss",), DAY),
     "above the title"),
    (f"{TITLE}\n\nGRETA VOSS\nWaterways Correspondent\ngvoss@courier.example\n@gretavoss\n\n5 March 2024",
     (TITLE, None, ("Greta Voss",), DAY), "a job, an address and a handle on lines of their own"),
    ("LOCK VOTE SET FOR HOLLIN\n\nBy GRETA VOSS\nWATERWAYS EDITOR\n5 March 2024",
     ("LOCK VOTE SET FOR HOLLIN", None, ("Greta Voss",), DAY), "a job below a byline, and a title in capitals"),
    (f"{TITLE}\n\nGreta Voss in Hollin and Milo Tarrant\n5 March 2024", (TITLE, None, TWO, DAY), "a place"),
    (f"{TITLE}\n\nGRETA VOSS, MILO TARRANT | 05.03.2024", (TITLE, None, TWO, DAY), "beside the day"),
    (f"{TITLE}\n\nGreta Voss · Hollin Courier", (TITLE, "Hollin Courier", ("Greta Voss",), None), "beside the paper"),
    (f"{TITLE}\nGreta Voss, The Hollin Courier\n5 March 2024", (TITLE, "The Hollin Courier", ("Greta Voss",), DAY),
     "a comma before the paper"),
    (f"The Daily Ledger\n5 March 2024\n\n{TITLE}\n\nBy Greta Voss", (TITLE, "The Daily Ledger", ("Greta Voss",), DAY),
     "paper and day above the title"),
    (f"{TITLE}\nVon Greta Voss\n5. März 2024", (TITLE, None, ("Greta Voss",), DAY), "German"),
    (f"{TITLE}\nPar Greta Voss\nPublié le 5 mars 2024 à 10h15", (TITLE, None, ("Greta Voss",), DAY), "French"),
    (f"{TITLE}\nBy our own correspondent\n5 March 2024", (TITLE, None, (), DAY), "nobody"),
    (f"{TITLE}\nBy The Associated Press\n5 March 2024", (TITLE, "The Associated Press", (), DAY), "an agency"),
    (f"{TITLE}\nby Hollin Courier staff\nPosted 5 March, 2024", (TITLE, "Hollin Courier", (), DAY), "a paper's staff"),
    (f"{TITLE}\n\nHollin Post, 5 March 2024", (TITLE, "Hollin Post", (), DAY), "a paper with the letters of a zone"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected", "reason"), HEADS, ids=[row[2] for row in HEADS])
def test_heads(head: str, expected: tuple[object, ...], reason: str) -> None:
    found = read_metadata(clean_text(f"{head}\n\n{PROSE}"))
    assert (found.title, found.publisher, found.authors, found.published) == expected, reason
    assert found.text == PROSE, reason


KEPT = [
    ("Greta Voss\n5 March 2024", "what the text speaks of", f"{PROSE} Voss, 61, has kept it for a decade."),
    ("Lower Lock\n5 March 2024", "a word that the text has in small letters", PROSE),
    ("Hollin Town Council\n5 March 2024", "a body", PROSE),
    ("New Zealand\n5 March 2024", "a place of two words", PROSE),
    ("Greta Voss", "one name and nothing beside it", PROSE),
    ("Greta Voss\nStaff shortage grows", "a heading that is no job", PROSE),
    ("San Pedro\n5 March 2024", "a place named for a saint", PROSE),
    ("Rain or shine and snow", "no names", PROSE),
]


@pytest.mark.parametrize(("line", "reason", "prose"), KEPT, ids=[row[1] for row in KEPT])
def test_other_lines_name_nobody(line: str, reason: str, prose: str) -> None:
    found = read_metadata(clean_text(f"{TITLE}\n\n{line}\n\n{prose}"))
    assert found.authors == (), reason
    assert line.split("\n")[0] in f"{found.title}\n{found.text}", reason


def test_a_line_at_the_end_may_say_whose_words_they_were() -> None:
    foot = "Greta Voss is a staff writer."
    found = read_metadata(clean_text(f"{TITLE}\n\nGreta Voss\n5 March 2024\n\n{PROSE}\n\n{foot}"))
    assert found.authors == ("Greta Voss",)


def test_the_line_in_capitals_is_the_title_and_a_longer_one_below_it_is_text() -> None:
    found = read_metadata(
        clean_text(f"THE LOCK IS SHUT\n\nBoats turn back at the weir for a year\n\n5 March 2024\n\n{PROSE}")
    )
    assert (found.title, found.text) == ("THE LOCK IS SHUT", f"Boats turn back at the weir for a year\n\n{PROSE}")


FIELDS = [
    ("Greta Voss Waterways editor", ("Greta Voss",), "a job in one breath"),
    ("Greta Anne Voss Middle East correspondent", ("Greta Anne Voss",), "a job of known words"),
    ("Greta Voss in Hollin", ("Greta Voss",), "a place at the end"),
    ("Greta Voss (now) and Milo Tarrant (earlier)", TWO, "who wrote when"),
    ("<a href='/voss'>Greta Voss</a> in Hollin", ("Greta Voss",), "a link"),
    ("By Greta Voss in Hollin and Milo Tarrant in Brae", TWO, "two places"),
    ("Greta Voss and Milo Tarrant, Waterways Correspondents", TWO, "the job of several"),
    ("Voss, Greta", ("Greta Voss",), "the last name first"),
    ("Voss, Greta; Tarrant, Milo", TWO, "two, the last names first"),
    ("Voss, Greta and Tarrant, Milo", TWO, "two, with and"),
    ("Greta Voss, Milo Tarrant", TWO, "two whole names"),
    ("BY GRETA VOSS / MILO TARRANT", TWO, "capitals and a stroke"),
    ("https://pages.example/hollincourier", (), "an address"),
    ("gvoss@courier.example (Greta Voss)", ("Greta Voss",), "an address and a name"),
    ("Di Marco, Ida", ("Ida Di Marco",), "a last name of two words"),
    ("admin", (), "nobody"),
    ("Hollin Desk", ("Hollin Desk",), "who is no person stays as printed"),
]


@pytest.mark.parametrize(("value", "names", "reason"), FIELDS, ids=[row[2] for row in FIELDS])
def test_fields_of_authors(value: str, names: tuple[str, ...], reason: str) -> None:
    assert read_authors(value) == names, reason


@pytest.mark.parametrize("title", ["Lock &amp; weir", "Lock &amp;amp; weir", "Lock & weir"])
def test_a_title_has_no_entities(title: str) -> None:
    assert read_given({"title": title})["title"] == "Lock & weir"


def page(meta: str, prose: str = PROSE) -> RawArticle:
    markup = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{meta}<p>{prose}</p></article>"
    (found,) = read_bytes(markup.encode(), "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    return found


PAGES = [
    ("<div class='meta'>GRETA VOSS, MILO TARRANT &middot; 05.03.2024, 09:10 &middot; Updated 07.03.2024</div>", TWO,
     "names and two days"),
    ("<div class='meta'>05.03.2024, 09:10 | Updated 07.03.2024</div>", (), "two days"),
    ("<p class='meta'>By Greta Voss · 5 March 2024 · 4 min read</p>", ("Greta Voss",), "a byline and a time"),
]  # fmt: skip


@pytest.mark.parametrize(("meta", "authors", "reason"), PAGES, ids=[row[2] for row in PAGES])
def test_short_pages(meta: str, authors: tuple[str, ...], reason: str) -> None:
    article = prepare(page(meta)).article
    assert (article.title, article.published, article.authors) == (TITLE, DAY, authors), reason
    assert article.text == PROSE, reason


SOURCES = [
    ("Lock: Brae | Boats: 14\nLock: Orrin | Boats: 9\n\nSource: Lock Statistics, table 7", None, "below a table"),
    (f"{PROSE}\n\nSource: Hollin Courier", "Hollin Courier", "below the text"),
    (f"By Greta Voss | 5 March 2024\n\nSource: Hollin Courier\n\n{PROSE}", "Hollin Courier", "below a byline"),
]


@pytest.mark.parametrize(("text", "publisher", "reason"), SOURCES, ids=[row[2] for row in SOURCES])
def test_where_the_figures_of_a_table_are_from_is_no_publisher(text: str, publisher: str | None, reason: str) -> None:
    assert read_metadata(clean_text(f"{TITLE}\n\n{text}")).publisher == publisher, reason
