"""Work that changes a register in steps of one transaction each, so that it can be broken off anywhere and gone on with.

The child that works is forked, so that a thousand of them take minutes; it has no connection of its parent's.
"""

import hashlib
import io
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import event, select

from memcon.errors import MemconError
from memcon.exchange import json_lines
from memcon.exchange.selection import Selection
from memcon.exchange.taking_in import take_in
from memcon.record import Record
from memcon.register import Register, adding
from memcon.register import open as open_register
from memcon.register.keeping import dump, verify
from memcon.register.tables import reports
from register.making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

Step = Callable[[Register], object]
AT = "2026-01-05T10:00:00Z"
LONG = " ".join(f"The talks turned to item {n} of the list that both sides had drawn up before." for n in range(60))


@dataclass(frozen=True)
class Work:
    """Work on a register: what stands there `before`, the `run` of it, which goes on where it was broken off."""

    name: str
    before: Step
    run: Step


def records() -> list[Record]:
    """Reports of two wires, with copies of each other and a correction."""
    made = []
    for n in range(6):
        day = f"2021-12-0{n % 4 + 1}"
        people = told("call", [PUTIN, BIDEN], day), told("meeting", [ASSAD, ZELENSKY], "2021-12")
        made.append(record(f"r{n}", *people, said=[("Vladimir Putin", "said", f"number {n} was discussed")], published=day))
    text = f"Vladimir Putin and Joe Biden spoke. {LONG}"
    made.append(record("wire", told("call", [PUTIN, BIDEN], "2021-12-02"), text=text, published="2021-12-03"))
    made.append(record("wire-copy", told("call", [PUTIN, BIDEN], "2021-12-02"), text=f"{text} More follows.", published="2021-12-04"))
    made.append(record("r1", told("call", [PUTIN, BIDEN], "2021-12-02"), text="Vladimir Putin and Joe Biden spoke. This is r1. A correction."))
    return made


def _nothing(register: Register) -> None:
    pass


def _filled(register: Register) -> None:
    register.add_all(records())


def _add(register: Register) -> None:
    for one in records():
        register.add(one)


def _again() -> list[Record]:
    """The same reports as another version of Memcon might read them: other days, an engagement more, one less."""
    found = []
    for n in range(6):
        people = told("call", [PUTIN, BIDEN], f"2021-12-0{n % 3 + 1}"), told("meeting", [ASSAD, ZELENSKY], "2021-12-24")
        found.append(record(f"r{n}", *people[: 2 - n % 2], said=[("Vladimir Putin", "said", f"number {n} was discussed")], published=f"2021-12-0{n % 4 + 1}"))
    return found


def _reread(register: Register) -> None:
    """Put each report's new reading in the place of the old one, as `memcon reread` does, one transaction each."""
    new = {r.report.id: r for r in _again()}
    with register.reading() as conn:
        rows = conn.execute(select(reports.c.number, reports.c.id).where(reports.c.current.is_(True)).order_by(reports.c.number)).all()
    for number, id in rows:
        if id in new:
            with register.writing() as conn:
                adding.replace(conn, number, new[id])


@cache
def _lines() -> tuple[bytes, ...]:
    with open_register(":memory:") as register:
        _filled(register)
        for step in _decisions():
            step(register)
        out = io.BytesIO()
        json_lines.write(Selection(register, everything=True), out)
    return tuple(out.getvalue().splitlines(keepends=True))


def _import(register: Register) -> None:
    take_in(register, _lines())


def _decisions() -> list[Step]:
    """Each a judgement; they name accounts by their reports, and need no ids."""

    def judged(act: Any, target: str, **more: Any) -> Step:
        return lambda register: register.judge(act, target, who="desk", at=AT, **more)

    return [
        judged("correct", "r0/e1", field="date", value="2021-12-09"),
        judged("merge", "r0/e1", other="r2/e2"),
        judged("split", "r3/e2"),
        judged("reject", "r4/e2"),
        judged("comment", "r5/e1", note="see the readout of 9 December"),
        judged("accept", "r5/e1"),
        judged("undo", "2"),
        judged("correct", "r2/e1", field="kind", value="meeting"),
        judged("undo", "7"),
        judged("same_actor", "Bashar al-Assad", other="Vladimir Putin"),
        judged("undo", "10"),
    ]


def _judge(register: Register) -> None:
    """Go on after the last judgement that is down: each is one transaction."""
    for step in _decisions()[len(register.judgements()) :]:
        step(register)


WORKS = {w.name: w for w in (Work("adding", _nothing, _add), Work("rereading", _filled, _reread), Work("importing", _nothing, _import), Work("judging", _filled, _judge))}


def digest(register: Register) -> str:
    """Give a hash of all that is in a register."""
    return hashlib.sha256("\n".join(dump(register.engine)).encode()).hexdigest()


def state(register: Register) -> str:
    """Check a register, and give its digest. Nothing stays open, so that children can be forked and the file be changed."""
    with register.reading() as conn:
        faults = list(verify(conn))
    assert faults == [], faults
    found = digest(register)
    register.close()
    return found


def begin(work: Work, place: str) -> str:
    """Make the register as it stands before the work, and give its digest."""
    with open_register(place) as register:
        work.before(register)
        return digest(register)


def whole(work: Work, register: Register) -> tuple[list[str], int]:
    """Do the work without a break; give the digests before it and after each transaction, and how many statements were sent."""
    states = [digest(register)]
    sent = 0
    watching = True

    def counted(*_: object) -> None:
        nonlocal sent
        sent += watching

    @contextmanager
    def seen() -> Iterator[Any]:
        nonlocal watching
        with writing() as conn:
            yield conn
        watching = False
        states.append(digest(register))
        watching = True

    writing = register.writing
    event.listen(register.engine, "before_cursor_execute", counted)
    event.listen(register.engine, "commit", counted)
    register.writing = seen  # type: ignore[method-assign]
    work.run(register)
    register.writing = writing  # type: ignore[method-assign]
    event.remove(register.engine, "before_cursor_execute", counted)
    event.remove(register.engine, "commit", counted)
    return states, sent


def child(
    work: Work, register: Register, prepare: Callable[[Register], object] | None = None, after: float | None = None, tells: Path | None = None
) -> int:
    """Do the work in a child, which is killed `after` seconds if it is not done by then; give its exit status, -9 for killed.

    The status is 0 for work done, 3 for a plain error of Memcon's, 4 for any other, whose trace stands in `tells`.
    """
    register.close()
    ready, begun = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ready)
        os._exit(_worked(work, register, prepare, begun, tells))
    os.close(begun)
    os.read(ready, 1)
    os.close(ready)
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    _, code = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(code)


def _worked(work: Work, register: Register, prepare: Callable[[Register], object] | None, begun: int, tells: Path | None) -> int:
    try:
        if prepare:
            prepare(register)
        os.write(begun, b"x")
        work.run(register)
        register.close()
        return 0
    except BaseException as error:
        if tells:
            tells.write_text(traceback.format_exc())
        return 3 if isinstance(error, MemconError) else 4


def killing(last: int) -> Callable[[Register], object]:
    """Give what makes a child kill itself at the n-th statement that it sends."""
    def prepare(register: Register) -> None:
        sent = 0

        def kill(*_: object) -> None:
            nonlocal sent
            sent += 1
            if sent == last:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(register.engine, "before_cursor_execute", kill)
        event.listen(register.engine, "commit", kill)

    return prepare


__all__ = ["WORKS", "Work", "begin", "child", "killing", "state", "whole"]
