"""Scores as Markdown tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean


@dataclass(frozen=True, slots=True)
class Score:
    """What one reader made of one PDF."""

    reader: str
    tool: str
    layout: str
    pages: int
    whole: float
    kept: float
    broken: int
    joined: int
    heads: int
    left: int
    seconds: float


def by_reader(scores: Sequence[Score], sizes: dict[str, float]) -> str:
    """Return a row a reader: means over the PDFs, sums of what is counted."""
    rows = []
    for reader, own in _grouped(scores, lambda score: score.reader).items():
        broken, heads, pages = (sum(getattr(s, name) for s in own) for name in ("broken", "heads", "pages"))
        joined, left = sum(s.joined for s in own), sum(s.left for s in own)
        rows.append((
            reader, _percent(mean(s.whole for s in own)), _percent(mean(s.kept for s in own)),
            f"{_percent(joined / max(1, broken))} of {broken}", f"{left} of {heads}",
            f"{1000 * sum(s.seconds for s in own) / pages:.0f}", f"{sizes[reader]:.1f}",
        ))  # fmt: skip
    head = ("reader", "sentences", "words", "broken words joined", "heads left", "ms a page", "MB")
    return _table(head, rows)


def by_layout(scores: Sequence[Score]) -> str:
    """Return the share of sentences whole and in order, a row a layout."""
    return _crossed(scores, "layout", lambda score: score.layout)


def by_tool(scores: Sequence[Score]) -> str:
    """Return the same, a row a tool."""
    return _crossed(scores, "made with", lambda score: score.tool)


def _crossed(scores: Sequence[Score], name: str, key: Callable[[Score], str]) -> str:
    readers = list(dict.fromkeys(score.reader for score in scores))
    rows = []
    for group, own in _grouped(scores, key).items():
        means = [mean(s.whole for s in own if s.reader == reader) for reader in readers]
        rows.append((f"{group} ({len(own) // len(readers)})", *map(_percent, means)))
    return _table((name, *readers), rows)


def _grouped(scores: Sequence[Score], key: Callable[[Score], str]) -> dict[str, list[Score]]:
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(key(score), []).append(score)
    return groups


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
