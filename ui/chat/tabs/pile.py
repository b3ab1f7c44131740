"""What the page does with articles: list, add by upload, paste or address, remove."""

import hashlib
import json
import queue
import re
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ingest.errors import InputError, NewsdeskError
from ui.chat.ask import read_day
from ui.chat.desks import Desks
from ui.show.html.lists import pile_html, problem_html, progress_html, summary_html

if TYPE_CHECKING:
    from index.types import Listing
    from qa.desk import Newsdesk

FILE_TYPES = (
    ".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".rtf", ".xlsx", ".jsonl", ".json", ".csv", ".tsv",
)  # fmt: skip
SORTS = ("Newest first", "Oldest first", "Title", "Publisher", "Longest first", "Most figures first")
# A pasted text longer than this is a file to upload.
LONGEST_PASTE = 2_000_000
# Files of one upload: what a person picks by hand.
MOST_FILES = 500
ADDED = "added"


def listed(desk: "Newsdesk", words: str = "", sort: str = SORTS[0]) -> list["Listing"]:
    """Return the articles whose title, publisher or source holds every word, sorted."""
    wanted = words.casefold().split()
    rows = [
        row
        for row in desk.index.listings()
        if all(w in f"{row.title} {row.publisher or ''} {row.source}".casefold() for w in wanted)
    ]
    if sort == "Title":
        return sorted(rows, key=lambda r: r.title.casefold())
    if sort == "Publisher":
        return sorted(rows, key=lambda r: (r.publisher is None, (r.publisher or "").casefold(), r.title))
    if sort == "Longest first":
        return sorted(rows, key=lambda r: -r.sentences)
    if sort == "Most figures first":
        return sorted(rows, key=lambda r: -r.figures)
    if sort == "Oldest first":
        return sorted(rows, key=lambda r: (r.published is None, r.published or date.max))
    return sorted(rows, key=lambda r: (r.published is None, -(r.published or date.min).toordinal()))


def pile(desk: "Newsdesk", words: str = "", sort: str = SORTS[0], *, removable: bool = True) -> str:
    """Return the table of articles."""
    rows = listed(desk, words or "", sort)
    return pile_html(rows, len(rows), removable=removable)


def safe_name(name: str) -> str:
    """Return a file name without folders, controls or leading dots, at most 100 characters, its ending kept."""
    last = re.split(r"[\\/]", name)[-1]
    clean = re.sub(r"[^\w.()&' -]+", "_", last, flags=re.UNICODE).strip(" .")
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:90]}{dot}{ending[:9]}" if stem else clean[:100] or "article"


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Write what was added beside the index, under a name of its content, and return where.

    The same content gives the same file, so that adding twice changes nothing; another's file of the same name stays.
    """
    place = folder / ADDED / hashlib.sha256(content).hexdigest()[:12]
    place.mkdir(parents=True, exist_ok=True)
    path = place / safe_name(name)
    if not path.exists():
        aside = path.with_name(path.name + ".part")
        aside.write_bytes(content)
        aside.replace(path)
    return path


def kept_uploads(folder: Path, uploads: Sequence[str], largest: int) -> tuple[list[Path], list[str]]:
    """Copy uploaded files beside the index; return their places, and one line for each that is refused."""
    kept, refused = [], []
    for upload in uploads[:MOST_FILES]:
        path = Path(upload)
        name = safe_name(path.name)
        if path.suffix.casefold() not in FILE_TYPES:
            refused.append(f"{name}: newsdesk does not read {path.suffix or 'files without an ending'}")
        elif path.stat().st_size > largest:
            refused.append(f"{name}: larger than {largest // (1024 * 1024)} MB")
        else:
            kept.append(keep(folder, name, path.read_bytes()))
    if len(uploads) > MOST_FILES:
        refused.append(f"{len(uploads) - MOST_FILES:,} more files: add at most {MOST_FILES} at a time")
    return kept, refused


def pasted(folder: Path, text: str, title: str = "", publisher: str = "", published: str = "", url: str = "") -> Path:
    """Write pasted text as an article beside the index and return where; its words are not read as markup.

    Raises:
        InputError: there is no text, or too much.
        SettingError: the date is no day.
    """
    if not text.strip():
        raise InputError("there is no text to add: paste an article first")
    if len(text) > LONGEST_PASTE:
        raise InputError(f"the text has more than {LONGEST_PASTE:,} characters: add it as a file")
    day = read_day(published)
    heading = title.strip() or text.strip().splitlines()[0][:120]
    row = {"title": heading, "text": text, "publisher": publisher.strip() or None, "url": url.strip() or None}
    row["published"] = day.isoformat() if day else None
    content = json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False).encode()
    return keep(folder, f"{safe_name(heading)[:60]}.json", content)


def address(text: str) -> str:
    """Return a web address fit to be fetched; never a path of this machine.

    Raises:
        InputError: it is not an http or https address.
    """
    found = text.strip()
    try:
        parts = urlsplit(found)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError("that is not a web address: it begins with https:// or http://")
    return found


def adding(desks: Desks, name: str | None, inputs: Sequence[Path | str], refused: Sequence[str] = ()) -> Iterator[str]:
    """Put inputs into an index; yield HTML of the progress, at the end of what was done and what failed."""
    problems = "".join(problem_html(line) for line in refused)
    if not inputs:
        yield problems or problem_html("there is nothing to add")
        return
    messages: queue.Queue[str | None] = queue.Queue()
    done: list[str] = []

    def work() -> None:
        try:
            with desks.writing(name) as desk:
                summary = desk.ingest(inputs, progress=lambda *told: messages.put(progress_html(*told)))
            done.append(summary_html(summary))
        except NewsdeskError as error:
            done.append(problem_html(str(error)))
        finally:
            messages.put(None)

    thread = threading.Thread(target=work, name="newsdesk-adding")
    thread.start()
    yield progress_html(0, len(inputs), "")
    while True:
        message = messages.get()
        while message is not None and not messages.empty():
            message = messages.get()
        if message is None:
            break
        yield message
    thread.join()
    yield problems + (done[0] if done else problem_html("the articles could not be added: see the terminal"))


def removed(desks: Desks, name: str | None, article_id: str) -> str:
    """Remove an article, and the file kept beside the index if it came from one; return what to say."""
    try:
        with desks.writing(name) as desk:
            article = desk.article(article_id)
            desk.remove(article_id)
    except NewsdeskError as error:
        return problem_html(str(error))
    _forget_file(desks.folders[name or desks.names[0]], article.source)
    title = article.title or article.source
    return f'<p class="nd-done" role="status">Removed: {_line(title)}.</p>'


def _line(text: str) -> str:
    from ui.show.html.text import line

    return line(text)


def _forget_file(folder: Path, source: str) -> None:
    path = Path(source.split("#")[0])
    kept = (folder / ADDED).resolve()
    if path.resolve().is_relative_to(kept) and path.is_file():
        path.unlink()
