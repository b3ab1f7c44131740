"""Stream 100,000 synthetic questions through a batch with a fake reader: rate and memory.

    python -m bench.eval_batch [COUNT]

Prints questions a second, and the resident memory after each tenth: a flat column is the point.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.running.batch import Tally, run_questions
from eval.types import Question, Record

COUNT = 100_000
WORDS = "At the port {n:,} ships called in May, more than a year earlier, the harbour master said."


@dataclass(frozen=True)
class FakeReader:
    """Answers every question with a sentence that holds the number of the question."""

    reader: str = "fake"

    def open(self) -> "FakeReader":
        """Return itself."""
        return self

    def fingerprint(self) -> str:
        """Return the name of no index."""
        return "none"

    def answer(self, question: Question, previous: Sequence[str]) -> Record:
        """Return an answer of about the size of a real one."""
        number = int(question.id.removeprefix("q-"))
        quote = WORDS.format(n=number)
        cited = {"key": "1", "article_id": "a", "title": "Port", "source": "port.md", "quote": quote, "published": None}
        return {
            "question": question.question,
            "answer": quote,
            "short": f"{number:,} ships",
            "abstained": False,
            "claims": [{"text": quote, "citations": ["1"], "verdict": "supported"}],
            "citations": [cited],
            "figures": [],
            "disagreements": [],
            "confidence": 0.9,
            "ms": 1.0,
        }

    def close(self) -> None:
        """Do nothing."""


def write_questions(path: Path, count: int) -> None:
    """Write synthetic questions for a figure, every tenth of them a follow-up."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            figure = {
                "text": f"{n:,} ships",
                "value": str(n),
                "high": None,
                "unit": "ship",
                "period": None,
                "bound": "exact",
            }
            row = {
                "id": f"q-{n}",
                "question": f"How many ships called at port {n}?",
                "kind": "figure",
                "expected": [figure],
                "articles": ["port"],
                "quote": [],
                "as_of": None,
            }
            file.write(json.dumps(row | ({"follows": f"q-{n - 1}"} if n % 10 == 9 else {})) + "\n")


def resident_mib() -> float:
    """Return the resident memory of this process now, in MiB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(count: int) -> None:
    """Run the benchmark and print its numbers."""
    with tempfile.TemporaryDirectory() as folder:
        questions, out = Path(folder) / "set.jsonl", Path(folder) / "answers.jsonl"
        write_questions(questions, count)
        began = time.perf_counter()

        def show(tally: Tally) -> None:
            if tally.done % max(1, count // 10) == 0:
                print(f"{tally.done:>9,} answers  {resident_mib():7.1f} MiB  {tally.right / tally.graded:.3f} right")

        tally = run_questions(questions, out, FakeReader(), progress=show)
        took = time.perf_counter() - began
        print(
            f"{tally.done:,} answers in {took:.0f} s, {tally.done / took:,.0f} a second, {out.stat().st_size >> 20} MiB"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
