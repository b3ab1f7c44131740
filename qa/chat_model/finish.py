"""The last stage for a chat model: what is left of its answer after the check, cited; or a plain "not said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answer.cite import Citations
from qa.answer.compose import decline
from qa.chat_model.readers import evidence
from qa.decide.weigh import THRESHOLD, probability
from qa.stages import decide
from qa.types import Answer, CitedFigure, Claim, Evidence

if TYPE_CHECKING:
    from qa.chat_model.llm import Claim as Cited
    from qa.chat_model.llm import LlmReader, LlmReading
    from qa.work import Work


def answer_with_model(work: "Work", reader: "LlmReader") -> "Work":
    """Return the work with the answer a chat model gives from its sentences."""
    offered = evidence(work.ranked)
    return _finished(work, reader, offered, reader.read(work.question.text, offered, today=work.as_of))


def stream_with_model(work: "Work", reader: "LlmReader") -> Iterator["Work"]:
    """Yield the work with each answer as it grows, sentence by verified sentence; the whole one comes last."""
    offered = evidence(work.ranked)
    claims: list[Cited] = []
    stream = reader.stream(work.question.text, offered, today=work.as_of)
    while True:
        try:
            claims.append(next(stream))
        except StopIteration as end:
            yield _finished(work, reader, offered, end.value)
            return
        yield replace(work, answer=_told(work, reader, offered, claims))


def _finished(work: "Work", reader: "LlmReader", offered: list[Evidence], reading: "LlmReading") -> "Work":
    unsure = _confidence(work, [o for o in offered if any(o.key in keys for _, keys, _ in reading.claims)]) < work.least
    if reading.abstained or (work.least != THRESHOLD and unsure):
        near = decide(work)
        refusal = decline(work.question, near.chosen, near.trust, Citations())
        return replace(work, answer=replace(refusal, reader=reader.name))
    dropped = len(reading.dropped)
    answer = replace(
        _told(work, reader, offered, reading.claims),
        missing="part of the answer was not carried by the articles" if dropped and not reading.replaced else None,
        notes=(f"sentences of the model that failed the check and are not shown: {dropped}",) if dropped else (),
    )
    return replace(work, answer=answer)


def _told(work: "Work", reader: "LlmReader", offered: list[Evidence], told: Sequence["Cited"]) -> Answer:
    """Return the answer that verified sentences make, with their citations."""
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
        confidence=_confidence(work, [by_key[key] for _, keys, _ in told for key in keys]),
    )


def _confidence(work: "Work", cited: Sequence[Evidence]) -> float:
    """Return the calibrated probability of the best pick that stands in a cited sentence; 0 where none does."""
    places = {(one.article.id, one.start) for one in cited}
    inside = [p for p in work.picks if (p.candidate.article.id, p.candidate.start) in places]
    return max((probability(p, work.picks) for p in inside), default=0.0)
