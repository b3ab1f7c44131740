"""Answer -> HTML: one turn of the chat. Pure and escaped; the page only puts it in place."""

from collections.abc import Mapping, Sequence

from qa.types import Answer, Citation, CitedFigure, Claim
from ui.show.html.after import wrong_html
from ui.show.html.copy import as_footnotes, as_markdown, as_plain
from ui.show.html.marks import claim_html, figure_opening, mark, source_line
from ui.show.html.part import ABSTAINED, part_of, sources_html, why_not
from ui.show.html.scope import Scope, scope_html
from ui.show.html.states import again_html
from ui.show.html.tables import disagreement_html, figures_table, listing_html
from ui.show.html.text import esc, line, period_words, qualifier_words


def _by_key(answer: Answer) -> dict[str, Citation]:
    return {c.key: c for c in answer.citations}


def main_figure(answer: Answer) -> CitedFigure | None:
    """Return the figure the short answer stands on: the first whose printed words it holds, else the first."""
    if not answer.short:
        return None
    inside = (f for f in answer.figures if f.figure.text and f.figure.text in (answer.short or ""))
    return next(inside, answer.figures[0] if answer.figures else None)


def short_html(answer: Answer, citations: Mapping[str, Citation]) -> str:
    """Return the short answer, large, with its period, qualifier and source line under it."""
    if not answer.short:
        return ""
    figure = main_figure(answer)
    key = figure.citation if figure else next((k for c in answer.claims for k in c.citations), "")
    citation = citations.get(key) or next(iter(citations.values()), None)
    words = line(answer.short)
    if citation and figure and citation.key == figure.citation:
        words = f"{figure_opening(citation, figure, 'nd-short-link')}{words}</button>"
    facts = [period_words(figure.figure.period) if figure else ""]
    limit = qualifier_words(figure.figure) if figure else ""
    facts.append(f"printed with “{limit}”" if limit and limit not in answer.short else "")
    under = "".join(f"<span>{line(fact)}</span>" for fact in facts if fact)
    source = f'<p class="nd-source">{line(source_line(citation))} {mark(citation)}</p>' if citation else ""
    source = source if answer.table is None else ""
    return f'<p class="nd-short">{words}</p>' + (f'<p class="nd-when">{under}</p>' if under else "") + source


def claims_html(answer: Answer, citations: Mapping[str, Citation]) -> str:
    """Return the sentences of an answer with figures and citation marks."""
    items = [
        f"<p>{claim_html(claim, citations, answer.figures)}</p>{_said_in(answer, claim, citations)}"
        for claim in answer.claims
    ]
    if not items and answer.table is None and answer.answer and not answer.abstained and answer.answer != answer.short:
        items = [f"<p>{line(answer.answer)}</p>"]
    return f'<div class="nd-claims">{"".join(items)}</div>' if items else ""


def _said_in(answer: Answer, claim: Claim, citations: Mapping[str, Citation]) -> str:
    """Return where a sentence of a brief stands: its sentences are of several articles, with no short answer above."""
    cited = [citations[key] for key in claim.citations if key in citations]
    plain = answer.kind == "fact" or not cited
    return "" if plain else f'<p class="nd-source">{line(source_line(cited[0]))}</p>'


def abstention_html(answer: Answer, citations: Mapping[str, Citation]) -> str:
    """Return the plain words of an abstention: what is missing, the nearest evidence, why it is no answer."""
    said = why_not(answer)
    reason = f'<p class="nd-missing">{line(said)}</p>' if said else ""
    nearest = claims_html(answer, citations)
    if not nearest and citations:
        quotes = "".join(f"<p>{line(c.quote)} {mark(c)}</p>" for c in citations.values())
        nearest = f'<div class="nd-claims">{quotes}</div>'
    if nearest:
        nearest = f'<h3 class="nd-nearest">The nearest they come, which is not an answer</h3>{nearest}'
    return f'<p class="nd-short nd-abstained">{ABSTAINED}</p>{reason}{nearest}'


