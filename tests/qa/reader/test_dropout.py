"""Dropout from a pool does what dropout does."""

import torch
from torch import nn

from qa.reader.train.dropout import PooledDropout, pool_dropout


def test_a_share_is_left_out_and_the_mean_stays() -> None:
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.1), nn.Sequential(nn.Dropout(0.0), nn.Dropout(0.1)))
    pool_dropout(model, 0.1)
    assert [type(m) for m in model.modules()].count(PooledDropout) == 2, "one with no share to leave out stays"
    x = torch.ones(64, 32, 96)
    once, again = model[1](x), model[1](x)
    assert abs(float((once == 0).float().mean()) - 0.1) < 0.01
    assert abs(float(once.mean()) - 1) < 0.01
    assert not torch.equal(once, again)
    model.eval()
    assert torch.equal(model[1](x), x)
