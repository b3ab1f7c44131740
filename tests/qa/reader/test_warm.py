"""Weights taken back out of an int8 export read as the export does; a run that learns on draws what it should."""

import random

import numpy as np
import pytest

from index.model import find_model
from qa.reader.shipped import SHIPPED
from qa.reader.train.batches import ALL, LEARN_ON, PUBLIC, shares_of
from qa.reader.train.loop import Plan, mean_with
from qa.reader.train.warm import weights_of


@pytest.mark.filterwarnings("ignore")
def test_the_weights_of_an_export_read_as_it_does() -> None:
    import onnxruntime
    import torch

    from qa.reader.train.loop import make_model

    model = make_model(find_model().folder)
    loaded = model.load_state_dict({n: torch.tensor(v) for n, v in weights_of(SHIPPED).items()}, strict=False)
    assert loaded.missing_keys == ["bert.embeddings.word_embeddings.weight"] and not loaded.unexpected_keys
    rng = random.Random(3)
    ids = np.array([[101, *(rng.randrange(2000, 20000) for _ in range(38)), 102] for _ in range(4)])
    types = np.tile(np.arange(40) > 12, (4, 1)).astype(np.int64)
    session = onnxruntime.InferenceSession(str(SHIPPED / "reader.onnx"), providers=["CPUExecutionProvider"])
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
    exported = np.concatenate(session.run(None, feed))
    with torch.no_grad():
        got = model.eval()(**{name: torch.tensor(value) for name, value in feed.items()})
    plain = np.concatenate([got.start_logits.numpy(), got.end_logits.numpy()])
    assert np.corrcoef(exported.ravel(), plain.ravel())[0, 1] > 0.98


def test_what_an_epoch_is_drawn_from() -> None:
    assert [shares_of(n, False) for n in (0, 1, 2, 5)] == [PUBLIC, PUBLIC, ALL, ALL]
    assert shares_of(0, True) == LEARN_ON


@pytest.mark.parametrize(("epochs", "averaged"), [(1, [1]), (2, [2]), (4, [3, 4]), (6, [4, 5, 6])])
def test_the_last_half_is_averaged(epochs: int, averaged: list[int]) -> None:
    assert list(Plan(epochs=epochs).averaged()) == averaged


def test_the_mean_of_two_trainings_keeps_what_only_one_has() -> None:
    import torch

    both = mean_with({"a": torch.tensor([1.0, 3.0]), "words": torch.tensor([5.0])}, {"a": np.array([3.0, 4.0])})
    assert both["a"].tolist() == [2.0, 3.5] and both["words"].tolist() == [5.0]
