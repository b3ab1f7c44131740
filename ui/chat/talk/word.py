"""A conversation as a Word file with real footnotes: the five parts Word needs, written by zipfile alone.

HTML under another name would be lighter, but Word warns of it and turns footnotes into links; a library would be one
more thing to install for five short files.
"""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from ui.chat.talk.turns import Talk, Turn
from ui.show.html.part import known

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What XML 1.0 cannot hold.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("footnotes", "footnotes"), ("styles", "styles"))
    )
    + "</Types>"
)
_STYLES = (
    f'{_XML}<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="320"/><w:outlineLvl w:val="1"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)
_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


def _relations(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _run(text: str, more: str = "") -> str:
    return f'<w:r>{more}<w:t xml:space="preserve">{escape(_NO_XML.sub("", text))}</w:t></w:r>'


def _paragraph(inside: str, style: str = "") -> str:
    set_ = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{set_}{inside}</w:p>"


class _Document:
    """The paragraphs and the footnotes so far; a footnote is written where it is first referred to."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        # The line above the notes, which Word looks for under these numbers.
        self.notes: list[str] = [
            f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for n, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]

    def note(self, words: str) -> str:
        """Add a footnote and return the mark of it."""
        number = len(self.notes) - 1
        own = f"<w:r>{_MARK}<w:footnoteRef/></w:r>"
        note = _paragraph(own + _run(f" {words}"), "FootnoteText")
        self.notes.append(f'<w:footnote w:id="{number}">{note}</w:footnote>')
        return f'<w:r>{_MARK}<w:footnoteReference w:id="{number}"/></w:r>'

    def add(self, turn: Turn) -> None:
        """Add a question and its answer."""
        part, notes = turn.part, dict(turn.part.notes)
        self.paragraphs.append(_paragraph(_run(turn.question), "Heading2"))
        if turn.asked and turn.asked != turn.question:
            self.paragraphs.append(_paragraph(_run(f"Understood as: {turn.asked}", "<w:rPr><w:i/></w:rPr>")))
        if part.head:
            self.paragraphs.append(_paragraph(_run(part.head, "<w:rPr><w:b/></w:rPr>")))
        for words, keys in part.lines:
            marks = [self.note(notes[key]) for key in known(part, keys)]
            self.paragraphs.append(_paragraph(_run(words) + _run(" ").join(marks)))


def as_word(talk: Talk) -> bytes:
    """Return the conversation as the bytes of a .docx file."""
    made = _Document()
    for turn in talk.turns:
        made.add(turn)
    body = f'{_XML}<w:document xmlns:w="{_W}"><w:body>{"".join(made.paragraphs)}<w:sectPr/></w:body></w:document>'
    notes = f'{_XML}<w:footnotes xmlns:w="{_W}">{"".join(made.notes)}</w:footnotes>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        package.writestr("word/document.xml", body)
        package.writestr(
            "word/_rels/document.xml.rels", _relations(("footnotes", "footnotes.xml"), ("styles", "styles.xml"))
        )
        package.writestr("word/footnotes.xml", notes)
        package.writestr("word/styles.xml", _STYLES)
    return out.getvalue()
