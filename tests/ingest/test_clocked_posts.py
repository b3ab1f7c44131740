"""Posts that open with a clock alone: each gets its time, where lines that open so are posts."""

from datetime import date

import pytest

from ingest.documents import prepare
from ingest.page.clocks import date_posts, part_posts
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes

DAY = date(2023, 6, 8)
TITLE = "Flood at Vell: live"
LATE, MIDDLE, EARLY = "The dam holds, its keeper says.", "Some 40 houses are wet.", "Rain begins to fall."
DATED = [f"8 June 2023, 21:40: {LATE}", f"8 June 2023, 18:05: {MIDDLE}", f"8 June 2023, 09:30: {EARLY}"]


def timed(text: str, title: str = TITLE, day: date | None = DAY) -> list[str]:
    return [line for line in date_posts(part_posts(text, title), title, day).split("\n") if line]


WRITTEN = [
    (f"21:40 {LATE}\n\n18:05 {MIDDLE}\n\n09:30 {EARLY}", "before the words"),
    (f"21:40: {LATE}\n18:05: {MIDDLE}\n9:30: {EARLY}", "with a colon, line by line"),
    (f"- 9.40pm {LATE}\n- 6.05pm {MIDDLE}\n- 9.30am {EARLY}", "items with half days"),
    (f"21:40\n{LATE}\n\n18:05\n{MIDDLE}\n\n09:30\n{EARLY}", "on a line of its own"),
    (f"21:40 CEST\n\n{LATE}\n\n18:05 CEST\n\n{MIDDLE}\n\n09:30 CEST\n\n{EARLY}", "with a zone, a blank line below"),
    (f"Posted at 21:40\n\n{LATE}\n\nPosted at 18:05\n\n{MIDDLE}\n\nPosted at 09:30\n\n{EARLY}", "with a label"),
    (f"21.40 Uhr: {LATE}\n18.05 Uhr: {MIDDLE}\n9.30 Uhr: {EARLY}", "with the word for a clock"),
    (f"21h40 – {LATE}\n\n18h05 – {MIDDLE}\n\n09h30 – {EARLY}", "with a dash"),
]


