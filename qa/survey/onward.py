"""What may be asked next of an answer's figure, made from the ledger: another time, another place, another figure.

Nothing here says that the articles answer it: `qa.survey.offered` asks each before it is offered.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.figures import same_value
from ingest.types import Article, Figure, FigureKind, Polarity, Status
from qa.lexicon.names import NameKind, find_names
from qa.lexicon.nouns import alike as alike_nouns
from qa.lexicon.nouns import dimension
from qa.lexicon.wording import span_in_words
from qa.lexicon.words import ASKING_STEMS, content, stems_of
from qa.survey.ledger import same_measure
from qa.understand.followup import complete
from qa.understand.followup_parts import Slot, names_in, times_in

if TYPE_CHECKING:
    from index.index import Index

LONGEST = 90
"""Characters of a question that is offered."""
LONGEST_TIME = 14
"""Characters of a time that reads well in a question: "March 2024", "2013 to 2023"."""
PLACED = frozenset(["in", "at", "from", "to", "of", "for", "across", "within"])
_NOUN = re.compile(r"[a-z][a-z-]*(?: [a-z][a-z-]*){1,4}")
_HOLDS = re.compile(r"\b(?:has|have|had|boasts?|home to)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure where it is told."""

    article: Article
    figure: Figure
    number: int
    """Of its sentence in the article, from 0."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Onward:
    """A question that may follow, and the figure that has to answer it."""

    shown: str
    """As it is offered: "And in Tianjin?"."""
    question: str
    """As it is asked, written out: it stands on its own."""
    told: Told


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that was answered, and the figure that answers it."""

    question: str
    told: Told


def told_figures(index: "Index", article_ids: Sequence[str]) -> Iterator[Told]:
    """Yield the figures of some articles, each with its sentence.

    Raises:
        NotFound: an article is gone.
    """
    for one in article_ids:
        article, sentences = index.article(one), index.sentences(one)
        for figure in index.figures_of(one):
            for number, sentence in enumerate(sentences):
                if sentence.start <= figure.start < sentence.end:
                    yield Told(article, figure, number, article.text[sentence.start : sentence.end])


def is_plain(figure: Figure) -> bool:
    """Return whether a figure is counted or measured, in digits, and told as so: neither denied nor only planned."""
    told = figure.status is Status.OUTCOME and figure.polarity is Polarity.SAID and figure.value is not None
    return told and figure.kind is FigureKind.QUANTITY and any(c.isdigit() for c in figure.text)


def onward(asked: Asked, ledger: Sequence[Told], before: Sequence[str] = ()) -> Iterator[Onward]:
    """Yield what may follow, the nearest to what was asked first; each question once, none that was asked `before`."""
    mine = asked.told.figure
    others = [told for told in ledger if is_plain(told.figure) and not same_value(mine, told.figure)]
    alike = [t for t in others if mine.measure and t.figure.measure and same_measure(mine, t.figure)]
    alike = [t for t in alike if _says_as_much(asked, t)]
    seen = {question.casefold() for question in (asked.question, *before)}
    for one in (*_other_times(asked, alike), *_other_places(asked, alike), *_of_its_own(asked, others)):
        if one.question.casefold() not in seen and len(one.question) <= LONGEST:
            seen.add(one.question.casefold())
            yield one


def time_of(figure: Figure) -> str:
    """Return the time of a figure as a question says it, empty where there is none that reads well.

    The last day of a year stands for the year, as in "by the end of 2022".
    """
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return ""
    if period.start == period.end and (period.end.month, period.end.day) == (12, 31):
        return str(period.end.year)
    words = span_in_words(period)
    return words if len(words) <= LONGEST_TIME else ""


def _written(asked: Asked, shown: str, told: Told) -> Iterator[Onward]:
    full = complete(shown, [asked.question])
    if full:
        yield Onward(shown, full, told)


def _other_times(asked: Asked, alike: Sequence[Told]) -> Iterator[Onward]:
    """Yield the question for the other times that figures of the measure are of."""
    named = {slot.text for slot in times_in(asked.question)}
    mine = asked.told.figure
    for told in alike:
        when = time_of(told.figure)
        if when and when != time_of(mine) and when not in named:
            yield from _written(asked, f"And in {when}?", told)


