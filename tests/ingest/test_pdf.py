"""Printed pages: columns in order, broken words whole, running heads out, whatever order they are drawn in."""

import pytest

from ingest.raw import Media
from ingest.read.layout.hyphens import Joined, known_words
from ingest.read.layout.running import find_running
from tests.ingest.office_files import document_of, text_of
from tests.ingest.pdf_files import At, by_lines, column, draw, draw_at_once, make_pdf

LEFT = column(
    60, 700,
    "The harbour of Orrin took in 31,000 con-", "tainers last year, and its master said on",
    "Monday that the new quay had paid for it-", "self. The well-", "known pilot Ana Lima",
    "left in May after ten years at her post.",
)  # fmt: skip
RIGHT = column(
    310, 700,
    "A second crane was ordered for", "4.5 million pounds from a yard in Brae,",
    "which will bring it in eight parts. Its crew",
    "is trained in Tarn and comes home in", "June, the yard's owner said. The work", "takes eight weeks.",
)  # fmt: skip
IN_ORDER = (
    "The harbour of Orrin took in 31,000 containers last year, and its master said on Monday that the new quay had paid"
    " for itself. The well-known pilot Ana Lima left in May after ten years at her post.\n\nA second crane was ordered"
    " for 4.5 million pounds from a yard in Brae, which will bring it in eight parts. Its crew is trained in Tarn and"
    " comes home in June, the yard's owner said. The work takes eight weeks."
)
TITLE = At(60, 780, "Orrin counts its containers in spring", 18)


@pytest.mark.parametrize("how", [draw, draw_at_once], ids=["line by line", "at once"])
@pytest.mark.parametrize("order", [list, lambda lines: by_lines(*lines)], ids=["by columns", "by lines"])
def test_two_columns(order: object, how: object) -> None:
    assert callable(order) and callable(how)
    assert text_of(make_pdf(how(order([*LEFT, *RIGHT]))), Media.PDF) == IN_ORDER


def test_the_title_over_both_columns() -> None:
    raw = make_pdf([TITLE, At(60, 755, "By Ana Lima   2 May 2024", 9), *by_lines(*LEFT, *RIGHT)])
    article = document_of(raw, Media.PDF).article
    assert (article.title, article.authors, str(article.published)) == (TITLE.text, ("Ana Lima",), "2024-05-02")
    assert article.text == IN_ORDER


def test_a_heading_between_parts_of_both_columns() -> None:
    lower = [At(60, 560, "The second part has a heading over the whole of the page's width", 14)]
    lower += column(60, 530, "Left is first, as it", "is in the part that stands", "above this heading here.")
    lower += column(310, 530, "Right comes second, and", "ends the page with one more", "line of words than before.")
    assert text_of(make_pdf(by_lines(*LEFT, *RIGHT, *lower)), Media.PDF) == (
        f"{IN_ORDER}\n\n{lower[0].text}\n\nLeft is first, as it is in the part that stands above this heading here."
        "\n\nRight comes second, and ends the page with one more line of words than before."
    )


def test_columns_whose_lines_do_not_stand_side_by_side() -> None:
    shifted = [at._replace(y=at.y - 5) for at in RIGHT]
    assert text_of(make_pdf(by_lines(*LEFT, *shifted)), Media.PDF) == IN_ORDER


