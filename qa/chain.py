"""The chain: every stage from a question to its answer, in order, each from `Work` to `Work`.

| stage | takes | gives |
|---|---|---|
| survey | text | answer, where a summary, a list, a timeline or a comparison is asked for |
| understand | text, previous | asked, understood |
| retrieve | asked | hits |
| rank | hits | ranked, weights |
| read | ranked | picks, unweighed |
| weigh | picks | picks, measured and in order; judged |
| calculate | picks | answer, where arithmetic is asked for |
| record | ranked | answer, where an article's own record is asked for |
| parts | asked | answer, where two things are asked |
| decide | judged | chosen, trust |
| compare | chosen, picks | compared, chosen (a newer or corrected figure) |
| verify | chosen | chosen with what its sentence carries, notes |
| answer | all of it | answer |

LangChain joins them, so `invoke`, `batch`, `stream` and their async twins come with it. `ask` runs the same list
without: a first `invoke` imports the tracing of LangSmith whether it is wanted or not, 0.6 s of a cold answer's 1.2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Any

from qa.answer.scope import scope_notes
from qa.decide.weigh import THRESHOLD
from qa.reader.spans import SpanReader
from qa.types import PASSAGES, Answer
from qa.work import Stage, Work

if TYPE_CHECKING:
    from index.index import Index

Named = tuple[str, Stage]


def build_stages(index: "Index", reader: SpanReader, model: Any = None) -> list[Named]:
    """Return the stages that answer from an index, by name, in order; `model` is a `qa.chat_model.llm.LlmReader`."""
    from qa import stages

    found: list[Named] = finding_stages(index, reader)
    named: list[Named] = []

    def whole(text: str, work: Work) -> Answer:
        """Answer another question from the start."""
        return run_stages(named, {"question": text, "as_of": work.as_of, "k": work.k, "dated_only": work.dated_only})

    def ask(text: str, work: Work) -> Work:
        """Take a question that is part of another up to its weighed picks; this is how compute/ asks for evidence."""
        part = Work(text, work.as_of, work.k, dated_only=work.dated_only, least=work.least, sought=work.sought)
        for _, stage in found:
            part = stage(part)
        return part

    last: list[Named]
    if model is not None:
        from qa.chat_model.finish import answer_with_model

        last = [("answer", lambda work: answer_with_model(work, model))]
    else:
        last = [
            ("calculate", lambda work: stages.calculate(work, ask)),
            ("record", stages.tell_record),
            ("parts", lambda work: stages.answer_parts(work, ask)),
            ("decide", stages.decide),
            ("compare", lambda work: stages.compare(work, index)),
            ("verify", stages.verify),
            ("answer", stages.answer),
        ]
    named.append(("survey", _timed("survey", lambda work: stages.survey(work, index, whole))))
    named.extend((name, _unless_answered(stage)) for name, stage in found)
    named.extend((name, _timed(name, _unless_answered(stage))) for name, stage in last)
    return named


def finding_stages(index: "Index", reader: SpanReader) -> list[Named]:
    """Return the stages up to weighed picks; what is decided from them comes after."""
    from qa import stages

    found: list[Named] = [
        ("understand", lambda work: stages.understand_question(work, index)),
        ("retrieve", lambda work: stages.retrieve(work, index)),
        ("rank", lambda work: stages.rank(work, index)),
        ("read", lambda work: stages.read(work, reader)),
        ("weigh", stages.weigh),
    ]
    return [(name, _timed(name, stage)) for name, stage in found]


def build_chain(stages: Sequence[Named]) -> Any:
    """Return the Runnable that runs the stages: {"question", "as_of", "k", "previous", ...} -> Answer."""
    from langchain_core.runnables import RunnableLambda

    chain: Any = RunnableLambda(_start)
    for name, stage in stages:
        chain = chain | RunnableLambda(stage, name=name)
    return chain | RunnableLambda(_end)


def run_stages(stages: Sequence[Named], asked: dict[str, Any]) -> Answer:
    """Answer as the chain does, without LangChain."""
    work = _start(asked)
    for _, stage in stages:
        work = stage(work)
    return _end(work)


def stream_stages(stages: Sequence[Named], model: Any, asked: dict[str, Any]) -> Iterator[Answer]:
    """Yield the answer of a chat model as it grows, each sentence once it is verified; the whole one comes last."""
    from qa.chat_model.finish import stream_with_model

    work = _start(asked)
    for _, stage in stages[:-1]:
        work = stage(work)
    if work.answer is not None:
        yield _end(work)
        return
    began = perf_counter()
    for grown in stream_with_model(work, model):
        yield _end(replace(grown, timings={**grown.timings, stages[-1][0]: (perf_counter() - began) * 1000}))


def _start(asked: dict[str, Any]) -> Work:
    least = asked.get("min_confidence")
    return Work(
        asked["question"],
        asked.get("as_of"),
        asked.get("k") or PASSAGES,
        tuple(asked.get("previous") or ()),
        dated_only=bool(asked.get("dated_only")),
        least=THRESHOLD if least is None else least,
    )


def _end(work: Work) -> Answer:
    assert work.answer is not None
    total = sum(work.timings.values())
    notes = (*work.answer.notes, *scope_notes(work.answer, work.as_of))
    return replace(work.answer, understood=work.understood, notes=notes, timings_ms={**work.timings, "total": total})


def _unless_answered(stage: Stage) -> Stage:
    return lambda work: work if work.answer is not None else stage(work)


def _timed(name: str, stage: Stage) -> Stage:
    def run(work: Work) -> Work:
        began = perf_counter()
        done = stage(work)
        return replace(done, timings={**work.timings, name: (perf_counter() - began) * 1000})

    return run