@pytest.mark.parametrize(("text", "reason"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_posts_get_day_and_clock(text: str, reason: str) -> None:
    assert timed(text) == DATED, reason


ORDERS = [
    (["09:30", "18:05", "21:40"], ["8 June 2023, 09:30", "8 June 2023, 18:05", "8 June 2023, 21:40"], "oldest first"),
    (["00:20", "23:50", "20:00"], ["9 June 2023, 00:20", "8 June 2023, 23:50", "8 June 2023, 20:00"],
     "newest first, past midnight"),
    (["22:00", "23:50", "00:20"], ["8 June 2023, 22:00", "8 June 2023, 23:50", "9 June 2023, 00:20"],
     "oldest first, past midnight"),
    (["00:40", "23:10"], ["9 June 2023, 00:40", "8 June 2023, 23:10"], "two of one night"),
    (["21:30", "07:05"], ["8 June 2023, 21:30", "8 June 2023, 07:05"], "two of one day"),
    (["12:00", "09:30", "11:00"], ["12:00", "09:30", "11:00"], "in no order: as printed"),
    (["10:00", "12:00", "11:00"], ["10:00", "12:00", "11:00"], "nearly a day between two"),
]  # fmt: skip


@pytest.mark.parametrize(("clocks", "stamps", "reason"), ORDERS, ids=[row[2] for row in ORDERS])
def test_the_day_moves_on_at_midnight_alone(clocks: list[str], stamps: list[str], reason: str) -> None:
    found = timed("\n\n".join(f"{clock} {LATE}" for clock in clocks))
    assert [line.removesuffix(LATE).rstrip(": ") for line in found] == stamps, reason


def test_what_follows_in_a_post_has_its_time_and_what_stands_below_all_has_none() -> None:
    text = f"The river rose.\n\n21:40 {LATE}\n\nBoats come.\n\n18:05 {MIDDLE}\n\n09:30 {EARLY}\n\nIce melts."
    text += "\n\nVell lies low."
    assert timed(text) == [
        "The river rose.",
        DATED[0],
        "8 June 2023, 21:40: Boats come.",
        *DATED[1:],
        "8 June 2023, 09:30: Ice melts.",
        "Vell lies low.",
    ]


DAYS = [
    ("9 June, 00:15", "8 June, 21:40", "the year is the article's"),
    ("June 9, 2023 at 12.15 a.m.", "June 8, 2023 at 9.40 p.m.", "written as programs do not"),
    ("Friday 00:15", "Thursday 21:40", "the weekday of the article and the next"),
]


@pytest.mark.parametrize(("late", "early", "reason"), DAYS, ids=[row[2] for row in DAYS])
def test_a_day_beside_the_clock_counts(late: str, early: str, reason: str) -> None:
    found = timed(f"{late}: {LATE}\n\n{early}: {MIDDLE}")
    assert found == [f"9 June 2023, 00:15: {LATE}", f"8 June 2023, 21:40: {MIDDLE}"], reason


def test_a_weekday_of_neither_stays_as_printed() -> None:
    assert timed(f"Sunday 00:15: {LATE}\n\nTuesday 21:40: {MIDDLE}")[0].startswith("Sunday 00:15")


def test_a_headline_may_stand_beside_the_clock() -> None:
    text = f"21:40 – Dam holds\n\n{LATE}\n\n18:05 – Houses wet\n\n{MIDDLE}\n\n09:30 – Rain\n\n{EARLY}"
    assert timed(text)[:2] == ["8 June 2023, 21:40: Dam holds", DATED[0]]


LONGER = ["The keeper of the dam says that it holds.", "Some 40 houses of the town are wet."]
UNDATED = [
    (WRITTEN[0][0], TITLE, None, f"21:40: {LATE}", "no day is known"),
    (f"21:40 {LONGER[0]}\n18:05 {LONGER[1]}\n09:30 {LONGER[1]}", "How the flood came", DAY, f"21:40: {LONGER[0]}",
     "a story of hours that need not be of its day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "day", "first", "reason"), UNDATED, ids=[row[4] for row in UNDATED])
def test_without_a_day_the_clock_stays(text: str, title: str, day: date | None, first: str, reason: str) -> None:
    assert timed(text, title, day)[0] == first, reason


OTHERS = [
    (f"21:40 {LATE}", TITLE, "one line"),
    (f"21:40 {LONGER[0]}\n18:05 {LONGER[1]}", "The flood", "two, and nothing says that it is live"),
    ("19:00 News\n19:30 The long river, a film\n21:00 Weather", "Tonight: live music and more", "a programme"),
    ("19:00 Folk.\n19:30 Jazz.\n21:00 Brass.", "Live music at Vell", "a programme of short sentences"),
    ("7.40 million saw it.\n5.10 million heard it.\n3.05 million read it.", TITLE, "numbers"),
    ("12 ships came.\n10 ships left.\n8 ships sank.", TITLE, "counts"),
    ("10am to 4pm on Sunday.\n9am to 3pm on Monday.\n8am to 2pm on Friday.", TITLE, "spans"),
    (f"8 June 2023, 21:40: {LATE}\n\n21:30 {MIDDLE}\n\n20:00 {EARLY}", TITLE, "posts that have their times"),
]


@pytest.mark.parametrize(("text", "title", "reason"), OTHERS, ids=[row[2] for row in OTHERS])
def test_other_lines_stay(text: str, title: str, reason: str) -> None:
    assert date_posts(part_posts(text, title), title, DAY) == text, reason


PAGE = f"<html><title>{TITLE}</title><body><article><h1>{TITLE}</h1><p>8 June 2023</p>"
FILES = [
    (f"# {TITLE}\n\n8 June 2023\n\n**21:40** {LATE}\n\n**18:05** {MIDDLE}\n\n**09:30** {EARLY}\n", Media.MARKDOWN),
    (f"{TITLE}\n\nVell Observer, 8 June 2023\n\n21:40\n{LATE}\n\n18:05\n{MIDDLE}\n\n09:30\n{EARLY}\n", Media.TEXT),
    (f"{PAGE}<h3>21:40</h3><p>{LATE}</p><h3>18:05"
     f"</h3><p>{MIDDLE}</p><h3>09:30</h3><p>{EARLY}</p></article></body></html>", Media.HTML),
    (f"{PAGE}<ul><li><b>21.40</b> {LATE}</li><li>"
     f"<b>18.05</b> {MIDDLE}</li><li><b>9.30</b> {EARLY}</li></ul></article></body></html>", Media.HTML),
]  # fmt: skip


@pytest.mark.parametrize(("written", "media"), FILES)
def test_files_of_any_form(written: str, media: Media) -> None:
    (found,) = read_bytes(written.encode(), "a", media)
    assert isinstance(found, RawArticle)
    assert [line for line in prepare(found).article.text.split("\n") if line] == DATED
