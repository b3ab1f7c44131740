"""Questions to train on: read from public sets and from the project's own news, each in the one form `Example`.

Sets and licences stand in `qa/reader/CARD.md`. Whole titles are held back for measuring, never single questions.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]

HELD_BACK_SQUAD = frozenset({"Warsaw", "Harvard_University", "1973_oil_crisis"})
"""Titles of SQuAD (and so of XQuAD) that are never trained on; 1,003 questions of the half set."""
HELD_BACK_QAMR = 8
"""One in so many documents of the QAMR test part is never trained on."""
HELD_BACK_NEWS = 10
"""One in so many articles of the project's own news is never trained on."""
OWN_NEWS = Path(__file__).parent / "news"
"""Invented news with questions, in our own words."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question on a passage: `text[a:b]` for each span in `answers` is right; no span means it is not answered."""

    question: str
    text: str
    answers: tuple[Span, ...]
    title: str
    source: str
    held_back: bool = False
    tempting: Span | None = None
    """For a question without an answer: the sentence that looks like one."""


def read_all(data: Path, news: Path = OWN_NEWS) -> list[Example]:
    """Read every set in a folder (the layout of `shared/data`) and the project's own news.

    Raises:
        FileNotFoundError: a set is missing.
    """
    examples: list[Example] = []
    for path in (data / "qamr" / "dev.tsv", data / "qamr" / "test.tsv"):
        examples += read_qamr(path, data / "qamr" / "wiki-sentences.tsv")
    examples += read_squad(data / "squad2_half_dev.json", "squad")
    examples += read_squad(data / "xquad_en.json", "xquad")
    examples += read_ramdocs(data / "ramdocs.jsonl")
    for path in sorted(news.glob("*.jsonl")):
        examples += read_news(path)
    return examples


def read_squad(path: Path, source: str) -> Iterator[Example]:
    """Yield the questions of a file in SQuAD's form, versions 1 and 2."""
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        title = article["title"]
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            for asked in paragraph["qas"]:
                answers = asked.get("answers") or []
                spans = tuple(sorted({(a["answer_start"], a["answer_start"] + len(a["text"])) for a in answers}))
                held = title in HELD_BACK_SQUAD
                yield Example(asked["question"].strip(), text, spans, title.replace("_", " "), source, held)


def read_ramdocs(path: Path) -> Iterator[Example]:
    """Yield each question of RAMDocs with each of its documents; the answer is found by its words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for document in row["documents"]:
            text, answer = document["text"], document["answer"]
            noise = document["type"] == "noise"
            whole = rf"(?<!\w){re.escape(answer)}(?!\w)"
            found = [] if noise else [m.span() for m in re.finditer(whole, text, re.IGNORECASE)]
            if found and answer.casefold() in row["question"].casefold():
                continue
            if found or noise:
                yield Example(row["question"], text, tuple(found), "", "ramdocs")


def read_news(path: Path) -> Iterator[Example]:
    """Yield the questions of a file of invented news (JSON Lines; the form stands in `news/README.md`)."""
    source = "contrast" if path.stem.startswith("contrast") else "news"
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        held = is_held_back(path, article["id"])
        for asked in article["questions"]:
            spans, near = _own_spans(text, asked), _near(text, asked)
            yield Example(asked["q"], text, spans, article["title"], source, held, near)


def is_held_back(path: Path, article_id: str) -> bool:
    """Tell whether an article of the project's own news is kept from training, by the name of its file and its id."""
    return _bucket(f"{path.stem}:{article_id}", HELD_BACK_NEWS) == 0


def _own_spans(text: str, asked: dict[str, Any]) -> tuple[Span, ...]:
    if asked["a"] is None:
        return ()
    at = text.index(asked["s"])
    spans = {(m.start() + at, m.end() + at) for m in re.finditer(re.escape(asked["a"]), asked["s"])}
    first = min(spans)
    others = {m.span() for other in asked.get("also", ()) for m in re.finditer(re.escape(other), text)}
    return (first, *sorted(others - {first}))


def _near(text: str, asked: dict[str, Any]) -> Span | None:
    near = asked.get("near")
    return (text.index(near), text.index(near) + len(near)) if near else None


def read_qamr(path: Path, sentences: Path) -> Iterator[Example]:
    """Yield the questions of a QAMR file that a validator answered with words of the asker's answer."""
    texts = dict(line.split("\t", 1) for line in sentences.read_text(encoding="utf-8").splitlines() if "\t" in line)
    printed = {key: detokenize(value.split()) for key, value in texts.items()}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) < 7 or row[0] not in printed:
            continue
        text, places = printed[row[0]]
        answers = [_tokens(cell) for cell in row[6:]]
        spans = [_span(places, tokens) for tokens in answers]
        first = spans[0]
        if first is None or not any(s and s[0] < first[1] and first[0] < s[1] for s in spans[1:]):
            continue
        held = path.stem == "test" and _bucket(row[0].rsplit(":", 2)[0], HELD_BACK_QAMR) == 0
        kept = tuple(dict.fromkeys(s for s in spans if s and s[0] < first[1] and first[0] < s[1]))
        yield Example(row[5].strip(), text, kept, "", "qamr", held)


def _bucket(key: str, count: int) -> int:
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % count


def _tokens(cell: str) -> list[int]:
    numbers = cell.rsplit(":", 1)[-1].split()
    return sorted(int(n) for n in numbers if n.isdigit())


def _span(places: Sequence[Span], tokens: Sequence[int]) -> Span | None:
    """Return the span of a run of tokens; None where they do not stand together."""
    if not tokens or tokens[-1] >= len(places) or tokens[-1] - tokens[0] + 1 > len(tokens) + 2:
        return None
    return places[tokens[0]][0], places[tokens[-1]][1]


_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”"}
_NO_SPACE_BEFORE = re.compile(r"[,.;:?!%)\]}”]|'\w{0,2}|n't|’\w{0,2}")
_NO_SPACE_AFTER = frozenset("([{“$£€#")


def detokenize(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Return the text that treebank tokens were cut from, nearly, and the span of each token in it."""
    text, places = "", []
    for token in tokens:
        word = _BRACKETS.get(token, token)
        joined = not text or text[-1] in _NO_SPACE_AFTER or _NO_SPACE_BEFORE.fullmatch(word)
        text += "" if joined else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places
