"""Questions made of clauses by templates, and the questions about their neighbours."""

import random
import re
from dataclasses import replace
from datetime import date

import pytest

from eval.grading.plain import read_numbers
from eval.swap import report
from eval.swapping.asked import ask_about
from eval.swapping.clauses import is_time
from eval.swapping.neighbours import is_like, neighbours
from eval.swapping.pile import Names, Original, common_words, is_name, read_names
from eval.swapping.verbs import FINITE, PAST
from ingest.figures import extract_figures
from ingest.types import Article
from qa.lexicon.names import NameKind

PUBLISHED = date(2023, 5, 4)


def questions(sentence: str) -> list[str]:
    """Return what is asked of each figure of a sentence."""
    made = (ask_about(sentence, f) for f in extract_figures(sentence, published=PUBLISHED))
    return [one.text for one in made if one]


ASKED = [
    ("Kolda has nurtured 107 farms at county level.", "How many farms has Kolda nurtured at county level?"),
    ("Kolda employs 310 people.", "How many people does Kolda employ?"),
    ("The Greens hold 31 seats.", "How many seats do the Greens hold?"),
    ("Malaria killed about 2,900 people in Tanzania in 2022.", "How many people did Malaria kill in Tanzania in 2022?"),
    ("In 2022 Dorvik sold 40 homes to the state.", "How many homes did Dorvik sell to the state in 2022?"),
    ("Last year Dorvik sold 40 homes.", "How many homes did Dorvik sell in 2022?"),
    ("Dorvik will build 40 homes in Kolda.", "How many homes will Dorvik build in Kolda?"),
    ("Dorvik plans to build 40 homes by 2028.", "How many homes does Dorvik plan to build by 2028?"),
    ("Rhys Tudor was fined £2,300 for theft.", "How much was Rhys Tudor fined for theft?"),
    ("Around 43,000 firms have been attracted to Hebei.", "How many firms have been attracted to Hebei?"),
    ("Only 71 percent of farms in Kolda have water.", "What percentage of farms in Kolda have water?"),
    ("Dorvik spent $3 million on a bridge.", "How much did Dorvik spend on a bridge?"),
    ("Revenue at Dorvik rose by 12% in 2022.", "By how much did revenue at Dorvik rise in 2022?"),
    ("Unemployment in Sweden fell to 8.6% in July.", "To what level did unemployment in Sweden fall in July?"),
    ("The rate of theft in Braga was 7%.", "What was the rate of theft in Braga?"),
    ("Exports from Kolda came to $318 million in 2022.", "What did exports from Kolda come to in 2022?"),
    ("Some 300 families have crossed to Syria, officials said.", "How many families have crossed to Syria?"),
    ("Kolda, which employs 410 people, has closed.", "How many people does Kolda employ?"),
    ("There are 52 hostels in Kolda.", "How many hostels are there in Kolda?"),
    ("Dorvik said it would shut 22 of its 418 stores.", "How many of its 418 stores would Dorvik shut?"),
    ("MAKURDI, Nigeria - Dorvik has lost 61 boats on the Benue.", "How many boats has Dorvik lost on the Benue?"),
    ("Kolda opened in 2010 and employs 75 people.", "How many people does Kolda employ?"),
]
NOT_ASKED = [
    ("It employs 310 people.", "whose it is is not told"),
    ("The firm has lost 310 workers.", "nothing is named"),
    ("Kolda did not build 310 homes.", "denied"),
    ('"Kolda has built 310 homes," he said.', "quoted"),
    ("If Kolda builds 310 homes, it will pay.", "conditional"),
    ("Sales rose from 310 boats in Kolda.", "where a change began"),
    ("About 600 heaters sold across Kolda are recalled.", "a participle, no verb"),
    ("Kolda has 310, Dorvik 40.", "what is counted is left out"),
    ("Kolda sold 310 homes standing empty.", "a participle hangs on the figure"),
    ("Kolda sold hundreds of homes.", "no number"),
    ("That helped 31 people in Kolda.", "points at what stands before"),
    ("Kolda sold 5 to 8 homes.", "a range"),
]


@pytest.mark.parametrize(("sentence", "asked"), ASKED, ids=[a for _, a in ASKED])
def test_clause_to_question(sentence: str, asked: str) -> None:
    common = frozenset(["revenue", "unemployment", "exports", "around", "only"])
    made = (ask_about(sentence, f, 0, common) for f in extract_figures(sentence, published=PUBLISHED))
    assert asked in [one.text for one in made if one]


