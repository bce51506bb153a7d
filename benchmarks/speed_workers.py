"""What needs processes of its own: the rate with one and two workers, their memory, how memory grows, how long a start takes."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT
from benchmarks.speed_documents import Document

_ROUNDS = 4
_GROWTH = """
import json, resource, sys
from pathlib import Path
from memcon import language, pipeline, reading
nlp = language.load()
lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
for _ in range(int(sys.argv[2])):
    for n, line in enumerate(lines):
        pipeline.record_of(reading.read_bytes(line.encode(), f"{n}.json"), nlp)
    print(int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1]) / 1024)
"""


def _lines(found: list[Document], folder: Path) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps(json.loads(d.data)) + "\n" for d in found), encoding="utf-8")
    return path


def workers(found: list[Document]) -> list[dict[str, Any]]:
    """Give the rate by the clock, without the start of the workers, and the largest memory of a worker."""
    from functools import partial

    from memcon.fleet.items import items
    from memcon.fleet.output import Output
    from memcon.fleet.processes import Processes, Task
    from memcon.fleet.reader import How, Reader
    from memcon.fleet.running import Tally, run

    rows = []
    words = sum(d.words for d in found)
    with tempfile.TemporaryDirectory() as folder:
        todo = list(items(_lines(found, Path(folder))))
        for count in (1, 2):
            pool = Processes(partial(Reader, How()), count)
            warm = [Task(f"warm/{n:05}", tuple(todo[n::8])) for n in range(8)]
            try:
                run(pool, iter(warm), Output(Path(folder) / f"warm-{count}", {}), Tally())
                began = time.perf_counter()
                tasks = (Task(f"in/{n:05}", tuple(todo[n : n + 5])) for n in range(0, len(todo), 5))
                run(pool, tasks, Output(Path(folder) / f"out-{count}", {}), Tally())
                spent = time.perf_counter() - began
                memory = max(_peak(w.process.pid) for w in pool._workers)
            finally:
                pool.close()
            rows.append({"workers": count, "rate": words / 600 / spent, "memory": memory})
    return rows


def _peak(pid: int) -> float:
    """Give the largest resident memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def memory_growth(found: list[Document]) -> list[float]:
    """Give the resident memory in MB of one process after each round over the documents."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _GROWTH, str(_lines(found, Path(folder))), str(_ROUNDS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def start() -> dict[str, float]:
    """Give the processor seconds of commands, each the least of five."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text("Talks in Kyiv\n\nKYIV, March 5, 2024. President Volodymyr Zelenskyy met Prime Minister Mette Frederiksen on Tuesday.\n")
        register = str(Path(folder) / "register.db")
        subprocess.run([sys.executable, "-m", "memcon", "add", str(report), "--register", register], check=True, capture_output=True)
        commands = {
            "memcon --help": ["--help"], "memcon engagements": ["engagements", "--register", register], "memcon read report.txt": ["read", str(report)],
        }  # fmt: skip
        return {name: min(_spent([sys.executable, "-m", "memcon", *rest]) for _ in range(5)) for name, rest in commands.items()}


def _spent(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
