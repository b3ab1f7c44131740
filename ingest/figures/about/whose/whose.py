"""Say whose the figures of one sentence are, with the article's cast at hand."""

from ingest.figures.about.whose.cast import SORTS, Cast
from ingest.figures.about.whose.clauses import Clause, cut_clauses
from ingest.figures.about.whose.names import sort_of
from ingest.figures.about.whose.phrases import PRONOUNS, Span, noun_phrase
from ingest.figures.about.whose.subjects import main_subject, subject_of
from ingest.figures.about.whose.verbs import is_verb
from ingest.figures.tokens import Line, wordset

_PLACE_LEADS = frozenset({"in", "at"})
# "It is expected that" speaks of nobody.
_EMPTY = wordset("expected estimated thought believed said reported hoped feared likely possible clear known unclear")


class Whose:
    """One sentence's subjects. Make it once the sentence's times are found, and `close` it after the last figure."""

    __slots__ = ("_cast", "_clauses", "_line", "_paragraph", "_verbs")

    def __init__(self, line: Line, cast: Cast, paragraph: int) -> None:
        self._line, self._cast, self._paragraph = line, cast, paragraph
        self._verbs = frozenset(k for k in range(line.n) if is_verb(line, k))
        self._clauses: list[Clause] = cut_clauses(line, self._verbs)

    def doer(self, first: int, lasts: bool = False) -> str | None:
        """Return the subject of the figure that starts at token `first`; `lasts` tells that it is a duration."""
        span = subject_of(self._line, self._clauses, first) or self._led_by_with(first)
        if span is None or (lasts and self._line.low[span[0]] == "it"):
            return None
        return self._resolved(span)

    def _led_by_with(self, first: int) -> Span | None:
        """Return the main subject for a figure in "With 20 rooms, the inn is small": what has it comes behind."""
        line = self._line
        if line.word(0) != "with" or "," not in line.low or first > line.low.index(","):
            return None
        span = main_subject(line, [one for one in self._clauses if one.a > first])
        return span if span and sort_of(line.span(*span), self._article(span)) is SORTS["it"] else None

    def owner(self, words: str | None) -> str | None:
        """Return the name that the words of an owner ("brewery" of "the brewery's revenue") stand for."""
        if not words:
            return None
        words = words.split(" to ")[0].split(",")[0]
        low = words.lower().split()
        if low[0] in PRONOUNS:
            return None
        return self._cast.name_of(words, self._paragraph)

    def pronoun(self, word: str, at: int) -> str | None:
        """Return whom the pronoun at token `at` stands for: a subject before it in the sentence, or one before that."""
        for one in reversed(self._clauses):
            if one.subject and one.subject[1] <= at and self._line.low[one.subject[0]] not in PRONOUNS:
                words = self._line.span(*one.subject)
                if sort_of(words, self._article(one.subject)) is SORTS[word]:
                    return self._cast.name_of(words, self._paragraph)
        return self._cast.antecedent(word, self._paragraph)

    def place(self) -> str | None:
        """Return the place that leads the sentence: "In Oslo, unemployment stood at"."""
        line = self._line
        if line.word(0) not in _PLACE_LEADS or 1 in line.taken or not line.is_capital(1) or "," not in line.low:
            return None
        span = noun_phrase(line, 1, line.low.index(","))
        words = line.span(*span) if span else ""
        return words if words[:1].isupper() else None

    def close(self, start: int, end: int) -> None:
        """Tell the cast whom the sentence was about."""
        span = main_subject(self._line, self._clauses)
        subject = self._resolved(span) if span else None
        verbs = {self._line.low[k] for k in self._verbs}
        article = span is not None and self._article(span)
        self._cast.note(self._line.text[start:end], self._paragraph, subject, article, verbs)

    def _article(self, span: Span) -> bool:
        return self._line.word(span[0] - 1) in ("the", "a", "an", "its", "their")

    def _resolved(self, span: Span) -> str | None:
        word = self._line.low[span[0]]
        if word in PRONOUNS:
            return None if word == "it" and self._is_empty(span) else self.pronoun(word, span[0])
        words = self._line.span(*span)
        definite = self._line.word(span[0] - 1) in ("the", "this", "that")
        return self._cast.name_of(words, self._paragraph) if definite else words

    def _is_empty(self, it: Span) -> bool:
        """Say whether "it" stands for nothing: "it took 40 minutes", "it is expected that"."""
        line, k = self._line, it[1]
        if line.word(k) in ("takes", "took", "take"):
            return True
        return line.word(k) in ("is", "was") and (line.word(k + 1) in _EMPTY or k + 1 in line.taken)
