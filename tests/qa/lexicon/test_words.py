"""Stems: which words must meet, and which must not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.lexicon.forms import base_form
from qa.lexicon.words import content, is_stop, printed_stem, stem, tokens

MEET = """
    ferry ferries | company companies | bus buses | gas gases | city city's | Lagos Lagos’s | café cafe | São Sao
    rise rose risen rises | fall fell fallen | grow grew growth | buy bought | sell sold sales | build built
    lose lost losses | die died deaths | pay paid payment | spend spent spending | win won winner | steal stole stolen
    freeze frozen | flee fled | eat eaten | sing sang | wear worn | throw thrown | shrink shrank | deal dealt
    break broke broken | lend lent | fly flew flown | weave woven | sweep swept | hang hung
    relocate relocated relocation | invest invested investment | approve approval | develop development
    produce produced production | destroy destroyed destruction | explode explosion | decide decision
    acquire acquired acquisition | describe description | collide collision | weigh weight | high height
    founded founder | own owner owned | lead leader led | build builder
    person people | woman women | child children | wolf wolves | knife knives | thief thieves | mouse mice
    tooth teeth | crisis crises | analysis analyses
    colour color colours | labour labor | harbour harbor harbours | neighbour neighbor neighbouring
    centre center centres | metre meters | kilometre kilometers | litre liters | theatre theater | fibre fibers
    organise organize organised | privatisation privatization privatise | analyse analyze analysed
    defence defense | licence license | programme program programmes | tonne tonnes tons | tyre tire tyres
    cheque check | grey gray | plough plow | aluminium aluminum | catalogue catalog | dialogue dialogs
    traveller traveler | cancelled canceled | fuelled fueled | enrol enrollment | instalment installments
    43,000 43000 | 1,406. 1406
"""
# Places, measures and trades that look alike; a question about one is not answered by the other.
APART = """
    Hunan Henan | Iran Iraq | Niger Nigeria | Austria Australia | Guinea Guyana | Slovakia Slovenia | Mali Malawi
    Dominica Dominican | Mauritania Mauritius | Korea Koran | Georgia Georgian | China Chinese
    import export | inflation inflow | university universe | policy police | general generate | mayor major
    mine mineral | port portion | station state | nation native | plan plane | county country | cent center
    ton tone | bond bind | personal personnel | capital capitol | principal principle | rail railway | hour our
    four for | flour floor | source sore | promise premise | raise rise | price prize | wise size | army arm
    filled filed | massacre masses | 1.5 15 | 2023 2022 | 12 112
"""


def rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.strip().splitlines() for row in line.split("|")]


@pytest.mark.parametrize("words", rows(MEET), ids=" ".join)
def test_forms_of_one_word_meet(words: list[str]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("words", rows(APART), ids=" ".join)
def test_different_words_do_not(words: list[str]) -> None:
    assert len({stem(word) for word in words}) == len(words)


@given(st.text(max_size=60))
def test_case_changes_no_stem(word: str) -> None:
    assert stem(word) == stem(word.casefold())


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_a_base_form_stays(word: str) -> None:
    assert base_form(base_form(word)) == base_form(word)


@given(st.text(max_size=200))
def test_tokens_are_slices_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_words_glued_by_a_lost_hyphen_are_split_at_their_capitals() -> None:
    assert [t.text for t in tokens("the OsloBergenTromso line")] == ["the", "Oslo", "Bergen", "Tromso", "line"]


def test_numbers_keep_their_points() -> None:
    assert [t.stem for t in tokens("1,406 of 2.50, then 7.")] == ["1406", "of", "2.50", "then", "7"]


@pytest.mark.parametrize("word", ["the", "The", "WHICH", "it’s", "there's", "of"])
def test_stop_words(word: str) -> None:
    assert is_stop(word)


@pytest.mark.parametrize("word", ["mayor", "percent", "一"])
def test_words_with_content(word: str) -> None:
    assert not is_stop(word)


def test_content_leaves_stop_words_out() -> None:
    assert [t.text for t in content("the mayor of Riga and her dog")] == ["mayor", "Riga", "dog"]


def test_the_stem_as_spelled_keeps_the_spelling() -> None:
    assert printed_stem("harbours") == "harbour" != stem("harbours")
    assert printed_stem("Rose") == "rose"
