"""Many files into a register: what is known is skipped, what fails is logged, what is done stays done."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from memcon.register.readers import Failed, How, Result, raw_hash, results
from memcon.register.register import Register

BATCH = 16
"""Reports of one transaction: joined once for all of them, and no more than these are read again after a kill."""
Notice = Callable[[int, str], None]
"""Called after each file with the number done and its name."""


@dataclass
class Tally:
    """What a run came to: outcomes by name ("added", "same", "superseded"), files skipped as known, documents that failed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    known: int = 0
    failed: list[Failed] = field(default_factory=list)


def add_files(
    register: Register, names: Sequence[str], how: How, workers: int = 1, notice: Notice | None = None
) -> Tally:
    """Read files and add their reports, a few in one transaction, in the order of the names, whatever the number of workers.

    A run that was cut off goes on where it stopped when it is started again.
    """
    tally = Tally()
    done = 0
    hashes: dict[str, str] = {}

    def fresh() -> Iterator[str]:
        nonlocal done
        for name in names:
            raw = raw_hash(name) if how.published is None else None
            if raw is not None and register.knows(raw):
                tally.known += 1
                done += 1
                if notice:
                    notice(done, name)
                continue
            hashes[name] = raw or ""
            yield name

    waiting: list[Result] = []
    try:
        for result in results(fresh(), how, workers):
            waiting.append(result)
            if sum(len(r.records) for r in waiting) >= BATCH:
                batch, waiting = waiting, []
                _take(register, batch, hashes, tally)
            done += 1
            if notice:
                notice(done, result.name)
    finally:  # What was read is kept, also when the reading is broken off.
        _take(register, waiting, hashes, tally)
    return tally


def _take(register: Register, found: Sequence[Result], hashes: dict[str, str], tally: Tally) -> None:
    """Add what files gave; a file of many documents enters in several transactions."""
    records = chain.from_iterable(result.parsed() for result in found)
    while batch := list(islice(records, 4 * BATCH)):
        tally.outcomes.update(register.add_all(batch))
    for result in found:
        for failed in result.failed:
            register.log_unread(failed.name, failed.reason)
            tally.failed.append(failed)
        raw = hashes.pop(result.name, "")
        if raw and len(result.records) > 1 and not result.failed:
            register.mark_read(raw)
