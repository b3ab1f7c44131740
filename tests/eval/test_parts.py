"""The small parts: words, article keys, guesses, foreign sets, baselines, public names."""

import json
import math
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import eval as package
from eval.grading.match import compare_figure
from eval.grading.read import read_figures
from eval.grading.score import score
from eval.grading.words import fold, holds, prints
from eval.running.answerer import DeskAnswerer
from eval.running.baselines import NAMES, baseline
from eval.sets.articles import fits, load_mapping
from eval.sets.corpora import QUESTIONS, SAMPLES, find_corpus, find_questions
from eval.sets.foreign import convert
from eval.sets.guess import guess_expected
from eval.sets.load import load_questions
from eval.types import ExpectedFigure, Grade
from ingest.errors import InputError, SettingError
from tests.eval.fakes import FakeDesk
from tests.eval.making import asks, fig, words


def test_public_names() -> None:
    names = ["Grade", "Question", "Scored", "compare", "evaluate", "load_questions", "run_questions", "score"]
    assert package.__all__ == names
    assert all(getattr(package, name) for name in names)


@pytest.mark.parametrize(
    ("text", "phrase", "held"),
    [
        ("fourteen schools", "four", False),
        ("four schools", "four", True),
        ("1.55 million", "1.5", False),
        ("11.5", "1.5", False),
        ("about 1.5.", "1.5", True),
        ("1,406", "406", False),
        ("Ana Petrovicova", "Ana Petrovic", False),
        ("ANA  PETROVIĆ's", "Ana Petrovic", True),
        ("the “Iron” Bridge", "iron bridge", True),
        ("US$319.5 billion", "$319.5 billion", True),
        ("US$319.55 billion", "$319.5", False),
        ("full－width ＡＢＣ", "abc", True),
        ("anything", "", False),
    ],
)
def test_words_are_whole_words_and_numbers_whole_numbers(text: str, phrase: str, held: bool) -> None:
    assert holds(text, phrase) is held


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("Twenty-two-year-old", "wenty-two", True),
        ("more than 110,000 people", "10,000 people", False),
        ("10,000 people", "10,000", True),
        ("10,000,000 people", "10,000", False),
        ("in 2012.", "2012", True),
        ("x", "", False),
    ],
)
def test_expected_words_may_begin_in_a_word_but_not_in_a_number(text: str, words: str, printed: bool) -> None:
    assert prints(text, words) is printed


@given(st.text())
@example("︱")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("key", "source", "title", "fit"),
    [
        ("004", "../articles/004_8a40.txt", "Report", True),
        ("004", "samples/report.md", "Report", True),
        ("004", "articles/0045_x.txt", "Report", False),
        ("port", "news/port.md", "A title", True),
        ("port", "news\\port.md", "A title", True),
        ("port", "news/airport.md", "A title", False),
        ("rows#3", "news/rows.jsonl#3", "A title", True),
        ("A title", "news/rows.jsonl#3", "A title", True),
        ("port", "", "", False),
    ],
)
def test_a_key_fits_a_title_a_stem_or_the_start_of_one(key: str, source: str, title: str, fit: bool) -> None:
    assert fits(key, {"source": source, "title": title}, {"004": ("report",)}) is fit


def test_every_brief_has_its_key() -> None:
    briefs = {stem for key, stems in load_mapping().items() if key.isdigit() for stem in stems}
    assert briefs == {p.stem for p in SAMPLES.glob("*.md")}


def test_a_wire_story_counts_under_the_key_of_its_copy() -> None:
    cited = {"source": "elsewhere/glasport-ferry-star.md", "title": "Glasport ferries sail again"}
    assert fits("glasport-ferry-morning", cited, load_mapping())
    assert not fits("glasport-ferry-ledger", cited, load_mapping())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("15 percent", "figure"),
        ("$1.5 billion | 1.5 billion dollars", "figure"),
        ("October 2023", "date"),
        ("Ana Petrovic", "name"),
        ("none", "unanswerable"),
        ("It closed because the new crane came too late", "statement"),
    ],
)
def test_the_kind_of_a_plain_expectation(text: str, kind: str) -> None:
    assert guess_expected(text)[0].value == kind


def test_four_digits_are_a_year_where_the_question_asks_for_one() -> None:
    assert guess_expected("1817", "When was the pier built?")[0].value == "date"
    assert guess_expected("1817", "How many ships called?")[0].value == "figure"


NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False)


@given(NUMBERS, st.sampled_from(["percent", "yuan", "companies", "kilograms", "dollars"]))
def test_a_figure_is_equal_to_itself_and_to_no_other(value: Any, unit: str) -> None:
    text = f"{value:,} {unit}"
    [said] = [one for one in read_figures(text) if one.unit]
    expected = ExpectedFigure(text, said.value, unit=said.unit)
    assert compare_figure(said, expected).grade is Grade.CORRECT
    [other] = [one for one in read_figures(f"{value + 1:,} {unit}") if one.unit]
    assert compare_figure(other, expected).grade is not Grade.CORRECT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
