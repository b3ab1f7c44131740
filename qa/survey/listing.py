"""Lists over the pile: the people, places, organisations and other named things; the articles that mention a thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from qa.lexicon.names import ORGANISATION_WORDS, PLACE_WORDS, Name, NameKind, find_names, without_role
from qa.lexicon.words import content, stem, stems_of
from qa.survey.pile import Line, Pile, share_of
from qa.survey.told import Entry, Told
from qa.understand.request import Request

SENTENCES = 7
ROWS = 40
"""Rows that are shown; the note says how many there are."""

_CLASSES = {
    NameKind.PERSON: "who person people man men woman women official politician speaker individual",
    NameKind.PLACE: "place location city town country province region state area district",
    NameKind.ORGANISATION: "organisation organization institution body agency group party",
}
_COMPANIES = frozenset(stem(w) for w in "company firm business enterprise corporation".split())
_COMPANY = frozenset(
    """group company corporation corp inc ltd plc llc co bank airlines airways motors industries holdings partners
    systems technologies technology engineering energy steel foods pharma electronics software insurance rail
    terminals lines logistics mutual research transit media shipping ferries shipyards shipyard mills works stores
    supermarkets breweries brewery builders construction properties developments homes capital ventures hotels
    telecom mobile chemicals aviation aerospace dairies farms fisheries broadcasting pictures studios""".split()
)
"""Last words of a company's name."""
_PUBLIC = frozenset("ministry department bureau institute university school college academy commission office".split())
_OF_STEM = {stem(word): kind for kind, words in _CLASSES.items() for word in words.split()}
_ARTICLES = frozenset(stem(w) for w in "article story source publisher paper document file".split())
_COUNTED = re.compile(
    r"^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|number|reasons?|ways?|steps?|things?)\b", re.IGNORECASE
)


def list_names(pile: Pile, lines: Sequence[Line], request: Request, most: int = ROWS) -> Told | None:
    """Return the names of a class ("places") or with a noun ("parks") that the sentences say, most said first.

    None where the noun is neither: "list the reasons why ..." is a question for the reader.
    """
    noun = request.noun or ""
    words = content(noun) or ()
    if _COUNTED.match(noun) or len(words) > 3 or not (words or noun.casefold() == "who"):
        return None
    last = words[-1].stem if words else "who"
    if last in _ARTICLES and len(words) == 1:
        return list_articles(pile, lines)
    wanted = _OF_STEM.get(last) if len(words) <= 1 else None
    said = _said_names(lines)
    if last in _COMPANIES and len(words) == 1:
        found = [name for name in said if _is_company(name, said[name].lines)]
    elif wanted is not None:
        found = [name for name in said if _may_be(name, said[name].kind, wanted, last, said[name].lines)]
    else:
        stems = [w.stem for w in words]
        found = [name for name in said if _is_a(name, stems)]
    if not found:
        return None if wanted is not None else _told_of(pile, lines, noun, [w.stem for w in words])
    order = sorted(found, key=lambda name: (-len(said[name].articles), -len(said[name].lines), name))
    rows = tuple(
        Entry((name, _count(len(said[name].articles), "article")), (said[name].lines[0],)) for name in order[:most]
    )
    about = f" in sentences about {request.topic}" if request.topic else ""
    found_in = f"{_of_all(len(rows), len(order))} found{about} in {pile.words()}"
    note = f"{found_in}; a name is told by how it is written, so one may be missed"
    return Told("list", title=noun[:1].upper() + noun[1:], columns=("Name", "Said in"), rows=rows, note=note)


def _told_of(pile: Pile, lines: Sequence[Line], noun: str, stems: Sequence[str]) -> Told | None:
    """Return the sentences that say a noun no name ends in: "two industrial parks, North Gate and Lock's End"."""
    found = [line for line in lines if set(stems) <= stems_of(line.text)]
    if not found:
        return None
    some = _of_all(min(len(found), SENTENCES), len(found))
    said = f"{some} sentence{'s' if len(found) > 1 else ''} of {pile.words()} that say it"
    note = f"no name ends in “{noun}”; this is {said}"
    return Told("list", tuple(found[:SENTENCES]), note=note)


_SETTLEMENTS = frozenset(stem(w) for w in "town city village".split())
_BUILT = frozenset(
    """street avenue road square bridge park hall hotel airport river lake sea ocean mountain mount valley bay gulf port
    canal strait castle palace plaza lane quay house arena stadium station school tower wharf harbour harbor rail wood
    hill market church museum theatre theater island islands province county country state region""".split()
)
"""Words of places that are no town: of these a list of towns holds none."""


