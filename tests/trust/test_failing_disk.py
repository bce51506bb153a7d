"""Writes that fail: a plain error, nothing half done, and the run that is started again ends as an unbroken one.

The system's own limit on the size of a file stands for a disk that is full. Where a C compiler is there, a disk that fails at the
n-th write, sync or truncation is put under SQLite as well (`faulty_disk.c`): without space from then on, with one error of
input and output, and with a write that is torn in half. MEMCON_FAULTS=200 tries as many points.
"""

import ctypes
import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from memcon.register import Register
from memcon.register import open as open_register

from .test_killed import fresh
from .works import WORKS, begin, child, state, whole

FAULTS = int(os.environ.get("MEMCON_FAULTS", "8"))
SECONDS = float(os.environ.get("MEMCON_SECONDS", "600"))
SOURCE = Path(__file__).with_name("faulty_disk.c")
WAYS = {"no space left": (errno.ENOSPC, True, False), "one input/output error": (errno.EIO, False, False), "a torn write, then errors": (errno.EIO, True, True)}
PLAIN = 3

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def limited(size: int) -> Callable[[Register], None]:
    """Give what lets no file of the child grow over a size."""

    def prepare(register: Register) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return prepare


def try_all(name: str, ram: Path, faults: int, fault: Callable[[random.Random, int], Callable[[Register], None]], trace: Path) -> tuple[int, int]:
    """Let a work meet one fault after another; give how many there were, and how many of them stopped it."""
    work = WORKS[name]
    start, place = ram / "start.db", ram / "r.db"
    begin(work, str(start))
    fresh(start, place)
    rng = random.Random(f"{name} {faults}")
    tried = stopped = 0
    until = time.monotonic() + SECONDS
    with open_register(place) as register:
        states, _ = whole(work, register)
        largest = max(part.stat().st_size for part in ram.glob("r.db*"))
        register.close()
        while tried < faults and time.monotonic() < until:
            fresh(start, place)
            trace.unlink(missing_ok=True)
            status = child(work, register, fault(rng, largest), tells=trace)
            assert status in (0, PLAIN), trace.read_text()
            tried += 1
            stopped += status == PLAIN
            assert state(register) in states, f"after {trace.read_text() if trace.exists() else 'nothing'}"
            assert child(work, register, tells=trace) == 0, trace.read_text()
            assert state(register) == states[-1]
    return tried, stopped


@pytest.mark.timeout(SECONDS + 120)
@pytest.mark.parametrize("name", ["adding", "judging"])
def test_a_full_disk_stops_it_with_a_plain_error(name: str, ram: Path, count: Callable[..., None]) -> None:
    def fault(rng: random.Random, largest: int) -> Callable[[Register], None]:
        return limited(rng.randint(4096, largest))

    tried, stopped = try_all(name, ram, max(FAULTS // 2, 2), fault, ram / "trace")
    assert stopped, "no limit was met"
    count(f"files that may not grow while {name}", faults=tried, stopped=stopped)


@pytest.mark.timeout(SECONDS + 120)
def test_a_disk_that_fails_stops_it_with_a_plain_error(ram: Path, count: Callable[..., None]) -> None:
    """In a process that was started with the failing disk under it."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("no C compiler is installed, so no failing disk can be made")
    shim = ram / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, SOURCE, "-ldl"], check=True)
    code = "import sys; sys.path[:0] = sys.argv[1:3]; from trust import test_failing_disk as t; t.within(sys.argv[3], int(sys.argv[4]))"
    roots = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    env = os.environ | {"LD_PRELOAD": str(shim), "MEMCON_SHIM": str(shim), "MEMCON_SECONDS": str(SECONDS / len(WORKS))}
    done = subprocess.run([sys.executable, "-c", code, *roots, str(ram), str(FAULTS)], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    tried, stopped = map(int, done.stdout.split())
    assert stopped >= tried // 4
    count("failing writes, syncs and truncations", faults=tried, stopped=stopped)


def within(folder: str, faults: int) -> None:
    """Run the trials on the failing disk; prints how many faults there were, and how many of them stopped the work."""
    shim: Any = ctypes.CDLL(os.environ["MEMCON_SHIM"])
    ways = list(WAYS.values())
    kind = 0

    def fault(rng: random.Random, largest: int) -> Callable[[Register], None]:
        nonlocal kind
        error, sticky, torn = ways[kind % len(ways)]
        kind += 1
        at = rng.randint(1, 250)
        return lambda register: shim.memcon_fail_at(ctypes.c_long(at), error, int(sticky), int(torn))

    found = [try_all(name, Path(folder), max(faults // len(WORKS), 1), fault, Path(folder) / "trace") for name in WORKS]
    print(sum(t for t, _ in found), sum(s for _, s in found))
