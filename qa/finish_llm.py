"""The last stage for a chat model: what is left of its answer after the check, cited; or a plain "not said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qa.cite import Citations
from qa.compose import decline
from qa.finish import best_pick
from qa.readers import evidence
from qa.types import Answer, CitedFigure, Claim, Evidence

if TYPE_CHECKING:
    from qa.chain import Work


def finish_with_model(work: "Work", reader: Any) -> "Work":
    """Return the work with the answer a chat model gives from its sentences; `reader` is a `qa.llm.LlmReader`."""
    assert work.question is not None
    offered = evidence(work.ranked)
    return _finished(work, reader, offered, reader.read(work.question.text, offered, today=work.as_of))


def stream_with_model(work: "Work", reader: Any) -> Iterator["Work"]:
    """Yield the work with each answer as it grows, sentence by verified sentence; the whole one comes last."""
    assert work.question is not None
    offered = evidence(work.ranked)
    claims: list[Any] = []
    stream = reader.stream(work.question.text, offered, today=work.as_of)
    while True:
        try:
            claims.append(next(stream))
        except StopIteration as end:
            yield _finished(work, reader, offered, end.value)
            return
        yield replace(work, answer=_told(work, reader, offered, claims))


def _finished(work: "Work", reader: Any, offered: list[Evidence], reading: Any) -> "Work":
    assert work.question is not None
    if reading.abstained:
        nearest, trust = best_pick(work)
        return replace(work, answer=replace(decline(work.question, nearest, trust, Citations()), reader=reader.name))
    dropped = len(reading.dropped)
    answer = replace(
        _told(work, reader, offered, reading.claims),
        missing="part of the answer was not carried by the articles" if dropped and not reading.replaced else None,
        notes=(f"sentences of the model that failed the check and are not shown: {dropped}",) if dropped else (),
    )
    return replace(work, answer=answer)


def _told(work: "Work", reader: Any, offered: list[Evidence], told: Sequence[Any]) -> Answer:
    """Return the answer that verified sentences make, with their citations."""
    assert work.question is not None
    citations = Citations()
    by_key = {one.key: one for one in offered}
    places = {(s.candidate.article.id, s.candidate.start): s.candidate for s in work.ranked}
    claims, figures = [], []
    for text, keys, verdict in told:
        cited = []
        for key in keys:
            one = by_key[key]
            number = citations.cite(places[one.article.id, one.start])
            cited.append(number)
            figures += [CitedFigure(f, number) for f in one.figures if f.text in text]
        claims.append(Claim(text, tuple(dict.fromkeys(cited)), verdict))
    return Answer(
        question=work.question.text,
        answer="\n".join(f"{c.text} {''.join(f'[{k}]' for k in c.citations)}" for c in claims),
        short=None,
        abstained=False,
        missing=None,
        reader=reader.name,
        claims=tuple(claims),
        citations=citations.all(),
        figures=tuple(dict.fromkeys(figures)),
        confidence=1.0,
    )
