"""Paragraphs that say when they were written, as posts of live pages do: "4 May 2022, 19:40: The water falls."."""

import re
from datetime import date

from ingest.head.stamps import parse_stamp

_OPENING = re.compile(r"(?P<day>\d{1,2} [A-Z][a-z]+ \d{4}), \d{1,2}:\d\d(?::| \|)\s")


def read_post_day(text: str, start: int) -> date | None:
    """Read the day a paragraph opens with, by which its "tonight" and "last year" are read; None without a clock."""
    opening = _OPENING.match(text, start)
    return parse_stamp(opening["day"]) if opening else None
