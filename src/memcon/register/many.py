"""Many files into a register: what is known is skipped, what fails is logged, what is done stays done."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from memcon.register.readers import Failed, How, Result, raw_hash, results
from memcon.register.register import Register

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
    """Read files and add their reports, one transaction each, in the order of the names, whatever the number of workers.

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

    for result in results(fresh(), how, workers):
        _take(register, result, hashes.pop(result.name), tally)
        done += 1
        if notice:
            notice(done, result.name)
    return tally


def _take(register: Register, result: Result, raw: str, tally: Tally) -> None:
    for record in result.parsed():
        tally.outcomes[register.add(record)] += 1
    for failed in result.failed:
        register.log_unread(failed.name, failed.reason)
        tally.failed.append(failed)
    if raw and len(result.records) > 1 and not result.failed:
        register.mark_read(raw)
