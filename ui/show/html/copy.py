"""An answer as text to paste elsewhere, with its citations: plain, markdown, footnotes."""

import re
from collections.abc import Callable

from qa.types import Answer, Disagreement
from ui.show.html.part import flat, head_line, where

# What markdown would read as markup, in words that came from an article.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def escaped(text: str) -> str:
    """Return text on one line in which markdown reads no markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


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
    lines = [flat(answer.question), flat(head_line(answer)), ""]
    lines += _body(answer, flat, lambda key: f"[{key}]")
    lines += ["", "Sources"] if answer.citations else []
    lines += [f"[{c.key}] {flat(c.title)} ({where(c)}): “{flat(c.quote)}”" for c in answer.citations]
    return "\n".join(lines).strip() + "\n"


def as_markdown(answer: Answer) -> str:
    """Return the answer as markdown; nothing an article says is read as markup."""
    lines = [f"**{escaped(answer.question)}**", "", f"{escaped(head_line(answer))}", ""]
    lines += [f"- {text}" for text in _body(answer, escaped, lambda key: f"[{key}]")]
    lines += ["", "Sources:", ""] if answer.citations else []
    for c in answer.citations:
        lines += [f"{c.key}. *{escaped(c.title)}* ({escaped(where(c))})", f"   > {escaped(c.quote)}"]
    return "\n".join(lines).strip() + "\n"


def as_footnotes(answer: Answer) -> str:
    """Return the answer with markdown footnotes (`[^1]`), for a draft."""
    used = "".join(f"[^{c.key}]" for c in answer.citations[:1])
    lines = [f"{escaped(head_line(answer))}{used if not answer.claims else ''}", ""]
    lines += _body(answer, escaped, lambda key: f"[^{key}]")
    lines += [""] if answer.citations else []
    for c in answer.citations:
        lines.append(f"[^{c.key}]: {escaped(c.title)}, {escaped(where(c))}: “{escaped(c.quote)}”")
    return "\n".join(lines).strip() + "\n"
