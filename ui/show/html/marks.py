"""Citation marks and figures in running text: buttons that open the article at the exact words."""

from collections.abc import Mapping, Sequence

from qa.types import Citation, CitedFigure, Claim
from ui.show.html.text import Span, esc, line, marked, short_day


def source_line(citation: Citation) -> str:
    """Return who printed the cited words and when, as plain text."""
    return f"{citation.publisher or citation.title}, {short_day(citation.published)}"


def _data(citation: Citation, figure: CitedFigure | None = None) -> str:
    """Return the attributes the script opens the article by: offsets are code points of the article's text."""
    pairs = {
        "cite": citation.key,
        "article": citation.article_id,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
    }
    if figure is not None:
        pairs |= {"from": figure.figure.start, "to": figure.figure.end}
    return " ".join(f'data-{name}="{esc(value)}"' for name, value in pairs.items())


def mark(citation: Citation) -> str:
    """Return a citation mark: a small button with the citation's key."""
    label = line(f"Source {citation.key}: {source_line(citation)}. Show the words")
    opening = f'<button type="button" class="nd-cite" {_data(citation)} aria-label="{label}">'
    return f"{opening}{line(citation.key)}</button>"


def figure_opening(citation: Citation, figure: CitedFigure, css: str = "nd-fig") -> str:
    """Return the opening tag of a figure that opens its sentence; its own words are its label."""
    return f'<button type="button" class="{css}" {_data(citation, figure)}>'


def place_in_claim(claim: Claim, figure: CitedFigure, citation: Citation) -> tuple[int, int] | None:
    """Return where a figure stands in a claim's text, or None.

    By offset where the claim is the quote itself or a part of it, else by the figure's own printed words.
    """
    shift = citation.quote.find(claim.text)
    if shift >= 0:
        start = figure.figure.start - citation.start - shift
        end = start + figure.figure.end - figure.figure.start
        return (start, end) if 0 <= start < end <= len(claim.text) else None
    at = claim.text.find(figure.figure.text)
    return (at, at + len(figure.figure.text)) if at >= 0 and figure.figure.text else None


def claim_html(claim: Claim, citations: Mapping[str, Citation], figures: Sequence[CitedFigure]) -> str:
    """Return one sentence of an answer, its figures as buttons and its citation marks at the end."""
    spans: list[Span] = []
    for figure in figures:
        citation = citations.get(figure.citation)
        if citation is None or figure.citation not in claim.citations:
            continue
        place = place_in_claim(claim, figure, citation)
        if place is not None and not any(s.start < place[1] and place[0] < s.end for s in spans):
            spans.append(Span(*place, figure_opening(citation, figure), "</button>"))
    marks = "".join(mark(citations[key]) for key in claim.citations if key in citations)
    return f'{marked(claim.text, spans)} <span class="nd-cites">{marks}</span>'