def _may_be(name: str, kind: NameKind, wanted: NameKind, noun: str, lines: Sequence[Line]) -> bool:
    """Tell whether a name may be what a noun names: a street is no town, a firm no person and no place."""
    if (noun in _SETTLEMENTS or wanted is NameKind.PERSON) and {
        w.casefold().strip(".,") for w in name.split()
    } & _BUILT:
        return False
    is_firm = _is_company(name, lines)
    return kind is wanted or is_firm if wanted is NameKind.ORGANISATION else kind is wanted and not is_firm


# "Astrid Holm of Norvind" is Astrid Holm.
_OF_BODY = re.compile(r"^(\S+ \S.*?) (?:of|from|at) .*$")


class _Name:
    """Where a name is said, and what it most often is."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.kinds: Counter[NameKind] = Counter()

    @property
    def articles(self) -> set[str]:
        return {line.article.id for line in self.lines}

    @property
    def kind(self) -> NameKind:
        """Return the kind most mentions show; a mention that shows none has no vote."""
        told = Counter({k: n for k, n in self.kinds.items() if k is not NameKind.OTHER})
        return told.most_common(1)[0][0] if told else NameKind.OTHER


def _said_names(lines: Sequence[Line]) -> dict[str, _Name]:
    """Return the names of some sentences; one that is the end of a longer one's ("Lee" of "Ann Lee") goes with it."""
    said: dict[str, _Name] = defaultdict(_Name)
    alone = _said_alone(lines)
    for line in lines:
        for name in find_names(line.text):
            plain = re.sub(r"['’]s?$", "", without_role(name).text)
            if name.kind is not NameKind.ORGANISATION:
                plain = re.sub(r"^.*['’]s ", "", plain)  # "Lagos's Ikeja" is Ikeja
            if name.kind is NameKind.PERSON:
                plain = _OF_BODY.sub(r"\1", plain)
            said[plain].lines.append(line)
            known = name.kind is not NameKind.OTHER or not _is_person(line, name, plain, alone)
            said[plain].kinds[name.kind if known else NameKind.PERSON] += 1
    for loud in [n for n in said if n.isupper() and n.title() in said]:  # a dateline in capitals
        said[loud.title()].lines += said.pop(loud).lines
    bearers = _bearers(said)
    for short in [n for n in said if " " not in n]:
        for article_id in sorted(said[short].articles):
            whole = bearers.get((article_id, short), ())
            if len(whole) == 1:
                _join(said[short], said[whole[0]], article_id)
        if not said[short].lines:
            del said[short]
    return dict(said)


def _bearers(said: dict[str, _Name]) -> dict[tuple[str, str], list[str]]:
    """Return the persons of each article by the first and by the last word of their names."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, one in said.items():
        words = name.split()
        if len(words) > 1 and one.kind is NameKind.PERSON:
            for word in {words[0], words[-1]}:
                for article_id in one.articles:
                    found[article_id, word].append(name)
    return found


_TRADE = (
    r"(?:company|firm|maker|builder|haulier|operator|bank|insurer|retailer|supplier|airline|manufacturer|producer"
    r"|carrier|brewer|brewery|developer|chain|start-?up|utility|contractor|group|pollster|consultancy|business)"
)
_IS_FIRM = re.compile(
    rf"^, (?:an?|the|its|one of the) (?:(?!(?:of|for|at|with|who)\b)[\w-]+ ){{0,4}}{_TRADE}"
    r"(?=[,.;]|$| (?:based|that|which|in|of|from|owned|with|said)\b)"
)
"""What stands behind the name of a firm: "Harrow & Pell, a builder based in Orsk"."""
_FIRM_OF = re.compile(
    r"^['’]s (?:\w+ )?(?:shares|chief executive|board|factory|workers|customers|profits?|owner|director)\b"
)
_FIRM_BEFORE = re.compile(rf"\b(?:the|a|an|its) (?:[\w-]+ ){{0,2}}{_TRADE},? $", re.IGNORECASE)


def _is_company(name: str, lines: Sequence[Line]) -> bool:
    """Tell whether a name is a firm's: by its last word, by "&", or by what an article says beside it."""
    words = [w.casefold().strip(".,") for w in name.split()]
    if set(words) & _PUBLIC:
        return False
    return "&" in words or (len(words) > 1 and words[-1] in _COMPANY) or any(_says_firm(name, line) for line in lines)


