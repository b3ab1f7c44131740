"""Weigh readers of PDF text on invented news, printed by several tools in the layouts of newspapers and reports.

    python -m bench.pdf_readers [--seed N] [--keep FOLDER]

Only pypdf is a dependency. For all of it: pip install reportlab fpdf2 weasyprint typst pdfplumber pypdfium2 pymupdf,
best in a folder of its own that PYTHONPATH names. What is missing is left out, and told.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from bench.measure import machine
from bench.pdf_readers.makers import DRAWING, MAKERS, turn_pages
from bench.pdf_readers.printed import LAYOUTS, Printed, write_text
from bench.pdf_readers.readers import READERS, Reader
from bench.pdf_readers.scores import broken_words, count_joined, count_left, share_kept, share_whole
from bench.pdf_readers.tables import Score, by_layout, by_reader, by_tool


class Sample(NamedTuple):
    """A PDF, the tool it was made with and what it says."""

    tool: str
    printed: Printed
    pdf: bytes


def main() -> int:
    """Make the PDFs, read them with each reader and print the tables."""
    args = _arguments()
    samples = list(_make(args.seed))
    readers = [reader for reader in READERS if reader.version]
    gone = [*(set(MAKERS) - {s.tool for s in samples}), *(r.name for r in READERS if r not in readers)]
    print(f"{machine()}; {len(samples)} PDFs; left out: {', '.join(sorted(gone)) or 'nothing'}")
    print(f"Readers: {', '.join(f'{r.name} {r.version}' for r in readers[1:])}; tools: {_versions(samples)}\n")
    for sample in samples if args.keep else ():
        args.keep.mkdir(parents=True, exist_ok=True)
        (args.keep / f"{sample.printed.layout.name} {sample.tool}.pdf".replace(" ", "-")).write_bytes(sample.pdf)
    scores = [score for sample in samples for score in _score(sample, readers)]
    sizes = {reader.name: reader.disk_mb for reader in readers}
    print(by_reader(scores, sizes), by_layout(scores), by_tool(scores), sep="\n\n")
    return 0


def _make(seed: int) -> Iterator[Sample]:
    missing: set[str] = set()
    for number, layout in enumerate(LAYOUTS):
        printed = write_text(layout, seed + number)
        for tool, make in MAKERS.items():
            if tool in missing or (layout.across and tool not in DRAWING):
                continue
            try:
                pdf = make(printed)
            except (ImportError, OSError):
                missing.add(tool)
                continue
            turned = layout.turn or layout.sideways
            yield Sample(tool, printed, turn_pages(pdf, layout.sideways) if turned else pdf)


def _score(sample: Sample, readers: list[Reader]) -> Iterator[Score]:
    from io import BytesIO

    from pypdf import PdfReader

    printed, pages = sample.printed, len(PdfReader(BytesIO(sample.pdf)).pages)
    texts, took = {}, {}
    for reader in readers:
        reader.read(sample.pdf)  # loads what it needs
        began = time.process_time()
        texts[reader.name] = reader.read(sample.pdf)
        took[reader.name] = time.process_time() - began
    broken = broken_words(printed, texts.values()) if printed.layout.hyphens else broken_words(printed, ())
    for name, text in texts.items():
        yield Score(
            reader=name,
            tool=sample.tool,
            layout=printed.layout.name,
            pages=pages,
            whole=share_whole(printed, text),
            kept=share_kept(printed, text),
            broken=broken.total(),
            joined=count_joined(printed, text, broken),
            heads=2 * pages if printed.layout.heads else 0,
            left=count_left(printed, text, pages),
            seconds=took[name],
        )


def _versions(samples: list[Sample]) -> str:
    """Return the tools with their versions where Python knows them."""
    told = []
    for tool in dict.fromkeys(sample.tool for sample in samples):
        try:
            told.append(f"{tool} {version(tool)}")
        except PackageNotFoundError:
            told.append(tool)
    return ", ".join(told)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pdf_readers", description="Weigh readers of PDF text.")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes other texts")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the PDFs in a folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
