"""Invented news stories of the shapes that news has: what they are made of, and which words they hold."""

import random
import re
from collections import Counter
from dataclasses import dataclass

# Sentences as news prints them. Some begin like a menu, a footer or a byline, and are none.
SENTENCES = (
    "The harbour bridge at Lindhavn reopened on Tuesday after fourteen months of repairs, the city said.",
    "Revenue rose 12.5 percent to €1.3bn in the first half, from €1.16bn a year before.",
    "“We did not expect that,” said Åsa Öberg, who runs the ferry office.",
    "Mr. Nuñez, 47, denied that the company had paid anything to the mayor's office.",
    "Subscribe was a word nobody at the co-operative wanted to hear, its chairman said.",
    "Advertisement spending fell by a fifth in May.",
    "Read more than 40 books a year and the library waives its fee, the council decided.",
    "Related party deals cost the firm $3 million in 2023.",
    "Photo identity cards will be required from 1 January 2025.",
    "Comments on the plan closed on Friday.",
    "Share prices fell.",
    "Follow-up inspections found no cracks in 1,060 of 1,062 rivets.",
    "By Thursday evening the water had reached the quay.",
    "No one was hurt.",
    "Why did it take so long?",
    "The well-known architect’s drawings — all 248 of them — were sold for £18,000.",
    "Temperatures reached 38.4°C in Kraków and 41°C in Niš.",
    "It is the third strike since 2019; two more are planned for 3 and 4 June.",
    "Copyright cases before the court doubled, to 86.",
    "Contact with the trawler was lost at 03:40, about 12 km off the coast.",
    "Sign language interpreters will be paid 40 crowns an hour.",
    "The Reuters building was sold last year, and the Getty collection moved out.",
    "Tickets cost 9 euros each, or 6 euros for pupils.",
    "A spokesman for Brandt & Søn said the 2:1 vote <on the merger> would stand.",
    "Print runs were cut from 60,000 to 45,000 copies.",
    "Editors at the newspaper wrote to the minister (see the letter of 2 May).",
)
HEADINGS = ("What happens next", "The numbers", "“Nobody told us”", "Who pays?", "Most read books of 2023")
ITEMS = ("12 ferries a day to Bergen", "a bus every 20 minutes", "Share of women: 48%", "no service on 1 May")
TABLES = (
    (("Port", "Ships", "Tonnes"), ("Senna", "412", "1,060"), ("Vell", "98", "310")),
    (("Party", "Votes 2019", "Votes 2023"), ("Greens", "12.4%", "14.9%"), ("Farmers", "8%", "7.5%")),
)
TITLES = (
    "Bridge reopens after repairs",
    "Strike ends in Vell",
    "Ferries carry more than ever",
    "Vote on mill is close",
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a story: a paragraph, a heading, items of a list, or rows of a table with a header."""

    kind: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its writer sees it."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All that its body says, a blank line between blocks."""
        return "\n\n".join("\n".join((*b.lines, *(" ".join(r) for r in b.rows))) for b in self.blocks)

    def words(self) -> Counter[str]:
        """Count the words of title and body: a reader may take another line for the title than the writer."""
        return words(f"{self.title}\n{self.text}")


def words(text: str) -> Counter[str]:
    """Count the runs of letters and digits of a text; soft hyphens are no part of them."""
    return Counter(_WORD.findall(text.replace("\u00ad", "")))


def make_story(seed: int) -> Story:
    """Make the story of a seed: eight to twelve blocks; each holds all sentences, in an order of its own."""
    rng = random.Random(seed)
    left = list(SENTENCES)
    rng.shuffle(left)
    blocks = []
    while left:
        count = rng.choice((1, 2, 2, 3, 4))
        blocks.append(Block("paragraph", (" ".join(left[:count]),)))
        del left[:count]
    for block in (
        Block("heading", (rng.choice(HEADINGS),)),
        Block("items", tuple(rng.sample(ITEMS, 3))),
        Block("table", rows=rng.choice(TABLES)),
    ):
        blocks.insert(rng.randrange(1, len(blocks)), block)
    return Story(rng.choice(TITLES), tuple(blocks))
