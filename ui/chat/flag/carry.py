"""Which articles may carry what a reader says is right: a question set names those that a right answer has to cite."""

from typing import TYPE_CHECKING

from ingest.types import Article, Figure
from ui.chat.flag.row import Flag, one_figure

if TYPE_CHECKING:
    from qa.desk import Newsdesk

# Passages looked at; more would name articles that have little to do with the question.
PASSAGES = 20


def carriers(desk: "Newsdesk", flag: Flag) -> list[str]:
    """Return the titles of the articles that print the right words; where none does, of those nearest to the question.

    Raises:
        NewsdeskError: the index cannot be searched.
    """
    if not flag.right.strip():
        return []
    hits = desk.search(f"{flag.question} {flag.right}"[:2000], PASSAGES)
    found = {hit.article.id: hit.article for hit in hits}
    figure = one_figure(flag.right)
    printing = [article for article in found.values() if _prints(desk, article, flag.right, figure)]
    return list(dict.fromkeys(article.title or article.source for article in printing or found.values()))


def _prints(desk: "Newsdesk", article: Article, right: str, figure: Figure | None) -> bool:
    if " ".join(right.casefold().split()) in " ".join(article.text.casefold().split()):
        return True
    if figure is None:
        return False
    same = (f.value == figure.value and f.high == figure.high for f in desk.index.figures_of(article.id))
    return any(same)
