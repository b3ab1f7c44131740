"""Symbolic links inside a folder: whoever packed it must not choose what else is read."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import InputError
from ingest.sources import discover, survey


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with an article, a link to it, and links out of the folder: to a file, to a folder, to itself above."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private/diary.txt").write_text("Nobody may read this diary of mine.", encoding="utf-8")
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("The bridge is open.", encoding="utf-8")
    (news / "same.txt").symlink_to("a.txt")
    (news / "secret.txt").symlink_to(tmp_path / "private/diary.txt")
    (news / "out").symlink_to(tmp_path / "private")
    (news / "up").symlink_to("..")
    (news / "broken.txt").symlink_to("none.txt")
    yield news


def names(sources: list) -> list[str]:  # type: ignore[type-arg]
    return [Path(one.location).name for one in sources]


def test_links_out_of_a_folder_are_not_followed_and_told(folder: Path) -> None:
    found = survey([folder])
    assert names(list(found.sources)) == ["a.txt", "same.txt"]
    (note,) = found.notes
    assert (note.source, note.reason.split(" (")[0]) == (
        str(folder),
        "3 symbolic links out of the folder not followed",
    )
    assert "--follow-links" in note.reason


def test_they_are_followed_when_asked_and_end(folder: Path) -> None:
    found = survey([folder], follow_links=True)
    assert names(list(found.sources)).count("diary.txt") == 1
    assert "secret.txt" in names(list(found.sources))
    assert found.notes == ()
    assert discover([folder], follow_links=True) == list(found.sources)


def test_a_link_that_the_user_names_is_followed(folder: Path) -> None:
    assert names(discover([folder / "secret.txt"])) == ["secret.txt"]
    assert names(discover([folder / "out"])) == ["diary.txt"]


def test_a_folder_of_links_alone_holds_nothing(folder: Path) -> None:
    (folder / "a.txt").unlink()
    with pytest.raises(InputError, match="holds no file"):
        discover([folder])
    assert len(survey([folder]).notes) == 1


def test_the_summary_of_an_update_says_so(folder: Path, tmp_path: Path) -> None:
    from index import Index, update

    class Zeros:
        model, sha256, dimension = "zeros", "0", 4

        def encode_parts(self, texts: list[str], spans: list[list[tuple[int, int]]]) -> list:  # type: ignore[type-arg]
            return [(np.ones(4, np.float32) / 2, np.ones((len(s), 4), np.float32) / 2) for s in spans]

    with Index.open(tmp_path / "index", encoder=Zeros(), create=True) as index:
        summary = update(index, [folder])
        assert (summary.added, summary.failed) == (1, ())
        assert [note.reason.startswith("3 symbolic links") for note in summary.notes] == [True]
        assert update(index, [folder], follow_links=True).added == 1