def test_three_columns() -> None:
    words = [
        [f"{name} column line {n} of its text" for n in ("one", "two", "three", "four")]
        for name in ("First", "then the", "last")
    ]
    parts = [column(50 + 180 * at, 700, *lines) for at, lines in enumerate(words)]
    text = text_of(make_pdf(by_lines(*[line for part in parts for line in part])), Media.PDF)
    assert " ".join(text.split()) == " ".join(line for lines in words for line in lines)


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left = column(
        60,
        700,
        "The bridge over the lower Orrin was",
        "closed after the flood of last week,",
        "and the town asked its engin-",
    )
    right = column(
        310,
        700,
        "eers to look at all four of its piers",
        "before the first lorries may cross it",
        "again. Nobody knows when the",
    )
    after = column(60, 700, "work will be done, or at what cost.")
    assert text_of(make_pdf([*left, *right], after), Media.PDF) == (
        "The bridge over the lower Orrin was closed after the flood of last week, and the town asked its engineers to"
        " look at all four of its piers before the first lorries may cross it again. Nobody knows when the work will be"
        " done, or at what cost."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            [At(60, 700, "The bridge will be looked at"), At(310, 700, "Nobody knows what the work"),
             At(60, 686, "again in the spring."), At(310, 686, "on it will cost.")],
            "The bridge will be looked at again in the spring.\n\nNobody knows what the work on it will cost.",
        ),
        (
            [At(60, 700, "Orrin"), At(310, 700, "412 ships, 9.8 million tonnes")],
            "Orrin 412 ships, 9.8 million tonnes",
        ),
        (
            [At(60, 700, "One line of words that goes over the whole of this page here"), At(60, 686, "and its end.")],
            "One line of words that goes over the whole of this page here and its end.",
        ),
    ],
    ids=["two lines a column", "a row of two cells", "one column"],
)  # fmt: skip
def test_a_last_page_has_the_columns_of_those_before(lines: list[At], text: str) -> None:
    found = text_of(make_pdf(by_lines(*LEFT, *RIGHT), by_lines(*lines)), Media.PDF)
    assert " ".join(found.split()).endswith(" ".join(text.split()))


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [("Port", "Ships", "Grain"), ("Senna", "412", "9.8"), ("Tarn", "388", "7.1"), ("Orrin", "77", "3.0")]
    lines = [At(60 + 150 * at, 700 - 14 * n, cell) for n, row in enumerate(rows) for at, cell in enumerate(row)]
    text = text_of(make_pdf(lines), Media.PDF)
    assert text.split("\n\n") == [" ".join(row) for row in rows]


def test_one_column_is_one() -> None:
    lines = column(
        60, 700, "The ferry to Senna will call twice a day from the first of June, its owner said. The boat carries",
        "17.5 tonnes of freight.", "", "A new paragraph stands behind a gap.",
    )  # fmt: skip
    assert text_of(make_pdf(lines), Media.PDF) == (
        "The ferry to Senna will call twice a day from the first of June, its owner said. The boat carries 17.5 tonnes"
        " of freight.\n\nA new paragraph stands behind a gap."
    )


def test_the_numbers_of_notes_are_no_part_of_the_figures() -> None:
    drawn = (
        "BT /F1 10 Tf 60 700 Td (It cost 5 million in 2023) Tj 4 Ts /F1 6 Tf (1) Tj 0 Ts /F1 10 Tf ( and has 12 km) Tj"
        " 4 Ts /F1 6 Tf (2) Tj 0 Ts /F1 10 Tf ( of land.) Tj ET"
    )
    assert text_of(make_pdf(drawn), Media.PDF) == "It cost 5 million in 2023 and has 12 km2 of land."


def test_indented_lines_start_paragraphs() -> None:
    lines = [At(60 + 15 * (n in (0, 2)), 700 - 14 * n, text) for n, text in enumerate((
        "The first paragraph has a line that is set in,", "and one that is not and is as long as the column is.",
        "The second one has a line that is set in too,", "and its second line again is as long as the column",
    ))]  # fmt: skip
    assert len(text_of(make_pdf(lines), Media.PDF).split("\n\n")) == 2


def test_a_first_letter_set_over_two_lines() -> None:
    lines = [At(60, 686, "T", 30), *column(80, 700, "he harbour of Orrin was", "closed all week, and no"),
             *column(60, 672, "boat left it before Friday.")]  # fmt: skip
    assert text_of(make_pdf(lines), Media.PDF).startswith("The harbour of Orrin was closed all week, and no boat")


def test_words_drawn_twice_to_look_bold() -> None:
    assert text_of(make_pdf([At(60, 740, "Brae"), At(60.3, 740, "Brae"), *LEFT[1:]]), Media.PDF).count("Brae") == 1


