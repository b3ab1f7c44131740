"""The page of a run holds everything, escapes everything and fetches nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from eval.reporting.compare import compare
from eval.reporting.report import BINS, comparison_page, make_histogram, report_page, safe_link, write_report
from eval.reporting.results import Results, evaluate, read_results, short_form, write_results
from eval.types import Grade
from ingest.errors import InputError
from tests.eval.making import asks, cite, declines, fig, says

HOSTILE = '</script><script>alert("x")</script><img src=x onerror=alert(1)> {{ 7*7 }} \' " &'
RUN = {"set": "set-1", "reader": "fake", "index": "0123"}


def make(*, right: bool = True, hostile: bool = False) -> Results:
    words = HOSTILE if hostile else "In May 318 ships called."
    cited = cite(f"{words} 318 ships", source="news/port.md") | {
        "url": "javascript:alert(1)" if hostile else "https://a.example/"
    }
    answer = says("318 ships" if right else "381 ships", words, citations=[cited])
    answer |= {"ms": 12.5, "seen": {"exact": [True], "before": [words], "after": ["The end."], "retrieved": []}}
    questions = [
        asks(
            "figure",
            (fig("318 ships", "318", "ship"),),
            question=words if hostile else "How many?",
            articles=("port",),
            id="q-1",
        ),
        asks("unanswerable", None, id="q-2"),
    ]
    return evaluate(questions, {"q-1": answer, "q-2": declines() | {"ms": 3.0, "confidence": 0.1}}, {}, RUN)


class Tags(HTMLParser):
    """Collects what a page would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in ("src", "href", "srcset", "action", "data") and not (value or "").startswith("data:"):
                self.fetched.append(f"{tag} {value}")
            if name.startswith("on"):
                self.handlers.append(name)


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


@pytest.mark.parametrize("hostile", [False, True])
def test_a_page_fetches_nothing_and_runs_only_its_own_script(hostile: bool) -> None:
    for page in (
        report_page(make(hostile=hostile)),
        comparison_page(compare(make(), make(right=False, hostile=hostile))),
    ):
        tags = tags_of(page)
        assert (tags.scripts, tags.fetched, tags.handlers) == (1, [], [])
        assert not [link for link in tags.links if not link.startswith(("#", "https://"))]
        assert "url(" not in page and "@import" not in page
        assert "default-src 'none'" in page


def test_text_of_articles_is_shown_as_text() -> None:
    page = report_page(make(hostile=True))
    assert "<script>alert" not in page
    assert "&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page


def test_a_page_shows_question_expectation_answer_verdict_and_the_cited_words_in_context() -> None:
    page = report_page(make(right=False))
    for words in (
        "How many?",
        "318 ships",
        "381 ships",
        "wrong value",
        "news/port.md".rsplit("/")[-1],
        "set-1",
        "0123",
    ):
        assert words in page
    assert re.search(r"…In May 318 ships called\.</span><mark>In May 318 ships called\. 318 ships</mark>", page)
    assert "The end.…" in page
    assert 'data-grade="wrong value"' in page


def test_every_verdict_is_explained_on_the_page() -> None:
    page = report_page(make())
    for grade in Grade:
        assert f'id="verdict-{grade.value.replace(" ", "-")}"' in page


def test_results_without_details_make_a_page_too() -> None:
    assert "q-1" in report_page(short_form(make()))


def test_a_long_run_shows_errors_first_and_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.reporting.report.MOST_SHOWN", 1)
    page = report_page(make(right=False))
    assert 'id="q-q-1"' in page and 'id="q-q-2"' not in page
    assert "1 of 2 are shown" in page


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("//a.example", False),
        ("http://[", False),
        (None, False),
        (7, False),
    ],
)
def test_only_web_addresses_are_linked(url: Any, link: bool) -> None:
    assert safe_link(url) == (url if link else None)


@pytest.mark.parametrize("times", [[], [0.0], [5.0], [1.0] * 99 + [1e6], [float(n) for n in range(500)]])
def test_every_time_is_in_one_bin(times: list[float]) -> None:
    bins = make_histogram(times)
    assert sum(one["n"] for one in bins) == len(times)
    assert len(bins) in (0, BINS)


def test_results_are_written_whole_and_read_back(tmp_path: Path) -> None:
    results = make()
    write_results(results, tmp_path / "deep" / "run.json")
    assert read_results(tmp_path / "deep" / "run.json") == results
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["run.json"]
    write_report(results, tmp_path / "pages" / "run.html")
    assert (tmp_path / "pages" / "run.html").stat().st_size > 5_000


@pytest.mark.parametrize("text", ["", "[]", '{"newsdesk": "results", "version": 0}', "\x00"])
def test_other_files_are_no_results(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"run.json: "):
        read_results(path)


def test_a_comparison_tells_what_got_better_and_worse() -> None:
    found = compare(make(), make(right=False))
    assert [line["id"] for line in found["worse"]] == ["q-1"]
    assert found["better"] == []
    assert (found["all"]["before"], found["all"]["after"]) == (1.0, 0.5)
    assert found["all"]["mcnemar_p"] == 1.0
    assert found["by_kind"]["figure"]["worse"] == 1
    assert compare(make(), make())["all"]["difference"]["value"] == 0


def test_runs_on_other_sets_or_questions_are_not_compared() -> None:
    with pytest.raises(InputError, match="different sets"):
        compare(make(), make() | {"set": "other-2"})
    shorter = make()
    shorter["questions"] = shorter["questions"][:1]
    with pytest.raises(InputError, match="same questions"):
        compare(make(), shorter)