def _other_places(asked: Asked, alike: Sequence[Told]) -> Iterator[Onward]:
    """Yield the question for other names, where a sentence says of such a name what was asked of the one before.

    That the figure is told beside the name is not enough: what moves to a place is not what came from it.
    """
    times = times_in(asked.question)
    slots = names_in(asked.question, times)
    if not slots:
        return
    slot = slots[-1]
    for told in alike:
        for name in _names_of(told, slot):
            lead = f"{slot.preposition} " if slot.preposition in PLACED else ""
            yield from _written(asked, f"And {lead}{name}?", told)


def _says_as_much(asked: Asked, told: Told) -> bool:
    """Return whether a sentence says what was asked, names and times aside: people missing are not people killed."""
    times = times_in(asked.question)
    left = " ".join(slot.text for slot in (*names_in(asked.question, times), *times))
    rest = {token.stem for token in content(asked.question)} - stems_of(left) - ASKING_STEMS
    said = stems_of(f"{told.sentence} {told.figure.measure or ''}")
    return all(any(alike_nouns(word, other) for other in said) for word in rest)


def _names_of(told: Told, slot: Slot) -> list[str]:
    """Return the names a figure is of in the way the question's name is: behind "to", behind "in", or as its owner."""
    figure = told.figure
    said = [figure.subject, figure.destination, figure.origin]
    names = [n for n in dict.fromkeys(said) if n and is_name(n, told.article.text) and n not in slot.text]
    if slot.preposition in PLACED and slot.preposition != "of":
        lead = re.escape(slot.preposition)
        return [n for n in names if re.search(rf"\b{lead} (?:the )?{re.escape(n)}\b", told.sentence, re.IGNORECASE)]
    return [n for n in names if n == figure.subject]


def is_name(words: str, text: str) -> bool:
    """Return whether some words are one name: capitalised inside a sentence of the text too, not at its head alone."""
    found = find_names(f"of {words}")
    whole = len(found) == 1 and found[0].text == words and found[0].kind is not NameKind.PERSON
    return whole and re.search(rf"[a-z,] (?:the )?{re.escape(words)}\b", text) is not None


def _of_its_own(asked: Asked, others: Sequence[Told]) -> Iterator[Onward]:
    """Yield questions for other figures: those of what was asked about, then what is counted in the same breath."""
    names = {slot.text for slot in names_in(asked.question, times_in(asked.question))}
    about = names | {asked.told.figure.subject or ""}

    def far(told: Told) -> tuple[bool, bool, int]:
        return (
            told.figure.subject not in about,
            told.article.id != asked.told.article.id,
            abs(told.figure.start - asked.told.figure.start),
        )

    for told in sorted(others, key=far):
        figure = told.figure
        owned = bool(figure.subject) and figure.subject in about and is_name(figure.subject, told.article.text)
        beside = told.article.id == asked.told.article.id and abs(told.number - asked.told.number) <= 1
        question = question_for(told, owned) if (owned or beside) and figure.change is None else None
        if question:
            yield Onward(question, question, told)


def question_for(told: Told, owned: bool) -> str | None:
    """Return a plain question for a figure, None where its words make none that reads well.

    Without its owner only a count whose noun is told closer makes one: "new large-sized projects".
    """
    figure = told.figure
    measure = " ".join((figure.measure or "").split())
    counts = dimension(figure) == "count" and figure.text.casefold().endswith(measure.casefold())
    if not _NOUN.fullmatch(measure) or len(content(measure)) < 2 or figure.unit is None or "/" in figure.unit:
        return None
    when = time_of(figure)
    tail = f" in {when}" if when else ""
    if owned and not counts:
        return f"What {'was' if when else 'is'} the {measure} of {figure.subject}{tail}?"
    if owned and _HOLDS.search(told.sentence):
        return f"How many {measure} {'did' if when else 'does'} {figure.subject} have{tail}?"
    return f"How many {measure} {'were' if when else 'are'} there{tail}?" if counts else None
