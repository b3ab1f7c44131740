"""What an answer was looked for in: said under it, on the chip beside the question box, and carried by its link."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from ui.show.html.text import day, line


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles that are searched."""

    articles: int
    """How many the index has."""
    as_of: date | None = None
    dated_only: bool = False
    index: str = ""
    """The name of the index, empty where there is but one."""

    @property
    def words(self) -> str:
        """What is searched: "all 5 articles", "articles until 7 March 2024, undated left out"."""
        if not self.articles:
            said = "no articles yet"
        elif self.as_of:
            said = f"articles until {day(self.as_of)}" + ("" if self.dated_only else " and undated ones")
        elif self.dated_only:
            said = "all articles"
        else:
            said = f"all {self.articles:,} articles" if self.articles > 1 else "the one article"
        left_out = ", undated left out" if self.dated_only and self.articles else ""
        return f"{said}{left_out}{f', in {self.index}' if self.index else ''}"

    @property
    def query(self) -> str:
        """The part of an address that restores it, empty for all articles of the only index."""
        pairs = {
            "as_of": self.as_of.isoformat() if self.as_of else "",
            "dated": "1" if self.dated_only else "",
            "index": self.index,
        }
        return urlencode({name: value for name, value in pairs.items() if value})


def scope_html(scope: Scope | None) -> str:
    """Return the line under an answer that says what was searched."""
    return f'<p class="nd-scope">Searched: {line(scope.words)}</p>' if scope else ""


def chip_html(words: str) -> str:
    """Return the chip beside the question box, which opens the settings."""
    said = line(words)
    return (
        '<button type="button" class="nd-chip" data-settings="open" '
        f'aria-label="Searched: {said}. Change it in the settings">Searched: {said}</button>'
    )
