"""The long form: `python -m tests.fuzz --inputs 10000000 --seed 1` feeds every parser mutated text and counts.

Inputs are sentences of the samples and of the tables of figures, mutated: pieces cut out, doubled, swapped, joined with
words of other alphabets, signs and controls. What fails is written to a file and ends the run with 1.
"""

import argparse
import csv
import io
import json
import random
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import ingest
from ingest.errors import QuestionError
from ingest.figures import extract_figures, find_periods
from ingest.head.fields import read_authors, read_day
from ingest.head.stamps import find_stamps, parse_stamp
from ingest.raw import Media
from ingest.text.clean import clean_text
from ingest.text.sentences import split_sentences
from qa.chat_model.prompt import parse_reply
from qa.desk import checked
from qa.understand.followup import complete
from qa.understand.question import understand
from qa.understand.request import read_request
from tests.fuzz.test_parsers import WORDS, check

CASES = Path(__file__).parents[1] / "ingest" / "figure_cases"
BATCH = 2_000
"""Inputs of one target that a process takes at a time."""


@cache
def seeds() -> tuple[str, ...]:
    """Return the sentences that are mutated: of the samples, and the first column of the tables of figures."""
    samples = [p.read_text("utf-8") for p in sorted(Path(ingest.__file__).with_name("samples").glob("*.md"))]
    said = [text[s.start : s.end] for text in samples for s in split_sentences(text)]
    tables = [line.split(" | ")[0] for p in sorted(CASES.glob("*.txt")) for line in p.read_text("utf-8").splitlines()]
    return tuple(sorted({*said, *tables} - {""}))


def mutate(rng: random.Random, longest: int = 160) -> str:
    """Return a piece of one or two seeds with up to four changes."""
    text = rng.choice(seeds())
    if rng.random() < 0.3:
        other = rng.choice(seeds())
        text = text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other)) :]
    for _ in range(rng.randrange(5)):
        a = rng.randrange(len(text) + 1)
        b = min(len(text), a + rng.randrange(12))
        piece = rng.choice(
            (rng.choice(WORDS), "", text[a:b] * 2, chr(rng.randrange(0x2100)), str(rng.randrange(10**6)))
        )
        text = text[:a] + piece + text[b:]
    return text[:longest]


def _day(rng: random.Random) -> date | None:
    return None if rng.random() < 0.2 else date(2000, 1, 1) + timedelta(days=rng.randrange(12_000))


def fuzz_figures(rng: random.Random) -> None:
    """Figures stand at their places."""
    text = mutate(rng)
    assert all(text[f.start : f.end] == f.text for f in extract_figures(text, published=_day(rng)))


def fuzz_periods(rng: random.Random) -> None:
    """Times stand at their places."""
    text = mutate(rng)
    assert all(text[t.start : t.end] == t.period.text for t in find_periods(text, _day(rng)))


