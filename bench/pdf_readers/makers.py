"""The tools that make the PDFs, each loaded when it is first used; a tool that is missing is left out."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

from bench.pdf_readers.printed import FIRST_PAGE, HEAD, MARK, NOTES, Printed
from bench.pdf_readers.setting import HIGH, WIDE, set_pages
from bench.pdf_readers.web import write_html

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer",
)  # fmt: skip
# Drawing programs put the one letter of a ligature; those that shape text say what it stands for.
_LIGATURES = {"fi": "ﬁ", "fl": "ﬂ"}


def make_reportlab(printed: Printed) -> bytes:
    """Draw line by line; one of the fonts every PDF reader has, but for ligatures, which it lacks."""
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(out := BytesIO(), pagesize=(WIDE, HIGH))
    metrics = import_module("reportlab.pdfbase.pdfmetrics")
    font = "Vera" if printed.layout.ligatures else "Times-Roman"
    if printed.layout.ligatures:
        metrics.registerFont(import_module("reportlab.pdfbase.ttfonts").TTFont(font, _font_file()))
    for page in set_pages(printed, lambda text, size: float(metrics.stringWidth(text, font, size))):
        for line in page:
            canvas.setFont(font, line.size)
            canvas.drawString(line.x, line.y, _ligated(line.text, printed), wordSpace=line.gap)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def make_fpdf2(printed: Printed) -> bytes:
    """Draw word by word in an embedded font."""
    pdf = import_module("fpdf").FPDF(unit="pt", format=(WIDE, HIGH))
    pdf.add_font("Vera", fname=_font_file())

    def measure(text: str, size: float) -> float:
        pdf.set_font("Vera", size=size)
        return float(pdf.get_string_width(text))

    for page in set_pages(printed, measure):
        pdf.add_page()
        for line in page:
            x = line.x
            for word in line.text.split(" "):
                pdf.set_font("Vera", size=line.size)
                pdf.text(x, HIGH - line.y, _ligated(word, printed))
                x += measure(f"{word} ", line.size) + line.gap
    return bytes(pdf.output())


def make_chromium(printed: Printed) -> bytes:
    """Print a web page with the browser."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise ImportError("chromium")
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(write_html(printed), encoding="utf-8")
        command = [program, *_FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return out.read_bytes()


def make_weasyprint(printed: Printed) -> bytes:
    """Print the same web page with another engine."""
    return bytes(import_module("weasyprint").HTML(string=write_html(printed)).write_pdf())


def make_typst(printed: Printed) -> bytes:
    """Typeset as a report is: its own hyphens, ligatures and footnotes."""
    layout = printed.layout
    head = f"header: {_quoted(HEAD)}, numbering: {_quoted('1')}, " if layout.heads else ""
    title = f"#text(16pt, {_quoted(printed.title)})"
    parts = [
        f'#set page(paper: "a4", margin: 50pt, {head}columns: {layout.columns})',
        f"#counter(page).update({FIRST_PAGE})",
        f"#set text(10pt, ligatures: {_yes(layout.ligatures)}, hyphenate: {_yes(layout.hyphens)})",
        "#set par(justify: true)",
        f'#place(top, float: true, scope: "parent")[{title}]' if layout.wide_title else title,
    ]
    for number, sentences in enumerate(printed.paragraphs):
        told = "".join(
            f"#footnote[#{_quoted(NOTES[int(part) - 1])}]" if at % 2 else f"#{_quoted(part)};"
            for at, part in enumerate(MARK.split(" ".join(sentences)))
        )
        parts.append(f"#[#set par(leading: {0.9 if layout.uneven and number % 2 else 0.6}em)\n{told}\n\n]")
        if number == 2 and printed.rows:
            cells = ", ".join(_quoted(cell) for row in printed.rows for cell in row)
            parts.append(f"#table(columns: 3, stroke: none, {cells})")
        if number == 2 and printed.quote:
            parts.append(f'#place(auto, float: true, scope: "parent", text(14pt, {_quoted(printed.quote)}))')
    return bytes(import_module("typst").compile("\n\n".join(parts).encode()))


def turn_pages(pdf: bytes, sideways: bool) -> bytes:
    """Have each page shown turned by a quarter; `sideways` draws it the other way, so that it is seen upright."""
    from pypdf import PdfReader, PdfWriter, Transformation
    from pypdf.generic import RectangleObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        if sideways:
            page.add_transformation(Transformation().rotate(90).translate(high, 0))
            page.mediabox = page.cropbox = RectangleObject((0, 0, high, wide))
        page.rotate(90)
    writer.write(out := BytesIO())
    return out.getvalue()


def _font_file() -> str:
    return str(Path(str(import_module("reportlab").__file__)).parent / "fonts" / "Vera.ttf")


def _ligated(text: str, printed: Printed) -> str:
    for letters, sign in _LIGATURES.items() if printed.layout.ligatures else ():
        text = text.replace(letters, sign)
    return text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _yes(value: bool) -> str:
    return "true" if value else "false"


MAKERS: dict[str, Callable[[Printed], bytes]] = {
    "reportlab": make_reportlab,
    "fpdf2": make_fpdf2,
    "Chromium": make_chromium,
    "WeasyPrint": make_weasyprint,
    "Typst": make_typst,
}
"""A maker raises ImportError, or OSError for a library of the system, where its tool is missing."""
# The tools that are told the place of each line, and so the order of drawing.
DRAWING = frozenset({"reportlab", "fpdf2"})
