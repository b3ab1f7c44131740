"""The bundled briefs: what they must carry, and what they must not share with the originals."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "ingest" / "samples"
SHARED = ROOT.parent / "shared"

BRIEFS = {
    "000": "2024-04-29-innovation-community",
    "001": "2024-03-07-ten-years-on",
    "002": "undated-cross-region-companies",
    "003": "undated-factory-clusters",
    "004": "2023-01-13-work-report",
}

PUBLISHED = {
    "000": date(2024, 4, 29),
    "001": date(2024, 3, 7),
    "002": None,
    "003": None,
    "004": date(2023, 1, 13),
}

PUBLISHERS = {
    "000": "China Daily",
    "001": "China Daily Global",
    "002": "China Daily",
    "003": None,  # the original names none
    "004": "chinadaily.com.cn",
}

# Article, measure as the list of known facts calls it, the words that print it in the brief.
FACTS = (
    ("000", "relocated central enterprises in the first batch building headquarters", "four central enterprises"),
    ("000", "schools supported by Beijing that have started classes", "three schools"),
    ("000", "relocated universities under construction", "four relocated universities"),
    ("000", "technology-related tasks formed", "more than 200 technology-related tasks"),
    ("000", "targeted enterprises for investment attraction", "over 200 enterprises"),
    ("000", "optimized its layout; production in Tangshan", "optimized its layout in 2018"),
    ("000", "founded", "That year it also founded"),
    ("000", "put into operation", "completed last October in Tangshan and put into operation"),
    ("000", "general manager", "Meng Lingyun, general manager"),
    ("000", "secretary", "secretary of the Communist Party's Hebei Provincial Committee, Ni Yuefeng"),
    ("001", "put forward by President Xi Jinping", "President Xi Jinping put forward the strategy in February 2014"),
    ("001", "issued", "issued in June 2015"),
    ("001", "major industries being transformed", "six major industries"),
    (
        "001",
        "branches in Tianjin and Hebei",
        "As of the end of December, Tianjin and Hebei were home to more than 10,000",
    ),
    ("001", "companies attracted", "Around 43,000 companies"),
    ("001", "leading industries", "12 leading industries"),
    ("001", "distinctive industries at county level", "107 distinctive industries at county level"),
    ("001", "annual revenue", "20 million yuan or more of annual revenue"),
    ("001", "share of high-tech value-added in industrial enterprises above designated size", "to 21.4 percent"),
    (
        "001",
        "share of high-tech value-added in industrial enterprises above designated size",
        "from 13.1 percent in 2014",
    ),
    ("001", "companies from Beijing and Tianjin that have thrived", "at least 50 Beijing and Tianjin companies"),
    ("001", "electronic information enterprises", "1,060 electronic information enterprises"),
    ("001", "total operating income", "total operating income in 2023 surpassed 85 billion yuan"),
    ("001", "total operating income, year-on-year growth", "year-on-year increase of 34.9 percent"),
    ("001", "LTE radio system applied on the Yanfang metro line", "In 2017 its LTE radio system"),
    ("001", "employees at the start", "a dozen employees at first"),
    ("001", "employees", "over 1,500 employees"),
    ("001", "branches in China", "13 branches in China"),
    ("001", "mayor", "Yan Jihong"),
    ("002", "spindle speed", "18,000 revolutions per minute"),
    ("002", "depth", "0.3 to 0.4 millimeters"),
    ("002", "construction area", "220,000 square meters of construction area"),
    ("002", "carving machines a year", "around 6,000 to 8,000 medium-sized precision carving machines a year"),
    ("002", "mass production", "Mass production was achieved there in 2021"),
    ("002", "vehicles", "more than 700 vehicles"),
    ("002", "types of vehicle", "17 types"),
    ("002", "sectors", "six sectors"),
    ("002", "investments in Tianjin and Hebei", "49,000 investments"),
    ("002", "money invested in Tianjin and Hebei", "2.3 trillion yuan (US$319.5 billion)"),
    ("002", "branches in Tianjin and Hebei", "more than 10,000 branches"),
    ("002", "industrial added value", "industrial added value in 2023 was 2.43 trillion yuan"),
    ("002", "industrial added value against 2013", "1.43 times that in 2013"),
    ("003", "industrial added value", "2,511.44 billion yuan as of the end of 2022"),
    ("003", "industrial added value against 2013", "1.5 times that in 2013"),
    ("003", "industrial added value, average annual growth", "average annual growth rate was 4.5 percent"),
    ("003", "little giant firms", "Over 1,100 little giant firms"),
    ("003", "share of the country's little giant firms", "12 percent of the total in the country"),
    ("004", "number", "Last year, he reported, 1,406 companies"),
    ("004", "new large-sized projects", "318 new large-sized projects"),
    ("004", "combined capital", "172.1 billion yuan (US$25.5 billion)"),
    ("004", "number", "5,080 companies moving last year"),
    ("004", "began operation", "began operation in late December"),
    ("004", "key projects brought by Zhongguancun", "248 key projects"),
    ("004", "worth of each key project", "each of them with 50 million yuan"),
    ("004", "national-level small and medium-sized sci-tech enterprises", "will hit 240"),
    ("004", "national-level high-tech companies", "will reach 300"),
    ("004", "mayor who delivered the government work report", "Mayor Zhang Gong"),
)

# What nobody can say in other words: the title of a plan, the names of institutions.
FIXED_NAMES = ("Outline of the Plan for the Coordinated Development of the Beijing-Tianjin-Hebei Region",)
LONGEST_SHARED = 7  # words in a row; one more is taken for a copied sentence


def brief(key: str) -> tuple[dict[str, Any], str]:
    """Return front matter and body of a bundled brief."""
    _, front, body = (SAMPLES / f"{BRIEFS[key]}.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body.strip()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_the_folder_holds_the_five_briefs_and_nothing_else() -> None:
    assert {path.stem for path in SAMPLES.glob("*.md")} == set(BRIEFS.values())


@pytest.mark.parametrize("key", BRIEFS)
def test_front_matter_says_what_it_is(key: str) -> None:
    front, body = brief(key)
    assert front["title"]
    assert front["note"] == "summarised in our own words"
    assert front.get("publisher") == PUBLISHERS[key]
    assert front.get("published") == PUBLISHED[key]
    assert set(front) <= {"title", "publisher", "published", "authors", "note"}
    assert 250 <= len(body.split()) <= 455


@pytest.mark.parametrize("key", [key for key, day in PUBLISHED.items() if day is None])
def test_an_undated_brief_gives_no_hint_of_its_date(key: str) -> None:
    front, body = brief(key)
    assert "published" not in front
    assert not re.search(r"\d", str(front))
    dateline = body.split("—")[0]
    assert not re.search(r"\d", dateline)


@pytest.mark.parametrize("key", BRIEFS)
def test_speech_is_reported_not_quoted(key: str) -> None:
    front, body = brief(key)
    assert not re.findall("[\"“”„«»]|(?<!\\w)['‘]|(?<=[,.])['’]", front["title"] + body)


@pytest.mark.parametrize(("key", "measure", "printed"), FACTS)
def test_every_fact_is_printed(key: str, measure: str, printed: str) -> None:
    assert printed in brief(key)[1], measure


def test_the_two_that_disagree_still_disagree() -> None:
    assert "2.43 trillion yuan" in brief("002")[1] and "2.43" not in brief("003")[1]
    assert "2,511.44 billion yuan" in brief("003")[1] and "2,511.44" not in brief("002")[1]


def test_the_table_above_has_every_known_fact() -> None:
    path = SHARED / "facts.jsonl"
    if not path.exists():
        pytest.skip("the known facts in ../shared are not here")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    known = Counter((row["article"][:3], row["measure"]) for row in rows if row["measure"] != "published")
    assert Counter((key, measure) for key, measure, _ in FACTS) == known


@pytest.mark.parametrize("key", BRIEFS)
def test_no_sentence_of_an_original_is_copied(key: str) -> None:
    originals = sorted((SHARED / "articles").glob("*.txt"))
    if not originals:
        pytest.skip("the originals in ../shared are not here")
    body = brief(key)[1]
    for name in FIXED_NAMES:
        body = body.replace(name, "\x00")
    parts = [run for part in body.split("\x00") for run in runs(part, LONGEST_SHARED + 1)]
    for original in originals:
        theirs = runs(original.read_text(encoding="utf-8"), LONGEST_SHARED + 1)
        assert not [" ".join(run) for run in parts if run in theirs], original.name
