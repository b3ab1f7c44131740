"""OpenDocument texts: what is shown once all changes are accepted."""

import pytest

from ingest.errors import InputError
from ingest.raw import Media
from tests.ingest.office_files import document_of, pack, text_of

SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = (
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/><style:style'
    ' style:name="T9"><style:text-properties text:display="none"/></style:style></office:automatic-styles>'
)


def odt(body: str) -> bytes:
    content = f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}</office:text></office:body>"
    return pack(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"{content}</office:document-content>"}
    )


def cells(*texts: str) -> str:
    made = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row>{made}</table:table-row>"


NOTE = (
    "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>Without tax.</text:p></text:note-body></text:note>"
)
BODIES = [
    ("<text:tracked-changes><text:changed-region><text:deletion><text:p>6 million</text:p></text:deletion>"
     "</text:changed-region></text:tracked-changes><text:p>It costs <text:change text:change-id='a'/>"
     "<text:change-start/>7 million<text:change-end/> euros.</text:p>", "It costs 7 million euros.", "tracked changes"),
    (f"<text:p>It cost 5 million{NOTE} in all.</text:p><text:p>End.</text:p>",
     "It cost 5 million in all.\n\nWithout tax.\n\nEnd.", "a note behind its paragraph"),
    ("<text:p>One<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame> two.</text:p>",
     "One two.\n\nIn the box.", "a box behind its paragraph"),
    ("<text:p>Open<office:annotation><dc:creator>ed</dc:creator><text:p>Sure?</text:p></office:annotation>.</text:p>",
     "Open.", "a comment"),
    ("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d   \n e<text:span> f</text:span></text:p>",
     "a  b\tc\nd e f", "spaces and line ends"),
    ("<text:p>seen<text:span text:style-name='T9'> not</text:span></text:p>", "seen", "hidden words"),
    ("<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p><text:list>"
     "<text:list-item><text:p>three</text:p></text:list-item></text:list></text:list-item></text:list>",
     "- one\n\n- two\n\n- three", "items"),
    ("<text:table-of-content><text:index-body><text:p>Part 3</text:p></text:index-body></text:table-of-content>"
     "<text:section><text:p>Text.</text:p></text:section>", "Text.", "a table of contents and a section"),
    (f"<table:table>{cells('Port', 'Ships')}{cells('Senna', '12')}</table:table>",
     "Port: Senna | Ships: 12", "a table"),
    (f"<table:table><table:table-header-rows>{cells('Name', 'Office')}</table:table-header-rows>{cells('Ana', 'mayor')}"
     "</table:table>", "Name: Ana | Office: mayor", "a table with a header row"),
    ("<table:table>" + cells("Coast", "Ships") + "<table:table-row><table:table-cell table:number-rows-spanned='2'>"
     "<text:p>North</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>"
     "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>9</text:p></table:table-cell>"
     "</table:table-row></table:table>", "Coast: North | Ships: 12\nCoast: North | Ships: 9", "a cell over two rows"),
    (f"<table:table>{cells('Port', 'Ships')}{cells('Senna', '12' + NOTE)}</table:table><text:p>End.</text:p>",
     "Port: Senna | Ships: 12\n\nWithout tax.\n\nEnd.", "a note of a cell"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), BODIES, ids=[one[2] for one in BODIES])
def test_what_is_read(body: str, text: str, reason: str) -> None:
    assert text_of(odt(body), Media.ODT) == text, reason


def test_the_title_by_its_style() -> None:
    body = "<text:p text:style-name='P1'>Quay to open</text:p><text:p>By Ana Lima</text:p><text:p>2 May 2022</text:p>"
    article = document_of(odt(f"{body}<text:p>The quay opens in June, the board said.</text:p>"), Media.ODT).article
    assert (article.title, article.authors, str(article.published)) == ("Quay to open", ("Ana Lima",), "2022-05-02")


@pytest.mark.parametrize("raw", [odt(""), pack({"content.xml": b"\x8f\x02"}), pack({"x": ""}), b"PK\x03\x04"])
def test_broken_files_are_one_line(raw: bytes) -> None:
    with pytest.raises(InputError) as raised:
        text_of(raw, Media.ODT)
    assert "\n" not in str(raised.value)
