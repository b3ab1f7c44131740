"""The stages of the chain, each a plain function from `Work` to `Work`; what they do stands in the rooms they call."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.types import FigureKind
from qa.answer.cite import Citations
from qa.answer.compose import answer_from_record, compose, decline
from qa.answer.differ import who_differs
from qa.answer.parts import join_parts
from qa.compare.corrections import corrected
from qa.compare.dates import compare_dates
from qa.compare.figures import Compared, compare_figures, newest
from qa.compare.posts import newest_post
from qa.compute.calculate import calculate as find_result
from qa.compute.operands import Found
from qa.decide.cells import is_cell_asked
from qa.decide.measure import measure_pick, unknown_name
from qa.decide.rules import objection
from qa.decide.rules.offices import newest_holder
from qa.decide.rules.when import pass_on
from qa.decide.weigh import THRESHOLD, Trust, order_picks, probability
from qa.reader.pick import Pick
from qa.reader.propose import best_sentence, choose_windows, read_windows
from qa.reader.spans import SpanReader
from qa.retrieve.passages import candidates, rarity
from qa.retrieve.rank import rank_sentences
from qa.types import Answer, Verdict
from qa.understand.parts import split_parts
from qa.understand.question import understand
from qa.understand.record import asked_field
from qa.understand.spelling import mend_spelling
from qa.verify.shown import checked_pick
from qa.work import Work

if TYPE_CHECKING:
    from index.index import Index

Ask = Callable[[str, Work], Work]
"""Takes a part of a question, and the work on the whole, up to the part's weighed picks."""

JUDGED = 6
"""Picks that are judged before newsdesk declines: an objection to the first may not hold for the next."""
SENTENCES = 6
"""Sentences of a sub-question in which a mate of one operand is looked for."""


def survey(work: Work, index: "Index", ask: Callable[[str, Work], Answer]) -> Work:
    """Answer a request that is no question for one fact: a summary, a list, a timeline, a comparison, a hello.

    `ask` answers another question from the start: who says otherwise is said of the question before.
    """
    from qa.understand.request import read_request

    request = read_request(work.text, work.as_of, follows=bool(work.previous))
    if request is None:
        return work
    from qa.answer.survey import SHOWN_RIGHT, answer_request  # not on the cold path of a question for a fact
    from qa.survey.answer import answer_of
    from qa.understand.request_forms import RequestKind

    if request.kind is RequestKind.OTHERWISE:
        return replace(work, answer=who_differs(ask(work.previous[-1], work))) if work.previous else work
    if request.kind is not RequestKind.HELP and work.least > SHOWN_RIGHT:
        return work
    told = answer_of(index, request, work.as_of, work.dated_only)
    return work if told is None else replace(work, answer=answer_request(work.text, told))


def understand_question(work: Work, index: "Index") -> Work:
    """Read the question: a follow-up is written out, slips of spelling are mended by the words of the index."""
    full = _completed(work)
    question = understand(full or work.text, work.as_of)
    mended = mend_spelling(question, index)
    if mended is not None:
        full, question = mended, understand(mended, work.as_of)
    return replace(work, understood=full, asked=question)


def _completed(work: Work) -> str | None:
    """Return a follow-up question written out, None for a question that stands on its own."""
    if not work.previous:
        return None
    from qa.understand.followup import complete

    return complete(work.text, work.previous)


def retrieve(work: Work, index: "Index") -> Work:
    """Search the index for the chunks nearest to the question."""
    return replace(work, hits=index.search((work.sought or work.question).text, work.k, work.as_of, work.dated_only))


def rank(work: Work, index: "Index") -> Work:
    """Order the sentences of the hits by what they share with the question."""
    question = work.sought or work.question
    vector = index.encode_query(question.text)
    found = candidates(
        work.hits, index, lambda article_id: [s.cosine for s in index.sentence_cosines(vector, article_id)]
    )
    frequencies, chunks = index.frequencies([t.text for t in question.terms])
    by_stem = {t.stem: frequencies[t.text] for t in question.terms}
    weights = rarity(list(by_stem), by_stem, chunks)
    most = rarity(["\0"], {}, chunks)["\0"]
    return replace(work, weights=weights, most=most, ranked=rank_sentences(question, found, weights))


def read(work: Work, reader: SpanReader) -> Work:
    """Read the windows around the best sentences and propose picks."""
    return replace(work, picks=read_windows(work.question, choose_windows(work.ranked), reader))


def weigh(work: Work) -> Work:
    """Measure each pick against what the question fixes, put them in order and judge the first."""
    scored = {(s.candidate.article.id, s.candidate.number): s for s in work.ranked}
    measured = []
    for pick in pass_on(work.question, work.picks):
        sentence = scored[pick.candidate.article.id, pick.candidate.number]
        fits = measure_pick(work.question, pick, sentence.score, work.weights)
        measured.append(replace(pick, fits=fits))
    picks = order_picks(measured)
    judged = [(p, Trust(_likely(work, p, picks), objection(work.question, p), work.least)) for p in picks[:JUDGED]]
    return replace(work, picks=picks, judged=tuple(judged))


