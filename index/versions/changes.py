"""What changed from one version of an article to the next: figures, and whole sentences."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from index.types import Version
    from ingest.types import Figure

T = TypeVar("T")


class Told(NamedTuple):
    """A figure and the sentence it stands in."""

    figure: "Figure"
    sentence: str

    @property
    def words(self) -> tuple[str, ...]:
        """What is compared: the figure as printed, its qualifier, and whether it is so."""
        figure = self.figure
        return (_plain(figure.text).casefold(), _plain(figure.qualifier or "").casefold(), figure.polarity.value)

    @property
    def subject(self) -> str:
        """Whose figure it is, as it is compared; empty where the text does not tell."""
        return _plain(self.figure.subject or "").casefold()


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version no longer says, and what the next says for the first time; a sentence that moved is no change."""

    figures_gone: tuple[Told, ...]
    figures_new: tuple[Told, ...]
    sentences_gone: tuple[str, ...]
    sentences_new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    figures: tuple[Told, ...]
    sentences: tuple[str, ...]


def compare(versions: "Sequence[Version]", publisher: str | None = None) -> list[Changes]:
    """Return the changes from each version to the next: one fewer than there are versions.

    All are read by the rules of today, so that no change is one of newsdesk's own.
    """
    read = [_read(version, publisher) for version in versions]
    return [_changes(before, after) for before, after in pairwise(read)]


def _read(version: "Version", publisher: str | None) -> _Read:
    from ingest.figures import extract_figures  # showing an article without its versions needs none of it
    from ingest.text.sentences import split_sentences

    text = version.text
    sentences = split_sentences(text)
    figures = extract_figures(
        text, sentences=sentences, published=version.published, title=version.title, publisher=publisher
    )
    words = [_plain(text[s.start : s.end]) for s in sentences]
    told, place = [], 0
    for figure in figures:  # both go by their place in the text
        while place + 1 < len(sentences) and sentences[place].end <= figure.start:
            place += 1
        told.append(Told(figure, words[place]))
    return _Read(tuple(told), tuple(words))


def _changes(before: _Read, after: _Read) -> Changes:
    gone = _without(before.figures, after.figures, lambda told: (told.words, told.subject))
    new = _without(after.figures, before.figures, lambda told: (told.words, told.subject))
    gone, new = _part(gone, new)
    return Changes(
        tuple(gone),
        tuple(new),
        tuple(_without(before.sentences, after.sentences, lambda words: words)),
        tuple(_without(after.sentences, before.sentences, lambda words: words)),
    )


def _without(items: Iterable[T], others: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Return what is left of items when each of the others has taken one of its key away, in order."""
    left = Counter(map(key, others))
    out = []
    for item in items:
        if left[key(item)]:
            left[key(item)] -= 1
        else:
            out.append(item)
    return out


def _part(gone: list[Told], new: list[Told]) -> tuple[list[Told], list[Told]]:
    """Take out figures that are in both, but whose subject one of the two versions does not tell."""
    nameless: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    named: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for told in reversed(new):
        (named if told.subject else nameless)[told.words].append(told)
    kept, found = [], set()
    for told in gone:
        # Two without a subject are not left here: they are equal.
        if partners := (nameless if told.subject else named)[told.words]:
            found.add(id(partners.pop()))
        else:
            kept.append(told)
    return kept, [told for told in new if id(told) not in found]


def _plain(text: str) -> str:
    return " ".join(text.split())
