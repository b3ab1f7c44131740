"""The articles that are asked about, none of which the reader was trained on, and the names they print."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from eval.swapping.asked import ask_about
from eval.swapping.clauses import is_time
from eval.swapping.parts import Asked
from ingest.text.sentences import split_sentences
from ingest.types import Article, Figure
from qa.lexicon.names import Name, NameKind, find_names, without_role

if TYPE_CHECKING:
    from qa.desk import Newsdesk

SWAPPED = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION)
"""Kinds of names that give way to another; what is none of them has no like."""
_LONGEST = 4
"""Words of a name that gives way or takes a place."""
_DEMONYM = re.compile(
    r"(?:ish|ese|ians?|eans?|men|ch)$|^(?:German|American|Norwegian|African|Mexican|Thai|Swiss|Iraqi|Somali|Afghan|Greek)s?$"
)
_BODY = re.compile(
    r"\b(?:company|firm|maker|chain|retailer|operator|bank|club|insurer|charity|brewer|producer|carrier|airline"
    r"|builder|utility|start-up|party|union) $"
)
_OF_BODY = re.compile(
    r"^(?:['’]s)? (?:shares|employ(?:s|ed)|chief executive|spokes(?:wo)?man|customers|staff|factory|plants?)\b"
)
_BESIDE = re.compile(r",? (?:in )?(?:\w+ )?|,? in (?:the )?|['’]s (?:\w+ )?| \(")


@dataclass(frozen=True, slots=True)
class Original:
    """A question that a sentence of an article answers."""

    asked: Asked
    article: Article
    sentence: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a pile: what each is, and which articles print it with which units."""

    kinds: dict[str, NameKind]
    printed: frozenset[str]
    """Every name, also those whose kind is not told."""
    after_the: frozenset[str]
    """Names that are mostly printed behind "the": "the Canaries"."""
    articles: dict[str, frozenset[str]]
    units: dict[str, frozenset[str]]
    """Units of the figures in the sentences that print a name."""
    scope: dict[str, str]
    """Title and first sentence of each article: a place named there may hold the others."""
    beside: frozenset[frozenset[str]]
    """Names printed side by side, "Izmir, Turkey": one may hold the other."""

    def found(self, text: str) -> list[str]:
        """Return the names of the pile that stand in a text, times apart."""
        return [n.text for n in names_in(text) if n.text in self.printed]


def names_in(text: str) -> list[Name]:
    """Return the names of a text without an office before and an "'s" behind: "Vestkraft's shares" name Vestkraft."""
    found = map(without_role, find_names(text))
    kept = ((n, n.text.removesuffix("'s").removesuffix("’s")) for n in found)
    return [replace(n, text=words, end=n.start + len(words)) for n, words in kept]


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that texts print in lower case, and their other number."""
    words = {w for text in texts for w in re.findall(r"(?<![\w’'.-])[a-zà-ÿ]{2,}", text)}
    return frozenset(words | {f"{w}s" for w in words} | {w[:-1] for w in words if w.endswith("s")})


def read_names(articles: Sequence[Article], figures: Sequence[tuple[Article, Figure]], common: frozenset[str]) -> Names:
    """Read the names of a pile; a name's kind is the one it is most often read as, "other" apart."""
    kinds: dict[str, Counter[NameKind]] = defaultdict(Counter)
    where: dict[str, set[str]] = defaultdict(set)
    units: dict[str, set[str]] = defaultdict(set)
    after_the: Counter[str] = Counter()
    bodies: set[str] = set()
    beside: set[frozenset[str]] = set()
    mine = defaultdict(list)
    for article, figure in figures:
        mine[article.id].append(figure)
    scope = {}
    for article in articles:
        sentences = split_sentences(article.text)
        head = article.text[: sentences[0].end] if sentences else ""
        scope[article.id] = f"{article.title} {head}".casefold()
        for one in sentences:
            inside = {f.unit or "" for f in mine[article.id] if one.start <= f.start < one.end}
            sentence = article.text[one.start : one.end]
            # As it stands in its sentence: what is left and right of a name tells its kind.
            found = names_in(sentence)
            for name in found:
                kinds[name.text][name.kind] += 1
                where[name.text].add(article.id)
                units[name.text] |= inside
                after_the[name.text] += sentence[: name.start].endswith(("the ", "The "))
                if _BODY.search(sentence[: name.start]) or _OF_BODY.match(sentence[name.end :]):
                    bodies.add(name.text)
            for name, then in pairwise(found):
                if _BESIDE.fullmatch(sentence[name.end : then.start]):
                    beside.add(frozenset((name.text, then.text)))
    printed = frozenset(name for name in kinds if is_name(name, common))
    people = {word for name, counts in kinds.items() if counts[NameKind.PERSON] for word in name.split()[1:]}
    told = {n: kind for n in sorted(printed) if (kind := _kind(n, kinds[n], people, bodies))}
    return Names(
        told,
        printed,
        frozenset(n for n in told if after_the[n] * 2 > kinds[n].total()),
        {n: frozenset(ids) for n, ids in where.items()},
        {n: frozenset(u) for n, u in units.items()},
        scope,
        frozenset(beside),
    )


def _kind(name: str, counts: "Counter[NameKind]", people: set[str], bodies: set[str]) -> NameKind | None:
    """Return what a name names, None where that is not sure: a lone word is a person only as somebody's last name."""
    if _DEMONYM.search(name) or re.search(r" (?:of|and|the) |['’]", name) or len(name.split()) > _LONGEST:
        return None
    if name in bodies:
        return NameKind.ORGANISATION
    best = max(SWAPPED, key=lambda kind: counts[kind])
    if not counts[best] or counts[best] * 2 <= sum(counts[kind] for kind in SWAPPED):
        return None
    return best if best is not NameKind.PERSON or " " in name or name in people else None


def is_name(name: str, common: frozenset[str]) -> bool:
    """Tell whether a run of capitals names someone or something: no time, no common word that opens a sentence."""
    words = re.findall(r"[\w’'-]+", name)
    if is_time(name) or any(c.isdigit() for c in name) or not words or len(words) > 5:
        return False
    if len(words) == 1 and words[0].casefold() in common:
        return False
    return len(name) > 2 and not name.isupper()


def originals(desk: "Newsdesk", common: frozenset[str]) -> Iterator[Original]:
    """Yield a question for each figure of the ledger that gives a plain one, in the order of the articles."""
    sentences = {a.id: [s for s in split_sentences(a.text) if not s.heading] for a in desk.articles()}
    found = sorted(desk.figures(), key=lambda pair: (pair[0].title, pair[0].id, pair[1].start))
    seen = set()
    for article, figure in found:
        one = next((s for s in sentences[article.id] if s.start <= figure.start < s.end), None)
        if one is None:
            continue
        sentence = article.text[one.start : one.end]
        asked = ask_about(sentence, figure, one.start, common)
        if asked and asked.text not in seen:
            seen.add(asked.text)
            yield Original(asked, article, sentence)