def _likely(work: Work, pick: Pick, picks: Sequence[Pick]) -> float:
    """Return how likely a pick answers; the cell of a table that a question names alone is never below the threshold.

    Who asks for surer answers than that is not given it for one.
    """
    likely = probability(pick, picks)
    return THRESHOLD if likely < THRESHOLD and is_cell_asked(work.question, pick) else likely


def calculate(work: Work, ask: Ask) -> Work:
    """Answer a question for arithmetic from the figures its sub-questions find."""

    def part(text: str) -> Found:
        found = ask(text, work)
        return Found(_standing(found), tuple(s.candidate for s in found.ranked[:SENTENCES]))

    return replace(work, answer=find_result(work.question.text, _standing(work), part, Citations()))


def tell_record(work: Work) -> Work:
    """Answer a question about an article itself from its record."""
    field = asked_field(work.question.text)
    if field is None or not work.ranked:
        return work
    return replace(work, answer=answer_from_record(work.question, work.ranked[0].candidate, field))


def answer_parts(work: Work, ask: Ask) -> Work:
    """Answer a question that asks two things part by part; what is found of neither is asked as one again."""
    whole = replace(work, sought=work.question)  # the second part says "it" of what the first names
    found = [verify(decide(ask(text, whole))) for text in split_parts(work.question.text)]
    shown = [part for part in found if _is_shown(part)]
    if not shown or len({_place(part) for part in shown}) < len(shown):
        return work
    citations = Citations()
    return replace(work, answer=join_parts(work.question.text, [_part(p, citations) for p in found], citations))


def _is_shown(work: Work) -> bool:
    return work.chosen is not None and work.trust is not None and work.trust.answers


def _place(work: Work) -> tuple[str, int, int] | None:
    pick = work.chosen
    return (pick.candidate.article.id, pick.start, pick.end) if pick is not None else None


def _part(work: Work, citations: Citations) -> Answer:
    if work.chosen is None or work.trust is None or not work.trust.answers:
        return decline(work.question, work.chosen, work.trust, citations)
    return compose(work.question, work.chosen, work.trust, citations, Compared(), work.notes)


def decide(work: Work) -> Work:
    """Choose the first pick nothing speaks against, else the first of all: the nearest thing said.

    What is objected to gives way to the next; what is merely doubtful does not: the next would be more so.
    """
    if not work.judged:
        return replace(work, chosen=best_sentence(work.ranked))
    standing = [one for one in work.judged if one[1].reason is None]
    if standing and standing[0][1].answers:
        pick, trust = newest_holder(work.question, standing) or standing[0]
        return replace(work, chosen=pick, trust=trust)
    pick, trust = work.judged[0]  # what speaks against the best says more than that the next is doubtful
    least = min(one[1].probability for one in (work.judged[0], *standing[:1]))
    return replace(work, chosen=pick, trust=replace(trust, probability=least))


def _standing(work: Work) -> list[tuple[Pick, Trust]]:
    return [(pick, trust) for pick, trust in work.judged if trust.answers]


def compare(work: Work, index: "Index") -> Work:
    """Hold what answers against its article's own correction, and its figure or date against the other articles."""
    pick = work.chosen
    if pick is None or work.trust is None or not work.trust.answers:
        return work
    dated = pick.figure is not None and pick.figure.kind is FigureKind.DATE
    older: tuple[str, ...] = ()
    if pick.figure is not None and not dated:
        pick, older = newest_post(work.question, pick, work.picks)
        later = newest(work.question, pick, work.picks)
        pick = later if objection(work.question, later) is None else pick
    citations = Citations()
    pick, notes = corrected(pick, work.picks, index, citations)
    notes = (*older, *notes)
    if pick.figure is None:
        return replace(work, chosen=pick, compared=Compared(notes=notes), citations=citations)
    groups = index.voices({p.candidate.article.id for p in work.picks})
    compared = (compare_dates if dated else compare_figures)(work.question, pick, work.picks, groups, citations)
    if compared.replaced_by is not None and objection(work.question, compared.replaced_by) is None:
        note = "a later article of the same publisher corrects the earlier figure"
        return replace(work, chosen=compared.replaced_by, compared=Compared(notes=(note,)))
    compared = replace(compared, notes=(*notes, *compared.notes))
    return replace(work, chosen=pick, compared=compared, citations=citations)


def verify(work: Work) -> Work:
    """Hold the short answer to the sentence it stands on; what that does not carry is not shown."""
    if work.chosen is None or work.trust is None or not work.trust.answers:
        return work
    pick, verdict = checked_pick(work.chosen)
    if verdict is Verdict.SUPPORTED:
        return replace(work, chosen=pick)
    note = f"shown as the sentence gives it: its reading did not pass the check ({verdict.value})"
    return replace(work, chosen=pick, notes=(note,))


def answer(work: Work) -> Work:
    """Build the answer, or the refusal with the nearest thing said."""
    pick, trust = work.chosen, work.trust
    if pick is None or trust is None or not trust.answers:
        stranger = unknown_name(work.question, work.weights, work.most)
        return replace(work, answer=decline(work.question, pick, trust, Citations(), stranger))
    citations = work.citations or Citations()
    built = compose(work.question, pick, trust, citations, compared=work.compared, notes=work.notes)
    return replace(work, answer=built)
