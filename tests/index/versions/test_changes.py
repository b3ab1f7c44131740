"""What changed between two versions: figures by their words and whose they are, sentences whole."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.types import Version
from index.versions.changes import Changes, compare


def version(text: str) -> Version:
    return Version("Fire in Vell", text, date(2024, 3, 7), None, None)


def changes(before: str, after: str) -> Changes:
    (found,) = compare([version(before), version(after)], "Vell Observer")
    return found


FIRE = "The fire in Vell killed 4 people on Monday. Mayor Ada Lind spoke of 12 houses. The street is closed."


@pytest.mark.parametrize(
    ("after", "gone", "new", "reason"),
    [
        (FIRE, [], [], "nothing changed"),
        (FIRE.replace("4 people", "6 people"), ["4 people"], ["6 people"], "a count was corrected"),
        (FIRE.replace("4 people", "at least 4 people"), ["4 people"], ["4 people"], "its qualifier is part of it"),
        (FIRE.replace("The street is", "All streets are"), [], [], "a sentence without a figure"),
        (FIRE.replace(" Mayor Ada Lind spoke of 12 houses.", ""), ["12 houses"], [], "a sentence went"),
        (FIRE + " It cost 3 million euros.", [], ["3 million euros"], "one came"),
        (FIRE + " The fire spread to 12 houses.", [], ["12 houses"], "said once more, of another"),
        ("Vell burned.\n\n" + FIRE, [], [], "all else stands as it stood"),
        (FIRE.replace(". Mayor", ".\n\nMayor"), [], [], "a break is no word"),
        (FIRE.replace("killed 4", "did not kill 4"), ["4 people", "Monday"], ["4 people", "Monday"], "it is not so"),
    ],
)
def test_figures_gone_and_new(after: str, gone: list[str], new: list[str], reason: str) -> None:
    found = changes(FIRE, after)
    assert [told.figure.text for told in found.figures_gone] == gone, reason
    assert [told.figure.text for told in found.figures_new] == new, reason


def test_a_figure_that_goes_to_another_is_gone_and_new() -> None:
    before = "Quarry Works sold 40 cranes in 2023. Lind Mills sold 12 looms in 2023."
    after = "Quarry Works sold 12 looms in 2023. Lind Mills sold 40 cranes in 2023."
    found = changes(before, after)
    assert [(t.figure.text, t.figure.subject) for t in found.figures_gone] == [
        ("40 cranes", "Quarry Works"),
        ("12 looms", "Lind Mills"),
    ]
    assert [(t.figure.text, t.figure.subject) for t in found.figures_new] == [
        ("12 looms", "Quarry Works"),
        ("40 cranes", "Lind Mills"),
    ]


def test_each_figure_is_told_with_its_sentence() -> None:
    found = changes(FIRE, FIRE.replace("12 houses", "14 houses"))
    assert [told.sentence for told in found.figures_gone] == ["Mayor Ada Lind spoke of 12 houses."]
    assert [told.sentence for told in found.figures_new] == ["Mayor Ada Lind spoke of 14 houses."]


def test_sentences_gone_and_new_and_one_that_moved() -> None:
    found = changes(FIRE, "The street is closed. The fire in Vell killed 4 people on Monday. Rain fell. Rain fell.")
    assert found.sentences_gone == ("Mayor Ada Lind spoke of 12 houses.",)
    assert found.sentences_new == ("Rain fell.", "Rain fell.")


def test_one_version_has_no_changes_and_three_have_two() -> None:
    assert compare([version(FIRE)]) == []
    found = compare([version("Rain fell."), version("Snow fell."), version("Rain fell.")])
    assert [(one.sentences_gone, one.sentences_new) for one in found] == [
        (("Rain fell.",), ("Snow fell.",)),
        (("Snow fell.",), ("Rain fell.",)),
    ]


SENTENCES = (
    *("The fire killed 4 people.", "Quarry Works sold 40 cranes.", "It sold 12% more.", "Rain fell in Vell."),
    *("The mayor did not pay 3 million euros.", "Lind Mills hired about 40 people in 2023.", "Trains stopped."),
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n\n".join)


@settings(max_examples=60, deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_back_is_forth_turned_round_and_no_text_changes_from_itself(before: str, after: str) -> None:
    forth, back = changes(before, after), changes(after, before)
    assert (forth.sentences_gone, forth.sentences_new) == (back.sentences_new, back.sentences_gone)
    assert sorted(t.words for t in forth.figures_gone) == sorted(t.words for t in back.figures_new)
    assert changes(before, before) == Changes((), (), (), ())
    for told in forth.figures_gone:
        assert " ".join(told.figure.text.split()) in told.sentence and told.sentence in before.split("\n\n")
