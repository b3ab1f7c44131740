"""Stories as office files: by a library, and by hand in the forms that office programs write."""

import io
import re
from xml.sax.saxutils import escape

import docx

from tests.ingest import office_files as office
from tests.ingest.test_odt import odt as odt_file
from tests.ingest.test_rtf import rtf as rtf_file
from tests.ingest.test_xlsx import book
from tests.ingest.words.bodies import Story


def docx_library(story: Story) -> bytes:
    """Write a Word file with python-docx."""
    made = docx.Document()
    made.add_heading(story.title, 0)
    for block in story.blocks:
        if block.kind == "table":
            table = made.add_table(len(block.rows), len(block.rows[0]))
            for at, row in enumerate(block.rows):
                for number, cell in enumerate(row):
                    table.cell(at, number).text = cell
        elif block.kind == "heading":
            made.add_heading(block.lines[0], 2)
        else:
            for line in block.lines:
                made.add_paragraph(line, "List Bullet" if block.kind == "items" else None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def docx_hand(story: Story, pieces: int = 0) -> bytes:
    """Write the XML that Word writes; with `pieces` each paragraph is cut into runs of so many letters."""

    def para(text: str, style: str = "") -> str:
        parts = re.findall(f"(?s).{{1,{pieces}}}", text) if pieces else [text]
        runs = "".join(office.run(escape(part), "<w:b/>" * (n % 2)) for n, part in enumerate(parts))
        return office.para(runs, f'<w:pStyle w:val="{style}"/>' if style else "")

    body = [para(story.title, "Titel")]
    for block in story.blocks:
        if block.kind == "table":
            body.append(office.table(*(office.row(*map(escape, row)) for row in block.rows)))
        else:
            style = {"heading": "H2", "items": "LB"}.get(block.kind, "")
            body += [para(line, style) for line in block.lines]
    return office.word("".join(body))


def docx_wrapped(story: Story) -> bytes:
    """Write paragraphs inside content controls, links, insertions and smart tags, as editors leave them."""
    wraps = (
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        '<w:ins w:author="a">{}</w:ins>',
        "<w:smartTag>{}</w:smartTag>",
        '<w:moveTo w:author="a">{}</w:moveTo>',
        "<w:fldSimple>{}</w:fldSimple>",
    )
    lines = [story.title, *filter(None, story.text.split("\n"))]
    body = [office.para(wraps[n % len(wraps)].format(office.run(escape(line)))) for n, line in enumerate(lines)]
    return office.word("".join(body))


def odt_hand(story: Story, spans: bool = False) -> bytes:
    """Write an OpenDocument text; with `spans` each word is one, inside sections and lists as writers nest them."""

    def para(text: str, tag: str = "text:p") -> str:
        said = escape(text)
        if spans:
            said = "".join(f"<text:span>{part}</text:span>" for part in re.split(r"(?<= )", said))
        return f"<{tag}>{said}</{tag}>"

    body = [f"<text:p text:style-name='P1'>{escape(story.title)}</text:p>"]
    for block in story.blocks:
        if block.kind == "table":
            rows = "".join(
                "<table:table-row>" + "".join(f"<table:table-cell>{para(c)}</table:table-cell>" for c in row)
                + "</table:table-row>"
                for row in block.rows
            )  # fmt: skip
            body.append(f"<table:table>{rows}</table:table>")
        elif block.kind == "items":
            items = "".join(f"<text:list-item>{para(line)}</text:list-item>" for line in block.lines)
            body.append(f"<text:list>{items}</text:list>")
        else:
            body += [para(line, "text:h" if block.kind == "heading" else "text:p") for line in block.lines]
    inside = "".join(body)
    return odt_file(f"<text:section>{inside}</text:section>" if spans else inside)


def rtf_hand(story: Story, unicode: bool = False) -> bytes:
    """Write Rich Text; letters by code page where it has them, or all as Unicode, each word in a group of its own."""

    def said(text: str) -> str:
        made = "".join(_rtf_letter(letter, unicode) for letter in text)
        return " ".join(f"{{\\b {word}}}" if unicode and n % 2 else word for n, word in enumerate(made.split(" ")))

    body = [rf"\pard\s15 {said(story.title)}\par"]
    for block in story.blocks:
        for row in block.rows:
            body.append(r"\trowd" + "".join(rf"\cellx{2000 * n}" for n in range(1, len(row) + 1)) + r"\pard\intbl ")
            body.append("".join(said(cell) + r"\cell " for cell in row) + r"\row")
        style = r"\pard\s16 {\listtext\tab -\tab}" if block.kind == "items" else r"\pard\plain "
        body += [style + said(line) + r"\par" for line in block.lines]
    return rtf_file("\n".join(body))


def _rtf_letter(letter: str, unicode: bool) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter.isascii():
        return letter
    coded = letter.encode("cp1252", "ignore")
    return f"\\'{coded[0]:02x}" if coded and not unicode else f"\\u{ord(letter)}?"


def xlsx_rows(story: Story, shared: bool = False, runs: bool = False) -> bytes:
    """Write a workbook of one row; its words inline, or shared, whole or in runs."""
    values = ("id", "title", "text", "1", story.title, story.text)

    def inside(text: str) -> str:
        parts = re.split(r"(?<= )", text) if runs else [text]
        made = [f'<t xml:space="preserve">{escape(part)}</t>' for part in parts]
        return "".join(f"<r>{part}</r>" for part in made) if runs else made[0]

    cells = [f'<c t="s"><v>{n}</v></c>' if shared else f'<c t="inlineStr"><is>{inside(v)}</is></c>'
             for n, v in enumerate(values)]  # fmt: skip
    sheet = "".join(f"<row>{''.join(part)}</row>" for part in (cells[:3], cells[3:]))
    strings = "".join(f"<si>{inside(v)}</si>" for v in values)
    return book(("News", f"<sheetData>{sheet}</sheetData>"), strings=strings)


def xlsx_table(story: Story) -> bytes:
    """Write a workbook that is no list of articles: the story's lines, two in a row under a header."""
    lines = [line for block in story.blocks for line in (*block.lines, *(cell for row in block.rows for cell in row))]
    lines += [""] * (len(lines) % 2)
    pairs = list(zip(lines[::2], lines[1::2], strict=True))
    rows = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(v)}</t></is></c>' for v in pair) + "</row>"
        for pair in (("Place", "Said"), ("Title", story.title), *pairs)
    )
    return book(("Sheet", f"<sheetData>{rows}</sheetData>"))
