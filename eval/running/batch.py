"""Answer a file of questions into a file of answers: streaming, in order, and resumable.

The answers stand in the order of the questions, one JSON object a line, each written as soon as it is there. What a
kill leaves is therefore a prefix, and at most its last line is cut; a second start cuts that line off, checks that the
prefix belongs to the same questions, reader and index, and goes on behind it.
"""

import hashlib
import signal
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from eval.grading.score import grade
from eval.running.answerer import Answerer, Source
from eval.running.answers import hold, read_line, write_line
from eval.sets.articles import load_mapping
from eval.sets.load import count_rows, stream_questions, write_row
from eval.types import BadRow, Grade, Kind, Question, Record
from ingest.errors import InputError, NewsdeskError, SettingError

# A follow-up finds the question before it among this many; they take a few megabytes.
MOST_REMEMBERED = 10_000
# Questions handed out ahead of the one that is written next: enough to keep every worker busy behind a slow one.
AHEAD = 8

ANSWERING = ("ingest", "index", "qa")

Row = Question | BadRow


@dataclass(slots=True)
class Tally:
    """How far a batch is; `right` of `graded` answers were correct."""

    total: int = 0
    done: int = 0
    resumed: int = 0
    failed: int = 0
    graded: int = 0
    right: int = 0


Progress = Callable[[Tally], None]


def name_set(path: Path) -> str:
    """Return the name of a question set: its file's stem and the beginning of its sha256."""
    with path.open("rb") as file:
        return f"{path.stem}-{hashlib.file_digest(file, 'sha256').hexdigest()[:8]}"


def describe_run(questions: Path, source: Source) -> dict[str, str]:
    """Return what answers are marked with: set, reader, index fingerprint, and the version of the code that answers."""
    marks = {"set": name_set(questions), "reader": source.reader, "index": source.fingerprint()}
    return marks | {"code": code_version()}


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return 8 characters that name the source of the packages that answer; any change in them is another version."""
    hasher = hashlib.sha256()
    for package in ANSWERING:
        for path in sorted((Path(__file__).parents[2] / package).rglob("*.py")):
            hasher.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hasher.hexdigest()[:8]


class _Memory:
    """The last questions of a stream, for those that follow them."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, Question] = OrderedDict()

    def add(self, question: Question) -> None:
        self._asked[question.id] = question
        if len(self._asked) > MOST_REMEMBERED:
            self._asked.popitem(last=False)

    def before(self, question: Question) -> tuple[str, ...]:
        """Return the questions a question follows, oldest first."""
        chain: list[str] = []
        seen = {question.id}
        follows = question.follows
        while follows is not None and follows in self._asked and follows not in seen:
            seen.add(follows)
            chain.append(self._asked[follows].question)
            follows = self._asked[follows].follows
        return tuple(reversed(chain))


