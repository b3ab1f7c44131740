"""Running heads and page numbers: lines at the edges of pages that are no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from ingest.head.outlets import find_outlet
from ingest.head.people import title_case
from ingest.head.stamps import find_stamps

# A line at the edge of this share of the pages is a running head.
RUNNING_SHARE = 0.5
FEWEST_RUNNING_PAGES = 3
# How many lines at each edge are looked at, and how many words one of them may have.
MOST_EDGE_LINES = 3
MOST_WORDS = 14
# Set smaller than the text, a line that names its page is no part of it even where the page stands alone.
SMALL_TYPE = 0.92
_PAGE_NUMBER = re.compile(r"\W*(?:page\s|p\.\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|/)\s?\d{1,4})?\W*", re.IGNORECASE)
_NAMES_PAGE = re.compile(
    r"\bpage\s\d{1,4}\b|\b(?:p|pg)\.\s?\d{1,4}\b|^\d{1,3}\s[|•·–—-]|[|•·–—-]\s\d{1,3}$", re.IGNORECASE
)
_NUMBER = re.compile(r"\d+")
_STOP = re.compile(r"[.!?][\"'”’)]*$")
_SITE = re.compile(
    r"(?:^|[|•·\s])(?:www\.)?[a-z0-9-]{3,}(?:\.[a-z0-9-]{2,}){0,2}\.[a-z]{2,12}(?:$|[|•·\s])", re.IGNORECASE
)
_PAGE_AT_END = re.compile(r"^\W*\d{1,3}\b|\b\d{1,3}\W*$")
_CLOCK = re.compile(r"\d[:.]\d\d\b")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# A footer with the address of a site says little else.
MOST_SITE_WORDS = 8


def find_running(pages: Sequence[Sequence[str]], small: Sequence[Sequence[bool]] | None = None) -> list[set[int]]:
    """Return for each page the numbers of its lines that are running heads or page numbers.

    `pages` are the lines of each page from the top down; `small` tells which are set smaller than the text.
    """
    seen: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for key, line in {_key(lines[at]): lines[at] for at in _edges(lines)}.items():
            seen[key].append((number, line))
    often = max(FEWEST_RUNNING_PAGES, RUNNING_SHARE * len(pages))
    running = {key for key, found in seen.items() if len(found) >= often or _counts_pages(found)}
    sizes = small or [[False] * len(lines) for lines in pages]
    running |= _alike(pages, sizes)
    return [_peel(lines, running, sizes[number]) for number, lines in enumerate(pages)]


def find_printed_day(lines: Iterable[str]) -> date | None:
    """Read the day that running heads print alone or beside the paper or a weekday; None where they print several.

    A line with a clock says when somebody printed the page.
    """
    days = {
        stamp.day
        for line in lines
        if not _CLOCK.search(line) and (_WEEKDAY.search(line) or _names_paper(line) or _is_only_day(line))
        for stamp in find_stamps(line)
    }
    return days.pop() if len(days) == 1 else None


def _alike(pages: Sequence[Sequence[str]], small: Sequence[Sequence[bool]]) -> set[str]:
    """Return the keys of the outermost small lines that have two words in a row with one of another page.

    Left and right pages divide a running head: "Harbour Post Ports" and "2 May 2024 Ports".
    """
    on: dict[tuple[str, str], set[int]] = defaultdict(set)
    pairs: dict[str, set[tuple[str, str]]] = {}
    for number, lines in enumerate(pages):
        for at in {0, len(lines) - 1} if lines else ():
            line = lines[at].strip()
            if small[number][at] and len(line.split()) <= MOST_WORDS and not _STOP.search(line):
                pairs[_key(line)] = set(pairwise(re.findall(r"[^\W\d_]+", line.casefold())))
                for pair in pairs[_key(line)]:
                    on[pair].add(number)
    return {key for key, found in pairs.items() if any(len(on[pair]) > 1 for pair in found)}


def _edges(lines: Sequence[str]) -> list[int]:
    near = range(min(MOST_EDGE_LINES, len(lines)))
    return [at for at in sorted({*near, *(len(lines) - 1 - at for at in near)}) if len(lines[at].split()) <= MOST_WORDS]


def _key(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.split())).casefold()


def _counts_pages(found: Sequence[tuple[int, str]]) -> bool:
    """Tell a line that is the same on two pages but for a number that grows with them."""
    (page, line), (after, later) = found[0], found[-1]
    numbers = [(int(a[:9]), int(b[:9])) for a, b in zip(_NUMBER.findall(line), _NUMBER.findall(later), strict=True)]
    return after > page and any(b - a == after - page for a, b in numbers)


def _is_page_number(line: str) -> bool:
    """Tell a page number from the end of a sentence that went on to a line of its own ("2023."): that one stops.

    Where numbers with a stop count the pages they are running heads.
    """
    return bool(_PAGE_NUMBER.fullmatch(line)) and not line.endswith((".", "!", "?"))


def _peel(lines: Sequence[str], running: set[str], small: Sequence[bool]) -> set[int]:
    """Take lines off both edges as long as they are no text."""
    gone: set[int] = set()
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for at in list(order)[:MOST_EDGE_LINES]:
            line = lines[at].strip()
            named = len(line.split()) <= MOST_WORDS and _is_page_head(line, small=small[at])
            if line and not (_key(line) in running or _is_page_number(line) or named):
                break
            gone.add(at)
    return gone


def _is_page_head(line: str, *, small: bool) -> bool:
    """Tell a line that says of itself that it heads or ends a page: by a page, a day and a number, or a site."""
    if _STOP.search(line):
        return False
    dated = bool(_PAGE_AT_END.search(_without_days(line))) and bool(find_stamps(line))
    if dated and (_WEEKDAY.search(line) or _names_paper(line)):
        return True
    site = len(line.split()) <= MOST_SITE_WORDS and bool(_SITE.search(line))
    return small and (dated or site or bool(_NAMES_PAGE.search(line)))


def _without_days(line: str) -> str:
    for stamp in reversed(find_stamps(line)):
        line = f"{line[: stamp.start]}|{line[stamp.end :]}"
    return line


def _is_only_day(line: str) -> bool:
    return not re.search(r"[^\W\d_]", _without_days(line))


def _names_paper(line: str) -> bool:
    return find_outlet(" ".join(map(title_case, line.split()))) is not None