def weigh_html(answer: Answer, citations: Mapping[str, Citation]) -> str:
    """Return disagreements, notes, and the table of figures folded away."""
    sides = "".join(disagreement_html(d, citations) for d in answer.disagreements)
    above = main_figure(answer)
    when = period_words(above.figure.period) if above else ""
    notes = "".join(
        f"<li>{line(n[:1].upper() + n[1:])}</li>" for n in answer.notes if n.casefold() not in when.casefold()
    )
    notes = f'<ul class="nd-notes">{notes}</ul>' if notes else ""
    table = figures_table(answer.figures, citations, answer.claims) if answer.table is None else ""
    fold = f'<details class="nd-weigh"><summary>Weigh the figures</summary>{table}</details>' if table else ""
    return sides + notes + fold


def understood_html(answer: Answer, number: int) -> str:
    """Return how a follow-up question was read, with a way to correct it."""
    if not answer.understood:
        return ""
    change = (
        f'<button type="button" class="nd-link" data-edit="{esc(answer.understood)}" data-place="{number}">'
        "Correct it</button>"
    )
    return f'<p class="nd-understood">Understood as: <q>{line(answer.understood)}</q> {change}</p>'


def actions_html(answer: Answer, asked: str, number: int, scope: Scope | None) -> str:
    """Return copy, share, edit and retry; the texts to copy travel with the turn as plain text."""
    kinds = (("Plain text", as_plain), ("Markdown", as_markdown), ("Footnotes", as_footnotes))
    copies = "".join(
        f'<button type="button" class="nd-action" data-copy="{esc(make(answer))}">{name}</button>'
        for name, make in kinds
    )
    share, query = esc(answer.understood or answer.question), esc(scope.query if scope else "")
    return (
        '<div class="nd-actions">'
        '<details class="nd-copy"><summary class="nd-action">Copy</summary>'
        f'<div class="nd-menu">{copies}</div></details>'
        f'<button type="button" class="nd-action" data-share="{share}" data-scope="{query}">Share link</button>'
        f"{again_html(asked, number)}{wrong_html(number)}</div>"
    )


def turn_html(answer: Answer, number: int = 1, asked: str | None = None, scope: Scope | None = None) -> str:
    """Return one turn: the question as it was `asked`, the answer, what to weigh it by, its scope, what to do next."""
    citations = _by_key(answer)
    if answer.abstained:
        body = abstention_html(answer, citations)
    else:
        body = short_html(answer, citations) + claims_html(answer, citations) + listing_html(answer, citations)
        body += f'<p class="nd-missing">Not answered: {line(answer.missing)}</p>' if answer.missing else ""
    sources = sources_html(part_of(answer))
    return (
        f'<section class="nd-turn" data-turn="{number}" aria-label="Question {number}">'
        f'<h2 class="nd-question">{line(asked or answer.question)}</h2>{understood_html(answer, number)}'
        f'<div class="nd-answer">{body}{weigh_html(answer, citations)}</div>{sources}{scope_html(scope)}'
        f"{actions_html(answer, asked or answer.question, number, scope)}</section>"
    )


def partial_html(answer: Answer, asked: str) -> str:
    """Return a turn whose answer still grows: its sentences so far, each of them verified."""
    return (
        f'<section class="nd-turn nd-pending" aria-busy="true"><h2 class="nd-question">{line(asked)}</h2>'
        f'<div class="nd-answer">{claims_html(answer, _by_key(answer))}</div>'
        '<p class="nd-wait">Reading on …</p></section>'
    )


def transcript_html(turns: Sequence[str], welcome: str) -> str:
    """Return the whole chat, or the welcome where nothing has been asked yet."""
    inside = "".join(turns) or welcome
    return f'<div class="nd-transcript" role="log" aria-live="polite" aria-label="Questions and answers">{inside}</div>'
