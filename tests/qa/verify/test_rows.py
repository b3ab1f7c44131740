"""Rows of tables as answers: a bare number is said with its header's unit, and is carried by its row alone."""

from datetime import date

import pytest

from ingest.figures import extract_figures
from ingest.types import Article
from qa.lexicon.wording import printed
from qa.types import Verdict
from qa.verify.claim import Cited, verify_claim

ROW = "Port: Senna | Budget (million pounds): 9.8 | Staff: 205 | Growth (%): 3.1 | Costs (£m): 4 | Opened: 1998"
ARTICLE = Article("a", "Ports", f"The ports.\n{ROW}\nThe end.", "a.docx", published=date(2024, 5, 2))
LOW = ARTICLE.text.index(ROW)


def test_a_figure_of_a_row_is_said_with_its_unit_and_supported() -> None:
    figures = [f for f in extract_figures(ARTICLE.text, published=ARTICLE.published) if f.value is not None]
    said = [printed(figure, ARTICLE.text, LOW) for figure in figures]
    assert said == ["9.8 million pounds", "205 staff", "3.1%", "£4m"]
    for words in said:
        assert verify_claim(words, [Cited(ARTICLE, LOW, LOW + len(ROW))]) is Verdict.SUPPORTED


CLAIMS = [
    ("Senna's budget is 9.8 million pounds.", Verdict.SUPPORTED),
    ("Senna's budget is 9.8 million euros.", Verdict.WRONG_UNIT),
    ("Senna's budget is 9.8 billion pounds.", Verdict.WRONG_SCALE),
    ("Tarn's budget is 9.8 million pounds.", Verdict.WRONG_SUBJECT),
]


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS)
def test_claims_over_a_row(claim: str, verdict: Verdict) -> None:
    assert verify_claim(claim, [Cited(ARTICLE, LOW, LOW + len(ROW))]) is verdict
