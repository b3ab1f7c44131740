"""The text of a document while it is read: paragraphs and tables in order, and its title."""

from dataclasses import dataclass, field

from ingest.tables.write import write_table

TITLE_STYLES = frozenset({"title", "titel", "titre", "título", "titolo", "heading 1"})
# A title stands at the top; a heading further down is one of a part.
MOST_BEFORE_TITLE = 3


@dataclass(slots=True)
class Story:
    """Blocks in reading order. Notes and boxes stand behind the paragraph that refers to them."""

    title: str | None = None
    blocks: list[str] = field(default_factory=list)

    def paragraph(self, text: str, style: str = "", *, item: bool = False) -> None:
        """Add a paragraph; `style` is the name of its style in small letters."""
        text = text.strip()
        if not text:
            return
        if self.title is None and style in TITLE_STYLES and len(self.blocks) < MOST_BEFORE_TITLE:
            self.title = " ".join(text.split())
        self.blocks.append(f"- {text}" if item else text)

    def table(self, rows: list[list[str]], headers: int | None) -> None:
        """Add a table of which the first `headers` rows are marked as header; None where nothing says so."""
        self.blocks.append(write_table(rows, headers, above=self.blocks[-1] if self.blocks else ""))

    @property
    def text(self) -> str:
        """All of it, paragraphs parted by blank lines."""
        return "\n\n".join(block for block in self.blocks if block.strip())
