"""Generated news: invented towns and firms, figures drawn by a seed, and the question each story answers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from newsroom import Story

TOWNS = (
    "Norrhavn Quivira Sandvik Ostmark Belmora Tarquey Lunde Caldera Mirov Zelany Okuri Tambala Feyrouz Anshan".split()
)
FIRMS = "Nexora,Halvorsen Foods,Tarpan Motors,Bluewick,Orsini Shipping,Kestrel Rail,Dunmore Paper,Sahel Solar".split(
    ","
)
PEOPLE = "Lena Ostrow,Kofi Boadu,Rosa Iturbe,Omar Sayegh,Mei Tanaka,Jorge Paz,Anna Virtanen,Ravi Menon".split(",")
PAPERS = (
    "Quay Herald,Fjord Courier,Delta Mail,Northern Post,Plains Tribune,Harbour Gazette,The Lantern,Valley Times".split(
        ","
    )
)
FILLER = (
    "Residents had asked for a decision since the spring.",
    "The opposition called the timing odd, and a spokesman declined to comment.",
    "Details are to be discussed at a hearing in the town hall.",
    "Local radio had reported the plan first.",
    "Weather did not play a part, officials said.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A story, the sentence in it that matters, the question it answers and the figure or name that answers."""

    story: Story
    sentence: str
    question: str
    answer: str

    def changed(self, answer: str) -> "Told":
        """Return the same news with another figure."""
        sentence = self.sentence.replace(self.answer, answer)
        text = self.story.text.replace(self.sentence, sentence)
        return replace(self, story=replace(self.story, text=text), sentence=sentence, answer=answer)

    def without(self) -> "Told":
        """Return the same news without the sentence."""
        text = self.story.text.replace(self.sentence, "").replace("  ", " ").strip()
        return replace(self, story=replace(self.story, text=text))


def whole(random: Random) -> str:
    return f"{random.randrange(1_100, 98_000):,}"


def small(random: Random) -> str:
    return str(random.randrange(120, 980))


def tenth(random: Random) -> str:
    return f"{random.randrange(2, 40)}.{random.randrange(1, 10)}"


def year(random: Random) -> str:
    return str(random.randrange(1961, 2015))


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of telling news; {town} {firm} {person} {n} are filled in."""

    title: str
    sentence: str
    question: str
    draw: Callable[[Random], str]


SHAPES = (
    Shape("Port traffic in {town}", "The port of {town} handled {n} containers in 2021, the harbour office said.",
          "How many containers did the port of {town} handle in 2021?", whole),
    Shape("{firm} in {town}", "{firm} employs {n} people at its works in {town}.",
          "How many people does {firm} employ in {town}?", small),
    Shape("School money in {town}", "The {town} council set aside {n} million euros for new schools.",
          "How much did the {town} council set aside for new schools?", tenth),
    Shape("Jobs in {town}", "Unemployment in {town} stood at {n} percent in March 2022.",
          "What was the unemployment rate in {town} in March 2022?", tenth),
    Shape("A tunnel for {town}", "The new tunnel under {town} is {n} kilometers long.",
          "How long is the tunnel under {town}?", tenth),
    Shape("{town} turns green", "{town} planted {n} trees last year.",
          "How many trees did {town} plant in 2021?", whole),
    Shape("{firm} looks back", "{firm} was founded in {n} by two sisters from {town}.",
          "When was {firm} founded?", year),
    Shape("Dry fields near {town}", "The wheat harvest around {town} fell by {n} percent, the farm ministry said.",
          "By how many percent did the wheat harvest around {town} fall?", tenth),
    Shape("Storm over {town}", "The storm in {town} destroyed {n} houses.",
          "How many houses did the storm in {town} destroy?", small),
    Shape("{firm} sells buses", "{firm} sold {n} electric buses to {town} in 2020.",
          "How many electric buses did {firm} sell to {town} in 2020?", small),
    Shape("Bridge at {town}", "The bridge at {town} cost {n} billion rupees.",
          "How much did the bridge at {town} cost?", tenth),
    Shape("Museum of {town}", "The museum of {town} drew {n} visitors in 2019.",
          "How many visitors did the museum of {town} draw in 2019?", whole),
)  # fmt: skip


def tell_news(seed: int, count: int = len(SHAPES)) -> list[Told]:
    """Return news of different towns and firms, drawn by a seed: one of each shape in turn."""
    random = Random(seed)
    towns, firms, people = (random.sample(names, len(names)) for names in (TOWNS, FIRMS, PEOPLE))
    return [
        _tell(random, SHAPES[i % len(SHAPES)], i, towns[i % len(towns)], firms[i % len(firms)], people[i % len(people)])
        for i in range(count)
    ]


def _tell(random: Random, shape: Shape, number: int, town: str, firm: str, person: str) -> Told:
    names = {"town": town, "firm": firm, "person": person, "n": shape.draw(random)}
    sentence = shape.sentence.format(**names)
    before, after = random.sample(FILLER, 2)
    text = f"{before} {sentence} {after} {person} contributed to this report."
    day = f"2022-{random.randrange(4, 12):02d}-{random.randrange(1, 28):02d}"
    story = Story(f"story-{number}", shape.title.format(**names), text, random.choice(PAPERS), day)
    return Told(story, sentence, shape.question.format(**names), names["n"])
