"""The last stage for a chat model: what is left of its answer after the check, cited; or a plain "not said"."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qa.cite import Citations
from qa.compose import decline
from qa.finish import best_pick
from qa.readers import evidence
from qa.types import Answer, CitedFigure, Claim

if TYPE_CHECKING:
    from qa.chain import Work


def finish_with_model(work: "Work", reader: Any) -> "Work":
    """Return the work with the answer a chat model gives from its sentences; `reader` is a `qa.llm.LlmReader`."""
    assert work.question is not None
    offered = evidence(work.ranked)
    reading = reader.read(work.question.text, offered, today=work.as_of)
    citations = Citations()
    if reading.abstained:
        nearest, trust = best_pick(work)
        return replace(work, answer=replace(decline(work.question, nearest, trust, citations), reader=reader.name))
    by_key = {one.key: one for one in offered}
    places = {(s.candidate.article.id, s.candidate.start): s.candidate for s in work.ranked}
    claims, figures = [], []
    for text, keys, verdict in reading.claims:
        cited = []
        for key in keys:
            one = by_key[key]
            number = citations.cite(places[one.article.id, one.start])
            cited.append(number)
            figures += [CitedFigure(f, number) for f in one.figures if f.text in text]
        claims.append(Claim(text, tuple(dict.fromkeys(cited)), verdict))
    dropped = len(reading.dropped)
    notes = (f"sentences of the model that failed the check and are not shown: {dropped}",) if dropped else ()
    answer = Answer(
        question=work.question.text,
        answer="\n".join(f"{c.text} {''.join(f'[{k}]' for k in c.citations)}" for c in claims),
        short=None,
        abstained=False,
        missing="part of the answer was not carried by the articles" if dropped and not reading.replaced else None,
        reader=reader.name,
        claims=tuple(claims),
        citations=citations.all(),
        figures=tuple(dict.fromkeys(figures)),
        notes=notes,
        confidence=1.0,
    )
    return replace(work, answer=answer)
