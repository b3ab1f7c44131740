"""A conversation as one markdown document, its footnotes numbered by turn so that each mark finds its own."""

from ui.chat.talk.turns import Talk, Turn
from ui.show.html.copy import escaped
from ui.show.html.part import known


def as_document(talk: Talk) -> str:
    """Return every question as a heading, its answer below it, all footnotes (`[^2-1]`) after their answer."""
    return "\n".join(_section(turn) for turn in talk.turns)


def _section(turn: Turn) -> str:
    part = turn.part
    out = [f"## {escaped(turn.question)}", ""]
    if turn.asked and turn.asked != turn.question:
        out += [f"*Understood as: {escaped(turn.asked)}*", ""]
    out += [escaped(part.head), ""] if part.head else []
    for words, keys in part.lines:
        out.append(f"- {escaped(words)}" + "".join(f"[^{turn.number}-{key}]" for key in known(part, keys)))
    out += [""] if part.lines else []
    out += [f"[^{turn.number}-{key}]: {escaped(words)}" for key, words in part.notes]
    return "\n".join(out).rstrip() + "\n"