PARTS = ("short", "answer", "claims", "citations", "figures", "disagreements", "abstained", "missing", "seen", "ms")


@given(st.dictionaries(st.sampled_from(PARTS), JSON), st.sampled_from(["figure", "name", "comparison", "unanswerable"]))
def test_no_answer_makes_the_scorer_raise(record: dict[str, Any], kind: str) -> None:
    expected = words("Varna") if kind == "name" else (fig("5 ships", "5", "ship"),)
    scored = score(asks(kind, expected, articles=("port",), quote=("5 ships",)), record)
    assert isinstance(scored.grade, Grade)
    assert scored.reciprocal_rank is None or math.isfinite(scored.reciprocal_rank)


@pytest.mark.parametrize("name", NAMES[:3])
def test_baselines_answer_in_our_form(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.running.answerer.DeskSource.open", lambda self: DeskAnswerer(FakeDesk()))
    question = asks("figure", (fig("318 ships", "318", "ship"),), articles=("port",), quote=("318 ships",))
    record = baseline(name, "nowhere").open().answer(question, ())
    scored = score(question, record)
    found = {"closed-book": Grade.SHOULD_NOT_HAVE_ABSTAINED, "bm25": Grade.CORRECT, "dense": Grade.MISSING}
    assert scored.grade is found[name]
    assert scored.reciprocal_rank == {"closed-book": None, "bm25": 1.0, "dense": 0.5}[name]


def test_the_plain_pipeline_finds_what_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    home = import_module("bench.plain_pipeline")
    texts = ["The port has a crane.", "The rail line is long. " * 120]
    articles = [SimpleNamespace(id=str(n), title=str(n), text=text) for n, text in enumerate(texts)]
    hits = home.PlainPipeline(articles, model=_Letters()).search("crane port", 2)
    assert hits[0].article is articles[0]
    assert all(hit.article.text[hit.start : hit.end] == hit.text and len(hit.text) <= home.CHUNK for hit in hits)


class _Letters:
    """Encodes a text by how often each letter stands in it."""

    def encode(self, texts: list[str], **_: Any) -> Any:
        import numpy as np

        counts = np.array(
            [[text.lower().count(c) for c in "abcdefghijklmnopqrstuvwxyz"] for text in texts], dtype="float32"
        )
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def test_unknown_names_say_which_there_are() -> None:
    with pytest.raises(SettingError, match="bm25"):
        baseline("magic", "x")
    with pytest.raises(InputError, match="smoke"):
        find_corpus("magic")
    assert find_questions("smoke") == QUESTIONS / "smoke.jsonl"


def test_squad_in_our_form(tmp_path: Path) -> None:
    asked = [
        {"id": "AB1", "question": "How many?", "answers": [{"text": "318"}], "is_impossible": False},
        {"id": "ab2", "question": "Why?", "answers": [], "is_impossible": True},
    ]
    data = {"data": [{"title": "Port", "paragraphs": [{"context": "318 ships.", "qas": asked}]}]}
    (tmp_path / "squad.json").write_text(json.dumps(data), encoding="utf-8")
    assert convert(tmp_path / "squad.json", tmp_path / "out") == (1, 2)
    first, second = load_questions(tmp_path / "out" / "questions.jsonl")
    assert (first.id, first.kind.value, first.articles) == ("squad-ab1", "figure", ("Port, part 1",))
    assert second.kind.value == "unanswerable"


def test_ramdocs_in_our_form(tmp_path: Path) -> None:
    documents = [{"text": "A", "type": "correct", "answer": "5"}, {"text": "B", "type": "misinfo", "answer": "6"}]
    rows = [
        {"question": "How many?", "documents": documents, "gold_answers": ["5 ships", "7 ships"]},
        {"question": "Who?", "documents": documents, "gold_answers": ["Ana"]},
        {"question": "Where?", "documents": documents, "gold_answers": ["Varna", "Burgas"]},
    ]
    path = tmp_path / "docs.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert convert(path, tmp_path / "out") == (6, 3)
    questions = load_questions(tmp_path / "out" / "questions.jsonl")
    assert [q.kind.value for q in questions] == ["disagreement", "name", "statement"]
    assert questions[0].articles == ("ramdocs 1, document 1",)


@pytest.mark.parametrize("text", ["{}", "[1]", "not json", '{"data": 3}'])
def test_other_files_are_neither(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="neither SQuAD nor RAMDocs"):
        convert(path, tmp_path / "out")
