"""Word files: what the document says once its changes are accepted, and nothing that is not part of it."""

import pytest

from ingest.errors import InputError
from ingest.raw import Media
from ingest.read.office.package import DEEPEST
from tests.ingest.office_files import cell, document_of, pack, para, row, run, table, text_of, word

DEL = '<w:del w:id="1" w:author="ed"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
INS = '<w:ins w:id="2" w:author="ed">{}</w:ins>'
MARK_DELETED = '<w:rPr><w:del w:id="3" w:author="ed"/></w:rPr>'
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{}Reference w:id="{}"/></w:r>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ d</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

CHANGES = [
    (para(run("It costs ") + DEL.format("6 million") + INS.format(run("7 million")) + run(" euros.")),
     "It costs 7 million euros.", "words replaced"),
    (para("One.") + para(INS.format(run("Two."))), "One.\n\nTwo.", "a paragraph put in"),
    (para("One.") + para(DEL.format("Two."), MARK_DELETED) + para("Three."), "One.\n\nThree.", "a paragraph taken out"),
    (para(run("The mayor "), MARK_DELETED) + para("said no."), "The mayor said no.", "a paragraph end taken out"),
    (para(run("Last."), MARK_DELETED), "Last.", "a last paragraph end taken out"),
    (para("<w:moveFrom w:id='4'>" + run("Moved. ") + "</w:moveFrom>" + run("First. ") + "<w:moveTo w:id='5'>"
          + run("Moved.") + "</w:moveTo>"), "First. Moved.", "moved words once"),
    (para("<w:moveFrom w:id='4'>" + run("Moved.") + "</w:moveFrom>", "<w:rPr><w:moveFrom w:id='6'/></w:rPr>")
     + para("First.") + para("<w:moveTo w:id='5'>" + run("Moved.") + "</w:moveTo>"), "First.\n\nMoved.",
     "a moved paragraph once"),
    (para(INS.format(run("kept ") + "<w:del w:id='7'>" + run("not kept ") + "</w:del>") + run("end")), "kept end",
     "put in and taken out again"),
    (para("<w:hyperlink r:id='x'>" + INS.format(run("a link")) + "</w:hyperlink>"), "a link", "put in inside a link"),
    (table(row("Port", "Ships"), row("Senna", "12"), row("Tarn", "30", properties="<w:del w:id='8'/>")),
     "Port: Senna | Ships: 12", "a row taken out"),
    (table(row("Port", "Ships"), row("Senna", cell(para(DEL.format("12") + INS.format(run("14")))))),
     "Port: Senna | Ships: 14", "a cell changed"),
    (para(run("big", "<w:rPrChange w:id='9'><w:rPr><w:b/></w:rPr></w:rPrChange>")), "big", "only its look changed"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), CHANGES, ids=[one[2] for one in CHANGES])
def test_tracked_changes_are_accepted(body: str, text: str, reason: str) -> None:
    assert text_of(word(body), Media.DOCX) == text, reason


def note(kind: str, key: int, text: str) -> str:
    return f'<w:{kind} w:id="{key}">{para("<w:r><w:" + kind + "Ref/></w:r>" + run(" " + text))}</w:{kind}>'


