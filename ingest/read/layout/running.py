"""Running heads and page numbers: lines at the edges of pages that are no part of the text."""

import re
from collections import defaultdict
from collections.abc import Sequence

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
    return [
        _peel(lines, running, small[number] if small else [False] * len(lines)) for number, lines in enumerate(pages)
    ]


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
            named = small[at] and len(line.split()) <= MOST_WORDS and _NAMES_PAGE.search(line)
            if line and not (_key(line) in running or _is_page_number(line) or named):
                break
            gone.add(at)
    return gone
