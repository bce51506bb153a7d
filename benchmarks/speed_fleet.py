"""The pool of processes and a local Ray cluster side by side: `python -m benchmarks.speed_fleet`.

Both read the same documents with two readers, in turns, after their start; what is compared is the clock.
"""

import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.speed_documents import documents
from memcon.fleet.cluster import LOCAL, Cluster
from memcon.fleet.items import Item
from memcon.fleet.output import Output
from memcon.fleet.processes import Pool, Processes, Task
from memcon.fleet.reader import How, Reader
from memcon.fleet.running import Tally, run

_ROUNDS = 3


def spent(pool: Pool, todo: list[Item], folder: Path) -> float:
    """Give the seconds that a pool takes for the documents."""
    began = time.perf_counter()
    run(pool, iter([Task(f"in/{n:05}", tuple(todo[n : n + 4])) for n in range(0, len(todo), 4)]), Output(folder, {}), Tally())
    return time.perf_counter() - began


def main() -> int:
    """Run from the command line."""
    found, _ = documents(int(sys.argv[1]) if len(sys.argv) > 1 else 24)
    todo = [Item(n, f"in:{n}", "object", d.data) for n, d in enumerate(found, 1)]
    make = partial(Reader, How())
    pools: list[Pool] = [Processes(make, 2), Cluster(make, 2, LOCAL)]
    try:
        with tempfile.TemporaryDirectory() as folder:
            ratios = []
            for turn in range(_ROUNDS + 1):
                ours, ray = (spent(pool, todo, Path(folder) / f"{turn}-{k}") for k, pool in enumerate(pools))
                if turn:  # the first round is for warming up
                    ratios.append(ours / ray)
                    print(f"pool {ours:.1f} s, Ray {ray:.1f} s: Ray's speed is {ours / ray:.2f} of the pool's", flush=True)
        print(f"median {statistics.median(ratios):.2f}")
    finally:
        for pool in pools:
            pool.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
