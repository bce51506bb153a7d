"""SIGKILL at random points of adding, rereading, importing and judging: nothing half done, and the resumed run ends as an unbroken one.

Half of the kills come at the n-th statement or commit, half at a random moment, whatever SQLite is at then. MEMCON_KILLS=250 tries
as many of each work.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from memcon.register import Register
from memcon.register import open as open_register

from .works import WORKS, Work, begin, child, killing, state, whole

KILLS = int(os.environ.get("MEMCON_KILLS", "6"))
SECONDS = float(os.environ.get("MEMCON_SECONDS", "600"))
"""A work is tried for no longer than this."""
SEED = int(os.environ.get("MEMCON_SEED", "1"))


@pytest.mark.skipif(not hasattr(os, "fork") or not hasattr(signal, "SIGKILL"), reason="this system has no fork or no SIGKILL")
@pytest.mark.timeout(SECONDS + 120)
@pytest.mark.parametrize("name", WORKS)
def test_killed_anywhere_it_is_whole_and_goes_on(name: str, ram: Path, count: Callable[..., None]) -> None:
    work = WORKS[name]
    start, place, trace = ram / "start.db", ram / "r.db", ram / "trace"
    begin(work, str(start))
    rng = random.Random(f"{name} {SEED}")
    killed = within = 0
    until = time.monotonic() + SECONDS
    fresh(start, place)
    with open_register(place) as register:
        states, sent = whole(work, register)  # In this process first, so that the children find each statement compiled.
        register.close()
        fresh(start, place)
        lasts = timed(work, register)
        assert state(register) == states[-1]
        while killed < KILLS and time.monotonic() < until:
            fresh(start, place)
            how, prepare, after = ("statement", killing(rng.randint(1, sent)), None) if killed % 2 else ("moment", None, rng.uniform(0, lasts))
            status = child(work, register, prepare, after, trace)
            if status != -signal.SIGKILL:
                assert status == 0, trace.read_text()
                lasts *= 0.9  # It was done before it could be killed.
                continue
            killed += 1
            found = state(register)
            assert found in states, f"after a kill at a {how} the register is as it never is between two transactions"
            within += states.index(found) not in (0, len(states) - 1)
            assert child(work, register, tells=trace) == 0, trace.read_text()
            assert state(register) == states[-1], f"resumed after a kill at a {how}"
    count(f"killed while {name}", kills=killed, within=within, transactions=len(states) - 1, statements=sent)


def fresh(start: Path, place: Path) -> None:
    """Put a copy of the register as it was before the work in its place; nothing has it open."""
    for part in place.parent.glob(f"{place.name}*"):
        part.unlink()
    shutil.copy(start, place)


def timed(work: Work, register: Register) -> float:
    """Give how many seconds the work takes in a child."""
    before = time.monotonic()
    assert child(work, register) == 0
    return time.monotonic() - before
