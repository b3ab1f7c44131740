"""Office files made in memory, from the XML that matters alone."""

import zipfile
from io import BytesIO

from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.types import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Titel", "Title"), ("H2", "heading 2"), ("LB", "List Bullet"), ("T1", "toc 1"))
)


def pack(parts: dict[str, str | bytes]) -> bytes:
    """Zip the parts of an office file."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Make a Word file of a body; `parts` are the insides of footnotes, endnotes, comments ..."""
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {WORD_NAMES}>{STYLES}</w:styles>",
    }
    files |= {f"word/{name}.xml": f"<w:{name} {WORD_NAMES}>{inside}</w:{name}>" for name, inside in parts.items()}
    return pack(files)


def run(text: str, properties: str = "") -> str:
    """Make a run of Word text."""
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inside: str, properties: str = "") -> str:
    """Make a Word paragraph; text without tags becomes one run."""
    made = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{made}{inside if inside.startswith('<') or not inside else run(inside)}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """Make a cell of a Word table."""
    made = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{made}{inside if inside.startswith(('<w:p>', '<w:tbl>')) else para(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Make a row of a Word table."""
    made = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{made}{''.join(one if one.startswith('<w:tc>') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    """Make a Word table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def text_of(raw: bytes, media: Media) -> str:
    """Read the text of a file of one article, before it is cleaned."""
    (found,) = read_bytes(raw, f"a.{media}", media)
    assert isinstance(found, RawArticle)
    return found.text


def document_of(raw: bytes, media: Media) -> Document:
    """Read and prepare a file of one article."""
    (found,) = read_bytes(raw, f"a.{media}", media)
    assert isinstance(found, RawArticle)
    return prepare(found)
