"""Options that several commands share, and the readers of their values."""

import argparse
import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date

# As in `qa.desk`: how many passages are read for an answer, and how many a search shows.
HITS = 10
# More hits than this are never looked at, and a slip of the finger should not ask for a million.
MOST = 1000


def add_index(parser: argparse.ArgumentParser) -> None:
    """Add --index."""
    parser.add_argument("--index", metavar="DIR", help="index folder (else NEWSDESK_INDEX, else ./.newsdesk)")


def add_json(parser: argparse._ActionsContainer, what: str = "the result") -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help=f"print {what} as JSON")


def add_loudness(parser: argparse.ArgumentParser, more: str) -> None:
    """Add --verbose, which tells `more`, and --quiet; `main` hands both to the console."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("-v", "--verbose", action="store_true", help=f"tell {more}, on standard error")
    either.add_argument("-q", "--quiet", action="store_true", help="print only the result, and what went wrong")


def add_k(parser: argparse.ArgumentParser, default: int, what: str, dest: str = "k") -> None:
    """Add -k."""
    parser.add_argument(
        "-k", dest=dest, type=whole_number, metavar="N", default=default, help=f"{what} (default {default})"
    )


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """Add --as-of."""
    parser.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help="read what was published until that day, and what has no date"
    )


def add_dated_only(parser: argparse.ArgumentParser) -> None:
    """Add --dated-only."""
    parser.add_argument("--dated-only", action="store_true", help="leave out articles without a date")


def add_confidence(parser: argparse.ArgumentParser) -> None:
    """Add --min-confidence."""
    parser.add_argument(
        "--min-confidence", type=probability, metavar="P", help="decline what is less sure than this (0 to 1)"
    )


def probability(text: str) -> float:
    """Read a number from 0 to 1."""
    if re.fullmatch(r"[01]|[01]?[.][0-9]{1,6}", text) and 0 <= float(text) <= 1:
        return float(text)
    raise argparse.ArgumentTypeError(f"{shown(text)} is not a number from 0 to 1")


def add_words(parser: argparse.ArgumentParser, name: str, what: str, *, needed: bool = True) -> None:
    """Add words that need no quotes: `args.words` is a list, which `joined` makes one text."""
    parser.add_argument("words", nargs="+" if needed else "*", metavar=name, help=what)


def joined(typed: Sequence[str]) -> str:
    """Return the words as one text."""
    return words(" ".join(typed))


def words(text: str) -> str:
    """Read words: bytes that are no text, which no index can hold, become U+FFFD."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def whole_number(text: str) -> int:
    """Read a number from 1 to MOST."""
    if re.fullmatch(r"[0-9]{1,4}", text) and 1 <= int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"{shown(text)} is not a number from 1 to {MOST}")


def day(text: str) -> date:
    """Read a day written YYYY-MM-DD."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{shown(text)} is not a day; write it like 2024-03-07")


def first_day(text: str) -> date:
    """Read the first day of YYYY, YYYY-MM or YYYY-MM-DD."""
    return _edge(text, lambda year, month: date(year, month or 1, 1))


def last_day(text: str) -> date:
    """Read the last day of YYYY, YYYY-MM or YYYY-MM-DD."""
    return _edge(text, lambda year, month: date(year, month or 12, monthrange(year, month or 12)[1]))


def _edge(text: str, build: Callable[[int, int | None], date]) -> date:
    if not (match := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", text)):
        return day(text)
    try:
        return build(int(match[1]), int(match[2]) if match[2] else None)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{shown(text)} is not a month; write it like 2024-03") from None


def shown(text: str, longest: int = 60) -> str:
    """Return what the user typed, quoted, and cut where it is long."""
    return repr(text if len(text) <= longest else text[:longest] + "...")
