"""Dates of head lines and fields: one reading or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.head.stamps import find_stamps, parse_stamp

READ = [
    ("2024-03-07", date(2024, 3, 7), "ISO"),
    ("2024-03-07T23:15:00-05:00", date(2024, 3, 7), "ISO with a time keeps the day as printed"),
    ("2024-03-07 08:15", date(2024, 3, 7), "ISO and a clock"),
    ("2024/3/7", date(2024, 3, 7), "year first"),
    ("20240307", date(2024, 3, 7), "compact, as a whole field"),
    ("March 7, 2024", date(2024, 3, 7), "American"),
    ("Mar. 7, 2024", date(2024, 3, 7), "short month"),
    ("MARCH 7 2024", date(2024, 3, 7), "capitals, no comma"),
    ("7 March 2024", date(2024, 3, 7), "British"),
    ("7th of March 2024", date(2024, 3, 7), "ordinal"),
    ("Thu, 07 Mar 2024 10:00:00 GMT", date(2024, 3, 7), "feeds"),
    ("Thursday, March 7, 2024, 10:15 AM EST", date(2024, 3, 7), "weekday, clock and zone"),
    ("7-Mar-2024", date(2024, 3, 7), "hyphens"),
    ("13/04/2022", date(2022, 4, 13), "a day above twelve has one reading"),
    ("04/13/2022", date(2022, 4, 13), "and so here"),
    ("04/04/2022", date(2022, 4, 4), "both readings are the same day"),
    ("03.04.2022", date(2022, 4, 3), "full stops part dates only where the day comes first"),
    ("3.4.2022 08:30", date(2022, 4, 3), "and so with a clock"),
    ("2024年3月7日", date(2024, 3, 7), "Chinese"),
    ("7 de marzo de 2024", date(2024, 3, 7), "Spanish"),
    ("7. März 2024", date(2024, 3, 7), "German"),
    ("7 août 2024", date(2024, 8, 7), "French"),
    ("03.05.2024", date(2024, 5, 3), "with full stops the day comes first"),
    ("3.5.2024, 10:15 Uhr", date(2024, 5, 3), "and a clock"),
    ("3. května 2024", date(2024, 5, 3), "Czech"),
    ("3 maja 2024 r.", date(2024, 5, 3), "Polish"),
    ("3 мая 2024", date(2024, 5, 3), "Russian"),
    ("3 травня 2024", date(2024, 5, 3), "Ukrainian"),
    ("2024. május 3.", date(2024, 5, 3), "Hungarian"),
    ("3 Mayıs 2024", date(2024, 5, 3), "Turkish"),
    ("3. toukokuuta 2024", date(2024, 5, 3), "Finnish"),
    ("3 maj 2024", date(2024, 5, 3), "Swedish"),
    ("3 Μαΐου 2024", date(2024, 5, 3), "Greek"),
    ("3 mei 2024", date(2024, 5, 3), "Dutch and Indonesian"),
    ("3 de mayo del 2024", date(2024, 5, 3), "Spanish of America"),
    ("ngày 3 tháng 5 năm 2024", date(2024, 5, 3), "Vietnamese"),
    ("2024년 5월 3일", date(2024, 5, 3), "Korean"),
    ("2024. 5. 3.", date(2024, 5, 3), "Korean in digits"),
    ("Fri May  3 10:15:00 UTC 2024", date(2024, 5, 3), "as programs print it"),
    ("2024-May-03", date(2024, 5, 3), "year first with a month's name"),
    ("03-05-2024", None, "hyphens have two readings too"),
    ("03.05.24", None, "a short year"),
    ("03/04/2022", None, "two readings"),
    ("2024-13-45", None, "no such day"),
    ("February 30, 2024", None, "no such day"),
    ("March 2024", None, "no day"),
    ("2024", None, "only a year"),
    ("7 March", None, "no year"),
    ("Mar 7, 24", None, "a short year"),
    ("4 May 2022 to 6 May 2022", None, "two days"),
    ("1/2/0001", None, "before newspapers"),
    ("", None, "nothing"),
    ("yesterday", None, "relative"),
    ("march 5 2024 " * 9999, date(2024, 3, 5), "only the start of a field is read"),
    ("15.13.2024", None, "no such month either way"),
]


@pytest.mark.parametrize(("value", "expected", "reason"), READ, ids=[row[2] for row in READ])
def test_fields(value: str, expected: date | None, reason: str) -> None:
    assert parse_stamp(value) == expected, reason


def test_stamps_are_slices_in_order() -> None:
    line = "Published 4 May 2022, updated 2022-05-06"
    assert [(line[stamp.start : stamp.end], stamp.day.day) for stamp in find_stamps(line)] == [
        ("4 May 2022", 4),
        ("2022-05-06", 6),
    ]


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)))
def test_printed_days_are_read_back(day: date) -> None:
    for form in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}"):
        assert parse_stamp(form) == day


@given(st.text(max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    find_stamps(text)
    parse_stamp(text)
