"""The pile of files that is read, rewritten and removed from: every text says whose it is and which version."""

import json
import os
import random
import re
from pathlib import Path

ROWS = "rows.jsonl"
NAMES = tuple(f"a{n}" for n in range(10))
ROW_NAMES = tuple(f"r{n}" for n in range(8))
_SAID = re.compile(r"Item (\w+) has state (\d+) in part (\d+)\.")


def body(name: str, number: int) -> str:
    """Return the text of a version: every paragraph carries name and number, so that a mixture shows."""
    parts = range(1 + number % 5)
    return "\n\n".join(f"Item {name} has state {number} in part {part}. It goes on." for part in parts)


def version_of(text: str) -> tuple[str, int]:
    """Return name and number of a text that is one whole version; AssertionError where it is half of one or mixed."""
    said = _SAID.match(text)
    assert said, f"no version at all: {text[:80]!r}"
    name, number = said[1], int(said[2])
    assert text == body(name, number), f"half a version, or two mixed: {text!r}"
    return name, number


def check_quote(quote: str, start: int, end: int) -> None:
    """Hold a citation against the version it quotes: AssertionError where the words do not stand at its place."""
    said = _SAID.search(quote)
    if said:
        text = body(said[1], int(said[2]))
        assert text[start:end] == quote, f"{quote!r} does not stand at {start}:{end} of {text!r}"


class Pile:
    """A folder of articles, a file each, and one file of many rows. Files are replaced whole, as editors do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Write the first version of everything."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            self.write(name, 1)
        self.write_rows(dict.fromkeys(ROW_NAMES, 1))

    def file(self, name: str) -> Path:
        """Return the file of an article."""
        return self.folder / f"{name}.md"

    def write(self, name: str, number: int) -> Path:
        """Put a version of an article into its file; every second article has an address, and so a lasting id."""
        url = f"url: https://example.org/{name}\n" if int(name[1:]) % 2 else ""
        return self._put(self.file(name), f"---\ntitle: {name} {number}\n{url}---\n\n{body(name, number)}\n")

    def write_rows(self, rows: dict[str, int]) -> Path:
        """Put versions of articles into the file of rows; those that are not named go."""
        lines = [
            json.dumps(
                {"id": name, "title": f"{name} {n}", "text": body(name, n), "url": f"https://example.org/{name}"}
            )
            for name, n in rows.items()
        ]
        return self._put(self.folder / ROWS, "\n".join(lines) + "\n")

    def change(self, rng: random.Random) -> Path:
        """Write a later version of an article, or of some of the rows; return the file."""
        held = self.versions()
        if rng.random() < 0.3:
            kept = [name for name in ROW_NAMES if rng.random() < 0.7] or [ROW_NAMES[0]]
            latest = max(held.get(name, 1) for name in ROW_NAMES)
            return self.write_rows({name: held.get(name, latest) + rng.randrange(3) for name in kept})
        name = rng.choice(NAMES)
        return self.write(name, held[name] + rng.randrange(1, 4))

    def versions(self) -> dict[str, int]:
        """Return the number each article has in the files."""
        texts = [self.file(name).read_text(encoding="utf-8") for name in NAMES]
        texts += (self.folder / ROWS).read_text(encoding="utf-8").splitlines()
        found = (_SAID.search(text) for text in texts)
        return {said[1]: int(said[2]) for said in found if said}

    @staticmethod
    def _put(path: Path, text: str) -> Path:
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
        return path
