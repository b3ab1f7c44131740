"""An answer as text to paste elsewhere, with its citations: plain, markdown, footnotes."""

import re
from collections.abc import Callable

from qa.types import Answer, Citation, Disagreement
from ui.show.html.text import day, period_words

# What markdown would read as markup, in words that came from an article.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _where(citation: Citation) -> str:
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


def _sides(disagreement: Disagreement) -> list[str]:
    sides = [f"{v.text} [{v.citation}]" for v in disagreement.values]
    return [f"The articles disagree ({disagreement.reason}): " + " / ".join(sides)]


def _body(answer: Answer, clean: Callable[[str], str], mark: Callable[[str], str]) -> list[str]:
    lines = [clean(c.text) + " " + "".join(mark(key) for key in c.citations) for c in answer.claims]
    for row in answer.table.rows if answer.table else ():
        lines.append(clean("; ".join(c for c in row.cells if c)) + " " + "".join(mark(key) for key in row.citations))
    for disagreement in answer.disagreements:
        lines += [clean(text) for text in _sides(disagreement)]
    return lines


def as_plain(answer: Answer) -> str:
    """Return the answer as plain text: question, answer, sentences, numbered sources with their exact words."""
    lines = [_flat(answer.question), _flat(head_line(answer)), ""]
    lines += _body(answer, _flat, lambda key: f"[{key}]")
    lines += ["", "Sources"] if answer.citations else []
    lines += [f"[{c.key}] {_flat(c.title)} ({_where(c)}): “{_flat(c.quote)}”" for c in answer.citations]
    return "\n".join(lines).strip() + "\n"


def as_markdown(answer: Answer) -> str:
    """Return the answer as markdown; nothing an article says is read as markup."""
    lines = [f"**{_escaped(answer.question)}**", "", f"{_escaped(head_line(answer))}", ""]
    lines += [f"- {text}" for text in _body(answer, _escaped, lambda key: f"[{key}]")]
    lines += ["", "Sources:", ""] if answer.citations else []
    for c in answer.citations:
        lines += [f"{c.key}. *{_escaped(c.title)}* ({_escaped(_where(c))})", f"   > {_escaped(c.quote)}"]
    return "\n".join(lines).strip() + "\n"


def as_footnotes(answer: Answer) -> str:
    """Return the answer with markdown footnotes (`[^1]`), for a draft."""
    used = "".join(f"[^{c.key}]" for c in answer.citations[:1])
    lines = [f"{_escaped(head_line(answer))}{used if not answer.claims else ''}", ""]
    lines += _body(answer, _escaped, lambda key: f"[^{key}]")
    lines += [""] if answer.citations else []
    for c in answer.citations:
        lines.append(f"[^{c.key}]: {_escaped(c.title)}, {_escaped(_where(c))}: “{_escaped(c.quote)}”")
    return "\n".join(lines).strip() + "\n"
