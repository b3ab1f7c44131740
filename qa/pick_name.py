"""Choosing the person, place or named thing that is asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from qa.names import Name, NameKind, find_names, without_role
from qa.nearness import nearness
from qa.passages import Candidate
from qa.pick import Pick
from qa.question import Question
from qa.types import Asks
from qa.words import content, tokens

NEAR = 5.0
KIND = 2.0
ACTS = 1.5
"""For a name that is the subject of, or beside, the very verb or office the question asks about."""
_FITS: Mapping[Asks, Mapping[NameKind, float]] = {
    Asks.PERSON: {NameKind.PERSON: 1.0, NameKind.OTHER: 0.2, NameKind.ORGANISATION: -0.4, NameKind.PLACE: -1.0},
    Asks.PLACE: {NameKind.PLACE: 1.0, NameKind.OTHER: 0.3, NameKind.ORGANISATION: -0.6, NameKind.PERSON: -1.0},
    Asks.NAME: {NameKind.ORGANISATION: 0.6, NameKind.OTHER: 0.4, NameKind.PLACE: 0.0, NameKind.PERSON: -0.3},
}
_HE_SAYS = re.compile(
    r"\b(?:he|she)\s+(?:said|says|added|noted|told|explained|stated)\b|\b(?:said|added|noted) (?:he|she)\b"
)
_APPOSITION = re.compile(
    r"^,\s+((?:an?|the|its|his|her|who|deputy|vice|executive|chief|former)?[^.;:]{3,160}?)(?:,|[.;:]|$)"
)
_ASKS_SPEAKER = re.compile(
    r"\bwho(?:se)?\b.*\b(?:said|says|say|stated|told|noted|added|according|reported|announced|mentioned|claimed|warned|argued"
    r"|explained|expects|advised)\b",
    re.IGNORECASE,
)

# "Who bought", "who owns": a company does it as often as a person.
_ASKS_DOER = re.compile(
    r"^\W*who(?: (?:has|had|have|is|was|will|would|now|also|currently|originally))* "
    r"(?:bought|buy(?:s|ing)?|own(?:s|ed)?"
    r"|acquir\w+|made|makes?|built|builds?|sold|sells?|operat\w+|publish\w*|paid|pays?|paying|financ\w+|fund(?:s|ed)"
    r"|suppl\w+|produc\w+|sponsor\w*|develop\w*|manufactur\w+|organis\w+|organiz\w+)\b",
    re.IGNORECASE,
)
_DOERS: Mapping[NameKind, float] = {
    NameKind.PERSON: 0.6,
    NameKind.OTHER: 0.8,
    NameKind.ORGANISATION: 0.8,
    NameKind.PLACE: -1.0,
}
# The wire or paper in brackets in front of a story's first words.
_DATELINE = re.compile(r"^[^()]{0,80}\(([^()]{2,60})\)\s*[-–—]")


def pick_names(
    question: Question, scored: Sequence[tuple[Candidate, float]], weights: Mapping[str, float]
) -> list[Pick]:
    """Return the names in the scored sentences that could answer, best first."""
    picks = [pick for candidate, score in scored for pick in _of_sentence(question, candidate, score, weights)]
    return sorted(picks, key=lambda p: (-p.score, p.candidate.article.id, p.start))


def _of_sentence(
    question: Question, candidate: Candidate, score: float, weights: Mapping[str, float]
) -> Iterator[Pick]:
    named = {t.stem for t in tokens(question.text) if t.text[:1].isupper()} | question.stems
    doer = question.asks is Asks.PERSON and _ASKS_DOER.search(question.text) is not None
    dateline = _DATELINE.match(candidate.text)
    for found in find_names(candidate.text):
        name = without_role(found)
        if dateline and dateline.start(1) <= name.start < dateline.end(1):
            continue
        stems = {t.stem for t in tokens(name.text)}
        if len(stems & named) * 2 >= len(stems):
            continue
        if question.asks is Asks.PERSON and not doer and not _may_be_person(name, candidate):
            continue
        fits = {
            "near": nearness(candidate, name.start, name.end, weights, question.name_stems),
            "unit": (_DOERS if doer else _FITS.get(question.asks, _FITS[Asks.NAME]))[name.kind],
            "acts": _beside(question, candidate, name),
        }
        total = score + NEAR * fits["near"] + KIND * fits["unit"] + ACTS * fits["acts"]
        full, also = full_name(candidate, name) if question.asks is Asks.PERSON else (name.text, ())
        yield Pick(
            candidate, total, full, candidate.start + name.start, candidate.start + name.end, also=also, fits=fits
        )
    if question.asks is Asks.PERSON and _ASKS_SPEAKER.search(question.text) and _HE_SAYS.search(candidate.text):
        yield from _last_speaker(candidate, score, weights)


def _may_be_person(name: Name, candidate: Candidate) -> bool:
    """A name is no person where the article uses it as a place, nor a lone word that nothing marks as one."""
    if name.kind is not NameKind.OTHER:
        return name.kind is not NameKind.PLACE
    if _used_as_place(candidate.article.text, name.text):
        return False
    return len(name.text.split()) > 1 or full_name(candidate, name)[0] != name.text


@lru_cache(maxsize=4096)
def _used_as_place(text: str, name: str) -> bool:
    return re.search(rf"\b(?:in|from|at|near|across) (?:the )?{re.escape(name)}\b", text) is not None


def _beside(question: Question, candidate: Candidate, name: Name) -> float:
    """Return 1 where a word of the question stands right beside the name, less at two or three words."""
    places = [i for i, w in enumerate(candidate.words) if name.start <= w.start < name.end]
    if not places:
        return 0.0
    best = 0.0
    for i, word in enumerate(candidate.words):
        if word.stem in question.stems and not places[0] <= i <= places[-1]:
            gap = places[0] - i if i < places[0] else i - places[-1]
            best = max(best, {1: 1.0, 2: 0.8, 3: 0.5}.get(gap, 0.0))
    return max(best, _in_apposition(question, candidate, name))


def _in_apposition(question: Question, candidate: Candidate, name: Name) -> float:
    """Return 1 where what is asked stands in the words set beside the name: "Ann Lee, a lawyer and mayor, said"."""
    match = _APPOSITION.match(candidate.text[name.end :])
    if match is None:
        return 0.0
    return 1.0 if {t.stem for t in content(match.group(1))} & question.stems else 0.0


def full_name(candidate: Candidate, name: Name) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the full name a lone surname stands for, and the span of the earlier words that give it.

    "Wu said" after "said Wu Lijun, deputy director ..." is Wu Lijun; a name of several words stands for itself.
    """
    if len(name.text.split()) > 1:
        return name.text, ()
    before = candidate.article.text[: candidate.start + name.start]
    # To find all names of what goes before costs milliseconds; most lone names have not stood there at all.
    for earlier in reversed(find_names(before)) if name.text in before else ():
        clean = without_role(earlier)
        words = clean.text.split()
        if 1 < len(words) < 5 and name.text in words and earlier.kind in (NameKind.PERSON, NameKind.OTHER):
            return clean.text, ((clean.start, clean.end),)
    return name.text, ()


def _last_speaker(candidate: Candidate, score: float, weights: Mapping[str, float]) -> Iterator[Pick]:
    """Yield the person "he said" points to: the last person named before the sentence."""
    text = candidate.article.text[: candidate.start]
    for name in reversed(find_names(text[-1500:])):
        if name.kind is NameKind.PERSON:
            at = max(0, len(text) - 1500)
            clean = without_role(name)
            full, _ = full_name_at(text, clean, at)
            span = (at + clean.start, at + clean.end)
            fits = {"near": 0.5, "unit": 1.0, "acts": 0.7}
            yield Pick(candidate, score + NEAR * 0.5 + KIND + ACTS * 0.7, full, *span, also=(span,), fits=fits)
            return


def full_name_at(text: str, name: Name, offset: int) -> tuple[str, int]:
    """Return the full form of a name found at `offset` in a text, and where that form starts."""
    if len(name.text.split()) > 1:
        return name.text, offset + name.start
    for earlier in reversed(find_names(text[: offset + name.start])):
        clean = without_role(earlier)
        if len(clean.text.split()) > 1 and name.text in clean.text.split():
            return clean.text, clean.start
    return name.text, offset + name.start