A, B, C = (
    ["The mayor spoke for an hour.", "She left."],
    ["Nobody had asked for it.", "It rained."],
    ["So it was.", "Yes."],
)
HEADS = [
    ([["Coast Post  3", *A], [*B, "Coast Post  4"]], [{0}, {2}], "a name with the page's number, at either edge"),
    ([["Coast Post", *A], ["Coast Post", *B], ["Coast Post", *C]], [{0}] * 3, "a line on every page"),
    ([[*A, "12"], [*B, "13"]], [{2}, {2}], "a bare number"),
    ([[*A, "- 12 -"]], [{2}], "a number with dashes"),
    ([[*A, "Page 1 of 3"]], [{2}], "one that says so"),
    ([["Coast Post", "2 May", *one, "iv"] for one in (A, B, C)], [{0, 1, 4}] * 3, "two lines and a small numeral"),
    ([["The total was 3", *A], ["The total was 8", *B]], [set(), set()], "numbers that do not count pages"),
    ([A, A], [set(), set()], "a page printed twice"),
    ([["Coast Post  3", *A]], [set()], "alone it might be a title"),
]


@pytest.mark.parametrize(("pages", "gone", "reason"), HEADS, ids=[one[2] for one in HEADS])
def test_running_heads(pages: list[list[str]], gone: list[set[int]], reason: str) -> None:
    assert find_running(pages) == gone, reason


def test_small_type_that_names_its_page_is_no_text_even_on_a_single_page() -> None:
    raw = make_pdf([*LEFT, *RIGHT, At(60, 40, "Coast Post  2 May 2024  page 17", 7)])
    assert text_of(raw, Media.PDF) == IN_ORDER
    raw = make_pdf([*LEFT, *RIGHT, At(60, 40, "The plan is on page 17", 10)])
    assert "The plan is on page 17" in text_of(raw, Media.PDF)


BROKEN = [
    ("the con-", "tainers", "the containers", "a word"),
    ("the well-", "known man", "the well-known man", "a compound"),
    ("a state-", "owned port", "a state-owned port", "a compound by its second part"),
    ("twenty-", "five", "twenty-five", "a number in words"),
    ("from 2019-", "2021", "from 2019-2021", "a range"),
    ("mid-", "May", "mid-May", "before a capital"),
    ("an e-", "mail", "an e-mail", "a letter"),
    ("the EU-", "wide ban", "the EU-wide ban", "behind capitals"),
    ("the high-", "way", "the highway", "a word that starts like a compound"),
    ("the pre-", "and post-war", "the pre- and post-war", "a hyphen that stands for a word"),
    ("a day -", "not a week", "a day - not a week", "a dash"),
    ("the cam\u00ad", "paign", "the campaign", "a soft hyphen"),
    ("the ex-", "ample", "the example", "a word that starts like ex"),
    ("the ex-", "mayor", "the ex-mayor", "a compound of ex"),
    ("a mother-in-", "law", "a mother-in-law", "one with two hyphens"),
    ("an inter-", "est", "an interest", "an ending"),
    ("five-", "year plan", "five-year plan", "a number before a unit"),
    ("it is", "plain", "it is plain", "no hyphen"),
]


def join_lines(line: str, after: str, known: frozenset[str]) -> str:
    joined = Joined(line)
    joined.add(after, known)
    return joined.text


@pytest.mark.parametrize(("line", "after", "joined", "reason"), BROKEN, ids=[one[3] for one in BROKEN])
def test_words_broken_at_line_ends(line: str, after: str, joined: str, reason: str) -> None:
    assert join_lines(line, after, frozenset()) == joined, reason


def test_the_text_itself_says_how_a_word_is_written() -> None:
    said = known_words("Its lowland farms, and the coal-tar works.\nA coal and a tar\nof the low-\nland")
    assert join_lines("the low-", "land", said) == "the lowland"
    assert join_lines("the coal-", "tar", said) == "the coal-tar"