def _says_firm(name: str, line: Line) -> bool:
    at = line.text.find(name)
    before, behind = line.text[:at], line.text[at + len(name) :]
    return at >= 0 and bool(_IS_FIRM.search(behind) or _FIRM_OF.search(behind) or _FIRM_BEFORE.search(before))


_TOLD = re.compile(
    r"^(?:,? who\b|, (?:aged )?\d{1,3}\b"
    r"|, (?:an?|the|his|her|its) (?:former |retired )?[a-z-]*(?:er|or|ist|ian|man|woman)\b)"
)
"""What stands behind a person's name: who, an age, an occupation."""
_OCCUPIED = re.compile(r"\b[a-z-]{2,}(?:er|or|ist|ian|man|woman)\s$")
"""What stands before one: "hydrologist Ann Lee"."""


def _said_alone(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """Return the single words that articles use as names, each with its article: surnames among them."""
    return {
        (line.article.id, n.text.split("'")[0]) for line in lines for n in find_names(line.text) if " " not in n.text
    }


def _is_person(line: Line, name: Name, plain: str, alone: set[tuple[str, str]]) -> bool:
    """Return whether a name of some words is a person's: its surname is used alone, or what is around says so."""
    words = plain.split()
    if not 2 <= len(words) <= 4 or not all(w[0].isalpha() for w in words):
        return False
    if {w.casefold() for w in words} & (ORGANISATION_WORDS | PLACE_WORDS):
        return False
    before = line.text[: name.start]
    if _TOLD.match(line.text[name.end :]) or _OCCUPIED.search(before) or (line.article.id, words[-1]) in alone:
        return True
    # Two words that no sentence writes small, with no "the" before them, are a person's more often than not.
    return (
        len(words) == 2
        and not re.search(r"\b(?:the|in|at|from|of)\s$", before, re.IGNORECASE)
        and not _written_small(words, line)
    )


def _written_small(words: Sequence[str], line: Line) -> bool:
    """Return whether an article writes one of some words in small letters too: "blue" of "Blue Heron"."""
    return any(re.search(rf"\b{re.escape(word.casefold())}\b", line.article.text) for word in words)


def _join(short: _Name, whole: _Name, article_id: str) -> None:
    """Give the mentions of a surname in an article to the one person there whose name begins or ends with it."""
    mine = [line for line in short.lines if line.article.id == article_id]
    whole.lines += [line for line in mine if line not in whole.lines]
    short.lines = [line for line in short.lines if line.article.id != article_id]


def _is_a(name: str, stems: Sequence[str]) -> bool:
    """Return whether a name ends in a noun ("Science Park" in parks), the words before it said anywhere in it."""
    have = [w.stem for w in content(name)]
    return bool(have) and len(have) > 1 and have[-1] == stems[-1] and set(stems) <= set(have)


def _of_all(shown: int, there: int) -> str:
    """Return "7 of 20", "all 5" or "the one"."""
    if shown < there:
        return f"{shown} of {there}"
    return f"all {there}" if there > 1 else "the one"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def list_articles(pile: Pile, lines: Sequence[Line]) -> Told:
    """Return the articles of the pile, each by its first sentence."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line.article.id, line)
    rows = tuple(_article_row(first[a.id]) for a in pile.articles if a.id in first)
    note = f"all of {pile.words()}; near copies of one story are counted once"
    return Told(
        "list",
        title="Articles",
        columns=("Article", "Publisher", "Published"),
        rows=rows[:ROWS],
        short=str(len(rows)),
        note=note,
    )


def _article_row(line: Line) -> Entry:
    article = line.article
    day = article.published.isoformat() if article.published else "undated"
    return Entry((article.title, article.publisher or "publisher not named", day), (line,))


def list_mentions(pile: Pile, lines: Sequence[Line], request: Request) -> Told:
    """Return the articles that say a topic, each with the first sentence that says it whole."""
    if request.topic is None:
        return list_articles(pile, lines)
    say = share_of(request.topic)
    first: dict[str, Line] = {}
    for line in lines:
        if line.article.id not in first and say(line.text) > 0.99:
            first[line.article.id] = line
    rows = tuple(_article_row(first[a.id]) for a in pile.articles if a.id in first)
    short = f"{len(rows)} of {pile.words()}" if rows else f"none of {pile.words()}"
    note = f"counted by sentences that say “{request.topic}”; near copies of one story are counted once"
    return Told("list", title=f"Articles that mention {request.topic}", columns=("Article", "Publisher", "Published"),
                rows=rows[:ROWS], short=short, note=note)  # fmt: skip
