"""Who said what: the sentences that give somebody's words, by speaker."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.lexicon.names import NameKind, find_names, without_role
from qa.survey.pile import Line, Pile, Topic, share_of
from qa.survey.told import Entry, Told
from qa.understand.request import Request

if TYPE_CHECKING:
    from index.index import Index

ROWS = 20
_SAYS = (
    r"(?:said|says|added|adds|noted|told|wrote|explained|stated|announced|argued|warned|claimed|recalled|stressed"
    r"|commented|believes|thinks|called|promised|denied|insisted|rejected|dismissed|welcomed|criticised|criticized"
    r"|praised|confirmed|replied|responded|admitted|conceded|urged|pledged|vowed|declared|regretted|estimated|disputed"
    r"|according to)"
)
_SAYING = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:he|she) (?:said|says|added|noted|told|explained|warned|argued)\b|\bsaid (?:he|she)\b", re.IGNORECASE
)
_CLOSES = re.compile(r"\s*(?:[,.;:”\"’]|$|of\b|who\b)")
"""What stands behind a speaker named after the verb: "..., said Ann Lee." and not "said Ann Lee would"."""
_BELONGS = re.compile(r"[A-Z][\w’'-]* (?:of|from|at)(?: the)? $")
"""What stands before the body a speaker belongs to: "Ann Lee of the Harbour Board said"."""
NEAR = 140
"""Characters between a speaker's name and the verb of saying."""


def who_said_what(index: "Index", pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the sentences with a named speaker that are about a topic, or by the person it names.

    With a noun ("quotes by ...") only what that person says.
    """
    topic = Topic(index, request.topic, lines) if request.topic else None
    by = share_of(request.topic or "")
    said = list(_spoken(lines))
    own = [(speaker, line) for speaker, line in said if by(speaker) > 0.99]
    if request.noun is None and topic is not None and own:
        own = [(speaker, line) for speaker, line in said if by(speaker) > 0.99 or topic.says(line)]
    elif request.noun is None:
        own = [(speaker, line) for speaker, line in said if topic is None or topic.tells(line)]
    rows = [Entry((speaker, line.text), (line,)) for speaker, line in own]
    if not rows:
        return None
    shown = f"{ROWS} of {len(rows)}" if len(rows) > ROWS else f"{len(rows)}"
    note = f"{shown} sentence{'s' if len(rows) != 1 else ''} with a named speaker, from {pile.words()}"
    about = f" about {request.topic}" if request.topic else ""
    title = f"What {request.topic} said" if request.topic and request.noun else f"Who said what{about}"
    return Told("statements", title=title, columns=("Who", "What"), rows=tuple(rows[:ROWS]), note=note)


def list_speakers(index: "Index", pile: Pile, lines: Sequence[Line], about: str | None = None) -> Told | None:
    """Return who is quoted or reported to have said something, most heard first, each with the first such sentence."""
    heard: dict[str, list[Line]] = {}
    topic = Topic(index, about, lines) if about else None
    for speaker, line in _spoken(lines):
        if topic is None or topic.tells(line):
            heard.setdefault(speaker, []).append(line)
    order = sorted(heard, key=lambda speaker: (-len(heard[speaker]), speaker))
    rows = tuple(Entry((who, str(len(heard[who])), heard[who][0].text), (heard[who][0],)) for who in order[:ROWS])
    shown = f"{ROWS} of {len(order)}" if len(order) > ROWS else f"{len(order)}"
    many = "s" if len(order) != 1 else ""
    note = f"{shown} named speaker{many} of {pile.words()}; told by a verb of saying beside a name"
    columns = ("Who", "Sentences", "The first")
    return (
        Told(
            "statements",
            title=f"Who is quoted{f' about {about}' if about else ''}",
            columns=columns,
            rows=rows,
            note=note,
        )
        if rows
        else None
    )


def _spoken(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield each sentence that has a speaker, by name or as "she" after one who was named, with that name in full."""
    last: tuple[str, str] | None = None
    for line in lines:
        speaker = speaker_of(line)
        if speaker is None and last and last[0] == line.article.id and _PRONOUN.search(line.text):
            speaker = last[1]
        if speaker is not None:
            speaker = _in_full(speaker, line, lines)
            last = (line.article.id, speaker)
            yield speaker, line


def _in_full(speaker: str, line: Line, lines: Sequence[Line]) -> str:
    """Return a surname with the rest of the name, where its article names one such person."""
    if " " in speaker:
        return speaker
    people = {
        without_role(name).text
        for other in lines
        if other.article.id == line.article.id and speaker in other.text
        for name in find_names(other.text)
        if name.kind is NameKind.PERSON
    }
    whole = [p for p in people if p.endswith(f" {speaker}") or p.startswith(f"{speaker} ")]
    return whole[0] if len(whole) == 1 else speaker


def speaker_of(line: Line) -> str | None:
    """Return the name nearest to a verb of saying in a sentence, None where no person or body is near."""
    verb = _SAYING.search(line.text)
    if verb is None:
        return None
    said_by = line.text[verb.start() : verb.end()].casefold() == "according to"
    near = []
    for name in find_names(line.text):
        gap = verb.start() - name.end if name.end <= verb.start() else name.start - verb.end()
        after = name.start >= verb.end()
        closes = _CLOSES.match(line.text[name.end :]) is not None
        if (
            (said_by and not after)
            or (after and not said_by and not closes)
            or _BELONGS.search(line.text[: name.start])
        ):
            continue
        speaks = name.kind in (NameKind.PERSON, NameKind.ORGANISATION) or " " in name.text
        if 0 <= gap <= NEAR and speaks and name.kind is not NameKind.PLACE:
            near.append((name.kind is not NameKind.PERSON, gap, without_role(name).text))
    return re.sub(r"['’]s$", "", min(near)[2]) if near else None
