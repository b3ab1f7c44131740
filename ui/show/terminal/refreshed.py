"""What a refresh tells: counts in one line, and what failed by its reason."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.refreshing import Refreshed
    from ingest.raw import Failure, Note

# Addresses that are named of many with one reason: enough to look one up.
NAMED = 3


def say_refreshed(found: "Refreshed") -> str:
    """Return "9 unchanged, 1 changed, 1 gone; 2 articles added": addresses, and behind the semicolon articles."""
    counts = (
        (found.unchanged, "unchanged"),
        (found.changed, "changed"),
        (found.new, "new"),
        (len(found.gone), "gone"),
        (len(found.failed), "failed"),
    )
    said = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    if not said:
        return "no web address in the index: `newsdesk ingest URL` reads one"
    articles = ((found.articles_added, "added"), (found.articles_changed, "changed"))
    more = ", ".join(f"{count:,} {_articles(count)} {word}" for count, word in articles if count)
    return f"{said}; {more}" if more else f"nothing changed: {said}"


def _articles(count: int) -> str:
    return "article" if count == 1 else "articles"


def say_failures(failures: "Iterable[Failure]") -> list[str]:
    """Return a line for each reason, with the addresses it holds for."""
    groups: dict[str, list[Failure]] = {}
    for one in failures:
        groups.setdefault(_reason(one), []).append(one)
    return [group[0].reason if len(group) == 1 else _say_group(reason, group) for reason, group in groups.items()]


def _say_group(reason: str, group: "list[Failure]") -> str:
    named = ", ".join(_address(one) for one in group[:NAMED]) + (", ..." if len(group) > NAMED else "")
    return f"{len(group):,} addresses {reason} ({named})"


def _address(failure: "Failure") -> str:
    """Return the address that a reason is of; that of a page stands first in the reason, its feed's is the source."""
    first = failure.reason.partition(" ")[0].removesuffix(":")
    return first if first.startswith(("http://", "https://")) else failure.source


def _reason(failure: "Failure") -> str:
    address = _address(failure)
    return failure.reason.removeprefix(address).lstrip(": ").replace(address, "it")


def to_dict(found: "Refreshed") -> dict[str, object]:
    """Return a refresh for JSON."""
    told: dict[str, Sequence[Failure | Note]] = {"gone": found.gone, "failed": found.failed, "notes": found.notes}
    return {
        "addresses": {"unchanged": found.unchanged, "changed": found.changed, "new": found.new},
        "articles": {"added": found.articles_added, "changed": found.articles_changed},
        **{name: [{"source": one.source, "reason": one.reason} for one in items] for name, items in told.items()},
    }
