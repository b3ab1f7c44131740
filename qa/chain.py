"""The chain: question -> what it asks -> hits -> ranked sentences -> picks -> verified, cited Answer.

Each stage is a plain function from `Work` to `Work`; LangChain joins them, so `invoke`, `batch`, `stream` and their
async twins come with it. This file is on the path of `ask`, which runs the same stages one after the other: a first
`invoke` imports the tracing of LangSmith whether it is wanted or not, 0.6 s of a cold answer's 1.2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.types import Hit
from qa.passages import candidates, rarity
from qa.pick import Pick
from qa.question import Question, understand
from qa.read import Scored, rank_sentences, read
from qa.spelling import mend_spelling
from qa.types import Answer

if TYPE_CHECKING:
    from index.index import Index


@dataclass(frozen=True, slots=True)
class Work:
    """What the stages hand from one to the next."""

    text: str
    as_of: date | None = None
    k: int = 8
    previous: tuple[str, ...] = ()
    question: Question | None = None
    understood: str | None = None
    hits: Sequence[Hit] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    most: float = 1.0
    ranked: Sequence[Scored] = ()
    picks: Sequence[Pick] = ()
    answer: Answer | None = None
    timings: Mapping[str, float] = field(default_factory=dict)


Stage = Callable[[Work], Work]


def build_stages(index: "Index", model: Any = None) -> list[tuple[str, Stage]]:
    """Return the stages that answer from an index, by name, in order; `model` is a `qa.llm.LlmReader` or None."""
    from qa.finish import finish

    stages: list[tuple[str, Stage]] = [
        ("understand", lambda work: _understand(work, index)),
        ("retrieve", lambda work: _retrieve(work, index)),
        ("rank", lambda work: _rank(work, index)),
        ("read", _read),
        ("answer", (lambda work: finish_model(work, model)) if model else (lambda work: finish(work, index))),
    ]
    return [(name, _timed(name, stage)) for name, stage in stages]


def build_chain(stages: Sequence[tuple[str, Stage]]) -> Any:
    """Return the Runnable that runs the stages: {"question", "as_of", "k", "previous"} -> Answer."""
    from langchain_core.runnables import RunnableLambda

    chain: Any = RunnableLambda(_start)
    for name, stage in stages:
        chain = chain | RunnableLambda(stage, name=name)
    return chain | RunnableLambda(_end)


def run_stages(stages: Sequence[tuple[str, Stage]], asked: dict[str, Any]) -> Answer:
    """Answer as the chain does, without LangChain."""
    work = _start(asked)
    for _, stage in stages:
        work = stage(work)
    return _end(work)


def stream_stages(stages: Sequence[tuple[str, Stage]], model: Any, asked: dict[str, Any]) -> Iterator[Answer]:
    """Yield the answer of a chat model as it grows, each sentence once it is verified; the whole one comes last."""
    from qa.finish_llm import stream_with_model

    work = _start(asked)
    for _, stage in stages[:-1]:
        work = stage(work)
    began = perf_counter()
    for grown in stream_with_model(work, model):
        yield _end(replace(grown, timings={**grown.timings, stages[-1][0]: (perf_counter() - began) * 1000}))


def finish_model(work: Work, model: Any) -> Work:
    """Answer with a chat model; its module is imported only then."""
    from qa.finish_llm import finish_with_model

    return finish_with_model(work, model)


def examine(text: str, work: Work, index: "Index") -> Work:
    """Return the work on a question that is part of another: understood, retrieved, ranked and read, not answered."""
    part = Work(text, work.as_of, work.k)
    return _read(_rank(_retrieve(_understand(part, index), index), index))


def _start(asked: dict[str, Any]) -> Work:
    return Work(asked["question"], asked.get("as_of"), asked.get("k") or 8, tuple(asked.get("previous") or ()))


def _end(work: Work) -> Answer:
    assert work.answer is not None
    total = sum(work.timings.values())
    return replace(work.answer, understood=work.understood, timings_ms={**work.timings, "total": total})


def _timed(name: str, stage: Stage) -> Stage:
    def run(work: Work) -> Work:
        began = perf_counter()
        done = stage(work)
        return replace(done, timings={**work.timings, name: (perf_counter() - began) * 1000})

    return run


def _understand(work: Work, index: "Index") -> Work:
    full = _completed(work)
    question = understand(full or work.text, work.as_of)
    mended = mend_spelling(question, index)
    if mended is not None:
        full, question = mended, understand(mended, work.as_of)
    return replace(work, understood=full, question=question)


def _completed(work: Work) -> str | None:
    """Return a follow-up question written out, None for a question that stands on its own."""
    if not work.previous:
        return None
    from qa.followup import complete

    return complete(work.text, work.previous)


def _retrieve(work: Work, index: "Index") -> Work:
    assert work.question is not None
    return replace(work, hits=index.search(work.question.text, work.k, work.as_of))


def _rank(work: Work, index: "Index") -> Work:
    question = work.question
    assert question is not None
    vector = index.encode_query(question.text)
    found = candidates(
        work.hits, index, lambda article_id: [s.cosine for s in index.sentence_cosines(vector, article_id)]
    )
    frequencies, chunks = index.frequencies([t.text for t in question.terms])
    by_stem = {t.stem: frequencies[t.text] for t in question.terms}
    weights = rarity(list(by_stem), by_stem, chunks)
    most = rarity(["\0"], {}, chunks)["\0"]
    return replace(work, weights=weights, most=most, ranked=rank_sentences(question, found, weights))


def _read(work: Work) -> Work:
    assert work.question is not None
    return replace(work, picks=read(work.question, work.ranked, work.weights))
