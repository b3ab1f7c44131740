"""One article added, changed and removed, each until the next search shows it.

`python -m bench.scale.change FOLDER ARTICLES` prints the median seconds as JSON and leaves the index as it was.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.scale.clock import Took, both, timed
from bench.scale.made import GivenEncoder, Question, make_article, make_question
from index import Index

TIMES = 3
"""Articles that are added, changed and removed; the median of each counts."""

Doing = Callable[[Index], object]


def measure(folder: Path, articles: int) -> dict[str, Any]:
    """Return the seconds in an open index, and those of a command whose change another, open one is asked for."""
    numbers = range(articles, articles + 2 * TIMES)
    questions = [make_question(number, version) for number in numbers for version in (0, 1)]
    encoder = GivenEncoder(questions)
    with Index.open(folder, encoder=encoder, read_only=False) as index:
        index.search(questions[0].text)

        def at_once(change: Doing) -> None:
            change(index)

        inside = _changes(at_once, index, numbers[:TIMES])
    with Index.open(folder, encoder=encoder) as reader:
        reader.search(questions[0].text)

        def by_command(change: Doing) -> None:
            with Index.open(folder, encoder=encoder, read_only=False) as other:
                change(other)

        outside = _changes(by_command, reader, numbers[TIMES:])
    return both(
        {f"{name}_s": t for name, t in inside.items()} | {f"command_{name}_s": t for name, t in outside.items()}
    )


def _changes(do: Callable[[Doing], None], seen_by: Index, numbers: range) -> dict[str, Took]:
    took: dict[str, list[Took]] = {"add": [], "change": [], "remove": []}
    for number in numbers:
        first, second = make_article(number), make_article(number, 1)
        old, new = make_question(number), make_question(number, 1)
        with timed() as add:
            do(partial(Index.put_embedded, items=[first]))
            _expect(seen_by, old, first.document.article.text)
        with timed() as change:
            do(partial(Index.put_embedded, items=[second]))
            _expect(seen_by, new, second.document.article.text)
        with timed() as remove:
            do(partial(Index.remove, article_id=first.document.article.id))
            _expect(seen_by, new, None)
        for name, one in (("add", add), ("change", change), ("remove", remove)):
            took[name].append(one)
    return {name: Took(median(t.wall for t in some), median(t.busy for t in some)) for name, some in took.items()}


def _expect(index: Index, question: Question, text: str | None) -> None:
    """Search, and raise where the article is not found with its present text, or found though it is gone."""
    found = {hit.article.text for hit in index.search(question.text) if hit.article.id == question.article}
    if found != ({text} if text else set()):
        raise RuntimeError(f"the search after a change of {question.article} does not show it")


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]))))
