"""The ONNX encoder gives the vectors of sentence-transformers; the model is the one pinned."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from index_fakes import make_document

from index import Index, OnnxEncoder, export, model
from index.encoder import BATCH_TEXTS, BATCH_TOKENS, _load, batches
from ingest.errors import ModelError

TEXTS = [
    "Who won?",
    "The council of the port town said on Tuesday that 43,000 people had moved there in five years.",
    "word " * 400,
    "",
    "Ümläute, 北京, and an emoji 🙂 in one line.",
    "Rain. " * 30,
]


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder()


def test_vectors_are_those_of_sentence_transformers(encoder: OnnxEncoder) -> None:
    code = (
        "import sys, json, warnings; warnings.simplefilter('ignore')\n"
        "from sentence_transformers import SentenceTransformer\n"
        "texts = json.load(sys.stdin)\n"
        "print(json.dumps(SentenceTransformer(sys.argv[1], device='cpu').encode(texts).tolist()))"
    )
    folder = str(model.find_model().folder)
    result = subprocess.run(
        [sys.executable, "-c", code, folder], input=json.dumps(TEXTS), capture_output=True, text=True, check=True
    )
    expected = np.array(json.loads(result.stdout.splitlines()[-1]))
    got = encoder.encode(TEXTS)
    assert got.dtype == np.float32 and got.shape == (len(TEXTS), encoder.dimension)
    assert (got * expected).sum(axis=1).min() > 0.9999
    alone = np.stack([encoder.encode([text])[0] for text in TEXTS])
    np.testing.assert_allclose(alone, got, atol=1e-5)


def test_parts_come_from_the_same_pass(encoder: OnnxEncoder) -> None:
    text = "Ferries sail at dawn. Bakers rise before them."
    spans = [(0, 21), (22, len(text)), (0, len(text))]
    ((whole, parts), (_, none)) = encoder.encode_parts([text, "Other."], [spans, []])
    np.testing.assert_allclose(whole, encoder.encode([text])[0], atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(parts, axis=1), 1, atol=1e-5)
    assert parts.shape == (3, encoder.dimension) and none.shape == (0, encoder.dimension)
    bread = encoder.encode(["When do bakers get up?"])[0]
    assert parts[1] @ bread > parts[0] @ bread


def test_a_span_past_the_window_has_no_vector(encoder: OnnxEncoder) -> None:
    text = "word " * 400 + "end"
    ((_, parts),) = encoder.encode_parts([text], [[(0, 20), (len(text) - 3, len(text))]])
    assert parts[0].any() and not parts[1].any()


def test_asking_imports_no_torch(encoder: OnnxEncoder, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with Index.open(folder, encoder=encoder, create=True) as index:
        index.put([make_document("a", "The ferry sails at dawn.")])
    code = (
        "import sys\nfrom index import Index\n"
        "assert Index.open(sys.argv[1]).search('ferry')[0].article.id == 'a'\n"
        "heavy = ('torch', 'transformers', 'sentence_transformers', 'onnx', 'ingest.documents', 'huggingface_hub')\n"
        "bad = [name for name in heavy if name in sys.modules]\n"
        "assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True)


def test_batches_hold_every_row_once_and_stay_small() -> None:
    lengths = [3, 250, 7, 120, 130, 9, 9, 512, *[4] * 80]
    groups = list(batches(lengths))
    assert sorted(row for group in groups for row in group) == list(range(len(lengths)))
    for group in groups:
        width = max(lengths[row] for row in group)
        assert len(group) == 1 or (len(group) <= BATCH_TEXTS and width * len(group) <= BATCH_TOKENS)


def fake_model(folder: Path, weights: bytes) -> model.ModelFiles:
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(weights)
    return model.ModelFiles("all-MiniLM-L6-v2", folder, model.PINNED_SHA256)


def test_weights_with_another_hash_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDESK_CACHE", str(tmp_path / "cache"))
    with pytest.raises(ModelError, match="not the published all-MiniLM-L6-v2") as caught:
        export.ensure_export(fake_model(tmp_path / "model", b"tampered"))
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    ("setting", "words"),
    [("no/such-model-here", "neither a folder nor"), ("EMPTY", "no weights")],
)
def test_a_model_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, words: str) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("NEWSDESK_MODEL", str(tmp_path) if setting == "EMPTY" else setting)
    with pytest.raises(ModelError, match=words):
        OnnxEncoder().encode(["x"])


def test_an_incomplete_export_is_not_taken(tmp_path: Path) -> None:
    source = model.find_model()
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / export.GRAPH).write_bytes(b"12345")
    manifest = {"weights_size": source.weights.stat().st_size, "files": {export.GRAPH: 5}}
    (folder / export.MANIFEST).write_text(json.dumps(manifest))
    assert export.is_complete(folder, source)
    (folder / export.GRAPH).write_bytes(b"123")
    assert not export.is_complete(folder, source)
    (folder / export.MANIFEST).write_text("[]")
    assert not export.is_complete(folder, source)


@pytest.mark.parametrize(
    ("settings", "ending"),
    [
        ({"NEWSDESK_CACHE": "/a", "XDG_CACHE_HOME": "/b"}, "/a"),
        ({"XDG_CACHE_HOME": "/b"}, "/b/newsdesk"),
        ({"HOME": "/h"}, "/h/.cache/newsdesk"),
    ],
)
def test_the_cache_folder(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], ending: str) -> None:
    for name in ("NEWSDESK_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert str(model.cache_folder()) == ending


@pytest.mark.parametrize("broken", [export.GRAPH, export.TOKENIZER, export.MANIFEST])
def test_a_damaged_export_is_named_with_what_to_do(tmp_path: Path, broken: str) -> None:
    made = export.ensure_export(model.find_model())
    for name in (export.GRAPH, export.TOKENIZER, export.MANIFEST):
        (tmp_path / name).symlink_to(made / name)
    (tmp_path / broken).unlink()
    (tmp_path / broken).write_bytes(b"\xff\x00 damaged")
    with pytest.raises(ModelError, match="delete that folder"):
        _load(tmp_path)
