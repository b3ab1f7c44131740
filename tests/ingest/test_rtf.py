"""Rich Text: letters of every kind, and only what is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import InputError
from ingest.raw import Media
from ingest.read.office.rtf import DEEPEST
from tests.ingest.office_files import document_of, text_of

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s15\sb240 Title;}{\s16 List Bullet;}{\*\cs10 Strong;}}"
    r"{\info{\title Draft}{\author Nobody}}{\header\pard DRAFT\par}{\footer\pard 1\par}\pard\plain "
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


ROW = r"\trowd{}\cellx3000\cellx6000\pard\intbl {}\cell {}\cell\row"
BODIES = [
    (r"One.\par Two.\par", "One.\n\nTwo.", "paragraphs"),
    (r"caf\'e9 \'80 5 \emdash\ldblquote a\rdblquote", "café € 5 —“a”", "letters of the code page and signs"),
    (r"\uc1\u8364?5 and \u-10179?\u-8704?", "€5 and 😀", "Unicode, beyond the first plane too"),
    (r"{\uc2 \u263\'63\'63}x {\uc0 \u263}y", "ćx ćy", "letters that stand in for Unicode ones"),
    (r"{\f1 \'cc\'fd\'f0}", "Мэр", "a font's own letters"),
    (r"{\f2 \'93\'fa\'96\'7b}", "日本", "letters of two bytes"),
    (r"a\~b\_c\-d \{e\} \\", "a\u00a0b-cd {e} \\", "signs behind a backslash"),
    (r"costs {\deleted 6}{\revised 7} million", "costs 7 million", "tracked changes"),
    (r"One {\deleted\par}goes on.\par", "One goes on.", "a paragraph end taken out"),
    (r"seen{\v  hidden}\v no\v0  again", "seen again", "hidden words"),
    (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}} here", "a link here", "a field"),
    (r"5 million{\super\chftn}{\footnote\pard\plain\chftn  Without tax.} in all.\par End.\par",
     "5 million in all.\n\nWithout tax.\n\nEnd.", "a note behind its paragraph"),
    (r"One.{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv 3}}{\shptxt\pard In the box.\par}}{\shprslt no}}\par Two.\par",
     "One.\n\nIn the box.\n\nTwo.", "a box behind its paragraph"),
    (r"Open{\*\atnid ed}{\*\annotation Sure?}.", "Open.", "a comment"),
    (r"{\pict\wmetafile8 0102ff}x{\*\unknown y}{\object{\objdata 00}{\result z}}", "xz", "pictures and the unknown"),
    (r"{\upr{caf?}{\*\ud{caf\u233?}}}", "café", "a text given twice"),
    ("{\\bin4 }}{{x}", "x", "binary data"),
    (r"{\listtext\tab 1.\tab}one\par\pard two\par", "- one\n\ntwo", "an item"),
    (ROW.format("", "Port", "Ships") + ROW.format("", "Senna", "12") + r"\pard End.\par",
     "Port: Senna | Ships: 12\n\nEnd.", "a table"),
    (ROW.format(r"\trhdr", "Name", "Office") + ROW.format("", "Ana", "mayor"), "Name: Ana | Office: mayor",
     "a row marked as header"),
    (r"\trowd\cellx2000\cellx6000\intbl Port\cell Ships\cell\row\trowd\cellx2000\cellx4000\cellx6010 \cell 2022\cell"
     r" 2023\cell\row\trowd\cellx2000\cellx4000\cellx6000 Senna\cell 11\cell 12\cell\row",
     "Port: Senna | Ships 2022: 11 | Ships 2023: 12", "a header over two columns"),
    (ROW.format("", "Port", "Ships") + ROW.format("", "Senna", r"12{\footnote\pard Until June.}") + r"\pard End.\par",
     "Port: Senna | Ships: 12\n\nUntil June.\n\nEnd.", "a note of a cell"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), BODIES, ids=[one[2] for one in BODIES])
def test_what_is_read(body: str, text: str, reason: str) -> None:
    assert text_of(rtf(body), Media.RTF) == text, reason


def test_the_title_by_its_style() -> None:
    body = r"\pard\s15 Quay to open\par\pard By Ana Lima\par 2 May 2022\par The quay opens in June, the board said.\par"
    article = document_of(rtf(body), Media.RTF).article
    assert (article.title, article.authors, str(article.published)) == ("Quay to open", ("Ana Lima",), "2022-05-02")


BROKEN = [
    (b"hello", "none"),
    (rtf("text")[:-1], "cut off"),
    (rtf(""), "no words"),
    (rtf("{" * DEEPEST + "x" + "}" * DEEPEST), "nested too deep"),
    (rtf(r"{\bin99999999 x}"), "binary data beyond the end"),
]


@pytest.mark.parametrize(("raw", "reason"), BROKEN, ids=[one[1] for one in BROKEN])
def test_broken_files_are_one_line(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError) as raised:
        text_of(raw, Media.RTF)
    assert "\n" not in str(raised.value), reason


_WORDS = (
    r"{ } \v \par \'e9 \u-3? \cell \row \trowd \cellx9 \footnote ab \* \shptxt \deleted \upr \ud \f1 \uc0 \bin1 \intbl"
)
WORDS = st.sampled_from(_WORDS.split())


@given(st.lists(WORDS, max_size=30))
def test_any_order_of_words_is_text_or_one_line(words: list[str]) -> None:
    try:
        text_of(rtf("x" + " ".join(words)), Media.RTF).encode()
    except InputError as error:
        assert "\n" not in str(error)
