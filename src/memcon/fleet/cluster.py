"""The same pool on Ray: actors that hold the model, on this machine or on a cluster."""

from typing import Any

from memcon.errors import MemconError, ModelError
from memcon.fleet.needing import library
from memcon.fleet.processes import Died, Make, Task
from memcon.fleet.reader import Row

LOCAL = "local"
"""The address that stands for a cluster started here and for this run."""


class Cluster:
    """A pool of Ray actors. `size` None: one a processor of the cluster. Memcon has to be installed on its machines.

    Raises:
        MissingLibrary: Ray is not installed.
        ModelError: the language model cannot be loaded. MemconError: there is no cluster at the address.
    """

    def __init__(self, make: Make, size: int | None, address: str) -> None:
        self._ray = ray = library("ray")
        options: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "ignore_reinit_error": True}
        if address == LOCAL:
            options |= {"num_cpus": size, "include_dashboard": False}
        else:
            options["address"] = address
        try:
            ray.init(**options)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise MemconError(f"no Ray cluster answers at {address} ({error}); start one with `ray start --head`, or leave the address out") from error
        self.size = size or max(int(ray.cluster_resources().get("CPU", 1)), 1)
        self._make = make
        self._class = ray.remote(_Actor)
        self._free: list[Any] = [self._start() for _ in range(self.size)]
        self._out: dict[Any, tuple[Any, Task]] = {}
        try:
            ray.get([actor.ready.remote() for actor in self._free])
        except ray.exceptions.RayError as error:
            self.close()
            raise ModelError(f"the readers of the cluster could not start: {error}") from error

    def submit(self, task: Task) -> None:
        """Hand a task to an actor that has none."""
        actor = self._free.pop()
        self._out[actor.read.remote(task.items)] = actor, task

    def next(self) -> tuple[Task, list[Row] | Died]:
        """Wait for a task to come back; where an actor died, another one takes its place."""
        (ready, *_), _ = self._ray.wait(list(self._out), num_returns=1)
        actor, task = self._out.pop(ready)
        try:
            rows: list[Row] = self._ray.get(ready)
        except self._ray.exceptions.RayActorError:
            self._free.append(self._start())
            return task, Died("the actor died")
        self._free.append(actor)
        return task, rows

    def close(self) -> None:
        """End all actors, and the cluster where it was started here."""
        self._ray.shutdown()

    def _start(self) -> Any:
        return self._class.options(num_cpus=1, max_restarts=0).remote(self._make)


class _Actor:
    def __init__(self, make: Make) -> None:
        self._reader = make()

    def ready(self) -> bool:
        return True

    def read(self, items: Any) -> list[Row]:
        return list(self._reader.read(items))
