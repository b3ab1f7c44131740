"""Find what there is to read: files, folders and web addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import InputError, UnsupportedInput
from ingest.folders import files_below, why
from ingest.raw import Failure, Media, Note, Source

MEDIA_OF_SUFFIX = {
    ".txt": Media.TEXT,
    ".md": Media.MARKDOWN,
    ".markdown": Media.MARKDOWN,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".xhtml": Media.HTML,
    ".pdf": Media.PDF,
    ".docx": Media.DOCX,
    ".odt": Media.ODT,
    ".rtf": Media.RTF,
    ".xlsx": Media.XLSX,
    ".jsonl": Media.JSONL,
    ".ndjson": Media.JSONL,
    ".json": Media.JSON,
    ".csv": Media.CSV,
    ".tsv": Media.CSV,
    ".xml": Media.FEED,
    ".rss": Media.FEED,
    ".atom": Media.FEED,
    ".eml": Media.MAIL,
    ".warc": Media.WARC,
    ".warc.gz": Media.WARC,
}
# What is named in place of a file to read standard input, and what its articles are said to come from.
STREAM, STREAM_NAME = "-", "standard input"
SUPPORTED = " ".join(sorted(MEDIA_OF_SUFFIX))


@dataclass(frozen=True, slots=True)
class Survey:
    """What the inputs hold."""

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    """Inputs that cannot be read, one each."""
    skipped: int
    """Files inside folders that are of no kind newsdesk reads."""
    notes: tuple[Note, ...] = ()
    """One for each folder with links out of it that were not followed."""


def discover(inputs: Sequence[str | Path], *, allow_private: bool = False, follow_links: bool = False) -> list[Source]:
    """List the sources of files, folders (recursive, sorted) and addresses, each once.

    A symbolic link inside a folder that leads out of it is passed over unless `follow_links`: whoever packed the
    folder must not choose what else is read. An input that is itself a link is followed, for the user named it.
    Raises InputError for the first input that cannot be read, UnsupportedInput for a named file of an
    unknown kind. `survey` goes on instead.
    """
    return list(_Finder(allow_private, follow_links).find_all(inputs))


def survey(inputs: Sequence[str | Path], *, allow_private: bool = False, follow_links: bool = False) -> Survey:
    """List the sources of all inputs as `discover` does; what cannot be read becomes a failure and the rest goes on."""
    finder = _Finder(allow_private, follow_links)
    sources: list[Source] = []
    failures: list[Failure] = []
    for item in inputs:
        try:
            sources += finder.find_all([item])
        except InputError as error:
            failures.append(Failure(str(item), str(error)))
    return Survey(tuple(sources), tuple(failures), finder.skipped, tuple(finder.notes))


def is_address(item: str | Path) -> bool:
    """Tell whether an input is meant as a web address."""
    return isinstance(item, str) and item.lower().startswith(("http://", "https://"))


def media_of(name: str | Path) -> Media | None:
    """Name the media of a file by its suffix; None for a kind that is not read."""
    suffixes = Path(name).suffixes
    return MEDIA_OF_SUFFIX.get("".join(suffixes[-2:]).lower()) or MEDIA_OF_SUFFIX.get("".join(suffixes[-1:]).lower())


class _Finder:
    """Remembers what was already listed and counts what was skipped."""

    def __init__(self, allow_private: bool, follow_links: bool) -> None:
        self.allow_private = allow_private
        self.follow_links = follow_links
        self.skipped = 0
        self.notes: list[Note] = []
        self._seen: set[str] = set()

    def find_all(self, inputs: Sequence[str | Path]) -> Iterator[Source]:
        for item in inputs:
            for source in self._find(item):
                if source.location not in self._seen:
                    self._seen.add(source.location)
                    yield source

    def _find(self, item: str | Path) -> Iterator[Source]:
        if item == STREAM:
            yield Source(STREAM_NAME, Media.STREAM)
            return
        if is_address(item):
            yield Source(str(item), None, self.allow_private)
            return
        if not str(item).strip() or "\0" in str(item):
            raise InputError(f"{str(item)!r} is not the name of a file; name a file, a folder or an address")
        path = Path(item)
        try:
            if path.is_dir():
                yield from self._walk(path)
            else:
                yield _named_file(path)
        except OSError as error:
            raise InputError(f"{path} cannot be read ({why(error)}); check the name") from error

    def _walk(self, folder: Path) -> Iterator[Source]:
        found = False
        outside: list[Path] = []
        for path in files_below(folder, outside, follow_links=self.follow_links):
            media = media_of(path)
            if media is None:
                self.skipped += 1
                continue
            found = True
            yield Source(str(path), media)
        if outside:
            links = "a symbolic link" if len(outside) == 1 else f"{len(outside):,} symbolic links"
            told = f"{links} out of the folder not followed ({outside[0].name}); --follow-links reads what they lead to"
            self.notes.append(Note(str(folder), told))
        if not found:
            raise InputError(f"{folder} holds no file newsdesk reads; it reads {SUPPORTED}")


def _named_file(path: Path) -> Source:
    if not path.exists():
        raise InputError(f"{path} does not exist; check the name")
    media = media_of(path)
    if media is None:
        kind = path.suffix or "without a suffix"
        raise UnsupportedInput(f"{path}: a file {kind} is not read; newsdesk reads {SUPPORTED}")
    if not path.is_file():
        raise UnsupportedInput(f"{path} is not a plain file; name a file, a folder or an address")
    return Source(str(path), media)
