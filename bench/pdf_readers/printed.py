"""What is printed: invented news for each layout, and which sentences and words it holds."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from bench.corpus import make_articles

# A note's mark, put by each tool in its own way.
MARK = re.compile(r"‹(\d)›")
WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
HEAD = "The Vell Observer, late edition"
# Pages count from here: the invented texts hold no such numbers.
FIRST_PAGE = 417
# Hyphens of their own, so that not every one at a line's end may go.
COMPOUNDS = (
    "The state-owned yard signed a five-year agreement with a well-known builder of long-distance ferries.",
    "A low-cost loan came from the co-owner of the half-finished terminal, a former vice-president.",
    "Its short-term, high-interest debts were the ex-minister's problem, an anti-corruption office said.",
    "Twenty-five non-stop services and a so-called follow-up survey were cut in the north-east.",
)
QUOTE = "Nobody asked the people on the quay what they wanted."
NOTES = (
    "Figures of the ferry office, before interest and tax.",
    "The survey left out households without a telephone.",
)
TABLE = (("Port", "Ships", "Tonnes"), ("Senna", "412", "1,060"), ("Vell", "98", "310"), ("Lindhavn", "1,204", "8,775"))
_SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set."""

    name: str
    columns: int = 1
    articles: int = 1
    wide_title: bool = False
    uneven: bool = False
    hyphens: bool = False
    ligatures: bool = False
    notes: bool = False
    table: bool = False
    heads: bool = False
    quote: bool = False
    across: bool = False
    """Drawn from the top down over all columns, as printer drivers and text recognition do; not every tool can."""
    turn: bool = False
    """Every page is to be shown turned by a quarter."""
    sideways: bool = False
    """The text is drawn upwards and the page shown turned, so that it looks upright."""


LAYOUTS = (
    Layout("one column"),
    Layout("two columns", columns=2),
    Layout("three columns", columns=3, articles=2),
    Layout("two, drawn across", columns=2, articles=2, across=True),
    Layout("three, drawn across", columns=3, articles=2, across=True),
    Layout("uneven columns", columns=2, articles=2, uneven=True),
    Layout("hyphens", columns=3, hyphens=True, articles=2),
    Layout("ligatures", ligatures=True),
    Layout("turned page", columns=2, articles=2, turn=True),
    Layout("sideways text", sideways=True),
    Layout("running heads", articles=6, heads=True),
    Layout("heads on two pages", columns=2, articles=3, heads=True),
    Layout("footnotes", notes=True),
    Layout("table", table=True),
    Layout("wide title", columns=2, articles=2, wide_title=True),
    Layout("pull quote", columns=2, articles=2, quote=True),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as its writer sees it; notes are marked in it."""

    layout: Layout
    title: str
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences in reading order."""
        return tuple(MARK.sub("", sentence) for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes at the foot of the first page."""
        return NOTES if self.layout.notes else ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table that stands behind the third paragraph."""
        return TABLE if self.layout.table else ()

    @property
    def quote(self) -> str:
        """The pull quote, or nothing."""
        return QUOTE if self.layout.quote else ""

    @property
    def asides(self) -> tuple[str, ...]:
        """What stands whole where it is but has no place among the sentences."""
        quote = (self.quote,) if self.quote else ()
        return (self.title, *self.notes, *(" ".join(row) for row in self.rows), *quote)

    def words(self) -> Counter[str]:
        """Count the words of all of it; a hyphen inside one is part of it."""
        return Counter(WORD.findall(" ".join((*self.sentences, *self.asides))))


def write_text(layout: Layout, seed: int) -> Printed:
    """Write the text of a layout."""
    made = [one.row for one in islice(make_articles(layout.articles, seed), layout.articles)]
    paragraphs = [_SENTENCE_END.split(text) for row in made for text in row["text"].split("\n\n")]
    if layout.hyphens:
        for at, sentence in enumerate(COMPOUNDS):
            paragraphs[2 * at + 1].append(sentence)
    if layout.notes:  # one inside a sentence, one behind its stop
        words = paragraphs[0][0].split(" ")
        paragraphs[0][0] = " ".join([*words[:3], f"{words[3]}‹1›", *words[4:]])
        paragraphs[2][0] += "‹2›"
    return Printed(layout, made[0]["title"], tuple(map(tuple, paragraphs)))
