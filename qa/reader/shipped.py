"""Which span reader reads: the one that comes with newsdesk, or any extractive model by folder or name."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from index.model import ModelFiles, cache_folder, weights_hash
from ingest.errors import ModelError
from qa.reader.export import MANIFEST
from qa.reader.spans import OnnxSpanReader

READER_SETTING = "NEWSDESK_READER"
SHIPPED = Path(__file__).parent / "model"


def open_reader(setting: str | None = None) -> OnnxSpanReader:
    """Return the reader named by the argument, else by NEWSDESK_READER, else the one that comes with newsdesk.

    A folder that holds an export is taken as it is; a model in Hugging Face form, in a folder or by its name on the
    hub, is exported into the cache once.

    Raises:
        ModelError: there is no such model, or it has no start and end head.
    """
    name = setting or os.environ.get(READER_SETTING)
    if not name:
        return OnnxSpanReader(SHIPPED)
    folder = Path(name).expanduser()
    if (folder / MANIFEST).is_file():
        return OnnxSpanReader(folder)
    return OnnxSpanReader(_exported(folder if folder.is_dir() else _from_hub(name)))


def _exported(folder: Path) -> Path:
    from qa.reader.export import EXPORT_VERSION, export_reader

    config = folder / "config.json"
    if not config.is_file():
        raise ModelError(
            f"no model in {folder}: {READER_SETTING} names a folder in Hugging Face form or a model's name"
        )
    digest = weights_hash(ModelFiles(str(folder), folder)) + hashlib.sha256(config.read_bytes()).hexdigest()
    place = cache_folder() / "readers" / f"{hashlib.sha256(digest.encode()).hexdigest()[:32]}-v{EXPORT_VERSION}"
    if (place / MANIFEST).is_file():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".reader-", dir=place.parent))
    try:
        export_reader(folder, aside)
        aside.rename(place)
    except OSError:
        if not (place / MANIFEST).is_file():  # else another process was first
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return place


def _from_hub(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, ignore_patterns=["*.onnx", "*.h5", "*.ot", "*.msgpack"]))
    except Exception as error:  # the hub client raises a dozen unrelated kinds, all meaning "not to be had"
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
        raise ModelError(f"the reader {name} is neither a folder nor to be had from the hub: {reason}") from error
