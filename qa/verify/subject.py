"""Is the claim's figure about what the source's figure is about?

Names decide first: each name that goes with the claim's figure must go with the source's figure, or stand in what
the sentence leans on where the sentence itself names nobody. Then the words for what is measured.
"""

from collections.abc import Set

from qa.lexicon.kin import opposed, said, same_word
from qa.lexicon.words import tokens
from qa.verify.figures import is_count
from qa.verify.reading import Reading, Scope
from qa.verify.words import DIRECTION, bears

# Of the words that go with a claim's figure one in three may be missing from its source, names and the counted noun
# (which may not be missing) included: room for a paraphrased verb. Half lets "profit at X" stand for "sales at X".
MISSING = 1 / 3
# As many words of another figure's as half of its own, and the figure is that other one's.
STOLEN = 0.5


# "The company" points to a name and says nothing of its own.
_REFERENTS = frozenset(["company", "firm", "group", "business", "corporation"])


def wrong_subject(claim: Reading, mine: Scope, source: Reading, its: Scope, around: Set[str]) -> bool:
    """Return whether the claim tells a figure of something else than the source does.

    `around` are the stems of the sentences before it, the title and the publisher.
    """
    return _wrong_names(mine, source, its, around) or _wrong_words(claim, mine, source, its, around)


def _wrong_names(mine: Scope, source: Reading, its: Scope, around: Set[str]) -> bool:
    for name in mine.names:
        if name in source.aside and not (its.leads - source.aside) & mine.stems:
            return True
        if said(name, its.stems):
            continue
        if name in source.stems:
            return True
        if name not in around or (its.leads and not any(said(lead, mine.stems) for lead in its.leads)):
            return True
    return False


def _wrong_words(claim: Reading, mine: Scope, source: Reading, its: Scope, around: Set[str]) -> bool:
    held = len(mine.names) + (1 if is_count(mine.figure.unit) else 0)
    stolen = missing = own = 0
    for stem in _measuring(claim, mine):
        if said(stem, its.stems):
            own += 1
        elif said(stem, source.stems):
            stolen += 1
        elif said(stem, around):
            held += 1
        else:
            missing += 1
    total = held + own + stolen + missing
    if stolen > STOLEN * own:
        return True
    if opposed(_measuring(claim, mine), its.stems):
        return True
    return missing > own + stolen or missing > MISSING * total or _wrong_measure(mine, its, around)


def _measuring(claim: Reading, mine: Scope) -> set[str]:
    """Return the stems that say what a claim's figure measures: no names, no words of rising, not its own number."""
    a, b = mine.figure.start, mine.figure.end
    unit = {w.stem for w in claim.words if a <= w.start < b}
    dates = [(d.start, d.end) for d in claim.dates]
    inside = [*mine.before, *mine.after]
    return {
        w.stem
        for i, w in enumerate(claim.words)
        if bears(w)
        and not (w.text.casefold() in _REFERENTS and i and claim.words[i - 1].text.casefold() == "the")
        and w.stem not in mine.names
        and w.stem not in DIRECTION
        and w.stem not in unit
        and any(x <= w.start < y for x, y in inside)
        and not any(x <= w.start < y for x, y in dates)
    }


def _wrong_measure(mine: Scope, its: Scope, around: Set[str]) -> bool:
    """Return whether more of the words the extractor found to be measured are missing than a paraphrase explains."""
    words = [t.stem for t in tokens(mine.figure.measure or "") if bears(t) and t.stem not in DIRECTION]
    return sum(1 for w in words if not (said(w, its.stems) or w in around)) > MISSING * len(words)


def shared_words(claim: Reading, mine: Scope, its: Scope) -> int:
    """Return how many words two figures' scopes have in common, by which the nearest figure is chosen."""
    return sum(1 for w in mine.stems if said(w, its.stems)) if its.stems else 0


def trades_places(claim: Reading, source: Reading) -> bool:
    """Return whether two names around one verb have changed places: "A bought B" against "B bought A"."""
    mine, its = _around_verbs(claim), _around_verbs(source)
    for before, verb, after, passive in mine:
        for other_before, other_verb, other_after, other_passive in its:
            if verb != other_verb and not same_word(verb, other_verb):
                continue
            if passive != other_passive:
                other_before, other_after = other_after, other_before
            if before & other_after and after & other_before and not (before & other_before or after & other_after):
                return True
    return False


def _around_verbs(reading: Reading) -> list[tuple[frozenset[str], str, frozenset[str], bool]]:
    """Return (names before, word, names behind, passive) for every word that stands between names."""
    names = [w for w in reading.words if w.start in reading.capitals]
    if len(names) < 2:
        return []
    found: list[tuple[frozenset[str], str, frozenset[str], bool]] = []
    for i, word in enumerate(reading.words):
        if word.start in reading.capitals or not bears(word) or not word.text[0].islower():
            continue
        before = frozenset(w.stem for w in names if w.start < word.start)
        behind = frozenset(w.stem for w in names if w.start > word.start)
        if before and behind:
            follow = next((w for w in names if w.start > word.start), word)
            passive = any(w.text == "by" for w in reading.words[i + 1 :] if w.start < follow.start)
            found.append((before, word.stem, behind, passive))
    return found
