"""The terminal a command talks to: its three streams, its width and colour, and the way to an index."""

import json
import os
import re
import sys
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ui.cli.config import places
from ui.show.terminal.text import Paint, one_line

if TYPE_CHECKING:
    from qa.desk import Newsdesk

Opener = Callable[..., "Newsdesk"]
"""Called as opener(folder, reader=..., create=..., status=...); status is None where no encoder will be needed."""

# What JSON leaves as it is and a terminal obeys, or draws in another order.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def open_desk(
    folder: str | None, *, reader: str = "extractive", create: bool = False, status: Callable[[str], None] | None = None
) -> "Newsdesk":
    """Open the index of a folder; with `status` the encoder is made ready first, which is told where it takes long."""
    from qa.desk import Newsdesk

    desk = Newsdesk.open(folder, reader=reader, create=create)
    if status:
        from index.export import ensure_export
        from index.model import find_model

        try:
            ensure_export(find_model(), status)
        except BaseException:
            desk.close()
            raise
    return desk


@dataclass(slots=True)
class Console:
    """Streams and settings of one run; tests hand in their own."""

    out: TextIO
    err: TextIO
    input: TextIO
    environ: MutableMapping[str, str] = field(default_factory=lambda: os.environ)
    opener: Opener = open_desk
    settings: Sequence[Path] = field(default_factory=places)
    """Where `newsdesk.toml` may stand."""
    verbose: bool = False
    """Tells what a command understood and how long it took."""
    quiet: bool = False
    """Keeps progress and hints to itself; what went wrong is always said."""

    @property
    def width(self) -> int:
        """Cells in a line: COLUMNS where it is set, else the window's, else 80."""
        if (named := self.environ.get("COLUMNS", "")).isdecimal() and int(named) > 0:
            return int(named)
        try:
            return os.get_terminal_size(self.out.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    @property
    def paint(self) -> Paint:
        """Colour for a terminal, unless NO_COLOR is set or the terminal knows none."""
        plain = self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb"
        return Paint(self.out.isatty() and not plain)

    def write(self, text: str) -> None:
        """Write a result to standard output."""
        self.out.write(text)

    def line(self, text: str = "") -> None:
        """Write one line of a result, disarmed."""
        self.out.write(one_line(text) + "\n")

    def say(self, text: str) -> None:
        """Write one line on what went wrong to standard error."""
        self.err.write(f"newsdesk: {one_line(text)}\n")
        self.err.flush()

    def hint(self, text: str) -> None:
        """Say what is going on, or what to do next, unless it should be quiet."""
        if not self.quiet:
            self.say(text)

    def detail(self, text: str) -> None:
        """Say what only `--verbose` asks for."""
        if self.verbose:
            self.say(text)

    def json(self, value: object, *, indent: int | None = 2) -> None:
        """Write a value as JSON that is safe to look at and that any reader reads as it was."""
        self.out.write(to_json(value, ascii_only=not is_utf8(self.out), indent=indent) + "\n")

    def desk(
        self, folder: str | None, *, reader: str = "extractive", create: bool = False, encoder: bool = True
    ) -> "Newsdesk":
        """Open an index; `encoder` says that this command will need the embedding model."""
        return self.opener(folder, reader=reader, create=create, status=self.hint if encoder else None)


def to_json(value: object, *, ascii_only: bool = False, indent: int | None = 2) -> str:
    """Return JSON in which terminal controls and marks of direction are escaped, other letters kept as they are."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def is_utf8(stream: TextIO) -> bool:
    """Return whether a stream takes any letter; one without an encoding (in memory) does."""
    encoding = getattr(stream, "encoding", None)
    return encoding is None or encoding.lower().replace("-", "").replace("_", "").startswith("utf")


def standard_console() -> Console:
    """Return the console of this process; letters its streams cannot write are replaced, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
    return Console(sys.stdout, sys.stderr, sys.stdin)
