"""What the benchmarks share: one corpus, our index of it and the plain pipeline's, each made when first asked for."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import Run, python, run

ARTICLES, QUICK_ARTICLES = 750, 100
"""750 articles of 500 words are about 3,500 of our chunks."""

ASKED, QUICK_ASKED = 200, 60
"""Questions asked of a warm index: p95 needs some hundred; more than the index keeps vectors of."""


@dataclass
class Built:
    """A folder with the corpus and both indexes."""

    home: Path
    quick: bool

    @property
    def articles(self) -> int:
        """How many articles the corpus has."""
        return QUICK_ARTICLES if self.quick else ARTICLES

    @cached_property
    def questions(self) -> list[str]:
        """Questions the corpus answers; makes it."""
        return write_corpus(self.corpus, self.articles)[: QUICK_ASKED if self.quick else ASKED]

    @property
    def corpus(self) -> Path:
        """The corpus as JSONL; there once `questions` was asked for."""
        return self.home / "corpus.jsonl"

    @property
    def asked(self) -> str:
        """An argument that names the questions to a child process."""
        path = self.home / "questions.json"
        path.write_text(json.dumps(self.questions), encoding="utf-8")
        return f"@{path}"

    @property
    def ours(self) -> Path:
        """Our index folder; there once `ours_run` was asked for."""
        return self.home / "ours"

    @property
    def plain(self) -> Path:
        """The plain pipeline's folder; there once `plain_run` was asked for."""
        return self.home / "plain"

    @cached_property
    def ours_run(self) -> Run:
        """Ingest the corpus; the run's data has seconds, cpu, articles, chunks."""
        _ = self.questions
        return run(python("bench.ours", "ingest", str(self.ours), str(self.corpus)))

    @cached_property
    def plain_run(self) -> Run:
        """Build the plain pipeline of the corpus; the same data."""
        _ = self.questions
        return run(python("bench.plain", "build", str(self.plain), str(self.corpus)))
