"""The JSON of an answer is a contract, and so are the names the package exports."""

import json
import sys
from datetime import date
from decimal import Decimal
from subprocess import run

import pytest

import qa
from ingest.types import Equivalent, Figure, FigureKind, Period, Status
from qa.export import number
from qa.types import Answer, Citation, CitedFigure, Claim, Disagreement, Verdict, Voice

PERIOD = Period(date(2022, 1, 1), date(2022, 12, 31), "last year", date(2023, 1, 13))
FIGURE = Figure(
    kind=FigureKind.QUANTITY,
    start=9,
    end=25,
    text="1.5 billion euro",
    value=Decimal("1.5e9"),
    unit="EUR",
    scale="billion",
    qualifier="about",
    status=Status.FORECAST,
    period=PERIOD,
    subject="Nexora",
    measure="sales",
    attributed_to="the board",
    equivalents=(Equivalent(Decimal("1.62e9"), "USD", "$1.62bn", 27, 34),),
)
CITATION = Citation("1", "ab12", "Title", None, date(2023, 1, 13), None, "a.md", 0, 40, "q" * 40)
ANSWER = Answer(
    question="How much?",
    answer="about 1.5 billion euro",
    short="about 1.5 billion euro",
    abstained=False,
    missing=None,
    reader="extractive",
    claims=(Claim("It sold.", ("1",), Verdict.SUPPORTED),),
    citations=(CITATION,),
    figures=(CitedFigure(FIGURE, "1"),),
    disagreements=(
        Disagreement("sales", (Voice("2 euro", Decimal("2"), "EUR", None, "1", "Quay Herald"),), "unexplained"),
    ),
    notes=("a note",),
    confidence=0.123456,
    timings_ms={"total": 1.23456},
)
KEYS = ["question", "understood", "answer", "short", "abstained", "missing", "confidence", "reader", "claims",
        "citations", "figures", "computed", "kind", "table", "disagreements", "notes", "timings_ms"]  # fmt: skip
# What issues 2 and 3 promise, in their order; other keys may stand between them.
PROMISED = ["question", "answer", "short", "abstained", "missing", "reader", "claims", "citations", "figures",
            "disagreements", "timings_ms"]  # fmt: skip
CITATION_KEYS = ["key", "article_id", "title", "publisher", "published", "url", "source", "start", "end", "quote"]
FIGURE_KEYS = ["text", "value", "high", "unit", "scale", "qualifier", "period", "subject", "forecast", "attributed_to",
               "citation", "start", "end", "equivalents"]  # fmt: skip


def in_order(wanted: list[str], keys: list[str]) -> bool:
    return [key for key in keys if key in wanted] == wanted


def test_the_keys_and_their_order() -> None:
    told = ANSWER.to_dict()
    assert list(told) == KEYS
    assert in_order(PROMISED, list(told))
    assert list(told["claims"][0]) == ["text", "citations", "verdict"]
    assert list(told["citations"][0]) == CITATION_KEYS
    assert in_order(FIGURE_KEYS, list(told["figures"][0]))
    assert list(told["figures"][0]["period"]) == ["start", "end", "text", "resolved_from"]
    assert list(told["disagreements"][0]) == ["measure", "values", "reason"]
    assert in_order(["text", "value", "unit", "period", "citation"], list(told["disagreements"][0]["values"][0]))


def test_it_is_json_and_says_what_the_answer_says() -> None:
    told = json.loads(json.dumps(ANSWER.to_dict(), allow_nan=False))
    figure = told["figures"][0]
    assert (figure["value"], figure["forecast"], figure["high"]) == (1_500_000_000, True, None)
    assert figure["period"] == {
        "start": "2022-01-01", "end": "2022-12-31", "text": "last year", "resolved_from": "2023-01-13"
    }  # fmt: skip
    assert figure["equivalents"][0]["value"] == 1_620_000_000
    assert told["citations"][0]["published"] == "2023-01-13"
    assert told["claims"] == [{"text": "It sold.", "citations": ["1"], "verdict": "supported"}]
    assert told["timings_ms"] == {"total": 1.23}


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, None), (Decimal("1406"), 1406), (Decimal("1E+3"), 1000), (Decimal("21.40"), 21.4), (Decimal("-3.2"), -3.2),
     (Decimal("2430000000000"), 2430000000000), (Decimal("0"), 0)],
)  # fmt: skip
def test_number(value: Decimal | None, told: int | float | None) -> None:
    assert number(value) == told
    assert type(number(value)) is type(told)


def test_exported_names() -> None:
    assert qa.__all__ == ["Answer", "Citation", "Claim", "Disagreement", "Newsdesk", "Verdict", "ask"]
    assert all(getattr(qa, name) is not None for name in qa.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = qa.nothing


def test_importing_qa_imports_nothing_heavy() -> None:
    code = "import qa, sys; print(sorted({'numpy', 'langchain_core', 'faiss', 'torch'} & set(sys.modules)))"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