def _rows(path: Path) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Yield each row with the questions it follows; one that follows a stranger is a bad row."""
    memory = _Memory()
    for row in stream_questions(path):
        if isinstance(row, BadRow):
            yield row, ()
            continue
        previous = memory.before(row)
        memory.add(row)
        if row.follows is not None and not previous:
            yield BadRow(row.id, f"{path.name}, {row.id}, follows: {row.follows} is not before it"), ()
        else:
            yield row, previous


def ask(answerer: Answerer, row: Row, previous: tuple[str, ...]) -> Record:
    """Return the record of one row; what goes wrong with it becomes its `error`, and the rest goes on."""
    if isinstance(row, BadRow):
        return {"id": row.id, "error": row.message}
    try:
        return {"id": row.id} | answerer.answer(row, previous)
    except NewsdeskError as error:
        return {"id": row.id, "question": row.question, "error": str(error)}
    except Exception as error:  # the boundary of a batch: one question must not end the run
        return {"id": row.id, "question": row.question, "error": f"{type(error).__name__}: {error}"}


_mine: Answerer | None = None


def _open_here(source: Source) -> None:
    """Open the answerer of a worker process; Ctrl-C is for the process that writes."""
    global _mine
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _mine = source.open()


def _ask_here(row: Row, previous: tuple[str, ...]) -> Record:
    if _mine is None:
        raise SettingError("the worker has no desk")
    return ask(_mine, row, previous)


def _answer_alone(rows: Iterator[tuple[Row, tuple[str, ...]]], source: Source) -> Iterator[tuple[Row, Record]]:
    with closing(source.open()) as answerer:
        for row, previous in rows:
            yield row, ask(answerer, row, previous)


def _answer_together(
    rows: Iterator[tuple[Row, tuple[str, ...]]], source: Source, workers: int
) -> Iterator[tuple[Row, Record]]:
    """Answer in worker processes, at most `AHEAD` questions a worker ahead, and yield in the order of the rows."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    waiting: deque[tuple[Row, Future[Record]]] = deque()
    try:
        with ProcessPoolExecutor(workers, get_context("spawn"), _open_here, (source,)) as pool:
            for row, previous in rows:
                waiting.append((row, pool.submit(_ask_here, row, previous)))
                if len(waiting) >= AHEAD * workers:
                    first, future = waiting.popleft()
                    yield first, future.result()
            for first, future in waiting:
                yield first, future.result()
    except BrokenProcessPool as error:
        raise SettingError("a worker process died; run it again with fewer --workers: the answers stay") from error


def _resume(
    file: BinaryIO, out: Path, rows: Iterator[tuple[Row, tuple[str, ...]]], run: dict[str, str]
) -> Iterator[tuple[Row, Record]]:
    """Yield the rows that are answered, and leave `file` and `rows` where the work goes on.

    Raises:
        InputError: the answers are of other questions, another reader or another index.
    """
    kept = 0
    while line := file.readline():
        record = read_line(line)
        if record is None:
            if file.read(1):
                raise InputError(f"{out}: a line in the middle is no answer; name another --out")
            break
        row, _ = next(rows, (None, ()))
        if row is None or record.get("id") != row.id or record.get("run") != run:
            other = "another set, reader, index or version of newsdesk"
            raise InputError(f"{out}: holds answers of {other}; name another --out, or --restart")
        kept = file.tell()
        yield row, record
    file.truncate(kept)
    file.seek(kept)


def _asked(row: Row) -> Record:
    """Return the row of a graded question, so that a file of answers can be graded by itself."""
    graded = isinstance(row, Question) and row.kind is not Kind.UNGRADED
    return {"asked": write_row(row)} if graded and isinstance(row, Question) else {}


def count(tally: Tally, row: Row, record: Record) -> None:
    """Add an answer to the tally, grading it where the row says what it expects."""
    tally.done += 1
    if record.get("error"):
        tally.failed += 1
    if isinstance(row, Question) and row.kind is not Kind.UNGRADED:
        tally.graded += 1
        tally.right += grade(row, record, load_mapping()).grade is Grade.CORRECT


def run_questions(
    questions: str | Path,
    out: str | Path,
    source: Source,
    *,
    workers: int = 1,
    restart: bool = False,
    progress: Progress | None = None,
    also: BinaryIO | None = None,
) -> Tally:
    """Answer every row of a JSONL or CSV file into `out`, going on behind what an earlier run left there.

    Each fresh answer is written to `also` too, at once.

    Raises:
        InputError: the questions cannot be read, or `out` belongs to other questions, another reader or index.
        SettingError: another batch is writing to `out`.
    """
    questions, out = Path(questions), Path(out)
    tally = Tally(total=count_rows(questions))
    run = describe_run(questions, source)
    rows = _rows(questions)
    with hold(out) as file:
        if restart:
            file.truncate(0)
        for row, record in _resume(file, out, rows, run):
            count(tally, row, record)
            tally.resumed += 1
        answers = _answer_together(rows, source, workers) if workers > 1 else _answer_alone(rows, source)
        for row, record in answers:
            line = write_line(record | _asked(row) | {"run": run})
            for stream in (file, also) if also else (file,):
                stream.write(line)
                stream.flush()
            count(tally, row, record)
            if progress:
                progress(tally)
    return tally
