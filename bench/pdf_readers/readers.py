"""The readers compared, each loaded when it is first used."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path

from bench.measure import ROOT, folder_mb


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to get the text of a PDF, and the distribution it comes with."""

    name: str
    package: str
    read: Callable[[bytes], str]

    @property
    def version(self) -> str | None:
        """The version of its distribution; None where that is not installed."""
        try:
            return distribution(self.package).version
        except PackageNotFoundError:
            return None

    @property
    def disk_mb(self) -> float:
        """What its distribution and all that needs take, in MB of 1e6 bytes."""
        own = folder_mb(ROOT / "ingest" / "read" / "layout") if self.read is read_newsdesk else 0.0
        return own + sum(_size(name) for name in _needed(self.package, set())) / 1e6


def read_newsdesk(raw: bytes) -> str:
    """Read as `newsdesk add` does: read, then clean."""
    from ingest.raw import Media, RawArticle
    from ingest.read.content import read_bytes
    from ingest.text.clean import clean_text

    found = read_bytes(raw, "bench.pdf", Media.PDF)
    return "\n\n".join(clean_text(one.text).text for one in found if isinstance(one, RawArticle))


def read_pypdf(raw: bytes, mode: str = "plain") -> str:
    """Join what pypdf gives for each page."""
    reader = import_module("pypdf").PdfReader(BytesIO(raw))
    return "\n".join(page.extract_text(extraction_mode=mode) for page in reader.pages)


def read_pypdf_layout(raw: bytes) -> str:
    """Let pypdf imitate the page with spaces."""
    return read_pypdf(raw, "layout")


def read_pdfplumber(raw: bytes) -> str:
    """Join what pdfplumber gives for each page."""
    with import_module("pdfplumber").open(BytesIO(raw)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def read_pdfium(raw: bytes) -> str:
    """Join what PDFium gives for each page."""
    pdf = import_module("pypdfium2").PdfDocument(raw)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def read_pymupdf(raw: bytes) -> str:
    """Join what MuPDF gives for each page."""
    with import_module("pymupdf").open(stream=raw, filetype="pdf") as pdf:
        return "\n".join(page.get_text() for page in pdf)


READERS = (
    Reader("newsdesk", "pypdf", read_newsdesk),
    Reader("pypdf", "pypdf", read_pypdf),
    Reader("pypdf layout", "pypdf", read_pypdf_layout),
    Reader("pdfplumber", "pdfplumber", read_pdfplumber),
    Reader("pypdfium2", "pypdfium2", read_pdfium),
    Reader("PyMuPDF (AGPL)", "pymupdf", read_pymupdf),
)


def _needed(package: str, seen: set[str]) -> set[str]:
    """Name a distribution and all it needs, extras left out."""
    name = re.sub(r"[-_.]+", "-", package).lower()
    try:
        needs = distribution(package).requires or []
    except PackageNotFoundError:  # for another system or version of Python
        return seen
    if name not in seen:
        seen.add(name)
        for need in needs:
            named = re.match(r"[\w.-]+", need)
            if named and "extra ==" not in need:
                _needed(named[0], seen)
    return seen


def _size(package: str) -> int:
    files = (Path(str(file.locate())) for file in distribution(package).files or ())
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")
