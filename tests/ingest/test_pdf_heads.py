"""The head of a printed page: its headline by the type, its day by the running head, names without a "by"."""

import pytest

from ingest.raw import Media
from ingest.read.layout.running import find_printed_day
from tests.ingest.office_files import document_of
from tests.ingest.pdf_files import At, column, make_pdf

TITLE = At(60, 780, "Weir at Hollin closes", 18)
PROSE = column(
    60, 700, "The weir at Hollin was closed on Tuesday for 14 months of repairs,",
    "and boats must turn back at the lock.",
)  # fmt: skip
TEXT = "The weir at Hollin was closed on Tuesday for 14 months of repairs, and boats must turn back at the lock."
LONG = At(60, 755, "Boats have to turn back at the lock and 31 people have to find other work for a year", 11)
DAY = "2024-03-05"

HEADS = [
    ([At(60, 815, "THE HOLLIN COURIER", 7), At(400, 815, "Tuesday 5 March 2024 | 7", 7)], (), DAY, "all of it"),
    ([At(60, 815, "HOLLIN COURIER 5 March 2024 17", 7)], (), DAY, "a page number without a sign"),
    ([At(60, 815, "17", 7), At(300, 815, "HOLLIN COURIER Tuesday 5 March 2024", 7)], (), DAY, "the number on the left"),
    ([At(60, 30, "www.courier.example 7", 7)], (), "None", "a site at the foot"),
    ([At(60, 815, "7 | 5 March 2024, 10:15", 7)], (), "None", "the clock of whoever printed it"),
    ([At(60, 764, "Greta Voss and Milo Tarrant", 9)], ("Greta Voss", "Milo Tarrant"), "None", "names without by"),
    ([At(60, 815, "HOLLIN COURIER Tuesday 5 March 2024 | 7", 7), At(60, 764, "Posted 4 March 2024", 9)], (),
     "2024-03-04", "the article's own day goes first"),
    ([At(60, 822, "The Hollin Courier", 30), At(60, 764, "5 March 2024", 9)], (), DAY, "the paper in the largest type"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "authors", "day", "reason"), HEADS, ids=[row[3] for row in HEADS])
def test_heads(lines: list[At], authors: tuple[str, ...], day: str, reason: str) -> None:
    article = document_of(make_pdf([TITLE, *lines, *PROSE]), Media.PDF).article
    assert (article.title, article.authors, str(article.published), article.text) == (
        TITLE.text, authors, day, TEXT
    ), reason  # fmt: skip


def test_the_largest_type_is_the_headline_and_a_longer_standfirst_is_text() -> None:
    article = document_of(make_pdf([TITLE, LONG, *PROSE]), Media.PDF).article
    assert (article.title, article.text) == (TITLE.text, f"{LONG.text}\n\n{TEXT}")


def test_a_headline_over_two_lines() -> None:
    second = At(60, 758, "after a night of rain", 18)
    article = document_of(make_pdf([TITLE, second, *PROSE]), Media.PDF).article
    assert (article.title, article.text) == (f"{TITLE.text} {second.text}", TEXT)


def test_halves_of_a_running_head_on_left_and_right_pages() -> None:
    left, right = At(60, 815, "HOLLIN COURIER Rivers and locks", 7), At(60, 815, "5 March 2024 Rivers and locks", 7)
    more = column(60, 700, "The lock keeper, who is 61, said that nobody had asked him.")
    article = document_of(make_pdf([left, TITLE, *PROSE], [right, *more]), Media.PDF).article
    assert article.text == f"{TEXT}\n\n{more[0].text}"


def test_a_note_at_the_foot_that_names_a_page_stays() -> None:
    note = At(60, 40, "1 Without the boats of schools. See page 14 for the record.", 7)
    article = document_of(make_pdf([TITLE, *PROSE, note, At(60, 20, "7", 7)]), Media.PDF).article
    assert article.text == f"{TEXT}\n\n{note.text}"


DAYS = [
    (["Tuesday 5 March 2024 | 7"], DAY, "a weekday"),
    (["5 March 2024 | 7", "5 March 2024 | 8"], DAY, "a day and a page"),
    (["Tuesday 5 March 2024 | 7", "Wednesday 6 March 2024 | 8"], "None", "two days"),
    (["Accounts to 31 December 2023 | 7"], "None", "a day of something else"),
]


@pytest.mark.parametrize(("lines", "day", "reason"), DAYS, ids=[row[2] for row in DAYS])
def test_the_day_of_running_heads(lines: list[str], day: str, reason: str) -> None:
    assert str(find_printed_day(lines)) == day, reason
