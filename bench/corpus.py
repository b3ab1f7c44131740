"""News-like articles and questions made by rule: seeded, of about 500 words, with figures, dates and names.

The words are drawn from lists and the names built of syllables, so that articles share words as news does and yet no
two tell one story. Nothing is read from anywhere: the same seed gives the same bytes on every machine.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.corpus_words import (
    ADJECTIVES,
    BACKGROUND,
    EVENTS,
    FACTS,
    FIRST_NAMES,
    INDUSTRIES,
    MONTHS,
    NOUNS,
    OFFICES,
    PEOPLE,
    PUBLISHERS,
    SYLLABLES,
    VERBS,
)

WORDS = 500
"""Words of an article, at least: what the articles of public news sets have at the median."""

FIRST_DAY = date(2019, 1, 1)
DAYS = 2000
FACTS_EACH = 3
"""Facts of an article that a question is asked about."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article as a JSONL row, and the questions it answers."""

    row: dict[str, str]
    questions: tuple[str, ...]


def make_articles(count: int, seed: int = 1) -> Iterator[Made]:
    """Yield articles with their questions; the first n of a longer run are those of a shorter one."""
    for number in range(count):
        yield _make(number, Random(f"{seed}/{number}"))


def write_corpus(path: Path, count: int, seed: int = 1) -> list[str]:
    """Write articles as JSONL and return their questions, those of different articles taking turns."""
    made = []
    with path.open("w", encoding="utf-8") as file:
        for article in make_articles(count, seed):
            file.write(json.dumps(article.row) + "\n")
            made.append(article.questions)
    questions = [q for place in range(FACTS_EACH) for q in (one[place] for one in made if place < len(one))]
    Random(seed).shuffle(questions)
    return questions


def _make(number: int, random: Random) -> Made:
    day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
    cast = _cast(random, day)
    facts = random.sample(FACTS, FACTS_EACH)
    told = [_fill(fact, random, cast) for fact, _ in facts]
    questions = tuple(_fill(question, random, cast) for _, question in facts)
    sentences = [*told]
    while sum(len(s.split()) for s in sentences) < WORDS:
        sentences.insert(random.randrange(len(sentences) + 1), _fill(random.choice(BACKGROUND), random, cast))
    title = _fill("{company} {event} in {place}", random, cast)
    row = {
        "id": f"made-{number}",
        "title": title,
        "text": "\n\n".join(" ".join(part) for part in _paragraphs(sentences, random)),
        "published": day.isoformat(),
        "publisher": random.choice(PUBLISHERS),
    }
    return Made(row, questions)


def _cast(random: Random, day: date) -> dict[str, str]:
    """Draw what stays the same throughout an article: who, where, when, how much."""
    return {
        "place": _name(random),
        "other": _name(random),
        "company": f"{_name(random)} {random.choice(INDUSTRIES).title()}",
        "person": f"{random.choice(FIRST_NAMES)} {_name(random)}",
        "second": f"{random.choice(FIRST_NAMES)} {_name(random)}",
        "office": random.choice(OFFICES),
        "people": random.choice(PEOPLE),
        "event": random.choice(EVENTS),
        "count": f"{random.randrange(110, 90_000):,}",
        "amount": f"{random.randrange(11, 990) / 10:.1f}",
        "share": f"{random.randrange(21, 890) / 10:.1f}",
        "year": str(day.year - random.randrange(1, 4)),
        "day": f"{random.randrange(1, 28)} {random.choice(MONTHS)} {day.year - 1}",
    }


def _fill(template: str, random: Random, cast: dict[str, str]) -> str:
    """Fill the slots of a template: those of the cast, and words drawn anew for each."""
    parts = []
    for piece in template.split("{"):
        slot, closed, rest = piece.partition("}")
        parts.append(piece if not closed else cast.get(slot) or _draw(slot, random))
        parts.append(rest)
    return "".join(parts)


def _draw(slot: str, random: Random) -> str:
    lists: dict[str, Sequence[str]] = {"noun": NOUNS, "adj": ADJECTIVES, "verb": VERBS, "month": MONTHS}
    if slot in lists:
        return random.choice(lists[slot])
    if slot == "number":
        return f"{random.randrange(12, 40_000):,}"
    if slot == "percent":
        return f"{random.randrange(4, 600) / 10:.1f} percent"
    if slot == "money":
        return f"{random.choice(('$', '€', '£'))}{random.randrange(11, 900)} {random.choice(('million', 'billion'))}"
    return _name(random)


def _name(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.choice((2, 2, 3)))).title()


def _paragraphs(sentences: list[str], random: Random) -> Iterator[list[str]]:
    at = 0
    while at < len(sentences):
        size = random.randrange(2, 5)
        yield sentences[at : at + size]
        at += size
