"""The pool of processes on this machine; one that dies takes only its own task with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from memcon.errors import MemconError, ModelError
from memcon.fleet.items import Item
from memcon.fleet.reader import Reader, Row

Make = Callable[[], Any]
"""Makes what reads, in the process that reads: a `Reader`, or one for a test."""


@dataclass(frozen=True, slots=True)
class Task:
    """Items of a partition that one process reads at one go; `again` tells that a process died over them before."""

    partition: str
    items: tuple[Item, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended while it read, and how."""

    how: str


class Pool(Protocol):
    """Processes that read tasks."""

    size: int

    def submit(self, task: Task) -> None:
        """Hand a task out; never more than `size` are out at once."""

    def next(self) -> tuple[Task, list[Row] | Died]:
        """Wait for a task to come back."""

    def close(self) -> None:
        """End all processes."""


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    task: Task | None = None


class Processes:
    """A pool of `size` processes, each with a reader of its own.

    Raises:
        ModelError: the language model cannot be loaded.
    """

    def __init__(self, make: Make, size: int) -> None:
        self.size = size
        self._make = make
        self._workers = [self._start() for _ in range(size)]
        for worker in self._workers:
            self._greet(worker)

    def submit(self, task: Task) -> None:
        """Hand a task to a process that has none."""
        worker = next(w for w in self._workers if w.task is None)
        try:
            worker.pipe.send(task.items)
        except ConnectionError:  # it was ended from outside while it had nothing to do
            self._replace(worker)
            worker.pipe.send(task.items)
        worker.task = task

    def next(self) -> tuple[Task, list[Row] | Died]:
        """Wait for a task to come back; where a process died, another one takes its place."""
        busy = {w.pipe: w for w in self._workers if w.task is not None}
        worker = busy[wait(list(busy))[0]]  # type: ignore[index]
        task, worker.task = worker.task, None
        assert task is not None
        try:
            return task, worker.pipe.recv()
        except (EOFError, ConnectionError):
            return task, Died(self._replace(worker))

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.process.terminate()
            worker.process.join()
            worker.pipe.close()

    def _start(self) -> _Worker:
        context = get_context("spawn")
        mine, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._make), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, mine)

    def _replace(self, worker: _Worker) -> str:
        """Put another process in the place of one that ended, and tell how it ended."""
        worker.process.join()
        how = _ending(worker.process.exitcode)
        fresh = self._start()
        worker.process, worker.pipe = fresh.process, fresh.pipe
        self._greet(worker)
        return how

    def _greet(self, worker: _Worker) -> None:
        try:
            fault = worker.pipe.recv()
        except EOFError:
            fault = f"a process that reads could not start ({_ending(worker.process.exitcode)})"
        if fault is not None:
            self.close()
            raise ModelError(fault)


def _ending(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def _serve(pipe: Connection, make: Make) -> None:
    """Read what comes through the pipe until it closes."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader: Reader = make()
    except MemconError as error:
        pipe.send(str(error))
        return
    pipe.send(None)
    while True:
        try:
            items: Sequence[Item] = pipe.recv()
        except EOFError:
            return
        pipe.send(reader.read(items))
