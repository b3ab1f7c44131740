"""Names in a sentence, what each most likely names, and on which side of the action it stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.directions import swapped
from qa.names import NameKind, find_names, without_role

PERSON, PLACE, ORGANISATION, OTHER = NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.OTHER

TABLE = [
    ("Mayor Ann Lee opened the bridge in Riga.", [("Mayor Ann Lee", PERSON), ("Riga", PLACE)]),
    (
        "Rosa Iturbe, head of the port authority, spoke in Callao.",
        [("Rosa Iturbe", PERSON), ("Callao", PLACE)],
    ),
    ("“We will rebuild,” said Kofi Boateng.", [("Kofi Boateng", PERSON)]),
    (
        "The University of Nairobi and Kenya Airways signed.",
        [("University of Nairobi", ORGANISATION), ("Kenya Airways", ORGANISATION)],
    ),
    ("In Lagos, traffic stopped.", [("Lagos", PLACE)]),
    (
        "Dr. Mei-Ling Chan told the Straits Gazette that dengue was rare.",
        [("Mei-Ling Chan", PERSON), ("Straits Gazette", ORGANISATION)],
    ),
    ("The city of Porto Alegre flooded.", [("Porto Alegre", PLACE)]),
    ("On Monday, Nexora Motors closed its plant near Graz.", [("Nexora Motors", ORGANISATION), ("Graz", PLACE)]),
    ("He said nothing.", []),
    ("The minister resigned.", []),
    ("In March, prices fell.", []),
    (
        "Officials from the World Health Organization came to Freetown.",
        [("World Health Organization", ORGANISATION), ("Freetown", PLACE)],
    ),
    ("Lake Titicaca is shrinking.", [("Lake Titicaca", PLACE)]),
    ("José Luis Rodríguez Zapatero said the bill would pass.", [("José Luis Rodríguez Zapatero", PERSON)]),
    (
        "Ludwig van der Berg, a historian at the Free University, wrote it.",
        [("Ludwig van der Berg", PERSON), ("Free University", ORGANISATION)],
    ),
    ("According to the Ministry of Health, flu rose.", [("Ministry of Health", ORGANISATION)]),
    ("Companies in Hanoi moved.", [("Hanoi", PLACE)]),
    (
        "ACME Corp. sold its Ohio mill to Borealis AG.",
        [("ACME Corp", ORGANISATION), ("Ohio", OTHER), ("Borealis AG", ORGANISATION)],
    ),
    ("Prime Minister Jacinda Mott visited Suva.", [("Prime Minister Jacinda Mott", PERSON), ("Suva", OTHER)]),
    ("Deputy Finance Minister Omar Sy spoke.", [("Deputy Finance Minister Omar Sy", PERSON)]),
    ("Both Oslo and Bergen lost.", [("Oslo", OTHER), ("Bergen", OTHER)]),
    ("The Justice Department sued.", [("Justice Department", ORGANISATION)]),
    ("The Queen Elizabeth Hospital is full.", [("Queen Elizabeth Hospital", ORGANISATION)]),
    ("Prince Edward County voted.", [("Prince Edward County", PLACE)]),
    ("A storm crossed the Gulf of Finland.", [("Gulf of Finland", PLACE)]),
]


@pytest.mark.parametrize(("sentence", "names"), TABLE, ids=[row[0] for row in TABLE])
def test_find_names(sentence: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in find_names(sentence)] == names


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_names_are_slices_in_order(text: str) -> None:
    found = find_names(text)
    assert all(text[n.start : n.end] == n.text for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("Mayor Ann Lee spoke.", "Ann Lee"),
        ("Prime Minister Jacinda Mott spoke.", "Jacinda Mott"),
        ("Deputy Finance Minister Omar Sy spoke.", "Omar Sy"),
        ("Tokyo Governor Yuriko Sato spoke.", "Yuriko Sato"),
        ("Rosa Iturbe spoke.", "Rosa Iturbe"),
        ("The Justice Department spoke.", "Justice Department"),
    ],
)
def test_without_role(sentence: str, bare: str) -> None:
    (name,) = find_names(sentence)
    clean = without_role(name)
    assert (clean.text, sentence[clean.start : clean.end]) == (bare, bare)


INVEST = "How much did firms from Lima invest in Quito?"
MOVE = "How many companies moved from Abuja to Lagos?"
SWAPPED = [
    (INVEST, "Firms from Quito invested 3 million dollars in Lima.", True, "from and in changed places"),
    (INVEST, "Firms from Lima invested 3 million dollars in Quito.", False, "the same way"),
    (INVEST, "In Quito, firms from Lima invested 3 million dollars.", False, "another order, the same way"),
    (INVEST, "Lima's firms put 3 million dollars into Quito.", False, "the owner is where it comes from"),
    (MOVE, "Some 30 companies moved from Lagos to Abuja.", True, "from one to the other"),
    (MOVE, "In Lagos, 30 companies arrived from Abuja.", False, "the same way"),
    (MOVE, "Abuja and Lagos have 30 companies each.", False, "no direction is told"),
    (MOVE, "Some 30 companies moved from Abuja to Kano.", False, "only one name is shared"),
    ("How many companies has Lagos attracted from Abuja?", "30 companies left Lagos for Abuja.", False, "not told"),
    ("How many companies has Lagos attracted from Abuja?", "30 firms moved from Lagos to Abuja.", True, "who takes"),
    ("How much grain did Ukraine sell to Egypt?", "Egypt sold 3 tonnes of grain to Ukraine.", True, "seller and buyer"),
    ("How much grain did Egypt buy from Ukraine?", "Ukraine sold 3 tonnes of grain to Egypt.", False, "sold is bought"),
    ("How many players did Ajax buy from Porto?", "Porto bought two players from Ajax.", True, "buyer and seller"),
    ("How much did Norway's firms invest in Chile?", "Firms from Chile put 4 million into Norway.", True, "owner"),
    ("What did Ghana export to Togo and Benin?", "Togo and Benin exported 3 tonnes to Ghana.", True, "two at once"),
    ("How many refugees from Sudan did Chad take in?", "Chad took in 400,000 people from Sudan.", False, "the same"),
    ("How many people flew to Rome?", "Some 40 people flew from Rome.", False, "one name is no swap"),
    ("How many trains run from Milan to Turin?", "12 trains run between Milan and Turin.", False, "both ways"),
]


@pytest.mark.parametrize(("question", "sentence", "opposite", "why"), SWAPPED, ids=[f"{r[1]} {r[3]}" for r in SWAPPED])
def test_swapped(question: str, sentence: str, opposite: bool, why: str) -> None:
    assert swapped(question, sentence) is opposite, why


@given(st.text(max_size=120))
def test_no_text_is_the_opposite_of_itself(text: str) -> None:
    assert not swapped(text, text)
