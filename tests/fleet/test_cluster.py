"""The same bytes on a real Ray cluster of several processes, one of which is killed on the way."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fleet.faking import Fake
from tests.fleet.test_fleet import files_of

from memcon.fleet.items import Item
from memcon.fleet.output import Output
from memcon.fleet.processes import Processes, Task
from memcon.fleet.running import Tally, run

ray: Any = pytest.importorskip("ray", reason="Ray is not installed (pip install 'memcon[fleet]')")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from memcon.fleet.cluster import LOCAL, Cluster

    try:
        made = Cluster(Fake, 2, LOCAL)
    except Exception as error:
        pytest.skip(f"no Ray cluster starts on this machine: {error}")
    yield made
    made.close()


def tasks() -> Iterator[Task]:
    for n in range(6):
        yield Task(f"in/{n:05}", tuple(Item(10 * n + k, f"in:{10 * n + k}", "object", b"please die" if n == k == 2 else b"slow") for k in range(3)))


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_with_a_killed_worker_writes_what_one_process_writes(cluster: Any, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill(tally: Tally) -> None:
        if not killed:
            (actor, _), *_ = cluster._out.values()
            killed.append(ray.get(actor.__ray_call__.remote(lambda _: os.getpid())))
            os.kill(killed[0], signal.SIGKILL)

    tally = Tally()
    run(cluster, tasks(), Output(tmp_path / "ray", {}), tally, kill)
    assert killed
    assert tally.read == 17
    assert [name for name, _ in tally.failed] == ["in:22"]
    alone, pool = Tally(), Processes(Fake, 1)
    try:
        run(pool, tasks(), Output(tmp_path / "one", {}), alone)
    finally:
        pool.close()
    there, here = files_of(tmp_path / "ray"), files_of(tmp_path / "one")
    assert there.keys() == here.keys()
    assert {k for k in here if here[k] != there[k]} <= {"records/in/00002.parquet"}, "only the reason of the one set aside may differ"
    assert (alone.read, [n for n, _ in alone.failed]) == (tally.read, [n for n, _ in tally.failed])
