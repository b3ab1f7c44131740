"""Encodings: the bytes count, and not the name a page gives them."""

import pytest

from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.text.decode import decode

WORDS = "Gräfin Łucja paid €45 million – “too much”, said Señor Ibáñez – for the café, and £3 for tea. " * 3
WESTERN = WORDS.replace("Ł", "L")
PAGE = (
    "<html><head>{head}<title>Gräfin</title></head><body><article><h1>Gräfin</h1><p>{words}</p></article></body></html>"
)
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
SHORT = '<meta charset="{}">'
CHINESE = "港口周二重新开放，市政府说，十四个月的维修花了四千五百万元。" * 4
RUSSIAN = "Порт снова открылся во вторник, сообщила мэрия, ремонт занял четырнадцать месяцев и стоил дорого. " * 3
JAPANESE = "港は火曜日に再開したと市は発表した。修理には十四か月かかり、費用は四千五百万円だった。" * 3
ROWS = [
    (META.format("iso-8859-1"), WORDS, "utf-8", "UTF-8 that says Latin-1"),
    (META.format("windows-1252"), WORDS, "utf-8", "UTF-8 that says windows-1252"),
    (SHORT.format("us-ascii"), WORDS, "utf-8", "UTF-8 that says ASCII"),
    (SHORT.format("utf-16"), WORDS, "utf-8", "UTF-8 that says UTF-16"),
    (SHORT.format("gb2312"), WORDS, "utf-8", "UTF-8 that says GB2312"),
    (SHORT.format("no-such-thing"), WORDS, "utf-8", "UTF-8 that says nonsense"),
    (META.format("utf-8"), WESTERN, "cp1252", "windows-1252 that says UTF-8"),
    (META.format("iso-8859-1"), WESTERN, "cp1252", "windows-1252 that says Latin-1, as most do"),
    ("", WESTERN, "cp1252", "windows-1252 that says nothing"),
    (SHORT.format("iso-8859-15"), WESTERN.replace("–", "-").replace("“", '"').replace("”", '"'), "iso-8859-15",
     "Latin-9, whose euro stands elsewhere"),
    (SHORT.format("gb2312"), CHINESE, "gb18030", "Chinese"),
    (SHORT.format("iso-8859-1"), CHINESE, "gb18030", "Chinese that says Latin-1"),
    (SHORT.format("windows-1251"), RUSSIAN, "cp1251", "Russian"),
    (SHORT.format("windows-1252"), RUSSIAN, "cp1251", "Russian that says windows-1252"),
    (SHORT.format("shift_jis"), JAPANESE, "cp932", "Japanese"),
    (SHORT.format("iso-2022-jp"), JAPANESE, "iso-2022-jp", "Japanese in seven bits"),
    (SHORT.format("utf-8"), WORDS, "utf-16", "UTF-16 with a mark that says UTF-8"),
    ('<?xml version="1.0" encoding="ISO-8859-1"?>', WESTERN, "cp1252", "an XML declaration"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words", "encoding", "reason"), ROWS, ids=[row[3] for row in ROWS])
def test_pages_are_decoded_by_their_bytes(head: str, words: str, encoding: str, reason: str) -> None:
    title = "Gräfin" if encoding not in ("gb18030", "cp1251", "cp932", "iso-2022-jp") else "Port"
    markup = PAGE.replace("Gräfin", title).format(head="" if head.startswith("<?") else head, words=words)
    raw = ((head if head.startswith("<?") else "") + markup).encode(encoding)
    (found,) = read_bytes(raw, "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    article = prepare(found).article
    assert (article.text, article.title) == (words.strip(), title), reason


def test_signs_of_the_code_page_by_number_and_twice_encoded_text() -> None:
    twice = "Gräfin paid €45 million – “too much”".encode().decode("cp1252", "ignore")
    markup = PAGE.format(head="", words=f"It cost &#128;45 million &#150; &#147;too much&#148;. {twice}. " * 3)
    (found,) = read_bytes(markup.encode(), "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    text = prepare(found).article.text
    assert "It cost €45 million – “too much”." in text
    assert "Gräfin paid €45 million – “too much" in text


def test_a_few_broken_bytes_leave_the_rest_as_it_is() -> None:
    raw = ("naïve café – €5 " * 5).encode() + b"caf\xe9 \x80 5 " + ("São Paulo " * 5).encode() + b"\xc3"
    assert decode(raw, "a") == "naïve café – €5 " * 5 + "café € 5 " + "São Paulo " * 5 + "Ã"
