"""Command line of the training: `python -m qa.reader.train --data DIR --out DIR`."""

import argparse
import os
import sys
from pathlib import Path

from index.model import find_model
from qa.reader.export import export_reader
from qa.reader.shipped import SHIPPED
from qa.reader.spans import OnnxSpanReader
from qa.reader.train.examples import OWN_NEWS, read_all
from qa.reader.train.loop import Plan, train
from qa.reader.train.measure import score_table
from qa.reader.train.warm import weights_of


def main() -> int:
    """Train a reader from the sets in a folder; stopped, it goes on where it was. Or score an export."""
    parser = argparse.ArgumentParser(prog="python -m qa.reader.train", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with qamr/, squad2_half_dev.json, ...")
    parser.add_argument("--news", type=Path, default=OWN_NEWS, help="folder with invented news as JSON Lines")
    parser.add_argument("--out", type=Path, default=Path("reader"), help="folder for checkpoint and model")
    parser.add_argument("--ship", action="store_true", help="put the int8 export where newsdesk reads it from")
    parser.add_argument("--score", type=Path, metavar="EXPORT", help="only print the scores of an export, and end")
    parser.add_argument("--learn-on", type=Path, metavar="EXPORT", help="begin with the weights of an export")
    parser.add_argument("--mean", type=Path, metavar="EXPORT", help="write the mean of what is learnt and an export")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--rate", type=float, default=Plan().rate)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    asked = parser.parse_args()
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    examples = read_all(asked.data, asked.news)
    if asked.score:
        sys.stdout.write("\n".join(score_table(examples, OnnxSpanReader(asked.score))) + "\n")
        return 0
    plan = Plan(epochs=asked.epochs, rate=asked.rate, seed=asked.seed, learns_on=asked.learn_on is not None)
    start, beside = (weights_of(export) if export else None for export in (asked.learn_on, asked.mean))

    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201

    train(examples, find_model().folder, asked.out, plan, say, start, beside)
    if asked.ship:
        export_reader(asked.out, SHIPPED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