def test_notes_and_boxes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    body = (
        para(run("It cost 5 million") + NOTE.format("footnote", 2) + run(" in all.") + BOX.format(para("In the box.")))
        + para(run("It opens in May.") + NOTE.format("endnote", 2))
        + para("The end.")
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>'
    raw = word(
        body,
        footnotes=separator + note("footnote", 2, "Without tax.") + note("footnote", 3, "Never referred to."),
        endnotes=note("endnote", 2, "If it is dry."),
        comments='<w:comment w:id="0">' + para("Check this!") + "</w:comment>",
    )
    assert text_of(raw, Media.DOCX) == (
        "It cost 5 million in all.\n\nWithout tax.\n\nIn the box.\n\nIt opens in May.\n\nIf it is dry.\n\nThe end."
    )


def test_the_note_of_deleted_words_is_not_read() -> None:
    body = para(run("It opens.") + "<w:del>" + NOTE.format("footnote", 2) + "</w:del>")
    assert text_of(word(body, footnotes=note("footnote", 2, "It does not.")), Media.DOCX) == "It opens."


def test_what_cells_refer_to_stands_behind_the_table() -> None:
    grid = table(
        row("Port", "Ships"), row("Senna", cell(para(run("12") + NOTE.format("footnote", 2)))), row("Tarn", "9")
    )
    raw = word(grid + para("End."), footnotes=note("footnote", 2, "Until June."))
    assert text_of(raw, Media.DOCX) == "Port: Senna | Ships: 12\nPort: Tarn | Ships: 9\n\nUntil June.\n\nEnd."


def test_headers_footers_and_comments_are_not_article_text() -> None:
    body = para(
        '<w:commentRangeStart w:id="0"/>' + run("The quay opens.") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    raw = word(body, comments=para("Really?"), header1=para("DRAFT 3"), footer1=para("Page 1"))
    assert text_of(raw, Media.DOCX) == "The quay opens."


WORDS = [
    (para(FIELD.format(run("4 May"))), "4 May", "a field shows its result"),
    (para(run("seen") + run(" hidden", "<w:vanish/>")), "seen", "hidden words"),
    (para(run("shown", '<w:vanish w:val="0"/>')), "shown", "words that are not hidden"),
    (para("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc", "tabs and line ends"),
    (para("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r>"), "well-known", "a hard hyphen"),
    (para("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + run("typed in") + "</w:sdtContent></w:sdt>"),
     "typed in", "a content control in a line"),
    ("<w:sdt><w:sdtContent>" + para("a block") + "</w:sdtContent></w:sdt>", "a block", "one around a block"),
    (para("<w:ruby><w:rt>" + run("kana") + "</w:rt><w:rubyBase>" + run("字") + "</w:rubyBase></w:ruby>"), "字", "ruby"),
    (para("Contents 3", '<w:pStyle w:val="T1"/>') + para("Text."), "Text.", "a table of contents"),
    (para("one", '<w:pStyle w:val="LB"/>') + para("two", '<w:numPr><w:numId w:val="3"/></w:numPr>'), "- one\n\n- two",
     "items by style and by number"),
    (para("none", '<w:numPr><w:numId w:val="0"/></w:numPr>'), "none", "an item number taken away"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), WORDS, ids=[one[2] for one in WORDS])
def test_words(body: str, text: str, reason: str) -> None:
    assert text_of(word(body), Media.DOCX) == text, reason


SPAN2 = '<w:gridSpan w:val="2"/>'
TABLES = [
    (table(row("Port", "Ships"), row("Senna", "12")), "Port: Senna | Ships: 12", "words above numbers"),
    (table(row("Name", "Office", properties="<w:tblHeader/>"), row("Ana", "mayor")), "Name: Ana | Office: mayor",
     "a row marked as header"),
    (table(row(*(cell(para(run(name, "<w:b/>"))) for name in ("Name", "Office"))), row("Ana", "mayor")),
     "Name: Ana | Office: mayor", "a bold first row"),
    (table(row("Ana", "mayor"), row("Bo", "clerk")), "Ana | mayor\nBo | clerk", "no header is made up"),
    (table(row("Area", "12 km2"), row("People", "4,500")), "Area | 12 km2\nPeople | 4,500", "names and values"),
    (table(row("Port", cell("Ships", SPAN2)), row("", "2022", "2023"), row("Senna", "11", "12")),
     "Port: Senna | Ships 2022: 11 | Ships 2023: 12", "a header over two columns"),
    (table(row("Coast", "Port", "Ships"), row(cell("North", '<w:vMerge w:val="restart"/>'), "Senna", "12"),
           row(cell("", "<w:vMerge/>"), "Tarn", "9")),
     "Coast: North | Port: Senna | Ships: 12\nCoast: North | Port: Tarn | Ships: 9", "a cell over two rows"),
    (table(row("Port", "Ships"), row(cell("North", SPAN2)), row("Senna", "12")), "Port: Senna, North | Ships: 12",
     "a line over all columns"),
    (table(row(cell(para("One.") + para("Two.")))), "One. Two.", "a frame of one cell"),
    (table(row("Port", "Ships"), row("Senna", cell(table(row("a", "b")) + para("12")))),
     "Port | Ships\nSenna | a; b 12", "a table in a cell"),
    (table(row("Port", "Ships"), "<w:sdt><w:sdtContent>" + row("Senna", "12") + "</w:sdtContent></w:sdt>"),
     "Port: Senna | Ships: 12", "a row in a content control"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), TABLES, ids=[one[2] for one in TABLES])
def test_tables(body: str, text: str, reason: str) -> None:
    assert text_of(word(body), Media.DOCX) == text, reason


def test_the_title_is_the_one_in_its_style_and_the_author_none_of_the_program() -> None:
    body = (
        para("Quay to open", '<w:pStyle w:val="Titel"/>')
        + para("By Ana Lima")
        + para("2 May 2022")
        + para("The quay opens in June, the harbour board said on Monday.")
    )
    article = document_of(word(body), Media.DOCX).article
    assert (article.title, article.authors, str(article.published)) == ("Quay to open", ("Ana Lima",), "2022-05-02")
    assert article.text == "The quay opens in June, the harbour board said on Monday."


def test_the_main_part_may_have_another_name_and_the_strict_namespace() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        ' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    raw = pack(
        {
            "_rels/.rels": relations,
            "word/document2.xml": f"<w:document {strict}><w:body>{para('Hello there.')}</w:body></w:document>",
        }
    )
    assert text_of(raw, Media.DOCX) == "Hello there."


LAUGHS = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
BROKEN = [
    (pack({"word/document.xml": LAUGHS + "<d>&b;</d>"}), "entities"),
    (pack({"word/document.xml": "<w>" * (DEEPEST + 1) + "</w>" * (DEEPEST + 1)}), "depth"),
    (pack({"word/document.xml": b"<w:document"}), "cut XML"),
    (pack({"other.xml": "<a/>"}), "another kind of archive"),
    (word(""), "no words"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "one with a password"),
]


@pytest.mark.parametrize(("raw", "reason"), BROKEN, ids=[one[1] for one in BROKEN])
def test_broken_files_are_one_line(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError) as raised:
        text_of(raw, Media.DOCX)
    assert "\n" not in str(raised.value), reason


def test_a_small_file_that_unpacks_to_a_huge_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.office.package.MOST_UNPACKED_BYTES", 10_000)
    with pytest.raises(InputError, match="unpacks to more than"):
        text_of(word(para("x" * 20_000)), Media.DOCX)
