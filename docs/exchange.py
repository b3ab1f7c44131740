"""Writes the exchange that README shows, as `newsdesk ask` prints it over the sample articles.

python -m docs.exchange
"""

import io
import os
import tempfile
from pathlib import Path

from ui.cli.console import Console
from ui.cli.main import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- exchange: written by docs/exchange.py -->\n", "<!-- end of the exchange -->\n"
QUESTIONS = (
    "How many companies came from Beijing to Tianjin in 2022?",
    "What was the industrial added value of the region?",
    "How many people live in Tianjin?",
)


def run(argv: list[str]) -> str:
    """Return what newsdesk prints in a window of 80 cells without colour; it runs in the root of the repository."""
    out = io.StringIO()
    code = main(argv, Console(out, io.StringIO(), io.StringIO(), {"COLUMNS": "80", "NO_COLOR": "1"}))
    assert code == 0, argv
    return out.getvalue()


def write_exchange(index: str) -> str:
    """Return the exchange in Markdown, over an index folder that is made."""
    os.chdir(ROOT)  # the sources are printed as they were named
    run(["ingest", "ingest/samples", "--index", index])
    shown = [f'$ newsdesk ask "{q}"\n' + run(["ask", q, "--index", index]) for q in QUESTIONS]
    return "```text\n" + "\n".join(shown) + "```\n"


def put(readme: str, exchange: str) -> str:
    """Return README with the exchange in its place."""
    before, rest = readme.split(BEGIN)
    return before + BEGIN + exchange + END + rest.split(END)[1]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        fresh = put(README.read_text(encoding="utf-8"), write_exchange(folder))
    README.write_text(fresh, encoding="utf-8")
