"""Search hits on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.show.terminal.dates import say_day
from ui.show.terminal.text import Paint, wrap

if TYPE_CHECKING:
    from index.types import Hit

INDENT = "   "


def render_hits(hits: Sequence["Hit"], *, width: int, paint: Paint) -> str:
    """Return hits as text, best first: where each stands, its scores, its words."""
    return "\n\n".join("\n".join(_hit(n, hit, width, paint)) for n, hit in enumerate(hits, 1)) + "\n"


def _hit(number: int, hit: "Hit", width: int, paint: Paint) -> list[str]:
    article = hit.article
    published = say_day(article.published) if article.published else "undated"
    inner = max(20, min(width, 100) - len(INDENT))
    head = wrap(f"{article.title} ({article.publisher or 'publisher not named'}, {published})", inner)
    scores = f"score {_score(hit.score)}, dense {_score(hit.dense)}, lexical {_score(hit.lexical)}"
    place = f"{article.id} {hit.start}:{hit.end}, {scores}"
    lines = [f"{number}.".ljust(len(INDENT)) + paint.bold(head[0])] + [INDENT + paint.bold(line) for line in head[1:]]
    return (
        lines
        + [INDENT + paint.dim(line) for line in wrap(place, inner)]
        + [INDENT + line for line in wrap(hit.text, inner)]
    )


def _score(score: float | None) -> str:
    return "none" if score is None else f"{score:.3f}"
