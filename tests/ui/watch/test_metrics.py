"""What is counted of the questions, and how it is told."""

import re

import pytest

from ui.chat.watch.metrics import BOUNDS, Metrics


def values(metrics: Metrics) -> dict[str, float]:
    rows = [row for row in metrics.text(5).splitlines() if not row.startswith("#")]
    return {name: float(value) for name, value in (row.rsplit(" ", 1) for row in rows)}


def test_questions_errors_and_seconds_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.2, 10.0, 13.0, 20.0, 20.05])
    monkeypatch.setattr("ui.chat.watch.metrics.time.monotonic", lambda: next(clock))
    metrics = Metrics()
    with metrics.question():
        pass
    with metrics.question() as asked:
        asked.failed = True
    with pytest.raises(ValueError, match="broken"), metrics.question():
        raise ValueError("broken")
    found = values(metrics)
    assert found["newsdesk_questions_total"] == 3
    assert found["newsdesk_question_errors_total"] == 2
    assert found["newsdesk_question_seconds_sum"] == pytest.approx(3.25)
    assert found['newsdesk_question_seconds_bucket{le="0.1"}'] == 1
    assert found['newsdesk_question_seconds_bucket{le="0.25"}'] == 2
    assert found['newsdesk_question_seconds_bucket{le="2.5"}'] == 2
    assert found['newsdesk_question_seconds_bucket{le="5"}'] == 3
    assert found['newsdesk_question_seconds_bucket{le="+Inf"}'] == 3
    assert found["newsdesk_articles"] == 5


def test_every_family_is_described_once_before_its_values() -> None:
    text = Metrics().text(0)
    assert text.endswith("\n")
    families = re.findall(r"# HELP (\w+) .+\n# TYPE (\w+) (?:counter|gauge|histogram)\n\2", text)
    assert len(families) == text.count("# HELP") == text.count("# TYPE") == 4
    assert all(first == second for first, second in families)
    assert text.count("_bucket") == len(BOUNDS) + 1
