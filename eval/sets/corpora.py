"""The sets that come with newsdesk, and the articles each is asked about."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import InputError

ROOT = Path(__file__).parents[2]
QUESTIONS = Path(__file__).parents[1] / "questions"
SAMPLES = ROOT / "ingest" / "samples"
ELSEWHERE = QUESTIONS / "elsewhere"
# The articles that the bundled briefs summarise stand beside the checkout of those who may have them.
ORIGINALS = ROOT.parent / "shared" / "articles"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A question set and the articles it is about."""

    name: str
    """The set's name, with "-originals" behind it where it is asked of the originals."""
    questions: Path
    articles: Path


def bundled_sets() -> list[str]:
    """Return the names of the sets that come with newsdesk."""
    return sorted(path.stem for path in QUESTIONS.glob("*.jsonl"))


def find_questions(name: str | Path) -> Path:
    """Return the file of a set: a path, or the name of one that comes with newsdesk."""
    path = Path(name)
    if not path.exists() and str(name) in bundled_sets():
        return QUESTIONS / f"{name}.jsonl"
    return path


def find_corpus(name: str, *, originals: bool = False) -> Corpus:
    """Return a set that comes with newsdesk and its articles: the bundled briefs, or the originals they summarise.

    Raises:
        InputError: there is no such set, or the originals are not there.
    """
    if name not in bundled_sets():
        raise InputError(f"no set is named {name}; there are {', '.join(bundled_sets())}")
    articles = ELSEWHERE if name == "elsewhere" else ORIGINALS if originals else SAMPLES
    if not articles.is_dir():
        raise InputError(f"{articles}: the original articles are not here; run the set on the bundled briefs")
    label = f"{name}-originals" if articles == ORIGINALS else name
    return Corpus(label, QUESTIONS / f"{name}.jsonl", articles)


def build_index(articles: Path, folder: Path, progress: Callable[[int, int | None, str], None] | None = None) -> None:
    """Index a folder of articles; one that is there already is brought up to date.

    Raises:
        InputError: an article could not be read.
    """
    from qa.desk import Newsdesk

    with Newsdesk.open(folder, create=True) as desk:
        summary = desk.ingest([articles], progress=progress)
    failed = getattr(summary, "failed", None)
    if failed:
        raise InputError(f"{articles}: {len(failed)} articles could not be read: {failed[0]}")
