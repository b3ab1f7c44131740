"""The training loop: the encoder's own MiniLM weights with a start and an end head, stopped and resumed at will."""

import json
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from qa.reader.train.batches import Row, Strangers, batches, encode_windows, epoch_windows, shares_of
from qa.reader.train.examples import Example

LONGEST = 224
"""Tokens of question and window together."""
WARM_UP = 0.04
"""Share of the run in which the learning rate rises to its peak; it then falls to zero on a line."""
SAVE_EVERY = 200
"""Steps between two checkpoints."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is made of; stored beside the weights."""

    epochs: int = 6
    rate: float = 3e-4
    """Peak learning rate."""
    decay: float = 0.01
    seed: int = 11
    learns_on: bool = False
    """Starts from weights that have learnt before, with the shares of `batches.LEARN_ON` in every epoch."""

    def averaged(self) -> range:
        """Return the epochs, counted from 1, whose weights are averaged: the last half."""
        return range(self.epochs - max(1, (self.epochs + 1) // 2) + 1, self.epochs + 1)


def train(
    examples: Sequence[Example],
    base: Path,
    out: Path,
    plan: Plan,
    say: Callable[[str], None],
    start: Mapping[str, Any] | None = None,
    beside: Mapping[str, Any] | None = None,
) -> None:
    """Train a reader and write it to a folder in Hugging Face form; goes on from the folder's last checkpoint.

    `start` are weights to begin from instead of a fresh head on the encoder, `beside` are weights of another training:
    what is written is the mean of both (see `warm.weights_of`).
    """
    import torch
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    trained_on = [e for e in examples if not e.held_back]
    strangers = Strangers(trained_on)
    torch.manual_seed(plan.seed)
    model = make_model(base)
    if start is not None:
        model.load_state_dict({name: torch.tensor(values) for name, values in start.items()}, strict=False)
    learnt = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=plan.rate, weight_decay=plan.decay, fused=True)
    first, at = _resume(out, model, optimizer)
    began, seen = time.monotonic(), 0
    for epoch in range(first, plan.epochs):
        rng = random.Random(plan.seed * 1000 + epoch)
        if not (epoch == first and at):
            torch.manual_seed(plan.seed * 1000 + epoch)
        windows = epoch_windows(trained_on, strangers, rng, shares_of(epoch, plan.learns_on))
        groups = list(batches(encode_windows(windows, tokenizer, LONGEST), rng))
        say(f"epoch {epoch + 1}/{plan.epochs}: {len(windows):,} windows in {len(groups):,} batches")
        for number, group in enumerate(groups):
            if epoch == first and number < at:
                continue
            for part in optimizer.param_groups:
                part["lr"] = plan.rate * _slope((epoch + number / len(groups)) / plan.epochs)
            loss = _step(model, optimizer, group)
            seen += 1
            if seen % 50 == 0:
                speed = seen / (time.monotonic() - began)
                say(f"  {epoch + 1}: {number + 1}/{len(groups)} loss {loss:.3f}, {speed:.2f} steps/s")
            if seen % SAVE_EVERY == 0:
                _save(out, model, optimizer, epoch, number + 1)
        _save(out, model, optimizer, epoch + 1, 0)
        torch.save(model.state_dict(), out / f"epoch-{epoch + 1}.pt")
    learned = average([out / f"epoch-{n}.pt" for n in plan.averaged()])
    model.load_state_dict(mean_with(learned, beside) if beside else learned)
    _write(out, model, base, plan)


def average(files: Sequence[Path]) -> dict[str, Any]:
    """Return the mean of the weights in some files (Izmailov et al. 2018): a point or two better than any of them."""
    import torch

    states = [torch.load(file, weights_only=True) for file in files]
    mean: dict[str, Any] = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    return mean


def mean_with(weights: Mapping[str, Any], beside: Mapping[str, Any]) -> dict[str, Any]:
    """Return the mean of weights and those of another training; what the other has not is taken as it is."""
    import torch

    both = {name: (value + torch.tensor(beside[name])) / 2 for name, value in weights.items() if name in beside}
    return {**weights, **both}


def make_model(base: Path) -> Any:
    """Return the encoder with a fresh head; its word embeddings stay as they are, so that they can be shared."""
    from transformers import AutoModelForQuestionAnswering

    from qa.reader.train.dropout import pool_dropout

    model = AutoModelForQuestionAnswering.from_pretrained(
        str(base), attn_implementation="eager", attention_probs_dropout_prob=0.0
    )
    pool_dropout(model, model.config.hidden_dropout_prob)
    model.get_input_embeddings().weight.requires_grad = False
    model.train()
    return model


def pad(group: Sequence[Row]) -> tuple[Any, Any, Any]:
    """Return ids, mask and types of a batch, int64 (rows, longest row)."""
    import torch

    width = max(len(r.ids) for r in group)
    ids = torch.zeros(len(group), width, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, row in enumerate(group):
        ids[n, : len(row.ids)] = torch.tensor(row.ids)
        types[n, : len(row.ids)] = torch.tensor(row.types)
        mask[n, : len(row.ids)] = 1
    return ids, mask, types


def _step(model: Any, optimizer: Any, group: Sequence[Row]) -> float:
    import torch

    ids, mask, types = pad(group)
    starts = torch.tensor([r.start for r in group])
    ends = torch.tensor([r.end for r in group])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_is_fast()):
        got = model(
            input_ids=ids, attention_mask=mask, token_type_ids=types, start_positions=starts, end_positions=ends
        )
    got.loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(got.loss.detach())


@cache
def bfloat16_is_fast() -> bool:
    """Tell whether this processor multiplies bfloat16 itself; where it does not, a step takes three times as long."""
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("amx_bf16") or able.get("avx512_bf16"))


def _slope(done: float) -> float:
    """Return the share of the peak rate at a share of the whole run: up over WARM_UP, then down to zero."""
    return done / WARM_UP if done < WARM_UP else max(0.0, (1 - done) / (1 - WARM_UP))


def _save(out: Path, model: Any, optimizer: Any, epoch: int, number: int) -> None:
    import torch

    out.mkdir(parents=True, exist_ok=True)
    aside = out / "checkpoint.tmp"
    state = {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": epoch,
        "number": number,
        "chance": torch.get_rng_state(),
    }
    torch.save(state, aside)
    aside.replace(out / "checkpoint.pt")


def _resume(out: Path, model: Any, optimizer: Any) -> tuple[int, int]:
    import torch

    path = out / "checkpoint.pt"
    if not path.exists():
        return 0, 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    if "chance" in state:
        torch.set_rng_state(state["chance"])
    return int(state["epoch"]), int(state["number"])


def _write(out: Path, model: Any, base: Path, plan: Plan) -> None:
    from transformers import AutoTokenizer

    model.save_pretrained(str(out))
    AutoTokenizer.from_pretrained(str(base)).save_pretrained(str(out))
    (out / "plan.json").write_text(json.dumps(asdict(plan), indent=1) + "\n", encoding="utf-8")
