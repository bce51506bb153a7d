"""Many documents to records, by one process or several; the results come in the order of the names, whoever made them."""

import hashlib
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from memcon.errors import MemconError
from memcon.record import Record, Report, from_json, to_json

STDIN = "-"


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read: `published` (an ISO day) over what they say, the language model by name, which key holds what,
    and the path of a table of `offices`."""

    published: str | None = None
    any_language: bool = False
    model: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    offices: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave: the records of its documents as JSON, and those that could not be read."""

    name: str
    records: tuple[str, ...]
    failed: tuple[Failed, ...]

    def parsed(self) -> Iterator[Record]:
        """Give the records."""
        return map(from_json, self.records)


def read(job: str | Report, how: How, nlp: Any) -> Result:
    """Read one file, or a report once more; whatever goes wrong with a document is its reason, and the others go on."""
    from memcon import pipeline

    name = job if isinstance(job, str) else job.path or job.id
    records: list[str] = []
    failed: list[Failed] = []
    try:
        if isinstance(job, str) and job.endswith(".parquet"):
            return _kept(job)
        for report in [job] if isinstance(job, Report) else _reports(job, how):
            if isinstance(report, Report):
                records.append(to_json(pipeline.record_of(report, nlp, how.offices)))
            else:
                told = report.name if name == STDIN or report.name.startswith(name) else f"{name}: {report.name}"
                failed.append(Failed(told, report.reason))
    except Exception as error:
        if os.environ.get("MEMCON_DEBUG"):
            raise
        failed.append(Failed(name, reason(error)))
    return Result(name, tuple(records), tuple(failed))


def _kept(name: str) -> Result:
    """Take the records of a partition of `memcon fleet read`, which need not be read again.

    Raises:
        ReadingError: it is no such file, or pyarrow is not installed.
    """
    from memcon.errors import ReadingError

    try:
        rows = import_module("pyarrow.parquet").read_table(name, columns=["name", "record", "reason"]).to_pylist()
    except ImportError as error:
        raise ReadingError(f"{name}: Parquet needs the library pyarrow; `pip install 'memcon[fleet]'` brings it") from error
    except ValueError as error:  # as all errors of Arrow about what is in a file
        raise ReadingError(f"{name}: this is no Parquet file of `memcon fleet read` ({error}); read it with that command first") from error
    records = tuple(row["record"] for row in rows if row["record"] is not None)
    return Result(name, records, tuple(Failed(row["name"], row["reason"]) for row in rows if row["reason"] is not None))


def _reports(name: str, how: How) -> Iterable[Any]:
    from memcon import reading

    options: dict[str, Any] = {"published": how.published, "any_language": how.any_language, "fields": dict(how.fields)}
    if name == STDIN:
        return reading.read_all_stream(sys.stdin.buffer, "stdin", **options)
    return reading.read_all(Path(name), **options)


def reason(error: Exception) -> str:
    """Say why a document could not be read."""
    if isinstance(error, MemconError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"a fault in Memcon ({type(error).__name__}: {error}); please report it (MEMCON_DEBUG=1 shows where it is)"


def again(kept: Iterable[Report], how: How, workers: int) -> Iterator[Result]:
    """Read reports again from their kept texts, in their order."""
    yield from _over(kept, how, workers)


def results(names: Iterable[str], how: How, workers: int) -> Iterator[Result]:
    """Read files and give the results in the order of the names.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    yield from _over(names, how, workers)


def _over(jobs: Iterable[str | Report], how: How, workers: int) -> Iterator[Result]:
    from memcon import language

    nlp = language.load(how.model)
    if workers <= 1:
        yield from (read(job, how, nlp) for job in jobs)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(how, os.getpid()))
    waiting: deque[Future[Result]] = deque()
    try:
        for job in jobs:
            waiting.append(pool.submit(_work, job))
            if len(waiting) >= 4 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise MemconError(
            "a process that reads was ended from outside, perhaps for want of memory; what was added stays: start again, with fewer --workers"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_state: dict[str, Any] = {}


def _begin(how: How, parent: int) -> None:
    """Load the model once in each worker; a worker goes when the one that started it is gone."""
    import signal

    from memcon import language

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    _state["how"], _state["nlp"] = how, language.load(how.model)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _work(job: str | Report) -> Result:
    return read(job, _state["how"], _state["nlp"])


def raw_hash(name: str) -> str | None:
    """Give the hash of a file's bytes, None where it cannot be read."""
    if name == STDIN:
        return None
    try:
        with Path(name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


