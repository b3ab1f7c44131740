"""Counts of questions, errors and seconds, in the text that Prometheus reads."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds, upper bounds: a warm answer takes about 0.1, one of a chat model up to a minute.
BOUNDS = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Asked:
    """One question that is being answered."""

    failed = False
    """Set by whoever answers, where an error became a message; a question that is declined has not failed."""


class Metrics:
    """What was asked since the server started; safe from many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under = [0] * len(BOUNDS)
        self._count = self._errors = 0
        self._seconds = 0.0

    @contextmanager
    def question(self) -> Iterator[Asked]:
        """Count what is done inside as one question; an exception counts as an error of it and goes on."""
        asked, began = Asked(), time.monotonic()
        try:
            yield asked
        except Exception:
            asked.failed = True
            raise
        finally:
            self._add(time.monotonic() - began, asked.failed)

    def _add(self, seconds: float, failed: bool) -> None:
        with self._lock:
            self._count += 1
            self._errors += failed
            self._seconds += seconds
            for place, bound in enumerate(BOUNDS):
                self._under[place] += seconds <= bound

    def text(self, articles: int) -> str:
        """Return all of it, and how many articles there are, in Prometheus' text format 0.0.4."""
        with self._lock:
            rows = [
                *_head("newsdesk_questions_total", "counter", "Questions asked."),
                f"newsdesk_questions_total {self._count}",
                *_head("newsdesk_question_errors_total", "counter", "Questions that ended in an error."),
                f"newsdesk_question_errors_total {self._errors}",
                *_head("newsdesk_question_seconds", "histogram", "Seconds from a question to its answer."),
                *(
                    f'newsdesk_question_seconds_bucket{{le="{bound:g}"}} {under}'
                    for bound, under in zip(BOUNDS, self._under, strict=True)
                ),
                f'newsdesk_question_seconds_bucket{{le="+Inf"}} {self._count}',
                f"newsdesk_question_seconds_sum {self._seconds:.6f}",
                f"newsdesk_question_seconds_count {self._count}",
                *_head("newsdesk_articles", "gauge", "Articles in the first index."),
                f"newsdesk_articles {articles}",
            ]
        return "\n".join(rows) + "\n"


def _head(name: str, kind: str, words: str) -> tuple[str, str]:
    return f"# HELP {name} {words}", f"# TYPE {name} {kind}"
