"""The words of one Word paragraph, with all tracked changes accepted, and the notes and boxes it refers to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Deleted and moved away, codes of fields, marks of notes, the small signs above East Asian words, properties.
_UNREAD = frozenset(
    "del moveFrom delText instrText delInstrText rPr pPr rt footnoteRef endnoteRef annotationRef sdtPr sdtEndPr"
    " commentReference pgNum".split()
)
_PICTURES = frozenset({"drawing", "pict", "object"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Line:
    """A paragraph while it is read."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind ("footnote") and id of each note referred to."""
    boxes: list[Element] = field(default_factory=list)
    """The contents of its text boxes."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.parts)


def read_line(paragraph: Element, line: Line | None = None) -> Line:
    """Read a paragraph; `line` is one whose end was deleted, so that this one goes on in it."""
    line = line or Line()
    _read(paragraph, line)
    return line


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a switch is set among properties."""
    switch = properties.find(name) if properties is not None else None
    return switch is not None and switch.get("val", "true").lower() not in _OFF


def _read(element: Element, line: Line) -> None:
    for part in _visible(element):
        if part.tag == "t":
            line.parts.append(part.text or "")
        elif part.tag in _SIGNS:
            line.parts.append(_SIGNS[part.tag])
        elif part.tag in _NOTES:
            line.notes.append((_NOTES[part.tag], part.get("id", "")))
        elif part.tag in _PICTURES:
            line.boxes += _boxes(part)
        else:
            _read(part, line)


def _visible(element: Element) -> Iterator[Element]:
    """Yield the parts that are shown; of two forms of the same thing the first."""
    for part in element:
        if part.tag in _UNREAD or (part.tag == "r" and is_on(part.find("rPr"), "vanish")):
            continue
        if part.tag == "AlternateContent":
            yield from _visible(next((form for form in part if len(form)), part))
        else:
            yield part


def _boxes(picture: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes of a picture; boxes inside a box come with it."""
    for part in _visible(picture):
        if part.tag == "txbxContent":
            yield part
        else:
            yield from _boxes(part)
