"""A run: partitions out to the pool, rows back into files; who dies is replaced, what kills twice is set aside."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from memcon.fleet.items import Item, files, items
from memcon.fleet.output import Output, partition_of
from memcon.fleet.processes import Died, Pool, Processes, Task
from memcon.fleet.reader import How, Reader, Row

SIZE = 200
"""Documents of a partition."""


@dataclass
class Tally:
    """What a run came to: documents read, those that could not be (name and reason), partitions that were finished before."""

    read: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    finished: int = 0


Notice = Callable[[Tally], None]


def read(
    names: list[str], out: Path, how: How, *, workers: int = 1, ray: str | None = None, size: int = SIZE, notice: Notice | None = None
) -> Tally:
    """Read all documents of files and folders into a folder of Parquet.

    Args:
        names: files (WARC, Parquet, JSON lines, and whatever `memcon read` takes) and folders.
        out: the folder; a run of the same settings that was cut off goes on in it.
        how: how documents are read.
        workers: processes; 0 on a cluster stands for all its processors.
        ray: the address of a Ray cluster, "local" for one started here, None for processes of this machine.
        size: documents of a partition.
        notice: called after each partition.

    Raises:
        ReadingError: an input is not there or damaged. ModelError: the model cannot be loaded. OutputError: `out` holds something else.
    """
    from memcon import language
    from memcon.pipeline import VERSION

    inputs = files(names)
    nlp = language.load(how.model)
    settings: dict[str, object] = {
        "memcon": VERSION, "model": language.model_name(nlp), "model_sha256": language.model_hash(nlp), "size": size,
        "published": how.published, "any_language": how.any_language,
    }  # fmt: skip
    output = Output(out, settings)
    tally = Tally()
    todo = _partitions(inputs, size, output, tally)
    first = next(todo, None)
    if first is None:
        return tally
    make = partial(Reader, how)
    if ray is None:
        pool: Pool = Processes(make, workers)
    else:
        from memcon.fleet.cluster import Cluster

        pool = Cluster(make, workers or None, ray)
    try:
        run(pool, _after(first, todo), output, tally, notice)
    finally:
        pool.close()
    return tally


def _after(first: Task, rest: Iterator[Task]) -> Iterator[Task]:
    yield first
    yield from rest


def _partitions(inputs: Iterable[Path], size: int, output: Output, tally: Tally) -> Iterator[Task]:
    """Give the partitions that are not finished yet."""
    for path in inputs:
        waiting, number = items(path), 0
        while part := tuple(islice(waiting, size)):
            number += 1
            name = partition_of(path, number)
            if output.has(name):
                tally.finished += 1
            else:
                yield Task(name, part)


def run(pool: Pool, partitions: Iterator[Task], output: Output, tally: Tally, notice: Notice | None = None) -> None:
    """Have the pool read the partitions and write each when it is whole."""
    again: deque[Task] = deque()
    open_: dict[str, _Open] = {}
    out = 0
    while True:
        while out < pool.size and (task := again.popleft() if again else next(partitions, None)) is not None:
            pool.submit(task)
            out += 1
        if not out:
            return
        task, result = pool.next()
        out -= 1
        part = open_.setdefault(task.partition, _Open(len(task.items)))
        if isinstance(result, Died) and not task.again:
            again += [Task(task.partition, (item,), again=True) for item in task.items]
            continue
        part.take(task, result)
        if part.missing == 0:
            del open_[task.partition]
            output.write(task.partition, part.rows)
            _count(tally, part.rows)
            if notice:
                notice(tally)


@dataclass
class _Open:
    """A partition in the making: how many items are still missing, and the rows."""

    missing: int
    rows: list[Row] = field(default_factory=list)

    def take(self, task: Task, result: list[Row] | Died) -> None:
        self.missing -= len(task.items)
        self.rows += [_set_aside(task.items[0], result)] if isinstance(result, Died) else result


def _set_aside(item: Item, died: Died) -> Row:
    return Row(item.number, 1, item.name, reason=f"the process that read it ended twice ({died.how}); it is set aside")


def _count(tally: Tally, rows: Iterable[Row]) -> None:
    for row in rows:
        if row.reason is None:
            tally.read += 1
        else:
            tally.failed.append((row.name, row.reason))
