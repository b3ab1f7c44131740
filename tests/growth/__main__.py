"""Print what the inputs of `costs.py` cost here: python -m tests.growth."""

import sys
import time

from tests.growth.costs import COSTS

for cost in COSTS:
    cost.run()
    start = time.thread_time()
    cost.run()
    sys.stdout.write(f"| {cost.name} | {time.thread_time() - start:.3f} |\n")
