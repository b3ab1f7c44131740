"""The question sets: every line has the shape of `schema.json`, and what it expects stands in the articles."""

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.types import Bound

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "eval" / "questions"
SAMPLES = ROOT / "ingest" / "samples"
ELSEWHERE = QUESTIONS / "elsewhere"
ORIGINALS = ROOT.parent / "shared" / "articles"
SETS = sorted(path.name for path in QUESTIONS.glob("*.jsonl"))

BRIEFS = {
    "000": "2024-04-29-innovation-community",
    "001": "2024-03-07-ten-years-on",
    "002": "undated-cross-region-companies",
    "003": "undated-factory-clusters",
    "004": "2023-01-13-work-report",
}

Question = dict[str, Any]


def load(name: str) -> list[Question]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()]


def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((QUESTIONS / "schema.json").read_text(encoding="utf-8"))
    return found


def body(path: Path) -> str:
    """Return the text without front matter, whose words an answer does not quote."""
    text = path.read_text(encoding="utf-8")
    return text.split("---\n", 2)[2] if text.startswith("---\n") else text


def texts(name: str) -> list[dict[str, str]]:
    """Return the corpora a set runs on: article key -> text."""
    if name == "elsewhere.jsonl":
        return [{path.stem: body(path) for path in ELSEWHERE.glob("*.md")}]
    corpora = [{key: body(SAMPLES / f"{stem}.md") for key, stem in BRIEFS.items()}]
    if ORIGINALS.exists():
        corpora.append({path.name[:3]: body(path) for path in ORIGINALS.glob("*.txt")})
    return corpora


def check_day(value: str | None) -> None:
    assert value is None or date.fromisoformat(value)


def check_figure(figure: Question) -> None:
    assert set(figure) == set(schema()["$defs"]["figure"]["required"])
    value = Decimal(figure["value"])
    assert figure["high"] is None or Decimal(figure["high"]) > value
    assert figure["bound"] in {bound.value for bound in Bound}
    assert figure["unit"] is None or re.fullmatch(r"[A-Za-z0-9$%/° -]+", figure["unit"])
    assert figure["text"].strip()
    if figure["period"] is not None:
        assert set(figure["period"]) == {"start", "end"}
        check_day(figure["period"]["start"])
        check_day(figure["period"]["end"])


def check_object(expected: Question, *, dated: bool) -> None:
    assert set(expected) <= ({"start", "end", "accept"} if dated else {"accept", "must"})
    assert all(word.strip() for key in ("accept", "must") for word in expected.get(key, []))
    assert expected["accept"] or expected.get("must")
    if dated:
        check_day(expected["start"])
        check_day(expected["end"])
        assert (expected["start"] or "") <= (expected["end"] or "")


def check_expected(question: Question) -> None:
    kind, expected = question["kind"], question["expected"]
    if expected is None:
        assert kind == "unanswerable"
    elif isinstance(expected, list):
        assert kind in {"figure", "comparison", "disagreement", "unanswerable"} and expected
        for figure in expected:
            check_figure(figure)
        assert kind != "disagreement" or len(expected) >= 2
    else:
        assert kind in {"date", "name", "statement", "comparison", "unanswerable"}
        check_object(expected, dated="start" in expected)
        assert kind != "date" or "start" in expected
    assert expected is None or kind != "unanswerable" or "wrong premise" in question["note"]


@pytest.mark.parametrize("name", SETS)
def test_every_line_has_the_shape_of_the_schema(name: str) -> None:
    rules = schema()
    for question in load(name):
        assert set(rules["required"]) <= set(question) <= set(rules["properties"]), question["id"]
        assert re.fullmatch(rules["properties"]["id"]["pattern"], question["id"])
        assert question["kind"] in rules["properties"]["kind"]["enum"]
        assert question["question"].strip()
        check_day(question["as_of"])
        check_expected(question)
        assert question["articles"] or question["kind"] == "unanswerable", question["id"]


@pytest.mark.parametrize("name", SETS)
def test_ids_and_questions_are_unique_and_follow_ups_come_after(name: str) -> None:
    seen: set[str] = set()
    asked: set[tuple[str, str | None, str | None]] = set()
    for question in load(name):
        assert question["id"] not in seen
        assert question.get("follows") is None or question["follows"] in seen, question["id"]
        seen.add(question["id"])
        key = (question["question"].lower(), question["as_of"], question.get("follows"))
        assert key not in asked, question["question"]
        asked.add(key)


@pytest.mark.parametrize("name", SETS)
def test_quotes_and_required_words_stand_in_the_articles(name: str) -> None:
    for corpus in texts(name):
        for question in load(name):
            named = [corpus[key] for key in question["articles"]]
            every = question["kind"] not in {"comparison", "disagreement", "unanswerable"}
            for quote in question["quote"]:
                carried = [quote in text for text in named]
                assert all(carried) if every else any(carried), (question["id"], quote)
            if question["kind"] == "statement":
                for word in question["expected"].get("must", []):
                    assert all(word.lower() in text.lower() for text in named), (question["id"], word)


def count(name: str) -> Counter[str]:
    return Counter(question["kind"] for question in load(name))


def test_the_bundled_set_is_large_and_has_every_kind() -> None:
    kinds = count("bundled.jsonl")
    least = {
        "figure": 130,
        "date": 25,
        "name": 25,
        "statement": 30,
        "comparison": 16,
        "disagreement": 6,
        "unanswerable": 70,
    }
    assert sum(kinds.values()) >= 230
    assert all(kinds[kind] >= number for kind, number in least.items()), kinds
    assert sum("follows" in question for question in load("bundled.jsonl")) >= 8
    assert sum(len(question["articles"]) > 1 for question in load("bundled.jsonl")) >= 6


def test_the_fact_set_asks_each_known_fact_once() -> None:
    questions = [question for question in load("facts.jsonl") if not question["id"].startswith("fact-no-")]
    assert len(questions) == 62
    assert len(load("facts.jsonl")) - len(questions) >= 40
    facts = ORIGINALS.parent / "facts.jsonl"
    if facts.exists():
        known = Counter(json.loads(line)["article"][:3] for line in facts.read_text(encoding="utf-8").splitlines())
        assert Counter(question["id"].split("-")[1] for question in questions) == known


def test_the_fact_set_and_the_bundled_set_share_no_wording() -> None:
    plain = {question["question"].lower().strip(" ?.") for question in load("facts.jsonl")}
    assert not plain & {question["question"].lower().strip(" ?.") for question in load("bundled.jsonl")}


def test_the_smoke_set_is_small_and_mixed() -> None:
    kinds = count("smoke.jsonl")
    assert sum(kinds.values()) == 12
    assert set(kinds) == set(schema()["properties"]["kind"]["enum"])


def test_the_set_from_elsewhere_guards_against_fitting_to_the_five() -> None:
    kinds = count("elsewhere.jsonl")
    assert sum(kinds.values()) >= 80
    assert kinds["unanswerable"] >= 25
    cited = {key for question in load("elsewhere.jsonl") for key in question["articles"]}
    assert cited == {path.stem for path in ELSEWHERE.glob("*.md")}
