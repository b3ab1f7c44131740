"""An answer as lines with footnotes, before any format: what a saved conversation is written from."""

import re
from dataclasses import dataclass

from qa.types import Answer, Citation
from ui.show.html.text import day, line, period_words

ABSTAINED = "The articles do not say."
NEAREST = "The nearest they come, which is not an answer:"


@dataclass(frozen=True, slots=True)
class Part:
    """One answer in plain words, each line with the keys of its footnotes."""

    head: str = ""
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Key and words of each footnote: title, publisher, day, address, the exact quote."""


def flat(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


def where(citation: Citation) -> str:
    """Return publisher, day and address of a citation."""
    parts = [citation.publisher or "", day(citation.published) if citation.published else "undated", citation.url or ""]
    return ", ".join(p for p in parts if p)


def head_line(answer: Answer) -> str:
    """Return the first line of an answer: short answer and period, or that it abstained."""
    if answer.abstained:
        return answer.missing or "The articles do not say."
    if answer.table is not None or answer.kind in ("brief", "news", "comparison"):
        return answer.short or (answer.table.title if answer.table else " ".join(answer.notes))
    first = answer.figures[0].figure.period if answer.figures else None
    when = period_words(first)
    return f"{answer.short}, {when}" if answer.short and when else answer.short or answer.answer


def why_not(answer: Answer) -> str:
    """Return why there is no answer, as a sentence; without the nearest words, which are shown below it."""
    said = (answer.missing or "").strip()
    for citation in answer.citations:
        before, found, _ = said.partition(citation.quote)
        if found:
            said = re.sub(r"(?:^|[;:,.])[^;:,.]*[:]?\s*[“\"]?\s*$", "", before.rstrip(' “"').rstrip(":"))
    said = said.strip(" ;:,.")
    if not said or said.casefold() == ABSTAINED.rstrip(".").casefold():
        return ""
    return said[0].upper() + said[1:] + "."


def body_lines(answer: Answer) -> list[tuple[str, tuple[str, ...]]]:
    """Return sentences, rows and disagreements, each with the keys of its citations."""
    lines = [(claim.text, claim.citations) for claim in answer.claims]
    for row in answer.table.rows if answer.table else ():
        lines.append(("; ".join(c for c in row.cells if c), row.citations))
    for found in answer.disagreements:
        sides = " / ".join(f"{v.text} ({v.publisher or 'publisher not said'})" for v in found.values)
        lines.append((f"The articles disagree ({found.reason}): {sides}", tuple(v.citation for v in found.values)))
    return lines


def _nearest(answer: Answer) -> list[tuple[str, tuple[str, ...]]]:
    """Return why there is no answer, and the words that came nearest."""
    said = why_not(answer)
    near = body_lines(answer) or [(f"“{c.quote}”", (c.key,)) for c in answer.citations]
    return [*([(said, ())] if said else []), *((f"{NEAREST} {text}", keys) for text, keys in near)]


def part_of(answer: Answer) -> Part:
    """Return an answer as lines with footnotes, those alone that a line refers to."""
    head, lines = head_line(answer), body_lines(answer)
    if answer.abstained:
        head, lines = ABSTAINED, _nearest(answer)
    elif not lines and answer.citations:
        head, lines = "", [(head, (answer.citations[0].key,))]
    used = {key for _, keys in lines for key in keys}
    notes = ((c.key, f"{flat(c.title)}, {flat(where(c))}: “{flat(c.quote)}”") for c in answer.citations)
    return Part(
        flat(head), tuple((flat(text), tuple(keys)) for text, keys in lines), tuple(n for n in notes if n[0] in used)
    )


def known(part: Part, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return those keys that have a footnote, so that no mark points at nothing."""
    return tuple(key for key in keys if any(key == other for other, _ in part.notes))


def sources_html(part: Part) -> str:
    """Return the sources with their words, for paper: on the screen a mark opens the article instead."""
    items = "".join(f"<li>[{line(key)}] {line(words)}</li>" for key, words in part.notes)
    return f'<ul class="nd-print" aria-hidden="true">{items}</ul>' if items else ""
