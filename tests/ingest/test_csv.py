"""Rows as spreadsheets export them: marks, delimiters, quotes, encodings."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from ingest.errors import InputError
from ingest.raw import Failure, RawArticle
from ingest.read.rows import read_csv
from ingest.read.source import read_source

NAMES = "id;title;text;published;publisher\r\n"
FILES = [
    ("\ufeff" + NAMES + "7;Quay;The quay opens.;2024-05-02;Coast Post\r\n", "utf-8", "a mark and semicolons"),
    (NAMES + "7;Quay;The quay opens.;2024-05-02;Coast Post\r\n", "utf-16", "UTF-16"),
    (NAMES.replace(";", "\t") + "7\tQuay\tThe quay opens.\t2024-05-02\tCoast Post\r\n", "utf-16", "Unicode text"),
    ("sep=;\r\n" + NAMES + "7;Quay;The quay opens.;2024-05-02;Coast Post\r\n", "cp1252", "a line with the delimiter"),
    (NAMES.replace("\r\n", "\r") + "7;Quay;The quay opens.;2024-05-02;Coast Post\r", "utf-8", "line ends of old Macs"),
    ("\r\n" + NAMES + ";;;;\r\n7;Quay;The quay opens.;2024-05-02;Coast Post;;\r\n", "utf-8", "empty lines and cells"),
    ('id;title;text;"published";"publisher\r\n"\r\n7;Quay;The quay opens.;2024-05-02;Coast Post\r\n', "utf-8",
     "a line end in a name"),
    ('id;"title, or headline, or name, or so";title;text;published;publisher\r\n'
     '7;x;Quay;The quay opens.;2024-05-02;Coast Post\r\n', "utf-8", "commas in a name in quotes"),
    (NAMES + "7;Quay;The quay opens.;02.05.2024;Coast Post\r\n", "utf-8", "the day first"),
    (NAMES + '7;"Quay";"The quay opens.";"2.5.2024 08:30";"Coast Post"\r\n', "utf-8", "quotes everywhere"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding", "reason"), FILES, ids=[one[2] for one in FILES])
def test_exports(text: str, encoding: str, reason: str) -> None:
    (found,) = read_csv(BytesIO(text.encode(encoding)), "a.csv")
    assert isinstance(found, RawArticle), reason
    assert (found.id, found.title, found.text, found.published, found.publisher) == (
        "7", "Quay", "The quay opens.", date(2024, 5, 2), "Coast Post"
    ), reason  # fmt: skip


def test_letters_of_the_old_code_page_line_ends_in_quotes_and_decimal_commas() -> None:
    raw = (NAMES + '7;Café;"Größe: 22,5 Mio.\r\nZweite Zeile; mit ""Zitat"".";2024-05-02;Küste\r\n').encode("cp1252")
    (found,) = read_csv(BytesIO(raw), "a.csv")
    assert isinstance(found, RawArticle)
    assert (found.title, found.publisher) == ("Café", "Küste")
    assert found.text == 'Größe: 22,5 Mio.\r\nZweite Zeile; mit "Zitat".'


def test_a_day_that_may_be_either_stays_unread() -> None:
    (found,) = read_csv(BytesIO((NAMES + "7;a;b;03/05/2024;c\n").encode()), "a.csv")
    assert isinstance(found, RawArticle)
    assert found.published is None


ORDERS = [
    (["03/05/2024", "14/05/2024"], ["2024-05-03", "2024-05-14"], "a day above twelve comes first"),
    (["03/05/2024 08:30", "05-14-2024"], ["2024-03-05", "2024-05-14"], "a month comes first, with a clock"),
    (["03/05/2024", "14/05/2024", "05/14/2024"], ["None", "2024-05-14", "2024-05-14"], "both are proved"),
    (["03/05/2024", "2024-05-14"], ["None", "2024-05-14"], "a year that comes first proves nothing"),
    (["05/05/2024", "03/05/2024"], ["2024-05-05", "None"], "neither does a day that is its month"),
]


@pytest.mark.parametrize(("days", "expected", "reason"), ORDERS, ids=[row[2] for row in ORDERS])
def test_the_other_rows_say_which_number_is_the_day(days: list[str], expected: list[str], reason: str) -> None:
    rows = "".join(f"{at};a;b {day};{day};c\n" for at, day in enumerate(days))
    found = list(read_csv(BytesIO((NAMES + rows).encode()), "a.csv"))
    assert [str(one.published) for one in found if isinstance(one, RawArticle)] == expected, reason


HEADS = [
    ("Nr;Titel;Text;Datum;Quelle;Autor", "German"),
    ("Nr;Titre;Texte;Date de publication;Journal;Auteur", "French"),
    ("Nr;Título;Texto;Fecha;Fuente;Autora", "Spanish"),
    ("Nr;Titolo;Testo;Data;Fonte;Autore", "Italian"),
    ("Nr;Kop;Tekst;Datum;Krant;Auteur", "Dutch"),
    ("Nr;Headline;Full text;Publication date;Newspaper;Byline", "with spaces"),
]


@pytest.mark.parametrize(("names", "reason"), HEADS, ids=[row[1] for row in HEADS])
def test_names_of_columns_in_other_languages(names: str, reason: str) -> None:
    raw = f"{names}\n7;Quay;The quay opens.;02.05.2024;Coast Post;Lena Orth\n".encode()
    (found,) = read_csv(BytesIO(raw), "a.csv")
    assert isinstance(found, RawArticle), reason
    assert (found.title, found.text, found.published, found.publisher, found.authors) == (
        "Quay", "The quay opens.", date(2024, 5, 2), "Coast Post", ("Lena Orth",)
    ), reason  # fmt: skip


def test_bad_rows_are_named_by_their_line() -> None:
    raw = "\nsep=;\n" + NAMES + "7;a;;2024-05-02;c\n8;a;b;c;d;e\n"
    found = list(read_csv(BytesIO(raw.encode()), "a.csv"))
    assert [one.source for one in found if isinstance(one, Failure)] == ["a.csv#4", "a.csv#5"]


def test_a_file_of_tabs(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("title\ttext\nQuay\tThe quay, it says, opens.\n", encoding="utf-8")
    (found,) = read_source(tmp_path / "a.tsv")
    assert isinstance(found, RawArticle)
    assert (found.title, found.text) == ("Quay", "The quay, it says, opens.")


def test_broken_names_are_one_line() -> None:
    with pytest.raises(InputError, match="names of the columns"):
        list(read_csv(BytesIO(b'"text"x;"a\n'), "a.csv"))
