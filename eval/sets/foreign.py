"""Bring public question sets into our form: SQuAD (also XQuAD) and RAMDocs, as articles to ingest and questions to ask.

Paragraphs and documents become articles of one corpus, so that a question has to find its own among all of them; each
is known by its title. An answer that is a number or a date is graded as such, any other as an accepted text.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.sets.guess import guess_expected
from eval.sets.load import write_row
from eval.types import ExpectedWords, Kind, Question
from ingest.errors import InputError

ArticleRow = dict[str, str]
Parts = Iterator[ArticleRow | Question]


def _question(id: str, text: str, answers: list[str], titles: tuple[str, ...]) -> Question:
    """Return a question one of whose answers is right; without answers it is unanswerable.

    The answers are words of the text, so the cited words have to hold the shortest of them.
    """
    distinct = list(dict.fromkeys(answer.replace("|", "/").strip() for answer in answers if answer.strip()))
    if not distinct:
        return Question(id, text, Kind.UNANSWERABLE, articles=titles)
    kind, expected = guess_expected(" | ".join(distinct), text)
    return Question(id, text, kind, expected, titles, quote=(min(distinct, key=len),))


def _squad(data: dict[str, Any]) -> Parts:
    for document in data["data"]:
        for number, paragraph in enumerate(document["paragraphs"], start=1):
            title = f"{document['title']}, part {number}"
            yield {"id": title, "title": title, "text": paragraph["context"]}
            for asked in paragraph["qas"]:
                answers = [] if asked.get("is_impossible") else [one["text"] for one in asked["answers"]]
                yield _question(f"squad-{str(asked['id']).lower()}", asked["question"], answers, (title,))


def _ramdocs(lines: Iterator[str]) -> Parts:
    for number, line in enumerate(lines, start=1):
        row = json.loads(line)
        titles, right = [], []
        for part, document in enumerate(row["documents"], start=1):
            title = f"ramdocs {number}, document {part}"
            yield {"id": title, "title": title, "text": document["text"]}
            titles.append(title)
            if document["type"] == "correct":
                right.append(title)
        yield _ambiguous(f"ramdocs-{number}", row["question"], row["gold_answers"], tuple(right or titles))


def _ambiguous(id: str, text: str, golds: list[str], titles: tuple[str, ...]) -> Question:
    """Return a question all of whose answers have to be shown: as a disagreement where all are figures."""
    if len(golds) < 2:
        return _question(id, text, golds, titles)
    kind, expected = guess_expected(" | ".join(gold.replace("|", "/") for gold in golds))
    if kind is Kind.FIGURE:
        return Question(id, text, Kind.DISAGREEMENT, expected, titles)
    return Question(id, text, Kind.STATEMENT, ExpectedWords(must=tuple(golds)), titles)


def read_foreign(path: str | Path) -> Parts:
    """Yield the articles and the questions of a SQuAD (.json) or RAMDocs (.jsonl) file, articles before questions.

    Raises:
        InputError: the file is neither.
    """
    path = Path(path)
    try:
        if path.suffix.lower() == ".json":
            yield from _squad(json.loads(path.read_text(encoding="utf-8")))
        else:
            with path.open(encoding="utf-8") as lines:
                yield from _ramdocs(lines)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a SQuAD or RAMDocs file") from error
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path.name}: neither SQuAD nor RAMDocs ({type(error).__name__}: {error})") from error


def convert(path: str | Path, folder: Path) -> tuple[int, int]:
    """Write `articles.jsonl` (to ingest) and `questions.jsonl` (to ask) into a folder; return how many of each.

    Raises:
        InputError: the file is neither SQuAD nor RAMDocs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    articles = questions = 0
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "questions.jsonl").open("w", encoding="utf-8") as asked,
    ):
        for part in read_foreign(path):
            if isinstance(part, Question):
                asked.write(json.dumps(write_row(part), ensure_ascii=False) + "\n")
                questions += 1
            else:
                texts.write(json.dumps(part, ensure_ascii=False) + "\n")
                articles += 1
    return articles, questions
