"""How good briefs and lists are: `python -m eval.survey`.

Asked of invented news that nothing was fitted on for this. A brief of one article is worth what it tells of the things
people asked about that article: the share of their answers that its sentences hold, beside the first sentences of the
article and the mean of any as many. It repeats itself where two of its sentences are near in meaning. A list of people
is complete where it has every person that is the answer to a question.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from eval.fit import held_back_news
from eval.grading.words import fold
from eval.sets.pile import fill_index
from qa.desk import Newsdesk
from qa.survey.listing import list_names
from qa.survey.pile import Line, lines_of, open_pile
from qa.understand.request import Request
from qa.understand.request_forms import RequestKind

ASKED = "What is this article about?"
HALF = 0.5
"""Share of the shorter one's words from which two sentences of a brief count as saying the same."""


@dataclass(frozen=True, slots=True)
class Briefed:
    """One article's brief, measured; shares from 0 to 1."""

    told: float
    """Share of the answers that its sentences hold."""
    first: float
    """The same of as many first sentences."""
    any: float
    """The mean of as many sentences drawn at random."""
    repeats: float
    """Share of its pairs of sentences that say the same."""
    sentences: int


def answers_of(row: dict[str, Any]) -> list[str]:
    """Return the answers of an article's questions, folded."""
    return [fold(asked["a"]) for asked in row["questions"] if asked["a"] is not None]


def share_told(answers: Sequence[str], sentences: Sequence[str]) -> float:
    """Return the share of answers that stand in some sentences."""
    text = " ".join(map(fold, sentences))
    return sum(answer in text for answer in answers) / len(answers)


def measure_brief(desk: Newsdesk, article_id: str, row: dict[str, Any]) -> Briefed:
    """Measure the brief of the one article of a pile."""
    lines = lines_of(desk.index, [desk.article(article_id)])
    quotes = [claim.text for claim in desk.ask(ASKED).claims]
    answers, texts = answers_of(row), [line.text for line in lines]
    chance = [sum(answer in fold(text) for text in texts) for answer in answers]
    missed = [chance_missed(len(texts), holding, len(quotes)) for holding in chance]
    shown = [line for line in lines if line.text in quotes]
    pairs = [_shared(a.text, b.text) for a, b in combinations(shown, 2)]
    return Briefed(
        told=share_told(answers, quotes),
        first=share_told(answers, texts[: len(quotes)]),
        any=1 - sum(missed) / len(missed),
        repeats=sum(p >= HALF for p in pairs) / len(pairs) if pairs else 0.0,
        sentences=len(quotes),
    )


def _shared(a: str, b: str) -> float:
    one, other = ({w for w in fold(text).split() if len(w) > 3} for text in (a, b))
    return len(one & other) / (min(len(one), len(other)) or 1)


def chance_missed(sentences: int, holding: int, drawn: int) -> float:
    """Return the chance that none of the sentences that hold an answer is among those drawn, without replacement."""
    chance = 1.0
    for n in range(drawn):
        chance *= max(0, sentences - holding - n) / (sentences - n) if sentences > n else 0.0
    return chance


def briefs(folder: Path, rows: Sequence[dict[str, Any]]) -> Iterator[Briefed]:
    """Yield the measures of each article's brief, each article a pile of its own."""
    for number, row in enumerate(rows):
        place = folder / str(number)
        place.mkdir(parents=True)
        with Newsdesk.open(place / "index") as desk:
            fill_index(desk, [{k: row[k] for k in ("id", "title", "text", "published", "publisher")}], place)
            yield measure_brief(desk, desk.articles()[0].id, row)


def people_listed(folder: Path, rows: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """Return how many of the persons that answer a question stand in the list of people, and how many there are."""
    folder.mkdir(parents=True)
    with Newsdesk.open(folder / "index") as desk:
        plain = [{k: row[k] for k in ("title", "text", "published", "publisher")} for row in rows]
        fill_index(desk, [{**row, "id": str(n)} for n, row in enumerate(plain)], folder)
        pile = open_pile(desk.index, None, False)
        lines: list[Line] = lines_of(desk.index, pile.articles)
        told = list_names(pile, lines, Request(RequestKind.LIST, noun="people"), most=len(lines))
    listed = {fold(entry.cells[0]) for entry in told.rows} if told else set()
    wanted = {
        fold(asked["a"])
        for row in rows
        for asked in row["questions"]
        if asked["kind"] == "person" and asked["a"] and asked["a"][0].isupper() and " and " not in asked["a"]
    }
    return sum(any(name.endswith(one) or one.endswith(name) for one in listed) for name in wanted), len(wanted)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m eval.survey", description="Measure briefs and lists.")
    parser.parse_args(argv)
    rows = list(held_back_news("news"))
    with tempfile.TemporaryDirectory() as folder:
        found = list(briefs(Path(folder) / "briefs", rows))
        listed, people = people_listed(Path(folder) / "people", rows)
    shares = {
        name: np.mean([getattr(b, name) for b in found]) for name in ("told", "first", "any", "repeats", "sentences")
    }
    out = [
        f"{len(found)} articles, briefs of {shares['sentences']:.1f} sentences on average",
        f"answers told by the brief {shares['told']:.2f}, by as many first sentences {shares['first']:.2f}, "
        f"by any as many {shares['any']:.2f}",
        f"pairs of its sentences that say the same {shares['repeats']:.3f}",
        f"people listed {listed} of {people}",
    ]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
