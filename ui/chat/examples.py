"""Example questions made from the ledger of the index, each tried before it is shown."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.types import Article, Figure, FigureKind, Status
from ui.show.html.text import span

if TYPE_CHECKING:
    from qa.desk import Newsdesk

# Figures tried at most, so that warming up stays under about a second on two cores.
TRIES = 24
LONGEST = 90


def examples(desk: "Newsdesk", count: int = 4) -> list[str]:
    """Return questions whose answer is a figure of the index, from different articles where there are enough."""
    found: list[str] = []
    used: set[str] = set()
    for tried, (article, figure, question) in enumerate(_candidates(desk)):
        if len(found) >= count or tried >= TRIES:
            break
        if article.id in used:
            continue
        answer = desk.ask(question)
        if not answer.abstained and any(f.figure.text == figure.text for f in answer.figures):
            found.append(question)
            used.add(article.id)
    return found


def _candidates(desk: "Newsdesk") -> Iterator[tuple[Article, Figure, str]]:
    """Yield figures that make a question, newest article first, one of each article in turn."""
    by_article: dict[str, list[tuple[Article, Figure, str]]] = {}
    for seen, (article, figure) in enumerate(desk.figures()):
        if seen >= 5000:
            break
        question = question_for(article, figure)
        if question:
            by_article.setdefault(article.id, []).append((article, figure, question))
    order = sorted(by_article.values(), key=lambda rows: str(rows[0][0].published or ""), reverse=True)
    for rows in order:
        # First those that say whose figure is asked for: the others are clear only beside their article.
        rows.sort(key=lambda row: (not _says_whose(row[2]), -len((row[1].measure or "").split())))
    for place in range(3):
        for rows in order:
            if place < len(rows):
                yield rows[place]


def _says_whose(question: str) -> bool:
    return not re.search(r"\bare there\b(?! in [A-Z])", question)


def question_for(article: Article, figure: Figure) -> str | None:
    """Return a plain question a figure answers, or None where its words do not make one."""
    measure = " ".join((figure.measure or "").split())
    if figure.kind is not FigureKind.QUANTITY or figure.status is not Status.OUTCOME or figure.value is None:
        return None
    # "three places" is counted, but it is no figure to ask for.
    if not any(c.isdigit() for c in figure.text):
        return None
    if not measure or len(measure) > 50 or figure.unit is None or any(c.isdigit() for c in measure):
        return None
    subject, place = _about(article, figure)
    when = ""
    if figure.period and figure.period.start and figure.period.end:
        words = span(figure.period.start, figure.period.end)
        when = f" in {words}" if len(words) <= 14 else ""
    counted = figure.text.casefold().endswith(measure.casefold().split()[-1])
    if counted:
        question = f"How many {measure}{f' does {subject} have' if subject else f' are there{place}'}{when}?"
    elif len(measure.split()) > 1 and (subject or place):
        question = f"What is the {measure}{f' of {subject}' if subject else place}{when}?"
    else:
        return None
    return question if len(question) <= LONGEST else None


def _about(article: Article, figure: Figure) -> tuple[str, str]:
    """Return the figure's subject where it is a name, and " in PLACE" where its sentence names one."""
    from qa.lexicon.names import NameKind, find_names
    from qa.survey.onward import is_name

    text = article.text
    start = max(text.rfind(". ", 0, figure.start), text.rfind("\n", 0, figure.start)) + 1
    end = min((at for at in (text.find(". ", figure.end), text.find("\n", figure.end)) if at >= 0), default=len(text))
    names = find_names(text[start:end])
    subject = figure.subject if figure.subject and is_name(figure.subject, text) else ""
    places = [n.text for n in names if n.kind is NameKind.PLACE and n.text not in (figure.measure or "")]
    return subject or "", f" in {places[0]}" if places else ""
