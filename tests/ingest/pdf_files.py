"""PDF files made in memory: words at their places, in the order in which they are drawn."""

from collections.abc import Sequence
from typing import NamedTuple


class At(NamedTuple):
    """A line of text on a page, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


def column(x: float, y: float, *lines: str, size: float = 10, leading: float = 14) -> list[At]:
    """Set lines one below another; an empty one is a gap."""
    return [At(x, y - leading * number, line, size) for number, line in enumerate(lines) if line]


def by_lines(*lines: At) -> list[At]:
    """Draw from the top down and from left to right, whatever the columns."""
    return sorted(lines, key=lambda line: (-line.y, line.x))


def draw(lines: Sequence[At]) -> str:
    """Write the drawing operations of a page, each line by itself."""
    return "\n".join(f"BT /F1 {at.size} Tf 1 0 0 1 {at.x} {at.y} Tm ({_escape(at.text)}) Tj ET" for at in lines)


def draw_at_once(lines: Sequence[At]) -> str:
    """Write the same in one text object with moves from place to place, so that columns run into each other."""
    parts, x, y = ["BT /F1 10 Tf"], 0.0, 0.0
    for at in lines:
        parts.append(f"{at.x - x} {at.y - y} Td ({_escape(at.text)}) Tj")
        x, y = at.x, at.y
    return "\n".join([*parts, "ET"])


def make_pdf(*pages: Sequence[At] | str) -> bytes:
    """Make a PDF of pages, each given by its lines or by its drawing operations."""
    streams = [page if isinstance(page, str) else draw(page) for page in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    made = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
