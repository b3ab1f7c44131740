"""Is the sentence about what the question names? The right measure of the wrong place is a wrong answer.

A name the sentence does not say may be what it leans on ("It has nurtured 12 industries"): it then stands in the
title, in the lead, or shortly before. The farther off it is, the less it counts; a name of the sentence's own that the
question does not say takes its place.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from qa.names import NOT_NAMES, Name, NameKind, find_names
from qa.passages import Candidate
from qa.question import Question
from qa.words import is_stop, tokens

# What a name counts for by where it stands: in the title, one, two, ... sentences before, in the lead, in the chunk.
IN_TITLE = 0.8
BEFORE = (0.9, 0.7, 0.5, 0.4, 0.35)
IN_LEAD = 0.45
IN_CHUNK = 0.25
# A sentence that opens with a name of its own is about that name.
TAKEN = 0.35
# Below this a sentence is not about the name.
ABOUT = 0.3
# The lead of an article: its first so many characters say what all of it is about.
LEAD = 350
# "It employs ...": told of whom the sentence before is about.
_LEANS = re.compile(r"\W*(?:It|Its|They|Their)\b")
_ACRONYM = re.compile(r"^([A-Z]{2,6})s?$")
_OF_NAME = re.compile(r"\b([a-z][\w-]+) (?:of|in|for) (?:the )?(?:[a-z]\w+ of )?([A-Z][\w’-]+)")
_NAMES_NOUN = re.compile(r"\b([A-Z][\w-]+)(?:’s|'s) ((?:[a-z][\w-]+ ){0,2}[a-z][\w-]+)")


def anchored(question: Question, candidate: Candidate) -> tuple[float, str | None]:
    """Return how far the sentence is about every name of the question (0..1), and the name it is least about."""
    worst, missing = 1.0, None
    for name in question.names:
        strength = _strength(name, candidate, question)
        if strength < worst:
            worst, missing = strength, name
    return worst, missing


def _strength(name: str, candidate: Candidate, question: Question) -> float:
    stems = [t.stem for t in tokens(name) if not is_stop(t.text)]
    text = candidate.article.text
    if not stems or _says(stems, candidate.stems) or _spelt_out(name, candidate.text):
        return 1.0
    strength, between = 0.0, 1.0
    for (start, end), counts in zip(candidate.before, BEFORE, strict=False):
        if _says(stems, [t.stem for t in tokens(text[start:end])]) or _spelt_out(name, text[start:end]):
            strength = counts * between
            break
        between *= TAKEN if _opens_with_another(question, candidate, text[start:end]) else 1.0
    if _says(stems, candidate.title_stems):
        strength = max(strength, IN_TITLE)
    elif strength < IN_LEAD and _says(stems, [t.stem for t in tokens(text[:LEAD])]):
        strength = IN_LEAD
    elif not strength and _says(stems, candidate.chunk_stems):
        strength = IN_CHUNK
    return strength * (TAKEN if _taken(question, candidate) else 1.0)


def _says(stems: Sequence[str], said: Collection[str]) -> bool:
    """A name is said when most of its words are: "Lee" for "Ann Lee", "the Council" not for "Riga City Council"."""
    hits = sum(s in said for s in stems)
    return hits * 2 > len(stems) or (len(stems) == 2 and stems[-1] in said)


def _spelt_out(name: str, text: str) -> bool:
    """Return whether a text spells an acronym out: "small and medium-sized enterprises" for "SMEs"."""
    match = _ACRONYM.match(name)
    if match is None:
        return False
    words = re.findall(r"[^\W\d_][\w-]*", text)
    initials = "".join(w[0] for w in words if not is_stop(w)).upper()
    return re.search(".?".join(match.group(1)), initials) is not None


def _taken(question: Question, candidate: Candidate) -> bool:
    """Return whether the sentence opens with a name the question does not say: "Ghana has ...", "In Ghana, ..."."""
    if _LEANS.match(candidate.text) and candidate.before:
        start, end = candidate.before[0]
        lead = candidate.article.text[start:end]
        named = not {t.stem for t in tokens(lead)} & question.name_stems
        return named and _opens_with_another(question, candidate, lead)
    return _opens_with_another(question, candidate, candidate.text)


def _opens_with_another(question: Question, candidate: Candidate, sentence: str) -> bool:
    first = next(iter(find_names(sentence)), None)
    if first is None or first.kind is NameKind.PERSON or not _surely_a_name(first, candidate):
        return False
    lead = sentence[: first.start].strip(" \"“'‘").casefold()
    opens = lead in ("", "in", "the", "for", "at") or lead.endswith((": ", "—"))
    return opens and not {t.stem for t in tokens(first.text)} & question.stems


def _surely_a_name(name: Name, candidate: Candidate) -> bool:
    """A lone capitalised word that opens a sentence is a name only if the article writes it so elsewhere too."""
    if name.start > 2 or len(name.text.split()) > 1:
        return True
    if name.text in _people(candidate.article.text):
        return False
    return re.search(rf"[a-z,;]\s+{re.escape(_bare(name.text))}\b", candidate.article.text) is not None


@lru_cache(maxsize=64)
def _people(text: str) -> frozenset[str]:
    """Return the words of the people an article names in full: a surname alone is a person, not what is spoken of."""
    names = (n.text for n in find_names(text) if n.kind is NameKind.PERSON and len(n.text.split()) > 1)
    return frozenset(word for name in names for word in name.split())


def other_owner(question: str, sentence: str) -> str | None:
    """Return the name a sentence gives where the question names another: "mayor of Riga" against "mayor of Tartu"."""
    asked, said = _owned(question), _owned(sentence)
    for noun, owners in asked.items():
        others = {o for o in said.get(noun, ()) if o.casefold() not in question.casefold()}
        if others and not any(o.casefold() in sentence.casefold() for o in owners):
            return sorted(others)[0]
    return None


def _owned(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in _OF_NAME.finditer(text):
        found.setdefault(match.group(1), set()).add(_bare(match.group(2)))
    for match in _NAMES_NOUN.finditer(text):
        # Which of the words is the noun cannot be told: "Uganda's budget grew", "Uganda's national budget".
        for noun in match.group(2).split():
            found.setdefault(noun, set()).add(_bare(match.group(1)))
    return {noun: {o for o in owners if o.casefold() not in NOT_NAMES} for noun, owners in found.items()}


def _bare(name: str) -> str:
    return re.sub(r"(?:['’]s?|-based|-\w+ed)$", "", name)