def fuzz_stamps(rng: random.Random) -> None:
    """Dates of heads stand at their places, in order; names are not empty."""
    text = mutate(rng, 80)
    found = find_stamps(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    parse_stamp(text), read_day(text)
    assert all(name.strip() for name in read_authors(text))


def fuzz_questions(rng: random.Random) -> None:
    """A question is understood or refused in one line."""
    text = mutate(rng)
    try:
        question = understand(checked(text), _day(rng))
    except QuestionError as error:
        assert "\n" not in str(error)
        return
    assert all(question.text[t.start : t.end] == t.text for t in question.terms)
    complete(text, [mutate(rng)])
    read_request(text)


def fuzz_sentences(rng: random.Random) -> None:
    """Sentences are spans in order, none of them blank."""
    text = clean_text("\n\n".join(mutate(rng) for _ in range(1 + rng.randrange(3)))).text
    found = split_sentences(text)
    assert all(text[s.start : s.end].strip() for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def fuzz_replies(rng: random.Random) -> None:
    """What a chat model returns is parsed; no key but one that was given comes out."""
    said = f"{mutate(rng)} [S{rng.randrange(4)}]. {mutate(rng)} [S1]"
    reply = json.dumps({"sentences": [{"text": said, "keys": ["S1"]}]}) if rng.random() < 0.3 else said
    cut = reply[: rng.randrange(len(reply) + 1)] if rng.random() < 0.3 else reply
    assert {key for _, keys in parse_reply(cut, ["S1", "S2"]).sentences for key in keys} <= {"S1", "S2"}


def fuzz_rows(rng: random.Random) -> None:
    """Rows of JSON and CSV become articles or are refused in one line."""
    names = rng.sample(["id", "title", "text", "published", "publisher", "authors", "url"], rng.randrange(1, 6))
    rows = [{name: mutate(rng) for name in names} for _ in range(1 + rng.randrange(2))]
    if rng.random() < 0.5:
        check("\n".join(map(json.dumps, rows)).encode("utf-8", "replace"), Media.JSONL)
        return
    out = io.StringIO()
    csv.writer(out, delimiter=rng.choice(",;\t")).writerows([names, *([row[n] for n in names] for row in rows)])
    check(out.getvalue().encode("utf-8", "replace"), Media.CSV)


def fuzz_files(rng: random.Random) -> None:
    """Bytes of any kind become articles or are refused in one line."""
    raw = bytearray(mutate(rng).encode("utf-8", "surrogatepass"))
    for _ in range(rng.randrange(4)):
        raw.insert(rng.randrange(len(raw) + 1), rng.randrange(256))
    check(
        bytes(raw), rng.choice((Media.TEXT, Media.MARKDOWN, Media.MAIL, Media.RTF, Media.FEED, Media.JSON, Media.HTML))
    )


SHARES: dict[Callable[[random.Random], None], int] = {
    fuzz_figures: 120, fuzz_periods: 450, fuzz_stamps: 120, fuzz_questions: 50, fuzz_sentences: 80, fuzz_replies: 170,
    fuzz_rows: 8, fuzz_files: 2,
}  # fmt: skip
"""Inputs of each target in a thousand: what is quick is asked more often."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of some inputs of one target."""

    target: str
    inputs: int
    seconds: float
    failures: tuple[str, ...]


def run(place: tuple[int, int, int]) -> Ran:
    """Feed one target (its number, a seed, how many inputs); a failure keeps its seed and where it fell."""
    number, seed, count = place
    target, failures, began = list(SHARES)[number], list[str](), time.process_time()
    for at in range(count):
        try:
            target(random.Random(f"{number} {seed} {at}"))
        except Exception:
            failures.append(f"{target.__name__} {number} {seed} {at}\n{traceback.format_exc()}")
    return Ran(target.__name__, count, time.process_time() - began, tuple(failures))


def main() -> int:
    """Run the targets on all cores and print a table; 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=main.__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path, default=Path("build/fuzz.txt"), help="where failures are written")
    asked = parser.parse_args()
    jobs = [
        (number, asked.seed * 10**6 + start // BATCH, min(BATCH, asked.inputs * share // 1000 - start))
        for number, share in enumerate(SHARES.values())
        for start in range(0, asked.inputs * share // 1000, BATCH)
    ]
    random.Random(asked.seed).shuffle(jobs)
    with ProcessPoolExecutor(asked.processes) as pool:
        done = list(pool.map(run, jobs, chunksize=4))
    lines = ["| target | inputs | microseconds each | failures |", "| --- | --- | --- | --- |"]
    for name in [target.__name__ for target in SHARES]:
        mine = [ran for ran in done if ran.target == name]
        inputs, failed = sum(ran.inputs for ran in mine), sum(len(ran.failures) for ran in mine)
        each = sum(ran.seconds for ran in mine) / max(1, inputs) * 1e6
        lines.append(f"| {name.removeprefix('fuzz_')} | {inputs:,} | {each:.0f} | {failed} |")
    sys.stdout.write("\n".join(lines) + "\n")
    failures = [failure for ran in done for failure in ran.failures]
    if failures:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text("\n".join(failures), encoding="utf-8")
        sys.stderr.write(
            f"{len(failures)} failures in {asked.out}: run(...) of the numbers in a first line is one again\n"
        )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
