"""Names in a sentence, what each most likely names, and on which side of the action it stands."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.lexicon.names import NameKind, find_names, without_role

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
