"""Dropout that draws its chance once: on a processor, a fresh draw for every layer takes a quarter of a step."""

import torch
from torch import Tensor, nn

POOL = 1 << 24
"""Values drawn once; a layer takes a run of them from a random place."""


class PooledDropout(nn.Module):
    """As `torch.nn.Dropout`, its mask cut out of a pool at a random place."""

    def __init__(self, share: float, pool: Tensor) -> None:
        super().__init__()
        self.share = share
        self.pool = pool

    def forward(self, x: Tensor) -> Tensor:
        """Zero a share of the values, and scale the others so that their mean stays."""
        if not self.training or self.share == 0:
            return x
        at = int(torch.randint(0, len(self.pool) - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view_as(x).to(x.dtype)


def pool_dropout(model: nn.Module, share: float) -> None:
    """Put a `PooledDropout` in the place of every dropout of that share; all of them have one pool."""
    pool = (torch.rand(POOL) >= share).to(torch.bfloat16) / (1 - share)
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout) and child.p == share:
                setattr(module, name, PooledDropout(share, pool))