@pytest.mark.parametrize(("sentence", "why"), NOT_ASKED, ids=[why for _, why in NOT_ASKED])
def test_no_question_of_what_is_not_plain(sentence: str, why: str) -> None:
    assert not questions(sentence)


def test_forms_of_verbs() -> None:
    assert [FINITE[w] for w in ("took", "carries", "planned", "cut")] == [
        ("did", "take"),
        ("does", "carry"),
        ("did", "plan"),
        ("did", "cut"),
    ]
    assert PAST["taken"] == "take" and "taken" not in FINITE


@pytest.mark.parametrize("name", ["June", "November 20", "Tuesday", "New Year", "Christmas Eve", "Mondays"])
def test_times_are_no_names(name: str) -> None:
    assert is_time(name) and not is_name(name, frozenset())


TEXTS = (
    "Ferries sail from Kolda. Voters in Dorvik chose 31 women in 2021, Ann Lee said on Tuesday.",
    "Snow fell in Brenn on Monday. In Selm, Omar Haddad said, 40 boats sank in June. In Brenn nobody drowned.",
    "Prices rose in Tarvik. Ines Falk said so at New Year in Tarvik, a town near Lunde.",
)
ARTICLES = tuple(Article(f"a{n}", f"Title {n}", text, f"{n}.md", published=PUBLISHED) for n, text in enumerate(TEXTS))


def read() -> Names:
    figures = [(a, f) for a in ARTICLES for f in extract_figures(a.text, published=PUBLISHED)]
    return read_names(ARTICLES, figures, common_words(TEXTS))


def original(sentence: str) -> Original:
    asked = next(q for f in extract_figures(sentence, published=PUBLISHED) if (q := ask_about(sentence, f)))
    return Original(asked, replace(ARTICLES[0], text=sentence), sentence)


def test_neighbours_are_like_for_like_and_never_times() -> None:
    names = read()
    assert {"Dorvik", "Selm", "Brenn", "Ann Lee", "Omar Haddad", "Ines Falk"} <= set(names.kinds)
    assert not any(is_time(name) for name in names.kinds)
    asked = original("Pirates took 31 boats in Dorvik in 2021.")
    made = neighbours(asked, names, random.Random(1), 30)
    assert made and all(one.text != asked.asked.text for one in made)
    assert len({one.text for one in made}) == len(made)
    for one in made:
        if one.kind == "year":
            assert "Dorvik" in one.text and "2021" not in one.text and re.search(r"\b20\d\d\b", one.text)
        else:
            put = next(n for n in names.kinds if n in one.text)
            assert one.kind == "place" and names.kinds[put] is NameKind.PLACE and "Dorvik" not in one.text


def test_a_name_that_may_hold_the_other_is_no_neighbour() -> None:
    names = read()
    asked = original("Pirates took 31 boats in Tarvik.")
    assert is_like("Tarvik", "Selm", asked, names)
    beside = replace(names, beside=frozenset([frozenset(("Tarvik", "Selm"))]))
    assert not is_like("Tarvik", "Selm", asked, beside)
    assert not is_like("Tarvik", "Ann Lee", asked, names)


@pytest.mark.parametrize(
    ("sentence", "kind", "asked"),
    [
        ("Dorvik plans to build 40 homes by 2028.", "status", "How many homes did Dorvik build?"),
        ("Prices in Dorvik rose by 12%.", "direction", "By how much did prices in Dorvik fall?"),
        ("Dorvik shut 22 of its 418 stores.", "part", "How many stores did Dorvik have in all?"),
        ("Some 90 firms came to Selm from Dorvik.", "direction", "How many firms came from Selm to Dorvik?"),
        ("Dorvik employs 40 people.", "year", "How many people did Dorvik employ in 2019?"),
    ],
)
def test_other_neighbours(sentence: str, kind: str, asked: str) -> None:
    made = neighbours(original(sentence), read(), random.Random(2), 30)
    assert (kind, asked.casefold()) in [(one.kind, one.text.casefold()) for one in made]


def test_the_same_seed_gives_the_same_questions() -> None:
    asked = original("Pirates took 31 boats in Dorvik in 2021.")
    first, again = (neighbours(asked, read(), random.Random(7), 5) for _ in range(2))
    assert first == again and 0 < len(first) <= 5


def test_the_table() -> None:
    lines = report(4, 3, {"year": [True, False], "place": [False, False]})
    assert "| the question itself | 4 | 75.0 |" in lines
    assert "| another year | 2 | 50.0 |" in lines
    assert "| all neighbours | 4 | 25.0 |" in lines


def test_numbers_are_read_plainly() -> None:
    assert {n.value for n in read_numbers("2.3 million yuan")} == {2_300_000}
