"""Walk a folder: the plain files below it, and the links that lead out of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import InputError


def files_below(folder: Path, outside: list[Path], *, follow_links: bool = False) -> Iterator[Path]:
    """Yield the plain files below a folder in sorted order; hidden ones are left out.

    Symbolic links to what lies outside are put into `outside` and left out, unless they are followed; linked folders
    inside are met where they stand. Raises InputError where the folder itself cannot be listed.
    """

    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise InputError(f"{folder} cannot be listed ({why(error)}); check its permissions") from error

    root = folder.resolve()
    walked: set[Path] = set()
    for parent, folders, files in os.walk(folder, onerror=refuse, followlinks=follow_links):
        here = Path(parent).resolve()
        if here in walked:  # a link to a folder above, or to one met already
            folders.clear()
            continue
        walked.add(here)
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        if not follow_links:
            outside += [path for name in folders if _leads_out(path := Path(parent, name), root)]
        for name in sorted(files):
            path = Path(parent, name)
            if _is_hidden(name) or not path.is_file():
                continue
            if not follow_links and _leads_out(path, root):
                outside.append(path)
            else:
                yield path


def why(error: OSError) -> str:
    """Return in small letters what the system says."""
    return (error.strerror or type(error).__name__).lower()


def _leads_out(path: Path, root: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(root)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name in {"__MACOSX", "__pycache__"}
