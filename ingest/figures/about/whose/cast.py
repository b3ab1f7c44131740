"""Remember whom an article has spoken of, by which "it", "she" and "the brewery" are read."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field

from ingest.figures.about.whose.names import Sort, bodies, introduced, is_a_body, is_named, people, sort_of
from ingest.figures.tokens import wordset

SORTS = {"it": Sort.THING, "he": Sort.PERSON, "she": Sort.PERSON, "they": Sort.MANY}
BACK = 3
"""Sentences a pronoun reaches back: of one four sentences off nobody is sure."""
_BODIES = wordset("company firm group business corporation carmaker airline lender retailer manufacturer operator")


@dataclass(frozen=True, slots=True)
class Entry:
    """The subject of one sentence, None where it was not found; its sort; the people the sentence names."""

    paragraph: int
    subject: str | None
    sort: Sort
    people: frozenset[str]


@dataclass(slots=True)
class Cast:
    """Subjects in order, names by the noun that introduced them, bodies named in this paragraph and the last."""

    entries: list[Entry] = field(default_factory=list)
    nouns: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    bodies: list[tuple[int, str]] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    """Names that were introduced as no person's."""

    def note(self, sentence: str, paragraph: int, subject: str | None, article: bool, verbs: Set[str]) -> None:
        """Remember a sentence after its figures are read."""
        for noun, name in introduced(sentence, verbs):
            self.nouns[noun][name] = None
            if is_a_body(noun):
                self.things.add(name)
        near = [one for one in self.bodies if one[0] >= paragraph - 1]
        self.bodies = near + [(paragraph, name) for name in bodies(sentence)]
        sort = Sort.THING if not subject or subject in self.things else sort_of(subject, article)
        self.entries.append(Entry(paragraph, subject, sort, frozenset(people(sentence))))

    def antecedent(self, pronoun: str, paragraph: int) -> str | None:
        """Return the subject before that a pronoun stands for, None where that is not sure."""
        wanted = SORTS[pronoun]
        here = [one for one in self.entries[-BACK:] if one.paragraph == paragraph]
        others: set[str] = set()
        for one in reversed(here):
            others |= one.people
            if one.subject is None:
                return None
            if one.sort is wanted:
                return self._sure(one.subject, wanted, others)
        return None if here else self._before(wanted, paragraph)

    def _before(self, wanted: Sort, paragraph: int) -> str | None:
        """Return the last subject of the paragraph before, if it has a name."""
        last = self.entries[-1] if self.entries else None
        if last is None or last.subject is None or last.paragraph != paragraph - 1:
            return None
        fits = last.sort is wanted and is_named(last.subject)
        return self._sure(last.subject, wanted, set(last.people)) if fits else None

    def _sure(self, subject: str, wanted: Sort, named: set[str]) -> str | None:
        """Return a subject unless another person was named beside it: "she" may be either."""
        strangers = {name for name in named if name not in subject and subject not in name}
        return None if wanted is Sort.PERSON and strangers else subject

    def name_of(self, words: str, paragraph: int) -> str:
        """Return the name that "brewery" was introduced with; the words themselves where there is none, or two."""
        if is_named(words):
            return words
        head = words.split()[-1]
        names = list(self.nouns.get(head, ()))
        if not names and head in _BODIES and words == head:
            names = list({name: None for near, name in self.bodies if near >= paragraph - 1})
        return names[0] if len(names) == 1 else words
