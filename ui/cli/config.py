"""The file `newsdesk.toml`: settings for every command, after what the command line and the environment say."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from ingest.errors import SettingError
from ui.cli.options import MOST, shown

NAME = "newsdesk.toml"
INDEX_SETTING = "NEWSDESK_INDEX"

_TEXT = "a text in quotes"
_KEYS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "index": (_TEXT, lambda value: isinstance(value, str) and bool(value.strip())),
    "reader": (_TEXT, lambda value: isinstance(value, str) and bool(value.strip())),
    "k": (f"a whole number from 1 to {MOST}", lambda value: type(value) is int and 1 <= value <= MOST),
    "min_confidence": ("a number from 0 to 1", lambda value: type(value) in (int, float) and 0 <= value <= 1),
    "model": (_TEXT, lambda value: isinstance(value, str) and bool(value.strip())),
}
"""Each key, what it holds, and whether a value is that."""


def places() -> tuple[Path, ...]:
    """Return where the file may stand: in the current folder, then for the user; the former's keys come first."""
    try:
        return (Path(NAME), Path.home() / ".config" / "newsdesk" / NAME)
    except RuntimeError:  # a user without a home folder
        return (Path(NAME),)


def read_settings(paths: Iterable[Path]) -> dict[str, Any]:
    """Return the settings of the files that are there; a key of an earlier file comes before that of a later one.

    Raises:
        SettingError: a file is no TOML, or a key is unknown or holds what it must not.
    """
    found: dict[str, Any] = {}
    for path in paths:
        if path.is_file():
            found = _read(path) | found
    return found


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} is not TOML ({error}); mend it") from error
    for key, value in settings.items():
        if key not in _KEYS:
            raise SettingError(f"{path}: there is no key {shown(key)}; the keys are {', '.join(_KEYS)}")
        wanted, fits = _KEYS[key]
        if not fits(value):
            raise SettingError(f"{path}: {key} must be {wanted}, not {shown(str(value))}")
    if "index" in settings:  # as the file's neighbour, wherever the command is run
        settings["index"] = str(path.parent / Path(settings["index"]).expanduser())
    return settings


def apply_settings(settings: Mapping[str, Any], environ: MutableMapping[str, str]) -> dict[str, Any]:
    """Return the settings that stand in for options not given; the model goes into the environment.

    What the environment names already is left out.
    """
    from index.model import MODEL_SETTING

    if "model" in settings and not environ.get(MODEL_SETTING):
        environ[MODEL_SETTING] = settings["model"]
    taken = {"model"} | ({"index"} if environ.get(INDEX_SETTING) else set())
    return {key: value for key, value in settings.items() if key not in taken}
