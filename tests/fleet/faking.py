"""A reader without a language model, which dies on what says so."""

import os
import time
from collections.abc import Sequence
from typing import Any

from memcon.fleet.items import Item
from memcon.fleet.processes import Task
from memcon.fleet.reader import Row


class Fake:
    """Reads by giving the bytes back; "die" ends the process, "slow" waits."""

    def ready(self) -> bool:
        return True

    def read(self, items: Sequence[Item]) -> list[Row]:
        rows = []
        for item in items:
            if b"die" in item.data:
                os._exit(9)
            if b"slow" in item.data:
                time.sleep(0.2)
            rows.append(Row(item.number, 1, item.name, id=str(item.number), record=item.data.decode().strip()))
        return rows


class Here:
    """A pool that reads in this very process."""

    size = 1

    def __init__(self, make: Any, size: int) -> None:
        self._reader = make()
        self._task: Task | None = None

    def submit(self, task: Task) -> None:
        self._task = task

    def next(self) -> tuple[Task, list[Row]]:
        assert self._task is not None
        return self._task, self._reader.read(self._task.items)

    def close(self) -> None:
        pass
