"""A run that is killed leaves nothing half done, and goes on to the same register as one that was not.

The child kills itself with SIGKILL at the n-th statement that it sends to the database. `MEMCON_CRASH_POINTS=200` tries as
many points; without it a few are tried.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import memcon.register
from memcon.record import to_json
from memcon.register.keeping import dump, verify

from .making import ASSAD, BIDEN, PUTIN, ZELENSKY, record, told

CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
import memcon.register
from memcon.record import from_json

place, records, last = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
register = memcon.register.open(place)
count = 0

def kill(*_):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(register.engine, "before_cursor_execute", kill)
event.listen(register.engine, "commit", kill)
for line in records.read_text(encoding="utf-8").splitlines():
    register.add(from_json(line))
print(count)
"""
POINTS = int(os.environ.get("MEMCON_CRASH_POINTS", "2"))


def lines() -> str:
    made = [
        record(f"r{n}", told("call", [PUTIN, BIDEN], f"2021-12-0{n % 4 + 1}"), told("meeting", [ASSAD, ZELENSKY], "2021-12"),
               said=[("Vladimir Putin", "said", f"number {n} was discussed")], published=f"2021-12-0{n % 4 + 1}")
        for n in range(5)
    ]  # fmt: skip
    made.append(record("r1", told("call", [PUTIN, BIDEN], "2021-12-02"), text="Vladimir Putin and Joe Biden spoke. This is r1. A correction."))
    return "\n".join(to_json(one) for one in made)


def child(place: Path, records: Path, last: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CHILD, str(place), str(records), str(last)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
@pytest.mark.timeout(60 + 20 * POINTS)
def test_killed_anywhere_it_resumes_to_the_same(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text(lines(), encoding="utf-8")
    whole = child(tmp_path / "whole.db", records, 0)
    assert whole.returncode == 0, whole.stderr
    total = int(whole.stdout)
    with memcon.register.open(tmp_path / "whole.db") as register:
        expected = list(dump(register.engine))
    rng = random.Random(POINTS)
    for point in sorted(rng.sample(range(5, total), POINTS)):
        place = tmp_path / f"{point}.db"
        assert child(place, records, point).returncode == -signal.SIGKILL
        with memcon.register.open(place) as register, register.reading() as conn:
            assert list(verify(conn)) == [], f"after a kill at statement {point}"
        assert child(place, records, 0).returncode == 0
        with memcon.register.open(place) as register:
            assert list(dump(register.engine)) == expected, f"resumed after a kill at statement {point}"
