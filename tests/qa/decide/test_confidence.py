"""One probability everywhere: what is less sure than asked for is declined."""

import pytest

from qa import Newsdesk
from ui.cli.options import probability

QUESTION = "How many companies has Hebei attracted?"


def test_what_is_less_sure_is_declined(samples: Newsdesk) -> None:
    answer = samples.ask(QUESTION)
    assert not answer.abstained and 0 < answer.confidence < 1
    assert samples.ask(QUESTION, min_confidence=answer.confidence).short == answer.short
    unsure = samples.ask(QUESTION, min_confidence=min(1.0, answer.confidence + 0.01))
    assert unsure.abstained and unsure.confidence == answer.confidence


def test_a_refusal_has_its_confidence_too(samples: Newsdesk) -> None:
    answer = samples.ask("How many vineyards are there in Tianjin?")
    assert answer.abstained and answer.confidence < 0.5


def test_a_name_no_article_has_is_the_reason(samples: Newsdesk) -> None:
    answer = samples.ask("How many companies has Valdivia attracted?")
    assert answer.abstained and answer.missing is not None
    assert answer.missing.startswith("no article speaks of Valdivia")


@pytest.mark.parametrize("text", ["2", "-1", "x", "1.5", "0.1234567", "nan"])
def test_no_number_from_0_to_1(text: str) -> None:
    import argparse

    with pytest.raises(argparse.ArgumentTypeError):
        probability(text)
